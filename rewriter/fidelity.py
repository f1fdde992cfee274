"""Foreign text: a rewrite compared with its source, typed fact by typed fact, in both directions.

Each reading becomes a set of atoms: numbers with their units, sides with their body part or diagnosis, assistance,
devices,
scores, diagnoses, impairments, cues, functions, responses, each with its polarity. An atom of the rewrite that
nothing licenses
is an invention (FID1xx), an atom of the source that the rewrite lacks an omission (FID2xx).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from rewriter.findings import MODEL, REWRITE, SOURCE, Evidence, Finding, found
from rewriter.lexicon import Node, Sense, longest, split_form
from rewriter.note import Visit
from rewriter.pack import Pack
from rewriter.reading import Mention, Reading
from rewriter.reading.context import NEGATED, POSSIBLE, REFUSED
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.quantities import components

# Kinds compared by concept, with the suffix of their rules: FID1nn invented, FID2nn omitted.
_CONCEPTS = {
    "device": "04",
    "measure": "05",
    "vital": "05",
    "diagnosis": "06",
    "cue": "07",
    "function": "08",
    "impairment": "20",
    "symptom": "20",
}
_BY_GROUP = frozenset({"tactile", "verbal", "visual", "auditory"})
_SIDED = frozenset(
    "part diagnosis impairment ability activity task function symptom cue device position equipment "
    "surface verb level measure".split()
)
_SIDE_REACH = 3
_OPPOSITE = {"left": "right", "right": "left"}
_ADMIN = frozenset({"code", "units", "admin", "ordinal"})
# Kinds whose denial is a claim of its own: impairments and symptoms, cues, diagnoses.
_SIGNED = frozenset({"20", "07", "06"})


# Words of a form that say nothing of its own.
_GENERIC = frozenset(
    "cue cues cueing cued input feedback assistance assist guidance facilitation technique training exercise exercises "
    "activity activities "
    "task tasks support with the a an of to and or at on in for by from patient loss".split()
)
_DIRECTIONS = ("better", "worse", "same")
_SHORTEST_STEM = 4


class Atom(NamedTuple):
    """One comparable claim: the rule suffix, the kind, the value, what it is bound to, its mention."""

    rule: str
    kind: str
    value: str
    bound: str
    negated: bool
    mention: int


ByRule = dict[str, list[Atom]]


@dataclass(frozen=True)
class _Held:
    """What one text holds beside its atoms; each set is made when it is first asked for."""

    reading: Reading
    lexicon: Node

    @cached_property
    def stems(self) -> set[str]:
        """The stems of its words."""
        return {_stem(word) for word in set(self.reading.words.low)}

    @cached_property
    def concepts(self) -> set[str]:
        """The concepts that it mentions."""
        return {mention.sense.id for mention in self.reading.mentions}

    @cached_property
    def named(self) -> set[str]:
        """The concepts of its words, each word taken by itself."""
        leaves = (self.lexicon.get(word, {}).get("", ()) for word in set(self.reading.words.low))
        return {sense.id for leaf in leaves for sense in leaf}

    @cached_property
    def possible(self) -> set[tuple[str, str]]:
        """The (kind, value) of all that its unsure abbreviations could mean; for assistance also ("", group)."""
        keys: set[tuple[str, str]] = set()
        for said in {said for item in self.reading.read_as for said in item.readings}:
            hit = longest(self.lexicon, split_form(said), 0)
            for sense in hit[1] if hit is not None else ():
                keys.add((sense.kind, _concept(sense)))
                if sense.kind == "level":
                    keys.add(("", sense.group))
        return keys


def compare(source: Sequence[Reading], rewrite: Reading, visit: Visit, pack: Pack) -> list[Finding]:
    """Return the fidelity findings of a rewrite against its source.

    `source[0]` is the note, further readings are the clinician's answers; the visit licenses its own figures.
    """
    note = source[0]
    asked = _atoms(note)
    given = [*asked, *(atom for reading in source[1:] for atom in _atoms(reading))]
    said = _atoms(rewrite)
    held = [_Held(reading, pack.lexicon) for reading in source]
    return [
        *_invented(said, _by_rule(given), rewrite, held, visit, pack),
        *_omitted(asked, _by_rule(said), note, _Held(rewrite, pack.lexicon), visit, pack),
        *_turned(held[0], rewrite, pack),
    ]


def _by_rule(atoms: Iterable[Atom]) -> ByRule:
    """Return the atoms of each rule, in order."""
    groups: ByRule = {}
    for atom in atoms:
        groups.setdefault(atom.rule, []).append(atom)
    return groups


def _atoms(reading: Reading) -> list[Atom]:
    atoms: list[Atom] = []
    mentions = reading.mentions
    skipped = instructed(reading)
    for index, (sense, _, _) in enumerate(mentions):
        kind = sense.kind
        if skipped and reading.sentence_of[index] in skipped:
            continue
        if kind in QUANTITIES:
            if kind not in _ADMIN:
                atoms += [Atom("01", family, value, "", False, index) for family, value in components(sense)]
        elif kind in _CONCEPTS:
            negated = bool(reading.bits[index] & (NEGATED | REFUSED | POSSIBLE))
            atoms.append(Atom(_CONCEPTS[kind], kind, _concept(sense), "", negated, index))
        elif kind == "level":
            atoms.append(Atom("03", kind, sense.group, "", bool(reading.bits[index] & NEGATED), index))
        elif kind == "side":
            atoms.append(Atom("02", kind, sense.id, _bound_to(mentions, index), False, index))
    return atoms


def _concept(sense: Sense) -> str:
    """The value compared: cues of the senses by their type, an untyped cue as such, all else by concept."""
    if sense.kind == "cue" and sense.group == "general":
        return "cueing"
    return sense.group if sense.kind == "cue" and sense.group in _BY_GROUP else sense.id


def instructed(reading: Reading) -> set[int]:
    """Return the numbers of sentences that hold an instruction to whoever writes: flagged, never carried over."""
    return {reading.sentence_of[i] for i, m in enumerate(reading.mentions) if m.sense.kind == "instruction"}


def _bound_to(mentions: Sequence[Mention], index: int) -> str:
    """Return what a side belongs to, or "".

    That is the thing named right behind it ("right knee", "left stroke"), else the one before it ("leans left",
    "weight shift to the right").
    """
    first, last = mentions[index].first, mentions[index].last
    for other in mentions[index + 1 : index + 4]:
        if other.first > last:
            break
        if other.sense.kind in _SIDED:
            return other.sense.id
    for other in reversed(mentions[max(0, index - 4) : index]):
        if first - other.last > _SIDE_REACH:
            break
        if other.sense.kind in _SIDED:
            return other.sense.id
    return ""


def _invented(
    said: Sequence[Atom], given: ByRule, rewrite: Reading, source: Sequence[_Held], visit: Visit, pack: Pack
) -> list[Finding]:
    """Return the atoms of the rewrite that nothing in the source, the answers or the visit licenses."""
    affirmed = {(atom.kind, atom.value) for atoms in given.values() for atom in atoms if not atom.negated}
    denied = {(atom.kind, atom.value) for atoms in given.values() for atom in atoms if atom.negated}
    values = affirmed | denied
    numbers = {(atom.kind, atom.value) for atom in given.get("01", ())} | _visit_values(visit)
    figures = {value for _, value in numbers}
    sides = {(atom.value, atom.bound) for atom in given.get("02", ())}
    note = source[0].reading
    findings = []
    for atom in said:
        key = _kin((atom.kind, atom.value), values)
        if atom.rule == "01":
            if not _same_figure(atom, numbers, figures):
                findings.append(_finding("FID101", atom, rewrite, REWRITE, pack, given, note))
        elif atom.rule == "02":
            if not _side_fits(atom, sides):
                findings.append(_finding("FID102", atom, rewrite, REWRITE, pack, given, note))
        elif key not in values:
            if atom.value == "cueing" and _CONCEPTS["cue"] in given:
                continue
            if any(_could_mean(atom, held) or _spelled_out(rewrite, atom, held) for held in source):
                continue
            findings.append(_finding(f"FID1{atom.rule}", atom, rewrite, REWRITE, pack, given, note))
        elif (not atom.negated and key not in affirmed) or (
            atom.negated and atom.rule in _SIGNED and key not in denied
        ):
            findings.append(_finding("FID121", atom, rewrite, REWRITE, pack, given, note))
    return findings


def _kin(key: tuple[str, str], values: set[tuple[str, str]]) -> tuple[str, str]:
    """A symptom and an impairment of one name are one claim: return the key that the other side uses."""
    if key[0] in ("impairment", "symptom") and key not in values:
        return ("symptom" if key[0] == "impairment" else "impairment"), key[1]
    return key


def _visit_values(visit: Visit) -> set[tuple[str, str]]:
    """Return the figures that the visit licenses."""
    minutes = [visit.minutes, visit.total_minutes, *visit.minutes_by_code.values(), *visit.minutes_by_provider.values()]
    return {("duration", f"{value * 60:g}") for value in minutes if value is not None}


def _same_figure(atom: Atom, numbers: set[tuple[str, str]], figures: set[str]) -> bool:
    """The same value with the same unit, or with none on one side ("12 deg -> 8", "from 12 to 8 degrees").

    `numbers` are the other side's (kind, value), `figures` their values alone.
    """
    if (atom.kind, atom.value) in numbers or ("number", atom.value) in numbers:
        return True
    return atom.kind == "number" and atom.value in figures


def _could_mean(atom: Atom, source: _Held) -> bool:
    """An abbreviation of the source has, among its possible readings, this very concept."""
    return (atom.kind, atom.value) in source.possible or ("", atom.value) in source.possible


def _spelled_out(one: Reading, atom: Atom, other: _Held) -> bool:
    """Every content word of the atom stands in the other text too, in whatever form or order.

    Or the other text has the atom's concept inside a longer one ("thalamic stroke" for "CVA, thalamic", "cervicogenic
    dizziness" for "dizzy").
    """
    if atom.negated or atom.rule == "03":
        return False
    mention = one.mentions[atom.mention]
    words = [word for word in one.words.low[mention.first : mention.last] if word not in _GENERIC and word.isalpha()]
    kept = (
        _stem(word) in other.stems or _clipped(word, other.stems) or _names(one, word, other.concepts) for word in words
    )
    return (bool(words) and all(kept)) or atom.value in other.named


def _names(reading: Reading, word: str, concepts: set[str]) -> bool:
    """The word by itself is a form of one of the concepts."""
    return any(sense.id in concepts for sense in reading.lexicon.get(word, {}).get("", ()))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    for end in ("iness", "ness", "ing", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word[: -len(end)]
            break
    return word[:-1] if len(word) > 3 and (word[-1] == word[-2] or word[-1] in "ey") else word


def _clipped(word: str, stems: set[str]) -> bool:
    """Thus: "instab" and "prosth" are clipped from longer words."""
    return any(word[:length] in stems for length in range(_SHORTEST_STEM, len(word) + 1))


def _side_fits(atom: Atom, sides: set[tuple[str, str]]) -> bool:
    """A side must be the source's for that part; a side that the source never gives is invented.

    `sides` are the sides of the source, each with the part it is bound to ("" where it is bound to none).
    """
    if atom.value not in _OPPOSITE:
        return True
    same = {bound for value, bound in sides if value in (atom.value, "bilateral")}
    if atom.bound in same or "" in same:
        return True
    clash = bool(atom.bound) and (_OPPOSITE[atom.value], atom.bound) in sides
    return bool(same) and not clash


def _omitted(
    asked: Sequence[Atom], said: ByRule, note: Reading, rewrite: _Held, visit: Visit, pack: Pack
) -> list[Finding]:
    """Return the atoms of the note that the rewrite lacks, each once."""
    values = {(atom.kind, atom.value) for atoms in said.values() for atom in atoms}
    numbers = {(atom.kind, atom.value) for atom in said.get("01", ())}
    figures = {value for _, value in numbers}
    sides = {atom.value for atom in said.get("02", ())}
    findings = []
    seen: set[tuple[str, str]] = set()
    for atom in asked:
        key = (atom.kind, atom.value)
        if key in seen:
            continue
        if atom.rule == "01":
            kept = _same_figure(atom, numbers, figures) or _is_administrative(atom, note, visit)
        elif atom.rule == "02":
            kept = atom.value in sides or atom.value not in _OPPOSITE
        else:
            kept = _kin(key, values) in values or atom.value == "cueing" or _spelled_out(note, atom, rewrite)
        if not kept:
            seen.add(key)
            findings.append(_finding(f"FID2{atom.rule}", atom, note, SOURCE, pack, said, rewrite.reading))
    return findings


def _is_administrative(atom: Atom, note: Reading, visit: Visit) -> bool:
    """Minutes and figures of billing are kept by the visit; leaving them out of the narrative loses nothing."""
    if visit.minutes is not None and (atom.kind, atom.value) in (
        ("duration", f"{visit.minutes * 60:g}"),
        ("number", f"{visit.minutes:g}"),
        ("count", f"{visit.minutes:g}"),
    ):
        return True
    here = note.by_sentence[note.sentence_of[atom.mention]]
    place = note.mentions[atom.mention].first
    begin = bisect_left(here, place - 2, key=lambda index: note.mentions[index].first)
    near = takewhile(
        lambda index: note.mentions[index].first <= place + 2, (here[at] for at in range(begin, len(here)))
    )
    return any(note.mentions[index].sense.kind in _ADMIN for index in near)


def _turned(note: _Held, rewrite: Reading, pack: Pack) -> list[Finding]:
    """Return a finding where the note tells of one direction only (better, worse, same) and the rewrite of another."""
    told = [kind for kind in _DIRECTIONS if note.reading.having(kind)]
    findings = []
    for kind in _DIRECTIONS:
        if told and kind not in told:
            for index in rewrite.having(kind):
                atom = Atom("09", kind, rewrite.mentions[index].sense.id, "", False, index)
                if not _spelled_out(rewrite, atom, note):
                    findings.append(_finding("FID109", atom, rewrite, REWRITE, pack, {}, note.reading))
    return findings


def _finding(code: str, atom: Atom, reading: Reading, side: str, pack: Pack, others: ByRule, other: Reading) -> Finding:
    """Return a finding at the atom's words, with what the other side has of its kind as evidence."""
    opposite = SOURCE if side == REWRITE else REWRITE
    near = islice((item for item in others.get(atom.rule, ()) if item.mention < len(other.mentions)), 3)
    spans = tuple(Evidence(*other.span(other.mentions[item.mention]), opposite, item.kind) for item in near)
    return found(
        pack.rules[code],
        reading.text,
        side=side,
        span=reading.span(reading.mentions[atom.mention]),
        mend=MODEL,
        evidence=spans,
    )
