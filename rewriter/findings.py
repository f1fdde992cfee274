"""Findings: verdicts of rules, as data."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rewriter.figure import Figure, Pairs
from rewriter.rule import Rule

REWRITE, SOURCE, VISIT = "rewrite", "source", "visit"
MODEL, CLINICIAN, NOBODY = "model", "clinician", "none"
# The role of evidence that a question quotes: the note's own words for what the finding names in the rewrite's.
ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that a finding points to, on one side, and what it shows."""

    start: int
    end: int
    side: str
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict of one rule.

    `start`, `end` are code points into the text named by `side`; for something absent they are None and the anchor
    names the sentence that lacks it. `text` is the span's text. `mend` is who can mend it: the `model` (the content
    is in the source), the `clinician` (it is not), or `none`.
    """

    code: str
    name: str
    level: str
    side: str
    start: int | None
    end: int | None
    anchor_start: int | None
    anchor_end: int | None
    text: str
    message: str
    mend: str
    evidence: tuple[Evidence, ...]
    source: str

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as JSON-ready data."""
        return asdict(self)

    def sort_key(self) -> tuple[int, int, str, str]:
        """Order by place, then code: the same findings always come in the same order."""
        place = self.start if self.start is not None else self.anchor_start
        return (("rewrite", "source", "visit").index(self.side), place or 0, self.code, self.message)


def found(
    rule: Rule,
    text: str,
    *,
    side: str = REWRITE,
    span: tuple[int, int] | None = None,
    anchor: tuple[int, int] | None = None,
    mend: str = CLINICIAN,
    evidence: tuple[Evidence, ...] = (),
    level: str = "",
    values: Mapping[str, object] | None = None,
    figure: Figure | Pairs | None = None,
) -> Finding:
    """Return the finding of `rule` at `span` (or about `anchor`) of `text`, its message filled in.

    Where it rests on a `figure` that nobody verified, the message says so, and the source is the figure's.
    """
    piece = text[span[0] : span[1]] if span else ""
    message = rule.message.format_map({"text": piece, **(values or {})})
    if figure is not None and not figure.verified:
        message += " This figure is from memory: verify it."
    start, end = span if span else (None, None)
    anchor_start, anchor_end = anchor if anchor else (start, end)
    return Finding(
        code=rule.code,
        name=rule.name,
        level=level or rule.level,
        side=side,
        start=start,
        end=end,
        anchor_start=anchor_start,
        anchor_end=anchor_end,
        text=piece,
        message=message,
        mend=mend,
        evidence=evidence,
        source=rule.source if figure is None else f"{rule.source}; {figure.source} (since {figure.since})",
    )
