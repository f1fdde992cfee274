"""Heads: what one detail of a note belongs to, by what its clause names and what the clauses before it did.

"40 feet with the walker, CGA": the distance, the device and the help belong to one walk. A detail is bound only where
one head fits; where two do ("squats and lunges x10 each") the nearer is named as unsure.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.reading.mentions import CHANGES, TROUBLES
from rewriter.reading.typed.clauses import Clause
from rewriter.reading.typed.items import DEEDS, FIGURES, FINDINGS, RETRACTED, SETTINGS, Item

_UNITED = frozenset({"equipment", "plain", "impairment", "verb"})
_TOWARD = frozenset("on for during when while over through doing".split())
_AMID = frozenset("with w/ in at".split())
_PRESSURES = frozenset({"blood_pressure", "vital_signs", "bp", "vitals"})
_LONG = frozenset("day days week weeks month months year years".split())
_GOVERNING = frozenset("with w/ using after during before on for at via per in by to from".split())
_RECENT = 12

Bound = tuple[int | None, bool]
_FREE: Bound = (None, True)


class Scene(NamedTuple):
    """One clause and what goes before it in its sentence; numbers are places in `items`.

    `anchors` are what the clause names, `deeds` those of them that were done, `weak` what can stand in for them.
    `row` are the anchors, `done` the deeds of the nearest clause before that has any; `label` is the label it follows.
    """

    low: list[str]
    clause: Clause
    items: list[Item]
    anchors: list[int]
    deeds: list[int]
    weak: list[int]
    row: list[int]
    done: list[int]
    label: int | None


def find_head(scene: Scene, n: int) -> Bound:
    """Return the head of item `n`, or None, and whether that is sure."""
    kind, replaced = scene.items[n].kind, scene.items[n].replaces
    if replaced is not None and replaced.head is not None:
        return replaced.head, replaced.sure
    if kind == "level":
        return _head_of_level(scene, n)
    if kind in FIGURES or kind in CHANGES:
        head, sure = _head_of_figure(scene, n)
        if head is None or not _can_have(scene.items[head], scene.items[n]) or (kind == "pressure" and head > n):
            return _FREE
        behind = scene.low[scene.items[n].last : scene.clause.last][:1]
        return head, sure and behind != ["each"]  # of each of several
    if kind == "side":
        return _head_of_side(scene, n)
    if kind in ("part", "deficit"):
        return _beside(scene, n) or _nearest(scene, n)
    if kind in SETTINGS:
        return _FREE if n in scene.deeds else _head_of_setting(scene, n)
    if kind == "cue":
        return _head_of_cue(scene, n)
    if (
        kind == "plain"
        and n
        and scene.items[n - 1].kind == "number"
        and scene.items[n - 1].last == scene.items[n].first
    ):
        head = _before(scene.anchors, n)  # a unit: "4 laps", "5 tries"
        return (head, True) if head is not None else _carried(scene, scene.done)
    if kind in ("plain", "verb") and n not in scene.deeds:
        return _before(scene.anchors, n), True
    return _FREE


def _head_of_level(scene: Scene, n: int) -> Bound:
    """Help belongs to what it is given "with" or "on", else to the deed or finding before it, else to what follows."""
    item, low = scene.items[n], scene.low
    behind = low[item.last] if item.last < scene.clause.last else ""
    helped = [k for k in (*scene.deeds, *scene.anchors) if scene.items[k].kind != "cue"]
    helped = sorted(set(helped))
    done = [k for k in scene.deeds if k != n]
    if behind in _TOWARD or (behind in _AMID and _before(done, n) is None):
        after = _after(sorted({*helped, *scene.weak} if behind in _TOWARD else done), n)
        if after is not None and scene.items[after].kind != "part":
            return after, True
    before = _before(helped, n)
    after = _after(helped, n)
    weak = _before(scene.weak, n)
    if before is None and weak is not None and scene.items[weak].kind != "part":
        before = weak
    recent = scene.items[max(0, n - _RECENT) : n]
    helped_before = any(other.kind == "level" and other.head == before for other in recent)
    if after is not None and before is not None and scene.items[after].first == item.last and helped_before:
        return after, True  # "standby on the straight parts contact guard turning"
    if before is not None:
        return before, not _is_shared(scene, n, before)
    if after is not None:
        return after, True
    return _carried(scene, scene.done)


def _head_of_figure(scene: Scene, n: int) -> Bound:
    """A figure belongs to the side or level it stands beside, else to what its clause names before or behind it."""
    items, item = scene.items, scene.items[n]
    previous = n - 1
    while previous >= 0 and items[previous].state == RETRACTED:
        previous -= 1
    beside = previous >= 0 and items[previous].last == item.first and items[previous].first >= scene.clause.first
    hurt = n + 1 < len(items) and items[n + 1].first == item.last and items[n + 1].kind in TROUBLES
    if beside and items[previous].kind == "level" and hurt:
        return n + 1, True  # "min A x2 LOB"
    if beside and items[previous].kind == "level":
        return previous, _before(scene.deeds, n) is None  # persons or repetitions
    follows = [k for k in (n + 1, n + 2) if k < len(items) and items[k].kind == "side"][:1]
    if follows and scene.low[item.last : items[follows[0]].first] in (["on"], ["on", "the"], ["to"], ["to", "the"]):
        return follows[0], True  # "eight on the right"
    behind = _side_behind(scene, n)
    if beside and items[previous].kind == "side":
        if not _is_figure_first(scene, previous):
            return previous, True
        return (previous, False) if behind is None else (behind, True)
    if behind is not None:
        return behind, True
    if beside and items[previous].kind in ("measure", "vital"):
        return previous, True
    counts = (
        item.kind in ("number", "ordinal")
        and n + 1 < len(items)
        and items[n + 1].first == item.last < scene.clause.last
    )
    if counts and items[n + 1].kind in _UNITED | ({"part"} if item.kind == "ordinal" else set()):
        return n + 1, True  # "six cones", "4 laps"
    anchors = [k for k in scene.anchors if items[k].kind != "cue" or items[k].state != "negated"]
    anchors = [k for k in anchors if _can_have(items[k], item)]
    if beside and items[previous].kind == "plain" and (item.kind == "number" or _before(anchors, n) is None):
        return previous, True
    head = _before(anchors, n)
    if head is None and anchors and _leads(scene, n, anchors[0]):
        head = anchors[0]
    if head is not None and item.kind == "duration" and "total" in scene.low[items[head].last : item.first]:
        return _FREE  # of the session, not of what was named last
    if head is not None:
        flow = item.kind == "number" and scene.low[item.first - 1] == "on" and items[head].kind in ("measure", "vital")
        return head, not flow and not _is_shared(scene, n, head)  # "SpO2 on 2 L"
    if n in scene.deeds:
        return _FREE
    return _weak_head(scene, n, anchors)


def _side_behind(scene: Scene, n: int) -> int | None:
    """Return the side that closes what is told with a figure: "58 cm L, 66 cm R"; not so in "x10 R hand"."""
    items = scene.items
    if n + 1 >= len(items) or items[n + 1].kind != "side" or items[n + 1].first != items[n].last:
        return None
    closes = items[n + 1].last >= scene.clause.last
    follows = n + 2 < len(items) and items[n + 2].first == items[n + 1].last and items[n + 2].kind in FIGURES
    return n + 1 if closes or follows else None


def _can_have(head: Item, figure: Item) -> bool:
    """A pressure is no heart rate, and minutes are no time since a stroke."""
    if figure.kind == "pressure":
        return head.kind in ("position", "verb", "plain", "side") or head.value in _PRESSURES
    return not (figure.kind == "duration" and head.kind == "diagnosis") or _is_long(figure)


def _is_long(figure: Item) -> bool:
    return figure.kind == "duration" and not _LONG.isdisjoint(figure.label.replace("-", " ").split())


def _is_figure_first(scene: Scene, side: int) -> bool:
    """In "54 L 92 R" each side belongs to the figure before it, so which figure a side has is not plain."""
    items = scene.items
    return (
        side > 0
        and items[side - 1].kind in FIGURES
        and items[side - 1].last == items[side].first
        and items[side - 1].first >= scene.clause.first
        and (side < 2 or items[side - 2].kind != "side")
    )


def _weak_head(scene: Scene, n: int, anchors: Sequence[int]) -> Bound:
    """Return what a figure belongs to where its clause names it by no more than a surface, a verb or a plain word."""
    items, low = scene.items, scene.low
    choices: tuple[Sequence[int], ...] = (scene.deeds, [k for k in scene.weak if items[k].kind != "part"], scene.weak)
    for candidates in choices:
        near = _before(candidates, n)
        if near is not None:
            return near, True
    for candidates in (*choices, anchors):
        near = _after(candidates, n)
        if near is None:
            continue
        if _is_long(items[n]) or _GOVERNING.isdisjoint(low[items[n].last : items[near].first]):
            return near, candidates is not anchors
        carried = _carried_figure(scene, n)  # "up to 94 with breathing": 94 is told of what came before
        return carried if carried[0] is not None else (near, False)
    return _carried_figure(scene, n)


def _leads(scene: Scene, n: int, head: int) -> bool:
    """A figure stands before its noun: "3x10 squats", "20 feet of gait", "two losses of balance"."""
    items = scene.items
    if items[head].kind in ("measure", "vital") and head + 1 < len(items) and items[head + 1].first == items[head].last:
        return False  # its own figure follows: "136/78 HR 70"
    told = {at for k in range(n + 1, head) for at in range(scene.items[k].first, scene.items[k].last)}
    between = range(scene.items[n].last, scene.items[head].first)
    modified = all(scene.items[k].kind in FIGURES | {"side", "deficit"} for k in range(n + 1, head))
    return modified and all(at in told or scene.low[at] in ("of", "the", "a", "more") for at in between)


def _carried_figure(scene: Scene, n: int) -> Bound:
    """A figure alone in its clause goes on where the one before it stopped: "R 12, L 7", "40, 35, 15 seconds"."""
    items = scene.items
    before = n - 1
    head, sure = _carried(scene, scene.row)
    if before >= 0 and items[before].last >= scene.clause.first - 1 and items[before].first < scene.clause.first:
        if items[before].kind == "side" and scene.clause.opener == ":":
            return before, True
        if items[before].kind in FIGURES and items[before].head is not None:
            head, sure = items[before].head, items[before].sure
    # A bare number behind a deed may still be told of what was measured before: "HR 118, sat 3 min, 96".
    bare = items[n].kind == "number" and head is not None and items[head].kind in DEEDS | {"verb"}
    measured = bare and any(item.kind in ("measure", "vital") for item in items[max(0, n - _RECENT) : n])
    return head, sure and not measured


def _head_of_side(scene: Scene, n: int) -> Bound:
    """A side belongs to the part it stands beside, else to what it stands beside, else to what its clause names."""
    items, item = scene.items, scene.items[n]
    for k in (n + 1, n - 1):
        if not 0 <= k < len(items) or items[k].state == RETRACTED:
            continue
        near = items[k].first == item.last if k > n else items[k].last == item.first
        if near and items[k].kind == "part":
            return k, True
    toward = item.first > 0 and scene.low[item.first - 1] == "to"  # "sway to R every set": of what stands before
    for kinds in (FINDINGS | DEEDS | {"equipment", "device", "position", "surface"}, {"plain", "verb"}):
        for k in (n - 1,) if toward else (n + 1, n - 1):
            if not 0 <= k < len(items) or items[k].kind not in kinds or items[k].state == RETRACTED:
                continue
            near = items[k].first == item.last if k > n else items[k].last == item.first
            if near and scene.clause.first <= items[k].first < scene.clause.last and not _has_side(items, k, n):
                return k, True
    return _nearest(scene, n)


def _has_side(items: list[Item], head: int, n: int) -> bool:
    """The other side is told of a thing already: "L overshoots R ok"."""
    mine = items[n].value
    return any(
        items[k].kind == "side" and items[k].head == head and items[k].value != mine for k in range(max(0, n - 3), n)
    )


def _head_of_setting(scene: Scene, n: int) -> Bound:
    """Surface, device, position and vision belong to what was done there; without a deed the first of them names it."""
    head = _before(scene.deeds, n)
    head = _after(scene.deeds, n) if head is None else head
    if head is not None:
        return head, True
    return _carried(scene, scene.done)


def _head_of_cue(scene: Scene, n: int) -> Bound:
    """A cue belongs to what it was given for; one that stands alone is a thing done in its own right."""
    head = _before(scene.deeds, n)
    head = _after(scene.deeds, n) if head is None else head
    if head is not None:
        return head, True
    able = _before([k for k in scene.anchors if scene.items[k].kind == "ability"], n)
    if able is not None:
        return able, True  # "ankle strategy cued"
    head, sure = _carried(scene, scene.done)
    return (head, True) if sure else _FREE


def _beside(scene: Scene, n: int) -> Bound | None:
    """Return what a part or a deficit stands right before: "knee buckled", "impaired balance", "elbow flexors"."""
    items = scene.items
    if n + 1 < len(items) and items[n + 1].first == items[n].last and items[n + 1].kind in FINDINGS | DEEDS:
        return n + 1, True
    return None


def _nearest(scene: Scene, n: int) -> Bound:
    """Return what the clause names before an item, else behind it, else what the row goes on with."""
    weak = [k for k in scene.weak if k < n or scene.items[k].kind != "part"]
    for candidates in (scene.anchors, weak, scene.deeds):
        head = _before(candidates, n)
        head = _after(candidates, n) if head is None else head
        if head is not None:
            return head, True
    head, sure = _carried(scene, scene.row)
    alike = head is not None and scene.items[head].kind == scene.items[n].kind
    return _FREE if alike else (head, sure)


def _carried(scene: Scene, row: Sequence[int]) -> Bound:
    """Return the label before the clause, or the last of what the clauses before have named: sure where it is one."""
    if scene.label is not None:
        return scene.label, True
    if scene.clause.cell and scene.done:
        row = scene.done
    return (row[-1], len(row) == 1 and scene.items[row[-1]].kind != "plain") if row else _FREE


def _is_shared(scene: Scene, n: int, head: int) -> bool:
    """A detail that is told of "each", or behind two deeds joined by a stroke, belongs to more than the nearest."""
    items = scene.items
    behind = scene.low[items[n].last] if items[n].last < scene.clause.last else ""
    before = _before(scene.deeds, head)
    between = scene.low[items[before].last : items[head].first] if before is not None else []
    joined = scene.clause.opener in ("and", "&", "+") and scene.anchors[:1] == [head] and bool(scene.done)
    bare = joined and not any(items[k].head in scene.done for k in range(max(0, n - _RECENT), n))
    alone = items[n].last + 1 >= scene.clause.last
    return (behind in ("both", "either") and alone) or "/" in between or bare


def _before(candidates: Sequence[int], n: int) -> int | None:
    return next((other for other in reversed(candidates) if other < n), None)


def _after(candidates: Sequence[int], n: int) -> int | None:
    return next((other for other in candidates if other > n), None)
