"""Cues: which of them count, and which side each is about.

A cue means nothing of its own where its word is another word ("IF 3/5", "held 20 s") or where two denials cancel each
other ("not without"). It is about what stands to its left at the end of a clause or of a passive ("stairs declined",
"stairs were not tested"), else about what follows ("declined stairs").
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.body import SIDES
from rewriter.english import ANDS
from rewriter.reading.context.marks import CIRCUMSTANCES, COMMAS, PASSIVE, REASONS, SUBJECTS, TODAY, TURNS
from rewriter.reading.context.places import Line
from rewriter.reading.mentions import Mention

DENYING = frozenset({"negation", "refusal"})

# --- words next to a cue ---
_HAVING = frozenset({"has", "had", "have", "wasn't", "weren't", "isn't", "aren't"})
_DID = frozenset({"did", "does", "do", "didn't", "doesn't", "don't", "didnt", "doesnt", "dont"})
_NOTS = frozenset({"not", "yet", "be", "wasnt", "werent", "isnt", "hasnt"})
_BETWEEN = frozenset(
    {"been", "be", "being", "yet", "again", "also", "still", "all", "both", "formally", "even", "therefore"}
)
_NOT_DENIED = frozenset(
    "limited affected impaired involved based confined restricted need changed altered improved worsened increased "
    "decreased reduced lessened diminished subsided abated eased settled".split()  # "numbness has not changed" is there
)
PARTICIPLES = frozenset(
    "done seen given taken tried worn shown found felt met made begun held put set run kept read left present evident "
    "visible apparent necessary available yet today".split()
)
_HAPPENING = frozenset({"occur", "happen", "take", "recur", "arise", "exist", "appear"})
_ENDS = COMMAS | TURNS | REASONS | TODAY | {""}
_BEHIND_EITHER = CIRCUMSTANCES | ANDS | {"today", "this", "per", "twice", "once", "/", "x", "?", '"'}
_BEHIND_QUALITY = CIRCUMSTANCES | ANDS | TODAY | TURNS
_WITHHOLDING = frozenset({"due", "because", "secondary", "per", "pending", "until", "today"})
_CHOOSING = frozenset({"/", "or"})
_SELF_CORRECTING = frozenset({"sorry", "wait", "make", "hang", "hold"})
_HELD_POSSIBLE = frozenset({"suspected", "queried", "questioned"})
_ASKED = frozenset({"about", "on", "regarding", "re", "whether", "if"})
_FINGERS = frozenset({"mp", "pip", "dip", "mcp", "mf", "rf", "sf", ":", ","})
# What is turned down is not refused: the lights, a palm.
DIMMED = frozenset(
    "light lights lighting lamp volume music tv television radio sound noise heat thermostat brightness intensity gain "
    "stimulation current bed sheets covers blinds palm palms palm-down hand".split()
)
_HANDLED = frozenset({"bed", "hand", "current"})  # behind the words these may be treated: "turned down hand exercises"
_TIMES = ("day", "week", "month", "year", "wk", "yr")

# What follows "should" and "provided" where they set a condition.
_INVERTED = frozenset("the a an any there nothing no this that it he she they pain symptoms either".split())
_BEING = frozenset("is are stays stay remains remain permits allows can".split())

_GOING_ON = frozenset({"cont", "continue", "continues", "continued"})
# What one needs, lacks or shows, and nobody plans.
_STANDING = frozenset(
    "need require have demonstrate present show struggle benefit be report display exhibit complain lack lean drag "
    "lose push fatigue deny refuse decline".split()
)

# --- kinds ---
_STATES = frozenset(
    {"impairment", "symptom", "deficit", "better", "worse", "same", "intact", "link", "diagnosis", "ability"}
)
_DONE = frozenset({"activity", "treatment", "task"})


def open_cues(line: Line, cues: list[Mention]) -> list[Mention]:
    """Return the cues that open a scope; what is said to be intact is told by `is_said_of_left`."""
    return [
        cue
        for at, cue in enumerate(cues)
        if cue.sense.kind != "intact"
        and cue.sense.group != "pseudo"
        and not _is_cancelled(line.low, cues, at)
        and not _is_other_word(line, cue)
    ]


def _is_cancelled(low: list[str], cues: list[Mention], at: int) -> bool:
    """Two denials in a row deny nothing: "not without", "was not skipped", "did not refuse"."""
    return cues[at].sense.kind in DENYING and any(
        before.first != behind.first
        and all(cue.sense.kind in DENYING and cue.sense.group != "pseudo" for cue in (before, behind))
        and low[behind.first] not in ("held", "nor")
        and low[before.last - 1] not in ("no", "none")
        and _BETWEEN.issuperset(low[before.last : behind.first])
        for before, behind in pairwise(cues[max(0, at - 1) : at + 2])
    )


# --- which side ---


def is_passive(line: Line, cue: Mention) -> bool:
    """Tell whether the cue is the end of a passive, as in "stairs were again declined", "stairs were not tested"."""
    low = line.low
    if low[cue.first] in PASSIVE or low[cue.first] in _HAVING:
        return True
    at = cue.first - 1
    while at > line.first and low[at] in _BETWEEN and low[at] not in PASSIVE:
        at -= 1
    return at >= line.first and low[at] in PASSIVE


def faces_left(line: Line, cue: Mention, passive: bool) -> bool:
    """Decide which side a cue is about, by what stands next to it."""
    kind, group = cue.sense.kind, cue.sense.group
    if group == "backward":
        return True
    if group != "either" and kind != "negation":
        return False
    at = cue.last
    while line.word(at) in _BETWEEN:
        at += 1
    if group == "either":
        return _either_faces_left(line, cue, at, passive)
    return _denial_faces_left(line, cue, at)


def _either_faces_left(line: Line, cue: Mention, at: int, passive: bool) -> bool:
    kind, beside = cue.sense.kind, line.word(at)
    ends = beside in _ENDS
    if kind == "historical":
        return ends
    if kind == "possible":
        return (ends and beside not in REASONS) or (passive and line.low[cue.first] in _HELD_POSSIBLE)
    return (
        passive
        or ends
        or beside in _BEHIND_EITHER
        or (kind == "planned" and beside == "to")
        or ("side" in line.kinds_at(at) and (at + 1 >= line.last or line.low[at + 1] in COMMAS))
        or (kind != "planned" and line.figure_at(at) is not None and "ordinal" not in line.kinds_at(at))
    )


def _denial_faces_left(line: Line, cue: Mention, at: int) -> bool:
    word, beside = line.low[cue.last - 1], line.word(at)
    ends = beside in _ENDS
    if word in ("denies", "denied"):
        return ends and beside != ":"
    if word == "no":
        return ends or beside == "?"
    if word not in _NOTS and not word.endswith("n't"):
        return False
    if line.low[cue.first] in _DID:
        return beside in _HAPPENING
    if ends or beside == "this":
        return word in ("not", "yet") and beside != "but"
    if beside.endswith("ed") or beside in PARTICIPLES:
        return beside not in _NOT_DENIED and _STATES.isdisjoint(line.kinds_at(at))
    return False


def is_said_of_left(line: Line, cue: Mention) -> bool:
    """Thus: "scanning good"; not "neglect better with good scanning", where it is said of what follows."""
    behind = line.word(cue.last)
    return cue.sense.id not in ("good", "normal", "full_range") or not behind[:1].isalpha() or behind in _BEHIND_QUALITY


# --- other words ---


def _is_other_word(line: Line, cue: Mention) -> bool:
    """The word of the cue means something else here: "IF 3/5" is a finger, "held 20 s" no withholding."""
    low, word, behind = line.low, line.low[cue.first], line.word(cue.last)
    if word == "no" and cue.last == cue.first + 1:
        if low[cue.first - 1] in _CHOOSING and low[cue.first - 2] in ("yes", "y"):
            return True  # "yes/no reliability 80%"
        return behind in _SELF_CORRECTING or (
            line.figure_at(cue.last) is not None
            and any(figure.last == cue.first for figure in line.figures_before(cue.first))
        )
    if word in ("if", "may") and cue.last == cue.first + 1:
        return (
            not behind
            or behind in _FINGERS
            or low[max(line.first, cue.first - 1)] in SIDES  # "R IF zone II"
            or low[cue.first - 1 : cue.first] == ["as"]
            or line.figure_at(cue.last) is not None
        )
    if word in ("ago", "earlier"):
        return not low[cue.first - 1].startswith(_TIMES)
    if word == "held":
        return low[cue.first + 1 : cue.last] in ([], ["today"]) and not _is_withheld(line, cue)
    if word in ("queried", "questioned"):  # "L5 is queried"; not "the wife queried the dose", "questioned about falls"
        return behind in _ASKED or not (is_passive(line, cue) or behind in _ENDS)
    if word == "should":
        return is_condition(low, cue.first)
    if word == "used":
        return not _is_habit(line, cue)
    if low[cue.first : cue.last] == ["going", "to"]:
        return _is_movement(line, cue)
    if low[cue.last - 1] == "to" and tells_state(low[cue.first : cue.last + 1]):
        return True
    if low[cue.first : cue.last] == ["turned", "down"]:
        ahead, rest = low[max(line.first, cue.first - 3) : cue.first], low[cue.last : min(line.last, cue.last + 2)]
        return not (DIMMED.isdisjoint(ahead) and (DIMMED - _HANDLED).isdisjoint(rest))
    if word in ("declined", "declines"):
        return behind in ("from", "since", "over") or _is_fall_of_ability(line, cue)
    return False


def tells_state(told: Sequence[str]) -> bool:
    """What still is so is no plan: "cont to need min A", "pt continue to fatigue"; "cont to work on gait" is one."""
    return len(told) > 2 and told[0] in _GOING_ON and told[1] == "to" and told[2] in _STANDING


def is_condition(low: list[str], at: int) -> bool:
    """Thus: "should nothing change by recertification", "provided pain is under 3/10": if it is so."""
    if low[at] == "provided":
        return not _BEING.isdisjoint(low[at + 1 : at + 4]) and (at == 0 or not low[at - 1][0].isalpha())
    return low[at] == "should" and at + 1 < len(low) and low[at + 1] in _INVERTED


def _is_fall_of_ability(line: Line, cue: Mention) -> bool:
    """Thus: "gait speed has declined" refuses nothing."""
    return any(
        mention.sense.kind in ("ability", "measure", "impairment") and cue.first - mention.last < 2
        for mention in line.before(cue.first, 1)
    )


def _is_withheld(line: Line, cue: Mention) -> bool:
    """Thus: "meds held", "stairs held due to pain"; not "tandem held 20 s", "held the rail"."""
    right = line.first_from(cue.last)
    if "duration" in line.kinds[right : right + 2]:
        return False
    behind = line.word(cue.last)
    subject = {kind for mention in line.before(cue.first, 1) for kind in line.kinds_at(mention.first)}
    done = not subject.isdisjoint(_DONE | {"education"})
    if behind in _WITHHOLDING or line.low[cue.last - 1] == "today":
        return done or subject.isdisjoint({"part", "side"})
    if behind in ("", ",", ";", ")"):
        return done and subject.isdisjoint({"position", "surface", "device", "equipment"})
    reason = not _WITHHOLDING.isdisjoint(line.low[cue.last : min(line.last, cue.last + 6)])
    return reason and not _DONE.isdisjoint(line.kinds_at(cue.last))


def _is_movement(line: Line, cue: Mention) -> bool:
    """Thus: "spasm going to tall kneel"; not "is going to try foam", "pt going to order rails"."""
    at = cue.first - (cue.first > line.first and line.low[cue.first - 1] in ("not", "now", "also", "still"))
    if at == line.first:
        return "position" in line.kinds_at(cue.last)
    before = line.low[at - 1]
    is_said_of = before in PASSIVE or before in SUBJECTS or before.endswith("'s")
    return not (is_said_of or any(one.sense.kind == "person" and one.last == at for one in line.before(at, 3)))


def _is_habit(line: Line, cue: Mention) -> bool:
    """Thus: "she used to walk", "used to be toes"; not "mirror used to give feedback"."""
    if line.word(cue.last) in ("be", "have", "need", "live", "work"):
        return True
    if "link" in line.kinds_at(cue.first):
        return False
    before = line.low[cue.first - 1] if cue.first > line.first else ""
    if before in SUBJECTS or any(
        mention.sense.kind == "person" and mention.last == cue.first for mention in line.before(cue.first, 3)
    ):
        return True
    return before in ("", ",", "(") and "verb" not in line.kinds_at(cue.last)
