"""Where a note without an "O:" leaves what the patient said: at the first treatment that is told with its dose or help.

"S: slept poorly. Tall kneel 3x30s CGA, TC hips. SLS L 3s": nobody reported the tall kneel, nor what follows it.
"""

from collections.abc import Sequence

from rewriter.reading.mentions import DOSES, Mention
from rewriter.reading.sentences import Sentence

_DONE = frozenset({"activity", "task"})
_OPENING = frozenset({"activity", "treatment", "cue"})
# What is said of it; a patient tells that as often.
_SAID = frozenset({"verb", "symptom", "impairment"})
_GIVEN = frozenset({"verbal", "tactile", "manual"})
# Who says it, or of another place and time.
_OF_OTHERS = frozenset({"reported", "historical", "planned", "goal", "education", "frequency"})
_ELSEWHERE = frozenset(
    "home house work school gym program daily nightly usually yesterday last prior previously says said states feels "
    "thinks wants told since ago weekend weekends able unable needs needing".split()
)


def leave_report(low: Sequence[str], sentences: list[Sentence], number: int, here: Sequence[Mention]) -> None:
    """Take the heading from sentence `number` where it stands under "S:" and tells the session, or follows one so.

    The note has no "O:".
    """
    sentence = sentences[number]
    if number == 0 or sentence.heading != "subjective" or low[sentence.first - 1] == ":":
        return
    left = sentences[number - 1].heading == ""
    if left or tells_session(low, sentence.first, sentence.last, here):
        sentences[number] = sentence._replace(heading="")


def has_session(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a note has an "O:" of its own."""
    return any(sentence.heading == "objective" for sentence in sentences)


def tells_session(low: Sequence[str], first: int, last: int, here: Sequence[Mention]) -> bool:
    """Tell whether words `first:last` name something done with sets, help or a cue, and nobody reports it."""
    kinds = {mention.sense.kind for mention in here}
    if not kinds.isdisjoint(_OF_OTHERS) or not _ELSEWHERE.isdisjoint(low[first:last]) or '"' in low[first:last]:
        return False
    opened = [mention.sense.kind for mention in here if mention.first == first]
    if not _OPENING.isdisjoint(opened) and not kinds.isdisjoint(DOSES) and kinds.isdisjoint(_SAID):
        return True  # "Epley R x2"
    if "level" in kinds and not kinds.isdisjoint(DOSES):
        return True  # "walked hall 100 ft SBA"
    sets = any(m.sense.kind in ("count", "duration") and "x" in m.sense.id for m in here)
    given = "level" in kinds or any(m.sense.kind == "cue" and m.sense.group in _GIVEN for m in here)
    return not kinds.isdisjoint(_DONE) and (given or sets)
