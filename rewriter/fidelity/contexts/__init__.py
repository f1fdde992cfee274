"""What is told stands in the same context: asserted, denied, doubted, planned, past, wished."""

from collections.abc import Iterator

from rewriter.fidelity.comparison import Comparison, make_finding, name_rivals
from rewriter.fidelity.contexts.affirmed import affirmed, find_fulfilled
from rewriter.fidelity.contexts.anchored import find_displaced
from rewriter.fidelity.contexts.believed import find_affirmed_beliefs
from rewriter.fidelity.contexts.coming import find_ended_plans, find_fulfilled_tasks, find_postponed
from rewriter.fidelity.contexts.conditional import find_unconditional
from rewriter.fidelity.contexts.credited import find_miscredited
from rewriter.fidelity.contexts.daily import find_exchanged
from rewriter.fidelity.contexts.denied import find_false_negations
from rewriter.fidelity.contexts.dropped import find_dropped
from rewriter.fidelity.contexts.former import find_mistimed
from rewriter.fidelity.contexts.lasting import find_outlasted
from rewriter.fidelity.contexts.mastered import find_mastered
from rewriter.fidelity.contexts.motives import find_misattributed, find_unaimed
from rewriter.fidelity.contexts.obtained import find_obtained
from rewriter.fidelity.contexts.outcomes import find_misjudged
from rewriter.fidelity.contexts.partial import find_partial
from rewriter.fidelity.contexts.polarity import find_contradicted
from rewriter.fidelity.contexts.prefixed import find_prefixed
from rewriter.fidelity.contexts.redated import find_redated
from rewriter.fidelity.contexts.reversals import find_reversed_claims
from rewriter.fidelity.contexts.shelved import find_shelved
from rewriter.fidelity.contexts.stages import find_misstaged
from rewriter.fidelity.contexts.stretches import find_other_stretches
from rewriter.fidelity.contexts.supplanted import find_supplanted
from rewriter.fidelity.contexts.turned import find_turned
from rewriter.fidelity.contexts.undenied import find_undenied
from rewriter.fidelity.contexts.undertaken import find_practiced_aims, find_undertaken
from rewriter.fidelity.contexts.unfinished import find_completed, find_no_better
from rewriter.fidelity.contexts.voiced import find_voiced
from rewriter.fidelity.contexts.witnessed import find_witnessed
from rewriter.fidelity.contexts.worn import find_switched
from rewriter.fidelity.rewording.aimed import find_misaimed, find_wished
from rewriter.fidelity.texts.parts import part_around, predicate_end
from rewriter.findings import REWRITE, Finding
from rewriter.reading.context import PLANNED, REFUSED

_CUE_REACH = 4


def compare_contexts(case: Comparison) -> Iterator[Finding]:
    """Yield a finding for each run of turned words, with the cue that turns them, and for each denial of its own."""
    held, said = case.held, case.said
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
        last = max(affirmed(said, first, last), predicate_end(said, last))
        there = case.given[turn.text].place[turn.partner]
        yield make_finding(case, turn.rule, REWRITE, (first, last), [(there, there + 1)] if turn.text == 0 else [])
    for drop in find_dropped(case.note, said, case.skipped):
        meant = drop.note_first, drop.note_last
        yield make_finding(case, drop.rule, REWRITE, (said.led(drop.first), drop.last), [meant])
    for place in find_prefixed(said, case.note):
        yield make_finding(case, "FID121", REWRITE, (place, place + 1))
    for words, meant in find_supplanted(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, "FID121", REWRITE, words, [meant])
    for rule, mask in (("FID123", PLANNED), ("FID121", REFUSED)):
        for words in find_fulfilled(said, case.stated, case.note, case.asked, mask):
            yield make_finding(case, rule, REWRITE, words)
    for words in (
        *find_fulfilled_tasks(said, case.note),
        *find_postponed(said, case.note),
        *find_ended_plans(said, case.note),
        *find_obtained(said, case.note),
        *find_undertaken(said, case.note),
        *find_shelved(said, case.note),
    ):
        yield make_finding(case, "FID123", REWRITE, words)
    for first, last, cue in find_affirmed_beliefs(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, "FID122", REWRITE, (first, last), [(cue, cue + 1)])
    for words in find_voiced(said, case.note) if len(case.given) == 1 else ():  # an answer is the clinician's word
        yield make_finding(case, "FID130", REWRITE, words)
    for first, last, cue in find_witnessed(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, "FID130", REWRITE, (first, last), [(cue, cue + 1)])
    for words in find_undenied(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, "FID121", REWRITE, words)
    for words in (*find_misjudged(said, case.note), *find_miscredited(said, case.note)):
        yield make_finding(case, "FID121", REWRITE, words)
    mastered = find_mastered(said, case.stated.items, case.note, case.asked.items)
    for words in (*find_completed(said, case.note), *find_no_better(said, case.note), *mastered):
        yield make_finding(case, "FID121", REWRITE, words)
    for words in find_unconditional(said, case.note):
        yield make_finding(case, "FID122", REWRITE, words)
    for words in find_practiced_aims(said, case.note):
        yield make_finding(case, "FID126", REWRITE, words)
    for rule, first, last in find_misattributed(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, rule, REWRITE, (first, last))
    for words in find_unaimed(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, "FID126", REWRITE, words)
    for words in find_outlasted(said, case.note):
        yield make_finding(case, "FID124", REWRITE, words)
    for words in find_misstaged(said, case.note):
        yield make_finding(case, "FID124", REWRITE, words)
    for words in find_displaced(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, "FID124", REWRITE, words)
    for words in find_mistimed(said, case.note) if len(case.given) == 1 else ():
        yield make_finding(case, "FID124", REWRITE, words)
    for words in find_redated(said, case.note, case.stated, case.known):
        yield make_finding(case, "FID124", REWRITE, words)
    for words in (*find_exchanged(said, case.note), *find_partial(said, case.note), *find_switched(said, case.note)):
        yield make_finding(case, "FID121", REWRITE, words)
    for item in find_other_stretches(said, case.stated, case.note, case.asked):
        yield make_finding(case, "FID124", REWRITE, (said.led(item.first), item.last), name_rivals(item, case.asked))
    for item in find_misaimed(case.stated, case.known, said, case.note):
        words = item.first, item.last
        if item.first not in said.aimed:  # the words that tell it as reached: "can now walk 150 feet"
            words = part_around(said, *words)[0], item.last
        yield make_finding(case, "FID126", REWRITE, words, name_rivals(item, case.asked))
    for place in find_wished(said, case.note) if len(case.given) == 1 else ():  # an answer may tell the wish
        yield make_finding(case, "FID126", REWRITE, (place, place + 1))
    lone = list(find_contradicted(said, case.note)) if len(case.given) == 1 else []
    for words in (*find_false_negations(said, held), *find_reversed_claims(said, case.note), *lone):
        yield make_finding(case, "FID121", REWRITE, words)
