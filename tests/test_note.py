"""What the caller hands in is checked strictly, and its text is never echoed."""

import pytest

from rewriter.errors import InputError
from rewriter.note import LONGEST, Note, check_text, parse_json


@pytest.mark.parametrize("text", ["a", " tall kneel ", "caf\u00e9 \U0001f600", "a\r\n\tb", "a" * LONGEST])
def test_text_that_can_be_read(text: str) -> None:
    assert Note(text).text == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the note is empty"),
        (" \n\t ", "the note is empty"),
        ("a\x00b", "control characters"),
        ("a\ud800b", "broken character .* at position 1"),
        ("a" * (LONGEST + 1), "1,000,001 characters"),
    ],
)
def test_text_that_cannot_be_read(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        Note(text)


def test_what_is_no_text_at_all() -> None:
    with pytest.raises(InputError, match="the rewrite is not text"):
        check_text(b"bytes", "rewrite")  # type: ignore[arg-type]


def test_an_error_never_repeats_the_text() -> None:
    with pytest.raises(InputError) as caught:
        Note("zzyqx secret\x00")
    assert "zzyqx" not in str(caught.value)


def test_json_that_cannot_be_read_is_named_by_its_place() -> None:
    with pytest.raises(InputError, match="line 2, column 2") as caught:
        parse_json('{"a": 1,\n "secret', "the visit")
    assert "secret" not in str(caught.value)


def test_json_nested_beyond_measure_is_an_input_error() -> None:
    with pytest.raises(InputError, match="not valid JSON"):
        parse_json("[" * 200_000, "the visit")


def test_json_that_can_be_read() -> None:
    assert parse_json('{"minutes": 20}', "the visit") == {"minutes": 20}
