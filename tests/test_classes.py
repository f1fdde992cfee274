"""What each word of a piece is to a sentence."""

import pytest

from rewriter.english import PASTS
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell
from rewriter.reading.surface.verbs import DOES

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("R knee pain 4/10", "side symptom ratio"),
        ("knee not intact today", "part not status now"),
        ("BP 118/70 after stairs", "measure pressure around place"),
        ("wife present", "caregiver present"),
        ("RN aware", "person aware"),
        ("no complaints of pain", "no symptom"),
        ("HEP reviewed", "thing done"),
        ("SpO2 91 on RA", "measure number prep place"),
        ("out of breath", "felt"),
        ("cane dropped zzyq", "gear verb odd"),
        ('said "too hot"', "verb quote"),
        ('said "too hot', "verb odd"),
        ("due to fatigue", "cause symptom"),
    ],
)
def test_each_word_has_its_class(text: str, names: str) -> None:
    reading = read(text, PACK)
    found = " ".join(part.name for part in classify_words(reading, 0, len(reading.words.low)))
    assert found == names


def test_a_pattern_is_matched_with_the_signs_of_classes() -> None:
    reading = read("knee intact", PACK)
    row = spell(classify_words(reading, 0, 2))
    assert compile_pattern(f"part {any_of('status time')}").fullmatch(row)
    assert not compile_pattern("part ").fullmatch(row)


def test_the_lists_of_verbs_are_apart() -> None:
    assert DOES.isdisjoint(PASTS)
