"""Abbreviations left as written: what they may mean is known, whether a diagnosis is among it too."""

from rewriter.fidelity.texts.abbreviated import keys_of_unsure, possible_diagnoses
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def test_an_abbreviation_that_may_name_a_diagnosis_is_found() -> None:
    reading = read("MS noted, VC gait", PACK)
    assert [reading.words.written(at, at + 1) for at in possible_diagnoses(reading)] == ["MS"]
    assert possible_diagnoses(read("VC gait", PACK)) == set()


def test_every_word_of_every_meaning_is_a_key_of_a_note_and_only_whole_meanings_of_a_rewrite() -> None:
    reading = read("MS noted, VC gait", PACK)
    (of_note,), (of_rewrite,) = (keys_of_unsure(reading, PACK, source).values() for source in (True, False))
    assert "@multiple_sclerosis" in of_note
    assert "multipl" in of_note
    assert "@multiple_sclerosis" in of_rewrite
    assert "multipl" not in of_rewrite


def test_a_bare_amount_is_one_of_assistance_and_a_minute_is_not() -> None:
    amount, minutes = (keys_of_unsure(read(text, PACK), PACK, True) for text in ("EC min, EO SBA", "stance 5 min, EO"))
    assert any("level:minimal" in keys for keys in amount.values())
    assert not any("level:minimal" in keys for keys in minutes.values())
