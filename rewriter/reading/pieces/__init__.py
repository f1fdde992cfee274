"""Where a sentence is cut into pieces, each of which becomes one fact.

A full sentence stays whole. A telegraphic one is cut at commas, dashes, arrows and where a cue or an assistance level
begins, never inside a quotation, a parenthesis, or the scope of a denial.
"""

from itertools import pairwise

from rewriter.reading.mentions import DOSES
from rewriter.reading.pieces.asides import doses_aside, leads_to_dose
from rewriter.reading.pieces.asked import asks_about, asks_on
from rewriter.reading.pieces.commas import goes_on
from rewriter.reading.pieces.courses import find_end_of_change
from rewriter.reading.pieces.deeds import does_now, find_other_subject
from rewriter.reading.pieces.dosed import (
    doses_alone,
    doses_help,
    repeats_dose,
    returns_to_dose,
    returns_to_value,
    shares_dose,
    tells_dose,
    tells_former_way,
    times_device,
)
from rewriter.reading.pieces.forms import (
    NOTED,
    PATIENT,
    PHRASE,
    SENTENCE,
    THERAPIST,
    find_form,
    find_verb_form,
    is_terse_deed,
)
from rewriter.reading.pieces.headings import find_own_piece, heads_of, is_bare, opens_education, says_the_same
from rewriter.reading.pieces.helped import opens_own_row
from rewriter.reading.pieces.members import lists_members
from rewriter.reading.pieces.openings import AMOUNTS, GIVEN, opens_piece
from rewriter.reading.pieces.parted import ends_program, holds_program, lists_parts, lists_program
from rewriter.reading.pieces.pooled import find_end_of_pooled
from rewriter.reading.pieces.prose import STATIONS, is_clause, is_prose
from rewriter.reading.pieces.reached import find_end_of_reached
from rewriter.reading.pieces.reasoned import tells_why_not
from rewriter.reading.pieces.running import Stretch, find_stretches
from rewriter.reading.pieces.spanned import spans
from rewriter.reading.pieces.spliced import find_splices
from rewriter.reading.pieces.taught import find_end_of_taught
from rewriter.reading.pieces.trials import find_end_of_trials
from rewriter.reading.pluses import opens_sign
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.typed.tables import is_header, tells_other_times

__all__ = ["AMOUNTS", "NOTED", "PATIENT", "PHRASE", "SENTENCE", "THERAPIST", "Piece", "cut", "is_terse_deed"]

_STANDALONE = frozenset({"cue", "activity", "level", "education"})
_LEADS_ON = frozenset({"-", "\u2192", "->"})
# A run of words longer than any sentence is kept whole: its parts could not be told apart anyway.
_LONGEST_CUT = 400
_NEEDING = frozenset({"needed", "needs", "required", "requires"})
_NEEDED = 2  # words of a cue
_HANDED = frozenset({"tactile", "manual", "verbal", "technique"})
# What a rating is made of.
_RATED = frozenset({"symptom", "ratio", "number", "vital", "measure", "impairment"})

Piece = tuple[int, int, str]


def cut(
    reading: Reading, sentence: Sentence, indexes: list[int], own: list[str], *, clipped: bool = False
) -> list[Piece]:
    """Return (first, last, form) of the pieces of a sentence; together they are the sentence, none a bare heading.

    It may be known to be `clipped`, part of a run-on: then it is no prose.
    """
    low = reading.words.low
    if sentence.last - sentence.first > _LONGEST_CUT:
        return [(sentence.first, sentence.last, SENTENCE)]
    if is_header(reading, sentence) or tells_other_times(reading, sentence):
        return [(sentence.first, sentence.last, SENTENCE)]
    if not clipped and lists_members(reading, sentence.first, sentence.last, indexes):
        return [(sentence.first, sentence.last, SENTENCE)]
    if is_bare(reading, sentence, own):
        return []
    labelled = sentence.label > sentence.first
    if colon := find_own_piece(reading, sentence, indexes):
        body = sentence._replace(first=colon + 1, label=colon + 1)
        return [(sentence.first, colon, PHRASE), *cut(reading, body, indexes, own)]
    drops = labelled and low[sentence.first + 1] != "term" and says_the_same(reading, sentence, indexes, own)
    begin = sentence.label if drops else sentence.first  # "LTG: 150 ft": by when is the goal's
    if begin == sentence.first and labelled:
        return [(sentence.first, sentence.last, SENTENCE)]
    stretches = [] if begin > sentence.first or clipped else find_stretches(reading, begin, sentence.last, indexes)
    if len(stretches) > 1:
        return [piece for stretch in stretches for piece in _cut_stretch(reading, sentence, stretch, indexes, own)]
    clipped = clipped or any(not stretch.whole for stretch in stretches)
    if not clipped and (splices := find_splices(reading, begin, sentence.last, indexes)):
        bounds = [begin - 1, *splices, sentence.last]
        parts = [sentence._replace(first=left + 1, label=left + 1, last=right) for left, right in pairwise(bounds)]
        return [piece for part in parts for piece in cut(reading, part, _within(reading, part, indexes), own)]
    prose = is_prose(reading, begin, sentence.last) and not _opens_with_cue(reading, begin, sentence.last)
    taught = begin > sentence.first and opens_education(reading, sentence, indexes)
    if (not clipped and (prose or is_clause(reading, begin, sentence.last, indexes))) or _opens_prose(
        reading, begin, sentence.last, indexes
    ):
        form = find_verb_form(reading, begin, indexes) or SENTENCE
        if taught and form == SENTENCE and "education" not in heads_of(reading, begin, sentence.last, indexes):
            begin = sentence.first  # "Edu: shoes not slippers, she laughed": else nothing says that it was taught
        return [(begin, sentence.last, form)]
    if taught:
        return [(sentence.first, sentence.last, PHRASE)]
    # "goal: transfers standby assistance, 2 steps": the level is part of the goal, and so is what a comma parts
    goal = begin > sentence.first and "goal" in heads_of(reading, sentence.first, begin, indexes)
    bounds = [begin]
    quoted, depth, kept = 0, 0, sentence.last if goal else 0
    for at in range(begin, sentence.last):
        word = low[at]
        if word == '"':
            quoted ^= 1
        depth += (word in "([") - (word in ")]") if len(word) == 1 else 0
        if word == "," and at >= kept and not goal:
            span = bounds[-1], at, sentence.last
            kept = (
                returns_to_value(reading, *span)
                or returns_to_dose(reading, *span)
                or lists_parts(reading, *span)
                or find_end_of_trials(reading, *span)
                or find_end_of_taught(reading, *span)
                or find_end_of_reached(reading, *span)
                or find_end_of_pooled(reading, *span)
            )
        if word in _LEADS_ON and at >= kept:
            kept = find_end_of_change(reading, bounds[-1], at, sentence.last)
        if quoted or depth > 0 or at < kept:
            continue
        if word == "," and asks_on(reading, bounds[-1], at):
            kept = at + 2  # what is asked for as well opens nothing
            continue
        if word == "," and (
            (
                goes_on(reading, at, sentence.last, indexes)
                and not opens_own_row(reading, at)
                and not tells_former_way(reading, bounds[-1], at, sentence.last)
            )
            or doses_alone(reading, at, sentence.last)
            or leads_to_dose(reading, bounds[-1], at, sentence.last)
            or doses_help(reading, bounds[-1], at, sentence.last)
            or lists_program(reading, bounds[-1], at)
            or doses_aside(reading, bounds[-1], at, sentence.last)
            or repeats_dose(reading, bounds[-1], at, sentence.last)
            or times_device(reading, at, sentence.last)
            or shares_dose(reading, bounds[-1], at, sentence.last, indexes)
            or _is_denied(reading, at)
            or _may_be_denied(reading, bounds[-1], at, sentence.last, indexes)
        ):
            continue
        if (
            word == ","
            or (word in _LEADS_ON and _is_break(reading, bounds[-1], at, indexes) and not _is_denied(reading, at))
            or (word in ("+", "&", "and") and _joins_standalone(reading, bounds[-1], at, indexes))
        ):
            if tells_why_not(reading, bounds[-1], at, sentence.last) or asks_about(reading, bounds[-1], at):
                continue
            if word == "," or not (_holds_on(reading, bounds[-1], at, indexes) or asks_on(reading, bounds[-1], at)):
                bounds += [at, at + 1]
        elif at > bounds[-1] and opens_piece(reading, at, bounds[-1], indexes):
            bounds.append(at)
    bounds.append(sentence.last)
    pieces = []
    for first, last in pairwise(bounds):
        while first < last and low[first] in (",", "-", "\u2192", "->", "+", "&", "and", ":"):
            behind = low[first + 1] if first + 1 < last and reading.words.gap[first + 1] == "" else ""
            stuck = low[first] in ("+", "-") and behind[:1].isdecimal()
            if stuck or opens_sign(reading.words, first):
                break  # signed: "+5 ply", "-10 degrees", "negative today, + last week"
            first += 1
        if first < last and any(word[0].isalnum() for word in low[first:last]):
            pieces.append((first, last, find_form(reading, first, last, indexes)))
    told = [piece[2] == PATIENT or low[piece[0]] == "will" for piece in pieces]
    other = find_other_subject(reading, [piece[0] for piece in pieces], told)
    if other is not None:
        pieces[other:] = [(pieces[other][0], sentence.last, SENTENCE)]
    return pieces or [(begin, sentence.last, PHRASE)]


def _cut_stretch(
    reading: Reading, sentence: Sentence, stretch: Stretch, indexes: list[int], own: list[str]
) -> list[Piece]:
    """Return the pieces of one stretch of a run-on."""
    part = sentence._replace(first=stretch.first, label=stretch.first, last=stretch.last)
    inside = _within(reading, part, indexes)
    if stretch.whole:
        return [(part.first, part.last, find_verb_form(reading, part.first, inside) or SENTENCE)]
    return cut(reading, part, inside, own, clipped=True)


def _opens_with_cue(reading: Reading, first: int, last: int) -> bool:
    """A cue and what it was for: "verbal cues to look at the window and not the floor"."""
    if "," in reading.words.low[first:last]:
        return False
    opening = [reading.mentions[i] for i in reading.between(first, first + 1)]
    return any(m.sense.group in GIVEN and reading.words.low[m.last : m.last + 1] in (["to"], ["for"]) for m in opening)


def _within(reading: Reading, part: Sentence, indexes: list[int]) -> list[int]:
    return [i for i in indexes if part.first <= reading.mentions[i].first < part.last]


def _is_denied(reading: Reading, at: int) -> bool:
    return any(left < at < right - 1 for left, right, _ in reading.scopes)


def _may_be_denied(reading: Reading, start: int, comma: int, last: int, indexes: list[int]) -> bool:
    """Whether the second of "No fever, chills" is denied too cannot be known: the two stay together as written."""
    low = reading.words.low
    denied = any(
        reading.mentions[i].sense.kind == "negation" and start <= reading.mentions[i].first <= start + 1
        for i in indexes
    )
    end = next((at for at in range(comma + 1, last) if low[at] == ","), last)
    bare = all(word.isalpha() for word in low[comma + 1 : end]) and end - comma <= 4
    return (
        denied
        and bare
        and not any(
            reading.mentions[i].sense.kind in ("verb", "cue", "level", "activity", "negation", "intact", "goal")
            and comma < reading.mentions[i].first < end
            for i in indexes
        )
    )


def _opens_prose(reading: Reading, first: int, last: int, indexes: list[int]) -> bool:
    """A sentence that begins with a verb and runs on with a link or an article is prose, not shorthand."""
    low = reading.words.low
    if find_verb_form(reading, first, indexes) is None:
        return False
    articles = sum(word in ("the", "a", "an", "his", "her") for word in low[first:last])
    links = sum(
        reading.mentions[i].sense.kind == "link" and reading.mentions[i].sense.group in ("purpose", "function")
        for i in indexes
        if reading.mentions[i].first >= first
    )
    marks = {",", "-", "\u2192", "->", "+"}
    return last - first > 5 and bool(articles or links) and marks.isdisjoint(low[first:last])


def _holds_on(reading: Reading, start: int, at: int, indexes: list[int]) -> bool:
    """Tell whether a piece keeps what is joined to it: "cued ankle strategy + eyes to target", "dual task - a + b"."""
    if reading.words.low[start] in _NEEDING and any(reading.mentions[i].last == at for i in indexes):
        return at == start + _NEEDED + 1  # "needed VC + TC each rep to turn head": both were needed for it
    if find_verb_form(reading, start, indexes) == THERAPIST:
        named = {reading.mentions[i].sense.group for i in indexes if reading.mentions[i].first in (at + 1, at + 2)}
        return named.isdisjoint(_HANDED)
    return any(reading.mentions[i].first == start and reading.mentions[i].sense.group == "dual_task" for i in indexes)


def _is_break(reading: Reading, start: int, at: int, indexes: list[int]) -> bool:
    """A spaced dash breaks but for a range; an arrow only where it leads to no next value and to no change."""
    words = reading.words
    if words.low[at] == "-":
        spaced = words.gap[at] == " " and at + 1 < len(words.low) and words.gap[at + 1] == " "
        return spaced and not spans(reading, start, at)
    if words.low[at - 1] in STATIONS and words.low[at + 1 : at + 2] and words.low[at + 1] in STATIONS:
        return False
    before = {reading.mentions[i].sense.kind for i in indexes if start <= reading.mentions[i].first < at}
    after = [i for i in indexes if reading.mentions[i].first == at + 1]
    if before and before <= _RATED and any(reading.mentions[i].sense.group == "grading" for i in after):
        return False  # "dizzy 4/10 -> slowed head speed": why it was slowed
    if "deficit" in before and before.isdisjoint(_STANDALONE - {"activity"}):
        if tells_dose(reading, at + 1):
            return True  # "weak glute -> bridges 2x10": what was done about it
        if does_now(reading, at + 1):
            return False  # "decr core stab -> sits unsupported to dress": what it hinders, or what is done about it
    return any(reading.mentions[i].sense.kind in ("verb", "education", "cue") for i in after)


def _joins_standalone(reading: Reading, start: int, at: int, indexes: list[int]) -> bool:
    """A "+" between two cues or activities separates them; between other words it is "and".

    Where only the second has a dose it may be that of both: "weight shift + reach fwd x10".
    """
    if ends_program(reading, start, at):
        return True
    if reading.words.low[at] == "and" or holds_program(reading, start, at):
        return False
    right = [reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first in (at + 1, at + 2)]
    left = [reading.mentions[i].sense.kind for i in indexes if start <= reading.mentions[i].first < at]
    undosed = (DOSES | {"cue", "level"}).isdisjoint(left)
    if "activity" in right and undosed and tells_dose(reading, at + 1):
        return False
    strong = set(right) & {"cue", "level"}
    before = {reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first < at}
    return bool(strong and _STANDALONE & before) or ("activity" in right and "activity" in left[-3:])
