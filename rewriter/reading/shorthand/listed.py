"""A heading on a line of its own, and the list below it: what it says governs each of its lines.

"HEP:", "Not done:" and "Next visit:" above a list are read as they are in one line: "Not done: stairs, foam".
"""

from rewriter.reading.words import Words

_BULLETS = frozenset({"-", "*", "\u2022", "\u2192", ">", "\u25cf", "\u25aa", "\u2013"})
_CLOSED = frozenset({".", ";", ","})
# What is listed below these says by itself what it is, or stands under a part of the note that goes on.
NEUTRAL = frozenset(
    "tx rx treatment treatments intervention interventions exercise exercises activity activities nmr nmre neuro "
    "therex te ta session today did done completed performed worked deficit deficits impairment impairments problem "
    "problems finding findings response s o a p subjective objective assessment plan subj obj time mins minutes dx "
    "diagnosis gait balance".split()
)
# These take what is below them out of today's treatment, or say whose or what it is.
GOVERNING = frozenset(
    "hep home goal goals stg ltg stgs ltgs next upcoming tomorrow later future todo deferred declined refused held "
    "hold skipped omitted avoid avoided not unable precautions precaution restrictions pmh hx history cue cues cueing "
    "cuing education edu taught equipment dme last previous prior reports reported".split()
)
_OPENS = frozenset({":", "-"})
_LONGEST_HEADING = 4
_LONGEST_ITEM = 8
# A line that tells who did something, or how it went, is none of a list without marks.
_OWN = frozenset(
    "patient pt therapist he she i tolerated tol tolerates denies denied c/o continue cont plan pain vitals vs bp hr "
    "total".split()
)


def join_lists(words: Words) -> None:
    """Read the lines of a list below a heading that governs them as one line behind its colon."""
    low = words.low
    ends = [at for at, word in enumerate(low) if word == "\n"]
    dropped: set[int] = set()
    commas: list[int] = []
    colons: list[int] = []
    first = number = 0
    while number < len(ends):
        end = ends[number]
        items = _items_below(words, first, ends, number)
        if items:
            (dropped.add if low[end - 1] in _OPENS else colons.append)(end)
            if low[end - 1] == "-":
                colons.append(end - 1)
            for place, (begin, _) in enumerate(items):
                mark = ends[number + place]
                dropped.update(range(mark + 1, begin))
                if place:
                    commas.append(mark)
                    dropped.update({mark - 1} if low[mark - 1] in _CLOSED else ())
        number += max(1, len(items))
        first = ends[number - 1] + 1
    _write(words, dropped, commas, colons)


def _items_below(words: Words, first: int, ends: list[int], number: int) -> list[tuple[int, int]]:
    """Return (first, last) of each line of the list below the heading at words `first:ends[number]`, [] for none."""
    low, end = words.low, ends[number]
    colon = end > first and low[end - 1] in _OPENS
    heading = low[first : end - colon]
    while heading and heading[0] in _BULLETS:
        heading = heading[1:]
    if not 0 < len(heading) <= _LONGEST_HEADING or not all(word[0].isalpha() or word == "/" for word in heading):
        return []
    governs = not GOVERNING.isdisjoint(heading)
    if not governs and (not colon or not NEUTRAL.isdisjoint(heading)):
        return []
    items: list[tuple[int, int]] = []
    marked: bool | None = None
    for line in range(number, len(ends)):
        begin, last = ends[line], ends[line + 1] if line + 1 < len(ends) else len(low)
        body = begin + 1 + (begin + 2 < last and low[begin + 1] in _BULLETS)
        if body == last:
            break
        own = _is_marked(words, begin, body)
        if marked is not None and marked != own:
            break
        marked = own
        if not marked and (not (governs and colon) or not _is_item(low[body:last])):
            break
        items.append((body, last))
    return items


def _is_marked(words: Words, begin: int, body: int) -> bool:
    """A mark stands before word `body` of the line: a dash, or a number that was dropped as one that counts nothing."""
    between = words.text[words.end[begin] : words.start[body]]
    return body > begin + 1 or any(letter.isdecimal() for letter in between)


def _is_item(line: list[str]) -> bool:
    """A short line that is no heading, no sentence and no bare time."""
    own = ":" in line or line[0] in _OWN or (line[0][0].isdecimal() and len(line) <= 2)
    return 0 < len(line) <= _LONGEST_ITEM and not own and "." not in line[:-1]


def _write(words: Words, dropped: set[int], commas: list[int], colons: list[int]) -> None:
    for at in commas:
        words.low[at] = ","
    for at in colons:
        words.low[at] = ":"
    for at in (*commas, *colons):
        words.gap[at], words.said[at] = "", words.low[at]
    for at in (*dropped, *commas, *colons):
        words.gap[at + 1 : at + 2] = [" "] if at + 1 < len(words.gap) else []
    if dropped:
        words.drop(dropped)
