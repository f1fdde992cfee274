"""The text of a FHIR attachment: plain text, HTML or RTF, whatever its character set."""

import base64
import binascii
import re
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Any

from rewriter.errors import InputError
from rewriter.fhir.markup import read_html
from rewriter.fhir.rich_text import read_rtf

# Kinds of text, the one that loses least on its way to plain text first.
_HTML, _RTF = frozenset({"text/html", "application/xhtml+xml"}), frozenset({"application/rtf", "text/rtf"})
_RANKS = {"text/plain": 0, "text/markdown": 0, **dict.fromkeys(_HTML, 1), **dict.fromkeys(_RTF, 2)}
UNKNOWN = "an unknown kind of file"
UNREADABLE = len(_RANKS)
_KIND = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]{0,60}")
_META_CHARSET = re.compile(
    rb"<meta[^>]{1,200}?charset=[\"']?([A-Za-z0-9_.:-]{1,40})|encoding=[\"']([A-Za-z0-9_.:-]{1,40})"
)
# What these declare is in practice the larger set that contains it.
_WIDER = {"us-ascii": "utf-8", "ascii": "utf-8", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}


def kind_of(attachment: Mapping[str, Any]) -> str:
    """Return the MIME type of an attachment in small letters; UNKNOWN where it has none that is well-formed."""
    kind = str(attachment.get("contentType") or "").partition(";")[0].strip().casefold()
    return kind if _KIND.fullmatch(kind) else UNKNOWN


def rank(kind: str) -> int:
    """Return how far a kind of text stands back: 0 for plain text, UNREADABLE for what is no text."""
    return _RANKS.get(kind, UNREADABLE)


def read_rendition(attachment: Mapping[str, Any]) -> str:
    """Return the text of an attachment that holds its "data".

    Raises InputError with a reason that repeats none of it.
    """
    kind = kind_of(attachment)
    if rank(kind) == UNREADABLE:
        raise InputError(f"its attachment is {kind}, which is not read")
    raw = _decode_base64(attachment.get("data"))
    if kind in _RTF:
        text = read_rtf(raw)
    else:
        text = _decode(raw, _declared(str(attachment["contentType"])), kind)
        text = read_html(text) if kind in _HTML else text
    if not text.strip():
        raise InputError("its attachment is empty")
    return text.strip()


def _decode_base64(data: object) -> bytes:
    try:
        if isinstance(data, str):
            return base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        pass
    raise InputError("its attachment is not valid base64")


def _declared(content_type: str) -> str:
    message = EmailMessage()
    message["content-type"] = " ".join(content_type.split())
    return message.get_content_charset("") or ""


def _decode(raw: bytes, declared: str, kind: str) -> str:
    """Return bytes as text, in the character set declared; where none is, UTF-8, or else Windows-1252."""
    if not declared and kind in _HTML and (found := _META_CHARSET.search(raw[:1024])):
        declared = (found[1] or found[2]).decode("ascii").casefold()
    for encoding in [_WIDER.get(declared, declared)] if declared else ["utf-8", "cp1252"]:
        try:
            return raw.decode(encoding).removeprefix("\ufeff")
        except (LookupError, ValueError):  # a set that Python does not know, or bytes that are not in it
            continue
    raise InputError("its attachment is not text in its character set, or nobody knows that set")
