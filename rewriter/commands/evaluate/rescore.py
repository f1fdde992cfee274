"""`rewriter eval rescore`: old replies under the present rules. Exit codes: 0 the same verdicts; 1 some changed."""

import argparse
from pathlib import Path
from typing import Any

from rewriter.commands.evaluate.order import make_options
from rewriter.commands.output import DONE, OPEN, dump, write
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.rescore import Rescored, rescore
from rewriter.lines import count


def run(arguments: argparse.Namespace) -> int:
    """Judge the records of a run anew, and say which verdicts changed; return the exit code."""
    told = rescore(Folder(Path(arguments.folder)), Folder(Path(arguments.out)), make_options(arguments))
    if arguments.format == "json":
        write(dump({name: _to_dict(arm) for name, arm in told.items()}))
    else:
        write("\n".join(_draw(name, arm) for name, arm in told.items()))
    return OPEN if any(arm.moved for arm in told.values()) else DONE


def _to_dict(arm: Rescored) -> dict[str, Any]:
    return {
        "records": len(arm.after),
        "unasked": arm.unasked,
        "changed": [
            {
                "sample": item.sample,
                "status": [item.one.run.status, item.other.run.status],
                "gone": item.gone,
                "come": item.come,
                "same_text": item.same_text,
            }
            for item in arm.changed
        ],
    }


def _draw(name: str, arm: Rescored) -> str:
    moved = arm.moved
    lines = [
        f"{name}: {count(len(arm.after), 'record')}, {count(len(moved), 'verdict')} changed, "
        f"{count(len(arm.changed) - len(moved), 'other note')} with other findings or text"
    ]
    for item in moved:
        codes = ", ".join([*(f"-{code}" for code in item.gone), *(f"+{code}" for code in item.come)])
        lines.append(f"  {item.sample}: {item.one.run.status} to {item.other.run.status}  {codes}".rstrip())
    if arm.unasked:
        lines.append(
            f"  in {count(arm.unasked, 'run')} the present rules would ask the model once more; they count as failed"
        )
    return "\n".join(lines)
