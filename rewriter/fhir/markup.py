"""HTML as plain text. What would read otherwise than it looks is refused, never flattened."""

import re

from inscriptis import Inscriptis
from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rewriter.errors import InputError

_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_STRUCK_TAGS, _CHOICE_TAGS = frozenset({"del", "s", "strike"}), frozenset({"input", "select", "textarea"})
_STRUCK = re.compile(r"line-through", re.IGNORECASE)
_INVISIBLE = re.compile(r"visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
# A rule of a style sheet hides by class what the text would show; an element's own style is followed.
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def read_html(text: str) -> str:
    """Return HTML as it looks, as text: rows of tables, lists, breaks. Raises InputError where that cannot be."""
    text = _XML_DECLARATION.sub("", text, count=1)
    try:
        if not text.strip():
            return ""
        # Without it, what stands deeper than 255 elements is left out without a word.
        tree = document_fromstring(text, parser=HTMLParser(huge_tree=True))
        for element in tree.iter("*"):
            if reason := _lost(element):
                raise InputError(f"its HTML {reason}")
        return str(Inscriptis(tree).get_text())
    except (LxmlError, ValueError, RecursionError):
        raise InputError("its HTML cannot be read") from None


def _lost(element: HtmlElement) -> str:
    """Say what of an element is not in its plain text; "" where all is."""
    sheet = element.text or "" if element.tag == "style" else ""
    style = element.get("style", "") + sheet
    if element.tag in _STRUCK_TAGS or _STRUCK.search(style):
        return "strikes text out, which plain text cannot show"
    if element.get("hidden") is not None or _INVISIBLE.search(style) or _NOT_SHOWN.search(sheet):
        return "hides text, which plain text would show"
    if element.tag in _CHOICE_TAGS and element.get("type") != "hidden":
        return "holds the fields of a form, whose choices plain text cannot show"
    if element.tag in ("sup", "sub") and _DIGIT.search("".join(element.itertext())) and not _follows_letter(element):
        return "raises or lowers a number, which plain text would join to the one before"
    return ""


def _follows_letter(element: HtmlElement) -> bool:
    before = element.getprevious()
    text = element.getparent().text if before is None else before.tail
    return (text or "")[-1:].isalpha()
