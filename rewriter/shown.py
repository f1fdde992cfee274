"""What a code takes as shown: ways of evidence that its pack names.

The rules of form were written for neuromuscular re-education, where skill shows in cues and hands. Exercise shows it in
dose and correction, manual therapy in technique and region. So the pack of a code names further ways, as data under
`[code.shows]`, and its rules say which of them meet the rule. A way is a table of parts, each of them lines of clues
(see `clues`), or the name of a code's clues in `codes.toml` ("97140 how"). It is met where every part is found.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from rewriter import billing, checks
from rewriter.checks import Case, Check, whole
from rewriter.checks.case import Chain
from rewriter.clues import Clues, Hit
from rewriter.codes import load_codes
from rewriter.errors import PackError
from rewriter.findings import CLINICIAN, MODEL, Finding, found
from rewriter.reading import Reading
from rewriter.rule import Rule

_WAYS_KEPT = 256
_BASES: Mapping[str, Check] = {**checks.CHECKS, **billing.CHECKS}


def unless_shown(case: Case, rule: Rule) -> list[Finding]:
    """Return what the check named as `base` finds, unless the rule is met in one of the code's own ways.

    Visit rules read the note and the answers, rules of form the text.
    """
    base = _BASES.get(str(rule.parameters.get("base")))
    if base is None:
        raise PackError(f"rule {rule.code}: its parameter 'base' names no check")
    readings = case.told if base.__name__ in billing.CHECKS else (case.text,)
    return [] if any(_is_met(case, rule, reading) for reading in readings) else base(case, rule)


def shown(case: Case, rule: Rule) -> list[Finding]:
    """One of the rule's ways is met by the text. Whoever wrote it can mend it only where the source meets one."""
    if _is_met(case, rule, case.text):
        return []
    can_mend = case.mendable and case.source is not None and _is_met(case, rule, case.source)
    mend = MODEL if can_mend else CLINICIAN
    return [found(rule, case.text.text, anchor=whole(case.text), mend=mend)]


def holds(case: Case, rule: Rule) -> list[Finding]:
    """The text holds what does not belong to the code: the first clue of the rule's ways."""
    reading = case.text
    hits = _compile(_lines(case, rule)).find(reading)
    if not hits:
        return []
    first = min(hits, key=lambda hit: hit.first)
    return [found(rule, reading.text, span=(reading.words.start[first.first], reading.words.end[first.last - 1]))]


def passing(case: Case, rule: Rule) -> Chain:
    """Return the evidence of a rule of form that passed: what met its way, each with its part, else its base's."""
    if rule.check not in (unless_shown.__name__, shown.__name__) or rule.parameters.get("base") in billing.CHECKS:
        return ()
    met = _find_met(case, rule, case.text)
    chain = tuple((hit.mention, hit.tag.partition(" ")[2]) for hit in met if hit.mention is not None)
    if met or rule.check == shown.__name__:
        return chain
    return checks.passing(case, replace(rule, check=str(rule.parameters["base"])))


def _is_met(case: Case, rule: Rule, reading: Reading) -> bool:
    return bool(_find_met(case, rule, reading))


def _find_met(case: Case, rule: Rule, reading: Reading) -> list[Hit]:
    """Return the first clue to each part of the first way that is met, or nothing."""
    lines = _lines(case, rule)
    firsts: dict[str, Hit] = {}
    for hit in _compile(lines).find(reading):
        firsts.setdefault(hit.tag, hit)
    needed: dict[str, list[str]] = {}
    for tag, _ in lines:
        needed.setdefault(tag.partition(" ")[0], []).append(tag)
    return next(([firsts[tag] for tag in tags] for tags in needed.values() if firsts.keys() >= set(tags)), [])


def _lines(case: Case, rule: Rule) -> tuple[tuple[str, str], ...]:
    """Return (WAY PART, lines of clues) of what the rule takes as shown."""
    ways = case.pack.code.get("shows", {}).get(rule.parameters.get("shows"))
    if ways is None:
        raise PackError(f"rule {rule.code}: its parameter 'shows' names nothing under [code.shows]")
    known = load_codes().lines
    return tuple(
        (f"{way} {part}", known.get(lines, lines)) for way, parts in ways.items() for part, lines in parts.items()
    )


@lru_cache(maxsize=_WAYS_KEPT)
def _compile(lines: tuple[tuple[str, str], ...]) -> Clues:
    return Clues(dict(lines))


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (unless_shown, shown, holds)}
