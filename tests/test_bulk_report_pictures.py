import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from rewriter.bulk.report.pictures import bar, stack, swatch


def widths(svg: str) -> list[float]:
    return [float(width) for width in re.findall(r' width="([\d.]+)%"', svg)]


def test_a_bar_is_as_long_as_its_part_on_a_track() -> None:
    assert widths(bar(1, 4, "asked")) == [100, 25]


def test_what_is_there_is_seen_and_what_is_not_has_no_shape() -> None:
    assert widths(bar(1, 100_000, "asked")) == [100, 0.6]
    assert widths(bar(0, 4, "asked")) == [100]
    assert 'class="failed"' not in stack([("accepted", 3), ("failed", 0)], 3)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=7))
def test_parts_never_stand_out_of_their_picture(parts: list[int]) -> None:
    svg = ElementTree.fromstring(stack([("accepted", part) for part in parts], max(sum(parts), 1)))
    ends = [float(shape.attrib["x"][:-1]) + float(shape.attrib["width"][:-1]) for shape in svg]
    assert all(end <= 100.01 for end in ends)


def test_a_picture_is_told_in_words_or_passed_over() -> None:
    assert 'role="img" aria-label="&quot;A&quot; 3"' in stack([("accepted", 3)], 3, '"A" 3')
    assert 'aria-hidden="true"' in swatch("accepted")
