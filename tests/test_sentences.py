"""Sentences: initials, hedged dots, decimals, bullets, headings, titles."""

import pytest

from rewriter import Note, Visit, improve
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.sentences import split_sentences
from rewriter.reading.shorthand import read_words

PACK = load_pack()


def sentences(text: str) -> list[str]:
    words = read_words(text, PACK)
    return [words.written(item.first, item.last) for item in split_sentences(words)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Radiates x6 wk, ? L5. Slow", ["Radiates x6 wk, ? L5", "Slow"]),
        ("Grip ? 3-/5, weak", ["Grip ? 3-/5, weak"]),
        ("S. Tired.\nO. Cerebellar CVA. A. Slow.", ["Tired", "Cerebellar CVA", "Slow"]),
        ("Slow? Leans left.", ["Slow", "Leans left"]),
        ("Leans left. Rights late.", ["Leans left", "Rights late"]),
        ('Legs "like jello." Hx L TKA', ['Legs "like jello."', "Hx L TKA"]),
        ('VC "nose over toes." L knee buckled', ['VC "nose over toes."', "L knee buckled"]),
        ("LBP x6 wk, ? L5. Slow", ["LBP x6 wk, ? L5", "Slow"]),
        ("Leans left? Rights late", ["Leans left", "Rights late"]),
        ("Seen by T. Vale today. Leans left.", ["Seen by T. Vale today", "Leans left"]),
        ("Prone I, T no Y. Bridges x5", ["Prone I, T no Y", "Bridges x5"]),
        ("Prone T, Y. Traction by PT", ["Prone T, Y", "Traction by PT"]),
        ("Low vit D. Walked 50 ft", ["Low vit D", "Walked 50 ft"]),
        ("Needs min. A on ramp. Slow", ["Needs min. A on ramp", "Slow"]),
        ("Needs mod. assist on ramp", ["Needs mod. assist on ramp"]),
        ("Stood 12 min. Rested", ["Stood 12 min", "Rested"]),
        ("NMES 10 min. A: lag gone", ["NMES 10 min", "lag gone"]),
        ("Bike 10 min. A bit tired", ["Bike 10 min", "A bit tired"]),
        ("0.5 kg cuff. 1.25 m reach", ["0.5 kg cuff", "1.25 m reach"]),
        ("Ended at 7. Rested", ["Ended at 7", "Rested"]),
        ("SCI C6 AIS D. Tall kneel x5", ["SCI C6 AIS D", "Tall kneel x5"]),
        ("ankle fx Weber C. Walks slow", ["ankle fx Weber C", "Walks slow"]),
        ("Ms. Vale stood. Slow", ["Ms. Vale stood", "Slow"]),
        ("Dr. Vale agreed. Slow", ["Dr. Vale agreed", "Slow"]),
        ("Has MS. Slow", ["Has MS", "Slow"]),
        ("no. 4 step", ["no. 4 step"]),
        ("stood up; sat", ["stood up", "sat"]),
        ("stood 20 min.Rested next", ["stood 20 min", "Rested next"]),
        ("- foam\n- beam", ["foam", "beam"]),
        ("\u2022 foam \u2022 beam", ["foam", "beam"]),
        ("* foam\n\n* beam", ["foam", "beam"]),
        ("foam\nbeam", ["foam", "beam"]),
        ("slow? Yes", ["slow", "Yes"]),
        ("slow? or tired", ["slow? or tired"]),
        ("Safe now! Next beam", ["Safe now", "Next beam"]),
        ("...", []),
        ("", []),
        (" - \n * ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "text", ["walked approx. 20 ft", "vertigo vs. syncope", "soft surface, e.g. foam", "signed K Day OTR.L"]
)
def test_the_dot_of_an_abbreviation_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ['Said "too fast." Then sat.', '"Slow. Too slow." Rested. Said "ok"'])
def test_a_quotation_is_never_torn(text: str) -> None:
    assert [part for part in sentences(text) if part.count('"') % 2] == []


def bodies(text: str) -> list[tuple[str, str]]:
    words = read_words(text, PACK)
    return [(item.heading, words.written(item.label, item.last)) for item in split_sentences(words)]


def test_soap_letters_head_what_follows() -> None:
    assert bodies("S: tired\nO: tall kneel. TC at ribs\nA: slow\nP: beam") == [
        ("subjective", "tired"),
        ("objective", "tall kneel"),
        ("objective", "TC at ribs"),
        ("assessment", "slow"),
        ("plan", "beam"),
    ]


def test_soap_words_head_what_follows() -> None:
    assert bodies("Subjective: tired. Objective: tall kneel") == [("subjective", "tired"), ("objective", "tall kneel")]


def test_another_heading_in_capitals_ends_the_plan() -> None:
    assert bodies("P: beam\nVITAL SIGNS: steady") == [("plan", "beam"), ("", "steady")]


def test_another_heading_is_a_label_of_its_sentence() -> None:
    words = read_words("Goal: shower alone. Slow", PACK)
    first, second = split_sentences(words)
    assert words.written(first.first, first.last) == "Goal: shower alone"
    assert words.written(first.label, first.last) == "shower alone"
    assert second.label == second.first


def test_a_colon_late_in_a_sentence_makes_no_label() -> None:
    words = read_words("he said as he sat down again: slow", PACK)
    assert [item.label - item.first for item in split_sentences(words)] == [0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('Said "not pain." The program went on', ['Said "not pain."', "The program went on"]),
        ('"Too slow!" 3 reps', ['"Too slow!"', "3 reps"]),
        ('said "too fast." then sat', ['said "too fast." then sat']),
        ("Task: foam | Reps: 8 || Task: beam | Reps: 3", ["Task: foam | Reps: 8", "Task: beam | Reps: 3"]),
        ("| a | b |\n|---|---|\n| foam | beam |", ["a | b", "foam | beam"]),
        ("Task\tReps\nfoam\t8", ["Task\tReps", "foam\t8"]),
        ("foam 90s // beam x8 // spit up x1", ["foam 90s", "beam x8", "spit up x1"]),
        ("in // bars x3 then // bars x4", ["in // bars x3 then // bars x4"]),
        ("stood in // x2, walked in // x3", ["stood in // x2, walked in // x3"]),
        ("1. foam\n2. beam", ["foam", "beam"]),
        ("1) foam\n2) beam\n3) steps", ["foam", "beam", "steps"]),
        ("a) foam\nb) beam", ["foam", "beam"]),
        ("Did: 1. Foam. 2. Beam.", ["Did: 1. Foam", "Beam"]),
        ("foam x2. Beam", ["foam x2", "Beam"]),
        (
            "sat on the mat period number six comma did not go down",
            ["sat on the mat", "number six comma did not go down"],
        ),
    ],
)
def test_rows_lists_and_dictation(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Plan perturb trng 2x/wk", "plan"),
        ("Plan 2x/wk x 4 wks", "plan"),
        ("Plan of care reviewed", ""),
        ("Plan reviewed with pt", ""),
        ("Plan is to add foam", ""),
        ("Motor plan poor", ""),
    ],
)
def test_plan_heads_its_own_sentence_without_a_mark(text: str, heading: str) -> None:
    first, behind = split_sentences(read_words(text + ". Stood on foam.", PACK))
    assert (first.heading, behind.heading) == (heading, "")


@pytest.mark.parametrize(
    "heading",
    [
        "TREATMENT PLAN",
        "Plan of care",
        "SESSION PLAN",
        "Treatment plan",
        "Recommendations",
        "Discharge plan",
        "PT plan",
    ],
)
def test_what_stands_under_any_plan_is_planned(heading: str) -> None:
    text = f"O: step taps x10 CGA\n{heading}:\n1. Gait training with verbal cues.\n2. Stairs.\n3. Balance training."
    told = str(improve(Note(text, visit=Visit(minutes=15))).rewrite)
    assert "included gait" not in told
    assert "included stairs" not in told.lower()
    assert "Plan:" in told or "plan is" in told


@pytest.mark.parametrize("heading", ["Plan of care reviewed", "Lesson plan", "Floor plan copied"])
def test_not_every_heading_with_a_plan_in_it_is_one(heading: str) -> None:
    reading = read(f"{heading}: gait with walker 50 ft", PACK)
    assert {sentence.heading for sentence in reading.sentences} == {""}


def test_a_heading_in_capitals_ends_a_plan() -> None:
    text = "TREATMENT PLAN:\n1. Gait.\nINTERVENTIONS INCLUDE:\n2. Stairs.\nOBJECTIVE FINDINGS:\n3. Pain 3/10."
    assert [one.heading for one in read(text, PACK).sentences if one.label == one.first] == ["plan", "plan", ""]


@pytest.mark.parametrize("text", ["P:", "PLAN:", "S:", "O:"])
def test_a_bare_heading_is_a_note_like_any_other(text: str) -> None:
    assert not read(text, load_pack()).sentences
    assert improve(Note(text)).status
