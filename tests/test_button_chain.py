"""A chain of records holds, or the check says where it does not."""

import json

import pytest

from rewriter.button.chain import NOTHING, RECOVERED, TORN, Head, Verified, hash_torn, link, read_head, verify

KEY = b"k"


def make(count: int, key: bytes = KEY, head: Head = NOTHING) -> tuple[list[bytes], Head]:
    lines = []
    for number in range(count):
        line, head = link({"event": "improve", "status": f"s{number}"}, head, key)
        lines.append(line)
    return lines, head


def test_a_chain_holds_with_its_key_alone() -> None:
    lines, head = make(5)
    assert verify(lines, KEY) == Verified(head)
    assert head.number == 5
    assert verify(lines, b"other").fault
    assert verify(lines, b"").fault


def test_without_a_key_a_chain_holds_too() -> None:
    lines, head = make(3, b"")
    assert verify(lines, b"").head == head


def test_nothing_holds() -> None:
    assert verify([], KEY) == Verified(NOTHING)


@pytest.mark.parametrize("at", range(5))
def test_a_record_that_was_changed_is_found(at: int) -> None:
    lines, _ = make(5)
    lines[at] = lines[at].replace(b'"s', b'"t')
    found = verify(lines, KEY)
    assert (found.fault, found.line) == ("the record is broken", at + 1)


def test_a_record_that_was_taken_out_is_found() -> None:
    lines, _ = make(5)
    del lines[2]
    assert verify(lines, KEY).line == 3


def test_records_in_another_order_are_found() -> None:
    lines, _ = make(5)
    lines[1], lines[2] = lines[2], lines[1]
    assert verify(lines, KEY).line == 2


def test_a_record_that_was_put_in_twice_is_found() -> None:
    lines, _ = make(3)
    assert verify([*lines, lines[-1]], KEY).line == 4


def test_what_was_cut_off_shows_against_a_head_that_was_noted() -> None:
    lines, head = make(5)
    assert not verify(lines[:3], KEY).fault
    assert verify(lines[:3], KEY, head).fault == "the head that was noted before is not in it"
    more, _ = make(2, head=head)
    assert not verify([*lines, *more], KEY, head).fault


def test_a_line_that_broke_off_is_excused_by_the_record_that_names_it() -> None:
    lines, head = make(3)
    torn = lines[0][:20] + b"\n"
    line, head = link({"event": RECOVERED, TORN: hash_torn(torn)}, head, KEY)
    assert verify([*lines, torn, line], KEY) == Verified(head)
    assert verify([*lines, b"another" + torn, line], KEY).line == 4
    assert verify([*lines, torn, torn, line], KEY).line == 4
    assert verify([*lines, torn], KEY).line == 4


@pytest.mark.parametrize("line", [b"", b"[]\n", b"{}\n", b"{\n", b"\xff\n", b"[" * 100_000 + b"\n", b'{"hash": 1}\n'])
def test_what_is_no_record_is_no_head(line: bytes) -> None:
    assert read_head(line, KEY) is None


def test_a_record_is_one_line_of_plain_json() -> None:
    (line,), _ = make(1)
    assert line.count(b"\n") == 1
    assert set(json.loads(line)) == {"n", "event", "status", "previous", "hash"}


@pytest.mark.parametrize("end", ["written", "written_otherwise", "not_written"])
def test_a_write_of_which_no_end_is_told_is_named(end: str) -> None:
    told = [("write", "a"), ("write", "b"), ("write_incomplete", "b"), (end, "a"), ("accept", "")]
    lines, head = [], NOTHING
    for event, name in told:
        line, head = link({"event": event, "name": name}, head, KEY)
        lines.append(line)
    assert verify(lines, KEY).unsettled == (2,)
    line, head = link({"event": end, "name": "b"}, head, KEY)
    assert verify([*lines, line], KEY) == Verified(head)
