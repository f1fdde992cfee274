"""The script one would write: `python -m bench.callers.plain NOTES OUT PROCESSES`; a loop where that is 1.

Prints how many notes have which status, as JSON.
"""

import json
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack

from rewriter import Note, Visit, improve

_CHUNK = 50


def main(notes: str, out: str, processes: int) -> None:
    """Write the result of each line of `notes` to `out`."""
    statuses: Counter[str] = Counter()
    with ExitStack() as stack:
        given = stack.enter_context(open(notes, encoding="utf-8"))
        written = stack.enter_context(open(out, "w", encoding="utf-8"))
        if processes == 1:
            results = map(improve_line, given)
        else:
            pool = stack.enter_context(ProcessPoolExecutor(processes))
            results = pool.map(improve_line, given, chunksize=_CHUNK)
        for status, line in results:
            statuses[status] += 1
            written.write(line)
    print(json.dumps(statuses))


def improve_line(line: str) -> tuple[str, str]:
    """Return the status of a note, and its result as a line."""
    note = json.loads(line)
    result = improve(Note(note["text"], note["cpt"], Visit(minutes=note["minutes"])))
    return str(result.status), json.dumps({"id": note["id"], **result.to_dict()}, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
