"""What a note tells without the word: standing by what is stood on, walking by an aid and a distance.

"Foam EC, CGA" in a note that names no other posture so far is standing; "FWW 80 ft x2" is walking.
"""

from collections.abc import Sequence
from itertools import takewhile

from rewriter.punctuation import BREAKS

# The keys of the groups of words for standing and for walking.
STANDING, WALKING = "=standing", "=walk"
PADS = frozenset({"foam", "airex"})
# Beside the pad these tell of balance on it; foam alone may be a roll, a wedge, a grip or a dressing.
_BALANCING = frozenset({"eyes", "feet", "romberg", "tandem", "ec", "eo", "stance"})
_BASE = ("base", "of", "support")
_OTHER = frozenset(
    "sit sits sitting sat seated seat edge chair wheelchair kneel kneels kneeling knelt quadruped fours prone supine "
    "sidelying lying lie bench plinth bolster ball bed crawl crawling long-sitting short-sitting half-kneel tall-kneel "
    "half-kneeling tall-kneeling pool".split()
)
_REACH, _PAD_REACH = 3, 5
STANDING_UP = frozenset({"stand", "stands", "standing", "stood"})
POSTURES = STANDING_UP | frozenset("sit sits sat sitting seated stance lying supine prone".split())
AIDS = frozenset("walker rollator cane crutch crutches hemiwalker".split())
_LENGTHS = frozenset("ft feet foot ' m meter meters metre metres yd yards yard mile miles".split())
# Moved over a distance otherwise, or the aid only placed somewhere.
_ELSEWAYS = frozenset(
    "wheelchair propel propels propelled propelling scooter crawl crawled crawling scoot scooted scooting slid slide "
    "reach reached reaching run ran running jog jogged jogging behind away hop hopped march marched goal ltg stg no "
    "not without".split()
)
_AID_REACH = 8


def tells_standing(low: Sequence[str]) -> bool:
    """Tell whether the words of a note tell of balance on a pad, with no posture but standing before or beside it."""
    for at, word in enumerate(low):
        if word in PADS:
            ahead = list(takewhile(lambda one: one not in BREAKS, low[at:]))
            if not _OTHER.isdisjoint((*low[:at], *ahead)):
                return False
            around = low[max(0, at - _REACH) : at + 1 + _REACH]
            if not _BALANCING.isdisjoint(around) or _is_based(low, at):
                return True
    return False


def _is_based(low: Sequence[str], at: int) -> bool:
    """A base of support is told beside the pad: "narrow base of support foam"."""
    first = max(0, at - _REACH)
    return any(tuple(low[place : place + 3]) == _BASE for place in range(first, at + 1 + _REACH))


def tells_walking(low: Sequence[str]) -> bool:
    """Tell whether the words of a note give a distance to a walking aid, and no other way to cover it."""
    for at, word in enumerate(low):
        if word not in AIDS:
            continue
        before = list(takewhile(lambda one: one not in BREAKS, reversed(low[max(0, at - _AID_REACH) : at])))
        ahead = list(takewhile(lambda one: one not in BREAKS, low[at : at + _AID_REACH]))
        here = (*reversed(before), *ahead)
        if _ELSEWAYS.isdisjoint(here) and any(
            word in _LENGTHS and here[place - 1][0].isdecimal() for place, word in enumerate(here) if place
        ):
            return True
    return False


def walks_in_tandem(low: Sequence[str]) -> bool:
    """Tell whether a distance is told of a tandem that is no stance: "tandem // bars 8 ft x4"."""
    for at, word in enumerate(low):
        if word != "tandem":
            continue
        here = list(takewhile(lambda one: one not in BREAKS, low[at : at + _AID_REACH]))
        if (_ELSEWAYS | STANDING_UP | {"stance"}).isdisjoint(here) and any(
            word in _LENGTHS and here[place - 1][0].isdecimal() for place, word in enumerate(here) if place
        ):
            return True
    return False


def is_on_pad(low: Sequence[str], at: int) -> bool:
    """Tell whether a pad stands close behind a word: "standing on the foam pad"."""
    return not PADS.isdisjoint(low[at + 1 : at + _PAD_REACH])
