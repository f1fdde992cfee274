"""Two sides for one condition or joint; two weight-bearing orders for one limb."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rewriter.body import OPPOSITE
from rewriter.checks import Case, evidence
from rewriter.conflicts.told import CHANGING, Told, clause_of, find_contradiction, report
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.reading import Mention, Reading
from rewriter.reading.context import REPORTED
from rewriter.rule import Rule

_OTHER = frozenset(
    "than vs versus > < contralateral sound uninvolved unaffected uninjured other opposite compared".split()
)
# What says that there are two of a condition.
_TWO = frozenset(
    "old new prior previous previously history bilateral bilaterally both other another contralateral also second 2nd "
    "first initial staged revision then later than > < vs versus compared ago recurrent \u2192 ->".split()
)
# Behind an order these tell of its cause or manner: "NWB after fracture", "used to teach TDWB".
_CHANGED = CHANGING - {"to", "after", "post"}
_FROM = frozenset({"after", "post", "at"})
_WHEN = frozenset({"date", "duration", "ratio", "ordinal"})
_VISITS = frozenset(
    "visit follow-up appointment clearance x-ray xray mri imaging surgeon physician ortho that today".split()
)
_CLOSE, _YEAR = 4, 4
_ORTHO = "ortho"
_LEADS = frozenset({"of", "the", "in", "on", "at", "to", ",", "-", ":"})
_ON = (["on", "the"], ["of", "the"], ["on"], ["at", "the"], ["to", "the"])


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
        is_once = sense.id in rule.parameters["lasting"] or (
            sense.kind == "diagnosis" and not once.isdisjoint(sense.id.split("_"))
        )
        if not (is_half or is_once):
            continue
        if low[max(0, first - 1) : first] in (["less"], ["non"], ["least"], ["un"]):
            continue
        side = _side_beside(reading, index) or _side_behind(reading, index)
        if low[max(0, first - 1) : first] in (["was"], ["were"]):
            continue
        if side is not None and side.sense.id in OPPOSITE:
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
    sentence = reading.sentences[reading.sentence_at(item.first)]
    return reading.between(max(sentence.first, item.first - _CLOSE), min(sentence.last, item.last + _CLOSE))


def side_conflict(case: Case, rule: Rule) -> list[Finding]:
    """An operated or injured joint has one side in the diagnosis and the other where it is treated."""
    reading = case.note
    if not reading.kinds >= {"side", "diagnosis", "part"}:
        return []
    diagnosed = list(_diagnosed_joints(reading, rule))
    sided = _sides_of_parts(reading) if diagnosed else {}
    known = {(joint, side) for _, joint, side in diagnosed}
    for index, joint, side in diagnosed:
        opposite = (joint, OPPOSITE.get(side, ""))
        other = sided.get(opposite)
        if other is not None and (joint, side) not in sided and opposite not in known:
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


def _diagnosed_joints(reading: Reading, rule: Rule) -> Iterator[tuple[int, str, str]]:
    """Yield (diagnosis, joint, side) of the operated, injured or worn joints."""
    joints: Sequence[str] = rule.parameters["joints"]
    implied: Mapping[str, str] = rule.parameters["implied"]
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind != "diagnosis":
            continue
        words = mention.sense.id.split("_")
        named = {*words, *mention.sense.label.split(), *(implied[word] for word in words if word in implied)}
        side = _side_of(reading, index)
        if (part := _part_of(reading, index, side)) is not None:
            side, own = part
            named |= set(own.split("_"))
        yield from ((index, joint, side) for joint in joints if side and joint in named)


def _part_of(reading: Reading, index: int, side: str) -> tuple[str, str] | None:
    """Return side and part that a joint's diagnosis is followed by: "ACL of the right knee", "fracture, L wrist"."""
    if reading.mentions[index].sense.group != _ORTHO:
        return None
    low, last = reading.words.low, reading.mentions[index].last
    near = [m for m in reading.mentions[index + 1 : index + _CLOSE] if m.first >= last]
    for one, two in pairwise(near):
        is_sided = one.sense.id in OPPOSITE and two.sense.kind == "part" and two.first == one.last
        if is_sided and side in ("", one.sense.id) and _LEADS.issuperset(low[last : one.first]):
            return one.sense.id, two.sense.id
    return None


def _is_diagnosed(reading: Reading, index: int) -> bool:
    """Tell whether a part is that of a joint's diagnosis ahead of it."""
    part = reading.mentions[index]
    for other in range(max(0, index - _CLOSE), index):
        if reading.mentions[other].sense.group == _ORTHO and _part_of(reading, other, "") == (
            _side_of(reading, index),
            part.sense.id,
        ):
            return part.first - reading.mentions[other].last <= _CLOSE
    return False


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
        if hurts or _is_diagnosed(reading, index) or not _OTHER.isdisjoint(low[clause.start : clause.stop]):
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


def _side_behind(reading: Reading, index: int) -> Mention | None:
    """Return the side that a condition is said to be on: "foot drop on the right"."""
    last = reading.mentions[index].last
    for other in reading.mentions[index + 1 : index + _CLOSE]:
        if other.sense.id in OPPOSITE and reading.words.low[last : other.first] in _ON:
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
            told = (before, item)
            if not same_limb or any(_is_stage(reading, one) for one in told):
                continue
            if pair := find_contradiction(reading, told, _CHANGED):
                return report(case, rule, pair)
    return []


def _is_stage(reading: Reading, item: Told) -> bool:
    """An order that is reached or left ("to WBAT") or that holds from some time on ("after 6 weeks") is one of two."""
    low = reading.words.low
    if low[max(0, item.first - 1) : item.first] == ["to"] or low[item.last : item.last + 1] == ["to"]:
        return True
    times = [i for i in range(max(0, item.first - _CLOSE), min(len(low), item.last + _CLOSE)) if low[i] in _FROM]
    return any(
        not _VISITS.isdisjoint(low[at + 1 : at + 4])
        or any(reading.mentions[i].sense.kind in _WHEN for i in reading.between(at + 1, at + 3))
        for at in times
    )


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
    side = next((sense.id for sense in near if sense.kind == "side" and sense.id in OPPOSITE), "")
    parts = [set(sense.id.split("_")) for sense in near if sense.kind == "part"]
    limbs = rule.parameters["limbs"].items()
    return side, next((name for part in parts for name, words in limbs if not part.isdisjoint(words)), "")
