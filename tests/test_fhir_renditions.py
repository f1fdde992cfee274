"""The text of a FHIR attachment."""

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.errors import InputError
from rewriter.fhir.renditions import UNKNOWN, UNREADABLE, kind_of, rank, read_rendition


def attach(kind: str, raw: bytes | str) -> dict[str, Any]:
    """Return an attachment of a kind with its data."""
    raw = raw.encode() if isinstance(raw, str) else raw
    return {"contentType": kind, "data": base64.b64encode(raw).decode()}


@pytest.mark.parametrize(
    ("kind", "raw", "text"),
    [
        ("text/plain", "Flex 90°\n", "Flex 90°"),
        ("text/plain", "Flex 90°".encode("utf-8-sig"), "Flex 90°"),
        ("text/plain", "Flex 90°".encode("cp1252"), "Flex 90°"),
        ("text/plain; charset=utf-8", "Flex 90°", "Flex 90°"),
        ('TEXT/Plain; charset="UTF-16"', "Flex 90°".encode("utf-16"), "Flex 90°"),
        ("text/plain;charset=ISO-8859-1", "“Flex”".encode("cp1252"), "“Flex”"),
        ("text/plain; charset=us-ascii", "Flex 90°", "Flex 90°"),
        ("text/html", "<p>Flex 90&deg;</p>", "Flex 90°"),
        ("text/html", '<meta charset="windows-1251"><p>а</p>'.encode("cp1251"), "а"),  # noqa: RUF001 - Cyrillic
        ("application/xhtml+xml", "<?xml version='1.0' encoding='iso-8859-1'?><p>90°</p>".encode("cp1252"), "90°"),
        ("text/rtf", r"{\rtf1\ansi Flex 90\'b0}", "Flex 90°"),
        ("application/rtf", r"{\rtf1\ansi Flex 90\'b0}", "Flex 90°"),
    ],
)
def test_text_is_read_whatever_its_kind_and_its_character_set(kind: str, raw: bytes | str, text: str) -> None:
    assert read_rendition(attach(kind, raw)) == text


def test_base64_may_be_folded() -> None:
    data = "\r\n".join(["V3Qg", "c2hp", "ZnQ="])
    assert read_rendition({"contentType": "text/plain", "data": data}) == "Wt shift"


@pytest.mark.parametrize(
    ("attachment", "reason"),
    [
        (attach("image/jpeg", b"\xff\xd8"), "image/jpeg, which is not read"),
        (attach("application/pdf", "%PDF"), "application/pdf, which is not read"),
        ({"data": "V3Q="}, "an unknown kind of file, which is not read"),
        ({"contentType": 5, "data": "V3Q="}, "an unknown kind"),
        (attach("text/plain", " \n"), "is empty"),
        (attach("text/html", "<p></p>"), "is empty"),
        ({"contentType": "text/plain", "data": "V3Q"}, "not valid base64"),
        ({"contentType": "text/plain", "data": "é"}, "not valid base64"),
        ({"contentType": "text/plain", "data": 7}, "not valid base64"),
        ({"contentType": "text/plain"}, "not valid base64"),
        (attach("text/plain; charset=utf-8", b"\xb0"), "not text in its character set"),
        (attach("text/plain; charset=klingon", "Wt"), "nobody knows"),
        (attach("text/plain; charset=base64", "Wt"), "nobody knows"),
        (attach("text/plain", b"\x81"), "not text in its character set"),
    ],
)
def test_what_cannot_be_read_says_why(attachment: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_rendition(attachment)


def test_plain_text_stands_before_html_and_html_before_rtf() -> None:
    kinds = ["application/pdf", "text/rtf", "text/html", "text/plain"]
    assert sorted(kinds, key=rank) == kinds[::-1]
    assert rank("application/pdf") == rank(UNKNOWN) == UNREADABLE
    assert kind_of({"contentType": "note/ with words"}) == UNKNOWN


@given(st.sampled_from(["text/plain", "text/html", "text/rtf"]), st.text(max_size=20), st.binary(max_size=60))
def test_whatever_an_attachment_holds_it_is_text_or_an_input_error(kind: str, more: str, raw: bytes) -> None:
    try:
        text = read_rendition(attach(f"{kind}; charset={more}", rb"{\rtf1 " + raw if kind == "text/rtf" else raw))
    except InputError:
        return
    assert text.strip()
