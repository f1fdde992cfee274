"""RTF as plain text. What would read otherwise than it looks, or not at all, is refused, never flattened."""

import re

from striprtf.striprtf import rtf_to_text

from rewriter.errors import InputError

_PAGE = re.compile(rb"\\ansicpg([0-9]{3,5})")
_OTHER_SETS = ((rb"\mac", "mac_roman"), (rb"\pca", "cp850"), (rb"\pc", "cp437"))
# What plain text has no way to show, as `striprtf` would drop it or let it stand as if it were ordinary text.
_LOST = (
    (re.compile(r"\\(?:striked?1?|deleted)(?![a-z0-9])"), "strikes text out, which plain text cannot show"),
    (re.compile(r"\\v1?(?![a-z0-9])"), "hides text, which plain text would show"),
    (re.compile(r"FORM(?:CHECKBOX|DROPDOWN|TEXT)"), "holds the fields of a form, whose choices plain text cannot show"),
    (re.compile(r"\\(?:footnote|annotation|shptxt)(?![a-z])"), "holds a footnote, a comment or a text box"),
    (re.compile(r"\\bin[0-9]"), "holds binary data"),
    (
        re.compile(r"[0-9]\}?\s?\{?(?:\\[a-z]+-?[0-9]*)*\\su(?:per|b)(?:\\[a-z]+-?[0-9]*)*\s?[0-9]"),
        "raises or lowers a number, which plain text would join to the one before",
    ),
)
_SYMBOL_FONT = re.compile(r"\{\\f([0-9]+)[^{};]*\\fcharset2(?![0-9])")
_PRINTER_BINS = re.compile(r"\\binf?sxn[0-9]* ?")
# Bullets of the Symbol font, in the private area where Word puts it; anything else there has no letter.
_BULLET, _PRIVATE = "\uf0b7", re.compile("[\ue000-\uf8ff]")
# As they look: a hyphen that does not break, and one that is seen only where it does.
_HYPHENS = {0x2011: "-", 0xAD: None, ord(_BULLET): "\u2022"}


def read_rtf(raw: bytes) -> str:
    """Return RTF as text. Raises InputError where it is none, or would not say the same as text."""
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise InputError("its RTF cannot be read")
    encoding = _find_encoding(raw[:1024])
    try:
        rich = raw.decode(encoding)
        for lost, reason in _LOST:
            if lost.search(rich):
                raise InputError(f"its RTF {reason}")
        _check_symbols(rich)
        # The names of printer trays look to `striprtf` like binary data; and where a field's group follows at once,
        # it writes the addresses of links out, from the first to the last of a line.
        rich = _PRINTER_BINS.sub("", rich).replace(r"\field{", r"\field {")
        text: str = rtf_to_text(rich, encoding=encoding)
        text = text.translate(_HYPHENS)
        # Characters beyond the first plane are written as two halves.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except (LookupError, ValueError, RecursionError):
        raise InputError("its RTF cannot be read") from None
    if _PRIVATE.search(text):
        raise InputError("its RTF uses symbols that are no letters of any alphabet")
    return text


def _find_encoding(head: bytes) -> str:
    if page := _PAGE.search(head):
        return "utf-8" if page[1] == b"65001" else f"cp{int(page[1])}"
    return next((name for word, name in _OTHER_SETS if word in head), "cp1252")


def _check_symbols(rich: str) -> None:
    """Raise InputError where another character than a bullet is written in a font of symbols: there 3 is no 3."""
    for font in set(_SYMBOL_FONT.findall(rich)):
        run = re.compile(rf"\\f{font}(?![0-9])((?:\\(?!f[0-9])[a-z]+-?[0-9]* ?|[\r\n])*)\\'(?!b7)[0-9a-f]{{2}}", re.I)
        if run.search(rich):
            raise InputError("its RTF uses symbols that are no letters of any alphabet")
