"""The small word that belongs before a word of a telegraphic piece: "the" before a body part, "with" before help."""

from rewriter.body import OPPOSITE, SIDES
from rewriter.lexicon import nominal
from rewriter.pattern import late
from rewriter.reading.mentions import ALONE, QUANTITIES, TASKS, Mention
from rewriter.reading.pieces.seams import CUE_ENDS, leads_level
from rewriter.reading.reading import Reading
from rewriter.reading.surface.bridges import cue_word, link_word, reaches_part, takes_level

_PLACES = frozenset("on onto at in to of over for from into through behind toward against".split())
# What is given to a part of the body, and what goes on behind the part.
_GIVEN_TO = frozenset(
    "stimulation nmes tapping massage mobilization mobilizations approximation vibration traction compression brushing "
    "icing taping biofeedback".split()
)
_BEHIND_PARTS = frozenset("for to during with x prone supine seated sidelying sitting standing in at".split())
# Grades of a muscle, and how many words one takes.
_GRADED = frozenset({"modified_ashworth", "tardieu", "manual_muscle_test", "muscle_tone"})
_FELT_IN = late(r"^pain|_pain$|ache|soreness|tingling|numbness|stiffness")
_LONGEST_GRADE = 8
# What is seen of the skin or a limb, and where.
_SWOLLEN = frozenset({"redness", "edema", "swelling", "bruising", "numbness", "tingling"})
_SEEN_ON = _SWOLLEN | {"area", "spot", "mark", "blister", "bruise"}
# What a bare figure may be the value of.
_FAR = 9
_VALUED = frozenset({"measure", "vital", "ability", "symptom", "part"})
_DETERMINED = frozenset("the a an his her their my both bilateral each affected this that one no".split())
# A level of help behind them is no part of theirs: "x5 B CGA".
_BOTH = frozenset({"both", "bilateral", "each"})


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
    helped = any(m.sense.kind == "level" and m.sense.group not in ALONE for m in here) or leads_level(reading, at + 1)
    if at == first or before in (_DETERMINED - _BOTH if helped else _DETERMINED) or reading.words.gap[at] == "-":
        return ""  # a joined word is one: "in-toe"
    if linked := link_word(reading, at, inside, here):
        return linked
    if (
        helped
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
    if "side" in kinds and fallen and not reaches_part(reading, at, inside):
        return "to the"
    if kinds & {"side", "part"} and not _is_bilateral(here) and _is_graded(reading, at):
        return "in the"
    if kinds & {"side", "part"} and not _is_bilateral(here):
        done = kind == "action" and any(
            reading.mentions[i].last == at and reading.mentions[i].sense.kind == "verb" for i in inside
        )
        if (before in _PLACES or before == "@" or done) and reaches_part(reading, at, inside):
            return "the"
        cue_before = any(
            reading.mentions[i].last == at
            and reading.mentions[i].sense.kind == "cue"
            and reading.mentions[i].sense.group in ("manual", "tactile")
            for i in inside
        )
        if cue_before and _runs_on_parts(reading, at, last, inside):
            return "to the" if "part" in kinds or reaches_part(reading, at, inside) else "on the"  # "knee block R"
        moved = low[at - 3 : at] == ["range", "of", "motion"]
        if (moved or before in _GIVEN_TO) and _is_given_there(reading, at, last, inside):
            return "of the" if moved else "to the"
        deficit = (
            any(
                reading.mentions[i].last == at and reading.mentions[i].sense.kind in ("impairment", "ability")
                for i in inside
            )
            and nominal([low[at - 1]], {}) == low[at - 1]
        )
        aimed = any(reading.mentions[i].sense.kind == "link" and reading.mentions[i].last < at for i in inside)
        if (kind in ("impairment", "finding") or aimed) and deficit and reaches_part(reading, at, inside):
            return "of the"  # "poor proprioception R LE", and "for poor proprioception R LE"
    if (
        kinds & {"side", "part"}
        and before in _SEEN_ON
        and not _is_bilateral(here)
        and reaches_part(reading, at, inside)
    ):
        return "of the" if before in _SWOLLEN else "on the"  # "red spot L heel"
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


def _aftersay_quantity(reading: Reading, at: int, inside: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in QUANTITIES for i in inside)


def _is_graded(reading: Reading, at: int) -> bool:
    """A grade of tone, strength or pain ends before word `at`, which says what it is of: "MAS 1+ elbow flexors"."""
    near = [reading.mentions[i] for i in reading.between(max(0, at - _LONGEST_GRADE), at)]
    begin = next((m.first for m in near if m.last == at and m.sense.kind in QUANTITIES), None)
    return any(m.last == begin and (m.sense.id in _GRADED or _FELT_IN.search(m.sense.id)) for m in near)


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


def _is_given_there(reading: Reading, at: int, last: int, inside: list[int]) -> bool:
    """A part of the body is told from word `at` on, and how or how long behind it: "NMES R quad 10 min"."""
    end = _skip_parts(reading, at, last, inside)
    behind = reading.words.low[end] if end < last else "."
    named = any(reading.mentions[i].sense.kind == "part" and at <= reading.mentions[i].first < end for i in inside)
    return named and (not behind[0].isalpha() or behind in _BEHIND_PARTS)


def _runs_on_parts(reading: Reading, at: int, last: int, inside: list[int]) -> bool:
    """Only sides, parts and "and" follow: "glutes and abdominals", not "toes up"."""
    covered = _skip_parts(reading, at, last, inside)
    return covered == last or reading.words.low[covered] in ("for", "to", "during", "with", "x")


def _skip_parts(reading: Reading, at: int, last: int, inside: list[int]) -> int:
    """Return the word behind the sides and parts that begin at word `at`."""
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
    return covered
