"""Two amounts for one thing: ages, total scores, levels of assistance."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile

from rewriter.body import SIDES
from rewriter.checks import Case, evidence
from rewriter.conflicts.told import Told, clause_of, find_contradiction, report
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.reading import Reading
from rewriter.reading.mentions import TASKS
from rewriter.reading.quantities.numerals import NUMBER_WORDS, read_numeral
from rewriter.rule import Rule

_MET = frozenset({"met", "achieved", "reached", "exceeded", ";", ","})
_RETELLS = frozenset({"earlier", "wrote", "flowsheet", "elsewhere"})
_CLOSE = 4
_OLDEST = 115
_YEARS = frozenset({"year", "years", "yr", "yrs", "y", "yo"})
_MONTHS = frozenset({"month", "months", "mo", "mos"})
_SEXES = frozenset({"male", "female"})
_PHRASE = 3
_STARTS = frozenset({".", "\n"})
_OPENS = frozenset({".", "\n", ":", "(", "|", ";", ","})
_JOINTS = frozenset({"/", "-", ":", "="})
_STOPS = frozenset({".", ";", ":", "\n", "|"})
_ENDS = frozenset({".", ",", ";", "\n", ")", "|", "and", "with", "who"})


def age_conflict(case: Case, rule: Rule) -> list[Finding]:
    """The note gives the patient two ages."""
    told: dict[str, Told] = {}
    for item in _ages(case.note, rule):
        before = told.setdefault(item.what, item)
        if before.value != item.value:
            return report(case, rule, (before, item))  # an age of today is the patient's age all the same
    return []


def _ages(reading: Reading, rule: Rule) -> Iterator[Told]:
    """Yield the ages that are the patient's: said of a man or a woman, or at the opening; not of kin."""
    low, limits = reading.words.low, rule.parameters
    people, leads, letters = (frozenset(limits[key]) for key in ("people", "leads", "letters"))
    for at, years, size, is_said in _said_ages(reading, limits):
        if not _is_now(low, at, at + size, limits):
            continue
        in_months = size >= _PHRASE and low[at + size - 2] in _MONTHS
        item = Told("age in months" if in_months else "age", years, at, at + size)
        behind = low[item.last : item.last + 2]
        ahead = low[max(0, at - 2) : at]
        is_person = not people.isdisjoint(behind) or not letters.isdisjoint(behind[:1])
        in_words = not low[at].isdecimal()  # "two year old prosthesis" may open a note
        opens = (at == 0 and in_words) or (at > 0 and low[at - 1] in _OPENS)
        is_person = is_person or (opens and size >= _PHRASE and (not behind or behind[0] in limits["follows"]))
        is_patients = (at == 0 and not in_words) or is_said or is_person or not leads.isdisjoint(ahead)
        if is_patients and not _is_of_kin(reading, item, letters):
            yield item


def _said_ages(reading: Reading, limits: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str, int, bool]]:
    """Yield the place, years, number of words of each age, and whether words ahead say that it is one.

    An age in words has "years old" behind it: "sixty four year old male".
    """
    low, gap = reading.words.low, reading.words.gap
    end = 0
    for at, word in enumerate(low):
        if word.isdecimal() and 0 < int(word) <= _OLDEST:
            size, is_said = _age_at(low, at, limits)
            if size:
                yield at, str(int(word)), size, is_said
        elif at >= end and word in NUMBER_WORDS and (spoken := read_numeral(low, gap, at)) is not None:
            end, years = spoken
            behind = low[end : end + 2]
            is_age = len(behind) == 2 and behind[0] in _YEARS | _MONTHS and behind[1] == "old"
            if is_age and years.isdecimal() and 0 < int(years) <= _OLDEST:
                yield at, years, end + 2 - at, False


def _age_at(low: Sequence[str], at: int, limits: Mapping[str, Sequence[str]]) -> tuple[int, bool]:
    """Return how many words from `at` on an age has, 0 for none, and whether words ahead say that it is one."""
    before = low[at - 1] if at else "."
    behind = low[at + 1 : at + 3]
    if len(behind) == 2 and behind[0] in _YEARS | _MONTHS and behind[1] in ("old", "of"):
        return _PHRASE, False
    if len(behind) == 2 and behind[0] in _YEARS and behind[1] in (*limits["letters"], *_SEXES):
        return 2, False
    ends = not behind or behind[0] in _ENDS
    if behind and behind[0] in limits["letters"]:
        goes_on = len(behind) < 2 or behind[1] in limits["follows"] or (at == 0 and behind[1] not in _JOINTS)
        return (1, False) if goes_on and (before in _STARTS or before in limits["subjects"]) else (0, False)
    named = before in limits["names"] or (before in (":", "=", "is") and at > 1 and low[at - 2] in limits["names"])
    if named and ends:
        return 1, True
    is_person = before in ("is", "aged") and at > 1 and (low[at - 2] in limits["subjects"] or len(low[at - 2]) == 1)
    return (1, True) if is_person and ends and (at < 3 or low[at - 3] not in _YEARS) else (0, False)


def _is_now(low: Sequence[str], first: int, last: int, limits: Mapping[str, Sequence[str]]) -> bool:
    """Not so "at age 45", "since 60 years old", "was 45 years old", "norms for 70 to 79"."""
    ahead = list(takewhile(lambda word: word not in _STOPS, reversed(low[max(0, first - _CLOSE) : first])))
    return frozenset(limits["other"]).isdisjoint(ahead) and low[last : last + 1] not in (["-"], ["to"])


def _is_of_kin(reading: Reading, item: Told, letters: Set[str]) -> bool:
    """Tell whether somebody else is named ahead of an age in its clause, right before that, or close behind it."""
    low, clause = reading.words.low, clause_of(reading, item)
    others = [m for m in reading.mentions if m.sense.kind == "person" and m.sense.group != "patient"]
    begin = max(0, clause.start - 2)
    if low[clause.start - 1 : clause.start] == ["."]:
        begin = clause.start
    if any(begin <= m.first < item.first for m in others):
        return True
    sexed = low[item.last : item.last + 1]
    is_sexed = not (letters | _SEXES).isdisjoint(sexed)
    near = item.last + 2 if is_sexed else clause.stop
    return any(item.last <= m.first < near for m in others)


def score_conflict(case: Case, rule: Rule) -> list[Finding]:
    """One measure has two total scores, and nothing says that it was done twice."""
    reading = case.note
    if "measure" not in reading.kinds:
        return []
    return report(case, rule, find_contradiction(reading, _scores(case, rule)))


def _scores(case: Case, rule: Rule) -> Iterator[Told]:
    """Yield the total scores: out of the measure's own maximum, or a bare figure or a speed right behind its name."""
    reading = case.note
    low = reading.words.low
    leads, ends = frozenset(rule.parameters["leads"]), frozenset(rule.parameters["ends"])
    for index, mention in enumerate(reading.mentions):
        limits = case.pack.measures.get(mention.sense.id) if mention.sense.kind == "measure" else None
        if limits is None or reading.bits[index] or limits.id in rule.parameters["varying"]:
            continue
        is_speed = limits.unit == "m/s"
        if not is_speed and limits.unit not in rule.parameters["units"]:
            continue
        for other in reading.mentions[index + 1 : index + _CLOSE]:
            gap = low[mention.last : other.first]
            if other.first < mention.last or (len(gap) > 2 and not leads.issuperset(gap)):
                continue
            top, _, bottom = other.sense.id.partition("/")
            closed = other.last >= len(low) or low[other.last] in ends
            is_total = other.sense.kind == "ratio" and bottom == f"{limits.max:g}"
            is_bare = other.sense.kind == "number" and closed and leads.issuperset(gap)
            if is_speed and other.sense.kind == "rate" and other.sense.group == "m/s":
                around = low[max(0, mention.first - _CLOSE) : other.last + _CLOSE]
                if frozenset(rule.parameters["paces"]).isdisjoint(around):
                    yield Told(limits.id, other.sense.id, mention.first, other.last)
            elif not is_speed and (is_total or is_bare):
                sides = {low[at] for at in clause_of(reading, Told("", "", mention.first, other.last))} & SIDES
                yield Told(limits.id + "".join(sorted(sides)), top, mention.first, other.last)
            break


def _is_aimed_at(reading: Reading, here: Sequence[int], level: int) -> bool:
    """The help is a goal's: "goal stairs at home indep", "STG transfers mod I"; not of one that was met."""
    first = reading.mentions[level].first
    goals = [reading.mentions[i] for i in here if reading.mentions[i].sense.kind == "goal"]
    return any(goal.last <= first and _MET.isdisjoint(reading.words.low[goal.first : first]) for goal in goals)


def level_conflict(case: Case, rule: Rule) -> list[Finding]:
    """One activity stands with two assistance levels in different sentences, and no change is told."""
    reading = case.note
    if len(reading.having("level")) < 2:
        return []
    levels: dict[str, tuple[int, str]] = {}
    for number, here in enumerate(reading.by_sentence):
        names = [reading.mentions[i] for i in here if reading.mentions[i].sense.kind in TASKS]
        helps = [i for i in here if reading.mentions[i].sense.kind == "level" and not reading.bits[i]]
        helps = [i for i in helps if not _is_aimed_at(reading, here, i)]
        sentence = reading.sentences[number]
        retold = not _RETELLS.isdisjoint(reading.words.low[sentence.first : sentence.last])
        if names and retold and len({reading.mentions[i].sense.group for i in helps}) > 1:
            span = reading.span(reading.mentions[helps[-1]])
            return [found(rule, reading.text, side=case.note_side, span=span, mend=CLINICIAN)]
        if not names or len(helps) != 1 or any(reading.mentions[i].sense.kind == "goal" for i in here):
            continue  # "goal SPT CGA" is no second level of today
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
