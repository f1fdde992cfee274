"""Lines of text for people: wrapped, indented, titled, coloured where colours are asked for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rewriter.text import flat

WIDTH, NARROWEST, WIDEST = 80, 30, 100
BOLD, DIM, RED, GREEN, YELLOW = "1", "2", "31", "32", "33"
LEVELS = {"error": RED, "warning": YELLOW, "info": DIM}
_CLIP = 100
# A line break of any kind, or a run of anything that is not a space.
_WORD = re.compile(r"[\n\r\v\f\x85\u2028\u2029]|\S+")


@dataclass(frozen=True, slots=True)
class Look:
    """How text is to look: with colours or not, and how wide."""

    colour: bool = False
    width: int = WIDTH

    def paint(self, text: str, code: str) -> str:
        """Return `text` in a colour, or as it is."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text and code else text


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the spans of the lines that `text` takes at `width`.

    A line break in it ends a line; a long word stands out.

    >>> [text[a:b] for text in ["one two three"] for a, b in wrap(text, 8)]
    ['one two', 'three']
    """
    lines: list[tuple[int, int]] = []
    fresh = True
    for match in _WORD.finditer(text):
        start, end = match.span()
        if match[0].isspace():
            fresh = True
        elif fresh or end - lines[-1][0] > width:
            lines.append((start, end))
            fresh = False
        else:
            lines[-1] = (lines[-1][0], end)
    return lines


def block(text: str, look: Look, *, indent: str = "", lead: str = "", first: str = "", skip: int = 0) -> str:
    """Return `text` wrapped and indented; `lead` replaces the first indent, `first` the first `skip` characters."""
    spans = wrap(text, max(look.width - len(indent), NARROWEST // 2))
    lines = [text[start:end] for start, end in spans] or [""]
    if skip:
        lines[0] = first + lines[0][skip:]
    return "\n".join((lead or indent) + line if number == 0 else indent + line for number, line in enumerate(lines))


def titled(title: str, lines: Sequence[str], look: Look) -> str:
    """Return lines under a title; nothing where there are none."""
    return "\n".join([look.paint(title, BOLD), *lines]) if lines else ""


def join_blocks(blocks: Iterable[str]) -> str:
    """Return the blocks that say something with an empty line between them."""
    return "\n\n".join(block for block in blocks if block)


def clip(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = flat(text)
    return line if len(line) <= _CLIP else line[: _CLIP - 1].rstrip() + "\u2026"


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "answer"), count(2, "answer")
    ('1 answer', '2 answers')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
