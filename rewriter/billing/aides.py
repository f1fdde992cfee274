"""What an aide did that is no treatment of this session: a hand beside the therapist, the day's care, another time.

"Aide stood by", "CNA got her on the bike", "tech guarding behind", "aide did hair wash", "aide walks him daily".
"""

from rewriter.billing.treaters import THERAPIST, is_errand
from rewriter.calendar import WEEKDAYS
from rewriter.checks.forms import find_forms
from rewriter.punctuation import BREAKS, MARKS
from rewriter.reading import Reading
from rewriter.reading.mentions import DOSES
from rewriter.reading.reading import Event
from rewriter.rule import Rule

_PATIENTS = (["patient"], ["student"], ["child"], ["resident"], ["client"])
_WORKED_ON = frozenset({"activity", "task", "surface", "cue"})
# What shows that a deed was treatment: one of its kinds, or so many of it.
_TREATMENT = _WORKED_ON | {"treatment", "education", "ability"}
_SERVICE = frozenset({"tx", "treatment", "session", "training", "therapy", "program", "circuit"})
# Verbs that say what was done only by what stands behind them: "did", "ran", "got".
_BARE = frozenset({"neutral", "patient"})
_MOVES = frozenset({"transfer", "mobility", "walking"})
_MOVED = frozenset("walk walks walking walked ambulate ambulates ambulated ambulating ambulation gait".split())
_WAYS = frozenset({"to", "into", "from", "onto"})
_EVERY = frozenset({"every", "each", "most"})
_HABITS = frozenset("daily nightly weekly everyday usually always routinely regularly typically overnight".split())
_DAYTIMES = frozenset("noc wknd night nights evening evenings weekend weekends noon lunch bedtime home school".split())
_AT = frozenset({"at", "in", "over", "on"})
_BEFORE_NOUN = frozenset({"after", "before", "during", "without"})  # "demonstrated it after teaching"
_TODAY = frozenset("today today's now session visit tx treatment".split())


def is_no_treatment(reading: Reading, event: Event, rule: Rule) -> bool:
    """Tell whether the verb of an event names no treatment of the patient by the one who did it."""
    if event.verb is None:
        return False
    return (
        reading.words.low[reading.mentions[event.verb].first - 1] in _BEFORE_NOUN
        or bool(reading.bits[event.verb])  # "aide did not assist", "aide will guard next visit"
        or _does_it_for_patient(reading, event)
        or _only_helps(reading, event, rule)
        or _is_care(reading, event)
    )


def is_of_other_time(reading: Reading, place: int, rule: Rule) -> bool:
    """Tell whether what somebody at word `place` did is told of another time than the session's.

    It was before or after the treatment, and that is told elsewhere: "CNA did wc>toilet before tx". Or it is what he
    does on other days: "aide walks him daily". What the note says was counted is of the session.
    """
    number = reading.sentence_at(place)
    sentence = reading.sentences[number]
    first, last = sentence.first, sentence.last
    apart = [form for form in find_forms(reading, rule.parameters.get("apart", ())) if first <= form[0] < last]
    left = {
        word for at, word in enumerate(reading.words.low[first:last], first) if not any(a <= at < b for a, b in apart)
    }
    if not left.isdisjoint(rule.parameters.get("counted", ())):
        return False
    if not _is_told_beside(reading, number):
        return False
    return bool(apart) or (left.isdisjoint(_TODAY) and _is_habit(reading, place, first, last))


def _is_told_beside(reading: Reading, number: int) -> bool:
    """A treatment is told in another sentence than this."""
    others = (i for i in reading.having("activity", "cue") if reading.sentence_of[i] != number)
    return any(not reading.bits[i] for i in others)


def _is_habit(reading: Reading, place: int, first: int, last: int) -> bool:
    """How often, or on which day, is told of it; for what is told as going on, anywhere in the sentence.

    "Aide did taps x10, HEP daily" tells it of the programme; "aide does taps with her, 3x/day" of the taps.
    """
    low = reading.words.low
    people = [reading.mentions[i] for i in reading.between(first, last) if reading.mentions[i].sense.kind == "person"]
    if any(low[who.first - 1] in _DAYTIMES for who in people if who.first > first):
        return True  # "night aide"
    goes_on = any(who.last < last and _is_going_on(reading, who.last) for who in people)
    begin, end = first, last
    if not goes_on:
        begin = next((at + 1 for at in range(place, first, -1) if low[at] == ","), first)
        end = next((at for at in range(place, last) if low[at] == ","), last)
    if any(reading.mentions[i].sense.kind == "frequency" for i in reading.between(begin, end)):
        return True
    return any(_tells_other_days(low, at) for at in range(begin, end))


def _is_going_on(reading: Reading, at: int) -> bool:
    """The word behind somebody tells a deed as going on: "does", "walks", "doing"."""
    word, near = reading.words.low[at], reading.between(at, at + 1)
    is_verb = word in ("does", "has") or any(reading.mentions[i].sense.kind == "verb" for i in near)
    return is_verb and word.endswith(("s", "ing"))


def _tells_other_days(low: list[str], at: int) -> bool:
    word, before = low[at], low[at - 1] if at else "."
    if word in _HABITS or (word in WEEKDAYS and (before == "on" or word.endswith("s"))):
        return True
    if word in _DAYTIMES:
        return before in _AT | _EVERY or word.endswith("s")
    return word in ("day", "morning", "week", "shift") and before in _EVERY | {"per", "x/"}


def _only_helps(reading: Reading, event: Event, rule: Rule) -> bool:
    """Tell apart a bystander ("aide stood by") and a helping hand while the therapist treats, or at no treatment."""
    verb = reading.mentions[event.verb or 0]
    if verb.sense.id in rule.parameters.get("idle", ()) or is_errand(reading, verb.first):
        return True
    if verb.sense.id not in rule.parameters.get("helps", ()):
        return False
    here = reading.by_sentence[event.sentence]
    if not any(reading.mentions[i].sense.kind in _WORKED_ON for i in here) or _stands_by(reading, event):
        return True
    others = (other for other in reading.events if other.sentence == event.sentence and other.explicit)
    return any(other.agent == THERAPIST and other.verb is not None and other.verb != event.verb for other in others)


def _stands_by(reading: Reading, event: Event) -> bool:
    """A treatment is told, and behind a mark who stood by it meanwhile: "ball kicks x12, tech guarding behind"."""
    low, verb = reading.words.low, reading.mentions[event.verb or 0].first
    if not low[verb].endswith("ing"):
        return False
    first = reading.sentences[event.sentence].first
    mark = next((at for at in range(verb, first, -1) if low[at] in MARKS), first)
    return any(reading.mentions[i].sense.kind in _WORKED_ON for i in reading.between(first, mark))


def _is_care(reading: Reading, event: Event) -> bool:
    """What was done names no treatment: it is care, or the patient was brought somewhere.

    "Aide did hair wash", "CNA got her on it", "aide walked him to the dining room".
    """
    verb = reading.mentions[event.verb or 0]
    if verb.sense.group not in _BARE:
        return False
    low, sentence = reading.words.low, reading.sentences[event.sentence]
    begin = next((at + 1 for at in range(verb.first, sentence.first, -1) if low[at] in BREAKS | {","}), sentence.first)
    later = (other.place for other in reading.events if other.sentence == event.sentence and other.place > verb.last)
    end = min(later, default=sentence.last) if verb.sense.group == "patient" else sentence.last
    near = [reading.mentions[i] for i in reading.between(begin, end)]
    named = [m for m in near if m.sense.kind in _TREATMENT]
    if not named and _SERVICE.isdisjoint(low[begin:end]):
        return all(m.sense.kind not in ("count", "duration") for m in near)
    helped = {m.last for m in near if m.sense.kind == "level"}  # "max A x2": two helped
    dosed = any(m.sense.kind in DOSES - {"distance"} and m.first not in helped for m in near)
    if dosed or not _WAYS & {*low[verb.first : end]} or any(m.sense.kind == "cue" for m in near):
        return False
    return all(m.sense.group in _MOVES or low[m.first] in _MOVED for m in named)


def _does_it_for_patient(reading: Reading, event: Event) -> bool:
    """Tell apart what is help with the day: "aide did the cutting, not student", "aide did the transfer, not me"."""
    if event.verb is None or event.cues or event.interventions:
        return False
    low, begin = reading.words.low, reading.mentions[event.verb].last
    end = next((at for at in range(begin, len(low)) if low[at] in MARKS), len(low))
    if low[begin - 1] != "did" or low[end : end + 2] != [",", "not"]:
        return False
    other = low[end + 2 : end + 3]
    return other[:1] in _PATIENTS or (other == ["me"] and low[end - 1] == "transfer")
