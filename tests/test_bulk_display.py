import io
import json

from rich.console import Console

from rewriter.bulk.display import Display, draw, to_dict
from rewriter.bulk.tally import Tally
from rewriter.loop import Usage


def tally() -> Tally:
    told = Tally(total=100, read=60, had=10, equal=5, rejected=2, calls=30, usage=Usage(6000, 900), cost=1.5)
    told.statuses.update(accepted=20, needs_input=10, failed=1)
    return told


def test_off_a_terminal_each_line_is_json_and_the_last_one_is_whole() -> None:
    stream = io.StringIO()
    told = Tally()
    with Display(told, stream=stream, every=60):
        told.statuses["accepted"] += 3
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert lines[-1]["done"] == lines[-1]["accepted"] == 3
    assert lines[-1]["total"] is None


def test_at_a_terminal_the_figures_are_drawn() -> None:
    stream = io.StringIO()
    Console(file=stream, width=80).print(draw(tally()))
    said = stream.getvalue()
    for words in ("46 of 100", "20 accepted", "10 needs input", "30 requests", "$1.50", "left"):
        assert words in said


def test_a_terminal_gets_no_json() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    with Display(tally(), stream=stream):
        pass
    assert "{" not in stream.getvalue()


def test_what_is_left_is_told_only_where_it_is_known() -> None:
    assert to_dict(Tally())["seconds_left"] is None
    assert to_dict(tally())["seconds_left"] is not None
