"""Help told right behind something that makes no sentence with it stays there: "4 stairs w R rail min A".

Apart from it the help would be told of nothing, or of the next cue. A treatment and a daily task take it by themselves.
So does bare help behind a comma where what stands before it was done: "carried plate to table, SBA".
"""

from collections.abc import Callable, Sequence

from rewriter.reading.facts.fact import Fact
from rewriter.reading.facts.tasks import is_task
from rewriter.reading.mentions import ALONE, DOSES, GEAR, SENSES, TASKS
from rewriter.reading.pieces import AMOUNTS, PATIENT, PHRASE, SENTENCE, Piece
from rewriter.reading.reading import Reading

# What says that something else is told.
_NOT_DONE = frozenset({"symptom", "goal", "planned", "negation", "refusal", "education", "historical", "cue"})
_GIVEN = SENSES - {"gestural"} | {"general"}
_TAKING_NONE = frozenset({"remark", "finding", "response", "plan"})


def hold_help(reading: Reading, pieces: Sequence[Piece], tell: Callable[[Piece], Fact]) -> list[Piece]:
    """Return the pieces, each level of help with what stands right before it. `tell` makes a fact of a piece."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        beside = before is not None and before[1] == piece[0] and _opens_with_help(reading, piece)
        if before is not None and (
            (beside and (_takes_none(before, tell) or (before[2] == PHRASE and _is_alone(reading, piece))))
            or (before[1] == piece[0] and _is_bare_cue(reading, piece) and _takes_no_cue(before, tell))
            or (_follows_comma(reading, before, piece) and _tells_deed(reading, before, tell))
        ):
            found[-1] = before[0], piece[1], before[2]
        else:
            found.append(piece)
    return found


def _opens_with_help(reading: Reading, piece: Piece) -> bool:
    first, last, form = piece
    while first < last and reading.words.low[first] in AMOUNTS:
        first += 1
    opening = {reading.mentions[i].sense.kind for i in reading.between(piece[0], first + 1)}
    return form == PHRASE and "level" in opening and "cue" not in opening


def _follows_comma(reading: Reading, before: Piece, piece: Piece) -> bool:
    """Nothing but a level of help, and with how many helpers, stands behind a comma."""
    first, last, form = piece
    if form != PHRASE or before[1] + 1 != first or reading.words.low[before[1]] != ",":
        return False
    covered = {
        at
        for i in reading.between(first, last)
        if reading.mentions[i].sense.kind in ("level", "count")
        for at in range(reading.mentions[i].first, reading.mentions[i].last)
    }
    return _opens_with_help(reading, piece) and all(
        at in covered or reading.words.low[at] in AMOUNTS for at in range(first, last)
    )


def _is_bare_cue(reading: Reading, piece: Piece) -> bool:
    """Nothing but a cue, and how often it was given."""
    first, last, form = piece
    told = [reading.mentions[i] for i in reading.between(first, last)]
    covered = {at for m in told if m.sense.kind in ("cue", "count") for at in range(m.first, m.last)}
    named = any(m.sense.kind == "cue" and m.sense.group in _GIVEN for m in told)
    return form == PHRASE and named and covered == set(range(first, last))


def _takes_no_cue(piece: Piece, tell: Callable[[Piece], Fact]) -> bool:
    """A remark that no sentence can bind to a cue: "grip breaks vc"."""
    fact = tell(piece)
    return piece[2] == PHRASE and fact.kind == "remark" and fact.polarity == "affirmed" and not is_task(fact)


def _tells_deed(reading: Reading, piece: Piece, tell: Callable[[Piece], Fact]) -> bool:
    """A piece that no sentence about help can take tells what was done, and no help yet."""
    first, last, form = piece
    senses = [reading.mentions[i].sense for i in reading.between(first, last)]
    kinds = {sense.kind for sense in senses}
    if "level" in kinds or not kinds.isdisjoint(_NOT_DONE):
        return False
    if not kinds.isdisjoint(GEAR) and not kinds.isdisjoint(DOSES):
        kinds |= TASKS  # "parallel bars 10 ft x6"
    if form == SENTENCE:
        verbs = [m for i in reading.between(first, last) if (m := reading.mentions[i]).sense.kind == "verb"]
        past = [verb for verb in verbs if verb.sense.label == "past"]
        return not kinds.isdisjoint(TASKS) or any(not _goes_astray(reading, verb.last) for verb in past)
    fact = tell(piece)
    told = fact.kind in ("remark", "response") and fact.polarity == "affirmed" and not is_task(fact)
    at = first + (reading.words.low[first] == "patient")
    opens = [sense for sense in reading.lexicon.get(reading.words.low[at], {}).get("", ()) if sense.kind == "verb"]
    return told and (not kinds.isdisjoint(TASKS) or any(sense.label == "past" for sense in opens))


def _goes_astray(reading: Reading, at: int) -> bool:
    """A side right behind the verb: "he drifted left, min A" tells no help with the drifting."""
    return any(reading.mentions[i].sense.kind == "side" for i in reading.between(at, at + 1))


def _is_alone(reading: Reading, piece: Piece) -> bool:
    """That nobody is needed, or all is done, is said of what stands before and nothing else: "log roll independent"."""
    opening = [reading.mentions[i] for i in reading.between(piece[0], piece[0] + 1)]
    return any(
        m.sense.kind == "level" and (m.sense.group in ALONE or "dependent" in reading.words.low[m.first : m.last])
        for m in opening
    )


def _takes_none(piece: Piece, tell: Callable[[Piece], Fact]) -> bool:
    if piece[2] not in (PHRASE, PATIENT):
        return False
    fact = tell(piece)
    return (fact.kind in _TAKING_NONE or fact.polarity == "planned") and not is_task(fact)
