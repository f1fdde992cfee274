"""A "quad" that is a posture: "quad over bolster", "quad to 3pt", "quad alt UE"; elsewhere it is the muscle."""

from rewriter.reading.words import Words

# What one kneels over, or goes into from all fours.
_INTO = frozenset({"to", "into", "<>", "<->", "->", "\u2192", ">", "-"})
_POSES = frozenset(
    "kneel kneeling tall half stand standing sit sitting prone supine side-sit sidesit long plantigrade bear child's "
    "childs heel crawl crawling quadruped 3pt 3-pt 4pt 2pt point".split()
)
_POINTS = frozenset({"pt", "point", "points"})
# What is done on hands and knees: no muscle does it.
_DONE = frozenset(
    "wt weight alt alternating opp opposite crawl crawling bird birddog rock rocks rocking reach reaches reaching cat "
    "cat/cow arm leg ue le lifts position pos hands rolling perturbations".split()
)
_HELD = frozenset({"hold", "holds", "with", "w/", "w", "and", "+"})
# In front of these it is a part: its side, how it is, or what is done to it.
_OF_MUSCLE = frozenset(
    "l r left right bil bilat bilateral b weak tight poor to decr dec decreased for vc tc on in into -> \u2192".split()
)


def find_postures(words: Words) -> dict[int, tuple[int, str]]:
    """Return what "quad" says where it names the posture on hands and knees."""
    low = words.low
    return {
        at: (at + 1, "quadruped")
        for at, word in enumerate(low)
        if word == "quad" and (at == 0 or low[at - 1] not in _OF_MUSCLE) and _is_posture(low, at + 1)
    }


def _is_posture(low: list[str], at: int) -> bool:
    behind = [*low[at : at + 3], "", "", ""]
    if behind[0] == "over" or behind[0] in _DONE or (behind[0] in _HELD and behind[1] in _DONE):
        return True
    if behind[0] not in _INTO:
        return behind[0] == ":" and behind[1] in _DONE
    return behind[1] in _POSES or (behind[1].isdecimal() and behind[2] in _POINTS)
