"""Whether several patients were treated at once, as the note tells of groups, classes and other patients."""

from collections.abc import Iterable, Sequence

from rewriter.billing.session import says_one_on_one
from rewriter.billing.treaters import find_phrases
from rewriter.persons import TREATED
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, REFUSED
from rewriter.rule import Rule

_NOT_TODAY = NEGATED | PLANNED | HISTORICAL | REFUSED
_COMMAS = frozenset({".", ",", ";", "\n", "?", "!", ":"})
_BACK, _NEAR = 6, 3
_WHOSE = frozenset({"her", "his", "their", "hers", "wife's", "patient's", "child's"})
_SEEN = frozenset({"seen", "treated", "provided", "done", "given", "worked"})
_SINGLE = frozenset({"individual", "individually", "privately"})
_ON_HOLD = (["held", "due"], ["held", "d/t"], ["held", "for"], ["on", "hold"], ["held", "because"], ["held", "today"])
_TOWARDS = frozenset("for to from since towards toward like into join start starting".split())
_WITHIN = frozenset("in during at for to from of -".split())
_HELP = frozenset(
    {
        "each",
        "cue",
        "cues",
        "cued",
        "cueing",
        "assist",
        "needs",
        "goals",
        "assistance",
        "attention",
        "instruction",
        "help",
        "feedback",
        "aide",
    }
)
_DOSES = frozenset({"minutes", "reps", "sets", "feet", "times", "days", "weeks", ".", ":"})
_JOINED = frozenset({"and", "with", "plus"})
_PATIENT = TREATED - {"them"} | {"student", "treated"}


def group_told(reading: Reading, rule: Rule, alone: bool) -> int | None:
    """Return the first word of what says that several patients were treated at once, None where nothing does.

    `alone` says that nobody but the therapist treated: "another patient" was then treated in the same minutes.
    """
    for index in reading.having("group"):
        if _is_group_of_patients(reading, index, rule, alone):
            return reading.mentions[index].first
    if not alone:
        return None
    busy = rule.parameters.get("busy", ())
    for index in reading.having("absence"):
        if reading.mentions[index].sense.id in busy:
            return reading.mentions[index].first
    said = next(
        (at for at in find_phrases(reading, rule.parameters.get("said", ())) if not _denied(reading, at, rule)), None
    )
    return said if said is not None else _crowd_told(reading, rule)


def _is_group_of_patients(reading: Reading, index: int, rule: Rule, alone: bool) -> bool:
    """Tell apart from a group that was treated: a muscle group, a class elsewhere or of a scale, patients nearby."""
    mention, low = reading.mentions[index], reading.words.low
    before, after = low[max(mention.first - 1, 0) : mention.first], low[mention.last : mention.last + 1]
    beside = next((m for m in reading.mentions if m.last == mention.first), None)
    if {*before, *after} & {*rule.parameters.get("no_group", ())} or (beside and beside.sense.kind == "part"):
        return False
    kinds = low[mention.first : mention.last] in (["group"], ["class"]) and after[:1] != [] and after[0].isdecimal()
    if kinds and {*low[mention.last + 1 : mention.last + 2]}.isdisjoint(rule.parameters.get("people", ())):
        return False  # "PWC trial group 3": which of its kinds a chair is
    words = _sentence(reading, mention.first)
    if {*words} & {*rule.parameters.get("elsewhere", ())} or _denied(reading, mention.first, rule):
        return False
    held = {*words} & {*rule.parameters.get("held", ())}
    if {*low[max(0, mention.first - 2) : mention.first]} & _TOWARDS and not held:
        return False  # "for her tai chi class", "sore from balance class"
    if low[mention.first : mention.last] == ["class"] and not _is_a_class_of_patients(
        reading, mention.last, words, rule
    ):
        return False
    if low[mention.last : mention.last + 1] == ["of"] and {*low[mention.last + 1 : mention.last + 4]} & {
        *rule.parameters.get("things", ())
    }:
        return False  # "a group of 3 reps"
    if _WHOSE & {*low[max(0, mention.first - 2) : mention.first]} and not held:
        return False  # "her walking group"
    if mention.sense.id in ("concurrent", "shared_session") and {*low[mention.last : mention.last + _NEAR]} & {
        *rule.parameters.get("services", ())
    }:
        return False  # "concurrent session with OT": two disciplines, one patient
    if not {"other", "another"} & {*low[mention.first : mention.last]}:
        return not _is_one_on_one(reading, rule)
    apart = {*words} & {*rule.parameters.get("apart", ())}
    return alone and not apart and bool({*words} & {*rule.parameters.get("shared", ())})


def _is_one_on_one(reading: Reading, rule: Rule) -> bool:
    """The note says of the treatment, not of a cue within a group, that it was one-on-one."""
    low = reading.words.low
    for at, word in enumerate(low):
        before, behind = {*low[max(0, at - _NEAR) : at]}, {*low[at + 1 : at + 1 + _NEAR]}
        denied = before & {*rule.parameters.get("denied_before", ())}
        alone = (word in _SINGLE and not (behind | before) & _HELP) or (word == "alone" and before & _SEEN)
        if not denied and (alone or (says_one_on_one(low, at) and not {*low[at + 3 : at + 5]} & _HELP)):
            return True
    return False


def _is_a_class_of_patients(reading: Reading, last: int, words: Sequence[str], rule: Rule) -> bool:
    """A bare "class" may be one at school, unless patients are counted in it or the therapist held it."""
    low = reading.words.low
    behind = low[last : last + _NEAR]
    if behind[:1] in (["of"], ["with"]) and any(_is_number(word, rule) for word in behind[1:]):
        return True
    if {*words} & {*rule.parameters.get("school", ())}:
        return False
    is_within = bool((_WITHIN | _WHOSE) & {*low[max(0, last - _NEAR) : last - 1]})
    return not is_within or behind[:1] == ["today"] or bool({*words} & {*rule.parameters.get("held", ())})


def _denied(reading: Reading, at: int, rule: Rule) -> bool:
    """The group was not, or not now: denied, cancelled, left, before or after; or one-on-one is said against it."""
    low, given = reading.words.low, rule.parameters
    begin = next((i + 1 for i in range(at - 1, max(-1, at - _BACK), -1) if _is_mark(low, i)), max(0, at - _BACK + 1))
    end = next((i for i in range(at, min(len(low), at + _BACK)) if _is_mark(low, i)), min(len(low), at + _BACK))
    before = {*low[begin:at]} & {*given.get("denied_before", ())}
    close = {*low[max(0, at - 2) : at]} & {*given.get("outside", ())}
    on_hold = any(low[at + i : at + i + 2] in _ON_HOLD for i in range(1, 4))
    return bool(before or close or on_hold or {*low[at:end]} & {*given.get("denied_behind", ())})


def _is_mark(low: Sequence[str], at: int) -> bool:
    """A mark ends a clause, but not the colon of "1:1"."""
    return low[at] in _COMMAS and not (low[at] == ":" and low[at - 1] == "1")


def _crowd_told(reading: Reading, rule: Rule) -> int | None:
    """Several people and words of treating them together, in one sentence or in two that follow one another."""
    given, low = rule.parameters, reading.words.low
    together, deeds = {*given.get("together", ())}, {*given.get("deeds", ())}
    for number, sentence in enumerate(reading.sentences):
        at = _crowd_at(reading, range(sentence.first, sentence.last), rule)
        if at is None or _denied(reading, at, rule) or reading.is_scoped(_NOT_TODAY, at, at + 1):
            continue
        words = {*low[sentence.first : sentence.last]}
        following = reading.sentences[number + 1 : number + 2]
        wider = words | {word for other in following for word in low[other.first : other.last]}
        if wider & {*given.get("elsewhere", ()), *given.get("apart", ()), *given.get("bystanders", ())}:
            continue
        if _says_one_on_one_in(low[sentence.first : sentence.last]):
            continue
        if (words & together and wider & deeds) or (words & deeds and wider & together):
            return at
    return None


def _crowd_at(reading: Reading, places: Iterable[int], rule: Rule) -> int | None:
    """Return where several patients are told: "four pts", "both sisters", "3 clients", "pt and roommate", "twins"."""
    low, given = reading.words.low, rule.parameters
    people, kin, pairs = ({*given.get(key, ())} for key in ("people", "companions", "pairs"))
    for at in places:
        word = low[at]
        if word in pairs:
            return at
        if word in people and low[at + 1 : at + 2] in (["were"], ["took"], ["each"]):
            return at
        if word in ("another", "second") and {*low[at + 1 : at + 1 + _NEAR]} & {*given.get("one", ())}:
            return at
        if _is_number(word, rule) and {*low[at + 1 : at + 1 + _NEAR]} & people and not _is_a_dose(low, at):
            return at
        joined = _JOINED & {*low[max(0, at - _NEAR) : at]}
        if word in kin and joined and {*low[max(0, at - 2 * _NEAR) : at]} & _PATIENT:
            return at
    return None


def _is_a_dose(low: Sequence[str], at: int) -> bool:
    """What is counted is a dose, or the sentence ends before anybody is named."""
    return bool({*low[at + 1 : at + 1 + _NEAR]} & _DOSES)


def _is_number(word: str, rule: Rule) -> bool:
    """A count of people that may be treated at once, in figures or words."""
    return (word.isdecimal() and 1 < int(word) < 20) or word in rule.parameters.get("numbers", ())


def _sentence(reading: Reading, at: int) -> list[str]:
    number = next((n for n, s in enumerate(reading.sentences) if s.first <= at < s.last), None)
    return [] if number is None else reading.words.low[reading.sentences[number].first : reading.sentences[number].last]


def _says_one_on_one_in(words: Sequence[str]) -> bool:
    """Tell whether "1:1" or "one on one" is among the words."""
    return any(says_one_on_one(list(words), at) for at in range(len(words)))
