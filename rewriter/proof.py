"""The exact check of a draft: it proves that every claim of the rewrite stands in the source.

P1 every slot names a fact. P2 every fact appears, none twice. P3 all other text is scaffold. P4 a skilled verb is
licensed by the facts of its sentence. P5 cues and assistance stay with the activity of their event. P6 a relation word
fits the kind of the fact behind it. No guess is made: a draft either proves or the finding names the word or slot.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from rewriter.draft import SLOT, Draft, DraftSentence
from rewriter.findings import MODEL, Finding, found
from rewriter.pack import Pack
from rewriter.reading.facts import Fact

_WORD = re.compile(r"[^\s.,;:]+")
_PLAIN = re.compile(r"[A-Za-z' .,;:{}]*")
_BOUND = ("cue", "assist")


def prove(draft: Draft, facts: Sequence[Fact], pack: Pack) -> list[Finding]:
    """Return the findings of the proof; an empty list is the proof."""
    by_id = {fact.id: fact for fact in facts}
    findings: list[Finding] = []
    homes: dict[str, str] = {}
    for sentence in draft.sentences:
        findings += _check_slots(sentence, by_id, homes, pack)
        findings += _check_scaffold(sentence, by_id, pack)
    for fact in facts:
        if fact.id not in homes:
            findings.append(_finding(pack, "FID290", f"{{{fact.id}}}"))
    findings += _check_events(draft, by_id, homes, pack)
    return findings


def _finding(pack: Pack, code: str, piece: str, place: tuple[int, int] | None = None) -> Finding:
    return found(pack.rules[code], piece, span=place or (0, len(piece)), mend=MODEL)


def _check_slots(
    sentence: DraftSentence,
    facts: Mapping[str, Fact],
    homes: dict[str, str],
    pack: Pack,
) -> list[Finding]:
    """P1 and P2."""
    findings = []
    for name, reference in sentence.slots():
        if name not in facts or (reference and not facts[name].why):
            findings.append(_finding(pack, "FID190", f"{{{name}}}"))
        elif not reference and name in homes:
            findings.append(_finding(pack, "FID191", f"{{{name}}}"))
        elif not reference:
            homes[name] = sentence.id
    return findings


def _check_scaffold(sentence: DraftSentence, facts: Mapping[str, Fact], pack: Pack) -> list[Finding]:
    """P3, P4 and P6: what is not a slot must be scaffold, a licensed verb, or a relation that fits."""
    findings = [_finding(pack, "FID192", repr(char)) for char in sentence.text if not char.isprintable()]
    held = [facts[name] for name, _ in sentence.slots() if name in facts]
    blank = SLOT.sub(lambda match: "\x00" * len(match[0]), sentence.text)
    for phrase, fits in pack.relations.items():
        for match in re.finditer(rf"(?<![A-Za-z]){re.escape(phrase)}(?= (?=\x00))", blank):
            target = SLOT.match(sentence.text, match.end() + 1)
            kinds = _kinds_after(sentence.text, match.end() + 1, facts)
            if target is None or not all(set(kind) & set(fits) for kind in kinds):
                findings.append(_finding(pack, "FID195", phrase))
            blank = blank[: match.start()] + "\x01" * (match.end() - match.start()) + blank[match.end() :]
    for match in _WORD.finditer(blank.replace("\x01", " ").replace("\x00", " ")):
        word = match[0]
        family = _family(word, pack)
        if word.lower() in pack.scaffold and word.isascii():
            continue
        if family is None:
            findings.append(_finding(pack, "FID192", word))
        elif not is_licensed(family, held, pack):
            findings.append(_finding(pack, "FID193", word))
    return findings


def _kinds_after(text: str, at: int, facts: Mapping[str, Fact]) -> list[tuple[str, ...]]:
    """Return the kinds each slot of the list at `at` can stand for: "{a}, {b}, and {c}"."""
    kinds: list[tuple[str, ...]] = []
    while match := SLOT.match(text, at):
        fact = facts.get(match[1])
        if fact is not None:
            kinds.append(("impairment",) if match[2] or fact.why else (fact.kind, fact.group))
        between = re.match(r",? and |, |; ", text[match.end() :])
        if between is None:
            break
        at = match.end() + between.end()
    return kinds


def _family(word: str, pack: Pack) -> str | None:
    """Return the skilled-verb family of a past-tense verb in a draft, or None."""
    leaf = pack.lexicon.get(word, {}).get("", [])
    for sense in leaf:
        if sense.kind == "verb" and sense.label == "past" and pack.licences.get(sense.group):
            return str(sense.group)
    return None


def is_licensed(family: str, facts: Iterable[Fact], pack: Pack) -> bool:
    """Tell whether one of the facts is the evidence that a verb family asks for."""
    wanted = pack.licences.get(family, ())
    return any(not fact.evidence.isdisjoint(wanted) for fact in facts if fact.polarity == "affirmed")


def _check_events(draft: Draft, facts: Mapping[str, Fact], homes: Mapping[str, str], pack: Pack) -> list[Finding]:
    """P5: a cue or an assistance level shares its sentence with an activity of its own event, or with none at all."""
    findings = []
    for sentence in draft.sentences:
        held = [facts[name] for name, reference in sentence.slots() if name in facts and not reference]
        events = {fact.event for fact in held if fact.kind == "activity"}
        for fact in held:
            if fact.kind in _BOUND and events and events != {fact.event}:
                findings.append(_finding(pack, "FID194", f"{{{fact.id}}}"))
    return findings
