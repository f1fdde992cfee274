"""The letters c and s of a chart, "with" and "without": they carry a bar by hand, and often lose it at a keyboard.

A figure before the letter may count seconds ("tandem 30 s LOB"): then it stays as written, is known as `DOUBTED`, and
`uncued` doubts what follows it.
"""

from rewriter.reading.quantities.doses import DOUBTED
from rewriter.reading.words import Words

WITH, WITHOUT = "with", "without"
_SAYS = {"c": WITH, "s": WITHOUT}
# Of whom the letter is a possessive that lost its mark ("pt s knee", "it s").
_OWNERS = frozenset(
    "pt patient client child therapist he she it that this what who let there here mother father mom dad wife husband "
    "son daughter spouse caregiver".split()
)
_SIDES = frozenset("lr")
_LEGS = _SIDES | {"left", "right"}
# What a letter C belongs to: before it, and behind it.
_GRADED = frozenset("hep hepatitis vitamin vit type class grade group stage level section category part child".split())
_NAMED = frozenset("diff difficile spine section sections collar curve clamp shaped scan peptide".split())
# What is said to be absent where the letter may be something else: supervision, all in capitals, or seconds.
_ABSENT = frozenset(
    "lob loss c/o complaint complaints incident difficulty sob dizziness pain falls fall sx symptoms use using".split()
)
_WEIGHED = frozenset({"#", "lb", "lbs", "kg", "%", "in", "inch"})
# What is told of a level of the neck, and not counted.
_LEVELLED = frozenset(
    "level levels dermatome myotome root nerve radic radiculopathy facet disc fusion fx and to on at is in with x or "
    "sci incomplete complete tetra tetraplegia tetraplegic quad quadriplegia asia vertebra segment mobs pa".split()
)
_CUES = frozenset("tc tcs vc vcs cue cues cueing tactile verbal".split())


def find_bars(words: Words, shouted: bool) -> dict[int, str]:
    """Return what single letters c and s that stand free between two words say, by the word's number.

    A letter that may say "without" or count seconds becomes DOUBTED, shown as it was written.
    """
    found = {}
    for at in range(len(words.low) - 1):
        low = words.low[at]
        if low not in _SAYS or (at and words.gap[at] != " ") or words.gap[at + 1] != " ":
            continue
        before, after = words.low[at - 1] if at else "", words.low[at + 1]
        if not after[0].isalpha() and not (low == "c" and _counts_thing(words, at + 1)):
            continue
        if after[0].isalpha() and len(after) < 2 and (low == "s" or after not in _SIDES):
            continue
        if shouted:
            fits = low == "s" and after in _ABSENT
        elif words.written(at, at + 1) != low:
            fits = False
        elif low == "c":
            fits = after not in _NAMED and (before not in _GRADED or words.written(at - 1, at) == "HEP")
        else:
            fits = before not in _OWNERS
        if fits and low == "s" and _counts_time(words, at):
            if after in _ABSENT or after in _CUES:
                words.said[at], words.low[at] = low, DOUBTED
        elif fits:
            found[at] = _SAYS[low]
    return found


def _counts_thing(words: Words, at: int) -> bool:
    """A figure with what it counts: "c 2 falls", "c 1 rail", "c 5# weights"; "c 5" and "c 5-6" are levels."""
    low = words.low
    if not low[at].isdecimal() or at + 1 >= len(low):
        return False
    thing = low[at + 1]
    if thing in _WEIGHED:
        return True
    if thing == "x" and words.gap[at + 1] == "":
        return at + 2 < len(low) and low[at + 2].isalpha()  # "c 5x stand magnifier"
    return words.gap[at + 1] == " " and thing.isalpha() and len(thing) > 1 and thing not in _LEVELLED


def _counts_time(words: Words, at: int) -> bool:
    """Tell whether the figure before the letter may be seconds: "30 s", "10x5 s", "9/14/19 s"; not "x10 s", "8/8 s"."""
    figure = at - 1
    if not at or not words.low[figure][0].isdecimal():
        return False
    sign = words.low[figure - 1] if figure else ""
    repeated = figure > 1 and words.low[figure - 2][0].isdecimal()
    # "18/11 s L/R" is of two legs; "8/8 s LOB" is not
    sided = repeated and _LEGS.issuperset(words.low[at + 1].split("/"))
    return sign not in ("x", "/") or (sign == "x" and repeated) or _is_row(words, figure) or sided


def _is_row(words: Words, figure: int) -> bool:
    """Three figures or more with a slash between: the times of as many trials."""
    before = words.low[max(0, figure - 4) : figure]
    return before[1::2] == ["/", "/"] and all(word[0].isdecimal() for word in before[::2])
