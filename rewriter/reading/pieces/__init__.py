"""Where a sentence is cut into pieces, each of which becomes one fact.

A full sentence stays whole. A telegraphic one is cut at commas, dashes, arrows and where a cue or an assistance level
begins, never inside a quotation, a parenthesis, or the scope of a denial.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.reading.pieces.commas import FORMERLY, goes_on
from rewriter.reading.pieces.courses import tells_course
from rewriter.reading.pieces.deeds import (
    does_now,
    find_other_subject,
    is_helped_deed,
    is_state,
    may_be_patients,
    moves_own_part,
)
from rewriter.reading.pieces.dosed import (
    doses_alone,
    ends_figure,
    ends_in_minutes,
    is_dosed,
    kinds_dosed,
    returns_to_value,
    shares_dose,
    tells_dose,
    times_device,
)
from rewriter.reading.pieces.headings import (
    ends_record,
    find_own_piece,
    heads_of,
    is_bare,
    opens_education,
    says_the_same,
)
from rewriter.reading.pieces.helped import shares_helped, tells_held_part
from rewriter.reading.pieces.prose import GOVERNORS, STATIONS, is_clause, is_prose, tells_of_person
from rewriter.reading.pieces.seams import leads_level
from rewriter.reading.pieces.spliced import find_splices
from rewriter.reading.pluses import opens_sign
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.shorthand.ages import ends_age
from rewriter.reading.typed.tables import is_header

# How a piece fits a sentence: a noun phrase, a whole sentence, or what stands behind an unnamed subject.
PHRASE, SENTENCE, THERAPIST, PATIENT = "phrase", "sentence", "therapist", "patient"

_OPENERS = frozenset({"cue", "level"})
_STANDALONE = frozenset({"cue", "activity", "level", "education"})
_BREAKS = frozenset({".", ",", ";", "\n", "?", "!"})
_ADJECTIVES = frozenset(
    "increased decreased reduced improved limited delayed slowed noted challenged restored integrated".split()
)
_NOMINAL = frozenset({"activity", "cue", "function", "task", "equipment", "part", "surface"})
# Deeds that say nothing of who did them: "did 3 sets".
_ANYBODYS = frozenset(
    "do run work complete perform carry touch turn slide tilt lift release hold keep get pick grasp squeeze "
    "cross".split()
)
_LEADS_ON = frozenset({"-", "\u2192", "->"})
# A run of words longer than any sentence is kept whole: its parts could not be told apart anyway.
_LONGEST_CUT = 400
# Who treats is told before whom: "OT PD, R rest tremor".
_TREATING = frozenset({"ot", "pt", "otr", "cota", "pta"})
_OF_FALLS = frozenset("efficacy prevention risk education history hx log diary class program".split())
# How a goal stands: what is before it is the goal's.
STANDINGS = frozenset(
    "not met unmet partially partly progressing ongoing achieved revised upgraded downgraded continued continues "
    "exceeded nearly almost".split()
)
_GOING_ON = frozenset("cont continue continued resume start started begin began".split())
_LONGEST_SERVICE = 4
_HANDED = frozenset({"tactile", "manual", "verbal", "technique"})
# What a rating is made of.
_RATED = frozenset({"symptom", "ratio", "number", "vital", "measure", "impairment"})

Piece = tuple[int, int, str]


def cut(reading: Reading, sentence: Sentence, indexes: list[int], own: list[str]) -> list[Piece]:
    """Return (first, last, form) of the pieces of a sentence; together they are the sentence, none a bare heading."""
    low = reading.words.low
    if sentence.last - sentence.first > _LONGEST_CUT:
        return [(sentence.first, sentence.last, SENTENCE)]
    if is_header(reading, sentence):
        return [(sentence.first, sentence.last, SENTENCE)]
    if is_bare(reading, sentence, own):
        return []
    labelled = sentence.label > sentence.first
    if colon := find_own_piece(reading, sentence, indexes):
        body = sentence._replace(first=colon + 1, label=colon + 1)
        return [(sentence.first, colon, PHRASE), *cut(reading, body, indexes, own)]
    begin = sentence.label if labelled and says_the_same(reading, sentence, indexes, own) else sentence.first
    if begin == sentence.first and labelled:
        return [(sentence.first, sentence.last, SENTENCE)]
    if splices := find_splices(reading, begin, sentence.last, indexes):
        bounds = [begin - 1, *splices, sentence.last]
        parts = [sentence._replace(first=left + 1, label=left + 1, last=right) for left, right in pairwise(bounds)]
        return [piece for part in parts for piece in cut(reading, part, _within(reading, part, indexes), own)]
    prose = is_prose(reading, begin, sentence.last) and not _opens_with_cue(reading, begin, sentence.last)
    if prose or is_clause(reading, begin, sentence.last, indexes):
        return [(begin, sentence.last, _verb_form(reading, begin, indexes) or SENTENCE)]
    if _opens_prose(reading, begin, sentence.last, indexes):
        return [(begin, sentence.last, _verb_form(reading, begin, indexes) or SENTENCE)]
    if begin > sentence.first and opens_education(reading, sentence, indexes):
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
        if word == "," and at > kept:
            kept = returns_to_value(reading, bounds[-1], at, sentence.last)
        if quoted or depth > 0 or at < kept:
            continue
        if word == "," and (
            goes_on(reading, at, sentence.last, indexes)
            or doses_alone(reading, at, sentence.last)
            or times_device(reading, at, sentence.last)
            or shares_dose(reading, bounds[-1], at, sentence.last, indexes)
            or _is_denied(reading, at)
            or _may_be_denied(reading, bounds[-1], at, sentence.last, indexes)
        ):
            continue
        if (
            word == ","
            or (word in _LEADS_ON and _is_break(reading, bounds[-1], at, indexes) and not _is_denied(reading, at))
            or (word in ("+", "&", "and") and _joins_standalone(reading, at, indexes))
        ):
            if word == "," or not _holds_on(reading, bounds[-1], at, indexes):
                bounds += [at, at + 1]
        elif at > bounds[-1] and _opens_piece(reading, at, bounds[-1], indexes):
            bounds.append(at)
    bounds.append(sentence.last)
    pieces = []
    for first, last in pairwise(bounds):
        while first < last and low[first] in (",", "-", "\u2192", "->", "+", "&", "and", ":"):
            stuck = low[first] in ("+", "-") and reading.words.gap[first + 1] == "" and low[first + 1][0].isdecimal()
            if stuck or opens_sign(reading.words, first):
                break  # signed: "+5 ply", "-10 degrees", "negative today, + last week"
            first += 1
        if first < last and any(word[0].isalnum() for word in low[first:last]):
            pieces.append((first, last, _form(reading, first, last, indexes)))
    other = find_other_subject(reading, [piece[0] for piece in pieces], [piece[2] == PATIENT for piece in pieces])
    if other is not None:
        pieces[other:] = [(pieces[other][0], sentence.last, SENTENCE)]
    return pieces or [(begin, sentence.last, PHRASE)]


def _opens_with_cue(reading: Reading, first: int, last: int) -> bool:
    """A cue and what it was for: "verbal cues to look at the window and not the floor"."""
    if "," in reading.words.low[first:last]:
        return False
    opening = [reading.mentions[i] for i in reading.between(first, first + 1)]
    return any(m.sense.group in _GIVEN and reading.words.low[m.last : m.last + 1] in (["to"], ["for"]) for m in opening)


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
    if _verb_form(reading, first, indexes) is None:
        return False
    articles = sum(word in ("the", "a", "an", "his", "her") for word in low[first:last])
    links = sum(
        reading.mentions[i].sense.kind == "link" and reading.mentions[i].sense.group in ("purpose", "function")
        for i in indexes
        if reading.mentions[i].first >= first
    )
    marks = {",", "-", "\u2192", "->", "+"}
    return last - first > 5 and bool(articles or links) and marks.isdisjoint(low[first:last])


def _verb_form(reading: Reading, first: int, indexes: list[int]) -> str | None:
    """Return THERAPIST or PATIENT if a piece begins with a finite verb, else None.

    "Steps onto curb" may begin with a verb or a noun: where its words are also a thing done, the noun stands.
    """
    senses = reading.lexicon.get(reading.words.low[first], {}).get("", ())
    names = {reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first == first}
    nouns = {sense.kind for sense in senses} & _NOMINAL
    groups = {
        sense.group
        for sense in senses
        if sense.kind == "verb" and (sense.label == "past" or (sense.label == "third" and not nouns))
    }
    following = reading.words.low[first + 1 : first + 2]
    if (
        following
        and reading.words.low[first].endswith("s")
        and (following[0][0].isdecimal() or following[0] in ("x", ",", ".", ":"))
    ):
        return None  # "falls x2": a noun
    if reading.words.low[first] in ("needed", "required", "needs") and following in (["for"], ["to"]):
        return None  # what was needed is told before
    if reading.words.low[first] == "falls" and following and following[0] in _OF_FALLS:
        return None  # "falls prevention reviewed"
    beside = first + (reading.words.low[first] == "modified")
    if any(reading.mentions[i].sense.kind == "measure" for i in reading.between(first, beside + 1)):
        return None  # "Falls Efficacy Scale", "modified Oswestry"
    if is_terse_deed(reading, first):
        return THERAPIST
    if is_helped_deed(reading, first):
        return PATIENT
    if is_state(reading.words.low[first], reading.words.low[first + 1 : first + 4]):
        return None
    if reading.words.low[first] == "supported" and following and following[0] in STATIONS:
        return None  # "supported stand at bench"
    past = any(sense.kind == "verb" and sense.label == "past" for sense in senses)
    if past and (any(sense.id in _ANYBODYS for sense in senses) or tells_course(reading, first)):
        return None
    if "patient" in groups or moves_own_part(reading, first, senses):
        return PATIENT
    longer = any(
        reading.mentions[i].first == first
        and reading.mentions[i].last > first + 1
        and reading.mentions[i].sense.kind != "education"
        for i in indexes
    )
    if not past:
        return None  # "works as cashier": therapists write of their own deeds in the past
    # "increased tone" tells of the patient, "modified Ashworth" of a scale: only clear deeds are the therapist's.
    if (
        not groups
        or longer
        or names & {"deficit", "better", "worse", "same"}
        or reading.words.low[first] in _ADJECTIVES
    ):
        return None
    return None if may_be_patients(reading, first) else THERAPIST


def is_terse_deed(reading: Reading, at: int) -> bool:
    """Word `at` is a skilled deed written as a bare verb, as shorthand does: "inhibit UT with manual block".

    What may also be a noun ("block", "support"), an order or a plan is none.
    """
    senses = reading.lexicon.get(reading.words.low[at], {}).get("", ())
    deeds = [sense for sense in senses if sense.kind == "verb" and sense.label == "base" and sense.group in _DEEDS]
    if not deeds or len(deeds) < len(senses) or reading.words.low[at - 1 : at] == ["to"]:
        return False
    sentence = next((one for one in reading.sentences if one.first <= at < one.last), None)
    in_scope = any(left <= at < right for left, right, _ in reading.scopes)
    if sentence is None or sentence.heading == "plan" or in_scope:
        return False
    return all(reading.mentions[i].sense.kind != "goal" for i in reading.between(sentence.first, at))


def _names_doer(reading: Reading, first: int, last: int, indexes: list[int]) -> bool:
    """Who did it is told behind it: "blocked at knee by PT"."""
    persons = (reading.mentions[i] for i in indexes if reading.mentions[i].sense.kind == "person")
    return any(first < m.first < last and reading.words.low[m.first - 1] == "by" for m in persons)


def _form(reading: Reading, first: int, last: int, indexes: list[int]) -> str:
    form = _verb_form(reading, first, indexes)
    if form == THERAPIST and _names_doer(reading, first, last, indexes):
        return PHRASE
    whole = is_clause(reading, first, last, indexes) or tells_of_person(reading, first, indexes)
    return form or (SENTENCE if whole else PHRASE)


def _holds_on(reading: Reading, start: int, at: int, indexes: list[int]) -> bool:
    """Tell whether a piece keeps what is joined to it: "cued ankle strategy + eyes to target", "dual task - a + b"."""
    if _verb_form(reading, start, indexes) == THERAPIST:
        named = {reading.mentions[i].sense.group for i in indexes if reading.mentions[i].first in (at + 1, at + 2)}
        return named.isdisjoint(_HANDED)
    return any(reading.mentions[i].first == start and reading.mentions[i].sense.group == "dual_task" for i in indexes)


def _is_break(reading: Reading, start: int, at: int, indexes: list[int]) -> bool:
    """A spaced dash always breaks; an arrow only where it does not lead from one value to the next or to a change."""
    words = reading.words
    if words.low[at] == "-":
        return words.gap[at] == " " and at + 1 < len(words.low) and words.gap[at + 1] == " "
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


def _joins_standalone(reading: Reading, at: int, indexes: list[int]) -> bool:
    """A "+" between two cues or activities separates them; between other words it is "and"."""
    if reading.words.low[at] == "and":
        return False
    right = [reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first in (at + 1, at + 2)]
    left = [reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first < at]
    strong = set(right) & {"cue", "level"}
    return bool(strong and _STANDALONE.intersection(left)) or ("activity" in right and "activity" in left[-3:])


# What a treatment may be for.
_SERVED = frozenset({"function", "task", "activity"})
_DEEDS = frozenset({"facilitate", "inhibit"})
AMOUNTS = frozenset(
    "minimal moderate maximal maximum min mod max occasional frequent intermittent constant continuous consistent "
    "multiple repeated repetitive several few light heavy heavier lighter firm gentle increased decreased fewer less "
    "more many".split()
)
_ARTICLES = frozenset({"a", "an", "the"})
# How a cue looks or sounds.
_QUALITIES = frozenset(
    "vertical horizontal diagonal long short large small big wide narrow bright colored loud soft quiet slow fast "
    "quick steady rhythmic clear simple brief single red blue yellow green orange white black".split()
)
_LEADING = frozenset("with w/ using via by at on to from over of in onto along between".split())
_HEADED = frozenset("activity cue level treatment task function impairment surface measure".split())
# These open a piece whatever stands before them.
_GIVEN = frozenset({"verbal", "tactile", "manual", "grading"})
_DETERMINED = frozenset({"a", "the", "no", "not", "her", "his", "my", "this", "that", "each"})


def _is_named_so(reading: Reading, at: int, here: Sequence[int]) -> bool:
    """A word that names nothing else stands between a preposition and a thing that cues: "with flashing metronome"."""
    low = reading.words.low
    if not low[at - 1].isalpha() or at < 2 or low[at - 2] not in _LEADING:
        return False
    if any(reading.mentions[i].sense.group in _GIVEN for i in here):
        return False
    return all(reading.mentions[i].last < at for i in reading.between(at - 2, at))


def _counts_cues(reading: Reading, at: int, start: int) -> bool:
    """A figure behind a cue counts the cues that follow, since no cue is dosed: "journal cue 2 VC"."""
    low = reading.words.low
    if at <= start or not low[at].isdecimal() or low[at - 1].isdecimal():
        return False
    near = [reading.mentions[i] for i in reading.between(at - 3, at + 2)]
    behind = any(mention.first == at + 1 and mention.sense.group in _GIVEN for mention in near)
    return behind and any(mention.last == at and mention.sense.kind == "cue" for mention in near)


def _names_service(reading: Reading, start: int, at: int) -> bool:
    """A note may open with who treats: "OT PD, R rest tremor", "home OT ALS"."""
    low = reading.words.low
    if start > 0 or at > _LONGEST_SERVICE or not _GOING_ON.isdisjoint(low[:at]):
        return False
    therapy = low[at - 1] == "therapy" and low[max(0, at - 2)] in ("occupational", "physical")
    return therapy or low[at - 1] in _TREATING


def _ends_level(reading: Reading, at: int, indexes: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind == "level" for i in indexes)


def _joins_amounts(low: list[str], at: int) -> bool:
    """The two ends of a range: "minimal to moderate verbal cues"."""
    return (
        low[at] in ("to", "-", "/") and low[at - 1] in AMOUNTS and low[at + 1 : at + 2] != [] and low[at + 1] in AMOUNTS
    )


def _opens_piece(reading: Reading, at: int, start: int, indexes: list[int]) -> bool:
    """A cue or an assistance level begins a new piece, unless a word before it governs it."""
    low = reading.words.low
    before = low[at - 1]
    behind = at
    while behind < len(low) and (low[behind] in AMOUNTS | _QUALITIES or (behind > at and _joins_amounts(low, behind))):
        behind += 1
    behind += leads_level(reading, behind) if behind > at else 0
    if _counts_cues(reading, at, start):
        return True
    if at - 1 > start and _counts_cues(reading, at - 1, start):
        return False
    here = [i for i in indexes if reading.mentions[i].first == behind]
    if all(reading.mentions[i].sense.kind != "cue" for i in here):
        here = [i for i in indexes if reading.mentions[i].first == at]
    elif (before in AMOUNTS | _QUALITIES and not ends_figure(reading, at)) or _is_named_so(reading, at, here):
        return False  # "moderate verbal cues", "with vertical tape line": what stands before is the cue's
    kinds = {reading.mentions[i].sense.kind for i in here}
    if any(reading.mentions[i].first < at < reading.mentions[i].last for i in reading.between(at - 2, at)):
        return False  # the "min" of "2 min tactile cues" counts minutes
    if low[at].isalnum() and ends_age(low, start, at):
        return True  # "86-year-old female 2 falls in November"
    aged = before == "old" and low[at - 2].startswith(("year", "month", "day"))
    if (aged or _names_service(reading, start, at)) and kinds & {"diagnosis", "impairment", "side"}:
        return True  # "7 years old dyspraxia", "OT PD"
    if ends_record(reading, start, at, kinds, indexes):
        return True  # "97140 15 min | L DRF 8 wk"
    if "level" in kinds and (before in FORMERLY or "goal" in heads_of(reading, start, at, indexes)):
        return False  # "moderate, was maximal assistance"; "LTG dressing modified independent"
    if "level" in kinds and before == "then" and _ends_level(reading, at - 1, indexes):
        return False  # "moderate assistance then minimal assistance by the end"
    if "level" in kinds and low[start] in ("for", "to") and heads_of(reading, start, at, indexes) & _SERVED:
        return False  # "for stairs independent": the level is what it is for
    if low[start] == "per":
        return False  # "per flow sheet sit to stand independent": the source speaks for all of it
    heads = heads_of(reading, start, at, indexes)
    if "goal" in kinds:
        if before == ",":
            return False  # what the comma did not cut: "44/56 today, goal 48"
        named = before in _DETERMINED or any(
            reading.mentions[i].last == at and reading.mentions[i].sense.kind == "admin" for i in indexes
        )
        if named:
            return False  # "not a goal yet", "IEP goal"
        if low[at + 1 : at + 2] != [] and low[at + 1] in STANDINGS and reading.words.gap[at] == " ":
            return False  # "reciprocal stairs goal not met"
        return at + 1 < len(low) and low[at + 1] not in _BREAKS
    if "level" in kinds and "education" in heads:
        return False  # "HEP - add STS with wife SBA": the level is part of what was taught
    if not heads & (_HEADED | kinds_dosed(reading, at)):
        return False
    if "level" in heads and tells_held_part(reading, at, indexes):
        return True
    if before in _ARTICLES:
        return False  # "picture cards and a verbal cue"
    governor = low[at - 2] if before.isdecimal() and at - 2 >= start else before  # "with 2 seated rests"
    if governor in GOVERNORS or before[0] in "/(":
        return False
    governed = any(
        reading.mentions[i].last == at
        and reading.mentions[i].sense.kind in ("deficit", "verb", "negation", "link", "part", "side", "cue")
        for i in indexes
    )
    if "level" in kinds and (shares_helped(reading, start, at, indexes) or is_helped_deed(reading, start)):
        return False
    if (kinds & _OPENERS and not governed) or ("duration" in kinds and ends_in_minutes(reading, here, at, indexes)):
        return True
    led = {
        reading.mentions[i].sense.group
        for i in indexes
        if reading.mentions[i].last == at and reading.mentions[i].sense.kind == "cue"
    }
    # "verbal cues arm swing" is what the cue was about, "verbal cues squats x10" an activity of its own
    return "activity" in kinds and (
        bool(led & {"manual", "tactile"}) or ("verbal" in led and is_dosed(reading, at, here))
    )
