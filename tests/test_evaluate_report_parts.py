from rewriter.evaluate.report.parts import folded, listed, paragraph, section, table


def test_text_is_escaped_and_html_is_not() -> None:
    assert paragraph("a < b") == "<p>a &lt; b</p>"
    assert "<h2>a &amp; b</h2>" in section("a & b", "<i>c</i>")
    drawn = table(["<"], [("<", "<b>1</b>")])
    assert "<td><b>1</b></td>" in drawn
    assert drawn.count("&lt;") == 2


def test_a_list_of_nothing_is_nothing() -> None:
    assert listed([]) == ""
    assert listed(["a"], "key") == '<ul class="key"><li>a</li></ul>'


def test_what_is_folded_needs_no_script() -> None:
    assert folded("t", "b") == "<details><summary>t</summary>b</details>"
