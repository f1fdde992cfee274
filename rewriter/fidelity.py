"""Foreign text: a rewrite compared with its source, typed fact by typed fact, in both directions.

Each reading becomes a set of atoms: numbers with their units, sides with their body part or diagnosis, assistance, devices,
scores, diagnoses, impairments, cues, functions, responses, each with its polarity. An atom of the rewrite that nothing licenses
is an invention (FID1xx), an atom of the source that the rewrite lacks an omission (FID2xx).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rewriter.findings import CLINICIAN, MODEL, REWRITE, SOURCE, Evidence, Finding, found
from rewriter.note import Visit
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED, REFUSED

_NUMBERS = {
    "count": "number",
    "number": "number",
    "duration": "duration",
    "distance": "distance",
    "load": "load",
    "angle": "angle",
    "percent": "percent",
    "rate": "rate",
    "pressure": "pressure",
    "ratio": "ratio",
    "date": "date",
    "frequency": "frequency",
}
# Kinds compared by concept, with the suffix of their rules: FID1nn invented, FID2nn omitted.
_CONCEPTS = {
    "device": "04",
    "measure": "05",
    "vital": "05",
    "diagnosis": "06",
    "cue": "07",
    "function": "08",
    "better": "09",
    "worse": "09",
    "same": "09",
    "impairment": "20",
    "symptom": "20",
}
_BY_GROUP = frozenset({"tactile", "verbal", "visual", "auditory"})
_OPPOSITE = {"left": "right", "right": "left"}
_ADMIN = frozenset({"code", "units", "admin"})


class Atom(NamedTuple):
    """One comparable claim: the rule suffix, the kind, the value, what it is bound to, its mention."""

    rule: str
    kind: str
    value: str
    bound: str
    negated: bool
    index: int


def compare(source: Sequence[Reading], rewrite: Reading, visit: Visit, pack: Pack) -> list[Finding]:
    """Return the fidelity findings of a rewrite against its source.

    `source[0]` is the note, further readings are the clinician's answers; the visit licenses its own figures.
    """
    given = [atom for reading in source for atom in _atoms(reading)]
    said = _atoms(rewrite)
    note = source[0]
    licensed = _visit_values(visit)
    return [
        *_invented(said, given, rewrite, source, licensed, pack),
        *_omitted(given[: len(_atoms(note))] if len(source) > 1 else given, said, note, rewrite, visit, pack),
    ]


def _atoms(reading: Reading) -> list[Atom]:
    atoms: list[Atom] = []
    mentions = reading.mentions
    skipped = instructed(reading)
    for index, (sense, first, last) in enumerate(mentions):
        kind = sense.kind
        if reading.sentence_of[index] in skipped:
            continue
        if kind in _NUMBERS:
            if not (kind == "number" and not sense.id[0].isdigit()):
                atoms.append(Atom("01", _NUMBERS[kind], sense.id, "", False, index))
        elif kind in _CONCEPTS:
            if kind == "cue" and mentions[index].sense.group == "general":
                value = "cueing"
            else:
                value = sense.group if kind == "cue" and sense.group in _BY_GROUP else sense.id
            negated = bool(reading.bits[index] & (NEGATED | REFUSED))
            atoms.append(Atom(_CONCEPTS[kind], kind, value, "", negated, index))
        elif kind == "level":
            atoms.append(Atom("03", kind, sense.group, "", bool(reading.bits[index] & NEGATED), index))
        elif kind == "side":
            atoms.append(Atom("02", kind, sense.id, _bound_to(mentions, index, first, last), False, index))
    return atoms


def instructed(reading: Reading) -> set[int]:
    """Return the numbers of sentences that hold an instruction to whoever writes: flagged, never carried over."""
    return {reading.sentence_of[i] for i, m in enumerate(reading.mentions) if m.sense.kind == "instruction"}


def _bound_to(mentions: Sequence[object], index: int, first: int, last: int) -> str:
    """Return the part or diagnosis that a side word stands beside: before it ("right knee") or behind ("knee R")."""
    for other in mentions[index + 1 : index + 4]:
        sense, start, _ = other  # type: ignore[misc]
        if start > last + 1:
            break
        if sense.kind in ("part", "diagnosis"):
            return str(sense.id)
    return ""


def _visit_values(visit: Visit) -> set[tuple[str, str]]:
    """Return (kind, value) of the figures that the visit licenses."""
    minutes = [visit.minutes, visit.total_minutes, *visit.minutes_by_code.values(), *visit.minutes_by_provider.values()]
    return {("duration", f"{value * 60:g}") for value in minutes if value is not None}


def _invented(
    said: Sequence[Atom],
    given: Sequence[Atom],
    rewrite: Reading,
    source: Sequence[Reading],
    licensed: set[tuple[str, str]],
    pack: Pack,
) -> list[Finding]:
    values = {(atom.kind, atom.value) for atom in given}
    affirmed = {(atom.kind, atom.value) for atom in given if not atom.negated}
    numbers = {atom.value.lstrip("~") for atom in given if atom.rule == "01"}
    findings = []
    for atom in said:
        key = (atom.kind, atom.value)
        if atom.rule == "02":
            findings += _check_side(atom, given, rewrite, source[0], pack)
        elif key not in values:
            if key in licensed or atom.rule == "01" and _licensed_number(atom, values, licensed):
                continue
            if atom.kind in ("impairment", "symptom") and _kin(atom.value, values):
                continue
            if atom.kind == "cue" and rewrite.mentions[atom.index].sense.group == "general" and any(g.kind == "cue" for g in given):
                continue
            findings.append(_report("1", atom, rewrite, REWRITE, pack, MODEL if numbers else CLINICIAN, given, source[0]))
        elif not atom.negated and key not in affirmed:
            findings.append(_finding("FID121", atom, rewrite, REWRITE, pack, given, source[0]))
        elif atom.negated and atom.rule in ("20", "07", "06") and not any((g.kind, g.value) == key and g.negated for g in given):
            findings.append(_finding("FID121", atom, rewrite, REWRITE, pack, given, source[0]))
    return findings


def _kin(value: str, values: set[tuple[str, str]]) -> bool:
    """A symptom and an impairment of one name are one claim."""
    return ("impairment", value) in values or ("symptom", value) in values


def _licensed_number(atom: Atom, values: set[tuple[str, str]], licensed: set[tuple[str, str]]) -> bool:
    """A number without a unit in the source may gain the unit that the visit gives it."""
    if atom.kind == "duration" and (atom.kind, atom.value) in licensed:
        return True
    return atom.kind == "number" and (("duration", atom.value) in values and False)


def _check_side(
    atom: Atom, given: Sequence[Atom], rewrite: Reading, note: Reading, pack: Pack
) -> list[Finding]:
    """A side must be the source's for that part; a side the source gives to no part is no side of this one."""
    sides = [item for item in given if item.rule == "02"]
    if any(item.value == atom.value and (item.bound == atom.bound or not item.bound or not atom.bound) for item in sides):
        return []
    clash = [item for item in sides if item.bound == atom.bound and item.value == _OPPOSITE.get(atom.value)]
    same = [item for item in sides if item.value == atom.value]
    if clash or not same:
        return [_finding("FID102", atom, rewrite, REWRITE, pack, given, note)]
    return []


def _omitted(
    given: Sequence[Atom], said: Sequence[Atom], note: Reading, rewrite: Reading, visit: Visit, pack: Pack
) -> list[Finding]:
    values = {(atom.kind, atom.value) for atom in said}
    sides = {(atom.value, atom.bound) for atom in said if atom.rule == "02"}
    findings = []
    reported: set[tuple[str, str, str]] = set()
    for atom in given:
        key = (atom.kind, atom.value)
        if atom.rule == "02":
            if (atom.value, atom.bound) in sides or any(side == atom.value for side, _ in sides):
                continue
        elif key in values or atom.kind in ("impairment", "symptom") and _kin(atom.value, values):
            continue
        elif atom.rule == "01" and _is_administrative(atom, note, visit):
            continue
        if (atom.kind, atom.value, atom.bound) in reported:
            continue
        reported.add((atom.kind, atom.value, atom.bound))
        findings.append(_report("2", atom, note, SOURCE, pack, MODEL, said, rewrite))
    return findings


def _is_administrative(atom: Atom, note: Reading, visit: Visit) -> bool:
    """Minutes and figures of billing are kept by the visit; leaving them out of the narrative loses nothing."""
    if atom.kind == "duration" and visit.minutes is not None and atom.value.lstrip("~") == f"{visit.minutes * 60:g}":
        return True
    if atom.kind == "number" and visit.minutes is not None and atom.value == f"{visit.minutes:g}":
        return True
    here = note.by_sentence[note.sentence_of[atom.index]]
    place = note.mentions[atom.index].first
    return any(
        note.mentions[i].sense.kind in _ADMIN and abs(note.mentions[i].first - place) <= 2 for i in here
    )


def _report(
    direction: str,
    atom: Atom,
    reading: Reading,
    side: str,
    pack: Pack,
    mend: str,
    others: Sequence[Atom],
    other: Reading,
) -> Finding:
    return _finding(f"FID{direction}{atom.rule}", atom, reading, side, pack, others, other, mend)


def _finding(
    code: str,
    atom: Atom,
    reading: Reading,
    side: str,
    pack: Pack,
    others: Sequence[Atom],
    other: Reading,
    mend: str = MODEL,
) -> Finding:
    """Return a finding at the atom's words, with the nearest of its kind on the other side as evidence."""
    opposite = SOURCE if side == REWRITE else REWRITE
    near: Iterable[Atom] = [item for item in others if item.rule == atom.rule and item.index < len(other.mentions)][:3]
    spans = tuple(Evidence(*other.span(other.mentions[item.index]), opposite, item.kind) for item in near)
    span = reading.span(reading.mentions[atom.index])
    return found(pack.rules[code], reading.text, side=side, span=span, mend=mend, evidence=spans)


__all__: Sequence[str] = ("compare", "instructed")
_: Mapping[str, str] = _NUMBERS
