"""A heading and the list behind it in one line: what it says governs all of the list, and not its first item alone.

"Goal: gait 150 ft SBA; stairs x4 CGA" and "LTGs: 1. gait 150 ft. 2. stairs x4" are read as with commas. Where the
semicolon parts the whole note, the heading is one item of it.
"""

from rewriter.reading.words import Words

# These take what is listed behind them out of today's treatment.
_HEADS = frozenset(
    "hep home goal goals stg ltg stgs ltgs next upcoming tomorrow later future deferred declined refused skipped "
    "omitted avoid avoided not unable pmh hx history last previous prior prev plof eval evaluation baseline adm "
    "admission yesterday".split()
)
_STOPS = frozenset({".", "\n", "!", "?", ";"})
_LONGEST_HEADING = 4
_LONGEST_ITEM = 10


def join_ranges(words: Words) -> None:
    """Read the marks inside a list behind a governing heading as commas."""
    low = words.low
    semicolons = [at for at, word in enumerate(low) if word == ";"]
    first = 0
    while first < len(low):
        end = next((at for at in range(first, len(low)) if low[at] in _STOPS), len(low))
        if not _opens_list(low, first, end):
            first = end + 1
            continue
        marks: list[int] = []
        while end < len(low) and _goes_on(words, end):
            marks.append(end)
            end = next((at for at in range(end + 1, len(low)) if low[at] in _STOPS), len(low))
        if all(first < at <= end for at in semicolons) or not any(low[at] == ";" for at in marks):
            for at in marks:
                low[at], words.said[at] = ",", ","
        first = end + 1


def _opens_list(low: list[str], first: int, end: int) -> bool:
    """A heading that governs its list opens words `first:end`."""
    colon = next((at for at in range(first + 1, min(end, first + _LONGEST_HEADING + 1)) if low[at] == ":"), None)
    return colon is not None and not _HEADS.isdisjoint(low[first:colon]) and colon + 1 < end


def _goes_on(words: Words, mark: int) -> bool:
    """One more item stands behind the mark: a short one behind a semicolon, or one with a number before it."""
    low = words.low
    end = next((at for at in range(mark + 1, len(low)) if low[at] in _STOPS), len(low))
    if not 0 < end - mark - 1 <= _LONGEST_ITEM or ":" in low[mark + 1 : end]:
        return False
    if low[mark] == ";":
        return True
    between = words.text[words.end[mark] : words.start[mark + 1]]
    return low[mark] == "." and any(letter.isdecimal() for letter in between)
