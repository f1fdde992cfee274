"""What belongs to what: sides, amounts of help, figures, cues and persons stand among the same words."""

from collections.abc import Iterator

from rewriter.body import OPPOSITE
from rewriter.fidelity.attached.billed import find_exchanged_minutes, find_misbilled
from rewriter.fidelity.attached.bindings import find_false, find_lost, find_unhedged
from rewriter.fidelity.attached.bothways import find_parted, find_widened
from rewriter.fidelity.attached.bounded import find_misbounded
from rewriter.fidelity.attached.called import find_turned_calls
from rewriter.fidelity.attached.caught import find_rescues
from rewriter.fidelity.attached.charted import find_left_out_charting, find_other_charting
from rewriter.fidelity.attached.doubled import find_doubled
from rewriter.fidelity.attached.evened import find_evened
from rewriter.fidelity.attached.governed import find_governed
from rewriter.fidelity.attached.handed import find_handed_over
from rewriter.fidelity.attached.itemized import find_misitemized
from rewriter.fidelity.attached.learners import find_mistaught
from rewriter.fidelity.attached.manned import find_miscounted_people
from rewriter.fidelity.attached.moved import find_moved
from rewriter.fidelity.attached.numbered import find_misnumbered
from rewriter.fidelity.attached.onesided import find_one_sided
from rewriter.fidelity.attached.operated import find_misplaced_sides
from rewriter.fidelity.attached.rates import find_every, find_other_rates, find_unrepeated
from rewriter.fidelity.attached.restricted import find_misrestricted
from rewriter.fidelity.attached.shifts import find_misshared
from rewriter.fidelity.attached.some import find_uncounted
from rewriter.fidelity.attached.strayed import find_strayed
from rewriter.fidelity.attached.uprooted import find_uprooted
from rewriter.fidelity.comparison import (
    ADMINISTRATIVE,
    CODES,
    Comparison,
    make_finding,
    name_rivals,
    say_reason,
    tell_left_out,
)
from rewriter.fidelity.related.agents import find_usurped
from rewriter.fidelity.related.eras import find_settled
from rewriter.fidelity.related.tiers import find_computed, is_administrative
from rewriter.fidelity.rewording.below import find_unsigned
from rewriter.fidelity.rewording.partners import RULES, WORD
from rewriter.fidelity.sequences.kept import find_kept
from rewriter.fidelity.texts.modifiers import FIGURE, PERSON, SIDE
from rewriter.fidelity.texts.parts import predicate_end
from rewriter.fidelity.texts.unsided import find_bare
from rewriter.findings import REWRITE, SOURCE, Finding
from rewriter.visit import Visit


def compare_attached(case: Comparison) -> Iterator[Finding]:
    """Yield a finding for each side, amount, figure, cue or person that was added, traded, left out or made certain."""
    settled = frozenset(find_settled(case.told_eras, case.asked_eras, case.asked))
    false = list(find_false(case.stated, case.known, case.said, case.given, _visit_values(case.visit), settled))
    if any(item.kind == FIGURE for item in false):
        kept = set(find_kept(case.told_streams, case.given_streams))
        false = [item for item in false if item not in kept]
    worked_out = find_computed(false, case.known, case.stated, case.said)
    summed = {(part.first, part.last) for one in worked_out for part in one.parts}
    for one in worked_out:
        yield make_finding(
            case, "FID141", REWRITE, (one.item.first, one.item.last), [(p.first, p.last) for p in one.parts]
        )
    for item in false:
        if any(one.item is item for one in worked_out):
            continue
        yield make_finding(case, CODES[item.kind], REWRITE, (item.first, item.last), name_rivals(item, case.asked))
    for item in find_unsigned(case.stated, case.asked, case.said, case.note):
        yield make_finding(case, CODES[item.kind], REWRITE, (item.first, item.last), name_rivals(item, case.asked))
    for item in find_moved(case.said, case.stated, case.note, case.asked):
        yield make_finding(case, CODES[item.kind], REWRITE, (item.first, item.last), name_rivals(item, case.asked))
    texts = case.said, case.stated.items, case.note, case.asked.items
    for item in (*find_misplaced_sides(*texts), *find_misrestricted(*texts)):
        yield make_finding(case, CODES[SIDE], REWRITE, (item.first, item.last), name_rivals(item, case.asked))
    for strayed in find_strayed(case.said, case.stated, case.note, case.asked):
        code = CODES.get(strayed.kind) or RULES.get(strayed.kind, WORD)
        yield make_finding(case, code, REWRITE, (strayed.first, strayed.last), [strayed.meant])
    for gone in find_governed(case.said, case.stated.items, case.note, case.asked.items):
        code = CODES.get(gone.kind) or RULES.get(gone.kind, WORD)
        yield make_finding(case, code, REWRITE, (gone.first, gone.last), [gone.meant])
    for torn in find_uprooted(case.said, case.stated.items, case.note, case.asked.items):
        code = CODES.get(torn.kind) or RULES.get(torn.kind, WORD)
        yield make_finding(case, code, REWRITE, (torn.first, torn.last), [torn.meant])
    for manned in find_miscounted_people(case.said, case.stated.items, case.note, case.asked.items):
        yield make_finding(case, "FID103", REWRITE, (manned.first, manned.last))
    for words in find_misitemized(*texts):
        yield make_finding(case, WORD, REWRITE, words)
    for words in (*find_doubled(*texts), *find_evened(*texts)):
        yield make_finding(case, CODES[SIDE], REWRITE, words)
    for item in find_widened(case.said, case.stated, case.note, case.asked):
        yield make_finding(case, CODES[item.kind], REWRITE, (item.first, item.last), name_rivals(item, case.asked))
    for words in (
        *find_parted(case.said, case.note),
        *find_uncounted(*texts),
        *find_exchanged_minutes(case.said, case.note),
    ):
        yield make_finding(case, CODES[FIGURE], REWRITE, words)
    for half in find_one_sided(case.said, case.note, case.asked.items):
        at = half.side.first, half.side.last
        named = {"text": case.note.reading.words.written(*at)}
        yield make_finding(case, "FID202", REWRITE, (half.first, half.last), [at], named)
    for limit in find_misbounded(case.said, case.stated, case.note, case.asked):
        yield make_finding(case, CODES[FIGURE], REWRITE, (limit.first, limit.last))
    for words in (*find_other_rates(case.said, case.note), *find_unrepeated(*texts), *find_every(*texts)):
        yield make_finding(case, CODES[FIGURE], REWRITE, words)
    for words in find_rescues(case.said, case.note):
        yield make_finding(case, CODES[PERSON], REWRITE, words)
    for words in find_misnumbered(case.said, case.note, case.known):
        yield make_finding(case, CODES[FIGURE], REWRITE, words)
    for units in find_misbilled(case.said, case.given, case.visit):
        yield make_finding(case, CODES[FIGURE], REWRITE, (units.first, units.last))
    for party, meant in (*find_usurped(case.said, case.note), *find_mistaught(case.said, case.note)):
        yield make_finding(case, CODES[PERSON], REWRITE, (party.first, party.last), [(meant.first, meant.last)])
    if (charting := find_left_out_charting(case.said, case.note)) is not None:
        yield make_finding(case, WORD, SOURCE, charting)
    for words in (
        *find_turned_calls(case.said, case.note),
        *find_other_charting(case.said, case.note),
        *find_handed_over(case.said, case.note),
        *find_misshared(case.said, case.stated, case.note, case.asked),
    ):
        yield make_finding(case, CODES[PERSON], REWRITE, words)
    for item in find_unhedged(case.stated, case.known, case.said):
        words = case.said.led(item.first), predicate_end(case.said, item.last)
        yield make_finding(case, "FID122", REWRITE, words, name_rivals(item, case.asked))
    traded = {item.value for item in false if item.kind == SIDE}
    for item in find_lost(case.asked, case.stated, case.said, case.note):
        if all((other.first, other.last) in summed for other in case.asked.same(item)):
            continue
        if item.first in case.private:
            yield tell_left_out(case, (item.first, item.last), say_reason(case, item.first))
        elif is_administrative(item, case.note, case.visit):
            yield tell_left_out(case, (item.first, item.last), ADMINISTRATIVE)
        else:
            yield make_finding(case, CODES[item.kind], SOURCE, (item.first, item.last), name_rivals(item, case.stated))
            if item.kind != SIDE or OPPOSITE.get(item.value) in traded:
                continue  # the other side is told for it, and was found
            if (bare := find_bare(item, case.said)) is not None:
                lost = case.note.reading.words.written(item.first, item.last)
                yield make_finding(case, "FID202", REWRITE, bare, [(item.first, item.last)], {"text": lost})


def _visit_values(visit: Visit) -> frozenset[tuple[str, str]]:
    """Return the figures that the visit licenses."""
    minutes = [visit.minutes, visit.total_minutes, *visit.minutes_by_code.values(), *visit.minutes_by_provider.values()]
    return frozenset(("duration", f"{value * 60:g}") for value in minutes if value is not None)
