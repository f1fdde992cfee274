"""The exact check of a draft: it proves that every claim of the rewrite stands in the source.

P1 every slot names a fact. P2 every fact appears, none twice. P3 all other text is scaffold, and says what scaffold may
say: a sentence opens in one of a few ways and joins its slots by a few more. P4 a skilled verb is licensed by the facts
of its sentence. P5 cues, assistance and aims stay with the activity of their event. P6 each word before a slot
fits the fact in it. No guess is made: a draft either proves or the finding names the word or slot.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rewriter.bare import opens_bare
from rewriter.bonds import (
    LED,
    Events,
    dates,
    event_of,
    find_home,
    goes_on,
    is_by_another,
    is_led,
    line_up,
    may_list,
)
from rewriter.draft import SLOT, Draft, DraftSentence
from rewriter.findings import MODEL, Finding, found
from rewriter.pack import Pack
from rewriter.pattern import late
from rewriter.reading.facts import Fact
from rewriter.reading.facts.tasks import is_task
from rewriter.roles import (
    BARE,
    BY_THERAPIST,
    CLOSERS,
    DONE,
    HABIT,
    JOINTS,
    LISTED,
    LONG,
    NO_THERAPIST,
    NOTED,
    OPENERS,
    REACHES,
    REASON,
    SEPARATORS,
    SHOWN,
    USED,
    VERB,
    WORK,
    stands_alone,
    takes,
)
from rewriter.trailing import BARELY, trails

_WORD = late(r"[^\s.,;:\x00]+")
_TOKEN = late(r"[^\s.,;:]+|[.,;:]")
_GLUED = late(rf"\S{SLOT.pattern}|{SLOT.pattern}[^\s.,;:]")
_BETWEEN = late(r",? and |, ")
_FILLERS = frozenset({"the", "a", "an", "also"})
# The verbs that say how the therapist led an activity; licences of others show an occasion, not a deed.
_DEEDS = frozenset({"facilitate", "guide", "cue", "instruct"})


class _Told(NamedTuple):
    """A slot of a clause: what its fact is told as, and by which words."""

    fact: Fact
    reference: bool
    role: str
    words: str


class _Clause(NamedTuple):
    """A clause of a draft: how it opens, its skilled verb ("" for none), its slots."""

    role: str
    words: str
    verb: str
    told: list[_Told]


def prove(draft: Draft, facts: Sequence[Fact], pack: Pack) -> list[Finding]:
    """Return the findings of the proof; an empty list is the proof."""
    return [finding for _, finding in find_faults(draft, facts, pack)]


def find_faults(draft: Draft, facts: Sequence[Fact], pack: Pack) -> list[tuple[str, Finding]]:
    """Return the findings of the proof, each with the id of its sentence ("" for a fact that no sentence holds)."""
    by_id = {fact.id: fact for fact in facts}
    events = line_up(facts)
    by_others = any(not fact.evidence.isdisjoint(NO_THERAPIST) for fact in facts)
    faults: list[tuple[str, Finding]] = []
    used: set[str] = set()
    bound: list[tuple[str, Finding]] = []
    for sentence in draft.sentences:
        unknown = _check_slots(sentence, by_id, used, pack)
        wrong = _check_words(sentence, by_id, pack)
        if not unknown and not wrong:
            clauses, wrong = _parse(sentence, by_id, pack)
            for clause in clauses:
                wrong += _check_roles(clause, by_others, pack)
                bound += [(sentence.id, torn) for torn in _check_bonds(clause, events, pack)]
        faults += [(sentence.id, finding) for finding in (*unknown, *wrong)]
    faults += [("", _finding(pack, "FID290", f"{{{fact.id}}}")) for fact in facts if fact.id not in used]
    return faults + bound


def _finding(pack: Pack, code: str, piece: str) -> Finding:
    return found(pack.rules[code], piece, span=(0, len(piece)), mend=MODEL)


def _check_slots(sentence: DraftSentence, facts: Mapping[str, Fact], used: set[str], pack: Pack) -> list[Finding]:
    """P1 and P2."""
    findings = []
    for name, reference in sentence.slots():
        if name not in facts or (reference and not facts[name].why):
            findings.append(_finding(pack, "FID190", f"{{{name}}}"))
        elif not reference and name in used:
            findings.append(_finding(pack, "FID191", f"{{{name}}}"))
        elif not reference:
            used.add(name)
    return findings


def _check_words(sentence: DraftSentence, facts: Mapping[str, Fact], pack: Pack) -> list[Finding]:
    """P3, P4 and P6 word by word: what is no slot is scaffold, a licensed verb, or a relation before what fits it."""
    text = sentence.text
    findings = (
        [_finding(pack, "FID192", repr(char)) for char in text if not char.isprintable()]
        if not text.isprintable()
        else []
    )
    held = [facts[name] for name, _ in sentence.slots() if name in facts]
    blank = SLOT.sub(lambda match: "\x00" * len(match[0]), text)
    related: set[int] = set()
    for phrase, fits in pack.relations.items():
        if phrase not in blank:
            continue
        for match in re.finditer(rf"(?<![A-Za-z]){re.escape(phrase)}(?= (?=\x00))", blank):
            if not all(set(kind) & set(fits) for kind in _kinds_after(text, match.end() + 1, facts)):
                findings.append(_finding(pack, "FID195", phrase))
            related.update(range(match.start(), match.end()))
    before = 0
    for match in _WORD.finditer(blank):
        word = match[0]
        between = blank[before : match.start()].rstrip(" ")
        plain = word[0].lower() + word[1:] if between.endswith(".") or not (before or between) else word
        before = match.end()
        if match.start() in related or (word.isascii() and plain in pack.scaffold):
            continue
        family = _family(word, pack)
        if family is None:
            findings.append(_finding(pack, "FID192", word))
        elif family not in _DEEDS or not is_licensed(family, held, pack):
            findings.append(_finding(pack, "FID193", word))
    if not findings and _GLUED.search(text):
        findings += [_finding(pack, "FID192", piece.strip(".,;:")) for piece in text.split(" ") if _GLUED.search(piece)]
    return findings


def _kinds_after(text: str, at: int, facts: Mapping[str, Fact]) -> list[tuple[str, ...]]:
    """Return the kinds each slot of the list at `at` can stand for: "{a}, {b}, and {c}"."""
    kinds: list[tuple[str, ...]] = []
    while match := SLOT.match(text, at):
        fact = facts.get(match[1])
        if fact is not None:
            own = () if match[2] else (fact.kind, fact.group)
            kinds.append((*own, "impairment") if fact.why else own)
        between = _BETWEEN.match(text, match.end())
        if between is None:
            break
        at = between.end()
    return kinds


def _family(word: str, pack: Pack) -> str | None:
    """Return the family of a past-tense skilled verb: "" for a verb that says more than that, else None."""
    leaf = pack.lexicon.get(word, {}).get("", [])
    for sense in leaf:
        if sense.kind == "verb" and sense.label == "past" and pack.licences.get(sense.group):
            return str(sense.group) if sense.id == sense.group else ""
    return None


def is_licensed(family: str, facts: Iterable[Fact], pack: Pack) -> bool:
    """Tell whether one of the facts is the evidence that a verb family asks for."""
    wanted = pack.licences.get(family, ())
    return any(not fact.evidence.isdisjoint(wanted) for fact in facts if fact.polarity == "affirmed")


def _parse(sentence: DraftSentence, facts: Mapping[str, Fact], pack: Pack) -> tuple[list[_Clause], list[Finding]]:
    """Return the clauses of a sentence, and a finding for each run of words that may not stand where it does."""
    clauses: list[_Clause] = []
    findings: list[Finding] = []
    for slots, gaps in _cut(sentence.text):
        if not slots:
            findings.append(_finding(pack, "FID192", " ".join(gaps[0]) or sentence.id))
            continue
        verbs = [word for word in gaps[0] if word not in pack.scaffold and _family(word, pack) is not None]
        opener = " ".join("*" if word in verbs else word for word in gaps[0])
        opening = OPENERS.get(opener)
        joints = [" ".join(gap) for gap in gaps[1:]]
        if opener == "":  # what follows the slots says what they are told as
            closing = next((words for joint in joints for words in CLOSERS if words and joint.startswith(words)), "")
            opening = CLOSERS[closing]
            joints = [joint.removeprefix(closing).strip() if joint.startswith(closing) else joint for joint in joints]
            if sum(joint == "" for joint in joints[:-1]):
                opening = None
        if opening is None or joints[-1] or len(verbs) > 1:
            findings.append(_finding(pack, "FID192", " ".join(gaps[0] if opening is None else gaps[-1]) or "{}"))
            continue
        role, words = opening, " ".join(gaps[0])
        told: list[_Told] = []
        for number, (name, reference) in enumerate(slots):
            joint = joints[number - 1] if number else ";" if opening in LISTED else ","
            trailing = opening not in (NOTED, BARE) and told != [] and told[-1].role == NOTED  # nothing else follows
            written = [one.fact for one in told]
            if joint == ";" and told and trails(written, facts[name], REACHES.get(opening, BARELY)):
                told.append(_Told(facts[name], reference, NOTED, ";"))
                continue
            shared = role == HABIT and joint in ("and", ", and") and number == 1 and goes_on(told[0].fact, facts[name])
            if trailing or (not shared and joint not in ({";"} if role in LISTED else SEPARATORS)):
                joint = joint.removeprefix(", ")
                role, after = JOINTS.get(joint, ("", frozenset()))
                words = joint
                if trailing or opening not in after:
                    findings.append(_finding(pack, "FID192", " ".join(gaps[number])))
                    break
            told.append(_Told(facts[name], reference, role, words or f"{{{name}}}"))
        else:
            clauses.append(_Clause(opening, " ".join(gaps[0]), verbs[0] if verbs else "", told))
    return clauses, findings


def _cut(text: str) -> Iterator[tuple[list[tuple[str, bool]], list[list[str]]]]:
    """Yield for each clause its slots and the words before, between and behind them; a full stop ends a clause."""
    slots: list[tuple[str, bool]] = []
    gaps: list[list[str]] = [[]]
    at = 0
    for match in [*SLOT.finditer(text), None]:
        for token in _TOKEN.findall(text[at : match.start()] if match else text[at:]):
            if token == ".":
                yield slots, gaps
                slots, gaps = [], [[]]
            elif (low := token.lower()) not in _FILLERS:
                gaps[-1].append(low)
        if match:
            slots.append((match[1], bool(match[2])))
            gaps.append([])
            at = match.end()
    if slots or gaps[0] or not text.endswith("."):
        yield slots, gaps


def _check_roles(clause: _Clause, by_others: bool, pack: Pack) -> list[Finding]:
    """P4 and P6: each fact may be told as what its clause tells it as, and the verb is licensed by what it leads."""
    findings = []
    by_another = any(is_by_another(told.fact) for told in clause.told if told.role in WORK | {"with"})
    if clause.role in BY_THERAPIST and clause.words.startswith("therapist") and (by_others or by_another):
        findings.append(_finding(pack, "FID193", clause.words))
    if clause.verb:
        led = [told.fact for told in clause.told if told.fact.kind in LED and told.role in (VERB, USED, "with")]
        if not is_licensed(_family(clause.verb, pack) or "", led, pack):
            findings.append(_finding(pack, "FID193", clause.verb))
    kinds = {told.fact.kind for told in clause.told if not told.reference}
    bare = [told.fact for told in clause.told if clause.role == BARE]
    if bare and not stands_alone(bare[0]) and not opens_bare(bare):
        findings.append(_finding(pack, "FID195", clause.told[0].words))
    for _, run in groupby(clause.told, lambda told: (told.role, told.words == "and with")):
        shown = [told.fact for told in run if told.role == SHOWN]
        if len(shown) > 1 and not may_list(shown) and not dates(*shown[:2]):
            findings.append(_finding(pack, "FID195", clause.words))
    since = clause.role == SHOWN and len(clause.told) == 2 and dates(*(told.fact for told in clause.told))
    findings += [
        _finding(pack, "FID195", told.words)
        for told in (clause.told[:1] if since else clause.told)
        if not _may_tell(told, by_others=by_others)
        or (told.role == LONG and "cue" in kinds)
        # that a daily task was done is shown by the help it took, not by its name alone
        or (told.role == DONE and told.fact.kind != "activity" and "assist" not in kinds)
    ]
    return findings


def _may_tell(told: _Told, *, by_others: bool) -> bool:
    """Tell whether a slot stands for its fact in this role; a reference only names a deficit as a reason."""
    if told.reference:
        return told.role == REASON and bool(told.fact.why)
    return takes(told.role, told.fact, told.words, by_others=by_others)


def _check_bonds(clause: _Clause, events: Events, pack: Pack) -> list[Finding]:
    """P5: what was written with an activity is told with this activity or with none; a cue and help share theirs."""
    if clause.role in LISTED:
        return []
    held = [told.fact for told in clause.told if not told.reference and told.role != NOTED]
    activities = [fact for fact in held if fact.kind == "activity" or (clause.role == DONE and is_task(fact))]
    bound = [fact for fact in held if fact.kind in ("cue", "assist")]
    torn = []
    for fact in bound:
        if fact.kind == "cue" and activities and " then " in fact.surface:
            torn.append(fact)  # a sequence of its own: which step the activity belongs to is not said
            continue
        mixed = {other.kind for other in bound} != {fact.kind} and not activities
        if not is_led(fact, activities, events) or (mixed and find_home(fact, events) != find_home(bound[0], events)):
            torn.append(fact)
    for told in clause.told:
        tied = told.role == LONG and event_of(told.fact) in events
        if tied and not (
            is_led(told.fact, activities, events) and all(event_of(fact) == event_of(told.fact) for fact in bound)
        ):
            torn.append(told.fact)
    return [_finding(pack, "FID194", f"{{{fact.id}}}") for fact in torn]
