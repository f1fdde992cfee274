"""Order and comparison: what came first, what was more, which value belongs to which row."""

from collections.abc import Iterator

from rewriter.fidelity.comparison import CODES, Comparison, Words, make_finding, name_rivals
from rewriter.fidelity.related.eras import find_misdated, is_dated_by_word
from rewriter.fidelity.related.rows import Row
from rewriter.fidelity.sequences.compared import find_reversed_comparisons
from rewriter.fidelity.sequences.crossed import find_trades
from rewriter.fidelity.sequences.drifted import find_drifted
from rewriter.fidelity.sequences.kept import find_kept
from rewriter.fidelity.sequences.listed import find_reordered
from rewriter.fidelity.sequences.paired import find_mispaired
from rewriter.fidelity.sequences.relations import find_lost_comparisons, find_reversed
from rewriter.fidelity.sequences.scored import find_misscored
from rewriter.fidelity.sequences.steered import find_missteered
from rewriter.fidelity.sequences.steps import find_reversed_steps
from rewriter.fidelity.sequences.transposed import find_transposed
from rewriter.fidelity.texts.modifiers import SIDE, Modifier
from rewriter.findings import REWRITE, SOURCE, Finding


def compare_orders(case: Comparison) -> Iterator[Finding]:
    """Yield a finding for each order or comparison that was reversed, and for each comparison left out."""
    asked, stated = case.asked_pairs, case.stated_pairs
    told, given = case.told_streams, case.given_streams
    reversed_pairs = list(find_reversed(stated, asked))
    kept = set(find_kept(told, given, (SIDE,))) if reversed_pairs else set()
    for pair in reversed_pairs:
        if pair.one in kept and pair.two in kept:
            continue  # "6 seconds to the left, compared with 9 to the right"
        yield make_finding(case, "FID125", REWRITE, _span(pair.one, pair.two))
    for step in find_reversed_steps(case.said, case.note):
        yield make_finding(case, "FID125", REWRITE, (step.first, step.last))
    for words in find_reversed_comparisons(case.said, case.note):
        yield make_finding(case, "FID125", REWRITE, words)
    for item in find_misdated(case.told_eras, case.asked_eras, case.asked):
        if is_dated_by_word(case.said, item):
            yield make_finding(case, "FID124", REWRITE, (item.first, item.last), name_rivals(item, case.asked))
        yield make_finding(
            case, "FID125", REWRITE, (case.said.led(item.first), item.last), name_rivals(item, case.asked)
        )
    for trade in find_trades(told, given):
        for row in trade:
            yield make_finding(case, "FID125", REWRITE, _span_of(row))
    for words in find_drifted(case.said, case.stated.items, case.note, case.asked.items):
        yield make_finding(case, "FID125", REWRITE, words)
    texts = case.said, case.stated.items, case.note, case.asked.items
    for words in (
        *find_mispaired(*texts),
        *find_missteered(*texts),
        *find_reordered(*texts),
        *find_transposed(*texts),
    ):
        yield make_finding(case, "FID125", REWRITE, words)
    for words in find_misscored(case.said, case.stated, case.note, case.asked):
        yield make_finding(case, "FID125", REWRITE, words)
    for pair in find_lost_comparisons(asked, stated, case.said):
        yield make_finding(case, CODES[SIDE], SOURCE, _span(pair.one, pair.two))


def _span_of(row: Row) -> Words:
    return min(row.label.first, row.value.first), max(row.label.last, row.value.last)


def _span(one: Modifier, two: Modifier) -> Words:
    return min(one.first, two.first), max(one.last, two.last)
