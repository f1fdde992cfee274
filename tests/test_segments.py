"""Segments: which words say what, why, how, function, response, need."""

from itertools import pairwise

import pytest

from bench.texts import PAIRS, Pair
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.segments import find_segments

PACK = load_pack()
ROLES = {"what", "why", "how", "function", "response", "need", "other"}


def segments(text: str) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.role) for item in find_segments(read(text, PACK))]


@pytest.mark.parametrize(
    ("text", "piece", "role"),
    [
        ("Therapist guided weight shift.", "weight shift", "what"),
        ("Therapist guided weight shift.", "guided", "how"),
        ("Weight shift with tactile cues.", "tactile cues", "how"),
        ("Therapist graded the task due to ataxia.", "due to ataxia", "how"),
        ("Ataxia was seen.", "Ataxia", "why"),
        ("Weight shift to address ataxia.", "ataxia", "why"),
        ("Weight shift is needed for dressing.", "dressing", "function"),
        ("Sway fell to 2/10.", "2/10", "response"),
        ("Berg Balance Scale done.", "Berg Balance Scale", "response"),
        ("Minimal assistance on ramp.", "Minimal assistance", "need"),
        ("HEP given.", "HEP", "other"),
    ],
)
def test_role(text: str, piece: str, role: str) -> None:
    assert [name for words, name in segments(text) if piece in words] == [role]


@pytest.mark.parametrize("text", ["Hello there.", "", "...", "\U0001f600"])
def test_what_says_nothing_has_no_segment(text: str) -> None:
    assert segments(text) == []


@pytest.mark.parametrize("text", ["No weight shift today.", "Weight shift last week."])
def test_what_was_not_done_is_no_what(text: str) -> None:
    assert "what" not in [role for _, role in segments(text)]


@pytest.mark.parametrize("text", [text for pair in PAIRS for text in (pair.source, pair.rewrite)])
def test_segments_come_in_order_without_overlap(text: str) -> None:
    found = find_segments(read(text, PACK))
    assert {item.role for item in found} <= ROLES
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize("pair", PAIRS, ids=range(len(PAIRS)))
def test_a_realistic_rewrite_has_a_what_a_why_and_a_how(pair: Pair) -> None:
    roles = {role for _, role in segments(pair.rewrite)}
    assert roles >= {"what", "why", "how"}


def test_offsets_are_code_points() -> None:
    text = "\U0001f600\U0001f600 ataxia"
    assert [(item.start, item.end) for item in find_segments(read(text, PACK))] == [(3, 9)]
