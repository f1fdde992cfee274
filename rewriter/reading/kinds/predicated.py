"""Pieces that name a thing done and say something of it, so that the name alone does not tell that it was done.

"Clamshell dropped", "cut tandem stand", "back in 2 min sitting", "hid under table 4 min": a treatment is told by a name
with its dose, and a verb, a doubt or a bare figure beside the name is something else. They stay as they were written.
"""

from rewriter.reading.kinds.passages import DOSED, Kind, Passage
from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.dosed import returns_to_dose
from rewriter.reading.pieces.forms import TRYING
from rewriter.reading.pieces.openings import AMOUNTS
from rewriter.reading.pieces.treated import QUALITIES
from rewriter.reading.reading import Reading

# The past forms of English verbs that do not end in -ed, and that are no other word beside an exercise ("left", "held",
# "set", "split", "bent", "read"): a closed class. A simple past is told of a person, a participle of the thing.
_PASTS = frozenset(
    "arose ate awoke became began blew bought broke broken brought built came caught chose chosen clung crept cut "
    "dealt did done drank drawn drew driven drove eaten fallen fed fell felt fled flew flown forgot forgotten fought "
    "found frozen froze gave given gone got gotten grew grown had heard hid hidden hit hung hurt kept knew known laid "
    "lain lay led lent let lost made meant met paid put quit ran rang risen rode rose said sang sank sat saw sent "
    "shook shut slept slid sold sought spent spoke spoken stole stood stopped struck stuck stung swam sworn swung "
    "taken taught thought threw thrown told took tore torn understood went withdrew woke won "
    "wore worn wrote written".split()
)
# Regular ones that tell what became of an exercise: it may not have been begun.
_LEFT = frozenset(
    "canceled cancelled delayed discontinued dropped missed nixed omitted postponed pulled rescheduled scrapped "
    "skipped started".split()
)
# Behind "with" a past form describes what it stands beside: "with eyes shut", "with knees kept straight".
_WITH = frozenset({"with", "w/", "while", "after", "that", "when"})
# Before an exercise these are adjectives: "lost balance drills", "given task", "torn paper strips", "frozen peas".
_DESCRIBING = frozenset("broken driven frozen given hidden known sworn torn woven worn written lost".split())
# Words that join a second statement, or weigh one; "so" and "but" never stand in a name.
# The help behind them is not yet so.
_AWAITING = frozenset({"when", "once", "until", "till", "unless"})
_JOINING = frozenset("so but because bc cuz although though unless whereas".split())
_LEVELS = frozenset({"minimal", "moderate", "maximal", "maximum"})
_LEADING = frozenset("with using via by and plus given used provided no single at for to during gestural".split())
_DOING = frozenset({"activity", "task", "cue", "position", "treatment", "level"})
_MOST_QUALITIES = 2
_STILL = frozenset({"still", "almost", "nearly", "barely", "hardly", "again"})
_PLACES = frozenset({"in", "to", "at", "on", "by", "with", "after", "before"})
# What comes behind these is when, not what: "5 ply after 2nd walk".
_WHEN = frozenset({"after", "before", "post", "pre", "following", "until", "till", "since"})
_ORDINAL = ("st", "nd", "rd", "th")
# How somebody walks; with a dose behind them they name an exercise: "wide steps x10".
_GAITS = frozenset(
    "short shorter shortened slow slower slowed uneven unequal asymmetric asymmetrical antalgic ataxic stiff heavy "
    "hesitant shuffling stooped flexed wide wider narrowed staggering unsteady".split()
)
_ALONE = (["on", "own"], ["by", "himself"], ["by", "herself"])
_EARLIER = frozenset({"before", "prior"})
_FELL = frozenset({"fell", "fall", "falls", "fallen"})
# What may stand behind the name of a thing without being what is counted.
_BESIDE = _PLACES | frozenset("x for from of and or each ea per using via w/".split())
_DIRECTIONS = frozenset("into onto under over up down through across around toward towards out in at to".split())
_AT_FIRST = frozenset({"count", "distance", "duration", "level", "cue"})
_NAMING = frozenset({"activity", "task", "surface", "position", "vision", "quote"})


def says_more(passage: Passage, told: Kind) -> bool:
    """Tell whether a piece that names a thing done, or a cue, says something of it, or of when, and not that alone."""
    kind, head = told
    if kind not in ("activity", "cue") or head is None:
        return False
    low, first, last = passage.reading.words.low, passage.first, passage.last
    named = passage.reading.mentions[head].first
    if not _JOINING.isdisjoint(low[first:named]) or not _STILL.isdisjoint(low[first:named]):
        return True
    if any(low[at] == "if" and low[at + 1 : at + 2] != ["needed"] for at in range(first, last)):
        return True  # "blocking if ok'd": what is to come
    if any(low[at - 1] in _AWAITING for at in (m.first for m in _levels(passage))):
        return True  # "stairs when standby assistance"
    if kind == "cue":
        return low[first] in TRYING or _is_said_of_cues(low, first, named) or _is_used_with(passage, named)
    return (
        any(_is_past(passage.reading, at, first, last, named) for at in range(first, last))
        or _opens_bare(passage)
        or _counts_result(passage, head)
        or _comes_along(passage)
        or any(passage.reading.mentions[i].sense.group == "hour" for i in passage.inside)  # "in recliner 4 hours"
        or any(low[at] == "," and returns_to_dose(passage.reading, first, at, last) for at in range(first, last))
        or _tells_when(low, first, named)
    )


def _levels(passage: Passage) -> list[Mention]:
    mentions = (passage.reading.mentions[i] for i in passage.inside)
    return [m for m in mentions if m.sense.kind == "level" and m.first > passage.first]


def _is_said_of_cues(low: list[str], first: int, named: int) -> bool:
    """Something stands before so many cues that is neither theirs nor leads to them: "wrapping stump mod VC"."""
    level = next((at for at in range(first, named) if low[at] in _LEVELS), None)
    opened = low[first]
    return level is not None and level > first and opened.isalpha() and opened not in AMOUNTS | _LEADING


def _is_used_with(passage: Passage, named: int) -> bool:
    """What nobody is known to have done was done with the cue: "skin check with long mirror" is no cue given."""
    low, first = passage.reading.words.low, passage.first
    near = range(max(first + 1, named - _MOST_QUALITIES - 1), named)
    tied = next((at for at in near if low[at] in ("with", "w/")), None)
    if tied is None:
        return False
    before = {passage.reading.mentions[i].sense.kind for i in passage.reading.between(first, tied)}
    return before.isdisjoint(_DOING)


def _is_past(reading: Reading, at: int, first: int, last: int, named: int) -> bool:
    """A past form stands at word `at` by itself: in no name, and in nothing that "with" begins."""
    low = reading.words.low
    if low[at] not in _PASTS and low[at] not in _LEFT:
        return False
    if at < named and (low[at] in _DESCRIBING or low[at] in _LEFT):
        return False
    dosed = any(
        m.last <= at and m.sense.kind in DOSED for m in (reading.mentions[i] for i in reading.between(first, at))
    )
    if dosed and low[at] not in _LEFT:
        return False  # "foam EC 30 s x3 fell back x1": it was done, and how it went is told
    beside = [reading.mentions[i] for i in reading.between(at - 1, at + 1)]
    if any(mention.last > at and mention.sense.kind in _NAMING for mention in beside) or low[at - 1] == "eyes":
        return False
    return _WITH.isdisjoint(low[first:at])


def _opens_bare(passage: Passage) -> bool:
    """It opens with a figure that counts nothing, a load, a way back, a manner of walking or what somebody did.

    "92 in 1 minute pursed lip breathing", "50# lift", "back in 2 minutes sitting", "short prosthetic stance", "backed
    into lift space".
    """
    low, first = passage.reading.words.low, passage.first
    following = low[first + 1] if first + 1 < passage.last else ""
    if low[first].isdecimal() and following in _PLACES and low[first + 1 : first + 3] != ["in", "line"]:
        return not _names_length(passage)
    if low[first] == "back" and following in _PLACES:
        return True
    if low[first] == "demonstrated":
        return True  # shown by somebody, before the patient did it
    opened = passage.reading.mentions[passage.inside[0]]
    if low[first].endswith("ed") and following in _DIRECTIONS and low[first] not in QUALITIES and opened.first > first:
        return True
    if low[first] in _GAITS and opened.first > first and _AT_FIRST.isdisjoint(passage.by_kind):
        return True
    return opened.sense.kind == "load" and opened.first == first and DOSED.isdisjoint(passage.by_kind)


def _comes_along(passage: Passage) -> bool:
    """No dose is told, and somebody fell at it, was cued to it, or did it alone before coming: nobody treated so.

    "Fell x1, backing up from fridge", "VC no bending, leaning to reach floor", "heat on own before coming in".
    """
    low, first, last = passage.reading.words.low, passage.first, passage.last
    if any(
        low[at : at + 2] in _ALONE or (low[at] in _EARLIER and low[at + 1 : at + 2] == ["coming"])
        for at in range(first, last)
    ):
        return True
    if not _AT_FIRST.isdisjoint(passage.by_kind) or first == passage.sentence.first or low[first - 1] != ",":
        return False
    begun = passage.reading.between(passage.sentence.first, first)
    led = [passage.reading.mentions[i].sense for i in begun]
    cued = any(sense.kind == "cue" and sense.group == "verbal" for sense in led)
    return not _FELL.isdisjoint(low[passage.sentence.first : first]) or (cued and low[first].endswith("ing"))


def _counts_result(passage: Passage, head: int) -> bool:
    """The figure that opens it counts what came of it: "3 buttons in 2 minutes", "3 wall bumps"."""
    reading, low, first = passage.reading, passage.reading.words.low, passage.first
    if not low[first].isdecimal():
        return False
    times = {reading.mentions[i].first for i in passage.inside if reading.mentions[i].sense.kind == "duration"}
    if any(low[at] == "in" and at + 1 in times for at in range(first + 1, passage.last)):
        return True
    sense, named, behind = reading.mentions[head]
    if sense.kind == "activity" or named != first + 1 or behind >= passage.last or not low[behind].isalpha():
        return False
    return low[behind] not in _BESIDE and not reading.between(behind, behind + 1)


def _names_length(passage: Passage) -> bool:
    """The figure is a length: "4 in step taps", where "in" is inches."""
    first = passage.first
    return any(
        passage.reading.mentions[i].first <= first + 1 < passage.reading.mentions[i].last for i in passage.inside
    )


def _tells_when(low: list[str], first: int, named: int) -> bool:
    """What is named only says when something else was: "5 ply after 2nd walk"."""
    at = named - 1
    while at > first and (low[at].isdecimal() or low[at] in _ORDINAL or low[at] in ("the", "a", "each", "every")):
        at -= 1
    return at > first and low[at] in _WHEN
