"""Earlier notes of a chart: JSON data comes in, notes in the order of their visits or an InputError come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rewriter.errors import InputError
from rewriter.note import check_text
from rewriter.pack import Pack
from rewriter.reading import Reading, read
from rewriter.visit import Visit, parse_date, visit_from

_KEYS = frozenset({"id", "text", "date", "patient", "minutes", "signed"})


@dataclass(frozen=True)
class Earlier:
    """One earlier note. `date` is an ISO date, "" where unknown; `patient` says whose it is, "" for this chart's.

    `is_own` is False where the note is another patient's.
    """

    id: str
    text: str
    date: str = ""
    patient: str = ""
    minutes: float | None = None
    signed: bool = True
    is_own: bool = True
    _readings: dict[str, Reading] = field(default_factory=dict, repr=False, compare=False)

    @property
    def name(self) -> str:
        """What the note is called in a message: by its date, else by its id."""
        return f"the note of {self.date}" if self.date else f"note {self.id}"

    def read(self, pack: Pack) -> Reading:
        """Return the note's reading under a pack's words, made at the first call."""
        reading = self._readings.get(pack.sha256)
        if reading is None:
            reading = self._readings[pack.sha256] = read(self.text, pack, self.minutes)
        return reading


def earlier_from(data: object, where: str) -> Earlier:
    """Return the earlier note that a JSON object describes; `where` names its place in messages.

    Raises InputError on what is missing, unknown or of a wrong type, without the note's words.
    """
    if not isinstance(data, Mapping):
        raise InputError(f"{where} is not a JSON object")
    if unknown := sorted(set(data) - _KEYS):
        raise InputError(f"{where} has an unknown key {str(unknown[0])[:40]!r}; known are: {', '.join(sorted(_KEYS))}")
    name = data.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise InputError(f"{where}: 'id' must be text or a whole number")
    text = data.get("text")
    if not isinstance(text, str):
        raise InputError(f"{where}: 'text' must be text")
    try:
        check_text(text, "text")
        minutes = visit_from({"minutes": data.get("minutes")}).minutes
    except InputError as error:
        raise InputError(f"{where}: {error}") from None
    return Earlier(str(name), text, _date(data, where), _patient(data, where), minutes, _signed(data, where))


def _date(data: Mapping[str, Any], where: str) -> str:
    day = data.get("date") or ""
    if not isinstance(day, str) or (day and parse_date(day) is None):
        raise InputError(f"{where}: 'date' must be a date such as 2026-11-18")
    return day


def _patient(data: Mapping[str, Any], where: str) -> str:
    patient = data.get("patient")
    if isinstance(patient, bool) or not isinstance(patient, str | int | None):
        raise InputError(f"{where}: 'patient' must be text")
    return "" if patient is None else str(patient)


def _signed(data: Mapping[str, Any], where: str) -> bool:
    signed = data.get("signed")
    if signed is not None and not isinstance(signed, bool):
        raise InputError(f"{where}: 'signed' must be true or false")
    return signed is not False


def recall(notes: Iterable[Earlier], text: str, visit: Visit) -> tuple[Earlier, ...]:
    """Return what was there before the visit whose note is `text`, in the order of the visits.

    A note without a date follows the one that it was given behind. What is dated later than the visit is left out; so
    is what has the visit's own date and is this very text, or a draft that nobody signed.
    """
    known = {_bare(value) for value in (*visit.identifiers.values(), *visit.people)}
    kept: list[tuple[str, Earlier]] = []
    day = ""
    for note in notes:
        day = note.date or day
        today = bool(visit.date) and note.date == visit.date
        if (visit.date and note.date > visit.date) or (
            today and (not note.signed or note.text.split() == text.split())
        ):
            continue
        is_own = not note.patient or not known or _bare(note.patient) in known
        kept.append((day, replace(note, is_own=is_own)))
    kept.sort(key=lambda item: item[0])
    return tuple(note for _, note in kept)


def _bare(value: str) -> str:
    return "".join(filter(str.isalnum, value)).lower()
