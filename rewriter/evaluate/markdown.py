"""A comparison as Markdown, for a comment on a pull request."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from rewriter.evaluate.changed import Changed
from rewriter.evaluate.compare import Comparison, Contrast
from rewriter.evaluate.gate import Gate
from rewriter.evaluate.record import Scored
from rewriter.evaluate.table import (
    NONE,
    write_amount,
    write_difference,
    write_interval,
    write_p,
    write_unit,
    write_value,
)
from rewriter.lines import count

MOST_CHANGED = 20
# What is told by tag: all scores of all tags would fill more than a comment may hold.
_SHARES = ("", "share")
# Inside a word a line or a dash marks nothing.
_SPECIAL = re.compile(r"([\\`*{}\[\]<>()#!|~&]|(?<!\w)[-_+]|[-_+](?!\w))")


def write_markdown(comparison: Comparison, gate: Gate | None = None, *, texts: bool = False) -> str:
    """Return a comparison as Markdown, the gate first.

    With `texts`, the notes that changed stand there with both rewrites: then it holds what the notes hold.
    """
    one, other = safe(comparison.one), safe(comparison.other)
    parts = [f"## {other} against {one}", f"{count(comparison.notes, 'note')} in both."]
    parts += _missing(comparison)
    if gate is not None:
        parts += [f"**The gate {'holds' if gate.holds else 'does not hold'}.**", _gate_table(gate)]
    parts += ["### Scores", _score_table(comparison), _FOOT]
    if comparison.rules:
        parts += ["### Findings by rule, in shares of notes", _rule_table(comparison)]
    if comparison.by_tag:
        parts += [_folded("By tag (not tested: they show where to look)", _tag_table(comparison))]
    if comparison.changed:
        parts += [f"### {count(len(comparison.changed), 'note')} changed", *_changed(comparison.changed, texts)]
    return "\n\n".join(parts) + "\n"


_FOOT = (
    "Difference: the second less the first, with its 95 % interval (BCa bootstrap over notes). p: exact McNemar for "
    "yes/no scores, permutation for numbers; Holm corrects it for the number of scores. Could show: the smallest true "
    "difference that this many notes would show in four of five repeats; a smaller one may well be there unseen."
)


def _missing(comparison: Comparison) -> Iterator[str]:
    for name, samples in ((comparison.one, comparison.only_one), (comparison.other, comparison.only_other)):
        if samples:
            yield f"Left out: {count(len(samples), 'note')} that only {safe(name)} has."


def _gate_table(gate: Gate) -> str:
    rows: list[Sequence[str]] = []
    for item in gate.passages:
        score = item.contrast.score if item.contrast else None
        margin = write_amount(score, item.margin.allowed) if score else NONE
        worst = write_difference(score, item.most) if score and item.contrast and item.contrast.interval else NONE
        rows.append((safe(item.margin.score), item.verdict, worst, margin, item.reason))
    if gate.missing:
        rows.append(("notes", "missing", NONE, NONE, f"{count(gate.missing, 'note')} without a run: complete it"))
    return write_table(("score", "verdict", "loss at worst", "margin", "why"), rows)


def _score_table(comparison: Comparison) -> str:
    head = ("score", "notes", comparison.one, comparison.other, "difference", "95 %", "p", "p Holm", "could show", "")
    return write_table([safe(name) for name in head], [_score_row(item) for item in comparison.contrasts])


def _score_row(item: Contrast) -> tuple[str, ...]:
    score = item.score
    shown = NONE if item.detectable is None else write_amount(score, item.detectable)
    return (
        safe(score.name),
        str(item.notes),
        write_value(score, item.one),
        write_value(score, item.other),
        f"{write_difference(score, item.difference)} {write_unit(score)}".rstrip(),
        write_interval(score, item.interval),
        write_p(item.p),
        write_p(item.p_holm),
        shown,
        item.verdict,
    )


def _rule_table(comparison: Comparison) -> str:
    rows = [
        (code, f"{one:.1%}", f"{other:.1%}", f"{100 * (other - one):+.1f}")
        for code, (one, other) in comparison.rules.items()
    ]
    return write_table(("rule", safe(comparison.one), safe(comparison.other), "points"), rows)


def _tag_table(comparison: Comparison) -> str:
    rows = [
        (safe(tag), *_score_row(item)[:6])
        for tag, contrasts in comparison.by_tag.items()
        for item in contrasts
        if item.differing and item.score.unit in _SHARES
    ]
    head = ("tag", "score", "notes", safe(comparison.one), safe(comparison.other), "difference", "95 %")
    return write_table(head, rows)


def _changed(changed: Sequence[Changed], texts: bool) -> Iterator[str]:
    rows = [
        (
            safe(item.sample),
            f"{item.one.run.status} to {item.other.run.status}" if _moved(item) else item.one.run.status,
            _codes(item.gone),
            _codes(item.come),
            safe(", ".join([*(f"worse: {name}" for name in item.worse), *(f"better: {name}" for name in item.better)])),
        )
        for item in changed[:MOST_CHANGED]
    ]
    yield write_table(("note", "status", "findings gone", "findings come", "scores"), rows)
    if len(changed) > MOST_CHANGED:
        yield f"And {len(changed) - MOST_CHANGED} more."
    if texts:
        yield from (_folded(item.sample, _side_by_side(item)) for item in changed[:MOST_CHANGED])


def _moved(item: Changed) -> bool:
    return item.one.run.status != item.other.run.status


def _side_by_side(item: Changed) -> str:
    rows = [("note", safe(item.one.note), ""), ("rewrite", _rewrite(item.one), _rewrite(item.other))]
    rows.append(("findings", _findings(item.one), _findings(item.other)))
    return write_table(("", "first", "second"), rows)


def _rewrite(record: Scored) -> str:
    return NONE if record.run.rewrite is None else safe(record.run.rewrite)


def _findings(record: Scored) -> str:
    told = [f"{item.code} {safe(item.message)}" for item in record.run.findings if item.level != "info"]
    return "<br>".join(told) or NONE


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(codes) or NONE


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; its cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _folded(title: str, body: str) -> str:
    return f"<details><summary>{escape(title)}</summary>\n\n{body}\n\n</details>"


def safe(text: str) -> str:
    """Return a text as Markdown that shows it and does nothing else; line breaks become breaks of a cell."""
    return "<br>".join(_SPECIAL.sub(r"\\\1", line) for line in text.splitlines())
