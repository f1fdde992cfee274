"""Origins: each sentence of a rewrite points to its words in the note, and each of the note's to who tells it."""

import json
from pathlib import Path

from rewriter import Answer, Note, improve
from rewriter.draft import Placed, Rendered
from rewriter.origins import Part, find_origins, find_parts
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.result import Result

PACK = load_pack()
NOTE = (
    "R hemi. Wt shift R 3x10, TC @ R hip, poor propriocep R LE, min A. Goal is to amb to bathroom at home w/ RW. 25 min"
)


def told(result: Result) -> dict[str, list[str]]:
    assert result.rewrite is not None
    text = result.source.text
    return {
        result.rewrite[one.start : one.end]: [text[start:end] for start, end in one.evidence]
        for one in result.sentences
    }


def replaced(result: Result) -> dict[str, list[str]]:
    assert result.rewrite is not None
    by_id = {one.id: result.rewrite[one.start : one.end] for one in result.sentences}
    return {result.source.text[one.start : one.end]: [by_id[name] for name in one.told_by] for one in result.parts}


def test_a_sentence_points_to_its_words_in_the_note() -> None:
    said = told(improve(Note(NOTE)))
    assert said["Patient presented with right hemiparesis."] == ["R hemi"]
    facilitated = next(words for text, words in said.items() if "facilitated" in text)
    assert facilitated == ["Wt shift R 3x10", "TC @ R hip", "min A"]


def test_a_sentence_has_its_roles_in_order() -> None:
    result = improve(Note(NOTE))
    assert result.rewrite is not None
    roles = {result.rewrite[one.start : one.end].split()[1]: one.roles for one in result.sentences}
    assert roles["facilitated"] == ("how", "what", "need")


def test_a_sentence_of_the_note_is_told_by_all_that_hold_a_piece_of_it() -> None:
    said = replaced(improve(Note(NOTE)))
    assert list(said) == [
        "R hemi.",
        "Wt shift R 3x10, TC @ R hip, poor propriocep R LE, min A.",
        "Goal is to amb to bathroom at home w/ RW.",
        "25 min",
    ]
    work, deficit = said["Wt shift R 3x10, TC @ R hip, poor propriocep R LE, min A."]
    assert "facilitated weight shift" in work
    assert "poor proprioception" in deficit
    assert said["25 min"] == ["Therapist provided neuromuscular re-education for 25 minutes."]


def test_what_an_answer_tells_has_no_place_in_the_note() -> None:
    said = told(
        improve(Note("step taps, TC @ R quad, poor propriocep R LE", answers=(Answer("DOC130", "safe stairs"),)))
    )
    assert [words for text, words in said.items() if "safe stairs" in text] == [[]]


def test_a_part_with_a_fact_that_no_sentence_tells_is_told_by_none() -> None:
    note = read("TC @ R hip, min A", PACK)
    facts = find_facts(note, PACK)
    cue, assist = (fact.id for fact in facts)
    some = Rendered("Cue given.", (Placed(0, 3, cue, "s1", False),), (("s1", 0, 10),))
    assert find_parts(note, facts, some) == (Part(0, 17, ()),)
    referred = Rendered(some.text, (*some.placed, Placed(4, 9, assist, "s1", True)), some.sentences)
    assert find_parts(note, facts, referred) == (Part(0, 17, ()),)
    whole = Rendered(some.text, (*some.placed, Placed(4, 9, assist, "s1", False)), some.sentences)
    assert find_parts(note, facts, whole) == (Part(0, 17, ("s1",)),)


def test_evidence_that_overlaps_is_one_span() -> None:
    note = read("TC @ R hip, min A", PACK)
    facts = find_facts(note, PACK)
    twice = tuple(Placed(at, at + 1, facts[0].id, "s1", at > 0) for at in range(2))
    (origin,) = find_origins(Rendered("Cue.", twice, (("s1", 0, 4),)), facts, ())
    assert origin.evidence == ((0, 10),)
    assert origin.facts == (facts[0].id,)


def test_a_closing_mark_belongs_to_its_sentence() -> None:
    note = "Step taps R 2x8. SLS 12 sec (5 sec last wk)!\nmin A"
    parts = find_parts(read(note, PACK), (), Rendered("", ()))
    assert [note[one.start : one.end] for one in parts] == [
        "Step taps R 2x8.",
        "SLS 12 sec (5 sec last wk)!",
        "min A",
    ]


def test_all_notes_have_their_parts_in_order_and_every_sentence_its_place() -> None:
    for line in Path(__file__).with_name("notes.jsonl").read_text(encoding="utf-8").splitlines():
        result = improve(Note(json.loads(line)["text"]))
        if result.rewrite is None:
            assert (result.sentences, result.parts) == ((), ())
            continue
        assert " ".join(result.rewrite[one.start : one.end] for one in result.sentences) == result.rewrite
        names = {one.id for one in result.sentences}
        end = 0
        for part in result.parts:
            assert end <= part.start < part.end <= len(result.source.text)
            assert set(part.told_by) <= names
            end = part.end
