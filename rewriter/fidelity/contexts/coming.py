"""Whose turn it is: what somebody is still to do told as done, what was done told as still to come.

"PT to call MD", "dtr to order buttonhook": notes name who is to do it and the bare verb behind "to". A rewrite may have
each word and yet tell it as done ("called the MD"). The reverse too: "cup lowered" as "the cup is to be lowered".
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.aspects import PLANNING, denies
from rewriter.fidelity.texts.bounds import begin_of, end_of
from rewriter.fidelity.texts.parts import PAST, part_around
from rewriter.fidelity.texts.roundabout import is_due
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.fidelity.texts.values import NAMES_OF_TIME
from rewriter.paraphrase import stem
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.context import PLANNED
from rewriter.reading.mentions import QUANTITIES, TROUBLES

_ROLES = frozenset(
    "pt ot pta cota slp rn md vendor supplier company rep cp cpo school clinic team insurance facility pharmacy office "
    "agency sw atp landlord manager dr doctor supervisor driver teacher para coach trainer boss employer foreman "
    "counselor sitter staff ortho".split()
)
_IRREGULAR = {
    "bring": "brought", "buy": "bought", "see": "saw", "send": "sent", "make": "made", "get": "got", "give": "gave",
    "take": "took", "find": "found", "speak": "spoke", "meet": "met", "begin": "began", "do": "did", "go": "went",
    "write": "wrote", "show": "shown", "build": "built", "put": "put", "set": "set", "teach": "taught", "leave": "left",
    "cut": "cut", "ring": "rang", "fit": "fitted", "hold": "held", "withhold": "withheld",
    "sing": "sang", "swing": "swung", "string": "strung", "spring": "sprang", "sling": "slung",
}  # fmt: skip
_PARTICIPLES = {"seen": "see", "given": "give", "taken": "take", "begun": "begin", "done": "do", "gone": "go",
                "written": "write", "showed": "show", "gotten": "get"}  # fmt: skip
_BASE = {done: base for base, done in _IRREGULAR.items()} | _PARTICIPLES
_OPENING = SPLITS | {"-", "and", "then", "+"}
# What was agreed, told or wished is to be done by who agreed, was told or wishes; "cued to reach" is done at once.
_BINDING = frozenset(
    "agreed agrees agreeable willing promised promises wants want hopes hope plans planning intends told advised "
    "reminded instructed encouraged supposed scheduled needs due like wishes going".split()
)
_STARTS = frozenset("start begin resume return arrive follow".split())  # "glove to start when the skin is closed"
_WHEN = NAMES_OF_TIME | frozenset("when once after if next tomorrow tmrw this".split())
_NEXT = frozenset({"next", "plan", "upcoming"})
_HAVING = frozenset("had has have able ready".split())
_MODAL = frozenset("will may might should would".split())
_NO_VERBS = frozenset("be the a an her his their it left right and".split())
_STILL = frozenset(
    "is are still remains remain going due set yet scheduled supposed planned intended expected ready".split()
)
_UNDONE = frozenset({"yet", "still", "remains", "remain"})
_LATER = frozenset("next later tomorrow upcoming future".split())
_WILL = frozenset({"will", "shall", "to"})
# These tell of a plan themselves, or are told of what goes on.
_NO_DEEDS = frozenset(
    stem(word)
    for word in "ordered scheduled recommended planned instructed educated advised issued provided given needed used "
    "worn required continued recommended referred told shown started initiated resumed followed repeated monitored "
    "performed done limited".split()
)
_TRIED = frozenset("tried trialed trialled trialing attempted tested".split())
# A bare verb of these at the head of its clause is an order: "ask MD", "recheck pm"; done where it has its figure.
_BARE = frozenset(
    "ask clarify contact call notify recheck reassess retest request refer schedule verify confirm email fax "
    "phone withhold obtain".split()
)
_HELD = frozenset({"hold"})  # an order only where it tells of what has not come: "hold PM session"
_TO_COME = _LATER | frozenset("pm tonight afternoon until till".split())
_TIMES = frozenset({"clock", "date", "frequency", "duration"})
_CARRIED_OUT = frozenset("done made completed performed obtained received".split())
_WAS = frozenset({"was", "were", "been"})
_ASKED = frozenset({"asked", "requested"})
_PERFECT = frozenset({"has", "have"})
_IS, _PUT = frozenset({"is", "are"}), frozenset({"put", "held", "withheld"})
_SUBJECT, _WORDS = 3, 10
_GOING_ON = frozenset("cont continue continues continued continuing carry".split())
_ENDED = frozenset("completed finished ended discontinued stopped concluded terminated".split())
_UNENDED = frozenset({"until", "once", "when", "not", "if", "after"})
_TURNS = SPLITS | {"with", "w/", "w", "for", "to", "and", "at", "per", "as"}
_OBJECT = 4


class Deed(NamedTuple):
    """The term `verb` and the keys of what else is told with it."""

    verb: int
    about: frozenset[str]


def find_fulfilled_tasks(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) that tell as done what the note says somebody is to do."""
    low = said.reading.words.low
    for task in _tasks(note):
        partners = said.partners(note.keys[task.verb])
        verb = note.reading.words.low[note.place[task.verb]]
        done = [
            one
            for one in partners
            if _is_done(said, one) or _is_carried_out(said, one) or low[said.place[one]] in (verb + "s", verb + "es")
        ]
        done = [one for one in done if said.kind(one) not in TROUBLES]
        if len(done) < len(partners) and any(is_ahead(said, said.place[one]) for one in partners):
            continue
        for one in done:
            first, last = part_around(said, said.place[one], said.place[one] + 1)
            told = {key for index in said.claiming(first, last) for key in said.keys[index]} | set(
                _persons(said, first, last)
            )
            if not task.about.isdisjoint(told) and not is_ahead(said, said.place[one]):
                at = said.place[one]
                begin = at
                while begin > first and low[begin - 1] in PAST:
                    begin -= 1
                yield begin, at + 1


def _tasks(note: Terms) -> Iterator[Deed]:
    """Yield what somebody is to do, unless the note tells of the same deed as done too."""
    low = note.reading.words.low
    for place in _orders(note):
        index = next(iter(note.inside(place, place + 1)), None)
        if index is not None and note.kind(index) not in TROUBLES and not _is_done(note, index):
            end = end_of(low, place + 1, SPLITS, place + _WORDS)
            named = frozenset(key for one in note.claiming(place + 1, end) for key in note.keys[one])
            if not any(_is_done(note, one) for one in note.partners(note.keys[index])):
                yield Deed(index, named)
    for at in [at for at, word in enumerate(low) if word == "to" or word in _MODAL]:
        is_passive = low[at + 1 : at + 2] == ["be"] and (low[at] != "to" or low[at - 1] not in _HAVING)
        place = at + 1 + is_passive
        index = next(iter(note.inside(place, place + 1)), None)
        if index is None or note.kind(index) in TROUBLES:
            continue
        verb = low[place]
        gerund = verb.endswith("ing") and verb not in _IRREGULAR  # no "bring"
        if verb in _NO_VERBS or gerund or (verb.endswith("ed") and not is_passive):
            continue
        if is_passive and not (verb.endswith("ed") or verb in _BASE):
            continue  # "to be safe"
        starts = verb in _STARTS and not _WHEN.isdisjoint(low[place + 1 : place + 2])
        if low[at] == "to" and not (
            is_passive or starts or low[at - 1] in _BINDING or _asks(note, at) or opens_task(note, at)
        ):
            continue
        if any(_is_done(note, one) for one in note.partners(note.keys[index]) if one != index):
            continue
        end = end_of(low, place + 1, SPLITS, at + _WORDS)
        about = {key for one in note.claiming(place + 1, end) for key in note.keys[one]}
        if not about or is_passive:  # "rugs - agreed to remove"
            begin = begin_of(low, at, FULL_STOPS, max(0, at - _WORDS))  # or "glove to be trimmed"
            about |= {key for one in note.claiming(begin, at) for key in note.keys[one]}
        yield Deed(index, frozenset(about) | set(_persons(note, place + 1, end)))


def _orders(note: Terms) -> Iterator[int]:
    """Yield the places of the bare verbs that open what is to be done next: "Next: lower mat to 16 in.", "ask MD"."""
    low = note.reading.words.low
    for at, word in enumerate(low):
        if word == ":" and at and (low[at - 1] in _NEXT or low[at - 2 : at - 1] == ["next"]):
            yield at + 1
        elif (word in _BARE or word in _HELD) and (at == 0 or low[at - 1] in _OPENING):
            end = end_of(low, at + 1, SPLITS, at + _WORDS)
            kinds = {note.reading.mentions[one].sense.kind for one in note.reading.between(at + 1, end)}
            if kinds.isdisjoint(QUANTITIES - _TIMES) and (word in _BARE or not _TO_COME.isdisjoint(low[at + 1 : end])):
                yield at


def _asks(note: Terms, to: int) -> bool:
    """Another than the patient is asked to do it: "nursing asked to give"; the patient does at once as asked."""
    reading, at = note.reading, to - 1
    if reading.words.low[at] not in _ASKED:
        return False
    at -= reading.words.low[at - 1] in _WAS
    people = [reading.mentions[one].sense for one in reading.between(max(0, at - 1), at)]
    return any(sense.kind == "person" and sense.group != "patient" for sense in people)


def opens_task(note: Terms, to: int) -> bool:
    """Who is to do it opens the clause: "PT to call", not "cued pt to call"."""
    low, reading = note.reading.words.low, note.reading
    if to and low[to - 1] in _ROLES:
        first = to - 1
    else:
        people = [reading.mentions[at] for at in reading.between(max(0, to - _SUBJECT), to)]
        first = next((one.first for one in people if one.sense.kind == "person" and one.last == to), to)
    return first < to and (first == 0 or low[first - 1] in _OPENING)


def _persons(terms: Terms, first: int, last: int) -> Iterator[str]:
    reading = terms.reading
    for at in reading.between(first, last):
        if reading.mentions[at].sense.kind == "person":
            yield "person:" + reading.mentions[at].sense.group


def _is_done(terms: Terms, index: int) -> bool:
    """The term is a verb in a form of what was done."""
    return is_done_word(terms.reading.words.low[terms.place[index]])


def is_done_word(word: str) -> bool:
    """Tell whether a word has the form of a verb told as done; not "bed"."""
    return (word.endswith("ed") and len(word) > 4) or word in _BASE


def _is_carried_out(terms: Terms, index: int) -> bool:
    """A noun that is told as done: "a recheck was done in the afternoon"."""
    low, at = terms.reading.words.low, terms.place[index]
    return not _WAS.isdisjoint(low[at + 1 : at + 3]) and not _CARRIED_OUT.isdisjoint(low[at + 2 : at + 4])


def is_ahead(terms: Terms, place: int) -> bool:
    """Its part of the sentence, or what opens the sentence, tells of what is to come."""
    low = terms.reading.words.low
    first, last = part_around(terms, place, place + 1)
    is_perfect = not _PERFECT.isdisjoint(low[max(first, place - 2) : place])
    if is_perfect and ":" in low[first:place]:
        first += low[first:place].index(":") + 1  # "Plan: the family has brought nightlights"
    words = [*low[first:place], *low[place + 1 : last]]
    span = terms.reading.sentences[max(0, terms.sentence_at(place))]
    if low[place - 1] in _IS and low[place] in _PUT:
        return True  # "the session is put on hold"
    if not PLANNING.isdisjoint(words) or is_due(words) or not {"to", "not", "yet"}.isdisjoint(low[first:place]):
        return True
    opening = [low[at] for at in range(span.first, min(span.first + 3, len(low))) if at != place]  # not the verb itself
    return not is_perfect and (span.heading == "plan" or not PLANNING.isdisjoint(opening))


def find_postponed(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) that tell as still to come what the note tells as done."""
    low = said.reading.words.low
    for at in said.reading.at_any(_WILL):
        verb = at + 1 + (low[at + 1 : at + 2] == ["be"])
        index = next(iter(said.inside(verb, verb + 1)), None)
        if index is None:
            continue
        if stem(low[verb]) in _NO_DEEDS and _LATER.isdisjoint(low[slice(*part_around(said, at, verb + 1))]):
            continue
        ahead = low[at] != "to" or (low[at + 1] == "be" and _says_ahead(said, at))
        if not ahead or (low[at] == "to" and not low[verb].endswith("ed") and low[verb] not in _BASE):
            continue
        meant = [one for one in note.partners(said.keys[index]) if _same_verb(low[verb], note, one)]
        others = [one for one in said.partners(said.keys[index]) if one != index]
        if not meant or any(_is_done(said, one) for one in others):
            continue
        if not all(_is_done(note, one) and not _looks_ahead(note, one) for one in meant):
            continue
        if low[at - 1] in _UNDONE and all(_is_undone(note, one) for one in meant):
            continue  # "has yet to be installed" for "not installed yet"
        first, last = part_around(said, at, verb + 1)
        about = {key for one in said.claiming(first, last) if one != index for key in said.keys[one]}
        if any(about & _around(note, one) for one in meant):
            yield at, verb + 1


def _is_undone(note: Terms, index: int) -> bool:
    """The part of the note that tells the deed denies it: "not installed yet"."""
    return denies(note.reading.words.low[slice(*part_around(note, note.place[index], note.place[index] + 1))])


def _says_ahead(said: Terms, to: int) -> bool:
    """It is to be done, or to be done next; not "the pads had to be moved", "low enough to be reached"."""
    low = said.reading.words.low
    first, last = part_around(said, to, to + 1)
    return low[to - 1] in _STILL or not _LATER.isdisjoint(low[first:last])


def _same_verb(word: str, note: Terms, index: int) -> bool:
    other = note.reading.words.low[note.place[index]]
    if word in _TRIED and other in _TRIED:
        return True
    return stem(_BASE.get(word, word)) == stem(_BASE.get(other, other))


def _around(note: Terms, index: int) -> set[str]:
    first, last = part_around(note, note.place[index], note.place[index] + 1)
    return {key for one in note.claiming(first, last) if one != index for key in note.keys[one]}


def _looks_ahead(note: Terms, index: int) -> bool:
    """The note may mean what is to come: under "Plan", or with a word of it in the sentence."""
    span = note.reading.sentences[max(0, note.sentence[index])]
    low: Sequence[str] = note.reading.words.low[span.first : span.last]
    return bool(note.bits[index] & PLANNED) or span.heading == "plan" or not PLANNING.isdisjoint(low) or is_due(low)


def find_ended_plans(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) that tell as ended, or as so until now, what the note goes on with: "Cont POC"."""
    low, there = said.reading.words.low, note.reading.words.low
    goes_on = [_behind(note, at + 1) for at, word in enumerate(there) if word in _GOING_ON]
    turns = said.reading.at_any(_ENDED | _GOING_ON) if goes_on else []
    ended = [at for at in turns if low[at] in _ENDED or _has_gone_on(low, at)]
    for at in ended:
        first, last = part_around(said, at, at + 1)
        told = {key for index in said.inside(first, last) for key in said.keys[index]}
        if (low[at] in _ENDED and not _GOING_ON.isdisjoint(low[first:last])) or not _UNENDED.isdisjoint(
            low[first:last]
        ):
            continue
        if any(
            (parts or low[at] in _GOING_ON) and all(not told.isdisjoint(keys) for keys in parts) for parts in goes_on
        ):
            begin = at
            while begin > first and low[begin - 1] in PAST:
                begin -= 1
            yield begin, at + 1


def _has_gone_on(low: Sequence[str], at: int) -> bool:
    """It was so until now: "has been continuing"."""
    return low[at] in _GOING_ON and (low[at - 1] in _PERFECT or (low[at - 1] == "been" and low[at - 2] in _PERFECT))


def _behind(note: Terms, first: int) -> list[tuple[str, ...]]:
    """Return the keys of each of the words right behind a word, in its part."""
    last = end_of(note.reading.words.low, first, _TURNS, first + _OBJECT)
    return [note.keys[index] for index in note.inside(first, last)]
