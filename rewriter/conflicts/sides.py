"""Two sides for one condition or joint; two weight-bearing orders for one limb."""

from collections.abc import Iterator

from rewriter.checks import Case, evidence
from rewriter.conflicts.told import Told, clause_of, find_contradiction, report, sentence_of
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.reading import Mention, Reading
from rewriter.reading.context import REPORTED
from rewriter.rule import Rule

_OPPOSITE = {"left": "right", "right": "left"}
_OTHER = frozenset(
    "than vs versus > < contralateral sound uninvolved unaffected uninjured other opposite compared".split()
)
# What says that there are two of a condition.
_TWO = frozenset(
    "old new prior previous previously history bilateral bilaterally both other another contralateral also second 2nd "
    "first initial staged revision then later than > < vs versus was were compared ago recurrent \u2192 ->".split()
)
_CLOSE, _YEAR = 4, 4


def condition_side_conflict(case: Case, rule: Rule) -> list[Finding]:
    """One operation, injury or weak half of the body is told of both sides."""
    reading = case.note
    if "side" not in reading.kinds:
        return []
    pair = find_contradiction(reading, _sided_conditions(reading, rule), _TWO)
    if (
        pair is None
        or all(_is_dated(reading, item) for item in pair)
        or any(_is_of_a_year(reading, item) for item in pair)
    ):
        return []
    return report(case, rule, pair)


def _sided_conditions(reading: Reading, rule: Rule) -> Iterator[Told]:
    halves, once = frozenset(rule.parameters["halves"]), frozenset(rule.parameters["once"])
    low = reading.words.low
    done = -1
    for index, (sense, first, last) in enumerate(reading.mentions):
        if first < done or reading.bits[index] & ~REPORTED:
            continue
        is_half = sense.id in halves or (sense.kind == "side" and sense.id == "affected")
        if not is_half and (sense.kind != "diagnosis" or once.isdisjoint(sense.id.split("_"))):
            continue
        if low[max(0, first - 1) : first] in (["less"], ["non"], ["least"], ["un"]):
            continue
        side = _side_beside(reading, index)
        if side is not None and side.sense.id in _OPPOSITE:
            done = last
            what = "weak half" if is_half else sense.id
            yield Told(what, side.sense.id, min(first, side.first), max(last, side.last))


def _is_dated(reading: Reading, item: Told) -> bool:
    """A date or a stretch of time stands beside it: two operations at two times are two."""
    return any(reading.mentions[i].sense.kind in ("date", "ratio", "duration") for i in _beside(reading, item))


def _is_of_a_year(reading: Reading, item: Told) -> bool:
    """A bare year stands beside it: that is another time than now ("R CVA in 2019")."""
    senses = [reading.mentions[i].sense for i in _beside(reading, item)]
    return any(sense.kind == "number" and len(sense.id) == _YEAR and sense.id.isdecimal() for sense in senses)


def _beside(reading: Reading, item: Told) -> range:
    sentence = reading.sentences[sentence_of(reading, item.first)]
    return reading.between(max(sentence.first, item.first - _CLOSE), min(sentence.last, item.last + _CLOSE))


def side_conflict(case: Case, rule: Rule) -> list[Finding]:
    """An operated or injured joint has one side in the diagnosis and the other where it is treated."""
    reading = case.note
    if not reading.kinds >= {"side", "diagnosis", "part"}:
        return []
    sided: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind != "diagnosis":
            continue
        side = _side_of(reading, index)
        named = {*mention.sense.id.split("_"), *mention.sense.label.split()}
        joints = [name for name in rule.parameters["joints"] if name in named] if side else []
        if joints and not sided:
            sided = _sides_of_parts(reading)
        for joint in joints:
            other = sided.get((joint, _OPPOSITE.get(side, "")))
            if other is not None and (joint, side) not in sided:
                return [
                    found(
                        rule,
                        reading.text,
                        side=case.note_side,
                        span=reading.span(reading.mentions[other]),
                        mend=CLINICIAN,
                        evidence=evidence(reading, [(index, "diagnosis"), (other, "treated")], case.note_side),
                    )
                ]
    return []


def _sides_of_parts(reading: Reading) -> dict[tuple[str, str], int]:
    """Return the first mention of each (joint, side) that is treated; where it hurts or is compared says nothing."""
    sided: dict[tuple[str, str], int] = {}
    low = reading.words.low
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind != "part" or not (side := _side_of(reading, index)):
            continue
        clause = clause_of(reading, Told("", side, mention.first, mention.last))
        near = reading.between(max(clause.start, mention.first - _CLOSE), min(clause.stop, mention.last + _CLOSE))
        hurts = any(reading.mentions[i].sense.kind == "symptom" for i in near)
        if hurts or not _OTHER.isdisjoint(low[clause.start : clause.stop]):
            continue
        for word in mention.sense.id.split("_"):
            sided.setdefault((word, side), index)
    return sided


def _side_beside(reading: Reading, index: int) -> Mention | None:
    """Return the side word directly before or after a mention."""
    mention = reading.mentions[index]
    for other in reading.mentions[max(0, index - 3) : index + 4]:
        if other.sense.kind == "side" and (other.last == mention.first or other.first == mention.last):
            return other
    return None


def _side_of(reading: Reading, index: int) -> str:
    side = _side_beside(reading, index)
    return side.sense.id if side is not None else ""


def bearing_conflict(case: Case, rule: Rule) -> list[Finding]:
    """One limb has two weight-bearing orders."""
    reading = case.note
    if "weight" not in reading.words.low:
        return []
    orders = list(_orders(reading, rule))
    for index, (limb, item) in enumerate(orders):
        for other, before in orders[:index]:
            same_limb = all(not one or not two or one == two for one, two in zip(limb, other, strict=True))
            if same_limb and (pair := find_contradiction(reading, (before, item))):
                return report(case, rule, pair)
    return []


def _orders(reading: Reading, rule: Rule) -> Iterator[tuple[tuple[str, str], Told]]:
    """Yield ((side, arm or leg), status): shorthand, or words with a limb; "full weight bearing" alone is a deed."""
    low, words = reading.words.low, reading.words
    statuses = {tuple(form.split()): name for name, forms in rule.parameters["orders"].items() for form in forms}
    longest, starts = max(map(len, statuses)), {form[0] for form in statuses}
    end = 0
    for at in [at for at, word in enumerate(low) if word in starts]:
        size = next((n for n in range(min(longest, len(low) - at), 0, -1) if tuple(low[at : at + n]) in statuses), 0)
        if at < end or not size:
            continue
        end = at + size
        item = Told("weight bearing", statuses[tuple(low[at : at + size])], at, at + size)
        limb = _limb(reading, item, rule)
        is_short = words.start[at] == words.start[at + size - 1]
        if not any(reading.bits[i] for i in reading.between(at, at + size)) and (is_short or any(limb)):
            yield limb, item


def _limb(reading: Reading, item: Told, rule: Rule) -> tuple[str, str]:
    """Return the side and whether arm or leg, of the clause a status stands in; "" for what it does not say.

    What stands behind the status is its limb before what stands ahead of it.
    """
    clause = clause_of(reading, item)
    ahead, behind = reading.between(clause.start, item.first), reading.between(item.last, clause.stop)
    near = [reading.mentions[i].sense for i in (*behind, *reversed(ahead))]
    side = next((sense.id for sense in near if sense.kind == "side" and sense.id in _OPPOSITE), "")
    parts = [set(sense.id.split("_")) for sense in near if sense.kind == "part"]
    limbs = rule.parameters["limbs"].items()
    return side, next((name for part in parts for name, words in limbs if not part.isdisjoint(words)), "")
