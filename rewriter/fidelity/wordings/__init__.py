"""Every word has its partner: what was added, left out, swapped, or told in other words."""

from collections.abc import Iterator, Sequence, Set

from rewriter.fidelity.comparison import (
    ADMINISTRATIVE,
    CODES,
    Comparison,
    Words,
    make_finding,
    say_reason,
    tell_left_out,
)
from rewriter.fidelity.related.standins import TOLD_INSTEAD
from rewriter.fidelity.related.tiers import find_entailed, find_generalised, find_repeated
from rewriter.fidelity.rewording.accounted import find_accounted
from rewriter.fidelity.rewording.aimed import find_purposes, has_untold_aim, tells_no_aim
from rewriter.fidelity.rewording.clipped import find_spelled_out
from rewriter.fidelity.rewording.modelled import find_demonstrations, is_demonstrated
from rewriter.fidelity.rewording.partners import (
    INTENT,
    PHRASE,
    RULES,
    VERB,
    WORD,
    Held,
    find_unpartnered,
    rule_of,
)
from rewriter.fidelity.rewording.phrasing import bare_sides, is_phrasing
from rewriter.fidelity.rewording.rejoined import find_rejoined
from rewriter.fidelity.rewording.retold import find_retold
from rewriter.fidelity.rewording.spelled import find_misspelled, find_spelled
from rewriter.fidelity.rewording.spoken import is_cueing, is_part_of_cue, is_touch
from rewriter.fidelity.rewording.trends import is_valued
from rewriter.fidelity.sequences.compared import find_turned_comparisons
from rewriter.fidelity.texts.modifiers import CUE
from rewriter.fidelity.texts.places import find_places_of_care
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.wordings.bared import find_bared
from rewriter.fidelity.wordings.directions import find_ways
from rewriter.fidelity.wordings.swaps import find_swaps
from rewriter.fidelity.wordings.unchanged import find_unchanged
from rewriter.fidelity.wordings.unmarked import find_bare_of_vision, find_unmarked
from rewriter.findings import REWRITE, SOURCE, Finding
from rewriter.pack import Pack

# Kinds that are the bill's, not the narrative's.
_UNTOLD = frozenset({"code", "units"})
# Words of no kind join their neighbours; what names something gives a run its rule.
_LOOSE = frozenset({WORD, PHRASE})
_LIGHT = (VERB, WORD, PHRASE)


def compare_words(case: Comparison) -> Iterator[Finding]:
    """Yield a finding for each run of words without a partner, and for each thing made of words from elsewhere."""
    held, rewrite = case.held, Held((case.said,))
    told = find_ways(case.said, case.stated.items, case.asked_pairs, case.note, case.asked.items)
    turned, given = find_turned_comparisons(case.said, case.note)
    told |= turned
    kept, lasting = find_unchanged(case.said, case.stated, case.note, case.asked)
    spelled_out, shortened = find_spelled(case.said, case.note)
    told |= kept | spelled_out
    given |= lasting | shortened
    added = [at for at in find_unpartnered(case.said, held, case.pack) if case.said.place[at] not in told]
    strange = frozenset(case.said.place[one] for one in added)
    lone = [
        index
        for index in find_unpartnered(case.note, rewrite, case.pack, strange)
        if case.note.sentence[index] not in case.skipped and case.note.place[index] not in given
    ]
    clipped, spelled = find_spelled_out(case.note, lone, case.said, added, case.pack.vocabulary)
    lone, added = [one for one in lone if one not in clipped], [one for one in added if one not in spelled]
    opening = find_places_of_care(case.note.reading)
    left_out = [index for index in lone if case.note.place[index] not in case.private | opening]
    yield from _tier_findings(case, held, rewrite, strange)
    for _, words in _runs(case.note, [index for index in lone if index not in left_out], case.pack):
        yield tell_left_out(case, words, ADMINISTRATIVE if words[0] in opening else say_reason(case, words[0]))
    retold = find_retold(case.note, left_out, case.said, added, case.pack.plain.said)
    told_all = find_accounted(case.said, added, case.note, set(left_out) - retold.lost)
    here = list(_runs(case.said, added, case.pack, bare_sides(case.note), retold.added | told_all))
    there = list(_runs(case.note, left_out, case.pack, retold=retold.lost))
    aims, wishes = find_purposes(case.said.reading), find_purposes(case.note.reading)
    own = bool(aims) and tells_no_aim(case.note)
    fresh = [at for at in aims if not has_untold_aim(case.note, left_out) and _is_new_aim(case.said, at, added)]
    # What only follows from the note is no aim of its.
    concluded = find_entailed(case.said, held) if own else ()
    for index in concluded:
        if any(first <= (at := case.said.place[index]) < last for first, last in aims):
            yield make_finding(case, INTENT, REWRITE, (at, at + 1))
    for rule, words in here:
        plain = case.said.reading.words.written(*words).isascii()  # a disguise is no aim
        if plain and rule in (WORD, VERB, PHRASE) and any(first <= words[0] < last for first, last in aims):
            # Where the note tells an aim too, these may be other words for it.
            rule = INTENT if own or any(first <= words[0] < last for first, last in fresh) else PHRASE
        yield make_finding(case, rule, REWRITE, words, [other for code, other in there if code == rule])
    for rule, words in there:
        code = WORD if rule == VERB else rule
        if rule == WORD and _is_wish(case.note, words, wishes):
            code = RULES["function"]
        yield make_finding(case, code, SOURCE, words, [other for code, other in here if code == rule])
    for bared in find_bared(case.note, case.said, left_out):
        yield make_finding(case, bared.rule, REWRITE, (bared.first, bared.last), [(bared.cue, bared.cue + 1)])
    missed = [
        one
        for rule, (first, last) in there
        for one in case.note.inside(first, last)
        if rule != PHRASE or (one in retold.lost and not is_phrasing(case.note, one))
    ]
    for lacking in find_unmarked(case.note, case.said, [one for one in missed if one in left_out]):
        lost = next(one for one in there if one[1][0] <= lacking.mark < one[1][1])
        instead = any(rule != PHRASE and lacking.first <= at < lacking.last for rule, (at, _) in here)
        if not lacking.rule and (instead or lost[0] == PHRASE):
            continue  # what stands in its place is found by itself
        code = lacking.rule or f"FID2{WORD if lost[0] == VERB else lost[0]}"
        values = None if lacking.rule else {"text": case.note.reading.words.written(*lost[1])}
        where = lacking.first, lacking.last
        yield make_finding(case, code, REWRITE, where, [(lacking.mark, lacking.mark + 1)], values)
    for unseen, blind in find_bare_of_vision(case.note, case.said):
        values = {"text": case.note.reading.words.written(*blind)}
        yield make_finding(case, f"FID2{WORD}", REWRITE, unseen, [blind], values)
    for words in find_demonstrations(case.said) if not any(map(is_demonstrated, case.given)) else ():
        yield make_finding(case, CODES[CUE], REWRITE, words)
    for words in find_demonstrations(case.note) if not is_demonstrated(case.said) else ():
        yield make_finding(case, CODES[CUE], SOURCE, words)
    for swap in find_swaps(case.said, case.note, left_out):
        if is_phrasing(case.said, swap.said) or is_phrasing(case.note, swap.meant):
            continue
        at, meant = case.said.place[swap.said], case.note.place[swap.meant]
        rule = rule_of(case.said, swap.said, case.pack)
        yield make_finding(case, WORD if rule == VERB else rule, REWRITE, (at, at + 1), [(meant, meant + 1)])
    for at, short in find_misspelled(case.said, case.note, case.pack):
        values = {"other": case.note.reading.words.written(*short)}
        yield make_finding(case, TOLD_INSTEAD, REWRITE, (at, at + 1), [short], values)
    for index in find_rejoined(case.said, held, added, case.pack.plain, spelled):
        sense, first, last = case.said.reading.mentions[index]
        yield make_finding(case, RULES.get(sense.kind, WORD), REWRITE, (first, last))


def _tier_findings(case: Comparison, held: Held, rewrite: Held, strange: frozenset[int]) -> Iterator[Finding]:
    """Yield what is told less exactly, what follows from the note by a declared entailment, what need not be told."""
    general = [i for i in find_generalised(case.note, rewrite, strange) if case.note.sentence[i] not in case.skipped]
    for _, words in _runs(case.note, general, case.pack):
        yield make_finding(case, "FID240", SOURCE, words)
    for _, words in _runs(case.said, list(find_entailed(case.said, held)), case.pack):
        yield make_finding(case, "FID140", REWRITE, words)
    for words in find_repeated(case.note, case.said):
        yield tell_left_out(case, words, "it repeats what the note says before")
    untold = not _UNTOLD.isdisjoint(case.note.reading.kinds)
    for sense, first, last in case.note.reading.mentions if untold else ():
        if sense.kind in _UNTOLD and not case.said.holds(case.note.reading.words.low[first:last]):
            yield tell_left_out(case, (first, last), ADMINISTRATIVE)


def _is_new_aim(said: Terms, aim: Words, added: Sequence[int]) -> bool:
    """Nothing of an aim but its verb stands in the note: "to build core stability"."""
    behind = said.claiming(aim[0] + 2, aim[1])
    return bool(behind) and set(behind) <= set(added)


def _is_wish(note: Terms, words: Words, purposes: Sequence[Words]) -> bool:
    """The words tell what the patient wants or needs something for, in whatever words: "to hold the grandbaby"."""
    first, last = words
    return any(begin < first < end for begin, end in purposes) or any(at in note.aimed for at in range(first, last))


def _runs(
    terms: Terms,
    lone: Sequence[int],
    pack: Pack,
    bare: frozenset[str] = frozenset(),
    retold: Set[int] = frozenset(),
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
            rule == WORD and (is_touch(terms, first) or is_part_of_cue(terms, first))
        ):
            rule = CODES[CUE]
        elif rule == WORD and (index in retold or is_phrasing(terms, index, bare)):
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
