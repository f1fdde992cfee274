"""Which goal of the plan of care the work serves."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Check, mender, whole
from rewriter.checks.forms import find_forms
from rewriter.findings import Finding, found
from rewriter.lexicon import split_form
from rewriter.reading import Reading, read
from rewriter.rule import Rule

_MEETS = frozenset({"function", "activity", "task", "ability", "impairment", "symptom"})
_FULL = "full"


def goal_related(case: Case, rule: Rule) -> list[Finding]:
    """The text names a goal, or what it is for meets one of the visit's goals.

    Where the visit gives none and the text neither, this is asked of a full record only.
    """
    if not case.visit.goals and case.profile != _FULL:
        return []
    if _names_goal(case.text, rule) or _meets_goal(case.text, case, rule):
        return []
    in_source = case.source is not None and (_names_goal(case.source, rule) or _meets_goal(case.source, case, rule))
    return [found(rule, case.text.text, anchor=whole(case.text), mend=mender(case, in_source))]


def _names_goal(reading: Reading, rule: Rule) -> bool:
    """A goal is spoken of with what it is: "no goal" and "progressing toward goals" name none."""
    plain = set(rule.parameters["plain"])
    for number in {reading.sentence_of[index] for index in reading.having("goal")}:
        sentence = reading.sentences[number]
        words = reading.words.low[sentence.first : sentence.last]
        if any(word[0].isalpha() and word not in plain for word in words):
            return True
    return bool(find_forms(reading, rule.parameters["named"]))


def _meets_goal(reading: Reading, case: Case, rule: Rule) -> bool:
    """The text holds a concept of a goal, or most of a goal's own words."""
    held = {reading.mentions[i].sense.id for i in reading.having(*_MEETS)}
    words = {_stem(word) for word in reading.words.low}
    for goal in case.visit.goals:
        wanted = read(goal, case.pack)
        ids = {mention.sense.id for mention in wanted.mentions if mention.sense.kind in _MEETS}
        if any(f"{one}_".startswith(f"{other}_") or f"{other}_".startswith(f"{one}_") for one in held for other in ids):
            return True
        own = {_stem(word) for word in split_form(goal) if word.isalpha() and word not in rule.parameters["plain"]}
        if own and 2 * len(own & words) >= len(own):
            return True
    return False


def _stem(word: str) -> str:
    """Return a word without the ends of "-s", "-ing", "-ed"."""
    for end in ("ing", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) > 2:
            return word[: -len(end)]
    return word


CHECKS: Mapping[str, Check] = {goal_related.__name__: goal_related}
