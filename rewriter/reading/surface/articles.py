"""The small word that belongs before a word of a telegraphic piece: "the" before a body part, "with" before help."""

from rewriter.body import OPPOSITE, SIDES
from rewriter.lexicon import nominal
from rewriter.reading.mentions import ALONE, QUANTITIES, TASKS, Mention
from rewriter.reading.pieces.seams import CUE_ENDS, leads_level
from rewriter.reading.reading import Reading
from rewriter.reading.surface.bridges import cue_word, ends_phrase, link_word, takes_level

_PLACES = frozenset("on onto at in to of over for from into through behind toward against".split())
# There is one of each where the patient is: "at sink" is "at the sink", but "from wall to wall" stays.
_FIXTURES = frozenset(
    "sink counter countertop mat kitchen bathroom bedroom hallway gym room floor wall table hall stairwell fridge "
    "microwave stove mirror doorframe porch curb".split()
)
_AT_FIXTURES = frozenset({"in", "at", "on", "against", "@"})
# What is seen of the skin or a limb, and where.
_SWOLLEN = frozenset({"redness", "edema", "swelling", "bruising", "numbness", "tingling"})
_SEEN_ON = _SWOLLEN | {"area", "spot", "mark", "blister", "bruise"}
# What a bare figure may be the value of.
_FAR = 9
_VALUED = frozenset({"measure", "vital", "ability", "symptom", "part"})
_WAYS = frozenset({"to", "on", "onto", "toward", "towards", "from"})
_DETERMINED = frozenset("the a an his her their my both bilateral each affected this that one no".split())


def small_word(
    reading: Reading,
    at: int,
    first: int,
    last: int,
    inside: list[int],
    here: list[Mention],
    before: str,
    kind: str,
) -> str:
    """Return the small word that belongs before word `at`: an article, or a cue's preposition."""
    kinds = {m.sense.kind for m in here}
    low = reading.words.low
    if at == first or before in _DETERMINED or reading.words.gap[at] == "-":
        return ""  # a joined word is one: "in-toe"
    if linked := link_word(reading, at, inside, here):
        return linked
    if (
        (any(m.sense.kind == "level" and m.sense.group not in ALONE for m in here) or leads_level(reading, at + 1))
        and before not in CUE_ENDS
        and before[0].isalnum()
        and (kind in ("impairment", "response", "finding") or takes_level(reading, at, inside))
    ):
        led = (before in SIDES and low[at - 2] == "with") or before == "blocked"
        return ", with" if led else "with"
    if kind == "assist" and kinds & TASKS and before not in CUE_ENDS and _ends_level(reading, at, inside):
        return "for"  # "CGA amb"
    if low[at : at + 2] == ["edge", "of"] and before[0].isalnum() and before not in _PLACES:
        return "at"
    fallen = any(reading.mentions[i].last == at and reading.mentions[i].sense.id == "loss_of_balance" for i in inside)
    if "side" in kinds and fallen and not _reaches_part(reading, at, inside):
        return "to the"
    if kinds & {"side", "part"} and not _is_bilateral(here):
        done = kind == "action" and any(
            reading.mentions[i].last == at and reading.mentions[i].sense.kind == "verb" for i in inside
        )
        if (before in _PLACES or before == "@" or done) and _reaches_part(reading, at, inside):
            return "the"
        cue_before = any(
            reading.mentions[i].last == at
            and reading.mentions[i].sense.kind == "cue"
            and reading.mentions[i].sense.group in ("manual", "tactile")
            for i in inside
        )
        if cue_before and _runs_on_parts(reading, at, last, inside):
            return "to the"
        deficit = (
            any(
                reading.mentions[i].last == at and reading.mentions[i].sense.kind in ("impairment", "ability")
                for i in inside
            )
            and nominal([low[at - 1]], {}) == low[at - 1]
        )
        aimed = any(reading.mentions[i].sense.kind == "link" and reading.mentions[i].last < at for i in inside)
        if (kind in ("impairment", "finding") or aimed) and deficit and _reaches_part(reading, at, inside):
            return "of the"  # "poor proprioception R LE", and "for poor proprioception R LE"
    if low[at] in _FIXTURES and before in _AT_FIXTURES and ends_phrase(reading, at + 1):
        # not "push-in gym", nor "18 in mat"
        joined = reading.words.gap[at - 1] == "-" or low[at - 2][0].isdecimal()
        return "" if joined or _aftersay_quantity(reading, at, inside) else "the"
    if (
        kinds & {"side", "part"}
        and before in _SEEN_ON
        and not _is_bilateral(here)
        and _reaches_part(reading, at, inside)
    ):
        return "of the" if before in _SWOLLEN else "on the"  # "red spot L heel"
    if "side" in kinds and before in _WAYS and not _is_bilateral(here) and low[at - 2] not in SIDES:
        behind = low[at + 1 : last][:1]
        if behind != ["to"] and (not behind or behind[0] in CUE_ENDS | {"side"} or not behind[0][0].isalnum()):
            return "the"  # "weight shift to right in parallel bars", but "right to left"
    closed = at + 1 == last or low[at + 1] in (",", "/", "and")
    if closed and "side" in kinds and not _is_bilateral(here) and _ends_sets(reading, at, inside):
        return "on the"  # "3x8 R, 2x8 L"
    sides = [i for i in inside if reading.mentions[i].sense.kind == "side"]
    if (
        "side" in kinds
        and at + 1 == last
        and len(sides) == 1
        and not _is_bilateral(here)
        and (
            (_aftersay_quantity(reading, at, inside) and not _counts_unnamed(reading, at, inside))
            or (kind == "assist" and _ends_level(reading, at, inside))
            or (kind == "action" and any(reading.mentions[i].last == at and _is_muscle(reading, i) for i in inside))
        )
    ):
        return "on the"
    return cue_word(reading, at, inside, kinds) if before else ""


def is_part(reading: Reading, first: int, last: int, inside: list[int]) -> bool:
    """Words `first:last` are a part of the body, with its side: what a therapist did was done to "the left knee"."""
    held = [reading.mentions[i] for i in inside]
    begin = next((m.last for m in held if m.sense.kind == "side" and m.first == first), first)
    part = any(m.sense.kind == "part" and (m.first, m.last) == (begin, last) for m in held)
    return part and not _is_bilateral(held)


def _is_muscle(reading: Reading, index: int) -> bool:
    return reading.mentions[index].sense.kind == "part" and reading.mentions[index].sense.group == "muscle"


def _is_bilateral(here: list[Mention]) -> bool:
    return any(m.sense.id in ("bilateral", "both") for m in here)


def _reaches_part(reading: Reading, at: int, inside: list[int]) -> bool:
    """The words from `at` are [side] [part] in the singular, so that "the" may stand before them."""
    for index in inside:
        mention = reading.mentions[index]
        if (
            mention.sense.kind == "part"
            and ends_phrase(reading, mention.last)
            and (
                mention.first == at
                or any(
                    reading.mentions[k].first == at
                    and reading.mentions[k].sense.kind == "side"
                    and reading.mentions[k].last == mention.first
                    for k in inside
                )
            )
        ):
            return True
    return False


def _aftersay_quantity(reading: Reading, at: int, inside: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in QUANTITIES for i in inside)


def _counts_unnamed(reading: Reading, at: int, inside: list[int]) -> bool:
    """A bare figure before the side is no value of anything: "5 pr 3 R" may be so many right."""
    ended = [reading.mentions[i] for i in inside if reading.mentions[i].last == at]
    bare = any(m.sense.kind == "number" and (m.first == 0 or reading.words.gap[m.first] != "") for m in ended)
    low = reading.words.low
    compared = OPPOSITE[low[at]] in low[max(0, at - _FAR) : at + _FAR]  # "48 cm L, 46 R"
    valued = any(reading.mentions[i].sense.kind in _VALUED for i in inside)
    return bare and all(m.sense.kind not in QUANTITIES - {"number"} for m in ended) and not valued and not compared


def _ends_sets(reading: Reading, at: int, inside: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.group == "sets" for i in inside)


def _ends_level(reading: Reading, at: int, inside: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind == "level" for i in inside)


def _runs_on_parts(reading: Reading, at: int, last: int, inside: list[int]) -> bool:
    """Only sides, parts and "and" follow: "glutes and abdominals", not "toes up"."""
    covered = at
    while covered < last:
        step = [
            reading.mentions[i].last
            for i in inside
            if reading.mentions[i].first == covered and reading.mentions[i].sense.kind in ("side", "part")
        ]
        if step:
            covered = max(step)
        elif reading.words.low[covered] in (
            "and",
            "+",
            "&",
            "/",
            ",",
            "lateral",
            "medial",
            "lower",
            "upper",
            "anterior",
            "posterior",
        ):
            covered += 1
        else:
            break
    return covered == last or reading.words.low[covered] in ("for", "to", "during", "with", "x")
