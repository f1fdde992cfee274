"""The words that a goal is told in: "feeding goal", "wants to eat", "safe gait at home is the goal"."""

from rewriter.english import DETERMINERS
from rewriter.fidelity.texts.bounds import begin_of, end_of
from rewriter.reading import Reading

MARKS = frozenset(".,;:!?\n()[]|\u2022\u2192>")
_GOAL_BACK, _GOAL_AHEAD = 5, 12
# Before these stands what is held against a goal, not the goal: "sits 2 hours against a goal of 6".
_BEFORE_GOAL = MARKS | {"against", "versus", "vs", "toward", "towards", "compared"}
_OF_GOAL = DETERMINERS | {"each", "this", "that", "our"}
# Behind "is her goal" these open what it is.
_OPENED = (["to"], ["of"], [":"], ["is"], ["was"], ["that"])
_ORDERING = frozenset("wants wanted want wishes wished".split())
_CLINICIANS = frozenset({"physician", "nurse", "therapist", "assistant"})
_BEING = frozenset({"is", "was", "remains", "being", "as"})


def find_goal_words(reading: Reading) -> set[int]:
    """Return the places of the words that a goal is told in: "feeding goal", "wants to eat"."""
    found: set[int] = set()
    low = reading.words.low
    for index in reading.having("goal"):
        mention, sentence = reading.mentions[index], reading.sentences[reading.sentence_of[index]]
        if is_order(reading, mention.first):
            continue
        if mention.sense.group == "general":
            first, last = mention.first, mention.last
            if low[last : last + 1] not in _OPENED and _is_said_before(low, first):
                found.update(range(begin_of(low, first, _BEFORE_GOAL, sentence.first), last))
                continue
            back = _GOAL_BACK if low[first].startswith("goal") else 0  # "feeding goal"; but "wants to eat" looks ahead
            first = begin_of(low, first, _BEFORE_GOAL, max(sentence.first, first - back))
            last += last < sentence.last and low[last] == ":"
            found.update(range(first, end_of(low, last, MARKS, min(sentence.last, mention.last + _GOAL_AHEAD))))
    return found


def is_order(reading: Reading, at: int) -> bool:
    """What a clinician wants is an order, and no goal: "the surgeon wants no loading"."""
    before = [reading.mentions[index] for index in reading.between(max(0, at - 1), at)]
    return reading.words.low[at] in _ORDERING and any(
        sense.kind == "person" and sense.group in _CLINICIANS and last == at for sense, _, last in before
    )


def _is_said_before(low: list[str], first: int) -> bool:
    """What the goal is stands before it: "safe gait at home is the goal for this patient with ..."."""
    return first > 1 and low[first - 1] in _OF_GOAL and low[first - 2] in _BEING
