"""Facts from all that the caller handed in: the note, the answers, the visit."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from rewriter.note import Note
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED
from rewriter.reading.facts import Fact, find_facts, find_own_facts, name_deficit
from rewriter.reading.pieces import PHRASE, SENTENCE

_MINUTE = 60
# What may stand between two sentences.
_BETWEEN = " \t\r\n.,;!?)"
# What an answer to a question of this rule tells, where the words themselves do not show it.
_ANSWERS = {
    "DOC110": "impairment",
    "DOC112": "impairment",
    "DOC115": "impairment",
    "DOC121": "cue",
    "DOC130": "function",
    "DOC131": "function",
    "DOC140": "response",
}
_NOTHING = frozenset({"none", "no", "not done", "do not recall", "none yet", "n/a", "other"})


def gather_facts(
    note: Note,
    source: Reading,
    answers: Sequence[Reading],
    pack: Pack,
    *,
    whole: Collection[int] = (),
    apart: Collection[int] = (),
) -> list[Fact]:
    """Return the facts that a draft may use: those of the note first, then of the answers, then of the visit.

    Sentences that hold an instruction to the writer are no facts. An answer that says "none" gives none. Each
    sentence of the note whose number is in `whole` is one fact; so is each in `apart`, which tells of another code: it
    comes last.
    """
    withheld = _withheld(source)
    groups = frozenset(pack.code.get("addresses", ()))
    every = [fact for fact in find_own_facts(source, pack, frozenset({*whole, *apart})) if fact.event not in withheld]
    others = [fact for fact in every if fact.event in apart]
    facts = [fact for fact in every if fact.event not in apart]
    for answer, reading in zip(note.answers, answers, strict=True):
        if says_nothing(answer.text):
            continue
        told = find_facts(reading, pack, "answer", [*facts, *others])
        wanted = _ANSWERS.get(answer.code)
        if wanted and len(told) == 1 and told[0].kind != wanted and told[0].form == PHRASE:
            number = 1 + sum(fact.kind == wanted for fact in (*facts, *others))
            told = [replace(told[0], kind=wanted, id=f"{wanted}{number}")]
        if wanted == "impairment":  # asked what the treatment was for: no other word makes a deficit the reason
            told = [replace(fact, why=name_deficit(reading, fact, groups)) for fact in told]
        facts += told
    return [*facts, *_visit_facts(note, source, facts, others, pack), *others]


def gather_verbatim(
    note: Note, source: Reading, answers: Sequence[Reading], pack: Pack, *, apart: Collection[int] = ()
) -> list[Fact]:
    """Return the facts of a draft that quotes the note: each run of its sentences is one, with its marks and lines.

    What the visit adds comes first: behind a heading such as "P:" it would be read as planned. For `apart` see
    `gather_facts`.
    """
    every = gather_facts(note, source, answers, pack, apart=apart)
    withheld = _withheld(source)
    told = [
        _quote(source, [*run])
        for _, run in groupby(
            (fact for fact in every if fact.origin == "note"),
            key=lambda fact: (fact.event in apart, sum(number < fact.event for number in withheld)),
        )
    ]
    return [*(fact for fact in every if fact.origin == "visit"), *told, *(f for f in every if f.origin == "answer")]


def _quote(source: Reading, run: Sequence[Fact]) -> Fact:
    """Return the note's own text from the first to the last of these facts as one fact, its headings included."""
    event, words = run[0].event, source.words
    start = words.end[source.sentences[event - 1].last - 1] if event else 0
    end = max(fact.end for fact in run)
    start += len(source.text[start:end]) - len(source.text[start:end].lstrip(_BETWEEN))
    surface = source.text[start:end]
    return replace(
        run[0],
        kind="statement",
        value="verbatim",
        surface=surface,
        name=surface,
        form=SENTENCE,
        group="",
        start=start,
        end=end,
        mentions=tuple(index for fact in run for index in fact.mentions),
        polarity="affirmed",
        heading="",
        evidence=frozenset().union(*(fact.evidence for fact in run)),
        why="",
    )


def says_nothing(answer: str) -> bool:
    """Tell whether an answer gives no fact: "none", "not done", "do not recall"."""
    return answer.strip().strip(".").lower() in _NOTHING


def _visit_facts(note: Note, source: Reading, facts: Sequence[Fact], others: Sequence[Fact], pack: Pack) -> list[Fact]:
    """Return what the billed code and the visit's minutes say, where the note does not say it.

    `others` tell of other codes: they take ids, and say nothing of this one.
    """
    added = []
    taken = [*facts, *others]
    if not any(fact.kind == "treatment" and "treatment:general" in fact.evidence for fact in facts):
        added.append(_fact("treatment", pack.code.get("names", ""), taken))
    minutes = note.visit.minutes
    if minutes is not None:
        stated = {
            mention.sense.id.lstrip("~")
            for index, mention in enumerate(source.mentions)
            if mention.sense.kind == "duration" and not source.bits[index] & NEGATED
        }
        if f"{minutes * _MINUTE:g}" not in stated:
            added.append(_fact("time", f"{minutes:g} minutes", taken, "duration"))
    return [fact for fact in added if fact.surface]


def _fact(kind: str, surface: str, facts: Sequence[Fact], value: str = "") -> Fact:
    number = 1 + sum(fact.kind == kind for fact in facts)
    return Fact(
        id=f"{kind}{number}",
        kind=kind,
        value=f"{value}={surface}" if value else surface.replace(" ", "_"),
        surface=surface,
        name=surface,
        form=PHRASE,
        group="general",
        start=0,
        end=0,
        event=-1,
        mentions=(),
        origin="visit",
        evidence=frozenset({f"kind:{kind}", f"{kind}:general"} | ({f"kind:{value}"} if value else set())),
    )


def _withheld(source: Reading) -> set[int]:
    """Return the numbers of the sentences that instruct whoever writes."""
    from rewriter.fidelity import instructed  # loaded with the first draft: a check of a note alone needs none of it

    return instructed(source)
