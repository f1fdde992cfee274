"""Goals: a label or a word that says so, unless it is a score to reach or no goal yet."""

from rewriter.reading.kinds.passages import Kind, Passage
from rewriter.reading.mentions import VALUES
from rewriter.reading.pieces.forms import PHRASE, SENTENCE
from rewriter.reading.pieces.openings import is_anothers_wish
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

_OF_GOALS = (["work"], ["directed"], ["related"], ["area"], ["areas"])
# What is done with a goal itself.
_CHANGING = frozenset("discontinue d/c revise update change modify drop downgrade upgrade review discuss".split())
_VERSUS = frozenset({"vs", "versus", "of"})


def tell_goal(passage: Passage) -> Kind | None:
    """A goal is told as the function it is for."""
    reading, by_kind, first = passage.reading, passage.by_kind, passage.first
    if _is_aimed_score(passage):
        return "finding", by_kind["goal"]
    if (
        "goal" in by_kind and passage.form != SENTENCE and not _is_no_goal(reading, by_kind["goal"], first)
    ) or label_is(reading, passage.sentence, "goal"):
        return "function", passage.find("function", "task", "activity", "goal")
    return None


def label_is(reading: Reading, sentence: Sentence, kind: str) -> bool:
    """Tell whether the label that a sentence opens with ("goal:") begins with a mention of this kind."""
    if sentence.label == sentence.first:
        return False
    return any(m.sense.kind == kind and m.first == sentence.first for m in reading.mentions)


def _is_aimed_score(passage: Passage) -> bool:
    """A bare figure behind scores is theirs to reach, and no goal of its own: "38/56 eval, 44/56 today, goal 48"."""
    by_kind = passage.by_kind
    if "goal" not in by_kind or passage.form != PHRASE:
        return False
    begun = passage.reading.mentions[by_kind["goal"]].first > passage.first
    valued = set(by_kind) - {"goal", "admin", "negation"}
    return passage.first + begun > passage.sentence.label and bool(valued) and valued <= VALUES


def _is_no_goal(reading: Reading, goal: int, first: int) -> bool:
    """Thus: "not a goal yet", "14 s (goal 30)", "25 min vs 40 goal"; a goal that is "not met" is one."""
    at = reading.mentions[goal].first
    if is_anothers_wish(reading, first, at):
        return True
    if reading.words.low[first] in _CHANGING and (at > first or reading.words.low[first + 1 : first + 2] == ["goal"]):
        return True  # "d/c amb goal? discuss w MD": what becomes of one
    before = reading.words.low[max(0, at - 2) : at]
    if (
        before[-1:] == ["("]
        or (at > first and before[-1:] == [","])
        or (before and not _VERSUS.isdisjoint(before) and before[-1][-1:].isdecimal())
    ):
        return True  # beside what was reached
    if before[-1:] and before[-1] in _VERSUS:
        return True
    if reading.words.low[at + 1 : at + 2] in _OF_GOALS:
        return True  # "not counted as goal work"
    denied = before[:1] == ["not"] and not {"a", "the", "her", "his"}.isdisjoint(before[1:])
    return denied or before[-1:] in (["no"], ["never"], ["not"])
