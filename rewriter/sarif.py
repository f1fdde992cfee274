"""Findings as SARIF 2.1.0, the format in which code hosts, editors and dashboards take the findings of a checker.

One log holds one run: the rules once, then all findings. Files stand by the names that were given; no text of a note is
in the log but what a message quotes. Columns and offsets are in code points.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from rewriter.checked import STDIN, Checked, Place, Unchecked, place, place_of
from rewriter.findings import Finding
from rewriter.result import VERSION
from rewriter.rule import Rule
from rewriter.rulebook import choices, menders, model_may

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def log(checked: Sequence[Checked], faults: Iterable[Unchecked] = ()) -> dict[str, Any]:
    """Return the log of all that was checked; `faults` are lines of a batch that could not be."""
    rules = _rules(checked)
    numbers = {code: number for number, code in enumerate(rules)}
    notifications = [_notification(fault) for fault in faults]
    run = {
        "tool": {"driver": {"name": "rewriter", "version": VERSION, "rules": [_rule(rule) for rule in rules.values()]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications},
        ],
        "results": [_result(item, one, numbers) for one in checked for item in one.findings],
        "properties": {"verdicts": [{"id": one.id, "verdict": one.verdict} for one in checked]},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rules(checked: Sequence[Checked]) -> dict[str, Rule]:
    """Return the rules by code; where packs differ over one, it stands as the first text was checked by it."""
    rules: dict[str, Rule] = {}
    for one in reversed(checked):
        rules.update(one.rules)
    return dict(sorted(rules.items()))


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.name.replace('-', ' ').capitalize()}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {
            "covers": list(rule.covers),
            "mend": list(menders(rule)),
            "profile": rule.profile,
            "refuse": rule.refuse,
            "verified": rule.verified,
        },
    }


def _help(rule: Rule) -> str:
    asked = [f"The clinician is asked: {rule.question} ({'; '.join(choices(rule))})"] if rule.question else []
    source = f"Source: {rule.source} ({'verified' if rule.verified else 'not verified'})"
    return "\n".join([source, *asked, f"For a model: {model_may(rule)}"])


def _result(finding: Finding, checked: Checked, numbers: Mapping[str, int]) -> dict[str, Any]:
    at = place_of(finding, checked)
    span = (finding.start, finding.end) if finding.start is not None else (finding.anchor_start, finding.anchor_end)
    related = [
        {
            "id": number,
            **_location(place(checked, item.side, item.start, item.end), checked),
            "message": {"text": item.role},
            "properties": _offsets(checked, item.side, item.start, item.end),
        }
        for number, item in enumerate(finding.evidence, 1)
        if item.side in checked.files
    ]
    return {
        "ruleId": finding.code,
        **({"ruleIndex": numbers[finding.code]} if finding.code in numbers else {}),
        "level": _LEVELS[finding.level],
        "message": {"text": _plain(finding.message)},
        "locations": [_location(at, checked)],
        **({"relatedLocations": related} if related else {}),
        "properties": {**_offsets(checked, finding.side, *span), "absent": finding.start is None, "mend": finding.mend},
    }


def _offsets(checked: Checked, side: str, start: int | None, end: int | None) -> dict[str, Any]:
    """Return the side, and in a batch the offsets into its text: the region is only the line."""
    return {"side": side, **({} if checked.line is None else {"start": start, "end": end})}


def _location(at: Place, checked: Checked) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(at.file)}}
    if region := _region(at):
        physical["region"] = region
    logical = {} if checked.line is None else {"logicalLocations": _logical(checked.id)}
    return {"physicalLocation": physical, **logical}


def _region(at: Place) -> dict[str, int]:
    region = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "charOffset": at.start,
        "charLength": at.end - at.start if at.start is not None and at.end is not None else None,
    }
    return {key: value for key, value in region.items() if value is not None}


def _logical(name: str | int | None) -> list[dict[str, Any]]:
    return [] if name is None else [{"name": str(name), "kind": "object"}]


def _notification(fault: Unchecked) -> dict[str, Any]:
    location = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(fault.file)}, "region": {"startLine": fault.line}},
        **({"logicalLocations": _logical(fault.id)} if fault.id is not None else {}),
    }
    return {"level": "error", "message": {"text": _plain(fault.message)}, "locations": [location]}


def _uri(file: str) -> str:
    """Return the name of a file as a URI: relative where it was given so.

    >>> _uri("notes/a b.txt")
    'notes/a%20b.txt'
    """
    if file == STDIN:
        return STDIN
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _plain(text: str) -> str:
    r"""Return a message in which no bracket starts a link.

    >>> _plain("[x](y) [z]")
    '\\[x](y) [z]'
    """
    return _LINK.sub(r"\\[", text)
