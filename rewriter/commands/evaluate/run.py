"""`rewriter eval run`.

Exit codes: 0 all done; 1 some samples could not be done; 3 the budget is spent; 4 a model's server gives no more; 130
after Ctrl+C. The same command goes on where the last one stopped.
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from rewriter.bulk.display import Display
from rewriter.bulk.tally import BUDGET, FAILING, FINISHED, INTERRUPTED, QUOTA, Tally
from rewriter.commands.evaluate import RUN
from rewriter.commands.evaluate.order import make_order
from rewriter.commands.output import DONE, OPEN, dump, write
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.replies import OFFLINE
from rewriter.evaluate.run import Ended
from rewriter.evaluate.run import run as run_order
from rewriter.lines import count
from rewriter.loop import UNREACHABLE

_CODES = {BUDGET: 3, QUOTA: 4, FAILING: 4, UNREACHABLE: 4, INTERRUPTED: 130}
_WHY = {
    BUDGET: "the budget is spent",
    QUOTA: "the account at a model's server has no money left",
    FAILING: "a model's server fails",
    UNREACHABLE: "a model's server could not be reached for some of them",
    INTERRUPTED: "the run was interrupted",
    OFFLINE: "their replies are not kept, and nothing was asked",
}


def run(arguments: argparse.Namespace) -> int:
    """Do what the folder does not hold yet; return the exit code."""
    order = make_order(arguments)
    tally = Tally()
    with Display(tally):
        ended = run_order(Folder(Path(arguments.out)), order, tally)
    told = _sum_up(ended, tally)
    write(dump(told) if arguments.format == "json" else _draw(told, arguments.out))
    return _CODES.get(ended.how, OPEN if ended.missing else DONE)


def _sum_up(ended: Ended, tally: Tally) -> dict[str, Any]:
    arms = {
        name: {"records": len(records), **Counter(record.run.status for record in records)}
        for name, records in ended.records.items()
    }
    return {
        "ended": ended.how,
        "arms": arms,
        "missing": ended.missing,
        "calls": tally.calls,
        "input_tokens": tally.usage.input,
        "output_tokens": tally.usage.output,
        "cost": round(tally.cost, 4),
        "seconds": round(tally.seconds, 1),
    }


def _draw(told: dict[str, Any], out: str) -> str:
    width = max(map(len, told["arms"]), default=0)
    lines = []
    for name, counts in told["arms"].items():
        statuses = ", ".join(
            f"{number} {status.replace('_', ' ')}" for status, number in counts.items() if status != "records"
        )
        lines.append(f"{name:<{width}}  {count(counts['records'], 'record')}: {statuses}")
    used = f"{told['input_tokens']:,} tokens in, {told['output_tokens']:,} out, ${told['cost']:,.2f}"
    lines.append(f"{count(told['calls'], 'request')} made now, {used}")
    if told["missing"]:
        why = _WHY.get(told["ended"], "see the logs")
        again = "The same command goes on." if told["ended"] != FINISHED else "The same command tries them again."
        lines.append(f"{told['missing']} missing: {why}. {again}")
    where = "" if out == RUN else f" --run {out}"
    lines.append(f"Next: rewriter eval report report.html{where}; rewriter eval compare A B{where}")
    return "\n".join(lines)
