"""One sentence with what it mentions, looked up by place: what begins at a word, which mark comes next."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from rewriter.reading.mentions import QUANTITIES, Mention


class Line(NamedTuple):
    """The sentence at words `first:last` of `low`; `mentions` begin at the words `starts` and are of `kinds`."""

    low: list[str]
    first: int
    last: int
    mentions: list[Mention]
    starts: list[int]
    kinds: list[str]

    def word(self, at: int) -> str:
        """Return the word at `at`, or "" behind the sentence."""
        return self.low[at] if at < self.last else ""

    def first_from(self, word: int) -> int:
        """Return the index of the first mention that begins at `word` or behind it."""
        return bisect_left(self.starts, word)

    def kinds_at(self, word: int) -> list[str]:
        """Return the kinds of the mentions that begin at `word`."""
        return self.kinds[bisect_left(self.starts, word) : bisect_right(self.starts, word)]

    def kinds_in(self, first: int, last: int) -> list[str]:
        """Return the kinds of the mentions that begin at the words `first:last`."""
        return self.kinds[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def before(self, word: int, count: int) -> list[Mention]:
        """Return the last `count` mentions that begin before `word`."""
        at = bisect_left(self.starts, word)
        return self.mentions[max(0, at - count) : at]

    def figure_at(self, word: int) -> Mention | None:
        """Return the quantity that begins at `word`."""
        at = bisect_left(self.starts, word)
        while at < len(self.starts) and self.starts[at] == word:
            if self.kinds[at] in QUANTITIES:
                return self.mentions[at]
            at += 1
        return None

    def figures_before(self, word: int) -> list[Mention]:
        """Return the quantities among the last two mentions before `word`."""
        return [mention for mention in self.before(word, 2) if mention.sense.kind in QUANTITIES]


def make_line(low: list[str], mentions: list[Mention], first: int, last: int) -> Line:
    """Return the sentence at words `first:last` ready for look-up; `mentions` are its own, in order."""
    starts = [mention.first for mention in mentions]
    return Line(low, first, last, mentions, starts, [mention.sense.kind for mention in mentions])


def next_in(places: list[int], word: int, otherwise: int) -> int:
    """Return the first of `places` at `word` or behind it."""
    at = bisect_left(places, word)
    return places[at] if at < len(places) else otherwise


def last_in(places: list[int], word: int, otherwise: int) -> int:
    """Return the last of `places` before `word`."""
    at = bisect_left(places, word)
    return places[at - 1] if at else otherwise
