"""A note with several codes, split into sections by code.

Therapists write a code, or the service's name, as a heading ("97110 15 min: ...", "TE: ..."), or close each part with
its code ("... 97112 x 25"). What stands before the first heading, and what a list of codes says, belongs to all
sections; so does what follows under another heading of the record ("A:", "P:"), and what closes the note (goal, totals,
stock phrases). Where it is not plain what belongs where, nothing is split.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from rewriter.codes import load_codes
from rewriter.reading import Reading
from rewriter.reading.wrapped import unwrap

# What tells of the code and its time, and nothing of what was done.
_BARE_KINDS = frozenset({"code", "duration", "number", "units", "admin", "treatment", "clock", "date", "count", "rate"})
_BARE = frozenset(
    "min mins minute minutes hr x u unit units total timed time code codes cpt billed bill billing charge charged "
    "charges gp go kx cq co and plus also for of w/ to from at am pm start stop in out direct one on 1 : s each "
    "therapist patient provided performed delivered received then next skilled".split()
)
_CLOSING = frozenset({"goal", "admin", "boilerplate", "planned"})
# A code that somebody billed heads nothing.
_BILLS = frozenset("billed bill billing charge charged charges also plus and".split())
_STOPS = frozenset({".", ",", ";", ":", "\n", "\u2022", "|", "!", "?"})
_HEAD_ENDS = frozenset({":", "-", "\u2192", "->", "="})
_SEVERAL = 2
# The code of a part whose heading names some service, and nothing says under which code.
UNSAID = ""


class Section(NamedTuple):
    """What a note tells under one code: code points `start:end` of its pieces, in order."""

    code: str
    spans: tuple[tuple[int, int], ...]


class _Head(NamedTuple):
    """A heading or closing code at words `first:last`."""

    code: str
    first: int
    last: int


def split(reading: Reading, billed: Collection[str] = ()) -> tuple[Section, ...]:
    """Return the sections of a text by code, in the order in which the codes first come; none for fewer than two codes.

    `billed` are codes known from the visit. A heading too vague to say its code counts where the text or the visit has
    the code; else, in a text with sections, it opens a part of no code (`UNSAID`).
    """
    figures = [_Head(m.sense.id, m.first, m.last) for m in reading.mentions if m.sense.kind == "code"]
    known = {*billed, *(head.code for head in figures)}
    named = _named(reading, known)
    if len({head.code for head in (*figures, *named)} - {UNSAID}) < _SEVERAL:
        return ()
    bare = _find_bare(reading)
    figures = _unlisted(figures, bare)
    if len({head.code for head in named} - {UNSAID}) >= _SEVERAL:
        return _lead(reading, _join(reading, named, figures, bare))
    if len({head.code for head in figures}) < _SEVERAL:
        return ()
    leading = [head for head in figures if _opens(reading, head, bare)]
    closing = [head for head in figures if _closes(reading, head, bare)]
    told_before = not all(bare[: figures[0].first])
    told_after = not all(bare[figures[-1].last :])
    if told_before and (not told_after or len(leading) < len(figures)) and len(closing) == len(figures):
        return _trail(reading, closing)
    return _lead(reading, leading) if len({head.code for head in leading}) >= _SEVERAL else ()


def mask(text: str, sections: Sequence[Section], codes: Collection[str]) -> str:
    """Return the text with all sections blanked but those of `codes`; places stay what they are.

    A blanked line says nothing of the width that the others were broken at, so they are unwrapped before.
    """
    text = unwrap(text)
    out = list(text)
    for section in sections:
        if section.code not in codes:
            for start, end in section.spans:
                out[start:end] = [char if char == "\n" else " " for char in text[start:end]]
    return "".join(out)


def _find_bare(reading: Reading) -> list[bool]:
    """Tell of each word whether it says only codes, service names, time and billing."""
    low = reading.words.low
    bare = [word in _BARE or not word[0].isalpha() for word in low]
    for mention in reading.mentions:
        if mention.sense.kind in _BARE_KINDS:
            bare[mention.first : mention.last] = [True] * (mention.last - mention.first)
    for at, word in enumerate(low):
        for words, _, _ in load_codes().headings.get(word, ()):
            if tuple(low[at : at + len(words)]) == words:
                bare[at : at + len(words)] = [True] * len(words)
                break
    return bare


def _named(reading: Reading, known: Collection[str]) -> list[_Head]:
    """Return the names of services that open a sentence and stand there as a heading."""
    low, headings = reading.words.low, load_codes().headings
    heads = []
    for sentence in reading.sentences:
        for words, code, sure in headings.get(low[sentence.first], ()):
            last = sentence.first + len(words)
            if tuple(low[sentence.first : last]) == words:
                if _ends_heading(reading, last, sentence.last):
                    heads.append(_Head(code if sure or code in known else UNSAID, sentence.first, last))
                break
    return heads


def _ends_heading(reading: Reading, at: int, last: int) -> bool:
    """A heading ends in a colon or dash, at once or behind its code and time, or is all there is of its line."""
    low = reading.words.low
    while at < last and low[at] not in _HEAD_ENDS:
        if low[at][0].isalpha() and low[at] not in _BARE:
            return False
        at += 1
    return at < last or low[last : last + 1] in (["\n"], [])


def _unlisted(figures: Sequence[_Head], bare: Sequence[bool]) -> list[_Head]:
    """Return the codes that are no list of codes: "97112 25, 97530 20, 97110 10. total timed 45"."""
    kept: list[_Head] = []
    run: list[_Head] = []
    for head in figures:
        if run and not all(bare[run[-1].last : head.first]):
            kept += run if len({item.code for item in run}) < _SEVERAL else []
            run = []
        run.append(head)
    return kept + (run if len({item.code for item in run}) < _SEVERAL else [])


def _join(reading: Reading, named: Iterable[_Head], figures: Iterable[_Head], bare: Sequence[bool]) -> list[_Head]:
    """Return named headings in order with the codes that open a sentence of their own between them."""
    starts = {sentence.first for sentence in reading.sentences}
    names = {head.first for head in named}
    own = [
        head
        for head in figures
        if (first := _clause_start(reading, head)) in starts and first not in names and all(bare[first : head.first])
    ]
    return sorted([*named, *own], key=lambda head: head.first)


def _clause_start(reading: Reading, head: _Head) -> int:
    """Return the first word of the clause that the heading stands in."""
    low, at = reading.words.low, head.first
    while at > 0 and low[at - 1] not in _STOPS:
        at -= 1
    return at


def _opens(reading: Reading, head: _Head, bare: Sequence[bool]) -> bool:
    """Nothing but the service's name stands before the code in its clause, and inside a sentence something follows."""
    low, first = reading.words.low, _clause_start(reading, head)
    if not all(bare[first : head.first]) or not _BILLS.isdisjoint(low[first : head.first]):
        return False
    sentence = reading.sentences[bisect_right(reading.firsts, head.first) - 1]
    return first <= sentence.first or not all(bare[head.last : sentence.last])


def _closes(reading: Reading, head: _Head, bare: Sequence[bool]) -> bool:
    """Nothing but time and billing follows in the clause, and something was told in it or before it."""
    low, at = reading.words.low, head.last
    while at < len(low) and low[at] not in _STOPS:
        if not bare[at]:
            return False
        at += 1
    return low[at : at + 1] != [":"]


def _lead(reading: Reading, heads: Sequence[_Head]) -> tuple[Section, ...]:
    """Return the sections that begin with their headings."""
    words = reading.words
    begins = [_clause_start(reading, head) for head in heads]
    ends = [*begins[1:], len(words.low)]
    pieces = []
    for head, begin, end in zip(heads, begins, ends, strict=True):
        end = _leave_part(reading, begin, end)
        end = _leave_close(reading, begin, end) if end == len(words.low) else end
        stop = words.start[end] if end < len(words.low) else len(words.text)
        pieces.append((head.code, (words.start[begin], stop)))
    return _gather(pieces)


def _leave_part(reading: Reading, begin: int, end: int) -> int:
    """A section ends where another part of the record begins: what is assessed and planned is so for all."""
    heading, before = None, begin
    for sentence in reading.sentences:
        if sentence.first >= end:
            break
        if sentence.last <= begin:
            continue
        if heading is not None and sentence.heading not in ("", heading):
            while reading.words.low[before] in _STOPS:
                before += 1
            return before
        heading = sentence.heading if heading is None else heading
        before = sentence.last
    return end


def _leave_close(reading: Reading, begin: int, end: int) -> int:
    """What closes the note is for all: goal, plan, totals, stock phrases, each in a sentence of its own."""
    for number in range(len(reading.sentences) - 1, -1, -1):
        sentence = reading.sentences[number]
        here = reading.by_sentence[number]
        if sentence.first <= begin or not here or reading.mentions[here[0]].first > sentence.first:
            break
        if reading.mentions[here[0]].sense.kind not in _CLOSING:
            break
        end = sentence.first
    return end


def _line_start(reading: Reading, at: int) -> int:
    low = reading.words.low
    while at > 0 and low[at - 1] != "\n":
        at -= 1
    return at


def _trail(reading: Reading, heads: Sequence[_Head]) -> tuple[Section, ...]:
    """Return the sections that end with their codes; one line each where all the others have one."""
    words = reading.words
    ends = [_clause_end(reading, head) for head in heads]
    begins = [0, *ends[:-1]]
    by_line = all("\n" not in words.low[begin : end - 1] for begin, end in list(zip(begins, ends, strict=True))[1:])
    if by_line and len(heads) > 1 and words.low[ends[0] - 1 : ends[0]] == ["\n"]:
        begins[0] = _line_start(reading, heads[0].first)
    pieces = []
    for head, begin, end in zip(heads, begins, ends, strict=True):
        stop = words.start[end] if end < len(words.low) else len(words.text)
        pieces.append((head.code, (words.start[begin], stop)))
    return _gather(pieces)


def _clause_end(reading: Reading, head: _Head) -> int:
    """Return the word behind the mark that closes the clause of a closing code."""
    low, at = reading.words.low, head.last
    while at < len(low) and low[at] not in _STOPS:
        at += 1
    while at < len(low) and low[at] in _STOPS:
        at += 1
        if low[at - 1] == "\n":
            break
    return at


def _gather(pieces: Sequence[tuple[str, tuple[int, int]]]) -> tuple[Section, ...]:
    """Return the pieces of each code together; none where there are not several codes."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for code, span in pieces:
        spans.setdefault(code, []).append(span)
    if len(spans.keys() - {UNSAID}) < _SEVERAL:
        return ()
    return tuple(Section(code, tuple(own)) for code, own in spans.items())
