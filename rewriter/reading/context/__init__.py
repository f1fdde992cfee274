"""Context of what is mentioned: negated, possible, planned, historical, said by the patient.

Directional cues with scopes, after the ConText algorithm (Harkema et al., 2009): a cue opens a scope to its right
(`forward`) or left (`backward`), over its clause (`both`), to the side that the grammar of its place asks for
(`either`: "declined stairs", "stairs declined"), or over the word it is joined to (`joined`: "pain free"); a longer
`pseudo` form takes a cue's words without opening one. Here the scopes become bits of the mentions inside them; `cues`
decides the side, `marks` finds where scopes may end, `reach` puts both together.
"""

from collections.abc import Iterable, Iterator

from rewriter.reading.context.cues import is_said_of_left, open_cues
from rewriter.reading.context.marks import find_marks
from rewriter.reading.context.places import Line, make_line
from rewriter.reading.context.reach import find_reach, find_start
from rewriter.reading.context.uncued import find_doubts, find_former, find_plans, has_signs
from rewriter.reading.context.undone import find_undone
from rewriter.reading.mentions import TROUBLES, Mention

NEGATED, POSSIBLE, PLANNED, HISTORICAL, REPORTED, REFUSED, INTACT = 1, 2, 4, 8, 16, 32, 64
NAMES = {
    NEGATED: "negated",
    POSSIBLE: "possible",
    PLANNED: "planned",
    HISTORICAL: "historical",
    REPORTED: "reported",
    REFUSED: "refused",
    INTACT: "intact",
}
_BITS = {
    "negation": NEGATED,
    "possible": POSSIBLE,
    "planned": PLANNED,
    "historical": HISTORICAL,
    "reported": REPORTED,
    "refusal": REFUSED | NEGATED,
}
_CUES = frozenset(_BITS) | {"intact"}

Scope = tuple[int, int, int]

# What was found by a kind of cue, and whether the cue stands behind it: the words it holds.
_Found = dict[tuple[str, bool], list[tuple[int, int]]]


def find_context(low: list[str], mentions: list[Mention], first: int, last: int) -> tuple[list[int], list[Scope]]:
    """Return a bit set for each mention of the sentence at words `first:last`, and its scopes."""
    bits = [0] * len(mentions)
    cues = [mention for mention in mentions if mention.sense.kind in _CUES]
    signs = has_signs(low, first, last)
    if not cues and not signs:
        return bits, []
    line = make_line(low, mentions, first, last)
    found: _Found = {}
    scopes: list[Scope] = []
    opening = open_cues(line, cues)
    intact = [cue for cue in cues if cue.sense.kind == "intact" and is_said_of_left(line, cue)]
    marks = find_marks(line) if opening or intact else None
    if marks is not None:
        for cue in opening:
            kind = cue.sense.kind
            for left, right, behind in find_reach(line, cue, marks):
                found.setdefault((kind, behind), []).append((left, right))
                scopes.append((min(left, cue.first), max(right, cue.last), _BITS[kind]))
    for span, end in find_undone(line) if cues else ():
        found.setdefault(("negation", True), []).append(span)
        scopes.append((span[0], end, NEGATED))
    if signs:
        found.setdefault(("planned", False), []).extend(find_plans(line))
        found.setdefault(("historical", False), []).extend(find_former(line))
        doubts, denied = find_doubts(line)
        found.setdefault(("negation", True), []).extend(denied)
        scopes += [(left, right, NEGATED) for left, right in denied]
        scopes += [(left, right, POSSIBLE) for left, right in doubts]
        for at in _inside(line, doubts):
            bits[at] |= POSSIBLE
    _mark(line, bits, found)
    if marks is not None:
        for cue in intact:
            if not bits[line.first_from(cue.first)] & NEGATED:  # not so in "not yet normal"
                _spread_intact(line, bits, find_start(line, cue, marks, False), cue.first)
    return bits, scopes


def _mark(line: Line, bits: list[int], found: _Found) -> None:
    """Set the bits of what was found. People are not denied, past or planned by what is said of them."""
    for (kind, behind), spans in found.items():
        of_people = kind == "reported" or (kind == "negation" and not behind)
        for at in _inside(line, spans):
            of = line.kinds[at]
            if of == "diagnosis" and kind == "historical" and behind:
                continue  # "stroke two weeks ago": it began then, and is still had
            if of != kind and (of != "person" or of_people):
                bits[at] |= _BITS[kind]


def _inside(line: Line, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield, each once, the indexes of the mentions that begin inside any of the spans."""
    done = 0
    for left, right in sorted(spans):
        if right > max(left, done):
            yield from range(line.first_from(max(left, done)), line.first_from(right))
            done = right


def _spread_intact(line: Line, bits: list[int], left: int, right: int) -> None:
    """Mark what stands left of "intact": an ability is intact, a deficit or a symptom is denied."""
    for at in _inside(line, [(left, right)]):
        if line.kinds[at] in TROUBLES:
            bits[at] |= NEGATED
        elif line.kinds[at] == "ability":
            bits[at] |= INTACT
