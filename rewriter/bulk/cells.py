"""A cell of a table becomes what a note's field takes. What a cell cannot be is an InputError that never repeats it."""

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args, get_type_hints
from uuid import UUID

from rewriter.errors import InputError
from rewriter.files import check_characters
from rewriter.note import parse_json
from rewriter.visit import Plan, Visit

_LONGEST_ID = 200
_YES, _NO = frozenset({"true", "yes", "y", "1", "t"}), frozenset({"false", "no", "n", "0", "f"})
_HINTS = {
    "minutes": float | None,
    "visit": Mapping,
    "answers": Mapping,
    **{f"visit.{name}": hint for name, hint in get_type_hints(Visit).items() if name != "plan"},
    **{f"visit.plan.{name}": hint for name, hint in get_type_hints(Plan).items()},
}
_DATES = frozenset({"date", "answered_on", "visit.date", "visit.signed_on"}) | {
    f"visit.plan.{name}"
    for name in ("started", "certified", "certified_through", "signed_order", "sent_to_physician", "last_report")
}
# What can be said of a note: what `rewriter improve --batch` takes, whose it is, and each field of the visit.
FIELDS = ("id", "text", "cpt", "clinician", "date", "signed", "answered_on", *_HINTS)


def is_absent(value: object) -> bool:
    """Tell whether a cell says nothing: null, blank text, no number or no time (which equal not even themselves)."""
    if isinstance(value, float | Decimal | datetime):
        return value != value
    return value is None or (isinstance(value, str) and not value.strip())


def read_id(value: object) -> str:
    """Return the id of a row; a whole number becomes text. Raises InputError where it has none that can be used."""
    if is_absent(value):
        raise InputError("it has no id")
    number = _number(value)
    if isinstance(number, int):
        return str(number)
    if not isinstance(value, str | UUID):
        raise InputError("its id is neither text nor a whole number")
    name = str(value).strip()
    if not name.isprintable():
        raise InputError("its id holds characters that cannot be printed")
    if len(name) > _LONGEST_ID:
        raise InputError(f"its id has more than {_LONGEST_ID} characters")
    return name


def read_cell(field: str, value: object, date_form: str) -> Any:
    """Return the value of a field other than the id, in the form that a batch line has it.

    `date_form` says how dates are written, as `strptime` does; "" is as in 2026-11-20, a time may follow. Raises
    InputError.
    """
    if field in _DATES:
        return _date(field, value, date_form)
    if field == "signed":
        return _signed(value)
    hint = _HINTS.get(field, str)
    kinds = get_args(hint) or (hint,)
    if bool in kinds:
        return _flag(field, value)
    if float in kinds[:1] or int in kinds[:1]:
        return _amount(field, value)
    if hint is str:
        return _text(field, value)
    return _data(field, value, listed=hint == tuple[str, ...])


def plain(value: object) -> Any:
    """Return a cell as JSON data, for what is only handed through; values that JSON has no kind for become text.

    Raises InputError.
    """
    if is_absent(value):
        return None
    try:
        data = json.loads(json.dumps(value, default=str), parse_constant=str)
    except (TypeError, ValueError, RecursionError):  # a table whose keys are dates
        raise InputError("a kept column cannot be written as JSON") from None
    check_characters(data, "a kept column")
    return data


def _text(field: str, value: object) -> str:
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            raise InputError(f"{field!r} is not UTF-8 text") from None
    if isinstance(value, str):
        check_characters(value, repr(field))
        return value if field == "text" else value.strip()
    # A code, or whoever wrote the note, may be kept as a number; a note is never one.
    if field != "text" and (isinstance(_number(value), int) or isinstance(value, UUID)):
        return str(value if isinstance(value, UUID) else _number(value))
    raise InputError(f"{field!r} is not text")


def _amount(field: str, value: object) -> int | float:
    number = _number(value)
    if number is None and isinstance(value, str):
        try:
            number = _number(float(value))
        except ValueError:
            number = None
    if number is None:
        raise InputError(f"{field!r} is not a number")
    return number


def _number(value: object) -> int | float | None:
    """Return a number, whole where it is one (a column with gaps makes 25 into 25.0), or None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    if isinstance(value, int):
        return value
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) else float(value)


def _flag(field: str, value: object) -> bool:
    word = str(value).strip().casefold()
    if isinstance(value, bool | int | str) and word in _YES | _NO:
        return word in _YES
    raise InputError(f"{field!r} is neither yes nor no")


def _signed(value: object) -> Any:
    """Return whether a note is signed, or the object that describes its addition."""
    if isinstance(value, Mapping) or (isinstance(value, str) and value.lstrip().startswith("{")):
        return _data("signed", value, listed=False)
    return _flag("signed", value)


def _date(field: str, value: object, form: str) -> str:
    """Return the day as it is written: a time of day, and its zone, are left out."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    try:
        text = value.strip() if isinstance(value, str) else ""
        return (datetime.strptime(text, form) if form else datetime.fromisoformat(text)).date().isoformat()
    except ValueError:
        raise InputError(f"{field!r} is not a date written as {form or '2026-11-20'}") from None


def _data(field: str, value: object, *, listed: bool) -> Any:
    """Return an object or a list, which a cell may hold as JSON text; one text stands for a list of it."""
    if isinstance(value, str) and listed and not value.lstrip().startswith("["):
        value = [value.strip()]
    data = parse_json(value, repr(field)) if isinstance(value, str) else value
    if not isinstance(data, list if listed else Mapping):
        raise InputError(f"{field!r} is not {'a list' if listed else 'an object'}")
    return _without_gaps(data)


def _without_gaps(data: Any) -> Any:
    """Return data without the nulls of objects and in JSON's types: a table gives a record all of its fields."""
    if isinstance(data, Mapping):
        return {str(key): _without_gaps(item) for key, item in data.items() if item is not None}
    if isinstance(data, list):
        return [_without_gaps(item) for item in data]
    if isinstance(data, datetime | date):
        return data.isoformat()[:10]
    number = _number(data)
    return data if number is None else number
