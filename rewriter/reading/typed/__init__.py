"""Typed pieces: the clinical items of a whole text, each with what it belongs to, clause by clause.

In a run-on or a table the next clause or cell goes on with what the one before it named. Nothing here changes a word:
it says how the pieces of a note hang together.
"""

from bisect import bisect_left
from collections.abc import Sequence

from rewriter.reading.reading import Reading
from rewriter.reading.typed.clauses import HEADERS, Clause, split_clauses
from rewriter.reading.typed.heads import Scene, find_head
from rewriter.reading.typed.items import (
    CLINICAL,
    DEEDS,
    FIGURES,
    FINDINGS,
    LONGEST,
    MOTIONS,
    RETRACTED,
    SETTINGS,
    SMALL,
    Item,
    add_plain,
    find_items,
)

_ANCHORS = DEEDS | FINDINGS | {"cue", "code"}
_PLACED = frozenset({"function"})  # often no more than where something was done: "the bathroom door"
_NAMING = frozenset({"surface", "position"})
_SESSION = frozenset({"minute", "hour"})
# Verbs that tell how a thing went on or was given, not what it was.
_EMPTY = frozenset(
    "progress increase decrease reduce improve change fade require need provide give start begin continue receive "
    "demonstrate perform complete present do run work use include report state say deny tolerate".split()
)
_DEEPEST = 8  # heads of heads
_MOST_ROWS = 20


def find_typed(reading: Reading) -> list[Item]:
    """Return the clinical items of a text in order, each with the number of its head in the list, where it has one."""
    typed: list[Item] = []
    for numbers in _runs(reading):
        items = [item for number in numbers for item in find_items(reading, number)]
        clauses = _bind(reading, numbers, items)
        _free_session_time(reading, clauses, items, numbers[-1] == len(reading.sentences) - 1)
        typed += _clinical(items, len(typed))
    return typed


def _runs(reading: Reading) -> list[list[int]]:
    """Return the numbers of the sentences that go on behind each other.

    A semicolon ends no train of thought, and the other side needs no new name: "SLS R 22 s. L 45 s".
    """
    runs: list[list[int]] = []
    for number in range(len(reading.sentences)):
        before = reading.sentences[number - 1]
        goes_on = number and (reading.words.low[before.last] == ";" or _is_other_side(reading, number))
        if goes_on and len(runs[-1]) < _MOST_ROWS:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _is_other_side(reading: Reading, number: int) -> bool:
    """Tell whether a sentence begins with the side that the one before it did not tell of last."""
    here, before = reading.by_sentence[number], reading.by_sentence[number - 1]
    if not here or reading.mentions[here[0]].first != reading.sentences[number].first:
        return False
    opening = reading.mentions[here[0]].sense
    sides = [reading.mentions[index].sense.id for index in before if reading.mentions[index].sense.kind == "side"]
    return opening.kind == "side" and {opening.id, *sides[-1:]} == {"left", "right"}


def _clinical(items: Sequence[Item], offset: int) -> list[Item]:
    """Return the items that are clinical, and what clinical ones belong to, with their heads counted anew."""
    heads = {item.head for item in items if item.kind in CLINICAL}
    kept = [n for n, item in enumerate(items) if item.kind in CLINICAL or n in heads]
    place = {n: offset + at for at, n in enumerate(kept)}
    for n in kept:
        head = items[n].head
        items[n].head = None if head is None else place.get(head)
    return [items[n] for n in kept]


def _bind(reading: Reading, numbers: Sequence[int], items: list[Item]) -> list[Clause]:
    """Give each detail of a run of sentences its head; return the clauses of the run."""
    low = reading.words.low
    kinds: dict[int, set[str]] = {item.first: {item.kind} for item in items}
    for index in (index for number in numbers for index in reading.by_sentence[number]):
        kinds.setdefault(reading.mentions[index].first, set()).add(reading.mentions[index].sense.kind)
    first, last = reading.sentences[numbers[0]].first, reading.sentences[numbers[-1]].last
    if last - first > LONGEST:
        return []
    inner = {at for item in items for at in range(item.first + 1, item.last)}
    clauses = split_clauses(reading.words, first, last, kinds, inner)
    add_plain(reading, clauses, items)
    label: int | None = None
    row: list[int] = []
    done: list[int] = []
    for clause in clauses:
        here = list(_inside(items, clause))
        scene = _make_scene(low, clause, items, here, (row, done, label))
        for n in here:
            head, sure = find_head(scene, n)
            items[n].head = None if _turns_back(items, n, head) else head
            items[n].sure = items[n].sure and sure
        row, done = _go_on(scene)
        label = _label(scene, here)
    return clauses


def _turns_back(items: list[Item], n: int, head: int | None) -> bool:
    """Tell whether a head belongs to the very item that it would be the head of."""
    for _ in range(_DEEPEST):
        if head is None or head == n:
            return head == n
        head = items[head].head
    return True


def _inside(items: list[Item], clause: Clause) -> range:
    """Return the numbers of the items of a clause; items are in order."""

    def place(item: Item) -> int:
        return item.first

    return range(bisect_left(items, clause.first, key=place), bisect_left(items, clause.last, key=place))


def _make_scene(
    low: list[str],
    clause: Clause,
    items: list[Item],
    here: Sequence[int],
    before: tuple[list[int], list[int], int | None],
) -> Scene:
    told = [n for n in here if items[n].state != RETRACTED]
    anchors = [n for n in told if items[n].kind in _ANCHORS]
    where = [n for n in anchors if items[n].kind in _PLACED and _is_place(low, items[n], clause)]
    if len(where) < len(anchors):
        anchors = [n for n in anchors if n not in where]
    deeds = [n for n in anchors if items[n].kind in DEEDS]
    if not deeds:
        moved = [n for n in told if items[n].value in MOTIONS and items[n].kind == "verb" and _is_told(low, items[n])]
        deeds = (moved or [n for n in told if items[n].kind in _NAMING])[:1]
    empty = {n for n in told if (items[n].kind == "verb" and items[n].value in _EMPTY) or low[items[n].first] in SMALL}
    weak = [n for n in told if items[n].kind in SETTINGS | {"verb", "plain", "part"} and n not in empty]
    return Scene(low, clause, items, anchors, deeds, weak, *before)


def _is_place(low: list[str], item: Item, clause: Clause) -> bool:
    """A function behind a preposition says where something was: "froze at the doorway twice"."""
    before = [word for word in low[max(clause.first, item.first - 2) : item.first] if word not in ("the", "a")]
    return before[-1:] != [] and before[-1] in ("at", "in", "near", "by", "through", "inside", "outside", "@")


def _is_told(low: list[str], verb: Item) -> bool:
    """A verb tells of the patient's deed, unless it is a noun, an intention, another's: "the slide", "I sat behind"."""
    return not verb.first or low[verb.first - 1] not in ("the", "a", "to", "of", "i", "we", "therapist")


def _label(scene: Scene, here: Sequence[int]) -> int | None:
    """Return the label that the next clause follows, if it names what is told there: "Falls: 0", not "Reps: 8"."""
    words = scene.low[scene.clause.first : scene.clause.last]
    if not scene.clause.label or HEADERS.issuperset(words):
        return None
    unfit = FIGURES | {"level", "surface", "equipment", "device", "position"}
    return next((n for n in reversed(here) if n in scene.deeds or scene.items[n].kind not in unfit), None)


def _go_on(scene: Scene) -> tuple[list[int], list[int]]:
    """Return what the next clause goes on with: what this one named, and what was done; two where that is in doubt."""
    items = scene.items
    denied = ("negated", "refused", "planned", "historical")
    named = [n for n in sorted({*scene.anchors, *scene.deeds}) if items[n].state not in denied]
    acts = [n for n in scene.deeds if items[n].state not in denied and items[n].kind not in _PLACED]
    if not named:
        loose = [
            n for n in scene.weak if items[n].kind in ("plain", "part") or (items[n].kind == "verb" and not scene.row)
        ]
        return [*scene.row, *loose[-1:], *scene.anchors][-2:], scene.done
    if acts and items[acts[0]].kind in _NAMING and scene.done:
        return [scene.done[-1], *acts], [scene.done[-1], *acts]  # on another surface: the same deed, or a new one
    if acts and scene.done and scene.clause.opener in ("and", "&", "+"):
        return [scene.done[-1], *named], [scene.done[-1], *acts]  # what follows may be told of both
    if acts:
        return named, acts
    if all(items[n].kind in _PLACED for n in named):
        return [*scene.row, *named][-2:], [*scene.done, *named][-2:]
    hurt = [n for n in named if items[n].kind == "impairment"]
    return named, [*scene.done, *hurt][-2:]


def _free_session_time(reading: Reading, clauses: Sequence[Clause], items: list[Item], closing: bool) -> None:
    """Minutes alone in a clause are the session's at the end of the note; else whose they are is not said."""
    for clause in clauses:
        here = [items[n] for n in _inside(items, clause)]
        if len(here) != 1 or here[0].mention is None or clause.label or clause.cell:
            continue
        sense, head = reading.mentions[here[0].mention].sense, here[0].head
        if sense.kind != "duration" or sense.group not in _SESSION or " x " in sense.label:
            continue
        if head is None or items[head].kind not in ("treatment", "code"):
            here[0].head, here[0].sure = None, (closing and clause is clauses[-1]) or len(clauses) == 1
