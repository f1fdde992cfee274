"""The visit: what is known beside the note. JSON data comes in, a frozen Visit or an InputError comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from rewriter.errors import InputError

_MOST_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of care, as far as the caller knows it. Dates are ISO dates, "" where unknown.

    `content` maps its parts ("diagnosis", "goals", "type", "amount", "frequency", "duration", "baseline") to what it
    says of them; a part with an empty text is one that the plan lacks. `visits_since_report` are treatment days since
    the last progress report. `signed_order` is the date of a signed order or referral for therapy.
    """

    started: str = ""
    certified: str = ""
    certified_through: str = ""
    signed_order: str = ""
    sent_to_physician: str = ""
    last_report: str = ""
    visits_since_report: int | None = None
    visit_number: int | None = None
    maintenance: bool | None = None
    content: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known beside the note. Minutes are one-on-one treatment minutes of the billed code.

    `minutes_by_code` maps CPT codes to minutes, `minutes_by_provider` credentials ("PT", "PTA") to minutes of the
    code, `minutes_by_discipline` ("PT", "OT") to the minutes of each in a co-treatment. `units` are billed units of
    the code, `units_by_code` those of all; `modifiers_by_code` maps codes to the claim's modifiers. `total_minutes` is
    the stated total of timed codes, `treatment_minutes` that of the whole treatment, untimed services included.
    `patients` counts those treated in the same minutes. `charges_to_date` is what was charged this year before this
    visit, in dollars, for the discipline's threshold. `signed_by` is a name with credentials, `contributors` whoever
    else treated, `supervisor` who supervised and `supervisor_place` where that person was; `drafted_by` is "ai" where
    a program wrote the text, `reviewed_by` who reviewed it. `diagnoses` are ICD-10 codes or names.

    `people` are names of patient, relatives and staff, `identifiers` what else tells who the patient is ("mrn",
    "phone", "email", "address", "birth_date"): both are hidden from a model.
    """

    minutes: float | None = None
    date: str = ""
    discipline: str = ""
    setting: str = ""
    payer: str = ""
    units: int | None = None
    total_minutes: float | None = None
    treatment_minutes: float | None = None
    minutes_by_code: Mapping[str, float] = field(default_factory=dict)
    minutes_by_provider: Mapping[str, float] = field(default_factory=dict)
    minutes_by_discipline: Mapping[str, float] = field(default_factory=dict)
    units_by_code: Mapping[str, int] = field(default_factory=dict)
    modifiers_by_code: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    patients: int | None = None
    charges_to_date: float | None = None
    signed_by: str = ""
    signed_on: str = ""
    contributors: tuple[str, ...] = ()
    supervisor: str = ""
    supervisor_place: str = ""
    drafted_by: str = ""
    reviewed_by: str = ""
    diagnoses: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)

    def units_of(self, code: str) -> int | None:
        """Return the billed units of a code. `units` are those of the note's own code."""
        return self.units_by_code.get(code, self.units)

    def modifiers_of(self, code: str) -> tuple[str, ...]:
        """Return the claim's modifiers of a code, in capitals."""
        return self.modifiers_by_code.get(code, ())


def visit_from(data: object) -> Visit:
    """Return the visit that JSON data describes; null leaves a field unknown.

    `units` may also be an object of units by code. Raises InputError on unknown keys or wrong types.
    """
    if isinstance(data, Mapping) and isinstance(data.get("units"), Mapping):
        data = {"units_by_code": data["units"], **{key: value for key, value in data.items() if key != "units"}}
    return Visit(**_fields(data, Visit, "visit"))


def parse_date(text: str) -> date | None:
    """Return an ISO date ("2026-11-18"), or None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _fields(data: object, kind: type, where: str) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        raise InputError(f"the {where} must be a JSON object")
    known = {item.name for item in fields(kind)}
    if unknown := sorted(set(data) - known):
        raise InputError(
            f"the {where} has an unknown key {str(unknown[0])[:40]!r}; known are: {', '.join(sorted(known))}"
        )
    take = _TAKES[kind]
    return {key: take.get(key, _text)(value, f"{where}.{key}") for key, value in data.items() if value is not None}


def _plan(value: object, where: str) -> Plan:
    return Plan(**_fields(value, Plan, where))


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise InputError(f"{where} must be text")
    return value


def _date(value: object, where: str) -> str:
    text = _text(value, where)
    if text and parse_date(text) is None:
        raise InputError(f"{where} must be a date such as 2026-11-18")
    return text


def _flag(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise InputError(f"{where} must be true or false")
    return value


def _count(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InputError(f"{where} must be a whole number")
    return value


def _amount(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise InputError(f"{where} must be an amount, 0 or more")
    return float(value)


def _minutes(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST_MINUTES:
        raise InputError(f"{where} must be minutes between 0 and {_MOST_MINUTES}")
    return float(value)


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InputError(f"{where} must be a list of texts")
    return tuple(value)


def _table(value: object, where: str, take: Callable[[object, str], Any], of: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise InputError(f"{where} must be an object of {of}")
    return {str(name): take(item, where) for name, item in value.items()}


def _minutes_table(value: object, where: str) -> dict[str, float]:
    return _table(value, where, _minutes, "minutes")


def _counts_table(value: object, where: str) -> dict[str, int]:
    return _table(value, where, _count, "whole numbers")


def _texts_table(value: object, where: str) -> dict[str, str]:
    return _table(value, where, _text, "texts")


def _modifiers(value: object, where: str) -> dict[str, tuple[str, ...]]:
    table = _table(value, where, _texts, "lists of modifiers")
    return {code: tuple(item.strip().upper() for item in items) for code, items in table.items()}


_Take = Callable[[object, str], Any]
_TAKES: Mapping[type, Mapping[str, _Take]] = {
    Plan: {
        "started": _date,
        "certified": _date,
        "certified_through": _date,
        "signed_order": _date,
        "sent_to_physician": _date,
        "last_report": _date,
        "visits_since_report": _count,
        "visit_number": _count,
        "maintenance": _flag,
        "content": _texts_table,
    },
    Visit: {
        "minutes": _minutes,
        "total_minutes": _minutes,
        "treatment_minutes": _minutes,
        "minutes_by_code": _minutes_table,
        "minutes_by_provider": _minutes_table,
        "minutes_by_discipline": _minutes_table,
        "units": _count,
        "units_by_code": _counts_table,
        "modifiers_by_code": _modifiers,
        "patients": _count,
        "charges_to_date": _amount,
        "contributors": _texts,
        "diagnoses": _texts,
        "people": _texts,
        "goals": _texts,
        "identifiers": _texts_table,
        "plan": _plan,
    },
}
