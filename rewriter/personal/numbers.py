"""Addresses of all kinds and numbers that stand for a person, by their label or their shape."""

import re
from collections.abc import Iterator

from rewriter.pack import load_pack
from rewriter.pattern import late
from rewriter.personal.spans import ADDRESS, EMAIL, ID, PHONE, RIGHT, Span, is_before_unit
from rewriter.reading.quantities.units import UNITS

_STREET = (
    r"(?:Street|Avenue|Ave|Road|Rd|Drive|Lane|Ln|Boulevard|Blvd|Court|Place|Terrace|Circle|Parkway|Pkwy|Highway|Hwy)"
)
_SHORT_STREET = r"(?:St|Dr|Ct|Pl|Way|Ter|Cir|Trl|Trail|Loop|Sq)"
_REST = r"(?:,?\s(?:Apt|Unit|Ste|Suite|#)\.?\s?\w+)?(?:,\s?[A-Z][\w'. -]{1,30},?\s[A-Z]{2}(?:\s\d{5}(?:-\d{4})?)?)?"
_NUMBERED = r"(?<![\w/.-])\d{1,6}[A-Z]?\s(?:[NSEW]\.?\s)?(?P<street>(?:[A-Z][\w']*\s|\d+(?:st|nd|rd|th)\s){1,4}?)"
_ID_WORDS = r"mrn|mr\s?#|medical record|acct|account|ssn|social security|member|subscriber|policy|hicn|mbi|npi"
_WEAK_ID_WORDS = (
    r"fin|encounter|record|insurance|ins|medicare|medicaid|group|claim|auth|authorization|case|chart|license|lic|id|zip"
)
# A billing code is no one's number.
_ID = r"(?P<value>(?!97\d{3}\b)(?=[\w-]*\d[\w-]*\d[\w-]*\d)[A-Z0-9*][\w*-]{2,19})"


def _compile(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE)


# A number with fewer figures may be a measure: then no unit follows.
_SHORT = 6
_PATTERNS = (
    (EMAIL, late(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")),
    (ADDRESS, late(rf"{_NUMBERED}(?:{_STREET}|{_STREET.upper()})\b\.?{_REST}")),
    (ADDRESS, late(rf"{_NUMBERED}{_SHORT_STREET}\b\.?{_REST}")),
    (ADDRESS, late(r"(?<![\w/.-])\d{1,6}\s(?P<street>[a-z]{3,20}\s)(?:street|avenue|ave|road|drive|lane)\b")),
    (ADDRESS, late(rf"\bP\.?\s?O\.?\sBox\s\d+{_REST}", re.IGNORECASE)),
    (ID, _compile(rf"\b(?:{_ID_WORDS})(?:\s?(?:number|num|no|id|last (?:4|four)))*[\s#:.=-]*{_ID}{RIGHT}")),
    (
        ID,
        late(
            rf"\b(?:{_WEAK_ID_WORDS})(?:\s?(?:number|num|no|id)\b\.?\s?#?:?|\s?#:?|\s?:)\s?{_ID}{RIGHT}", re.IGNORECASE
        ),
    ),
    (ID, late(r"(?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w-])")),
    (ID, late(r"(?<![\w-])[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d\d(?![\w-])")),
    (PHONE, late(r"(?<![\w/.-])(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-]|[./]\d)")),
    (
        PHONE,
        late(r"\b(?:phone|tel|cell|mobile|fax|ph|call)[\s:#.]*(?P<value>\+?1?\d{10}|\d{3}[-. ]\d{4})(?![\w-])", re.I),
    ),
    (PHONE, late(r"(?<![\w/.-])\d{3}-\d{4}(?![\w-]|[./]\d)")),
    (ID, late(r"(?<![\w.,/-])\d{7,20}(?![\w/-]|[.,]\d)")),
)


def place_numbers(text: str) -> Iterator[Span]:
    """Yield the addresses and numbers of a text; places may overlap, the surer first."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("value") if "value" in pattern.groupindex else match.span()
            value = text[start:end]
            if (kind == PHONE or len(value) < _SHORT) and is_before_unit(text, end):
                continue
            if kind == ADDRESS and "street" in pattern.groupindex and not _is_street(match["street"], pattern.pattern):
                continue
            yield Span(start, end, kind, f"{kind}:{''.join(filter(str.isalnum, value)).lower()}")


def _is_street(words: str, pattern: str) -> bool:
    """Tell whether words before "St" or "Road" name one: the first is no unit; before a short word none is clinical."""
    low = words.lower().split()
    if low[0] in UNITS:
        return False
    return _STREET in pattern or load_pack().vocabulary.isdisjoint(low)
