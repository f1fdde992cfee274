"""The verb that shorthand leaves out: "skin intact" is "skin was intact", "no edema" is "there was no edema".

Each word that is put in is a claim: the default is to put in none. Only a piece that one of the patterns of `grammar`
or `acts` covers whole is told as a sentence, and as the patient's only where nobody else was spoken of before it. What
is a plan, a wish or a doubt stays as written.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.english import PASTS
from rewriter.persons import PATIENTS
from rewriter.reading.context.told import AT_END
from rewriter.reading.mentions import TROUBLES, Mention
from rewriter.reading.pieces.asked import MORE
from rewriter.reading.pieces.deeds import is_helped_deed
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.acts import is_patients
from rewriter.reading.surface.attended import find_attended
from rewriter.reading.surface.classes import classify_words
from rewriter.reading.surface.former import find_former
from rewriter.reading.surface.grammar import (
    ABILITY,
    DEED,
    FELT,
    FORBIDDEN,
    SAME,
    STATE,
    STATUS,
    THERE,
    VALUE,
    find_place,
)
from rewriter.reading.surface.others import is_alone, is_nobody_elses
from rewriter.reading.surface.predicates import find_course, is_many
from rewriter.reading.surface.rested import find_rests
from rewriter.reading.surface.stood import find_stood
from rewriter.reading.surface.subjects import bids_or_denies, did_so, opens_deed, tells_itself
from rewriter.reading.surface.verbs import DOES, NOUNS

__all__ = ["Lack", "find_lack", "tells_patients_deed"]

_MAY, _WANTS = frozenset({"may", "might"}), frozenset({"need", "require", "benefit"})
# What a deficit does to a function.
_HINDERS = frozenset("limits limit affects affect prevents prevent impairs impair hinders causes makes".split())
_MANNERS = frozenset("not never slightly mildly moderately severely very more less fairly quite increasingly".split())
_SAYING = frozenset(
    "says said reports reported states stated feels felt thinks notes noted admits denies denied".split()
)
# What is told under a label of its own where it is no sentence, and what is told by its name.
_LABELLED = frozenset({"remark", "finding", "response", "education", "person"})
_NAMED = frozenset({"impairment", "diagnosis"})
_ASSERTED = frozenset({"affirmed", "negated", "intact"})
# What is diagnosed and can be looked at.
_SEEN = frozenset("wound wounds incision ulcer rash graft flap blister fracture".split())
# What was looked for, or counted.
_FOUND = frozenset({"symptom", "none", "happening", "ability"})
# How long a rule lasts and by whom it is.
_TILL = frozenset({"until", "till", "til", "per"})
_RULERS = frozenset(
    "md surgeon orthopedics ortho physician doctor protocol cleared clears clearance appointment".split()
)
# What is felt or seen, told by nouns that need "were", "a" or nothing.
_FELT_MANY = frozenset("spasms cramps headaches blisters symptoms tremors".split())
_FELT_ONE = frozenset("area spot mark blister bruise headache cramp spasm ache wheeze cough".split())
_FELT_MASS = frozenset(
    "pain nausea vomiting emesis dizziness vertigo lightheadedness fatigue tingling numbness burning cramping swelling "
    "edema effusion redness bruising discomfort soreness stiffness tightness dyspnea allodynia retropulsion clonus "
    "tremor nystagmus diplopia sway erythema drainage itching".split()
)
# A verb is no subject of "was"; these are names as well.
_FINITE = (PASTS | (DOES - NOUNS)) - frozenset("left set cut put felt cast tracks has".split())
_ROUNDS, _WHEN = frozenset("set rep lap trial round".split()), frozenset({"by", "after", "on", "at", "until"})
_COUNTED = frozenset("one two three four five six".split())
# Behind these nothing is so any more: "dizzy with rolling in bed gone"; the first two say so behind a comma as well.
_GONE = frozenset({"gone", "resolved"})
_OVER = _GONE | frozenset(
    "abated subsided cleared ceased disappeared vanished settled stopped passed ended anymore".split()
)
_WITHIN = frozenset({"in", "within", "after", "<", "~"})
_NO_MORE = (["no", "more"], ["any", "more"], ["no", "longer"], ["went", "away"])
_TAUGHT = frozenset({"reviewed", "taught", "explained", "discussed", "instructed", "reinforced"})
_PIECE_ENDS = frozenset({",", ";", ".", ":", "\n"})


class Lack(NamedTuple):
    """Words that are put in before word `at` of a text, and `opening` words before all of it."""

    at: int
    words: str
    opening: str = ""


def find_lack(
    reading: Reading, sentence: Sentence, first: int, last: int, inside: Sequence[int], kind: str, polarity: str
) -> Lack | None:
    """Return what words `first:last`, a phrase of this kind, lack to be a sentence; None where that is unsure."""
    low = reading.words.low
    held = [reading.mentions[i] for i in inside]
    undone = kind == "activity" and polarity == "negated"  # "ambulation not tried"
    if sentence.heading == "plan" or not low[first][0].isalnum() or low[last : last + 1] == ["?"]:
        return None
    if kind in _LABELLED | {"cue"} and polarity == "affirmed" and (rests := find_rests(reading, first, last)):
        return Lack(*rests)
    former = find_former(reading, first, last) if kind in _LABELLED | {"assist"} else None
    if former is not None and polarity in _ASSERTED | {"historical"} and sentence.heading != "subjective":
        return Lack(former, "it was")
    if not (kind in _LABELLED | _NAMED | {"admin"} or undone):
        return None
    went = low[first + 1 : first + 2] == ["left"] and last > first + 2 and low[first + 2] in AT_END
    if low[first] in PATIENTS and last > first + 2 and (low[first + 1] in _SAYING or went):
        return Lack(first, "")  # a sentence as it stands
    alone = sentence.heading != "subjective" and is_alone(reading, sentence, inside)
    sure = sentence.heading != "subjective" and is_nobody_elses(reading, sentence, first)
    if low[first] == "history" and polarity == "historical" and last > first + 1:
        return Lack(first, "patient had a") if alone else None
    if kind in _LABELLED | {"admin"} and polarity in _ASSERTED:
        standing = find_stood(reading, sentence, first, last, held, alone=alone, sure=sure)
        if standing or kind == "admin":
            return Lack(*standing) if standing else None
    if sure and (lack := _tell_patient(reading, sentence, first, last, kind, polarity)):
        return lack
    if kind in _LABELLED and tells_itself(low, first, last, held):
        return Lack(first, "")
    if polarity not in _ASSERTED:
        return None
    if kind in _LABELLED and (attended := find_attended(reading, first, last)):
        return Lack(*attended)
    if undone and low[first] != "no":
        return _tell_was(reading, first, last, DEED)
    if low[first] in PATIENTS:
        return _tell_was(reading, first, last, DEED)
    # a deficit that is told by its name is what was treated: "decr motor control"
    counted = kind in _LABELLED or low[first] == "no" or low[first].isdecimal()
    if counted and find_place(reading, first, last, THERE) is not None:
        return Lack(first, "there were" if _are_many(reading, first, last) else "there was")
    if low[first] == "no" and find_place(reading, first, last, FORBIDDEN) is not None and _ends_rule(low, first, last):
        return Lack(first, "there is to be")
    if low[first] == "no" and low[last - 1] in _TAUGHT:
        return None  # "no lifting reviewed": the rule was
    if low[first] == "no":
        return _tell_was(reading, first, last, DEED)  # "no pushing noted"
    if kind == "impairment" and not _HINDERS.isdisjoint(low[first + 1 : last - 1]):
        return Lack(first, "") if _names_hindered(low, first, held) else None
    if find_course(low, first, last, held) is not None:
        return Lack(first, "")
    if kind in _NAMED:
        return _tell_was(reading, first, last, STATUS) if low[first] in _SEEN or _opens_with_part(first, held) else None
    if lack := _tell_was(reading, first, last, STATUS, DEED):
        return lack
    if same := _tell_was(reading, first, last, SAME):
        return same._replace(words=f"{same.words} the")
    if there := _tell_felt(reading, first, last, held):
        return there
    at = find_place(reading, first, last, VALUE)
    if at is not None and (_is_no_subject(low, first, at) or _is_in_doubt(reading, at)):
        return None
    felt = any(m.last == at and m.sense.kind == "symptom" for m in held)
    return Lack(at, "were" if felt and is_many(low, first, at) else "was") if at is not None else None


def _is_in_doubt(reading: Reading, at: int) -> bool:
    """Nobody knows what the shorthand at word `at` stands for: the "2/2" of "LOB 2/2 on turns" may be a cause."""
    start = reading.words.start[at]
    return any(not item.sure and item.start <= start < item.end for item in reading.read_as)


def _may_be_cued(reading: Reading, first: int, at: int) -> bool:
    """Behind a cue and a comma it may be what was asked for, too: "VC bend knees, feet closer to load"."""
    low = reading.words.low
    if not first or low[first - 1] != "," or low[at] not in MORE:
        return False
    begin = next((n + 1 for n in range(first - 2, -1, -1) if low[n] in _PIECE_ENDS), 0)
    return any(reading.mentions[i].sense.kind == "cue" for i in reading.between(begin, first - 1))


def _tell_patient(reading: Reading, sentence: Sentence, first: int, last: int, kind: str, polarity: str) -> Lack | None:
    """Return what a piece lacks that tells what the patient did, was told, was able to do or felt."""
    low = reading.words.low
    if _sets_how_often(reading, first, last):
        return None
    if find_place(reading, first, last, ABILITY) is not None and (low[first] not in _MAY or low[first + 1] in _WANTS):
        return Lack(first, "patient")  # "may trial reacher" is the therapist's plan
    if did_so(reading, first, last):
        return Lack(first, "patient")
    told = polarity in _ASSERTED and kind in _LABELLED | {"impairment"}
    if told and opens_deed(reading, sentence, first, last, deficit=kind == "impairment"):
        return Lack(first, "patient")
    if bidden := bids_or_denies(reading, first, last):
        return Lack(first, bidden)
    if polarity not in _ASSERTED or _is_over(low, first, last, sentence.last):
        return None
    return Lack(first, "patient was") if find_place(reading, first, last, STATE) is not None else None


def _is_over(low: Sequence[str], first: int, last: int, end: int) -> bool:
    """What words `first:last` tell of is no more so, they say or what follows at once: "dizzy in bed, gone since"."""
    if any(low[at : at + 2] in _NO_MORE for at in range(first + 1, last)):
        return True
    for at in range(first + 1, last):
        soon = at + 1 + (low[at + 1 : at + 2] != [] and low[at + 1] in _WITHIN)
        passed = soon < last and low[soon][0].isdecimal()  # "lightheaded, resolved 2 min": it was so then
        if low[at] in (_OVER if low[at - 1].isalnum() else _GONE) and not (
            passed and (low[at - 1] == "," or low[at] not in _GONE)
        ):
            return True
    begin = last + 1
    return begin < end and (low[begin] in _GONE or low[begin : begin + 2] == ["not", "any"])


def tells_patients_deed(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Words `first:last` open with a finite verb without a subject, and it can only be the patient who is meant."""
    if not is_nobody_elses(reading, sentence, first) or _sets_how_often(reading, first, last):
        return False
    helped = is_helped_deed(reading, first)
    return is_patients(reading, first, last, helped=helped) or opens_deed(reading, sentence, first, last)


def _sets_how_often(reading: Reading, first: int, last: int) -> bool:
    """How often something is to be done was changed, by whomever: "bumped VOR to 3x/day"."""
    here = (reading.mentions[i] for i in reading.between(first + 1, last))
    return any(m.sense.kind == "frequency" and reading.words.low[m.first - 1] == "to" for m in here)


def _ends_rule(low: Sequence[str], first: int, last: int) -> bool:
    """Somebody sets the end of "no lifting": a surgeon, a protocol; "until wk 8" by itself may be a history."""
    at = next((at for at in range(first + 1, last) if low[at] in _TILL), last)
    return not _RULERS.isdisjoint(low[at + 1 : last])


def _tell_felt(reading: Reading, first: int, last: int, held: Sequence[Mention]) -> Lack | None:
    """Return "there was" before what was felt or seen at some time or place; a bare name may be a history."""
    at = None if _is_over(reading.words.low, first, last, last) else find_place(reading, first, last, FELT)
    named = max((m.last for m in held if m.first == at and m.sense.kind in TROUBLES), default=last)
    if at is None or named == last or any(m.sense.kind == "diagnosis" for m in held):
        return None
    noun = reading.words.low[named - 1]
    if noun in _FELT_MANY:
        return Lack(first, "there were")
    if noun in _FELT_ONE:
        return Lack(first, "there was an" if reading.words.low[first][0] in "aeiou" else "there was a")
    return Lack(first, "there was") if noun in _FELT_MASS else None


def _are_many(reading: Reading, first: int, last: int) -> bool:
    """More than one is told of: "no falls since evaluation", "3 losses of balance", "no complaints of pain"."""
    low, parts = reading.words.low, classify_words(reading, first, last)
    begin = first + (low[first] == "no")
    if parts[0].last > first + 1:
        return is_many(low, begin, begin + 1)
    heads = [at for at, part in enumerate(parts) if part.name in _FOUND]
    head = next((at for at in heads if at + 1 not in heads), len(parts) - 1)
    return is_many(low, begin, parts[head].last)


def _tell_was(reading: Reading, first: int, last: int, *families: str) -> Lack | None:
    """Return where "was" or "were" is left out behind the subject that opens words `first:last`."""
    at = find_place(reading, first, last, *families)
    if at is None or at == first or _opens_with_return(reading, first) or _is_no_subject(reading.words.low, first, at):
        return None
    if _may_be_cued(reading, first, at) or _is_in_doubt(reading, at):
        return None
    name = reading.words.shown(at - 1)
    many = is_many(reading.words.low, first, at) and not (name.isupper() and at == first + 1)  # "MAS", but "TEDs"
    return Lack(at, "were" if many else "was")


def _is_no_subject(low: Sequence[str], first: int, at: int) -> bool:
    """Words `first:at` end in a verb ("froze L 3"), in the number of a set ("by set 3"), or are a bare number."""
    bare = at == first + 1 and (low[first].isdecimal() or low[first] in _COUNTED)
    ordered = at > first + 2 and low[at - 1] in _ROUNDS and low[at - 2] in _WHEN
    return bare or ordered or low[at - 1] in _FINITE


def _opens_with_return(reading: Reading, first: int) -> bool:
    """Somebody did it back: in "demonstrated back ok" nothing is told of a back."""
    low = reading.words.low
    return low[first].endswith("ed") and low[first + 1 : first + 2] == ["back"]


def _opens_with_part(first: int, held: Sequence[Mention]) -> bool:
    """A part of the body, with its side, opens the piece: "knees sore on mat"."""
    begin = next((mention.last for mention in held if mention.first == first and mention.sense.kind == "side"), first)
    return any(mention.first == begin and mention.sense.kind == "part" for mention in held)


def _names_hindered(low: Sequence[str], first: int, held: Sequence[Mention]) -> bool:
    """A deficit is the subject of what it hinders: "decreased trunk control limits reach"."""
    begin = first + (low[first] in _MANNERS)
    return any(mention.first == begin and mention.sense.kind in ("deficit", "impairment") for mention in held)
