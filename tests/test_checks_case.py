"""The case and who can mend: a writer only what the source holds, and only where the writer can try again."""

import pytest

from rewriter.checks import CHECKS
from rewriter.checks.case import Case, lacking, mender, whole
from rewriter.findings import CLINICIAN, MODEL
from rewriter.pack import load_pack
from rewriter.reading import Reading, read
from rewriter.rule import Rule
from rewriter.visit import Visit

PACK = load_pack()


def make(text: str, source: str | None = None, mendable: bool = True) -> Case:
    reading = read(source, PACK) if source is not None else None
    return Case(read(text, PACK), reading, Visit(), PACK, mendable=mendable)


def first_tap(reading: Reading, rule: Rule) -> tuple[int, int] | None:
    at = reading.words.low.index("taps") if "taps" in reading.words.low else None
    return (at, at + 1) if at is not None else None


@pytest.mark.parametrize(
    ("in_source", "mendable", "expected"),
    [(True, True, MODEL), (True, False, CLINICIAN), (False, True, CLINICIAN), (False, False, CLINICIAN)],
)
def test_the_writer_mends_what_the_source_holds(in_source: bool, mendable: bool, expected: str) -> None:
    assert mender(make("Taps.", mendable=mendable), in_source) == expected


def test_what_both_texts_lack_is_asked_in_the_words_of_the_note() -> None:
    rule = PACK.rules["DOC102"]
    (item,) = lacking(make("Step taps.", "did taps"), rule, first_tap)
    assert (item.text, item.mend) == ("taps", CLINICIAN)
    assert [(spot.start, spot.end) for spot in item.evidence] == [(4, 8)]
    (item,) = lacking(make("Step taps.", "steps"), rule, first_tap)
    assert (item.mend, item.evidence) == (MODEL, ())
    assert lacking(make("Steps."), rule, first_tap) == []


def test_what_is_missing_is_anchored_at_the_first_sentence() -> None:
    assert whole(read("Step taps. Gait.", PACK)) == (0, 9)
    assert whole(read("", PACK)) == (0, 0)


def test_every_check_of_form_is_used_by_a_rule() -> None:
    packs = ("97112", "97110", "97150")
    used = {rule.check for code in packs for rule in load_pack(code).rules.values()}
    assert sorted(set(CHECKS) - used) == []
