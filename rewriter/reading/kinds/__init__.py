"""Which kind of fact a piece is, by what it mentions."""

from collections.abc import Mapping, Sequence

from rewriter.lexicon import nominal
from rewriter.reading.context.uncued import names_plan, tells_next
from rewriter.reading.kinds.measured import is_measured, returns_to, tells_own_deed
from rewriter.reading.kinds.observed import (
    does_by_itself,
    is_ahead,
    is_left_out,
    is_observed,
    is_of_another_day,
    tells_aim,
    tells_answer,
    tells_need,
)
from rewriter.reading.kinds.untreated import tells_otherwise
from rewriter.reading.pieces import AMOUNTS, PATIENT, PHRASE, SENTENCE, THERAPIST
from rewriter.reading.pieces.courses import tells_course
from rewriter.reading.pieces.deeds import tells_deed
from rewriter.reading.pieces.dosed import is_of_device, is_repeated, is_short
from rewriter.reading.pieces.treated import is_exercise
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

# A piece has the kind of the first of these it mentions.
_HEADS = (
    "education", "cue", "activity", "impairment", "symptom", "vital", "measure", "diagnosis", "function", "task",
    "treatment", "level", "ability", "boilerplate", "admin", "better", "worse", "same",
)  # fmt: skip
_KIND_OF = {
    "level": "assist",
    "task": "activity",
    "symptom": "finding",
    "vital": "finding",
    "measure": "finding",
    "better": "response",
    "worse": "response",
    "same": "response",
    "boilerplate": "remark",
    "ability": "remark",
}
_ADMIN = frozenset({"code", "units", "admin", "treatment", "duration"})
_TIME_WORDS = frozenset(
    "for of x total time session visit today billed charged provided completed done and the only w/ with one on direct "
    "ot pt occupational physical therapy therapist individual individually".split()
)
_MODIFIERS = ("surface", "vision", "equipment", "device", "position")
_DOSES = frozenset({"count", "distance", "duration", "level"})
_DOSED = frozenset({"count", "duration", "distance"})
_VALUES = frozenset({"number", "ratio", "percent", "pressure"})
_OF_TASK = _DOSES | {"vision", "position"}
_NEEDED = frozenset({"need", "needs", "needed", "required", "requires"})
_CHANGED = frozenset({"decreased", "increased", "improved", "reduced", "decreasing", "increasing", "improving"})
_CHANGES = ("better", "worse", "same")
_COMPARED = frozenset(
    "safer steadier smoother quicker slower faster easier harder taller straighter stronger cleaner looser stiffer "
    "weaker shakier messier neater calmer".split()
)
_CALENDAR = frozenset({"day", "week", "month", "year"})
_VERSUS = frozenset({"vs", "versus", "of"})
# Beside these alone, what was done in sets has no name that is known.
_UNNAMED = frozenset({"ability", "impairment", "symptom", "cue", "function"})
_BEFORE_IT = frozenset({"at", "before", "facing"})
_NO_VERBS = frozenset({"red", "bed", "med", "sled"})
# Behind a diagnosis they name what is about it, and not that the patient has it.
_ABOUT_IT = frozenset(
    "ot pt rehab rehabilitation therapy occupational physical program precaution precautions protocol education "
    "prevention screen screening group class clinic risk kit handout".split()
)
_DEGREES = frozenset({"much", "slightly", "a", "far", "even", "somewhat", "now", "still", "very", "more", "less"})


def classify(
    reading: Reading, sentence: Sentence, inside: list[int], form: str, first: int, last: int
) -> tuple[str, int | None]:
    """Return the kind of a piece and the index of its head mention (None where nothing is known)."""
    mentions = reading.mentions
    by_kind: dict[str, int] = {}
    for index in inside:
        by_kind.setdefault(mentions[index].sense.kind, index)
    behind = "goal" in by_kind and mentions[by_kind["goal"]].first > first
    if _is_aimed_score(sentence, by_kind, form, first + behind):
        return "finding", by_kind["goal"]
    if ("goal" in by_kind and form != SENTENCE and not _is_no_goal(reading, by_kind["goal"], first)) or label_is(
        reading, sentence, "goal"
    ):
        head = by_kind.get("function", by_kind.get("task", by_kind.get("activity", by_kind.get("goal"))))
        return "function", head
    kinds = set(by_kind) - {"number", "person", "count", "link"}
    if (
        kinds
        and kinds <= _ADMIN
        and kinds & {"duration", "code", "units", "treatment"}
        and form == PHRASE
        and is_session_time(reading, by_kind.get("duration"))
        and _says_no_more(reading, inside, first, last)
    ):
        if "treatment" in by_kind and mentions[by_kind["treatment"]].sense.id == "evaluation" and "number" in by_kind:
            return "finding", by_kind["treatment"]  # "heel walk weak, eval 3+": what was found then
        if "treatment" in by_kind and mentions[by_kind["treatment"]].sense.group == "general":
            return "treatment", by_kind["treatment"]
        return "time", by_kind.get("duration", by_kind.get("code", by_kind.get("treatment")))
    if form == SENTENCE:
        head = next((by_kind[kind] for kind in _HEADS if kind in by_kind), None)
        return "statement", head
    if _is_plan(reading, sentence, by_kind, first, last):
        return "plan", next(
            (by_kind[kind] for kind in ("planned", "boilerplate", "frequency") if kind in by_kind), None
        )
    if form == THERAPIST:
        return "action", next((by_kind[kind] for kind in ("cue", "verb") if kind in by_kind), None)
    if form == PATIENT:
        return "response", next(
            (by_kind[kind] for kind in ("function", "impairment", "symptom", "activity", "verb") if kind in by_kind),
            None,
        )
    if (
        reading.words.low[first] in ("for", "to")
        and {"function", "task", "activity"} & set(by_kind)
        and reading.mentions[inside[0]].sense.kind != "duration"
    ):
        return "function", next(by_kind[kind] for kind in ("function", "task", "activity") if kind in by_kind)
    if form == PHRASE and tells_course(reading, first):
        return "finding", None  # "BP 104/60, resolved 1 min sitting": nothing was done there
    heads = [
        (mentions[index].first, _HEADS.index(mentions[index].sense.kind), index)
        for index in inside
        if mentions[index].sense.kind in _HEADS and not _is_inner(reading, index, inside)
    ]
    person = any(mentions[i].first == first and mentions[i].sense.group == "patient" for i in inside)
    named = {mentions[index].sense.kind for *_, index in heads}
    if form == PHRASE and named <= _UNNAMED and is_exercise(reading, inside, first, last):
        return "activity", None
    if not heads:
        is_task = (not person and not _OF_TASK.isdisjoint(by_kind)) or _says_no_more(reading, inside, first, last)
        verbs = (mentions[i].sense for i in inside if mentions[i].sense.kind == "verb")
        told = not _VALUES.isdisjoint(by_kind) or "person" in by_kind or any(verb.label == "past" for verb in verbs)
        becomes, shown = _headless(by_kind, is_task, told)
        seen = shown is not None and (
            is_observed(reading, inside, shown, first, last) or tells_otherwise(reading, inside, shown, first, last)
        )
        return ("remark" if seen and becomes == "activity" else becomes), shown
    head = min(heads)[2]
    kind = mentions[head].sense.kind
    if kind in ("activity", "task", "cue") and (
        is_of_another_day(reading, first, last) or tells_otherwise(reading, inside, head, first, last)
    ):
        return "remark", head
    if kind in ("activity", "task", "function") and reading.words.low[first] in _TOLD:
        return "remark", head  # "reminded to lock brakes"
    if kind in ("activity", "task", "cue") and mentions[head].first > first and _is_order(reading, by_kind, first):
        return "remark", head
    if kind == "cue" and (
        tells_answer(reading, inside, head, first) or tells_need(reading, mentions[head], first, last)
    ):
        return "remark", head
    if kind in ("activity", "task", "cue") and does_by_itself(reading, inside, first, last):
        return "finding", head
    if kind in ("activity", "task", "cue") and is_left_out(reading, mentions[head].last, last):
        return "finding", head  # "turning not addressed today"
    if kind == "diagnosis" and any(mentions[i].sense.kind == "count" and mentions[i].sense.id == "0" for i in inside):
        return "finding", head  # "seizure-like x0"
    if kind in ("activity", "task") and is_observed(reading, inside, head, first, last):
        return "finding", head
    if any(
        mentions[i].first == first and mentions[i].sense.kind == "person" and mentions[i].sense.group != "patient"
        for i in inside
    ):
        return "remark", head
    before = mentions[head].first - 1
    while before > first and (reading.words.low[before].isdecimal() or reading.words.low[before] in AMOUNTS):
        before -= 1  # "with 4 verbal cues", "with moderate tactile cues"
    if kind in ("activity", "task", "function") and any(mentions[i].sense.group in _CALENDAR for i in inside):
        return "remark", head  # "back to running in 4 weeks", "cruise 4 mo ago": no dose is that long
    if kind in ("activity", "task") and "now" in reading.words.low[first:last] and by_kind.keys().isdisjoint(_DOSED):
        return "finding", head  # "reaches second shelf now": how far the patient has come
    if kind == "activity" and person and "verb" not in by_kind:
        return "remark", head  # "patient supine in bed"
    governed = reading.words.low[before] in ("with", "w/", "using", "via", "after")
    if kind == "cue" and not _SERVED.isdisjoint(reading.words.low[mentions[head].last : mentions[head].last + 2]):
        return "remark", head  # "mirror helped": what the cue did
    joined = reading.words.low[mentions[head].first - 1] in ("a", "an", "the")  # "picture cards and a verbal cue"
    led = governed or (joined and not _USING.isdisjoint(reading.words.low[first + 1 : mentions[head].first]))
    if kind == "cue" and mentions[head].first > first and led and "activity" not in by_kind:
        return "remark", head  # "scan left with verbal cues": the cue is not what was done
    if kind == "cue" and mentions[head].first > first and reading.words.low[mentions[head].first - 1] == "or":
        return "remark", head  # "down on bottom or hand held assistance": one of two ways
    if kind in ("activity", "task") and reading.words.low[first] in _TOOK and _is_pause(reading, first):
        return "remark", head  # "took break on swing"
    if kind == "cue" and mentions[head].first > first and reading.words.low[mentions[head].first - 1] == "(":
        return "remark", head  # "avoid upper trapezius (verbal cues)"
    if kind == "cue" and mentions[head].sense.group in ("grading", "general") and "activity" in by_kind:
        head, kind = by_kind["activity"], "activity"
    counted = first + (reading.words.low[first].isdecimal() and first + 1 < last)
    needed = reading.words.low[counted] in _NEEDED or tells_deed(reading, counted)
    if kind in ("activity", "task", "cue") and form == PHRASE and counted > first and needed:
        return "finding", head  # "1 needed tactile cue": how one of several went
    if kind in ("activity", "task", "function") and form == PHRASE and reading.words.low[first] in _NEEDED:
        return "remark", head  # "needed for safe wheelchair mobility"
    opened = mentions[inside[0]]
    wanting = opened.sense.kind == "deficit" and opened.first == first
    if kind in ("activity", "task") and wanting and (governed or by_kind.keys().isdisjoint(_DOSED)):
        return "finding", head  # "decreased clearance with gait": what was seen, not what was done
    valued = {mentions[i].sense.kind for i in inside if mentions[i].first < mentions[head].first}
    if kind in ("activity", "task") and governed and valued and valued <= _VALUES:
        return "remark", head  # "up to 94 w/ PLB"
    if kind in ("activity", "task", "function") and reading.words.low[first] == "none":
        return "remark", head  # "none on turns"
    if kind == "function" and is_measured(reading, inside, head):
        return "finding", head
    if kind in ("activity", "task") and (
        _is_told(reading, inside, head, first) or is_measured(reading, inside, head) or returns_to(reading, first)
    ):
        return "finding", head
    if kind in ("activity", "function", "task") and tells_own_deed(reading, inside, first):
        return "remark", head
    if kind == "diagnosis" and not _ABOUT_IT.isdisjoint(reading.words.low[mentions[head].last : last][:1]):
        return "remark", head  # "burn precautions with wife"
    if kind in ("activity", "task") and any(change in by_kind for change in _CHANGES) and "count" not in by_kind:
        return "finding", head
    if kind in ("activity", "task") and not _CHANGED.isdisjoint(reading.words.low[mentions[head].last :][:1]):
        return "finding", head  # "toe walking decreased from 70% to 40%"
    if kind in ("activity", "task") and by_kind.keys().isdisjoint(_DOSED) and _is_compared(reading, head):
        return "finding", head  # "turns safer with cue", "gait unsteady"
    if reading.words.low[first] == '"':
        return "remark", head  # somebody's words are no treatment
    dosed = any(mentions[i].sense.group == "sets" and mentions[i].first > mentions[head].first for i in inside)
    if kind == "impairment" and dosed and "symptom" not in by_kind:
        return "activity", head  # "hip hikes 3x10"
    setting = [i for i in inside if mentions[i].sense.kind in _MODIFIERS and mentions[i].first < mentions[head].first]
    if (
        kind in ("level", "cue")
        and setting
        and reading.words.low[mentions[head].first - 1] in ("with", "w/", "using", "via")
    ):
        return "activity", setting[0]
    timed = mentions[inside[0]].sense.kind == "vision" and "duration" in by_kind
    if kind == "level" and timed:
        return "finding", head  # "eyes closed 8 s (SBA)"
    if kind == "cue" and setting == [inside[0]] and reading.words.low[mentions[head].first - 1] in _BEFORE_IT:
        begun = reading.words.low[first].endswith("ing")
        return ("activity" if begun else "remark"), setting[0]  # "standing at mirror"
    if kind == "impairment" and "symptom" in by_kind and {"number", "ratio"} & set(by_kind):
        return "finding", head
    if kind == "activity" and "ability" in by_kind and _is_deficient(reading, inside, by_kind["ability"]):
        return "impairment", by_kind["ability"]
    if kind == "ability":
        if "deficit" in by_kind:
            return "impairment", head
        if "ratio" in by_kind or "intact" in by_kind:
            return "finding", head
        if {"count", "duration"} <= by_kind.keys() and not {"verb", *_CHANGES} & by_kind.keys():
            return "activity", head  # "static sitting balance 4 min x3"
    if kind == "treatment" and len(heads) > 1:
        others = [item for item in heads if mentions[item[2]].sense.kind in ("activity", "cue")]
        if others:
            head = min(others)[2]
            kind = mentions[head].sense.kind
    opening = reading.words.low[first]
    if kind in ("activity", "function") and mentions[head].first > first and tells_deed(reading, first):
        return ("finding" if "ratio" in by_kind else "remark"), head  # "guided right hand to mouth with left"
    if kind == "function" and not _DOSES & set(by_kind):
        return ("finding" if "ratio" in by_kind else "remark"), head
    if kind == "treatment" and mentions[head].sense.id == "evaluation":
        return "remark", head  # a service of its own, or yet to come
    if kind == "treatment" and ("person" in by_kind or mentions[head].first > first + 2):
        return "remark", head
    if kind == "treatment" or (
        kind == "function"
        and (mentions[head].first == first or (mentions[head].first == first + 1 and not opening.endswith(("s", "ed"))))
    ):
        return "activity", head
    if (
        kind in ("activity", "cue")
        and mentions[head].first > first
        and opening.endswith("ed")
        and opening not in _NO_VERBS
        and not _begins(reading, inside, first)
    ):
        return "remark", head
    if kind == "function":
        return "remark", head
    return _KIND_OF.get(kind, kind), head


def _is_order(reading: Reading, by_kind: Mapping[str, int], first: int) -> bool:
    """A bare verb that begins, changes or resumes: whether it was done or is to be done is not told.

    Thus "trial weighted utensils at lunch", "cont tandem"; "trial 1 of 3" counts one.
    """
    return reading.words.low[first] in _RESUMES and by_kind.keys().isdisjoint(_DOSED)


def _is_aimed_score(sentence: Sentence, by_kind: Mapping[str, int], form: str, first: int) -> bool:
    """A bare figure behind scores is theirs to reach, and no goal of its own: "38/56 eval, 44/56 today, goal 48"."""
    valued = set(by_kind) - {"goal", "admin", "negation"}
    return "goal" in by_kind and form == PHRASE and first > sentence.label and bool(valued) and valued <= _VALUES


def _is_no_goal(reading: Reading, goal: int, first: int) -> bool:
    """Thus: "not a goal yet", "14 s (goal 30)", "25 min vs 40 goal"; a goal that is "not met" is one."""
    at = reading.mentions[goal].first
    before = reading.words.low[max(0, at - 2) : at]
    if (
        before[-1:] == ["("]
        or (at > first and before[-1:] == [","])
        or (before and not _VERSUS.isdisjoint(before) and before[-1][-1:].isdecimal())
    ):
        return True  # beside what was reached
    if before[-1:] and before[-1] in _VERSUS:
        return True
    return before[-1:] in (["no"], ["never"]) or (before[:1] == ["not"] and before[1] in ("a", "the", "her", "his"))


def _is_told(reading: Reading, inside: Sequence[int], head: int, first: int) -> bool:
    """How something went, not that it was done: "8/10 turns without ...", "poor anterior weight shift"."""
    return any(
        (reading.mentions[i].sense.kind == "ratio" and reading.mentions[i].first == first)
        or (
            reading.mentions[i].sense.kind == "deficit"
            and 0 <= reading.mentions[head].first - reading.mentions[i].last <= 2
        )
        for i in inside
    )


def _is_compared(reading: Reading, head: int) -> bool:
    """How it went stands right behind what was done: "safer", "much easier", "unsteady"."""
    end = reading.mentions[head].last
    behind = [word for word in reading.words.low[end : end + 2] if word not in _DEGREES][:1]
    if not _COMPARED.isdisjoint(behind):
        return True
    return any(
        reading.mentions[i].sense.kind == "impairment" and nominal(behind, {}) not in ("", *behind)
        for i in reading.between(end, end + 1)
    )


def _is_deficient(reading: Reading, inside: Sequence[int], ability: int) -> bool:
    """A deficit word stands directly before the ability: "impaired dynamic balance"."""
    first = reading.mentions[ability].first
    return any(reading.mentions[i].sense.kind == "deficit" and reading.mentions[i].last == first for i in inside)


def _begins(reading: Reading, inside: Sequence[int], first: int) -> bool:
    return any(reading.mentions[i].first == first for i in inside)


_TOOK = frozenset({"took", "takes", "needed", "had", "wanted", "asked"})
_PAUSES = frozenset("break breaks breather seat nap pause snack drink".split())


def _is_pause(reading: Reading, first: int) -> bool:
    return not _PAUSES.isdisjoint(reading.words.low[first + 1 : first + 4])


_USING = frozenset({"with", "w/", "using"})
# What comes next in a task is asked, or known; it is no plan.
_ASKED = frozenset("what which who whose that whatever where until".split())
_TO_DO = frozenset("add progress increase try resume begin start trial advance wean introduce recheck reassess".split())
_TOLD = frozenset("reminded cautioned advised warned encouraged told".split())
_RESUMES = frozenset({"trial", "try", "cont", "resume", "introduce", "wean", "advance"})
_AGAIN = frozenset({"recheck", "follow", "follow-up", "reassess", "reevaluate", "retest"})
_LONGEST_ASKED = 6
# What is said of a cue itself.
_SERVED = frozenset({"helped", "worked", "failed", "didn't", "helps"})
# What is counted in a timed test: "WCPA 5 errors, 22 min".
_ERRORS = frozenset("error errors mistake mistakes omission omissions item items misses correct".split())
_CLAUSE_MARKS = frozenset({",", ".", ";", "\n", "|", "//", ":"})


def is_session_time(reading: Reading, duration: int | None) -> bool:
    """Sessions last minutes or hours; "30 s" is a dose, and so are a row of times and the minutes of a current."""
    if duration is None:
        return True
    mentions, low = reading.mentions, reading.words.low
    mention = mentions[duration]
    if mention.sense.group not in ("minute", "hour") or is_repeated(reading, duration):
        return False
    if is_of_device(reading, duration):
        return False
    if mention.first == 0 or low[mention.first - 1] != ",":
        return True
    begin = next((at + 1 for at in range(mention.first - 2, -1, -1) if low[at] in _CLAUSE_MARKS), 0)
    senses = [mentions[i].sense for i in reading.between(begin, mention.first - 1)]
    in_row = any(
        mentions[i].sense.kind == "duration" and mentions[i].first == mention.last + 1
        for i in reading.between(mention.last, mention.last + 2)
    )
    scored = not _ERRORS.isdisjoint(low[begin : mention.first])
    if is_short(reading, duration) and all(sense.kind not in ("treatment", "code", "duration") for sense in senses):
        return False
    return not in_row and not scored and not any(sense.id.endswith("stimulation") for sense in senses)


def _says_no_more(reading: Reading, inside: Sequence[int], first: int, last: int) -> bool:
    """The piece holds nothing beside its times and codes."""
    low = reading.words.low
    covered = {at for index in inside for at in range(reading.mentions[index].first, reading.mentions[index].last)}
    return all(at in covered or not low[at][0].isalpha() or low[at] in _TIME_WORDS for at in range(first, last))


def _is_inner(reading: Reading, index: int, inside: list[int]) -> bool:
    """A word inside a longer form of another kind is not the head."""
    mention = reading.mentions[index]
    return any(
        other != index
        and reading.mentions[other].first <= mention.first
        and mention.last <= reading.mentions[other].last
        and (reading.mentions[other].last - reading.mentions[other].first) > (mention.last - mention.first)
        for other in inside
    )


def label_is(reading: Reading, sentence: Sentence, kind: str) -> bool:
    """Tell whether the label that a sentence opens with ("goal:") begins with a mention of this kind."""
    if sentence.label == sentence.first:
        return False
    return any(m.sense.kind == kind and m.first == sentence.first for m in reading.mentions)


def _is_plan(reading: Reading, sentence: Sentence, by_kind: Mapping[str, int], first: int, last: int) -> bool:
    """What is told of the next visit: under a plan heading, "will add", "toileting next", "continue plan of care"."""
    low = reading.words.low
    if low[first] == "plan" and first + 1 < last and names_plan(low[first + 1]):
        return True
    if low[first] == '"' == low[last - 1] and sentence.heading != "plan":
        return False  # what somebody said stays theirs: "refused stairs - 'tomorrow'"
    if low[first] in _AGAIN and not {"duration", "planned"}.isdisjoint(by_kind):
        return True  # "recheck 1 wk", "follow up 2 weeks"
    if low[first] in _TO_DO and is_ahead(low, sentence.first, first, last):
        return True
    if low[first] == "planned" and tells_aim(reading, first, last):
        return False
    if tells_next(low[first:last]):
        return True
    told = _ASKED.isdisjoint(low[max(0, last - _LONGEST_ASKED) : last])  # "cue for what to do next"
    if sentence.heading == "plan" or "planned" in by_kind or (low[last - 1] == "next" and told):
        return True
    stock = by_kind.get("boilerplate")
    goes_on = stock is not None and reading.mentions[stock].sense.id.startswith("continue")
    return goes_on and not set(by_kind) & {"cue", "activity"}


def _headless(by_kind: Mapping[str, int], is_task: bool, is_told: bool) -> tuple[str, int | None]:
    """A surface by itself, or with its dose, stands for the task on it; "throw rug still down" is no task.

    So does a position with a dose of which nothing is told: "sit at edge of bed 5 minutes", not "W sit corrected x6".
    """
    if "position" in by_kind and is_task and not is_told and not _DOSED.isdisjoint(by_kind):
        return "activity", by_kind["position"]
    for kind, becomes in (
        ("surface", "activity" if is_task else "remark"),
        ("ratio", "finding"),
        ("pressure", "remark" if "count" in by_kind else "finding"),
        ("duration", "finding"),
        ("person", "person"),
        ("deficit", "remark"),
    ):
        if kind in by_kind:
            return becomes, by_kind[kind]
    return "remark", None
