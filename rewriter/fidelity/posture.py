"""Standing that a note tells by what is stood on: "foam EC, CGA" in a note that names no other posture."""

from collections.abc import Sequence

# The key of the group of words for standing.
STANDING = "=standing"
_PADS = frozenset({"foam", "airex"})
# Beside the pad these tell of balance on it; foam alone may be a roll, a wedge, a grip or a dressing.
_BALANCING = frozenset({"eyes", "feet", "romberg", "tandem"})
_OTHER = frozenset(
    "sit sits sitting sat seated seat edge chair wheelchair kneel kneels kneeling knelt quadruped fours prone supine "
    "sidelying lying lie bench plinth bolster ball bed crawl crawling long-sitting short-sitting half-kneel tall-kneel "
    "half-kneeling tall-kneeling pool".split()
)
_REACH, _PAD_REACH = 3, 5
STANDING_UP = frozenset({"stand", "stands", "standing", "stood"})


def tells_standing(low: Sequence[str]) -> bool:
    """Tell whether the words of a note tell of balance on a pad, and of no posture but standing."""
    if _PADS.isdisjoint(low) or not _OTHER.isdisjoint(low):
        return False
    return any(
        word in _PADS and not _BALANCING.isdisjoint(low[max(0, at - _REACH) : at + 1 + _REACH])
        for at, word in enumerate(low)
    )


def is_on_pad(low: Sequence[str], at: int) -> bool:
    """Tell whether a pad stands close behind a word: "standing on the foam pad"."""
    return not _PADS.isdisjoint(low[at + 1 : at + _PAD_REACH])
