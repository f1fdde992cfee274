"""`rewriter eval validator`: the exam of the validator. Exit code 0 whatever the marks: people judge them."""

import argparse
from typing import Any

from rewriter.commands.evaluate.pages import save_page
from rewriter.commands.output import DONE, dump, write
from rewriter.evaluate.exam import Marks, Share, examine
from rewriter.evaluate.mutants import read_papers
from rewriter.evaluate.report.exam import draw_exam
from rewriter.evaluate.transcript import write_transcript


def run(arguments: argparse.Namespace) -> int:
    """Examine the validator on papers; return the exit code."""
    marks = examine(read_papers(arguments.sources, arguments.rewrites, arguments.mutants))
    if arguments.page:
        save_page(arguments.page, draw_exam(marks))
    write(dump(_to_dict(marks)) if arguments.format == "json" else write_transcript(marks).rstrip())
    return DONE


def _to_dict(marks: Marks) -> dict[str, Any]:
    return {
        "caught": _share(marks.caught()),
        "at_place": _share(marks.at_place()),
        "accused": _share(marks.accused),
        "false_errors": marks.false_errors,
        "kinds": {
            kind: {"caught": _share(marks.caught(kind)), "at_place": _share(marks.at_place(kind))}
            for kind in marks.kinds
        },
        "missed": [
            {"rewrite": answer.mutant.rewrite, "op": answer.mutant.op, "caught_elsewhere": answer.caught}
            for answer in marks.answers
            if not answer.at_place
        ],
        "accusations": [
            {"rewrite": item.rewrite, "codes": [finding.code for finding in item.findings]}
            for item in marks.faithful
            if item.findings
        ],
    }


def _share(share: Share) -> dict[str, Any]:
    interval = share.interval
    return {"hits": share.hits, "of": share.count, "notes": share.notes, "interval": [interval.low, interval.high]}
