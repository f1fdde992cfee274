"""Context of what is mentioned: negated, possible, planned, historical, said by the patient.

Directional cues with scopes, after the ConText algorithm (Harkema et al., 2009): a cue opens a scope to its right
(`forward`) or left (`backward`), over its clause (`both`), to the side that the grammar of its place asks for
(`either`: "declined stairs", "stairs declined"), or over the word it is joined to (`joined`: "pain free"); a longer
`pseudo` form takes a cue's words without opening one.

Scopes end where a clause ends: at a turn ("but", "while", "which"), a reason ("due to"), a joint with a new verb,
subject or cue behind it, at a comma that does not continue a list; and a denied finding ends at the circumstances in
which it was looked for: "no sway on foam" denies sway, not foam.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.reading.mentions import QUANTITIES, Mention

NEGATED, POSSIBLE, PLANNED, HISTORICAL, REPORTED, REFUSED, INTACT = 1, 2, 4, 8, 16, 32, 64
NAMES = {
    NEGATED: "negated",
    POSSIBLE: "possible",
    PLANNED: "planned",
    HISTORICAL: "historical",
    REPORTED: "reported",
    REFUSED: "refused",
    INTACT: "intact",
}
_BITS = {
    "negation": NEGATED,
    "possible": POSSIBLE,
    "planned": PLANNED,
    "historical": HISTORICAL,
    "reported": REPORTED,
    "refusal": REFUSED | NEGATED,
}
_DENYING = frozenset({"negation", "refusal"})
_TIMED = frozenset({"planned", "historical"})
_CUES = frozenset(_BITS) | {"intact"}

# --- words at which scopes end ---
_TURNS = frozenset(
    ": ; \u2192 -> ( ) | but however while although though except excluding besides yet whereas then only who "
    "which".split()
)
_REASONS = frozenset({"due", "because", "secondary", "since", "so", "given", "until", "unless"})
_PAIRED_TURNS = {"other": "than", "apart": "from", "aside": "from", "as": "the"}
_TODAY = frozenset({"now", "today", "currently", "presently", "versus", "vs"})
_THIS = frozenset({"visit", "session", "date", "treatment", "time", "week", "morning", "afternoon", "am", "pm"})
_COMPARING = frozenset({"than", "since", "as", "from", "compared", "versus", "vs", "over", "unlike"})
_COMMAS = frozenset({",", "-", "\u2013", "\u2014"})
_ANDS = frozenset({"and", "&", "+"})
_ORS = frozenset({"or", "nor"})
_CIRCUMSTANCES = frozenset(
    "with during in on at from when after before by throughout upon over under against via using for as where between "
    "across within through".split()
)
# After these a comma goes on with the list: "denies pain, nausea".
_LISTING = frozenset({"denies", "denied", "deny", "denying", "reports", "reported", "will", "plan"})
_PLAN_LABELS = frozenset({"plan", "next", "recommendations", "recommendation"})
_DOUBT_STOPS = frozenset({",", ";", "?", "(", "\u2192", "->"})
_ANSWERS_NO = frozenset(
    {"no", "not", "none", "nope", "never", "denied", "denies", "refused", "declined", "deferred", "skipped", "n"}
)
_ANSWERS_YES = frozenset({"yes", "y", "yep", "yeah", "ok", "done"})

# --- words that open a clause of their own behind a joint ---
_SUBJECTS = frozenset({"he", "she", "they", "i", "we", "it", "this", "there", "patient", "pt", "therapist"})
_AUXILIARIES = frozenset(
    {
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "have",
        "did",
        "does",
        "needed",
        "required",
        "able",
        "can",
        "could",
        "will",
    }
)
_PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "being", "got"})
_BETWEEN = frozenset(
    {"been", "be", "being", "yet", "again", "also", "still", "all", "both", "formally", "even", "therefore"}
)
_NOT_DENIED = frozenset({"limited", "affected", "impaired", "involved", "based", "confined", "restricted", "need"})
_PARTICIPLES = frozenset(
    "done seen given taken tried worn shown found felt met made begun held put set run kept read left present evident "
    "visible apparent necessary available yet today".split()
)
_HAPPENING = frozenset({"occur", "happen", "take", "recur", "arise", "exist", "appear"})
_MOMENTS = frozenset({"during", "when", "after", "before", "throughout"})

# --- kinds ---
_DOING = frozenset(
    {"activity", "treatment", "education", "task", "position", "surface", "device", "equipment", "function"}
)
_HELPING = frozenset({"cue", "level"})
_SCORED = frozenset({"goal", "duration", "code", "measure"})
_DEEDS = _DOING | _HELPING | _SCORED
_FINDINGS = frozenset({"impairment", "symptom", "cue", "level", "deficit"})
_STATES = frozenset(
    {"impairment", "symptom", "deficit", "better", "worse", "same", "intact", "link", "diagnosis", "ability"}
)
_REACH_BACK = 6
_ITEM = 4  # words an item of a list may have

_LABELLED = _THIS | {"today", "this"}

Scope = tuple[int, int, int]


class _Marks(NamedTuple):
    """The words of a sentence at which scopes may end, in order.

    `turns` end every scope; `commas` and `deeds` (a joint with treatment behind it) those that are no lists; `ands` end
    a scope to the left; `todays` end what is past or planned, `places` a denied finding, `moments` (those of time) any
    denial; `subjects` end a denied noun; `series` are the commas of "X, Y and Z", `doses` joints with dosed treatment
    behind them.
    """

    turns: list[int]
    commas: list[int]
    ands: list[int]
    deeds: list[int]
    todays: list[int]
    places: list[int]
    moments: list[int]
    subjects: list[int]
    series: set[int]
    doses: list[int]
    quotes: list[int]
    findings: list[int]
    quantities: list[Mention]


def find_context(low: list[str], mentions: list[Mention], first: int, last: int) -> tuple[list[int], list[Scope]]:
    """Return a bit set for each mention of the sentence at words `first:last`, and its scopes."""
    bits = [0] * len(mentions)
    cues = [mention for mention in mentions if mention.sense.kind in _CUES]
    spans: list[tuple[int, int, str, bool]] = []
    scopes: list[Scope] = []
    if cues:
        marks = _find_marks(low, mentions, first, last)
        for index, cue in enumerate(cues):
            if cue.sense.kind == "intact" or cue.sense.group == "pseudo" or _cancelled(low, cues, index):
                continue
            for left, right, behind in _find_reach(low, mentions, cue, first, last, marks):
                spans.append((left, right, cue.sense.kind, behind))
                scopes.append((min(left, cue.first), max(right, cue.last), _BITS[cue.sense.kind]))
    spans += [(left, right, "planned", False) for left, right in _find_plans(low, first, last)]
    spans += [(left, right, "historical", False) for left, right in _find_former(low, mentions, first, last)]
    doubts, answered = _find_doubts(low, first, last)
    spans += [(left, right, "negation", True) for left, right in answered]
    scopes += [(left, right, NEGATED) for left, right in answered]
    _mark(mentions, bits, spans)
    for at in _inside(mentions, doubts):
        bits[at] |= POSSIBLE
    scopes += [(left, right, POSSIBLE) for left, right in doubts]
    for cue in cues:
        told = cue.sense.kind == "intact" and _is_said_of_left(low, mentions, cue, last)
        if told and not _denied(bits, mentions, cue):
            _spread_intact(mentions, bits, _start(low, cue, first, marks, False), cue.first)
    return bits, scopes


def _mark(mentions: list[Mention], bits: list[int], spans: list[tuple[int, int, str, bool]]) -> None:
    """Set the bits of what the spans hold. People are not denied, past or planned by what is said of them."""
    reach: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for left, right, kind, behind in spans:
        reach.setdefault((kind, behind), []).append((left, right))
    for (kind, behind), parts in reach.items():
        for at in _inside(mentions, parts):
            of = mentions[at].sense.kind
            if of == "diagnosis" and kind == "historical" and behind:
                continue  # "stroke two weeks ago": it began then, and is still had
            if of != kind and (of != "person" or (kind == "negation" and not behind) or kind == "reported"):
                bits[at] |= _BITS[kind]


def _inside(mentions: list[Mention], spans: list[tuple[int, int]]) -> Iterator[int]:
    """Yield, each once, the indexes of the mentions that begin inside any of the spans."""
    done = 0
    for left, right in sorted(spans):
        if right <= max(left, done):
            continue
        yield from range(_first_from(mentions, max(left, done)), _first_from(mentions, right))
        done = right


def _first_from(mentions: Sequence[Mention], word: int) -> int:
    """Return the index of the first mention that begins at `word` or behind it."""
    return bisect_left(mentions, word, key=lambda mention: mention.first)


def _starting(mentions: Sequence[Mention], word: int) -> Iterator[str]:
    """Yield the kinds of the mentions that begin at `word`."""
    for at in range(_first_from(mentions, word), len(mentions)):
        if mentions[at].first != word:
            return
        yield mentions[at].sense.kind


# --- where scopes may end ------------------------------------------------------------------------------------------


def _find_marks(low: list[str], mentions: list[Mention], first: int, last: int) -> _Marks:
    """Return the marks of the sentence at words `first:last`, in one walk over it."""
    turns: list[int] = []
    commas: list[int] = []
    ands: list[int] = []
    todays: list[int] = []
    places: list[int] = []
    moments: list[int] = []
    subjects: list[int] = []
    joints: list[int] = []
    for at in range(first, last):
        word = low[at]
        if _is_turn(low, at):
            turns.append(at)
        elif word in _TODAY or (word == "this" and at + 1 < last and low[at + 1] in _THIS):
            todays.append(at)
        elif word in _COMMAS or word in _ANDS:
            if word == "-" and _between_numbers(low, at):
                continue
            joints.append(at)
            if _opens_clause(low, mentions, at + 1, last):
                turns.append(at)
            elif word in _COMMAS:
                commas.append(at)
            elif _says_something(low, mentions, at, first, joints, turns):
                ands.append(at)
        elif word == '"' and low[at - 1] in (".", "!", "?"):
            turns.append(at)
        elif word in _SUBJECTS:
            subjects.append(at)
        elif word in _CIRCUMSTANCES:
            places.append(at)
            if word in _MOMENTS:
                moments.append(at)
    listed = _find_listed(low, mentions, commas, turns, _ORS, first, last)
    deeds = [n for n, at in enumerate(joints) if at not in listed and _turns_to_deeds(low, mentions, joints, n, last)]
    return _Marks(
        turns,
        [at for at in commas if at not in listed],
        ands,
        [joints[n] for n in deeds],
        todays,
        places,
        moments,
        subjects,
        _find_series(low, mentions, commas, turns, first, last),
        [joints[n] for n in deeds if _is_dosed(mentions, joints[n], joints[n + 1] if n + 1 < len(joints) else last)],
        [at for at in range(first, last) if low[at] == '"'],
        [mention.first for mention in mentions if mention.sense.kind in _FINDINGS],
        [mention for mention in mentions if mention.sense.kind in QUANTITIES],
    )


def _is_turn(low: list[str], at: int) -> bool:
    word = low[at]
    if word in _TURNS:
        return True
    if word in _REASONS:
        return not (word == "so" and low[at - 1] in ("do", "doing"))
    return word in _PAIRED_TURNS and low[at + 1 : at + 2] == [_PAIRED_TURNS[word]]


def _between_numbers(low: list[str], at: int) -> bool:
    return at > 0 and low[at - 1][0].isdecimal() and at + 1 < len(low) and low[at + 1][0].isdecimal()


def _opens_clause(low: list[str], mentions: list[Mention], at: int, last: int) -> bool:
    """What stands behind a joint has a subject, a verb or a cue of its own."""
    if at >= last:
        return False
    if low[at] in _SUBJECTS or low[at] in _AUXILIARIES:
        return True
    if low[at] in ("the", "his", "her", "their", "a", "an"):
        return any(kind == "person" for kind in _starting(mentions, at + 1))
    for index in range(_first_from(mentions, at), len(mentions)):
        mention = mentions[index]
        if mention.first != at:
            return False
        sense = mention.sense
        if sense.kind == "verb" and sense.label in ("past", "third") and low[at].endswith(("ed", "s")):
            return not any(kind in _DOING for kind in _starting(mentions, at))
        if (
            sense.kind in ("reported", "refusal", "planned", "negation")
            and sense.group != "pseudo"
            and low[at] != "nor"
        ):
            return True
    return False


def _says_something(
    low: list[str], mentions: list[Mention], at: int, first: int, joints: list[int], turns: list[int]
) -> bool:
    """What stands left of an "and" is a statement (with a verb or a figure), not the first item of a list."""
    begin = max([first, *joints[-2:-1], *turns[-1:]])
    for index in range(_first_from(mentions, begin), _first_from(mentions, at)):
        sense = mentions[index].sense
        if sense.kind in QUANTITIES or sense.kind == "level" or (sense.kind == "verb" and sense.label == "past"):
            return True
    return any(word in _PASSIVE for word in low[begin:at])


def _turns_to_deeds(low: list[str], mentions: list[Mention], joints: list[int], number: int, last: int) -> bool:
    """What follows a joint is treatment again: "denies pain, sit to stand x8"; not so in "no cane and no walker"."""
    joint = joints[number]
    end = joints[number + 1] if number + 1 < len(joints) else last
    at = _first_from(mentions, joint + 1)
    if at == len(mentions) or mentions[at].first >= end:
        return False
    kinds = {mentions[at].sense.kind, *_starting(mentions, mentions[at].first)}
    if kinds.isdisjoint(_DEEDS):
        return False
    if low[joint] not in _ANDS or not at or mentions[at - 1].first < (joints[number - 1] if number else 0):
        return True
    before = set(_starting(mentions, mentions[_first_from(mentions, mentions[at - 1].first)].first))
    return not any(kinds & group and before & group for group in (_DOING, _HELPING))


def _is_dosed(mentions: list[Mention], first: int, last: int) -> bool:
    inside = range(_first_from(mentions, first), _first_from(mentions, last))
    return any(mentions[at].sense.kind in ("count", "level") for at in inside)


def _find_listed(
    low: list[str],
    mentions: list[Mention],
    commas: list[int],
    turns: list[int],
    closers: frozenset[str],
    first: int,
    last: int,
) -> set[int]:
    """Return the commas of lists that a closer ends: "no X, Y or Z". An item is short, with neither verb nor figure."""
    listed: set[int] = set()
    if not commas:
        return listed
    for place in [at for at in range(first, last) if low[at] in closers]:
        end = place
        at = bisect_left(commas, place) - 1
        while (
            at >= 0
            and commas[at] not in listed
            and commas[at] > (_last(turns, end) or -1)
            and _is_item(low, mentions, commas[at] + 1, end)
        ):
            listed.add(commas[at])
            end = commas[at]
            at -= 1
    return listed


def _find_series(
    low: list[str], mentions: list[Mention], commas: list[int], turns: list[int], first: int, last: int
) -> set[int]:
    """Return the commas of "X, Y and Z" where X, too, is a bare item: it begins the clause."""
    series: set[int] = set()
    for at in sorted(_find_listed(low, mentions, commas, turns, _ANDS, first, last)):
        comma, turn = _last(commas, at), _last(turns, at)
        before = max(first - 1 if mark is None else mark for mark in (comma, turn))
        begins = before != comma or comma in series
        if begins and at - before > 1 and _is_item(low, mentions, before + 1, at):
            series.add(at)
    return series


def _is_item(low: list[str], mentions: list[Mention], first: int, last: int) -> bool:
    if last - first > _ITEM:
        return False
    if any(word in _CIRCUMSTANCES or word in _AUXILIARIES or word in _TURNS for word in low[first:last]):
        return False
    inside = range(_first_from(mentions, first), _first_from(mentions, last))
    return not any(mentions[at].sense.kind in QUANTITIES for at in inside)


def _next(places: list[int], word: int) -> int | None:
    """Return the first of `places` at `word` or behind it."""
    at = bisect_left(places, word)
    return places[at] if at < len(places) else None


def _last(places: list[int], word: int) -> int | None:
    """Return the last of `places` before `word`."""
    at = bisect_left(places, word)
    return places[at - 1] if at else None


# --- how far a cue reaches -----------------------------------------------------------------------------------------


def _find_reach(
    low: list[str], mentions: list[Mention], cue: Mention, first: int, last: int, marks: _Marks
) -> Iterator[tuple[int, int, bool]]:
    """Yield the words (first, last) that a cue reaches, and whether they stand behind it (to its left)."""
    kind, group = cue.sense.kind, cue.sense.group
    if _is_other_word(low, mentions, cue, first, last):
        return
    if group == "joined":
        yield _joined(low, mentions, cue), cue.first, True
        return
    if group == "both":
        yield from _reach_both(low, mentions, cue, first, last, marks)
        return
    prose = _is_passive(low, cue, first)
    faces_left = group == "backward" or _faces_left(low, mentions, cue, first, last, prose)
    if faces_left:
        left = _start(low, cue, first, marks, prose or low[cue.last - 1] in ("not", "yet"))
        if low[cue.first] == "none" and (joint := _last_joint(low, cue.first, left)) is not None:
            left = joint + 1
        if left < cue.first:
            yield left, _end_of_subject(mentions, cue, left, marks), True
            return
        if group == "backward" and kind != "negation":
            return
        label = cue.last
        while label < last and (low[label] in _LABELLED or low[label] in _PARTICIPLES or low[label].endswith("ed")):
            label += 1
        if low[label : label + 1] not in ([":"], ["-"]) and not (group == "backward" and cue.last < last):
            return
        if label > cue.last:
            yield label + 1, last, False  # "not done today: stairs, foam"
            return
    yield cue.last, _end(low, mentions, cue, last, marks), False


def _cancelled(low: list[str], cues: list[Mention], index: int) -> bool:
    """Two denials in a row deny nothing: "not without", "was not skipped", "did not refuse"."""
    cue = cues[index]
    if cue.sense.kind not in _DENYING:
        return False
    for other, (one, two) in ((index + 1, (0, 1)), (index - 1, (1, 0))):
        if 0 <= other < len(cues) and cues[other].sense.kind in _DENYING and cues[other].sense.group != "pseudo":
            before, behind = (cue, cues[other]) if one < two else (cues[other], cue)
            if before.first == behind.first or low[behind.first] in ("held", "nor"):
                continue
            if low[before.last - 1] not in ("no", "none") and all(
                word in _BETWEEN for word in low[before.last : behind.first]
            ):
                return True
    return False


def _is_passive(low: list[str], cue: Mention, first: int) -> bool:
    """Tell whether the cue is the end of a passive, as in "stairs were again declined", "stairs were not tested"."""
    if low[cue.first] in _PASSIVE or low[cue.first] in ("has", "had", "have", "wasn't", "weren't", "isn't", "aren't"):
        return True
    at = cue.first - 1
    while at > first and low[at] in _BETWEEN and low[at] not in _PASSIVE:
        at -= 1
    return at >= first and low[at] in _PASSIVE


def _faces_left(low: list[str], mentions: list[Mention], cue: Mention, first: int, last: int, prose: bool) -> bool:
    """Decide which side a cue is about, by what stands next to it."""
    kind, group = cue.sense.kind, cue.sense.group
    at = cue.last
    while at < last and low[at] in _BETWEEN:
        at += 1
    beside = low[at] if at < last else ""
    ends = beside == "" or beside in _COMMAS or beside in _TURNS or beside in _REASONS or beside in _TODAY
    if group == "either":
        if kind == "historical":
            return ends
        if kind == "possible":
            return (ends and beside not in _REASONS) or (prose and low[cue.first] == "suspected")
        if kind in _DENYING and prose:
            return True
        return (
            prose
            or ends
            or beside
            in ("today", "this", "per", "twice", "once", "/", "x", "?", '"', "to" if kind == "planned" else "")
            or beside in _CIRCUMSTANCES
            or beside in _ANDS
            or ((at + 1 >= last or low[at + 1] in _COMMAS) and any(k == "side" for k in _starting(mentions, at)))
            or (kind != "planned" and any(k in QUANTITIES for k in _starting(mentions, at)))
        )
    word = low[cue.last - 1]
    if kind != "negation":
        return False
    if word in ("denies", "denied"):
        return ends and beside != ":"
    if word in ("not", "yet", "be") or word.endswith("n't") or word in ("wasnt", "werent", "isnt", "hasnt"):
        if low[cue.first] in ("did", "does", "do", "didn't", "doesn't", "don't", "didnt", "doesnt", "dont"):
            return beside in _HAPPENING
        if ends or beside == "this":
            return word in ("not", "yet") and beside != "but"
        if beside.endswith("ed") or beside in _PARTICIPLES:
            states = any(one in _STATES for one in _starting(mentions, at))
            return not states and beside not in _NOT_DENIED
        return False
    if word == "no":
        return ends or beside == "?"
    return False


def _is_other_word(low: list[str], mentions: list[Mention], cue: Mention, first: int, last: int) -> bool:
    """The word of the cue means something else here: "IF 3/5" is a finger, "held 20 s" no withholding."""
    word = low[cue.first]
    if word == "no" and cue.last == cue.first + 1:
        return low[cue.last : cue.last + 1] in (["sorry"], ["wait"], ["make"], ["hang"], ["hold"]) or (
            cue.first > first
            and any(mention.last == cue.first for mention in _quantities_near(mentions, cue.first))
            and any(kind in QUANTITIES for kind in _starting(mentions, cue.last))
        )
    if word in ("if", "may") and cue.last == cue.first + 1:
        behind = low[cue.last] if cue.last < last else ""
        return (
            not behind
            or any(kind in QUANTITIES for kind in _starting(mentions, cue.last))
            or behind in ("mp", "pip", "dip", "mcp", "mf", "rf", "sf", ":", ",")
            or low[cue.first - 1 : cue.first] == ["as"]
        )
    if word in ("ago", "earlier"):
        return not low[cue.first - 1].startswith(("day", "week", "month", "year", "wk", "yr"))
    if low[cue.first : cue.last] in (["held"], ["held", "today"]):
        return not _is_withheld(low, mentions, cue, first, last)
    if word == "used":
        return not _is_habit(low, mentions, cue, first)
    if word in ("declined", "declines"):
        return (cue.last < last and low[cue.last] in ("from", "since", "over")) or _is_fall_of_ability(mentions, cue)
    return False


def _quantities_near(mentions: list[Mention], word: int) -> list[Mention]:
    at = _first_from(mentions, word)
    return [mention for mention in mentions[max(0, at - 2) : at] if mention.sense.kind in QUANTITIES]


def _is_fall_of_ability(mentions: list[Mention], cue: Mention) -> bool:
    """Thus: "gait speed has declined" refuses nothing."""
    at = _first_from(mentions, cue.first) - 1
    return (
        at >= 0
        and mentions[at].sense.kind in ("ability", "measure", "impairment")
        and cue.first - mentions[at].last < 2
    )


def _is_withheld(low: list[str], mentions: list[Mention], cue: Mention, first: int, last: int) -> bool:
    """Thus: "meds held", "stairs held due to pain"; not "tandem held 20 s", "held the rail"."""
    behind = low[cue.last] if cue.last < last else ""
    near = low[cue.last : min(last, cue.last + 6)]
    reason = any(word in ("due", "because", "secondary", "per", "pending", "until", "today") for word in near)
    right = _first_from(mentions, cue.last)
    if any(mention.sense.kind == "duration" for mention in mentions[right : right + 2] if mention.first < last):
        return False
    subject = set()
    left = _first_from(mentions, cue.first) - 1
    if left >= 0 and mentions[left].first >= first:
        subject = set(_starting(mentions, mentions[left].first))
    done = not subject.isdisjoint({"activity", "treatment", "task", "education"})
    if behind in ("due", "because", "secondary", "per", "pending", "until", "today") or low[cue.last - 1] == "today":
        return done or subject.isdisjoint({"part", "side"})
    if behind in ("", ",", ";", ")"):
        return done and subject.isdisjoint({"position", "surface", "device", "equipment"})
    return reason and any(kind in ("activity", "treatment", "task") for kind in _starting(mentions, cue.last))


def _is_habit(low: list[str], mentions: list[Mention], cue: Mention, first: int) -> bool:
    """Thus: "she used to walk", "used to be toes"; not "mirror used to give feedback"."""
    behind = low[cue.last] if cue.last < len(low) else ""
    if behind in ("be", "have", "need", "live", "work"):
        return True
    if any(kind == "link" for kind in _starting(mentions, cue.first)):
        return False
    before = low[cue.first - 1] if cue.first > first else ""
    if before in _SUBJECTS or any(
        mention.sense.kind == "person" and mention.last == cue.first
        for mention in mentions[max(0, _first_from(mentions, cue.first) - 3) : _first_from(mentions, cue.first)]
    ):
        return True
    return before in ("", ",", "(") and not any(kind == "verb" for kind in _starting(mentions, cue.last))


def _joined(low: list[str], mentions: list[Mention], cue: Mention) -> int:
    """Return where the word joined to "free" begins: a finding, or what helps; else the cue itself."""
    at = _first_from(mentions, cue.first) - 1
    while at >= 0 and mentions[at].last == cue.first:
        if mentions[at].sense.kind in ("impairment", "symptom", "cue") or low[cue.first - 1] in ("hand", "hands"):
            return mentions[at].first
        at -= 1
    return cue.first


_THIN = frozenset(
    {"in", "at", "the", "on", "during", "patient", "pt", "he", "she", "they", "of", "to", "for", "-", '"'}
)


def _reach_both(
    low: list[str], mentions: list[Mention], cue: Mention, first: int, last: int, marks: _Marks
) -> Iterator[tuple[int, int, bool]]:
    """A time: of what stands before it in its clause; at the head of one, of what follows it."""
    historical = cue.sense.kind == "historical"
    begin = _start(low, cue, first, marks, True)
    if historical:
        near = range(cue.first - 1, max(begin, cue.first - 12) - 1, -1)
        begin = max([begin, *(at + 1 for at in near if low[at] in _COMPARING)])
        likened = cue.first > first and (low[cue.first - 1] in _COMPARING or low[cue.first - 2 : cue.first] in _LIKENED)
        if likened and not any(kind in QUANTITIES for kind in _starting(mentions, cue.last)):
            if low[cue.last : cue.last + 2] == [",", "when"]:
                stops = (_next(marks.commas, cue.last + 2), _next(marks.turns, cue.last + 2))
                yield cue.last + 2, min((stop for stop in stops if stop is not None), default=last), False
            return  # "steadier than last week" tells of today
    told = any(word not in _THIN for word in low[max(begin, cue.first - 4) : cue.first])
    figure = next((m for m in marks.quantities if m.first == cue.last), None) if historical else None
    if figure is not None and low[figure.last : figure.last + 1] in (["ago"], ["earlier"], ["prior"]):
        figure = None
    leads = low[cue.last : cue.last + 1] in (["was"], ["were"]) or (
        figure is not None and not (figure.last < last and (low[figure.last] in _TODAY or low[figure.last] == "this"))
    )
    if told and not leads:
        yield begin, cue.first, True
    end = _end(low, mentions, cue, last, marks, listing=not told)
    if figure is not None and not leads:
        return
    yield cue.last, end, False


_LIKENED = (["compared", "to"], ["compared", "with"], ["relative", "to"], ["same", "as"], ["similar", "to"])


def _end(low: list[str], mentions: list[Mention], cue: Mention, last: int, marks: _Marks, listing: bool = False) -> int:
    """Return the word at which a scope to the right ends."""
    kind = cue.sense.kind
    ends = [_next(marks.turns, cue.last + 1), _closing(low, cue, marks)]
    runs_on = False
    labels = kind in _DENYING and low[cue.last : cue.last + 1] == [":"]  # "deferred: stairs, foam"
    if not (listing or labels or low[cue.first] in _LISTING or low[cue.first : cue.last] == ["negative", "for"]):
        dash = low[cue.last : cue.last + 1] == ["-"]  # "deferred - stairs"
        comma = _next_comma(low, mentions, cue, marks, cue.last + dash)
        runs_on = comma != _next(marks.commas, cue.last + dash)
        ends.append(comma)
    if kind == "reported":
        ends.append(_next(marks.doses, cue.last + 1))
    if kind in _TIMED:
        ends.append(_next(marks.todays, cue.last))
    if kind == "historical":
        ends.append(
            next((at for at in range(cue.last, min(last, cue.last + 12)) if _changes_to(low, mentions, at)), None)
        )
    if kind in _DENYING:
        if not (labels or runs_on):
            ends.append(_next(marks.deeds, cue.last + 1))
        ends.append(_circumstance(low, cue, marks))
    return min((end for end in ends if end is not None), default=last)


def _next_comma(low: list[str], mentions: list[Mention], cue: Mention, marks: _Marks, word: int) -> int | None:
    """Return the next comma that ends a scope. "Declined stairs, foam and curb" goes on to its last item."""
    comma = _next(marks.commas, word)
    if comma is None or comma not in marks.series or (cue.sense.group != "either" and cue.sense.kind != "refusal"):
        return comma
    after = bisect_left(marks.commas, comma)
    while after < len(marks.commas) and marks.commas[after] in marks.series:
        after += 1
    stops = [marks.commas[after] if after < len(marks.commas) else None, _next(marks.turns, comma)]
    end = min((stop for stop in stops if stop is not None), default=len(low))
    joint = next((at for at in range(comma, min(end, comma + 4 * _ITEM)) if low[at] in _ANDS), None)
    if joint is None or not _is_item(low, mentions, joint + 1, end):
        return comma
    done = any(word in _PARTICIPLES or word.endswith("ed") for word in low[joint:end])
    return comma if done else marks.commas[after] if after < len(marks.commas) else None


def _changes_to(low: list[str], mentions: list[Mention], at: int) -> bool:
    """Thus: "last week from min A to SBA": what follows is today's."""
    return low[at] == "to" and any(kind in QUANTITIES or kind == "level" for kind in _starting(mentions, at + 1))


def _circumstance(low: list[str], cue: Mention, marks: _Marks) -> int | None:
    """Return where the circumstances of a denial begin: "no sway | on foam", "did not lose balance | at turns"."""
    ends = [_next(marks.moments, cue.last + 1)]
    found = _next(marks.findings, cue.last)
    if found is not None:
        ends.append(_next(marks.places, found + 1))
    if low[cue.last - 1] in ("no", "without", "of", "for"):
        ends.append(_next(marks.subjects, cue.last + 2))
        if not (cue.last < len(low) and low[cue.last].endswith("ing")):
            figure = bisect_left(marks.quantities, cue.last + 1, key=lambda mention: mention.first)
            ends.append(_next(marks.places, cue.last + 1))
            ends.append(marks.quantities[figure].first if figure < len(marks.quantities) else None)
    return min((end for end in ends if end is not None), default=None)


def _closing(low: list[str], cue: Mention, marks: _Marks) -> int | None:
    """Return the mark that closes the quotation the cue stands in."""
    inside = bisect_left(marks.quotes, cue.first)
    return marks.quotes[inside] if inside % 2 and inside < len(marks.quotes) else None


def _last_joint(low: list[str], before: int, first: int) -> int | None:
    return next((at for at in range(before - 1, max(first, before - 12) - 1, -1) if low[at] in _ANDS), None)


def _start(low: list[str], cue: Mention, first: int, marks: _Marks, whole: bool) -> int:
    """A scope to the left begins behind the last mark; a few words back, unless it is `whole`."""
    begin = first if whole else max(first, cue.first - _REACH_BACK - 1)
    at = cue.first
    series = whole and _is_passive(low, cue, first)
    while True:
        before = max(
            (mark for mark in (_last(marks.turns, at), _last(marks.commas, at)) if mark is not None), default=-1
        )
        if before < begin:
            break
        if series and before in marks.series:
            at = before  # "foam, stairs and curb were not tried"
            continue
        if series and low[before] == "," and before + 1 == cue.first:
            which = _last(marks.turns, before)
            if which is not None and which > begin and low[which] in ("which", "who") and low[which - 1] == ",":
                at = which - 1  # "the test, which was long, was not given"
                continue
        if low[before] == ")" and before >= first:
            opening = next((m for m in range(before - 1, begin - 1, -1) if low[m] == "("), None)
            if opening is None:
                begin = before + 1
                break
            at = opening
            continue
        if before + 1 == cue.first and low[before] in (":", "-", "(", "?", "\u2013", "\u2014"):
            at = before  # a label and its answer: "stairs: declined", "stairs (not done)"
            continue
        begin = before + 1
        break
    if cue.sense.kind in _TIMED:
        begin = max([begin, *(at + 1 for at in [_last(marks.todays, cue.first)] if at is not None)])
    joint = _last(marks.ands, cue.first)
    if joint is not None:
        begin = max(begin, joint + 1)
    inside = bisect_left(marks.quotes, cue.first)
    if inside % 2:
        begin = max(begin, marks.quotes[inside - 1] + 1)
    return begin


def _end_of_subject(mentions: list[Mention], cue: Mention, left: int, marks: _Marks) -> int:
    """A finding that is denied behind its circumstances leaves them be: "sway | on foam was not seen"."""
    at = _first_from(mentions, left)
    if at < len(mentions) and mentions[at].first < cue.first and mentions[at].sense.kind in _FINDINGS:
        place = _next(marks.places, mentions[at].last)
        if place is not None and place < cue.first:
            return place
    return cue.first


# --- what needs no cue ---------------------------------------------------------------------------------------------


def _find_plans(low: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """Return what follows the label of a plan: "Next: push toy"."""
    if low[first] in _PLAN_LABELS and low[first + 1 : first + 2] == [":"]:
        return [(first + 2, last)]
    if first > 1 and low[first - 1] == ":" and low[first - 2] in ("plan", "p"):
        return [(first, last)]  # the heading is no part of its sentence
    return []


_FORMER = frozenset({"was", "were", "adm", "admission", "evaluation", "eval", "soc", "been"})


def _find_former(low: list[str], mentions: list[Mention], first: int, last: int) -> list[tuple[int, int]]:
    """Return the figures told as former ones, right behind a mark and another figure: "9 degrees, was 14"."""
    if _FORMER.isdisjoint(low[first:last]):
        return []
    found = []
    for at in range(first + 1, last - 1):
        if low[at] == "been" and low[at - 1] == "had":
            if any(kind in QUANTITIES for kind in _starting(mentions, at + 1)):
                found.append((at + 1, at + 2))
        elif low[at] in _FORMER and low[at - 1] in (",", "(", "/", "-"):
            begin = _first_from(mentions, at + 1)
            if begin < len(mentions) and mentions[begin].first == at + 1 and mentions[begin].sense.kind in QUANTITIES:
                before = _quantities_near(mentions, at - 1)
                if any(at - 1 - mention.last < 3 for mention in before):
                    found.append((at + 1, mentions[begin].last))
    return found


def _find_doubts(low: list[str], first: int, last: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return what stands before each question mark, back to the mark before it: in doubt, or answered with no."""
    if "?" not in low[first : last + 1]:
        return [], []
    doubts: list[tuple[int, int]] = []
    denied: list[tuple[int, int]] = []
    left = first
    for at in range(first, min(last + 1, len(low))):
        if low[at] == "?" and (at == first or low[at - 1] != "?"):
            answer = low[at + 1] if at + 1 < len(low) else ""
            if left == at:  # a mark before its word: "?dystonia"
                end = next((stop for stop in range(at + 1, last) if low[stop] in _DOUBT_STOPS), last)
                doubts.append((at + 1, end))
            elif answer in _ANSWERS_NO:
                denied.append((left, at))
            elif answer not in _ANSWERS_YES and not (answer[:1].isdecimal() and low[at + 2 : at + 3] == ["/"]):
                doubts.append((left, at))
        if low[at] in _DOUBT_STOPS:
            left = at + 1
    return doubts, denied


# --- what is intact ------------------------------------------------------------------------------------------------


def _is_said_of_left(low: list[str], mentions: list[Mention], cue: Mention, last: int) -> bool:
    """Thus: "scanning good"; not "neglect better with good scanning", where it is said of what follows."""
    if cue.last >= last or cue.sense.id not in ("good", "normal", "full_range"):
        return True
    behind = low[cue.last]
    return (
        not behind[0].isalpha() or behind in _CIRCUMSTANCES or behind in _ANDS or behind in _TODAY or behind in _TURNS
    )


def _denied(bits: list[int], mentions: list[Mention], cue: Mention) -> bool:
    """Thus: "not resolved", "not yet normal"."""
    at = _first_from(mentions, cue.first)
    return bool(bits[at] & NEGATED)


def _spread_intact(mentions: list[Mention], bits: list[int], left: int, right: int) -> None:
    """Mark what stands left of "intact": an ability is intact, a deficit or a symptom is denied."""
    for at in range(_first_from(mentions, left), _first_from(mentions, right)):
        kind = mentions[at].sense.kind
        if kind in ("impairment", "symptom"):
            bits[at] |= NEGATED
        elif kind == "ability":
            bits[at] |= INTACT
