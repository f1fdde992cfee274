"""Goals of the plan of care that neither this note nor those before it come near."""

from collections.abc import Mapping, Set

from rewriter.checks import Case, Check, whole
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.history.told import last_own
from rewriter.pack import Pack
from rewriter.reading import Reading, read
from rewriter.rule import Rule

_AIMS = frozenset({"function", "task", "activity", "measure", "device", "education"})
_STEM = 4
_FEWEST_LETTERS = 3


def goals_never_mentioned(case: Case, rule: Rule) -> list[Finding]:
    """None of the visit's goals is met by this note or by the last ones: no aim, measure or word of theirs."""
    goals = [goal for goal in case.visit.goals if goal.strip()]
    notes = last_own(case, rule.parameters["visits"])
    if not goals or len(notes) < rule.parameters["fewest"]:
        return []
    empty = frozenset(rule.parameters["empty"])
    wanted = [_gist(read(goal, case.pack), empty) for goal in goals]
    if not any(wanted):
        return []  # nothing in the goals can be recognised
    cited = frozenset(rule.parameters["cited"])
    for reading in (*case.told, *_texts(case, case.pack), *(note.read(case.pack) for note in reversed(notes))):
        gist = _gist(reading, empty)
        if any(_is_met(goal, gist) for goal in wanted) or not cited.isdisjoint(reading.words.low):
            return []
    reading = case.note
    values = {"count": len(notes)}
    return [
        found(rule, reading.text, side=case.note_side, anchor=whole(reading), mend=CLINICIAN, values=values),
    ]


def _texts(case: Case, pack: Pack) -> tuple[Reading, ...]:
    return (case.text,) if case.source is not None else ()


def _gist(reading: Reading, empty: Set[str]) -> frozenset[str]:
    """Return what a text is about: the aims it names, and the beginnings of its other words."""
    aims = {f"{mention.sense.kind}:{mention.sense.id}" for mention in reading.mentions if mention.sense.kind in _AIMS}
    stems = {
        word[:_STEM]
        for word in reading.words.low
        if len(word) >= _FEWEST_LETTERS and word.isalpha() and word not in empty
    }
    return frozenset(aims | stems)


def _is_met(goal: Set[str], gist: Set[str]) -> bool:
    """Tell whether a text comes near a goal, be it by one of its aims or words: in doubt it does."""
    return not goal.isdisjoint(gist)


CHECKS: Mapping[str, Check] = {"goals_never_mentioned": goals_never_mentioned}
