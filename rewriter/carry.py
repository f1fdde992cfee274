"""What to carry over: sentences of the note that stand as they are, since a draft of their facts drew an objection.

An objection is a fault of the proof or an unfaithful word that the comparison finds in the rendered text. It costs the
sentences of the note that it is about their arrangement, and no other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rewriter.draft import Draft, Placed, Rendered
from rewriter.findings import REWRITE, SOURCE, Finding
from rewriter.pack import Pack
from rewriter.proof import find_faults
from rewriter.reading import Reading
from rewriter.reading.facts import Fact
from rewriter.validate import Verdict

# The number under which the facts of the visit stand, beside those of the note's sentences.
VISIT = -1
# So many rounds take a sentence at a time; then all that is left is carried over.
_MOST_CARRIED = 6


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong: `sentence` is the draft's, "" where the fault is in the rendered text; `start`, `end` are offsets.

    `side` says into which text the offsets point.
    """

    sentence: str
    side: str = ""
    start: int = 0
    end: int = 0


def is_unfaithful(finding: Finding) -> bool:
    """Tell whether a finding says that something was invented or lost."""
    return finding.level == "error" and finding.code.startswith("FID")


def find_objections(draft: Draft, facts: Sequence[Fact], verdict: Verdict, pack: Pack) -> list[Objection]:
    """Return what the proof and the comparison have against a draft of our own."""
    objections = [Objection(sentence) for sentence, _ in find_faults(draft, facts, pack)]
    for item in filter(is_unfaithful, verdict.findings):
        start, end = (item.anchor_start, item.anchor_end) if item.start is None else (item.start, item.end)
        objections.append(Objection("", item.side, start or 0, end or 0))
        objections += [Objection("", other.side, other.start, other.end) for other in item.evidence]
    return objections


def carry_more(
    carried: frozenset[int],
    objections: Sequence[Objection],
    rendered: Rendered,
    facts: Sequence[Fact],
    source: Reading,
) -> frozenset[int]:
    """Return the sentences of the note to carry over next: those objected to as well, or all of them.

    It is all of them where none can be blamed, and where too many are carried already. VISIT among them stands for the
    facts of the visit: they then open no draft.
    """
    every = frozenset((VISIT, *range(len(source.sentences))))
    blamed = frozenset(number for item in objections for number in _blame(item, rendered, facts, source)) & every
    if blamed <= carried or len(carried) > _MOST_CARRIED:
        return every
    return carried | blamed


def _blame(item: Objection, rendered: Rendered, facts: Sequence[Fact], source: Reading) -> Iterable[int]:
    """Yield the numbers of the note's sentences that an objection is about."""
    if item.side == SOURCE:
        words = source.words
        for number, sentence in enumerate(source.sentences):
            if words.start[sentence.first] < item.end and item.start < words.end[sentence.last - 1]:
                yield number
        return
    held = {fact.id: fact for fact in facts if fact.origin != "answer"}
    for placed in _placed(item, rendered):
        if placed.fact in held:
            yield held[placed.fact].event


def _placed(item: Objection, rendered: Rendered) -> list[Placed]:
    """Return the facts at the place of an objection; for words between facts, those of their sentence."""
    if item.side != REWRITE:
        return [placed for placed in rendered.placed if placed.sentence == item.sentence]
    here = [placed for placed in rendered.placed if placed.start < item.end and item.start < placed.end]
    if here:
        return here
    names = [name for name, start, end in rendered.sentences if start <= item.start < end]
    return [placed for placed in rendered.placed if placed.sentence in names]
