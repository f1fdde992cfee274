"""From a note to the loop's task: what the model sees of it, and how its draft is judged.

Style `proved`: the model arranges slots, and the proof decides. Style `free`: it writes prose, and the comparison with
the note decides. Either way only what the note holds is asked for: what it lacks is a question to the clinician.
"""

from collections.abc import Collection, Iterable, Sequence

from rewriter.carry import is_unfaithful
from rewriter.case import Case
from rewriter.draft import Draft, DraftSentence, Rendered, render
from rewriter.findings import MODEL, REWRITE, Finding
from rewriter.loop import Fault, Judged, Limits, Task
from rewriter.masking import Mask, find_mask
from rewriter.pack import Pack
from rewriter.plan import complete, list_facts, plan_draft
from rewriter.prompt import Prompt
from rewriter.proof import find_faults
from rewriter.reading.facts import Fact

PLACEHOLDER = "placeholder"
_NO_MASK = Mask()


def make_proved(
    case: Case, facts: Sequence[Fact], prompt: Prompt, limits: Limits, *, mask: bool, open_codes: Collection[str] = ()
) -> Task:
    """Return the task of arranging the facts in slots. The model sees their words, and returns none of them.

    `open_codes` are the rules that the note itself leaves open: those the composer's draft breaks too. Nobody asks a
    model to mend them.
    """
    plan = plan_draft(facts, case.pack)
    by_id = {fact.id: fact for fact in facts}
    own = {sentence.id for sentence in plan.carried}
    sheet = list_facts(plan)
    veil = find_mask([case.note.text, sheet], case.note.visit) if mask else _NO_MASK

    def judge(draft: Draft) -> Judged:
        whole = complete(draft, plan)
        found = [("" if where in own else where, fault) for where, fault in find_faults(whole, facts, case.pack)]
        if found:
            return Judged(draft, _list_faults(found, case.pack, veil))
        rendered = render(whole, by_id)
        verdict = case.judge(rendered.text, apart=case.find_apart(rendered, facts))
        wrong = [item for item in verdict.findings if item.level == "error" and item.code not in open_codes]
        # The words that a finding quotes are those of the rendered text, and may be a name.
        faults = _list_faults([(_at(rendered, item), item) for item in wrong], case.pack, veil)
        return Judged(draft, faults, rendered, verdict)

    return Task(prompt, {"sheet": veil.hide(sheet)}, judge, limits)


def make_free(
    case: Case, facts: Sequence[Fact], prompt: Prompt, limits: Limits, *, mask: bool, open_codes: Collection[str] = ()
) -> Task:
    """Return the task of writing prose from the note and its facts; `open_codes` as for `make_proved`."""
    sheet = "\n".join(f"- {fact.surface}" for fact in facts)
    veil = find_mask([case.note.text, sheet], case.note.visit) if mask else _NO_MASK
    sent = veil.hide(case.note.text)

    def judge(draft: Draft) -> Judged:
        lost = veil.find_faults(" ".join(one.text for one in draft.sentences), sent)
        faults = [Fault("", PLACEHOLDER, f"The placeholder {name} must stand exactly as in the note.") for name in lost]
        if any(one.slots() for one in draft.sentences):
            return Judged(draft, (Fault("", PLACEHOLDER, "Write words, not slots in braces."),))
        rendered = render(Draft(tuple(_unveil(draft, veil))), {})
        verdict = case.judge(rendered.text, mendable=True)
        wrong = [
            (_at(rendered, item), item)
            for item in verdict.findings
            if is_unfaithful(item) or (item.level == "error" and item.mend == MODEL and item.code not in open_codes)
        ]
        if faults or wrong:
            return Judged(draft, (*faults, *_list_faults(wrong, case.pack, veil)))
        return Judged(draft, (), rendered, case.judge(rendered.text))  # what is open now is the clinician's

    return Task(prompt, {"note": sent, "facts": veil.hide(sheet)}, judge, limits)


def _unveil(draft: Draft, veil: Mask) -> Iterable[DraftSentence]:
    """Yield the sentences with the identifiers back in place; braces are no slots in prose."""
    for sentence in draft.sentences:
        yield DraftSentence(sentence.id, veil.show(sentence.text))


def _at(rendered: Rendered, finding: Finding) -> str:
    """Return the id of the sentence that a finding points into, "" for what the text lacks."""
    place = finding.start if finding.start is not None else finding.anchor_start
    if finding.side != REWRITE or place is None:
        return ""
    return next((name for name, start, end in rendered.sentences if start <= place < end), "")


def _list_faults(found: Iterable[tuple[str, Finding]], pack: Pack, veil: Mask) -> tuple[Fault, ...]:
    """Return one fault for each rule and sentence: the words it objects to, and what a model may do about it."""
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for where, finding in found:
        grouped.setdefault((where, finding.code), []).append(finding)
    return tuple(
        Fault(where, code, veil.hide(" ".join(dict.fromkeys(item.message for item in items))), pack.rules[code].model)
        for (where, code), items in grouped.items()
    )
