import re
from xml.etree import ElementTree

from rewriter.evaluate.report.pictures import Point, colour, dot, scatter, whisker


def test_a_whisker_stands_where_its_figures_are() -> None:
    drawn = whisker(0.5, 0.0, 1.0, 0.0, 1.0, 1)
    assert 'cx="50.0%"' in drawn
    assert 'x1="2.0%" x2="98.0%"' in drawn


def test_a_scale_without_a_width_has_its_dot_in_the_middle() -> None:
    assert 'cx="50.0%"' in whisker(0.0, 0.0, 0.0, 0.0, 0.0, 0)


def test_points_stay_inside_and_are_told_in_words() -> None:
    drawn = scatter([Point(1, "a", 5.0, 1.0, 0.9, 1.0), Point(2, "b", 0.0, 0.0, 0.0, 0.1)], "tokens", "taken")
    ElementTree.fromstring(drawn)
    assert all(0 <= float(x) <= 640 for x in re.findall(r'cx="([\d.]+)"', drawn))
    assert "a: tokens 5, taken 100%" in drawn


def test_arms_keep_their_colours() -> None:
    assert colour(1) == colour(7) == "arm1"
    assert colour(2) in dot(2)
