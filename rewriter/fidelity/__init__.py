"""Foreign text: a rewrite by anybody compared with its source, in both directions.

Four nets. `partners`: every word of the one text has its partner in the other. `bindings`: sides, assistance, figures,
cues and persons stand among the same words. `relations`: order and comparison are the same. `turned`: what is told
stands in the same context. Nothing here knows who wrote the rewrite; over our own drafts, which are proved, it must
be silent.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rewriter.fidelity.affirmed import affirmed, find_fulfilled
from rewriter.fidelity.agents import find_usurped
from rewriter.fidelity.aimed import find_misaimed, find_purposes, find_wished
from rewriter.fidelity.bared import find_bared
from rewriter.fidelity.below import find_unsigned
from rewriter.fidelity.bindings import find_false, find_lost, find_unhedged, likeness
from rewriter.fidelity.compared import find_reversed_comparisons
from rewriter.fidelity.crossed import Row, Streams, find_trades
from rewriter.fidelity.directions import find_ways
from rewriter.fidelity.dropped import find_dropped
from rewriter.fidelity.eras import find_eras, find_misdated, find_settled, is_dated_by_word
from rewriter.fidelity.identifiers import find_identifiers, find_retracted
from rewriter.fidelity.instructed import instructed, without_orders
from rewriter.fidelity.learners import find_mistaught
from rewriter.fidelity.manned import find_miscounted_people
from rewriter.fidelity.modelled import find_demonstrations, is_demonstrated
from rewriter.fidelity.modifiers import CUE, FIGURE, LEVEL, PERSON, SIDE, Modifier, find_modifiers
from rewriter.fidelity.moved import find_moved
from rewriter.fidelity.occasions import find_misplaced
from rewriter.fidelity.partners import (
    INTENT,
    PHRASE,
    RULES,
    VERB,
    WORD,
    Held,
    find_rejoined,
    find_spelled_out,
    find_unpartnered,
    rule_of,
)
from rewriter.fidelity.phrasing import bare_sides, is_phrasing
from rewriter.fidelity.prefixed import find_prefixed
from rewriter.fidelity.redated import find_redated
from rewriter.fidelity.relations import (
    Pair,
    find_directions,
    find_lost_comparisons,
    find_pairs,
    find_reversed,
    find_reversed_steps,
)
from rewriter.fidelity.shelf import Shelf
from rewriter.fidelity.spoken import is_cueing, is_touch
from rewriter.fidelity.standins import find_standins
from rewriter.fidelity.swaps import find_swaps
from rewriter.fidelity.terms import Terms, find_terms
from rewriter.fidelity.tiers import find_computed, find_entailed, find_generalised, find_repeated, is_administrative
from rewriter.fidelity.told import with_scales
from rewriter.fidelity.trends import find_contradicted, is_valued
from rewriter.fidelity.turned import find_false_negations, find_turned
from rewriter.findings import CLINICIAN, MODEL, REWRITE, SOURCE, Evidence, Finding, found
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.visit import Visit

__all__ = ["compare", "instructed"]

_CODES = {FIGURE: "01", SIDE: "02", LEVEL: "03", PERSON: "30", CUE: "07"}
_CUE_REACH = 4
_SHOWN = 3
# Kinds that are the bill's, not the narrative's, and why something else need not be told.
_UNTOLD = frozenset({"code", "units"})
_ADMINISTRATIVE = "it is administrative, and kept with the visit"
# Words of no kind join their neighbours; what names something gives a run its rule.
_LOOSE = frozenset({WORD, PHRASE})
_LIGHT = (VERB, WORD, PHRASE)
_PRIVATE = "it names a person, a place or a date, or is a record number"
_RETRACTED = "the writer may have taken it back; ask which words hold"

Words = tuple[int, int]


@dataclass(frozen=True)
class _Case:
    """The two sides: the note (with the clinician's answers, `given`) and the rewrite (`said`), ready to be compared.

    `asked` are the modifiers that the note holds, `known` those of the answers too, `stated` those of the rewrite;
    `asked_pairs` and `stated_pairs` what is ordered or compared among them, `asked_eras` and `told_eras` which of them
    are told as former or present.
    `skipped` are sentences of the note that instruct the writer, `private` its words that need not be told: who the
    patient is, and what the writer took back.
    """

    note: Terms
    given: tuple[Terms, ...]
    said: Terms
    asked: Shelf
    known: Shelf
    stated: Shelf
    asked_pairs: Sequence[Pair]
    stated_pairs: Sequence[Pair]
    asked_eras: Mapping[Modifier, str]
    told_eras: Mapping[Modifier, str]
    skipped: frozenset[int]
    private: frozenset[int]
    visit: Visit
    pack: Pack


def compare(source: Sequence[Reading], rewrite: Reading, visit: Visit, pack: Pack) -> list[Finding]:
    """Return the fidelity findings of a rewrite against its source.

    `source[0]` is the note, further readings are the clinician's answers; the visit licenses its own figures.
    """
    note, skipped = without_orders(source[0], visit, pack)
    given = tuple(find_terms(reading, pack, source=True) for reading in (note, *source[1:]))
    said = find_terms(rewrite, pack, source=False)
    asked = known = Shelf(find_modifiers(given[0], pack, skipped))
    if skipped or len(given) > 1:
        known = Shelf(item for terms in given for item in find_modifiers(terms, pack))
    stated = Shelf(with_scales(find_modifiers(said, pack), known))
    private = find_identifiers(note, pack) | find_retracted(note)
    pairs = find_pairs(given[0], asked.items), find_pairs(said, stated.items)
    eras = find_eras(given[0], asked.items, pairs[0]), find_eras(said, stated.items, pairs[1])
    case = _Case(given[0], given, said, asked, known, stated, *pairs, *eras, skipped, private, visit, pack)
    findings = [*_word_findings(case), *_modifier_findings(case), *_order_findings(case), *_context_findings(case)]
    findings += _standin_findings(case, findings)
    once: dict[tuple[str, str, int | None, int | None], Finding] = {}
    for item in findings:
        once.setdefault((item.code, item.side, item.start, item.end), item)
    return list(once.values())


def _word_findings(case: _Case) -> Iterator[Finding]:
    """Yield a finding for each run of words without a partner, and for each thing made of words from elsewhere."""
    held, rewrite = Held(case.given), Held((case.said,))
    told = find_directions(case.said, case.stated_pairs, case.asked_pairs)
    told |= find_ways(case.said, case.stated.items, case.asked_pairs, case.note, case.asked.items)
    added = [at for at in find_unpartnered(case.said, held, case.pack) if case.said.place[at] not in told]
    strange = frozenset(case.said.place[one] for one in added)
    lone = [
        index
        for index in find_unpartnered(case.note, rewrite, case.pack, strange)
        if case.note.sentence[index] not in case.skipped
    ]
    clipped, spelled = find_spelled_out(case.note, lone, case.said, added, case.pack.vocabulary)
    lone, added = [one for one in lone if one not in clipped], [one for one in added if one not in spelled]
    left_out = [index for index in lone if case.note.place[index] not in case.private]
    yield from _tier_findings(case, held, rewrite, strange)
    for _, words in _runs(case.note, [index for index in lone if index not in left_out], case.pack):
        yield _left_out(case, words, _reason(case, words[0]))
    here = list(_runs(case.said, added, case.pack, bare_sides(case.note)))
    there = list(_runs(case.note, left_out, case.pack))
    aims, wishes = find_purposes(case.said.reading), find_purposes(case.note.reading)
    for rule, words in here:
        plain = case.said.reading.words.written(*words).isascii()  # a disguise is no aim
        if plain and rule in (WORD, VERB, PHRASE) and any(first <= words[0] < last for first, last in aims):
            rule = INTENT
        yield _finding(case, rule, REWRITE, words, [other for code, other in there if code == rule])
    for rule, words in there:
        code = WORD if rule == VERB else rule
        if rule == WORD and _is_wish(case.note, words, wishes):
            code = RULES["function"]
        yield _finding(case, code, SOURCE, words, [other for code, other in here if code == rule])
    for bared in find_bared(case.note, case.said, left_out):
        yield _finding(case, bared.rule, REWRITE, (bared.first, bared.last), [(bared.cue, bared.cue + 1)])
    for words in find_demonstrations(case.said) if not any(map(is_demonstrated, case.given)) else ():
        yield _finding(case, _CODES[CUE], REWRITE, words)
    for words in find_demonstrations(case.note) if not is_demonstrated(case.said) else ():
        yield _finding(case, _CODES[CUE], SOURCE, words)
    for swap in find_swaps(case.said, case.note, left_out):
        if is_phrasing(case.said, swap.said) or is_phrasing(case.note, swap.meant):
            continue
        at, meant = case.said.place[swap.said], case.note.place[swap.meant]
        rule = rule_of(case.said, swap.said, case.pack)
        yield _finding(case, WORD if rule == VERB else rule, REWRITE, (at, at + 1), [(meant, meant + 1)])
    for index in find_rejoined(case.said, held, added):
        sense, first, last = case.said.reading.mentions[index]
        yield _finding(case, RULES.get(sense.kind, WORD), REWRITE, (first, last))


def _tier_findings(case: _Case, held: Held, rewrite: Held, strange: frozenset[int]) -> Iterator[Finding]:
    """Yield what is told less exactly, what follows from the note by a declared entailment, what need not be told."""
    general = [i for i in find_generalised(case.note, rewrite, strange) if case.note.sentence[i] not in case.skipped]
    for _, words in _runs(case.note, general, case.pack):
        yield _finding(case, "FID240", SOURCE, words)
    for _, words in _runs(case.said, list(find_entailed(case.said, held)), case.pack):
        yield _finding(case, "FID140", REWRITE, words)
    for words in find_repeated(case.note, case.said):
        yield _left_out(case, words, "it repeats what the note says before")
    untold = not _UNTOLD.isdisjoint(case.note.reading.kinds)
    for sense, first, last in case.note.reading.mentions if untold else ():
        if sense.kind in _UNTOLD and not case.said.holds(case.note.reading.words.low[first:last]):
            yield _left_out(case, (first, last), _ADMINISTRATIVE)


def _reason(case: _Case, place: int) -> str:
    """Say why a private word need not be told."""
    return _RETRACTED if place in find_retracted(case.note.reading) else _PRIVATE


def _left_out(case: _Case, words: Words, reason: str) -> Finding:
    return _finding(case, "FID241", SOURCE, words, values={"reason": reason})


def _is_wish(note: Terms, words: Words, purposes: Sequence[Words]) -> bool:
    """The words tell what the patient wants or needs something for, in whatever words: "to hold the grandbaby"."""
    first, last = words
    return any(begin < first < end for begin, end in purposes) or any(at in note.aimed for at in range(first, last))


def _runs(
    terms: Terms, lone: Sequence[int], pack: Pack, bare: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Words]]:
    """Yield (rule, words) of each run of neighbouring terms, widened to the whole of what is named."""
    runs: list[tuple[str, int, int]] = []
    for index in lone:
        rule, first = rule_of(terms, index, pack), terms.place[index]
        last = first + 1
        if rule not in (WORD, VERB):
            mention = terms.reading.mentions[terms.mention[index]]
            first, last = mention.first, mention.last
            if rule == "09" and not terms.is_source and is_valued(terms, index):
                rule = PHRASE
        elif (rule == VERB and not terms.is_source and is_cueing(terms, first)) or (
            rule == WORD and is_touch(terms, first)
        ):
            rule = _CODES[CUE]
        elif rule == WORD and is_phrasing(terms, index, bare):
            rule = PHRASE
        if runs and first <= runs[-1][2] and (rule == runs[-1][0] or not _LOOSE.isdisjoint((rule, runs[-1][0]))):
            before = runs.pop()
            rule = min(rule, before[0], key=_weight)
            first, last = min(first, before[1]), max(last, before[2])
        runs.append((rule, first, last))
    for rule, first, last in runs:
        yield rule, (first, last)


def _weight(rule: str) -> int:
    return _LIGHT.index(rule) if rule in _LIGHT else -1


def _modifier_findings(case: _Case) -> Iterator[Finding]:
    """Yield a finding for each side, amount, figure, cue or person that was added, traded, left out or made certain."""
    settled = frozenset(find_settled(case.told_eras, case.asked_eras, case.asked))
    false = list(find_false(case.stated, case.known, case.said, case.given, _visit_values(case.visit), settled))
    worked_out = find_computed(false, case.known, case.stated, case.said)
    summed = {(part.first, part.last) for one in worked_out for part in one.parts}
    for one in worked_out:
        yield _finding(case, "FID141", REWRITE, (one.item.first, one.item.last), [(p.first, p.last) for p in one.parts])
    for item in false:
        if any(one.item is item for one in worked_out):
            continue
        yield _finding(case, _CODES[item.kind], REWRITE, (item.first, item.last), _rivals(item, case.asked))
    for item in find_unsigned(case.stated, case.asked, case.said, case.note):
        yield _finding(case, _CODES[item.kind], REWRITE, (item.first, item.last), _rivals(item, case.asked))
    for item in find_moved(case.said, case.stated, case.note, case.asked):
        yield _finding(case, _CODES[item.kind], REWRITE, (item.first, item.last), _rivals(item, case.asked))
    for manned in find_miscounted_people(case.said, case.stated.items, case.note, case.asked.items):
        yield _finding(case, "FID103", REWRITE, (manned.first, manned.last))
    for party, meant in (*find_usurped(case.said, case.note), *find_mistaught(case.said, case.note)):
        yield _finding(case, _CODES[PERSON], REWRITE, (party.first, party.last), [(meant.first, meant.last)])
    for item in find_unhedged(case.stated, case.known, case.said):
        yield _finding(case, "FID122", REWRITE, (case.said.led(item.first), item.last), _rivals(item, case.asked))
    for item in find_lost(case.asked, case.stated, case.said, case.note):
        if all((other.first, other.last) in summed for other in case.asked.same(item)):
            continue
        if item.first in case.private:
            yield _left_out(case, (item.first, item.last), _reason(case, item.first))
        elif is_administrative(item, case.note, case.visit):
            yield _left_out(case, (item.first, item.last), _ADMINISTRATIVE)
        else:
            yield _finding(case, _CODES[item.kind], SOURCE, (item.first, item.last), _rivals(item, case.stated))


def _rivals(item: Modifier, others: Shelf) -> list[Words]:
    """Return what the other side has of the same family, the likest first."""
    likest = nlargest(_SHOWN, others.family(item), key=lambda other: likeness(item, other))
    return [(other.first, other.last) for other in likest]


def _visit_values(visit: Visit) -> frozenset[tuple[str, str]]:
    """Return the figures that the visit licenses."""
    minutes = [visit.minutes, visit.total_minutes, *visit.minutes_by_code.values(), *visit.minutes_by_provider.values()]
    return frozenset(("duration", f"{value * 60:g}") for value in minutes if value is not None)


def _order_findings(case: _Case) -> Iterator[Finding]:
    """Yield a finding for each order or comparison that was reversed, and for each comparison left out."""
    asked, stated = case.asked_pairs, case.stated_pairs
    for pair in find_reversed(stated, asked):
        yield _finding(case, "FID125", REWRITE, _span(pair.one, pair.two))
    for step in find_reversed_steps(case.said, case.note):
        yield _finding(case, "FID125", REWRITE, (step.first, step.last))
    for words in find_reversed_comparisons(case.said, case.note):
        yield _finding(case, "FID125", REWRITE, words)
    for occasion in find_misplaced(case.said, case.note):
        yield _finding(case, "FID125", REWRITE, (occasion.first, occasion.last))
    for item in find_misdated(case.told_eras, case.asked_eras, case.asked):
        if is_dated_by_word(case.said, item):
            yield _finding(case, "FID124", REWRITE, (item.first, item.last), _rivals(item, case.asked))
        yield _finding(case, "FID125", REWRITE, (case.said.led(item.first), item.last), _rivals(item, case.asked))
    for trade in find_trades(Streams(case.said, case.stated.items), Streams(case.note, case.asked.items)):
        for row in trade:
            yield _finding(case, "FID125", REWRITE, _span_of(row))
    own = {case.note.reading.words.low[first] for first, _ in find_contradicted(case.note)}
    for words in find_contradicted(case.said):
        if case.said.reading.words.low[words[0]] not in own:  # what the note itself tells so, the rewrite may
            yield _finding(case, "FID109", REWRITE, words)
    for pair in find_lost_comparisons(asked, stated):
        yield _finding(case, _CODES[SIDE], SOURCE, _span(pair.one, pair.two))


def _standin_findings(case: _Case, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield a finding for what the rewrite has in the place of what it was found to leave out."""
    starts = case.note.reading.words.start
    lost: dict[Words, str] = {}
    for item in findings:
        if item.side == SOURCE and item.level == "error" and item.start is not None and item.end is not None:
            lost[bisect_left(starts, item.start), bisect_left(starts, item.end)] = item.code.removeprefix("FID2")
    errors = [item for item in findings if item.side == REWRITE and item.level == "error"]
    for first, last, meant in find_standins(case.said, case.stated.items, case.note, case.asked.items, list(lost)):
        new = _finding(case, lost[meant], REWRITE, (first, last), [meant])
        if not any(_overlap(new, item) for item in errors):
            yield new


def _overlap(one: Finding, other: Finding) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _span_of(row: Row) -> Words:
    return min(row.label.first, row.value.first), max(row.label.last, row.value.last)


def _span(one: Modifier, two: Modifier) -> Words:
    return min(one.first, two.first), max(one.last, two.last)


def _context_findings(case: _Case) -> Iterator[Finding]:
    """Yield a finding for each run of turned words, with the cue that turns them, and for each denial of its own."""
    held, said = Held(case.given), case.said
    turns = list(find_turned(said, held))
    turned = {(turn.rule, turn.term) for turn in turns}
    for turn in turns:
        if (turn.rule, turn.term - 1) in turned:
            continue
        term = turn.term
        while (turn.rule, term + 1) in turned:
            term += 1
        first, last = said.place[turn.term], said.place[term] + 1
        for left, right, _ in said.reading.scopes:
            if left <= first < right:
                first, last = min(first, left), max(last, min(right, last + _CUE_REACH))
        first = said.led(first, first)  # the words that affirm it: "but there is neglect"
        last = affirmed(said, first, last)
        there = case.given[turn.text].place[turn.partner]
        yield _finding(case, turn.rule, REWRITE, (first, last), [(there, there + 1)] if turn.text == 0 else [])
    for drop in find_dropped(case.note, said, case.skipped):
        meant = drop.note_first, drop.note_last
        yield _finding(case, drop.rule, REWRITE, (said.led(drop.first), drop.last), [meant])
    for place in find_prefixed(said, case.note):
        yield _finding(case, "FID121", REWRITE, (place, place + 1))
    for words in find_fulfilled(said, case.stated, case.note, case.asked):
        yield _finding(case, "FID123", REWRITE, words)
    for words in find_redated(said, case.note, case.stated, case.known):
        yield _finding(case, "FID124", REWRITE, words)
    for item in find_misaimed(case.stated, case.known, said, case.note):
        yield _finding(case, "FID126", REWRITE, (said.led(item.first), item.last), _rivals(item, case.asked))
    for place in find_wished(said, case.note) if len(case.given) == 1 else ():  # an answer may tell the wish
        yield _finding(case, "FID126", REWRITE, (place, place + 1))
    for words in find_false_negations(said, held):
        yield _finding(case, "FID121", REWRITE, words)


def _finding(
    case: _Case,
    rule: str,
    side: str,
    at: Words,
    others: Iterable[Words] = (),
    values: Mapping[str, object] | None = None,
) -> Finding:
    """Return a finding at the words `at`; a bare suffix becomes the code for what was added or left out.

    `others` are words of the other side that belong to it: the evidence.
    """
    code = rule if rule.startswith("FID") else f"FID{1 if side == REWRITE else 2}{rule}"
    words, across = case.said.reading.words, case.note.reading.words
    opposite = SOURCE
    if side == SOURCE:
        words, across, opposite = across, words, REWRITE
    shown = [
        Evidence(across.start[first], across.end[last - 1], opposite, "counterpart")
        for first, last in list(others)[:_SHOWN]
    ]
    return found(
        case.pack.rules[code],
        words.text,
        side=side,
        span=(words.start[at[0]], words.end[at[1] - 1]),
        mend=CLINICIAN if rule == VERB else MODEL,  # only the clinician knows what skill was used
        evidence=tuple(shown),
        values=values,
    )
