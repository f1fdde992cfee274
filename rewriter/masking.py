"""Minimisation: names and identifiers leave a text before a model sees it, and come back afterwards.

What is known from the visit (people, numbers, addresses, birth date) and what is found by pattern becomes a typed
placeholder: `[NAME1]`, `[DATE2]`. The number stands for the person or thing, a letter behind it for another way to
write the same: `[NAME1]` is "Testa Patiente" and `[NAME1B]` "Patiente", so that `show` gives back what was written.
It lessens what leaves the house and is no de-identification: a lone name that no title, relation or list gives away is
not found. What may as well be a score, a dose or a clinical word stays, since hidden it would be lost to the model.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rewriter.pattern import late
from rewriter.personal.dates import Day, find_days, place_dates, read_day
from rewriter.personal.names import CREDENTIALS, ROLES, is_rare, place_names, unknown_words
from rewriter.personal.numbers import place_numbers
from rewriter.personal.spans import ADDRESS, DATE, EMAIL, ID, KINDS, LEFT, NAME, PHONE, RIGHT, Span
from rewriter.text import flat
from rewriter.visit import Visit

_KIND_WORDS = {"phone": PHONE, "tel": PHONE, "fax": PHONE, "mobile": PHONE, "cell": PHONE, "mail": EMAIL}
_KIND_WORDS |= {"address": ADDRESS, "street": ADDRESS, "birth": DATE, "dob": DATE, "date": DATE, "name": NAME}
_HYPHENS, _APOSTROPHES = r"\-\u2010\u2011\u2013", r"'\u2019\u2018\u02bc"
_FEWEST_IN_NAME, _FEWEST_IN_NUMBER, _FEWEST_FIGURES = 2, 3, 6

_PLACEHOLDER = late(rf"\[({'|'.join(KINDS)})([0-9]+)([A-Z]*)\]")
_ALIKE = late(
    rf"\[\s*({'|'.join(KINDS)})[\s_#-]*(\d{{0,6}})\s*([A-Z]{{0,4}})\s*\]"
    rf"|{LEFT}({'|'.join(KINDS)})_?(\d{{1,6}})([A-Z]{{0,4}}){RIGHT}"
    rf"|\[[^\[\]\n]{{0,40}}\b({'|'.join(KINDS)})\b[^\[\]\n]{{0,40}}\]",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class _Clues:
    """What to look for: the visit's own values, words of names, the date of service, dates without a year."""

    known: re.Pattern[str] | None = None
    keys: tuple[tuple[str, str, str], ...] = ()  # kind, key and value of each group of `known`
    wordy: Mapping[str, str] = field(default_factory=dict)  # parts of known names that are words too, with their key
    names: Mapping[str, str] = field(default_factory=dict)  # unknown words of names that were found, with their key
    service: Day | None = None
    days: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mask:
    """What stands for what. Without arguments it hides nothing.

    `forms` maps each identifier as written to its placeholder, `bases` each person or thing to its first one.
    """

    clues: _Clues = field(default_factory=_Clues, repr=False)
    forms: Mapping[str, str] = field(default_factory=dict, repr=False)
    bases: Mapping[str, str] = field(default_factory=dict, repr=False)

    def hide(self, text: str) -> str:
        """Return `text` with placeholders for identifiers: all of them in the texts that the mask was made for.

        In another text what only a pattern would find stays, since nothing stands for it.
        """
        if not self.forms:
            return text
        pieces, at = [], 0
        for span in _find_spans(text, self.clues):
            placeholder = self.forms.get(text[span.start : span.end]) or self.bases.get(span.key)
            if placeholder:
                pieces += [text[at : span.start], placeholder]
                at = span.end
        return "".join([*pieces, text[at:]])

    def show(self, text: str) -> str:
        """Return `text` with the identifiers as they were written in place of the placeholders."""
        written = {placeholder: form for form, placeholder in self.forms.items()}
        return _PLACEHOLDER.sub(lambda match: written.get(match[0], match[0]), text)

    def find_faults(self, reply: str, hidden: str) -> tuple[str, ...]:
        """Return the placeholders that `reply` dropped, altered or invented, `hidden` being what was sent; no text.

        Of the ways to write one name, any will do.
        """
        own = frozenset(self.forms.values())
        sent = {
            match[1] + match[2]: match[0] for match in reversed([*_PLACEHOLDER.finditer(hidden)]) if match[0] in own
        }
        allowed = {match[0] for match in _ALIKE.finditer(hidden)} - own
        seen, faults = set(), []
        for match in _ALIKE.finditer(reply):
            kind, number, letter = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
            if match[0] in own and f"{kind}{number}" in sent:
                seen.add(f"{kind}{number}")
            elif match[0] not in allowed:
                faults.append(f"[{kind}{number}{letter}]".upper() if kind else f"[{match[7].upper()}]")
        lost = [placeholder for base, placeholder in reversed(sent.items()) if base not in seen]
        return tuple(dict.fromkeys([*faults, *lost]))


def find_mask(texts: str | Sequence[str], visit: Visit) -> Mask:
    """Return the mask for a note, or a note and what was made from it, with what is known from its visit."""
    texts = (texts,) if isinstance(texts, str) else tuple(texts)
    clues = _know(visit)
    days = find_days(texts)
    found: dict[str, str] = {}
    for text in texts:
        for span in place_names(text, clues.wordy, clues.names):
            words = tuple(unknown_words(text[span.start : span.end]))
            key = next((found[word] for word in words if word in found), span.key)
            found |= {word: key for word in words if word not in found}
    clues = _Clues(clues.known, clues.keys, clues.wordy, found, clues.service, days)
    taken = _numbers_in([*texts, *visit.people, *visit.identifiers.values()])
    spans = [(span, text[span.start : span.end]) for text in texts for span in _find_spans(text, clues)]
    own = [(Span(0, 0, kind, key), value) for kind, key, value in clues.keys]
    forms: dict[str, str] = {}
    bases: dict[str, str] = {}
    counts: dict[str, int] = {}
    for span, written in [*spans, *own]:
        count = counts.get(span.key, 0)
        if count and span.end == 0:
            continue  # known, and written in its own way somewhere
        if span.key not in bases:
            number = counts.get(span.kind, 0) + 1
            while (span.kind, number) in taken:
                number += 1
            counts[span.kind] = number
            bases[span.key] = f"[{span.kind}{number}]"
        if written not in forms:
            forms[written] = f"{bases[span.key][:-1]}{_letter(count)}]"
            counts[span.key] = count + 1
    return Mask(clues, forms, bases)


def _letter(count: int) -> str:
    """Return "" for the first way to write something, then B to Z, AA and so on."""
    letters = ""
    while count:
        letters = chr(ord("A") + count % 26) + letters
        count = count // 26
    return letters


def _numbers_in(texts: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Return the kinds and numbers of what already looks like a placeholder: these are given to nothing else."""
    return frozenset(
        ((match[1] or match[4]).upper(), int(match[2] or match[5]))
        for text in texts
        for match in _ALIKE.finditer(text)
        if match[2] or match[5]
    )


def _know(visit: Visit) -> _Clues:
    """Return what the visit tells. A role among the people ("PT", "wife") is no name, nor is a single letter."""
    groups: list[tuple[str, str, str, str]] = []
    wordy: dict[str, str] = {}
    for person in visit.people:
        key = f"{NAME}:{person.strip()}"
        words = [word.strip(".,()") for word in person.split()]
        parts = [word for word in words if word.lower() not in ROLES and word not in CREDENTIALS]
        parts = [word for word in parts if sum(map(str.isalpha, word)) >= _FEWEST_IN_NAME]
        if not parts:
            continue
        pieces = dict.fromkeys(
            piece for word in parts for piece in (word, *re.split(f"[{_HYPHENS}]", word)) if len(piece) > 1
        )
        sure = [piece for piece in pieces if is_rare(piece.lower())]
        wordy |= {piece.lower(): key for piece in pieces if not is_rare(piece.lower())}
        forms = [_flexible(person.strip()), _flexible(" ".join(parts))]
        if sure:
            every, some = ("|".join(sorted(map(_flexible, group), key=len, reverse=True)) for group in (pieces, sure))
            gap = r"(?:,?\s+(?:[^\W\d_]\.?\s+)?|-)"
            forms.append(rf"{LEFT}(?:(?:{every}){gap}){{0,3}}(?:{some})(?:{gap}(?:{every})){{0,3}}{RIGHT}")
        groups.append((NAME, key, person.strip(), "|".join(forms)))
    for told, value in visit.identifiers.items():
        if sum(map(str.isalnum, value)) < _FEWEST_IN_NUMBER:
            continue
        kind = next((kind for word, kind in _KIND_WORDS.items() if word in told.lower()), ID)
        forms = [_flexible(value.strip())]
        figures = [char for char in value if char.isdecimal()]
        if len(figures) >= _FEWEST_FIGURES and not any(map(str.isalpha, value)):
            forms.append(LEFT + r"[-.\s()/]{0,3}".join(figures) + RIGHT)
        if kind == ADDRESS:
            lines = [line.strip() for line in re.split(r"[,\n]", value)]
            forms += [_flexible(line) for line in lines if len(line.split()) > 1]
        day = read_day(value) if kind == DATE else None
        key = f"{DATE}:{day}" if day else f"{kind}:{value.strip()}"
        groups.append((kind, key, value.strip(), "|".join(forms)))
    groups.sort(key=lambda group: -len(group[2]))  # "Testa Patiente" before another person's "Testa"
    known = "|".join(f"({form})" for *_, form in groups)
    return _Clues(
        re.compile(known, re.IGNORECASE) if groups else None,
        tuple((kind, key, value) for kind, key, value, _ in groups),
        wordy,
        service=read_day(visit.date),
    )


def _flexible(value: str) -> str:
    """Return a pattern for a known value: as a whole, any spaces, any apostrophe or hyphen."""
    form = re.escape(flat(value)).replace(r"\ ", r"\s+")
    for alike in (_HYPHENS, _APOSTROPHES):
        form = re.sub(rf"\\?[{alike}]", lambda _, group=alike: f"[{group}]", form)  # type: ignore[misc]
    return (LEFT if value[0].isalnum() else "") + form + (RIGHT if value[-1].isalnum() else "")


def _find_spans(text: str, clues: _Clues) -> list[Span]:
    """Return the places to hide, in order. What is known is always hidden, be it within something larger."""
    known = [
        Span(*match.span(), *clues.keys[(match.lastindex or 1) - 1][:2])
        for match in (clues.known.finditer(text) if clues.known else ())
    ]
    kept: list[Span] = []
    starts = [one.start for one in known]
    taken = bytearray(len(text))
    for span in [
        *place_numbers(text),
        *place_dates(text, clues.service, clues.days),
        *place_names(text, clues.wordy, clues.names),
    ]:
        if any(taken[span.start : span.end]):
            continue
        first, last = bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)
        over = [one for one in known[max(0, first) : last] if span.start < one.end]
        if any(one.start < span.start or span.end < one.end or one[:2] == span[:2] for one in over):
            continue
        own = next((one.key for one in over if one.kind == span.kind), span.key)
        kept.append(span._replace(key=own))
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return sorted([*kept, *(one for one in known if not any(taken[one.start : one.end]))])
