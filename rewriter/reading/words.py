"""From characters to words: tokens, with shorthand and typing slips put into full words.

Every word keeps the span it was written at, so an expansion of one written form to three words
points three times to the same place. What was read, and as what, is listed in `read_as`; a form that
could mean several things and has nothing beside it that decides stays as written, and is listed as unsure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rewriter.lexicon import longest, split_form
from rewriter.pack import Choice, Pack, Short
from rewriter.reading.quantities import UNIT_WORDS
from rewriter.reading.spelling import repair
from rewriter.text import TOKEN, fold

_SPOKEN = {"period": ".", "comma": ",", "semicolon": ";", "colon": ":"}
_FILLERS = frozenset({"um", "uh", "erm", "uhm"})
_STOPS = frozenset({".", ",", ";", "\n", ":"})
_COUNTED = frozenset({"x", "times", "reps", "repetitions"})


@dataclass(frozen=True, slots=True)
class ReadAs:
    """One piece of shorthand: its span, what it was read as, and whether that is sure."""

    start: int
    end: int
    text: str
    said: str
    sure: bool
    readings: tuple[str, ...] = ()


@dataclass(slots=True)
class Words:
    """The words of a text in parallel lists; word `i` was written at `start[i]:end[i]`.

    `low` is the word for matching, `shown` for display, `gap` what stands before it ("", " " or "-").
    """

    text: str
    low: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    gap: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    read_as: list[ReadAs] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)

    def add(self, low: str, shown: str, gap: str, start: int, end: int) -> None:
        """Append one word."""
        self.low.append(low)
        self.shown.append(shown)
        self.gap.append(gap)
        self.start.append(start)
        self.end.append(end)


def read_words(text: str, pack: Pack) -> Words:
    """Return the words of `text`, shorthand expanded and slips mended where exactly one word fits."""
    tokens = _tokens(text)
    shouted = _is_shouted(text)
    if not pack.shorthand.keys().isdisjoint(tokens.low):
        tokens = _expand(tokens, pack, shouted)
    for low in _FILLERS.intersection(tokens.low):
        _drop(tokens, low)
    unknown = set(tokens.low).difference(pack.vocabulary, UNIT_WORDS)
    if unknown:
        _mend(tokens, pack, unknown, shouted)
    if shouted:
        tokens.shown = [
            low if low in pack.vocabulary or len(low) > 3 else shown
            for low, shown in zip(tokens.low, tokens.shown, strict=True)
        ]
    return tokens


def _is_shouted(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 12 and sum(map(str.isupper, text)) > 0.8 * letters


def _tokens(text: str) -> Words:
    """Split into words. A hyphen between two words joins them: it becomes the gap of the second."""
    folded = fold(text)
    words = Words(text)
    spoken = folded.count(" period") > 1 and folded.count(".") < 2
    previous = -1
    glue = ""
    for match in TOKEN.finditer(folded):
        low = match.group()
        start, end = match.span()
        if low == "-" and start == previous and folded[end : end + 1].isalnum():
            if not (words.low[-1][0].isdigit() and folded[end].isdigit()):
                glue, previous = "-", end
                continue
        gap = glue or ("" if start == previous else " ")
        if spoken and low in _SPOKEN:
            low, gap = _SPOKEN[low], ""
            words.add(low, low, gap, start, end)
        else:
            words.add(low, text[start:end], gap, start, end)
        previous, glue = end, ""
    return words


def _expand(tokens: Words, pack: Pack, shouted: bool) -> Words:
    """Put full words in place of shorthand, in two passes: what is certain decides what is not."""
    found: dict[int, tuple[int, str]] = {}
    doubtful: list[tuple[int, int, Short]] = []
    at, count = 0, len(tokens.low)
    while at < count:
        hit = longest(pack.shorthand, tokens.low, at) if tokens.low[at] in pack.shorthand else None
        short = hit and _spelled_so(tokens, at, hit, shouted)
        if hit is not None and _numbers_a_level(tokens, at, hit[0]):
            short = None
        if hit is None or short is None:
            if (halves := _split_with(tokens, at, pack)) is not None:
                tokens = halves
                count = len(tokens.low)
                continue
            at += 1
            continue
        end = hit[0]
        if short.choices:
            doubtful.append((at, end, short))
        else:
            found[at] = (end, short.say)
        at = end
    certain = {at: split_form(say) for at, (_, say) in found.items()}
    for at, end, short in doubtful:
        choice = _choose(tokens, at, end, short, certain)
        if choice is not None:
            found[at] = (end, choice.say)
        else:
            written = tokens.text[tokens.start[at] : tokens.end[end - 1]]
            readings = tuple(item.say for item in short.choices)
            tokens.read_as.append(
                ReadAs(tokens.start[at], tokens.end[end - 1], written, written, False, readings)
            )
    return _rebuild(tokens, found)


def _numbers_a_level(tokens: Words, at: int, end: int) -> bool:
    """"L4", "S1", "T6": a letter that a figure follows at once names a spinal level, not a side."""
    return end == at + 1 and len(tokens.low[at]) == 1 and end < len(tokens.low) and (
        tokens.gap[end] == "" and tokens.low[end][0].isdigit() and tokens.low[at] in "cltsir"
    )


def _spelled_so(
    tokens: Words, at: int, hit: tuple[int, list[Short]], shouted: bool
) -> Short | None:
    """Return the entry whose capitals agree with what was written, if any."""
    written = "".join(tokens.text[tokens.start[at] : tokens.end[hit[0] - 1]].split())
    lower = None
    for short in hit[1]:
        if short.raw is None:
            lower = short
        elif "".join(short.raw.split()) == written:
            return short
    return lower


def _split_with(tokens: Words, at: int, pack: Pack) -> Words | None:
    """Split "w/L" (with left) where "w/x" is no form of its own."""
    low = tokens.low[at]
    if len(low) != 3 or not low.startswith("w/"):
        return None
    split = Words(tokens.text, read_as=tokens.read_as)
    for index in range(len(tokens.low)):
        parts = (tokens.low[index], tokens.shown[index], tokens.gap[index])
        start, end = tokens.start[index], tokens.end[index]
        if index == at:
            split.add("w/", parts[1][:2], parts[2], start, start + 2)
            split.add(low[2:], parts[1][2:], " ", start + 2, end)
        else:
            split.add(*parts, start, end)
    return split


def _choose(
    tokens: Words,
    at: int,
    end: int,
    short: Short,
    certain: dict[int, list[str]],
) -> Choice | None:
    """Return the one reading whose context is there; None where no context, or more than one, is."""
    before = _said(tokens, at - 1, certain)[-1:] if at else ()
    after = _said(tokens, end, certain)[:1] if end < len(tokens.low) else ()
    first = at
    while first and tokens.low[first - 1] not in _STOPS:
        first -= 1
    last = end
    while last < len(tokens.low) and tokens.low[last] not in _STOPS:
        last += 1
    near = [
        word
        for index in (*range(first, at), *range(end, last))
        for word in _said(tokens, index, certain)
    ]
    fitting = [
        choice
        for choice in short.choices
        if _hits(choice.before, before)
        or _hits(choice.after, after)
        or _hits(choice.near, near)
    ]
    says = {choice.say for choice in fitting}
    return fitting[0] if len(says) == 1 else None


def _said(tokens: Words, index: int, certain: dict[int, list[str]]) -> list[str]:
    return certain.get(index) or [tokens.low[index]]


def _hits(wanted: frozenset[str], words: Iterable[str]) -> bool:
    if not wanted:
        return False
    for word in words:
        if word in wanted or ("#" in wanted and (word[:1].isdigit() or word in _COUNTED)):
            return True
    return False


def _rebuild(tokens: Words, found: dict[int, tuple[int, str]]) -> Words:
    words = Words(tokens.text, read_as=tokens.read_as)
    at = 0
    while at < len(tokens.low):
        if at not in found:
            words.add(
                tokens.low[at], tokens.shown[at], tokens.gap[at], tokens.start[at], tokens.end[at]
            )
            at += 1
            continue
        end, say = found[at]
        start, stop = tokens.start[at], tokens.end[end - 1]
        said = _tokens(say)
        for number, (low, shown, gap) in enumerate(zip(said.low, said.shown, said.gap, strict=True)):
            joined = tokens.gap[at] if tokens.gap[at] == "-" else " "
            words.add(low, shown, gap if number else joined, start, stop)
        written = tokens.text[start:stop]
        if written.lower() != say.lower():
            words.read_as.append(ReadAs(start, stop, written, say, True))
        if end < len(tokens.low) and tokens.gap[end] == "" and tokens.low[end][0].isalnum():
            tokens.gap[end] = " "
        at = end
    return words


def _drop(words: Words, low: str) -> None:
    for index in [index for index, word in enumerate(words.low) if word == low][::-1]:
        for column in (words.low, words.shown, words.gap, words.start, words.end):
            del column[index]


def _mend(words: Words, pack: Pack, unknown: set[str], shouted: bool) -> None:
    """Mend each unknown word that exactly one word fits; list the rest as unread."""
    mended: dict[str, str | None] = {}
    for index, low in enumerate(words.low):
        if low not in unknown or not low[0].isalpha():
            continue
        written = words.text[words.start[index] : words.end[index]]
        if low not in mended:
            mended[low] = repair(low, pack.vocabulary, name=not shouted and _looks_like_name(words, index, written))
        better = mended[low]
        if better is None:
            words.unread.append(index)
        elif better != low:
            words.low[index] = words.shown[index] = better
            start, end = words.start[index], words.end[index]
            words.read_as.append(ReadAs(start, end, written, better, True))
    words.read_as.sort(key=lambda item: item.start)


def _looks_like_name(words: Words, index: int, written: str) -> bool:
    """A capital inside a sentence, or capitals throughout: a name or an abbreviation, not a slip."""
    if not written[0].isupper():
        return False
    if written.isupper():
        return True
    return index > 0 and not re.match(r"[.\n:!?•]", words.low[index - 1])
