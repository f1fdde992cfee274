"""What is planned, former, in doubt or answered without a cue: by a label, a mark or a question mark."""

from rewriter.calendar import WEEKDAYS
from rewriter.punctuation import DASHES
from rewriter.reading.context.cues import is_condition
from rewriter.reading.context.places import Line
from rewriter.reading.context.told import find_told
from rewriter.reading.quantities.doses import DOUBTED

_PLAN_LABELS = frozenset({"plan", "next", "recommendations", "recommendation"})
# What stands behind "plan" where it names the plan itself.
_OF_PLANS = frozenset("of is was were as and remains unchanged same for to per in with on the".split())
_TO_DO = frozenset("try add progress start begin trial increase advance introduce attempt resume work do".split())
# Behind "next" these come in the same session, or say when it was; "next to the bed" is a place.
_IN_TURN = frozenset(
    "to rep reps set sets trial trials attempt attempts bout lap round step stair turn one two day morning was were "
    "is and then door room".split()
)
# Steps that are an exercise: "next step ups".
_STEPPED = frozenset({"up", "ups", "down", "downs", "over", "overs", "tap", "taps", "through"})
_ONCE = frozenset({"when", "once", "if"})
_UNTIL = frozenset({"until", "till", "til", "pending", "per"})
_KNOWN = WEEKDAYS | frozenset(
    "cleared clearance follow next seen further approved results xray imaging recheck notice healed reassessed "
    "reassessment md".split()
)
_FORMER = frozenset({"was", "were", "adm", "admission", "evaluation", "eval", "soc", "been"})
_DOUBT_STOPS = frozenset({",", ";", "?", "(", "\u2192", "->"})
_ANSWERS_NO = frozenset(
    {"no", "not", "none", "nope", "never", "denied", "denies", "refused", "declined", "deferred", "skipped", "n"}
)
_ANSWERS_YES = frozenset({"yes", "y", "yep", "yeah", "ok", "done"})
_SIGNS = _FORMER | {"?", "[", "0", "should", "provided", "hold", "history", DOUBTED}

# What a note says to have been absent.
_WITHOUT = frozenset({"impairment", "symptom", "cue"})

Span = tuple[int, int]


def has_signs(low: list[str], first: int, last: int) -> bool:
    """Tell in one look whether a sentence may hold any of this; the mark that closes it counts."""
    words = low[first : last + 1]
    return (
        not _SIGNS.isdisjoint(words)
        or low[first] in _PLAN_LABELS
        or low[first - 1] in (":", "plan")
        or (":" in words and any(low[at] == ":" and low[at + 1] in _ANSWERED_NO for at in range(first, last - 1)))
    )


def find_plans(line: Line) -> list[Span]:
    """Return what follows the label of a plan: "Next: push toy"."""
    low, first = line.low, line.first
    last = find_told(line, first, line.last, headed=low[first - 1] == ":")
    if low[first] in _PLAN_LABELS and (
        line.word(first + 1) == ":" or (low[first] == "next" and line.word(first + 1) == "-")
    ):
        return [(first + 2, last)]
    if low[first] == "plan" and names_plan(line.word(first + 1)):
        return [(first + 1, last)]
    if first > 1 and low[first - 1] == ":" and low[first - 2] in ("plan", "p"):
        return [(first, last)]  # the heading is no part of its sentence
    if first > 0 and low[first - 1] == "plan":
        return [(first, last)]  # nor is one without a mark
    return _held_until(line)


def names_plan(word: str) -> bool:
    """Behind a bare "plan" stands what is planned: "plan gaze drills", not "plan of care", "plan reviewed"."""
    return word[:1].isalpha() and word not in _OF_PLANS and not word.endswith("ed")


def tells_next(told: list[str]) -> bool:
    """What is to be done opens with its verb: "next try 18 in", "add single leg hop when >80%"."""
    if told[0] == "next":
        drill = told[1:2] == ["step"] and told[2:3] != [] and told[2] in _STEPPED
        return drill or (told[1:2] != [] and told[1][0].isalpha() and told[1] not in _IN_TURN)
    return told[0] in _TO_DO and not _ONCE.isdisjoint(told)


def _held_until(line: Line) -> list[Span]:
    """Return what is to be held back until something is known: "hold step-downs until MD follow up"."""
    low, found = line.low, []
    for at in range(line.first, line.last):
        opens = low[at] == "hold" and (at == line.first or low[at - 1] in _CELL_ENDS)
        if not opens:
            continue
        until = next((word for word in range(at + 1, line.last) if low[word] in _UNTIL), line.last)
        if any(word[0].isdecimal() for word in low[at:until]):
            continue  # "hold plank 30 s until told"
        if not _KNOWN.isdisjoint(low[until : line.last]) or "person" in line.kinds_in(until, line.last):
            found.append((at + 1, line.last))
    return found


def find_former(line: Line) -> list[Span]:
    """Return the figures told as former ones, right behind a mark and another figure: "9 degrees, was 14"."""
    low = line.low
    found = []
    for at in range(line.first, line.last - 1):
        if low[at] == "history" and (had := _had(line, at + 1)) is not None:
            found.append(had)
    for at in range(line.first + 1, line.last - 1):
        if low[at] not in _FORMER:
            continue
        if low[at] == "been" and low[at - 1] == "had":
            if line.figure_at(at + 1):
                found.append((at + 1, at + 2))
        elif low[at - 1] in (",", "(", "/", "-"):
            former = line.figure_at(at + 1)
            if former and any(at - 1 - figure.last < 3 for figure in line.figures_before(at - 1)):
                found.append((former.first, former.last))
    return found


def _had(line: Line, at: int) -> Span | None:
    """Return what stands right behind "history", up to the next mark: "hx L TKA 2019"."""
    if not _CONDITIONS.isdisjoint(line.kinds_at(at)):
        return at, next((end for end in range(at, line.last) if line.low[end] in _CELL_ENDS), line.last)
    return None


_CONDITIONS = frozenset("diagnosis symptom impairment side part treatment".split())
_CELL_ENDS = frozenset({"|", ";", ".", "\n", ","})
_ANSWERED_NO = frozenset({"n", "no", "none"})
# What stands before a zero that counts what follows it.
_OPENS = _CELL_ENDS | {"(", "-", "with", "w/", "and", "&", "had", "\u2022"}
# What a number behind zero goes on with: "dizzy 0, then 4".
_ROWS_ON = frozenset({"then", "to", "now", "after"})


def _answered_no(line: Line) -> list[Span]:
    """Return what a form answers with no: "NMES: N", "neglect [ ]"."""
    low, denied = line.low, []
    begin = line.first
    for at in range(line.first, line.last):
        ends = at + 2 >= line.last or low[at + 2] in _CELL_ENDS
        answer = low[at + 1] if at + 1 < line.last else ""
        if (low[at] == ":" and answer in _ANSWERED_NO and ends) or (low[at] == "[" and answer == "]"):
            denied.append((begin, at))
        elif low[at] == "0" and (counted := _counted_by_zero(line, at)) is not None:
            denied.append(counted)
        if low[at] in _CELL_ENDS or low[at] in ("]", "-", "//"):
            begin = at + 1
    return denied


def _counted_by_zero(line: Line, zero: int) -> Span | None:
    """Return the deficit that the zero at word `zero` counts: "freezing 0", "LOB: 0", "LOB x0", "0 LOB".

    A rating is no count, nor is a zero with which a row begins: "dizzy 0/10", "dizzy 0 at rest", "dizzy 0, then 4".
    """
    low = line.low
    before = low[zero - 1] if zero > line.first else "|"
    if before in _OPENS and (counted := _deficit(line, zero + 1, starts=True)) is not None:
        return counted
    after = low[zero + 1] if zero + 1 < line.last else "."
    behind = low[zero + 2] if zero + 2 < line.last else "."
    closed = after in _CELL_ENDS and behind not in _ROWS_ON and not behind[0].isdecimal()
    if not closed and before != "x":
        return None
    return _deficit(line, zero - 1 if before in (":", "x", "=") else zero, starts=False)


def _deficit(line: Line, word: int, *, starts: bool) -> Span | None:
    """Return the words of the deficit that starts, or else ends, at `word`."""
    near = line.mentions[line.first_from(word) :][:2] if starts else line.before(word, 3)
    found = [m for m in near if m.sense.kind == "impairment" and (m.first if starts else m.last) == word]
    return (found[0].first, found[0].last) if found else None


def find_doubts(line: Line) -> tuple[list[Span], list[Span]]:
    """Return what stands before each question mark, back to the mark before it: in doubt, or answered with no.

    What stands right behind a letter that may say "without" is in doubt too: "tandem 30 s LOB".
    """
    low, last = line.low, line.last
    doubts = _behind_doubted(line)
    denied = _answered_no(line)
    left = line.first
    for at in range(line.first, min(last + 1, len(low))):
        if low[at] not in _DOUBT_STOPS and not (low[at] in DASHES and low[at - 1][0].isalpha()):
            continue
        if low[at] == "?" and (at == line.first or low[at - 1] != "?"):
            answer = low[at + 1] if at + 1 < len(low) else ""
            if left == at:  # a mark before its word: "?dystonia"
                end = next((stop for stop in range(at + 1, last) if low[stop] in _DOUBT_STOPS | DASHES), last)
                doubts.append((at + 1, end))
            elif answer in _ANSWERS_NO:
                denied.append((left, at))
            elif answer not in _ANSWERS_YES and not (answer[:1].isdecimal() and low[at + 2 : at + 3] == ["/"]):
                doubts.append((left, at))
        left = at + 1
    doubts += [
        (at, next((stop for stop in range(at, last) if low[stop] in _DOUBT_STOPS), last))
        for at in range(line.first, last)
        if is_condition(low, at)
    ]
    return doubts, denied


def _behind_doubted(line: Line) -> list[Span]:
    """Return the deficits and cues that stand right behind a letter s of which nothing tells what it is."""
    found = []
    for at in range(line.first, line.last - 1):
        if line.low[at] == DOUBTED:
            near = line.mentions[line.first_from(at + 1) :][:2]
            found += [(m.first, m.last) for m in near if m.first == at + 1 and m.sense.kind in _WITHOUT]
    return found
