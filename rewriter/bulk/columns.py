"""Which column of a source holds what a note needs: as its user says, else by the names that are usual for it.

    id=note_key  text=body  visit.date=dos  keep=encounter_id  date_form=%m/%d/%Y

The same as a TOML file: `id = "note_key"`, a table `[visit]` with `date = "dos"`, `keep = ["encounter_id"]`.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from rewriter.bulk.cells import FIELDS, is_absent, plain, read_cell, read_id
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError

KEEP, DATE_FORM = "keep", "date_form"
# A column by the field's own name needs no entry. The day of a visit is said only where the name says that it is one.
_USUAL: Mapping[str, tuple[str, ...]] = {
    "id": ("note_id", "document_id"),
    "text": ("note_text", "note", "note_body"),
    "cpt": ("cpt_code", "code"),
    "clinician": ("clinician_id", "provider", "provider_id", "author_id", "therapist", "therapist_id"),
    "date": ("note_date",),
    "signed": ("is_signed",),
    "visit.date": ("service_date", "date_of_service", "dos", "visit_date"),
    "visit.signed_on": ("signed_on", "signed_date"),
    "visit.payer": ("payer",),
}
_LINE = frozenset({"text", "cpt", "minutes", "answers", "answered_on", "signed"})
_A_DAY = datetime(2026, 11, 20)
_MOST_SHOWN, _LONGEST_SHOWN = 40, 40


@dataclass(frozen=True, slots=True)
class Columns:
    """What was said of the columns: `named` maps fields of a note to columns, `keep` are handed through to exports.

    `date_form` says how dates are written, as `strptime` does; "" is as in 2026-11-20.
    """

    named: Mapping[str, str] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    date_form: str = ""

    def bind(self, there: Sequence[str]) -> "Bound":
        """Return where a source with these columns holds what.

        Raises SettingsError where a column that was named is not there, none is the id or the text, or one that is
        needed stands twice; the message lists the columns there are.
        """
        for name in (*self.named.values(), *self.keep):
            if _find(name, there) is None:
                raise SettingsError(f"there is no column {name!r}; {_list(there)}")
        bound = self.bind_loosely(there)
        for needed in ("id", "text"):
            if needed not in bound.fields:
                raise SettingsError(f"which column is the {needed}? Say {needed}=COLUMN; {_list(there)}")
        counts = Counter(there)
        if twice := sorted(column for column in bound.used if counts[column] > 1):
            raise SettingsError(f"the column {twice[0]!r} stands twice")
        return bound

    def bind_loosely(self, there: Sequence[str]) -> "Bound":
        """Return where a record with these keys holds what, as far as it does: records of a file may differ."""
        fields = {}
        for name in FIELDS:
            candidates = (self.named[name],) if name in self.named else (name, *_USUAL.get(name, ()))
            found = (_find(candidate, there) for candidate in candidates)
            if column := next((column for column in found if column is not None), None):
                fields[name] = column
        kept = tuple(column for name in self.keep if (column := _find(name, there)) is not None)
        return Bound(fields, kept, self.date_form)


@dataclass(frozen=True, slots=True)
class Bound:
    """The columns of a source by the field that each holds, and those that are handed through."""

    fields: Mapping[str, str]
    kept: tuple[str, ...]
    date_form: str

    @property
    def used(self) -> list[str]:
        """The columns that are needed of the source, each once."""
        return list(dict.fromkeys((*self.fields.values(), *self.kept)))

    def __str__(self) -> str:
        return ", ".join(f"{name} = {column}" for name, column in self.fields.items())

    def take(self, place: str, record: Mapping[str, Any]) -> Row | Reject:
        """Return a record's note, or why it has none. `place` says where it stands in the source."""
        name = ""
        try:
            name = read_id(record.get(self.fields.get("id", "")))
            said = {
                item: read_cell(item, value, self.date_form)
                for item, column in self.fields.items()
                if item != "id" and not is_absent(value := record.get(column))
            }
            if "text" not in said:
                raise InputError("it has no text")
            kept = {column: plain(record.get(column)) for column in self.kept}
        except InputError as error:
            return Reject(place, name, str(error))
        visit = _gather_visit(said)
        line = {item: value for item, value in said.items() if item in _LINE}
        if visit:
            line["visit"] = visit
        date = said.get("date") or visit.get("date") or ""
        return Row(place, name, line, said.get("clinician", ""), date, kept)


def columns_from(flags: Iterable[str] = (), path: Path | None = None) -> Columns:
    """Return the columns that a TOML file and flags of the form FIELD=COLUMN name; flags stand before the file.

    Raises SettingsError on what is neither.
    """
    said: dict[str, Any] = dict(_flatten(_load(path))) if path else {}
    keep = said.pop(KEEP, [])
    if not isinstance(keep, list):
        raise SettingsError(f"{KEEP!r} must be a list of columns")
    for flag in flags:
        name, equals, column = flag.partition("=")
        if not equals or not column:
            raise SettingsError("a column is said as FIELD=COLUMN, such as text=note_text")
        if name == KEEP:
            keep = [*keep, column]
        else:
            said[name] = column
    for name, column in (*said.items(), *((KEEP, column) for column in keep)):
        if name not in (*FIELDS, KEEP, DATE_FORM):
            raise SettingsError(f"a note has no field {name!r}; it has: {', '.join((*FIELDS, KEEP, DATE_FORM))}")
        if not isinstance(column, str) or not column:
            raise SettingsError(f"the column of {name!r} must be a name")
    form = said.get(DATE_FORM, "")
    if form and not _is_date_form(form):
        raise SettingsError(f"{DATE_FORM!r} must say where day, month and year stand, such as %m/%d/%Y")
    return Columns({name: said[name] for name in FIELDS if name in said}, tuple(keep), form)


def _is_date_form(form: str) -> bool:
    try:
        return datetime.strptime(_A_DAY.strftime(form), form) == _A_DAY
    except ValueError:
        return False


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"the file of columns cannot be read: {error.strerror}") from None
    except ValueError:  # not TOML, or not UTF-8
        raise SettingsError("the file of columns is not valid TOML") from None


def _flatten(table: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{before}{name}.")
        else:
            yield before + name, value


def _gather_visit(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known of the visit; a column of its own stands before what the visit's column says."""
    visit, plan = dict(said.get("visit", {})), {}
    for name, value in said.items():
        if name.startswith("visit.plan."):
            plan[name.removeprefix("visit.plan.")] = value
        elif name.startswith("visit."):
            visit[name.removeprefix("visit.")] = value
    of_visit = visit.get("plan", {})
    if plan and isinstance(of_visit, Mapping):  # anything else is left for the visit's own check to refuse
        visit["plan"] = {**of_visit, **plan}
    return visit


def _find(name: str, there: Sequence[str]) -> str | None:
    """Return the column of this name, or else the one that differs in case, blanks and hyphens only."""
    if name in there:
        return name
    alike = _normal(name)
    return next((column for column in there if _normal(column) == alike), None)


def _normal(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def _list(there: Sequence[str]) -> str:
    """List columns; what is no name is left out: a table without its header would show a note here."""
    shown = [name for name in there[:_MOST_SHOWN] if name and len(name) <= _LONGEST_SHOWN and len(name.split()) <= 4]
    left = len(there) - len(shown)
    more = f" (and {left} more)" if left else ""
    return f"the columns there are: {', '.join(shown) or 'none'}{more}"
