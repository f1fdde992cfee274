"""HTML as plain text."""

import pytest

from rewriter.errors import InputError
from rewriter.fhir.markup import read_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Wt shift R x10</p><p>Step taps</p>", "Wt shift R x10\n\nStep taps"),
        ("Flex &ge; 90&deg;<br>min&nbsp;A", "Flex ≥ 90°\nmin A"),
        ("<ul><li>gait<li>stairs</ul>", "* gait\n  * stairs"),
        (
            "<table><tr><td>Berg</td><td>40/56</td></tr><tr><td>TUG</td><td>14 s</td></tr></table>",
            "Berg  40/56\nTUG   14 s",
        ),
        ("<head><title>T</title><style>p {color: red}</style></head><script>x()</script><!-- c --><p>Gait</p>", "Gait"),
        ("<p>Gait <span style='display:none'>old</span></p>", "Gait"),
        (
            '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>Gait</p></html>',
            "Gait",
        ),
        ("1<sup>st</sup> set, H<sub>2</sub>O", "1st set, H2O"),
        ("<input type='hidden' value='7'>Gait", "Gait"),
        ("Gait <?php x ?>", "Gait"),
        ("no markup at all", "no markup at all"),
        ("  ", ""),
        ("<div>" * 300 + "Gait", "Gait"),  # the parser's own limit would leave it out without a word
    ],
)
def test_html_reads_as_it_looks(html: str, text: str) -> None:
    assert read_html(html).strip() == text


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("Gait <s>with RW</s>", "strikes text out"),
        ("Gait <del>with RW</del>", "strikes text out"),
        ("Gait <span style='text-decoration: line-through'>with RW</span>", "strikes text out"),
        ("<style>.x {text-decoration: LINE-THROUGH}</style>Gait", "strikes text out"),
        ("Gait <span style='visibility: hidden'>with RW</span>", "hides text"),
        ("Gait <span hidden>with RW</span>", "hides text"),
        ("<style>.x {display: none}</style>Gait <span class='x'>with RW</span>", "hides text"),
        ("Falls <input type='checkbox'> yes <input type='checkbox' checked> no", "fields of a form"),
        ("<select><option>min A<option selected>mod A</select>", "fields of a form"),
        ("BP 12<sup>2</sup>", "raises or lowers a number"),
        ("BP <b>12</b> <sup>2</sup>", "raises or lowers a number"),
        ("BP 12<span><sup>2</sup></span>", "raises or lowers a number"),
        ("<div>" * 3000 + "Gait", "cannot be read"),
        ("<!-- nothing else -->", "cannot be read"),
    ],
)
def test_what_would_read_otherwise_than_it_looks_is_refused(html: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_html(html)
    assert "RW" not in str(caught.value)
