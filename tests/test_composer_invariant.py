"""What the composer promises for any text: its draft proves, its text invents and loses nothing, twice is the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.carry import is_unfaithful
from rewriter.case import open_case
from rewriter.compose import compose
from rewriter.draft import render
from rewriter.gather import gather_facts
from rewriter.improve import write
from rewriter.note import Note
from rewriter.pack import load_pack
from rewriter.proof import prove
from rewriter.reading import read
from rewriter.validate import to_dict
from rewriter.visit import Visit
from tests.shared_data import load_lines

pytestmark = pytest.mark.slow

PACK = load_pack()


def holds(text: str, minutes: float | None = None, *, at_once: bool = False) -> None:
    """Assert the composer's promises for one text; with `at_once`, that its first and best draft keeps them."""
    note = Note(text, visit=Visit(minutes=minutes))
    source = read(text, PACK, minutes)
    case = open_case(note)
    facts, rendered, verdict = write(case)
    assert [item.text for item in verdict.findings if is_unfaithful(item)] == []
    assert to_dict(case.judge(rendered.text, apart=case.find_apart(rendered, facts))) == to_dict(verdict)
    if at_once:
        facts = gather_facts(note, source, [], PACK)
        draft = compose(facts, PACK)
        assert prove(draft, facts, PACK) == []
        assert render(draft, {fact.id: fact for fact in facts}) == rendered
    else:
        assert any(prove(compose(facts, PACK, plain=plain), facts, PACK) == [] for plain in (False, True))


def real_texts() -> Iterator[object]:
    """Yield each real note whole and paragraph by paragraph; what several notes say in the same words, once."""
    named: dict[str, str] = {}
    for note in load_lines("mtsamples_therapy.jsonl"):
        named.setdefault(note["text"], note["id"])
        for number, paragraph in enumerate(note["text"].split("\n")):
            if paragraph.strip():
                named.setdefault(paragraph, f"{note['id']}-{number}")
    for text, name in named.items():
        yield pytest.param(text, id=name)


@pytest.mark.parametrize("text", list(real_texts()))
def test_holds_for_real_notes(text: str) -> None:
    holds(text, at_once=True)


def test_holds_for_the_note_of_the_readme() -> None:
    holds((Path(__file__).parent / "demo" / "full.txt").read_text("utf-8"), at_once=True)


@pytest.mark.parametrize("note", load_lines("terse_notes.jsonl"), ids=lambda note: str(note["id"]))
def test_holds_for_terse_notes(note: dict[str, object]) -> None:
    holds(str(note["text"]), note["minutes"], at_once=True)  # type: ignore[arg-type]


PIECES = (
    "wt shift R w/ TC @ pelvis", "STS x8 min A", "LOB post x2", "no LOB", "denies pain, HA", "gait RW 150ft x2 CGA",
    "poor proprio L LE", "VOR x1 60s x3", "sx 4/10 -> 2/10", "s/p R CVA", "foam EC 20s", "HEP given",
    "goal: stairs at home", "15 min", "97112 x 15'", "pt reached 2/6 after VC", "BBS 41/56", "mod A -> min A",
    "R>L ataxia", "cued ankle strat", "shldr hike inhibited w manual block", "wife guarded", "cont 2x/wk",
    "MS", "PT", "TA", "??", "maybe 20ish reps", "tandem // bars 3x30 sec", "leans L", "for toilet tx",
    "Patient required verbal cues to stay upright.", "fell x1 last wk", "FOG x3, on R turns only",
    "1# cuff", "4in steps x10 L", "4-/5 quads", "L4-5 pain", "HR 118", "BP 118/70", "unsteady", "drops keys",
    "will add EC next session", "scratch that", "é", "\U0001f600",
)  # fmt: skip
JOINS = (", ", ". ", "; ", " + ", " - ", "\n", " -> ", ".\n- ", ": ", " ")
SHORT = st.sampled_from(PIECES)


@st.composite
def notes(draw: st.DrawFn) -> str:
    """Generate a terse note: pieces of shorthand in any order, joined in any way."""
    text = draw(SHORT)
    for _ in range(draw(st.integers(0, 9))):
        text += draw(st.sampled_from(JOINS)) + draw(SHORT)
    cased = {"as is": text, "upper": text.upper(), "capital": text.capitalize()}
    return cased[draw(st.sampled_from(sorted(cased)))]


@settings(max_examples=400, deadline=None)
@given(notes(), st.sampled_from((None, 8, 15, 22)))
def test_holds_for_generated_notes(text: str, minutes: float | None) -> None:
    holds(text, minutes)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=120))
def test_holds_for_any_text(text: str) -> None:
    if text.strip():
        holds(text)
