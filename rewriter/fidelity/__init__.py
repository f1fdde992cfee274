"""Foreign text: a rewrite by anybody compared with its source, in both directions.

Four nets. `wordings`: every word of the one text has its partner in the other. `attached`: sides, assistance, figures,
cues and persons stand among the same words. `sequences`: order and comparison are the same. `contexts`: what is told
stands in the same context. Nothing here knows who wrote the rewrite; over our own drafts, which are proved, it must
be silent.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rewriter.fidelity.attached import compare_attached
from rewriter.fidelity.comparison import Comparison, Words, make_finding
from rewriter.fidelity.contexts import compare_contexts
from rewriter.fidelity.related.eras import as_dated, find_eras
from rewriter.fidelity.related.pairs import find_pairs
from rewriter.fidelity.related.standins import LEFT_OUT, TOLD_INSTEAD, find_standins
from rewriter.fidelity.rewording.joined import with_clocks, with_parts, with_spans, with_units, with_wholes
from rewriter.fidelity.rewording.scaled import with_scales
from rewriter.fidelity.sequences import compare_orders
from rewriter.fidelity.texts.corrected import with_corrections
from rewriter.fidelity.texts.identifiers import find_identifiers, find_remarks, find_retracted
from rewriter.fidelity.texts.instructed import instructed, without_orders
from rewriter.fidelity.texts.modifiers import Modifier, find_modifiers
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.fidelity.wordings import compare_words
from rewriter.findings import REWRITE, SOURCE, Finding
from rewriter.once import once
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.visit import Visit

# What is told in another context is found where it is told; nothing stands in for it.
TURNED = frozenset({"FID121", "FID122", "FID123", "FID124", "FID125", "FID126"})
RETOLD = "FID232"  # something stands in its place, which may say otherwise

__all__ = ["compare", "instructed"]


def compare(source: Sequence[Reading], rewrite: Reading, visit: Visit, pack: Pack) -> list[Finding]:
    """Return the fidelity findings of a rewrite against its source.

    `source[0]` is the note, further readings are the clinician's answers; the visit licenses its own figures.
    """
    note, skipped = without_orders(source[0], visit, pack)
    given = tuple(_find_given(reading, pack) for reading in (note, *source[1:]))
    said = find_terms(rewrite, pack, source=False)
    items = find_modifiers(said, pack)
    held = _find_held(given[0], pack, skipped)
    noted = with_corrections(held, given[0], said)
    noted = with_scales(with_spans(noted, items), given[0], items, pack)
    asked = known = _shelve(given[0], held if noted == held else noted)
    if skipped or len(given) > 1:
        known = Shelf(item for terms in given for item in with_wholes(find_modifiers(terms, pack), terms))
    stated = Shelf(with_units(with_wholes(with_clocks(items, said, known), said), known))
    private = find_identifiers(note, pack) | find_retracted(note) | find_remarks(note)
    pairs = find_pairs(given[0], asked.items), find_pairs(said, stated.items)
    eras = find_eras(given[0], asked.items, pairs[0]), find_eras(said, stated.items, pairs[1])
    pairs = as_dated(pairs[0], eras[0]), pairs[1]
    case = Comparison(given[0], given, said, asked, known, stated, *pairs, *eras, skipped, private, visit, pack)
    findings = [*compare_words(case), *compare_attached(case), *compare_orders(case), *compare_contexts(case)]
    findings = [item for item in findings if item.side != REWRITE or not _stands_in_note(case, item)]
    findings += _standin_findings(case, findings)
    once: dict[tuple[str, str, int | None, int | None], Finding] = {}
    for item in findings:
        once.setdefault((item.code, item.side, item.start, item.end), item)
    return list(once.values())


# A note is compared with many rewrites: what it holds whatever they say is found for the first of them.
@once
def _find_given(source: Reading, pack: Pack) -> Terms:
    return find_terms(source, pack, source=True)


@once
def _find_held(note: Terms, pack: Pack, skipped: frozenset[int]) -> list[Modifier]:
    return find_modifiers(note, pack, skipped)


@once
def _shelve(note: Terms, modifiers: Sequence[Modifier]) -> Shelf:
    return Shelf(with_parts(with_wholes(modifiers, note)))


def _stands_in_note(case: Comparison, item: Finding) -> bool:
    """Its sentence stands so in the note, whole, behind the same one and under the same heading: all is told as there.

    The note's first has none before it, whatever the rewrite begins with.
    """
    reading, source = case.said.reading, case.note.reading
    if item.level != "error" or item.start is None or not reading.sentences or not source.sentences:
        return False
    number = reading.sentence_at(bisect_left(reading.words.start, item.start))
    here, before = reading.sentences[number], reading.sentences[max(0, number - 1)]
    alone, told = (reading.words.low[one.first : here.last] for one in (here, before))
    opening = source.sentences[0]
    if opening.heading == here.heading and source.words.low[opening.first : opening.last] == alone:
        return True
    return any(
        sentence.heading == here.heading
        and source.words.low[sentence.last - len(told) : sentence.last] == told
        and sentence.last - len(told) in source.firsts
        for sentence in _by_ending(source).get(told[-1], ())
        if sentence.last >= len(told)
    )


@once
def _by_ending(source: Reading) -> dict[str, list[Sentence]]:
    """Return the sentences of the note by the word that they end in."""
    found: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in source.sentences:
        found[source.words.low[sentence.last - 1]].append(sentence)
    return dict(found)


def _standin_findings(case: Comparison, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield a finding for what the rewrite has in the place of what it was found to leave out.

    What stands for words that are only phrasing says as much as they did, unless it is of a kind to say otherwise.
    """
    starts, text = case.note.reading.words.start, case.note.reading.text
    lost: dict[Words, Finding] = {}
    phrasing: set[Words] = set()
    for item in findings:
        missed = item.level == "error" or item.code == RETOLD
        if item.side == SOURCE and missed and item.start is not None and item.end is not None:
            words = bisect_left(starts, item.start), bisect_left(starts, item.end)
            lost[words] = item
            if item.code == RETOLD:
                phrasing.add(words)
    errors = [item for item in findings if item.side == REWRITE and item.level == "error"]
    untrue = [item for item in errors if not item.code.startswith("FID2")]  # the others show where a loss belongs
    begins = case.said.reading.words.start
    told_in = [
        (case.said.sentence_at(bisect_left(begins, item.start)), item.code) for item in errors if item.start is not None
    ]
    accused, turned = {number for number, _ in told_in}, {number for number, code in told_in if code in TURNED}
    for first, last, meant, rule in find_standins(
        case.said, case.stated.items, case.note, case.asked.items, list(lost)
    ):
        if rule in (TOLD_INSTEAD, LEFT_OUT) and meant in phrasing:
            continue
        number = case.said.sentence_at(first)
        if (rule == TOLD_INSTEAD and number in turned) or (rule == LEFT_OUT and number in accused):
            continue
        missing = lost[meant]
        written = text[missing.start : missing.end]
        values = {TOLD_INSTEAD: {"other": written}, LEFT_OUT: {"text": written}}.get(rule)
        rule = missing.code if rule == LEFT_OUT else rule
        new = make_finding(case, rule, REWRITE, (first, last), [meant], values)
        if not any(_overlap(new, item) for item in (errors if rule == missing.code else untrue)):
            yield new


def _overlap(one: Finding, other: Finding) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end
