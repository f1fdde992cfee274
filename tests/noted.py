"""What is told of a note: its facts in the words of the draft or of the note, shared by the tests of the reading."""

from rewriter.case import open_case
from rewriter.improve import write
from rewriter.note import Note
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import Fact, find_facts
from rewriter.reading.pieces import PATIENT, SENTENCE

PACK = load_pack()
_SUBJECTS = {SENTENCE: "", PATIENT: "patient "}


def facts(text: str) -> list[Fact]:
    """Return the facts of a note in order."""
    return find_facts(read(text, PACK), PACK)


def surfaces(text: str) -> list[str]:
    """Return the facts as the draft words them."""
    return [fact.surface for fact in facts(text)]


def composed(text: str) -> str:
    """Return the draft of a note without the sentence that opens it."""
    _, rendered, _ = write(open_case(Note(text, "97112")))
    return rendered.text.removeprefix("Therapist provided neuromuscular re-education. ")


def kinds(text: str) -> list[str]:
    """Return the kind of each fact."""
    return [fact.kind for fact in facts(text)]


def kinds_and_surfaces(text: str) -> list[tuple[str, str]]:
    """Return each fact with its kind."""
    return [(fact.kind, fact.surface) for fact in facts(text)]


def pieces(text: str) -> list[str]:
    """Return the words of the note that each fact was read from."""
    return [text[fact.start : fact.end] for fact in facts(text)]


def sentences(text: str) -> list[str]:
    """Return the facts that are whole sentences."""
    return [fact.surface for fact in facts(text) if fact.form == SENTENCE]


def sentences_and_deeds(text: str) -> list[str]:
    """Return the facts that are whole sentences, and those that are with the patient before them."""
    return [_SUBJECTS[fact.form] + fact.surface for fact in facts(text) if fact.form in _SUBJECTS]
