"""What `check` writes for other programs: SARIF, and annotations of GitHub."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rewriter.annotations import annotate, annotate_fault
from rewriter.batch import number_lines
from rewriter.checked import STDIN, Checked, Unchecked
from rewriter.commands.output import BAD, DONE, OPEN, dump, write
from rewriter.sarif import log
from rewriter.validate import PASS

SARIF, GITHUB = "sarif", "github"
REPORTS = (SARIF, GITHUB)


def file_name(path: str) -> str:
    """Return how a file is named in a report: as it was given."""
    return STDIN if path == "-" else path


def report(checked: Checked, form: str) -> int:
    """Write what was found in one text; return the exit code."""
    return _write(form, [checked])


def report_batch(path: str, form: str, judge: Callable[[Mapping[str, Any]], Checked]) -> int:
    """Write what was found in the lines of a batch; return the exit code of the whole.

    `judge` checks one line; the file, the id and the number of the line are filled in here. SARIF is one log at the
    end; annotations come line by line.
    """
    return _write(form, _lines(path, judge))


def _lines(path: str, judge: Callable[[Mapping[str, Any]], Checked]) -> Iterator[Checked | Unchecked]:
    def work(item: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
        checked = judge(item)
        return {"checked": checked}, checked.verdict == PASS

    file = file_name(path)
    for number, done, accepted in number_lines(path, work):
        if accepted is None:
            yield Unchecked(file, number, done["id"], done["error"])
        else:
            checked: Checked = done["checked"]
            yield checked._replace(files=dict.fromkeys(checked.files, file), id=done["id"], line=number)


def _write(form: str, items: Iterable[Checked | Unchecked]) -> int:
    code = DONE
    kept: list[Checked | Unchecked] = []
    for item in items:
        code = max(code, _code(item))
        if form == SARIF:
            kept.append(item)
            continue
        for line in annotate(item) if isinstance(item, Checked) else [annotate_fault(item)]:
            write(line)
        sys.stdout.flush()  # whoever drives this by pipes waits for each answer
    if form == SARIF:
        checked = [item for item in kept if isinstance(item, Checked)]
        write(dump(log(checked, [item for item in kept if isinstance(item, Unchecked)])))
    return code


def _code(item: Checked | Unchecked) -> int:
    if isinstance(item, Unchecked):
        return BAD
    return DONE if item.verdict == PASS else OPEN
