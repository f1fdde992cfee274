"""How far a cue reaches: from the cue to the mark that ends its scope, on the side it is about.

A denied finding ends at the circumstances in which it was looked for: "no sway on foam" denies sway, not foam.
"""

from bisect import bisect_left
from collections.abc import Iterator

from rewriter.english import ANDS, DETERMINERS
from rewriter.reading.context.cues import DENYING, PARTICIPLES, faces_left, is_passive
from rewriter.reading.context.marks import FINDINGS, ITEM, ONE, THIS, TODAY, Marks, is_item
from rewriter.reading.context.places import Line, last_in, next_in
from rewriter.reading.context.told import find_told
from rewriter.reading.mentions import QUANTITIES, Mention

_TIMED = frozenset({"planned", "historical"})
_COMPARING = frozenset({"than", "since", "as", "from", "compared", "versus", "vs", "over", "unlike"})
_LIKENED = (["compared", "to"], ["compared", "with"], ["relative", "to"], ["same", "as"], ["similar", "to"])
_AGO = frozenset({"ago", "earlier", "prior"})
# After these a comma goes on with the list: "denies pain, nausea".
_LISTING = frozenset({"denies", "denied", "deny", "denying", "reports", "reported", "will", "plan"})
_LISTING_PAIRS = (["negative", "for"], ["free", "of"])
_LABELLED = THIS | {"today", "this"}
_LABELS = frozenset({":", "-", "(", "?", "\u2013", "\u2014"})
# Words that say nothing of their own before a time.
_THIN = frozenset(
    {"in", "at", "the", "on", "during", "patient", "pt", "he", "she", "they", "of", "to", "for", "-", '"'}
)
# What is denied before help that was given.
_DENIED = frozenset("device equipment part side impairment symptom surface".split())
_REACH_BACK = 6
# What was given or counted ends what is denied far behind it, in a run without marks; and what could be denied there.
_GIVEN = QUANTITIES | {"level", "cue"}
_DENIABLE = frozenset({"activity", "task", "treatment", "education"})
_PLACED = frozenset({"position", "surface", "function"})
_LONG = 10  # words
_NEAR = 12

Reach = tuple[int, int, bool]


def find_reach(line: Line, cue: Mention, marks: Marks) -> Iterator[Reach]:
    """Yield the words (first, last) that a cue reaches, and whether they stand before it (it is behind them)."""
    group, low = cue.sense.group, line.low
    if group == "joined":
        yield _joined(line, cue), cue.first, True
        return
    if group == "both":
        yield from _reach_both(line, cue, marks)
        return
    passive = is_passive(line, cue)
    if faces_left(line, cue, passive):
        left = find_start(line, cue, marks, passive or low[cue.last - 1] in ("not", "yet"))
        if not passive:
            left = _behind_given(line, cue, left)
        if low[cue.first] == "none":
            near = range(cue.first - 1, max(left, cue.first - _NEAR) - 1, -1)
            left = next((at + 1 for at in near if low[at] in ANDS), left)
        if left < cue.first:
            yield left, _end_of_subject(line, cue, left, marks), True
            return
        if group == "backward" and cue.sense.kind != "negation":
            return
        label = cue.last
        while label < line.last and (low[label] in _LABELLED or low[label] in PARTICIPLES or low[label].endswith("ed")):
            label += 1
        if line.word(label) not in (":", "-") and (group != "backward" or cue.last >= line.last):
            return
        if label > cue.last:
            yield label + 1, line.last, False  # "not done today: stairs, foam"
            return
    yield cue.last, _find_end(line, cue, marks), False


def _joined(line: Line, cue: Mention) -> int:
    """Return where the word joined to "free" begins: a finding, or what helps; else the cue itself."""
    at = line.first_from(cue.first) - 1
    while at >= 0 and line.mentions[at].last == cue.first:
        if line.kinds[at] in ("impairment", "symptom", "cue") or line.low[cue.first - 1] in ("hand", "hands"):
            return line.starts[at]
        at -= 1
    return cue.first


def _reach_both(line: Line, cue: Mention, marks: Marks) -> Iterator[Reach]:
    """A time: of what stands before it in its clause; at the head of one, of what follows it."""
    low, last = line.low, line.last
    begin = find_start(line, cue, marks, True)
    figure = None
    if cue.sense.kind == "historical":
        near = range(cue.first - 1, max(begin, cue.first - _NEAR) - 1, -1)
        begin = next((at + 1 for at in near if low[at] in _COMPARING), begin)
        begin = max(begin, _former_figure(line, cue, begin))
        figure = line.figure_at(cue.last)
        likened = cue.first > line.first and (
            low[cue.first - 1] in _COMPARING or low[cue.first - 2 : cue.first] in _LIKENED
        )
        if likened and figure is None:
            if low[cue.last : cue.last + 2] == [",", "when"]:
                behind = cue.last + 2
                yield behind, min(next_in(marks.commas, behind, last), next_in(marks.turns, behind, last)), False
            return  # "steadier than last week" tells of today
        if figure and line.word(figure.last) in _AGO:
            figure = None
    todays = figure is not None and (line.word(figure.last) in TODAY or line.word(figure.last) == "this")
    leads = line.word(cue.last) in ("was", "were") or (figure is not None and not todays)
    told = not _THIN.issuperset(low[max(begin, cue.first - 4) : cue.first])
    if told and not leads:
        yield begin, cue.first, True
    if leads or figure is None:
        yield cue.last, _find_end(line, cue, marks, listing=not told), False


def _former_figure(line: Line, cue: Mention, begin: int) -> int:
    """Return where a figure begins that alone is of that time: "eyes closed 12 s | was 8 last time"; else 0."""
    was = next((at for at in range(cue.first - 2, begin - 1, -1) if line.low[at] in ("was", "were")), None)
    if was is None or was + 1 != cue.first - 1 or line.figure_at(was + 1) is None:
        return 0
    return was + 1 if any(figure.first >= begin for figure in line.figures_before(was)) else 0


# --- to the right --------------------------------------------------------------------------------------------------


def _find_end(line: Line, cue: Mention, marks: Marks, listing: bool = False) -> int:
    """Return the word at which a scope to the right ends."""
    kind, low, last = cue.sense.kind, line.low, line.last
    behind = line.word(cue.last)
    end = min(next_in(marks.turns, cue.last + 1, last), _quotation(line, cue, marks)[1])
    labels = kind in DENYING and behind == ":"  # "deferred: stairs, foam"
    runs_on = labels
    if not (listing or labels or low[cue.first] in _LISTING or low[cue.first : cue.last] in _LISTING_PAIRS):
        at = cue.last + (behind == "-")  # "deferred - stairs"
        comma = _next_comma(line, cue, marks, at)
        runs_on = comma != next_in(marks.commas, at, last)
        end = min(end, comma)
    elif kind in DENYING and (over := _behind_today(line, cue, marks)) is not None:
        end = min(end, over)  # "denies nausea today, vomited yesterday"
    if kind == "reported":
        end = min(end, next_in(marks.doses, cue.last + 1, last))
    if kind == "refusal":
        opening = next_in(marks.quotes, cue.last + 1, end)
        if opening < end and low[opening - 1] not in DETERMINERS:
            end = opening  # refused stairs "my legs are shot": the words give the reason
    if kind in _TIMED:
        end = min(end, next_in(marks.todays, cue.last, last))
    if kind == "planned":
        end = min(end, find_told(line, cue.last, end))
    if kind == "historical":
        near = range(cue.last, min(end, cue.last + _NEAR))
        end = next((at for at in near if low[at] == "to" and _is_measured(line, at + 1)), end)
    if kind in DENYING:
        if not runs_on:
            end = min(end, next_in(marks.deeds, cue.last + 1, last))
        end = min(end, _circumstance(line, cue, marks))
        if end - cue.last > _LONG and not runs_on and low[cue.last - 1] not in _LISTING:
            end = min(end, _given_behind(line, cue))
    return end


def _given_behind(line: Line, cue: Mention) -> int:
    """Return where help, a cue or a figure ends what is denied in a run without marks: "not to bend past 90 | long"."""
    for at in range(line.first_from(cue.last + 1), len(line.starts)):
        if line.kinds[at] in _GIVEN:
            return line.mentions[at].last if line.kinds[at] in QUANTITIES else line.starts[at]
    return line.last


def _next_comma(line: Line, cue: Mention, marks: Marks, word: int) -> int:
    """Return the next comma that ends a scope. "Declined stairs, foam and curb" goes on to its last item."""
    low, last = line.low, line.last
    comma = next_in(marks.commas, word, last)
    if comma not in marks.series or (cue.sense.group != "either" and cue.sense.kind != "refusal"):
        return comma
    behind = next((at for at in marks.commas[bisect_left(marks.commas, comma) :] if at not in marks.series), last)
    end = min(behind, next_in(marks.turns, comma, last))
    joint = next((at for at in range(comma, min(end, comma + 4 * ITEM)) if low[at] in ANDS), None)
    if joint is None or not is_item(line, joint + 1, end):
        return comma
    done = any(word in PARTICIPLES or word.endswith("ed") for word in low[joint:end])
    return comma if done else behind


def _behind_today(line: Line, cue: Mention, marks: Marks) -> int | None:
    """Return the comma right behind a word of today: what follows is of another time."""
    return next((at for at in marks.todays if at > cue.last and line.word(at + 1) == ","), None)


def _is_measured(line: Line, word: int) -> bool:
    """Thus: "last week from min A to SBA": what follows is today's."""
    return line.figure_at(word) is not None or "level" in line.kinds_at(word)


def _circumstance(line: Line, cue: Mention, marks: Marks) -> int:
    """Return where the circumstances of a denial begin: "no sway | on foam", "did not lose balance | at turns"."""
    last = line.last
    end = next_in(marks.moments, cue.last + 1, last)
    found = next_in(marks.findings, cue.last, last)
    end = min(end, next_in(marks.places, found + 1, last))
    if line.low[cue.last - 1] == "no":
        end = min(end, _affirmed_beside(line, cue))
    if line.low[cue.last - 1] in ("no", "without", "of", "for"):
        end = min(end, next_in(marks.subjects, cue.last + 2, last), _help_given(line, cue))
        if not line.word(cue.last).endswith("ing"):
            behind = cue.last + 1
            end = min(end, next_in(marks.places, behind, last), next_in(marks.figures, behind, last))
    return end


def _affirmed_beside(line: Line, cue: Mention) -> int:
    """Return where something is joined that has an article of its own: "no neglect | and an increase in tone"."""
    near = range(cue.last + 1, min(line.last - 1, cue.last + _NEAR))
    return next((at for at in near if line.low[at] in ANDS and line.low[at + 1] in ONE), line.last)


def _help_given(line: Line, cue: Mention) -> int:
    """Return where help begins right behind what is denied, which was given: "no AD | CGA"; else the sentence's end."""
    named = cue.last
    for at in range(line.first_from(cue.last), len(line.starts)):
        if line.starts[at] > max(named, cue.last):
            break
        if line.kinds[at] == "level" and line.starts[at] > cue.last:
            return line.starts[at]
        if line.kinds[at] in _DENIED:
            named = max(named, line.mentions[at].last)
    return line.last


def _quotation(line: Line, cue: Mention, marks: Marks) -> tuple[int, int]:
    """Return the words of the quotation that the cue stands in, or of the sentence."""
    inside = bisect_left(marks.quotes, cue.first)
    if inside % 2 == 0:
        return line.first, line.last
    return marks.quotes[inside - 1] + 1, next_in(marks.quotes, cue.first, line.last)


# --- to the left ---------------------------------------------------------------------------------------------------


def find_start(line: Line, cue: Mention, marks: Marks, whole: bool) -> int:
    """A scope to the left begins behind the last mark; a few words back, unless it is `whole`."""
    begin = max(
        _behind_mark(line, cue, marks, whole),
        last_in(marks.ands, cue.first, -1) + 1,
        _quotation(line, cue, marks)[0],
    )
    if cue.sense.kind in _TIMED:
        begin = max(begin, last_in(marks.todays, cue.first, -1) + 1)
    return begin


def _behind_mark(line: Line, cue: Mention, marks: Marks, whole: bool) -> int:
    low = line.low
    begin = line.first if whole else max(line.first, cue.first - _REACH_BACK - 1)
    series = whole and is_passive(line, cue)
    at = cue.first
    while True:
        mark = max(last_in(marks.turns, at, -1), last_in(marks.commas, at, -1))
        beside = mark + 1 == cue.first
        if mark < begin:
            return begin
        if series and mark in marks.series:
            at = mark  # "foam, stairs and curb were not tried"
        elif series and beside and low[mark] == "," and (which := _relative(low, marks, mark)) > begin:
            at = which - 1  # "the test, which was long, was not given"
        elif low[mark] == ")" and "(" in low[begin:mark]:
            at = next(opening for opening in range(mark - 1, -1, -1) if low[opening] == "(")
        elif beside and low[mark] in _LABELS:
            at = mark  # a label and its answer: "stairs: declined", "stairs (not done)"
        else:
            return mark + 1


def _behind_given(line: Line, cue: Mention, left: int) -> int:
    """A run without marks: "VC lock brakes 5 of 6 stove not used" denies no more than what is behind the figure.

    Help, a cue or a figure right before the denial, or with nothing else to deny behind it, is of what is denied:
    "foam 3x20 s not done", "gait 150 ft RW not done".
    """
    for mention in reversed(line.before(cue.first, _NEAR)):
        if mention.first < left:
            break
        if mention.last < cue.first and mention.sense.kind in _GIVEN:
            long = cue.first - left > _LONG
            given = mention.sense.kind in ("level", "cue")
            deniable = not (_DENIABLE | _PLACED if given else _DENIABLE).isdisjoint(
                line.kinds_in(mention.last, cue.first)
            )
            if deniable or long:
                return mention.last
    return left


def _relative(low: list[str], marks: Marks, comma: int) -> int:
    """Return the "which" or "who" of the clause that a comma closes, or -1."""
    which = last_in(marks.turns, comma, -1)
    return which if which > 0 and low[which] in ("which", "who") and low[which - 1] == "," else -1


def _end_of_subject(line: Line, cue: Mention, left: int, marks: Marks) -> int:
    """A finding that is denied behind its circumstances leaves them be: "sway | on foam was not seen"."""
    at = line.first_from(left)
    if at < len(line.starts) and line.starts[at] < cue.first and line.kinds[at] in FINDINGS:
        return min(cue.first, next_in(marks.places, line.mentions[at].last, cue.first))
    return cue.first
