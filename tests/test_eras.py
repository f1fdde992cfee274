"""Then and now: a value told of the other time is found, the same time in other words or another order is not."""

import pytest

from rewriter.fidelity.related.eras import find_eras, find_misdated, is_dated_by_word
from rewriter.fidelity.related.pairs import find_pairs
from rewriter.fidelity.texts.modifiers import Modifier, find_modifiers
from rewriter.fidelity.texts.shelf import Shelf
from tests.worded import PACK, error_codes, terms


def dated(text: str, *, source: bool) -> tuple[list[Modifier], dict[Modifier, str]]:
    found = terms(text, source=source)
    items = find_modifiers(found, PACK)
    return items, find_eras(found, items, find_pairs(found, items))


def eras(text: str) -> dict[str, str]:
    return {item.value: era for item, era in dated(text, source=True)[1].items()}


def misdated(source: str, rewrite: str) -> set[str]:
    items, given = dated(source, source=True)
    return {item.value for item in find_misdated(dated(rewrite, source=False)[1], given, Shelf(items))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4/10 in, 7/10 out", {"4/10": "then", "7/10": "now"}),
        ("pain 6/10 pre, 3/10 post", {"6/10": "then", "3/10": "now"}),
        ("min A at eval", {"minimal": "then"}),
        ("now min A", {"minimal": "now"}),
        ("BBS 38 (was 34)", {"34": "then", "38": "now"}),
        ("standing 40 s, 25 s at eval", {"25": "then", "40": "now"}),  # one is dated, so the other is too
        ("standing now 40 s, 25 s", {"40": "now", "25": "then"}),
        ("sat 45 s, against 2 minutes on 11/9", {"120": "then", "45": "now"}),
        ("BBS 54 (52 in May)", {"52": "then", "54": "now"}),
    ],
)
def test_the_words_beside_a_value_date_it(text: str, expected: dict[str, str]) -> None:
    assert eras(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "BBS 38",
        "squats x10",
        "at eval weak. TUG 19 s",  # the cue stands in another sentence
        "BBS 38 today was eval 34",  # words for both times
    ],
)
def test_a_value_without_one_clear_time_has_none(text: str) -> None:
    assert eras(text) == {}


@pytest.mark.parametrize(
    ("source", "rewrite", "wrong"),
    [
        ("min A today, mod A at eval", "Mod A today, min A at evaluation.", {"moderate", "minimal"}),
        ("BBS 38 today", "Berg 38 at evaluation.", {"38"}),
        ("TUG 19 s at eval", "TUG 19 s today.", {"19"}),
        ("pain 6/10 pre, 3/10 post", "Pain was 3/10 before and 6/10 after.", {"3/10", "6/10"}),
        ("BBS 38 (was 34)", "Today 34, at baseline 38.", {"34", "38"}),
    ],
)
def test_a_value_told_of_the_other_time_is_found(source: str, rewrite: str, wrong: set[str]) -> None:
    assert misdated(source, rewrite) == wrong


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("min A today, mod A at eval", "At evaluation mod A was needed, min A today."),
        ("pain 6/10 pre, 3/10 post", "Pain was 6/10 before and 3/10 after."),
        ("BBS 38 (was 34)", "Today 38, at baseline 34."),
        ("44 last week, 47 today", "Today 47, last week 44."),
        ("BBS 38", "Berg 38 today."),  # the note does not date it
        ("BBS 38 today", "Berg 50 at evaluation."),  # the note does not have it: found elsewhere
        ("held 20 s today, 20 s at eval", "20 s at eval."),  # true of both times
        (
            "SpO2 93% rest, 88% after 60 ft, back to 92%.",
            "SpO2 was 93% at rest, fell to 88% after 60 ft, and came back up to 92%.",
        ),
    ],
)
def test_the_same_time_in_other_words_is_silent(source: str, rewrite: str) -> None:
    assert misdated(source, rewrite) == set()


@pytest.mark.parametrize(
    ("text", "named"), [("BBS 34 at eval", True), ("BBS 34 last week", True), ("BBS 34, then foam", False)]
)
def test_a_word_close_by_may_name_the_day(text: str, named: bool) -> None:
    found = terms(text, source=False)
    item = next(one for one in find_modifiers(found, PACK) if one.value.startswith("34"))
    assert is_dated_by_word(found, item) is named


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("froze 2/6 vs 5/6 last visit", "Freezing on two of six, down from five of six at the previous visit."),
        ("DHI 54, 46 last mo", "The DHI is 54, compared with 46 last month."),
        ("SLS L 2s R 6s (L 1s last wk)", "Stance was 2 s left, compared with 1 s last week, and 6 s on the right."),
        ("SLS R 8s, L 3s, was 5/1", "Stance is 8 seconds on the right and 3 on the left; earlier it was 5 and 1."),
        ("held pelvis first 5 min. TUG 14 (19 at eval)", "Pelvis held for the first 5 minutes. TUG 14, against 19 at "
         "evaluation."),
        ("goal: floor xfer SBA, today min A", "Minimal assistance today against a goal of standby assistance."),
        ("6MWT 820ft, 1 rest; 640 w/ 2 rests at eval", "820 feet, one rest; 640 feet and two rests at eval."),
    ],
)  # fmt: skip
def test_values_of_two_sides_or_told_together_are_no_two_times(note: str, rewrite: str) -> None:
    assert not set(error_codes(note, rewrite)) & {"FID124", "FID125"}


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("froze 2/6 vs 5/6 last visit", "Freezing on five of six, down from two of six at the previous visit."),
        ("DHI 54, 46 last mo", "The DHI is 46, compared with 54 last month."),
        ("SLS L 2s R 6s (L 1s last wk)", "Stance was 1 s left, compared with 2 s last week, and 6 s on the right."),
    ],
)
def test_two_times_exchanged_are_found(note: str, rewrite: str) -> None:
    assert set(error_codes(note, rewrite)) & {"FID124", "FID125"}
