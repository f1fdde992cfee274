"""Which code a text fits: told by its intent first, then by technique, last by the activity.

One activity serves many intents: step-ups build strength, retrain control, or practice the stairs at home. So what the
note says it was *for* outweighs what was done, and nothing is said where the billed code has evidence of its own.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rewriter.checks import Case, Check
from rewriter.clues import Hit
from rewriter.codes import AIM, DEED, HOW, load_codes
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.reading import Reading
from rewriter.rule import Rule

# What a distinct clue counts, and how many of its kind count at most.
_LINKED, _STATED, _TECHNIQUE, _ACTIVITY = 4.0, 2.0, 2.0, 1.0
_MOST = 3
_DEEDS = ("activity", "treatment", "task")
_SHOWN = 3
_NONE = frozenset[str]()
# The deeds that are a code's own, whatever else they may show.
_OWN = {"97116": frozenset({"gait", "walking"})}


class Fit(NamedTuple):
    """How well a text fits a code, and the clues that say so, the weightiest first."""

    score: float
    hits: tuple[Hit, ...]


def weigh(reading: Reading) -> dict[str, Fit]:
    """Return for each code with any clue how well the text fits it."""
    linked = {link.target for link in reading.links}
    best: dict[str, dict[str, tuple[float, Hit]]] = {}
    for hit in load_codes().clues.find(reading):
        code, _, role = hit.tag.partition(" ")
        if role == DEED and _is_outcome(reading, hit, linked):
            continue
        worth = {AIM: _LINKED if hit.mention in linked else _STATED, HOW: _TECHNIQUE, DEED: _ACTIVITY}[role]
        named = best.setdefault(code, {})
        if hit.name not in named or named[hit.name][0] < worth:
            named[hit.name] = worth, hit
    return {code: _add_up(list(named.values())) for code, named in best.items()}


def _add_up(weighed: Sequence[tuple[float, Hit]]) -> Fit:
    """Add the clues of each worth, so many at most: a long list of exercises has no better intent than a short one."""
    ordered = sorted(weighed, key=lambda item: (-item[0], item[1].first))
    counts: dict[float, int] = {}
    score = 0.0
    for worth, _ in ordered:
        counts[worth] = counts.get(worth, 0) + 1
        score += worth if counts[worth] <= _MOST else 0
    return Fit(score, tuple(hit for _, hit in ordered))


def _is_outcome(reading: Reading, hit: Hit, linked: set[int]) -> bool:
    """A function that is named as the goal was not practiced: "reach to cup, goal self feeding"."""
    if hit.mention is None or reading.mentions[hit.mention].sense.kind not in ("function", "task"):
        return False
    if hit.mention in linked:
        return True
    here = reading.by_sentence[reading.sentence_of[hit.mention]]
    return any(
        reading.mentions[i].first < hit.first
        and (
            reading.mentions[i].sense.kind == "goal" or reading.mentions[i].sense.id in ("goal", "for_", "required_for")
        )
        for i in here
    )


def fits_another_code(case: Case, rule: Rule) -> list[Finding]:
    """The note's own purpose and technique point to another code, and hardly anything to the billed one."""
    codes = load_codes().by_code
    billed = codes.get(case.pack.name)
    if billed is None:
        return []
    weighed = weigh(case.note)
    own = _score(weighed, billed.family)
    for reading in case.answers:
        own += _score(weigh(reading), billed.family)
    rivals = [
        (fit.score, code)
        for code, fit in weighed.items()
        if code != billed.family and codes[code].offer and _outweighs(fit, own, rule)
    ]
    if not rivals:
        return []
    _, other = max(rivals, key=lambda rival: (rival[0], rival[1]))
    hits, reading = weighed[other].hits, case.note
    if _is_own_deed(reading, billed.family, weighed, hits):
        return []
    shown = dict.fromkeys(f"'{reading.words.written(hit.first, hit.last)}'" for hit in hits[:_SHOWN])
    values = {
        "billed": billed.code,
        "other": other,
        "words": ", ".join(shown),
        "aims": " / ".join(codes[code].aims for code in sorted((billed.code, other))),
    }
    span = _find_deed(reading, hits)
    return [found(rule, reading.text, side=case.note_side, span=span, mend=CLINICIAN, values=values)]


def _find_deed(reading: Reading, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the place of what was done, whose purpose is asked: of the clues if they name it, else of the note."""
    named = [hit.mention for hit in hits if hit.mention is not None]
    deeds = [index for index in named if reading.mentions[index].sense.kind in _DEEDS]
    index = next(iter([*deeds, *reading.having(*_DEEDS)]), None)
    if index is not None:
        return reading.span(reading.mentions[index])
    return reading.words.start[hits[0].first], reading.words.end[hits[0].last - 1]


def _is_own_deed(reading: Reading, family: str, weighed: Mapping[str, Fit], hits: Sequence[Hit]) -> bool:
    """What was done belongs to the billed code, and the other's clues are what was seen: "gait 85 ft, freezing".

    A purpose of the other code ("to improve strength") speaks against it all the same.
    """
    named = [hit.mention for hit in hits if hit.mention is not None]
    aims = {link.target for link in reading.links}
    if any(index in aims or reading.mentions[index].sense.kind in _DEEDS for index in named):
        return False
    own = {hit.mention for hit in weighed[family].hits} if family in weighed else set()
    deeds = {index: reading.mentions[index].sense for index in reading.having(*_DEEDS)}
    return any(
        index in own or not _OWN.get(family, _NONE).isdisjoint((sense.group, sense.id))
        for index, sense in deeds.items()
    )


def _outweighs(fit: Fit, own: float, rule: Rule) -> bool:
    """Much speaks for the other code and little for the billed one, or something for the other and nothing for it."""
    least, share, alone = (rule.parameters[name] for name in ("least", "share", "alone"))
    several = len({hit.name for hit in fit.hits}) > 1
    return (fit.score >= least and own <= share * fit.score) or (own == 0 and fit.score >= alone and several)


def _score(weighed: Mapping[str, Fit], code: str) -> float:
    return weighed[code].score if code in weighed else 0.0


CHECKS: Mapping[str, Check] = {"fits_another_code": fits_another_code}
