"""What stands under a plan's heading and is none: "P: busy background next. L vestib neuritis", "pt tolerated well".

The first sentence behind the heading is the plan. A later one is none where it opens with a diagnosis, with what the
patient did or said, or with a value that was found, or where it tells what was not done.
"""

from collections.abc import Sequence

from rewriter.reading.context.told import TO_COME, is_so
from rewriter.reading.mentions import Mention
from rewriter.reading.sentences import Sentence


def is_told(low: Sequence[str], sentence: Sentence, here: Sequence[Mention]) -> bool:
    """Tell whether a sentence under a plan's heading, which mentions `here`, tells no plan."""
    if sentence.label != sentence.first or not TO_COME.isdisjoint(low[sentence.first : sentence.last]):
        return False
    begin = next((m.last for m in here if m.first == sentence.first and m.sense.kind == "side"), sentence.first)
    condition = any(m.first == begin and m.sense.kind == "diagnosis" for m in here)
    return condition or is_so(low, sentence.first, sentence.last, here)


def leave_plan(low: Sequence[str], sentences: list[Sentence], number: int, here: Sequence[Mention]) -> None:
    """Take the heading from sentence `number` where it is told under a plan and is none."""
    sentence = sentences[number]
    opens = number == 0 or (sentences[number - 1].heading != "plan" and low[sentence.first - 1] == ":")
    if sentence.heading == "plan" and not opens and is_told(low, sentence, here):
        sentences[number] = sentence._replace(heading="")
