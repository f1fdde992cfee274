"""Two amounts for one thing: ages, total scores, levels of assistance, minutes."""

from collections.abc import Iterator
from itertools import pairwise

from rewriter.checks import Case, evidence
from rewriter.conflicts.told import Told, clause_of, find_contradiction, report
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.reading import Mention, Reading
from rewriter.rule import Rule

_SIDES = frozenset({"left", "right"})
_RETELLS = frozenset({"earlier", "wrote", "flowsheet", "elsewhere"})
_CLOSE = 4
_MINUTE = 60


def age_conflict(case: Case, rule: Rule) -> list[Finding]:
    """The note gives the patient two ages."""
    reading = case.note
    return report(case, rule, find_contradiction(reading, _ages(reading, rule), frozenset()))


def _ages(reading: Reading, rule: Rule) -> Iterator[Told]:
    """Yield the ages that are the patient's: said of a man or a woman, or at the opening; not of kin."""
    low = reading.words.low
    people, leads = frozenset(rule.parameters["people"]), frozenset(rule.parameters["leads"])
    for at in range(len(low) - 2):
        if not (low[at].isdecimal() and low[at + 1] in ("year", "years", "yr", "yrs", "y") and low[at + 2] == "old"):
            continue
        item = Told("age", str(int(low[at])), at, at + 3)
        clause = clause_of(reading, item)
        kin = any(
            reading.mentions[i].sense.kind == "person" and reading.mentions[i].sense.group != "patient"
            for i in reading.between(clause.start, clause.stop)
        )
        behind = low[at + 3 : at + 5]
        ahead = low[max(0, at - 2) : at]
        is_patients = at == 0 or not people.isdisjoint(behind) or not leads.isdisjoint(ahead)
        if is_patients and (not kin or low[at + 3 : at + 4] in (["male"], ["female"])):
            yield item


def score_conflict(case: Case, rule: Rule) -> list[Finding]:
    """One measure has two total scores, and nothing says that it was done twice."""
    reading = case.note
    if "measure" not in reading.kinds:
        return []
    return report(case, rule, find_contradiction(reading, _scores(case, rule)))


def _scores(case: Case, rule: Rule) -> Iterator[Told]:
    """Yield the total scores: out of the measure's own maximum, or a bare figure right behind its name."""
    reading = case.note
    low = reading.words.low
    for index, mention in enumerate(reading.mentions):
        limits = case.pack.measures.get(mention.sense.id) if mention.sense.kind == "measure" else None
        if limits is None or reading.bits[index] or limits.unit not in rule.parameters["units"]:
            continue
        if limits.id in rule.parameters["varying"]:
            continue
        for other in reading.mentions[index + 1 : index + _CLOSE]:
            if other.first - mention.last > 2 or other.first < mention.last:
                continue
            top, _, bottom = other.sense.id.partition("/")
            ends = low[other.last : other.last + 1] in ([], ["."], [","], [";"], ["\n"])
            is_total = other.sense.kind == "ratio" and bottom == f"{limits.max:g}"
            if is_total or (other.sense.kind == "number" and ends):
                sides = {low[at] for at in clause_of(reading, Told("", "", mention.first, other.last))} & _SIDES
                yield Told(limits.id + "".join(sorted(sides)), top, mention.first, other.last)
            break


def level_conflict(case: Case, rule: Rule) -> list[Finding]:
    """One activity stands with two assistance levels in different sentences, and no change is told."""
    reading = case.note
    if len(reading.having("level")) < 2:
        return []
    levels: dict[str, tuple[int, str]] = {}
    for number, here in enumerate(reading.by_sentence):
        names = [
            reading.mentions[i] for i in here if reading.mentions[i].sense.kind in ("activity", "task", "function")
        ]
        helps = [i for i in here if reading.mentions[i].sense.kind == "level" and not reading.bits[i]]
        sentence = reading.sentences[number]
        retold = not _RETELLS.isdisjoint(reading.words.low[sentence.first : sentence.last])
        if names and retold and len({reading.mentions[i].sense.group for i in helps}) > 1:
            span = reading.span(reading.mentions[helps[-1]])
            return [found(rule, reading.text, side=case.note_side, span=span, mend=CLINICIAN)]
        if not names or len(helps) != 1:
            continue
        group = reading.mentions[helps[0]].sense.group
        for name in names:
            known = levels.setdefault(name.sense.id, (helps[0], group))
            if known[1] != group and reading.sentence_of[known[0]] != number:
                return [
                    found(
                        rule,
                        reading.text,
                        side=case.note_side,
                        span=reading.span(reading.mentions[helps[0]]),
                        mend=CLINICIAN,
                        evidence=evidence(reading, [(known[0], "level"), (helps[0], "level")], case.note_side),
                    )
                ]
    return []


def minutes_conflict(case: Case, rule: Rule) -> list[Finding]:
    """Minutes by service do not make the stated total, or one service has two times."""
    reading = case.note
    if "duration" not in reading.kinds:
        return []
    parts = list(_service_minutes(reading))
    if pair := find_contradiction(reading, parts):
        return report(case, rule, pair)
    total = _total(reading)
    named = {item.what for item in parts}
    if total is None or len(named) < 2 or len(named) != len(parts):
        return []
    if sum(float(item.value) for item in parts) <= float(total.value):
        return []  # time that is not itemised may belong to the total
    return report(case, rule, (parts[0], total))


def _service_minutes(reading: Reading) -> Iterator[Told]:
    """Yield the minutes that stand directly behind a service."""
    for one, two in pairwise(reading.mentions):
        if one.sense.kind == "treatment" and _is_minutes(two) and 0 <= two.first - one.last <= 1:
            yield Told(one.sense.id, f"{int(two.sense.id) / _MINUTE:g}", one.first, two.last)


def _total(reading: Reading) -> Told | None:
    """Return the total of minutes: "total 40 min", "40 min total"."""
    low = reading.words.low
    for mention in reading.mentions:
        first, last = mention.first, mention.last
        if _is_minutes(mention) and "total" in low[max(0, first - _CLOSE) : first] + low[last : last + 1]:
            return Told("total", f"{int(mention.sense.id) / _MINUTE:g}", first, last)
    return None


def _is_minutes(mention: Mention) -> bool:
    return mention.sense.kind == "duration" and mention.sense.group == "minute" and mention.sense.id.isdecimal()
