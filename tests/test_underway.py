from datetime import datetime

from rewriter import Note, improve
from rewriter.engine import Writer
from rewriter.intake import Options, take_text
from rewriter.loop import Limits
from rewriter.prompt import load_prompt
from rewriter.underway import set_out
from rewriter.visit import Visit
from tests.button import FULL, GOOD, written

INTAKE = take_text(FULL, Options("97112", Visit(), (), "narrative", None), None, datetime(2026, 11, 22, 9, 0))
WRITER = Writer("m", "proved", load_prompt("arrange"), True, Limits())
BAD = written({"s1": "Therapist used {cue9}."})


def test_without_a_writer_the_way_ends_where_it_begins() -> None:
    note = set_out(INTAKE, None)
    assert note.ask is None
    assert note.end().rewrite == note.plain.rewrite == improve(Note(FULL)).rewrite


def test_each_reply_brings_a_note_one_step_on_and_the_step_before_stays_as_it_was() -> None:
    first = set_out(INTAKE, WRITER)
    second = first.go_on(BAD)
    assert first.ask is not None
    assert second.ask is not None
    assert second.ask != first.ask
    end = first.go_on(written(GOOD))
    assert end.ask is None
    assert (end.end().engine, str(end.end().status)) == ("m", "accepted")


def test_replies_of_an_earlier_run_are_taken_up_as_far_as_they_are_needed() -> None:
    assert set_out(INTAKE, WRITER, [BAD]).ask == set_out(INTAKE, WRITER).go_on(BAD).ask
    assert str(set_out(INTAKE, WRITER, [written(GOOD), BAD]).end().status) == "accepted"
