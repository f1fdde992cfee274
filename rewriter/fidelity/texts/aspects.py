"""What may be said of a fact beside that it is so: denied, doubted, planned, in the past. Each with all words for it.

The reading knows the cues that open a scope; these lists are wider, for the question whether a stretch of text holds
any word of the aspect at all.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.texts.roundabout import is_barred, is_choice, is_since
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, POSSIBLE, REFUSED
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.quantities.units import UNITS
from rewriter.reading.shorthand.spelling import english

DENIAL = NEGATED | REFUSED
DENYING = frozenset(
    "no not none never nothing nobody nor neither without 0 zero neg negative absent absence lacks lacking unable "
    "cannot cant refused declined deferred held hold withheld skipped omitted stopped missed failed off free denied "
    "denies pending unmet rather instead against yet discontinued prohibited avoid contraindicated postponed shelved "
    "waived forgone ignores ignored ignoring neglects avoids avoided fails unnecessary unneeded unwilling halted "
    "omit omits asymptomatic asx unch nt n/t s\u0304 \u00d8 dispute disputes disputed disagrees disagreed "
    "contradicts contradicted excluding excluded except gone disappeared abolished impossible non refrain refrains "
    "precluding precludes precluded preclude barring prohibits prohibiting prohibit ruling "
    "refrained refraining forbid forbids forbidden banned barred disallowed devoid lack lacked nil intolerant "
    "cancelled canceled cancels intolerance intolerances nwb refuse refuses refusing refusal declining "
    "skip skips skipping omitting miss misses missing fail fails failing defer defers deferring withholding "
    "withholds forgo forgoes forgoing".split()
)
# Of those, what denies only what it stands close to: "loss of balance, and the nausea was gone" denies no loss.
CLOSELY = frozenset("gone disappeared abolished impossible".split())
# What sets one thing against another denies the other: "nine steps rather than six" for "9 steps vs 6".
CONTRASTING = frozenset(
    "vs versus unless until till only self alone ignores ignored self-corrected uncued unaided unassisted independent "
    "independently indep mod-i blank still yet".split()
)
PLANNING = frozenset(
    "plan plans planned will next going pending scheduled continue continues continuing recommend recommended would "
    "should consider considered considering awaits awaited due intended expected expectation anticipated arranged "
    "coming future upcoming later tomorrow if until goal follow awaiting ordered wants could rec recs tbd intends "
    "hopes advised advise suggest suggested wish wishes wishing desire desires hope hoping like aims aim waiting "
    "forthcoming backordered back-ordered want recommending recommends recommendation recommendations suggests "
    "suggesting intention intentions".split()
)
# What doubts whatever stands in the sentence, and what may doubt it or something else.
DOUBTS = frozenset(
    "uncertain uncertainty unclear question questions questionable questioned undetermined undecided unsure whether "
    "possibly perhaps maybe might possible probable probably likely estimated estimate estimates suspected suspicion "
    "unconfirmed unverified tentative tentatively presumed apparently doubt doubtful query queried ? possibility "
    "chance permitting contingent conditional seemingly presumably ostensibly conceivably potentially supposedly "
    "arguably questionably plausibly".split()
)
DOUBTING = DOUBTS | frozenset(
    "suspect may could appears seems sure certain if unless without when whenever provided pending decided decision "
    "think thinks believe believes opinion impression rule ruled doubts appear appeared appearing seem seemed "
    "seeming suggest suggests suggested suggestive suggesting concern concerning concerns looks apparent suspicious "
    "thought believed poss prob r/o queries possibilities permits conditionally assuming depending depends go-ahead "
    "approval".split()
)
# Of those, what doubts only what it stands close to: "with a fracture, and an X-ray pending" doubts no fracture.
LOOSELY = frozenset(
    "pending when whenever without provided if whether looks thought believed concern concerns concerning".split()
)
# Beside those words: what ended, and what was done alone, is told without a denial.
_ENDING = frozenset(
    "stop stops stopping paused pause ended break ceased terminated interrupted quit uncued unassisted unaided "
    "unsupported independently spontaneously only still prevented abandoned curtailed aborted".split()
)
FORMER = frozenset(
    "history previous previously prior past last yesterday ago before formerly earlier used evaluation eval admission "
    "initial initially since than resolved cleared subsided former longer gone healed plof overnight night noc weekend "
    "morning beforehand preceding preceded antecedent".split()
)


class Aspect(NamedTuple):
    """The rule that compares an aspect, its bits in the reading, and all words for it."""

    rule: str
    mask: int
    words: frozenset[str]


ASPECTS = (
    Aspect("FID121", DENIAL, DENYING | _ENDING),
    Aspect("FID122", POSSIBLE, DOUBTING),
    Aspect("FID123", PLANNED, PLANNING),
    Aspect("FID124", HISTORICAL, FORMER),
)


# Beside a "not" these deny nothing.
_REFUSING = frozenset("declined decline declines refused refuse refuses withheld skipped omitted deferred".split())
_NON = frozenset(
    "weight wt tender painful ambulatory distended pitting draining productive blanching blanchable palpable "
    "responsive compliant adherent functional".split()
)
_ARTICLES = frozenset("the a an his her their of to onto on at".split())
_COUNSEL = frozenset(
    "advised advises advise opted decided recommended recommends recommend counseled cautioned warned chose elected "
    "instructed cued reminded told coached prompted cue cues".split()
)
# What one works against; nobody is told so to leave it.
_PHYSICAL = frozenset("resistance gravity the a wall manual band force load".split())
_TOO_REACH, _BACK_REACH = 3, 7


def is_former(low: Sequence[str]) -> bool:
    """Tell whether a year is named, or how long ago: "in 2019", "three weeks out from"; not "2000 ft"."""
    return is_since(low) or any(
        len(word) == 4 and word[:2] in ("19", "20") and word.isdecimal() and not UNITS.keys() & low[at : at + 1]
        for at, word in enumerate(low, start=1)
    )


def denies(low: Sequence[str]) -> bool:
    """Tell whether any of these words denies, in whatever way: "not worn", "wasn't worn", "unworn", "has yet to"."""
    for at, word in enumerate(low):
        if (word in DENYING or word.endswith("n't") or _is_undone(word)) and not _means_other(low, at):
            return True
    return is_barred(low) or _is_declined(low) or _is_beyond(low) or is_cut_short(low)


def is_cut_short(low: Sequence[str]) -> bool:
    """Tell whether something was broken off: "fatigue cut the second walk short"."""
    return any(word == "cut" and "short" in low[at + 1 : at + _BACK_REACH] for at, word in enumerate(low))


def _is_declined(low: Sequence[str]) -> bool:
    """Thus: "fear led the patient to decline the ramp"; not "strength continues to decline"."""
    return any(word == "decline" and two in _ARTICLES and two not in ("of", "on", "at") for word, two in pairwise(low))


def _is_beyond(low: Sequence[str]) -> bool:
    """Thus: "too weak to try", "too painful for the stretch": it was not done."""
    return any(
        word == "too" and not {"to", "for"}.isdisjoint(low[at + 2 : at + 1 + _TOO_REACH]) for at, word in enumerate(low)
    )


def _means_other(low: Sequence[str], at: int) -> bool:
    """Thus: "off the mat", "held 20 s", "against resistance", and both words of "not declined"."""
    word, behind = low[at], low[at + 1] if at + 1 < len(low) else ""
    if word == "no":
        return is_choice(low, at)
    if word == "non":
        return behind not in _NON
    if word == "off":
        undone = "back" in low[at + 1 : at + _BACK_REACH]  # "came off and was put back on"
        return behind in _ARTICLES or behind[:1].isdecimal() or undone
    if word in ("held", "hold"):
        figure = low[at + 2] if behind == "for" and at + 2 < len(low) else behind
        return behind in _ARTICLES or figure[:1].isdecimal() or figure in NUMBER_WORDS
    if word == "against":
        counselled = behind not in _PHYSICAL and not _COUNSEL.isdisjoint(low[max(0, at - 3) : at])
        return (
            not behind.endswith("ing") and not counselled
        )  # "cued against hiking", "cued verbally against breath-holding"
    if word in _REFUSING:
        return any(one == "not" or one.endswith("n't") for one in low[max(0, at - 2) : at])
    return (word == "not" or word.endswith("n't")) and not _REFUSING.isdisjoint(low[at + 1 : at + 3])


def _is_undone(word: str) -> bool:
    """A deed denied by its own beginning: "unused", "untested"; not "unsteady"."""
    return word.startswith("un") and word.endswith(("ed", "en")) and word[2:] in english()
