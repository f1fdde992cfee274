"""`rewriter eval compare`. Exit codes: 0 compared, or the gate holds; 1 the gate does not hold."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rewriter.commands.output import DONE, OPEN, dump, write
from rewriter.errors import InputError, SettingsError
from rewriter.evaluate.compare import Comparison, Contrast, compare
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.gate import MARGINS, Gate, judge_gate, margin_from
from rewriter.evaluate.junit import write_junit
from rewriter.evaluate.markdown import write_markdown
from rewriter.evaluate.record import Scored, read_records
from rewriter.evaluate.scores import find_scores


def run(arguments: argparse.Namespace) -> int:
    """Compare two arms; return the exit code."""
    margins = [margin_from(written) for written in arguments.margin]
    gated = bool(margins or arguments.gate or arguments.junit)
    one, other = (_read(name, arguments.folder) for name in (arguments.one, arguments.other))
    scores = find_scores(arguments.score)
    if unscored := [margin.score for margin in margins if margin.score not in {score.name for score in scores}]:
        raise SettingsError(f"--margin names {unscored[0]}, which --score leaves out")
    names = (_name(arguments.one), _name(arguments.other))
    comparison = compare(one, other, names=names, scores=scores)
    gate = judge_gate(comparison, [*(MARGINS if arguments.gate or not margins else ()), *margins]) if gated else None
    if arguments.junit and gate:
        _save(arguments.junit, write_junit(comparison, gate))
    if arguments.markdown:
        _save(arguments.markdown, write_markdown(comparison, gate, texts=arguments.texts))
    if arguments.format == "json":
        write(dump(_to_dict(comparison, gate)))
    else:
        write(write_markdown(comparison, gate, texts=arguments.texts).rstrip())
    return DONE if gate is None or gate.holds else OPEN


def _name(given: str) -> str:
    """Return what an arm is called: a file by its name, else as it is called in the run ("qwen-1.5b arrange@1")."""
    return Path(given).stem if Path(given).is_file() else given


def _read(name: str, folder: str) -> list[Scored]:
    """Return the records of an arm, by the name of a file or of the arm in its run."""
    if Path(name).is_file():
        return read_records(name)
    found = Folder(Path(folder)).read()
    if name not in found:
        raise InputError(
            f"the run has no records of such an arm, and there is no such file; it has: {', '.join(found)}"
        )
    return found[name]


def _save(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"the file cannot be written: {error.strerror}") from None


def _to_dict(comparison: Comparison, gate: Gate | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "one": comparison.one,
        "other": comparison.other,
        "notes": comparison.notes,
        "scores": {item.score.name: _contrast(item) for item in comparison.contrasts},
        "tags": {
            tag: {item.score.name: _contrast(item) for item in contrasts}
            for tag, contrasts in comparison.by_tag.items()
        },
        "rules": {code: list(shares) for code, shares in comparison.rules.items()},
        "changed": [
            {
                "sample": item.sample,
                "status": [item.one.run.status, item.other.run.status],
                "gone": item.gone,
                "come": item.come,
                "worse": item.worse,
                "better": item.better,
            }
            for item in comparison.changed
        ],
        "only_one": comparison.only_one,
        "only_other": comparison.only_other,
    }
    if gate is not None:
        told["gate"] = {
            "holds": gate.holds,
            "missing": gate.missing,
            "scores": {
                item.margin.score: {
                    "verdict": item.verdict,
                    "reason": item.reason,
                    "margin": item.margin.allowed,
                    "loss": item.loss,
                    "loss_interval": [item.least, item.most],
                }
                for item in gate.passages
            },
        }
    return told


def _contrast(item: Contrast) -> dict[str, Any]:
    return {
        "better": item.score.better,
        "kind": item.score.kind,
        "notes": item.notes,
        "one": item.one,
        "other": item.other,
        "difference": item.difference,
        "interval": list(asdict(item.interval).values()) if item.interval else None,
        "only_one": item.only_one,
        "only_other": item.only_other,
        "p": item.p,
        "p_holm": item.p_holm,
        "detectable": item.detectable,
        "verdict": item.verdict,
    }
