"""What stands under a plan's heading and is none: "P: busy background next. L vestib neuritis", "pt tolerated well".

The first sentence behind the heading is the plan. A later one is none where it opens with a diagnosis, with what the
patient did or said, or with a value that was found.
"""

from collections.abc import Sequence

from rewriter.lexicon import Sense
from rewriter.persons import PATIENTS
from rewriter.reading.mentions import VALUES, Mention
from rewriter.reading.sentences import Sentence

_VALUES = frozenset({"vital", "measure", "symptom", "pressure"})
# What is told behind the patient of a plan: "pt to continue", "patient will".
_TO_COME = frozenset(
    "to will may should must can could would needs need wants next continue cont plan plans planned goal until if once "
    "when tomorrow pending scheduled recommend recommended consider address work monitor assess reassess".split()
)
# What was done, or was so, in a word near the beginning: "HEP given w/ pics", "pt seen 1:1", "RN aware".
_WAS = frozenset("seen given issued provided notified informed aware present refused declined verbalized".split())
_NEAR = 5
# Behind "left" they tell how or where the patient went: no side.
AT_END = frozenset("in with w/ on at sitting seated supine up via by room clinic".split())
_PATIENT = PATIENTS | {"pt"}
_OF_PATIENT = frozenset(
    {"reports", "reported", "denies", "denied", "tolerated", "tolerates", "says", "states", "stated"}
)
# Past forms of which shorthand plans as well: "increased", "progressed".
_EITHER = frozenset("increased decreased progressed continued reviewed educated facilitated demonstrated added".split())


def is_told(low: Sequence[str], sentence: Sentence, here: Sequence[Mention]) -> bool:
    """Tell whether a sentence under a plan's heading, which mentions `here`, tells no plan."""
    first, last = sentence.first, sentence.last
    if not _TO_COME.isdisjoint(low[first:last]) or sentence.label != first:
        return False
    if not _WAS.isdisjoint(low[first + 1 : min(last, first + _NEAR)]):
        return True
    begin = next((m.last for m in here if m.first == first and m.sense.kind == "side"), first)
    opening = [m for m in here if m.first == begin]
    if any(m.sense.kind == "diagnosis" for m in opening):
        return True
    if low[first] in _PATIENT and low[first + 1 : first + 2] == ["left"] and low[first + 2 : first + 3] != []:
        return low[first + 2] in AT_END  # no side: "pt left w/ sling on"
    if low[first] in _PATIENT and first + 1 < last:
        return low[first + 1] in _OF_PATIENT or any(m.first == first + 1 and _is_done(m.sense) for m in here)
    if any(m.sense.kind in _VALUES for m in opening):
        return any(m.sense.kind in VALUES and m.first > begin for m in here) or opening[0].sense.kind == "pressure"
    if low[first] in _OF_PATIENT and not low[first].endswith("s"):
        return True
    return (
        low[first] not in _EITHER
        and low[first].endswith("ed")
        and any(m.first == first and _is_done(m.sense) and m.sense.group == "patient" for m in here)
    )


def _is_done(sense: Sense) -> bool:
    return sense.kind == "verb" and sense.label in ("past", "third")


def leave_plan(low: Sequence[str], sentences: list[Sentence], number: int, here: Sequence[Mention]) -> None:
    """Take the heading from sentence `number` where it is told under a plan and is none."""
    sentence = sentences[number]
    opens = number == 0 or (sentences[number - 1].heading != "plan" and low[sentence.first - 1] == ":")
    if sentence.heading == "plan" and not opens and is_told(low, sentence, here):
        sentences[number] = sentence._replace(heading="")
