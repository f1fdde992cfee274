"""What a note orders whoever writes to say: it is no content, and licenses nothing."""

from bisect import bisect_right

from rewriter.pack import Pack
from rewriter.reading import Reading, read
from rewriter.reading.wrapped import unwrap
from rewriter.visit import Visit

_NONE: frozenset[int] = frozenset()  # the very same for all notes: what is found without orders is kept by it


def instructed(reading: Reading) -> set[int]:
    """Return the numbers of sentences that hold an instruction to whoever writes: flagged, never carried over."""
    if "instruction" not in reading.kinds:
        return set()
    return {reading.sentence_of[i] for i, m in enumerate(reading.mentions) if m.sense.kind == "instruction"}


def without_orders(source: Reading, visit: Visit, pack: Pack) -> tuple[Reading, frozenset[int]]:
    """Return the note without what it orders the writer to say, and the numbers of the sentences that held an order.

    What stands in an order licenses nothing: a rewrite that says it has obeyed. Offsets stay as they are.
    """
    numbers = instructed(source)
    if not numbers:
        return source, _NONE
    text, words, begins = unwrap(source.text), source.words, []
    for number in numbers:
        orders = (source.mentions[i] for i in source.by_sentence[number])
        begin = min(words.start[order.first] for order in orders if order.sense.kind == "instruction")
        end = words.end[source.sentences[number].last - 1]
        text = text[:begin] + " " * (end - begin) + text[end:]
        begins.append(begin)
    kept = read(text, pack, visit.minutes)
    opens = [kept.words.start[sentence.first] for sentence in kept.sentences]
    opened = [words.start[source.sentences[number].first] for number in numbers]
    held = {bisect_right(opens, begin) - 1 for begin in begins}
    return kept, frozenset(number for number in held if number >= 0 and opens[number] in opened)
