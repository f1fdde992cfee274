import pytest

from rewriter.carry import VISIT, Objection, carry_more, find_objections, is_unfaithful
from rewriter.case import open_case
from rewriter.compose import compose
from rewriter.draft import Draft, DraftSentence, render
from rewriter.findings import REWRITE, SOURCE
from rewriter.improve import write
from rewriter.note import Note

TEXT = "Step taps x10 w/ VC. Berg 40/56. Weight shift to R, TC at pelvis."
CASE = open_case(Note(TEXT))
FACTS = CASE.gather()
RENDERED = render(compose(FACTS, CASE.pack), {fact.id: fact for fact in FACTS})


def carried(*objections: Objection, already: frozenset[int] = frozenset()) -> frozenset[int]:
    return carry_more(already, objections, RENDERED, FACTS, CASE.source)


def test_a_fault_in_a_sentence_of_the_draft_blames_the_sentences_its_facts_come_from() -> None:
    ours = next(name for name, start, end in RENDERED.sentences if "weight shift" in RENDERED.text[start:end].lower())
    assert carried(Objection(ours)) == {2}


def test_words_of_the_rendered_text_blame_the_fact_they_render() -> None:
    start = RENDERED.text.index("40/56")
    assert carried(Objection("", REWRITE, start, start + 5)) == {1}


def test_words_of_the_note_blame_their_sentence() -> None:
    assert carried(Objection("", SOURCE, TEXT.index("pelvis"), TEXT.index("pelvis") + 6)) == {2}


def test_where_nothing_new_can_be_blamed_all_is_carried() -> None:
    every = frozenset((VISIT, *range(len(CASE.source.sentences))))
    assert carried() == every
    assert carried(Objection("", SOURCE, 0, 4), already=frozenset({0})) == every


def test_a_faultless_draft_draws_no_objection() -> None:
    draft = compose(FACTS, CASE.pack)
    assert find_objections(draft, FACTS, CASE.judge(RENDERED.text), CASE.pack) == []
    torn = Draft((*draft.sentences[:-1], DraftSentence("s9", "Therapist provided wibble.")))
    assert find_objections(torn, FACTS, CASE.judge(RENDERED.text), CASE.pack)


@pytest.mark.parametrize(
    "text",
    [
        "RTS goal soccer. SLS on foam 3x30s w/ TC at hip, mirror.",
        "Obesity: none. Step taps x10, VC for weight shift.",
    ],
)
def test_one_doubtful_sentence_does_not_cost_the_others_their_arrangement(text: str) -> None:
    _, rendered, verdict = write(open_case(Note(text)))
    assert not any(map(is_unfaithful, verdict.findings))
    assert "Therapist facilitated" in rendered.text or "Therapist cued" in rendered.text
