"""The verb that shorthand leaves out: "skin intact" is "skin was intact", "no edema" is "there was no edema".

Only words that claim nothing are put in, and only where the piece can be read in one way: its subject stands before the
predicate, or is the patient because nobody else is named. What is a plan, a wish or a doubt stays as written.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.stood import find_stood, is_alone
from rewriter.reading.surface.subjects import (
    bids_or_denies,
    did_so,
    follows_others,
    is_own_deed,
    opens_deed,
    tells_itself,
)

# What shorthand says without "was": deeds done to something or somebody.
_DONE = frozenset(
    "achieved added addressed adjusted applied assessed attempted avoided blocked braced broken checked "
    "cleaned cleared closed completed covered deferred demonstrated discussed displaced doffed donned "
    "elevated emphasized encouraged expected explored fitted found given heard held initiated introduced "
    "issued kept learned limited loaded locked lowered maintained measured met modified monitored moved "
    "needed noted observed obtained offered opened ordered padded palpated performed placed positioned "
    "practiced prevented provided put raised read recorded re-measured removed repeated replaced reported "
    "required rescheduled reset retested reviewed screened secured seen selected shortened shown simulated "
    "stabilized started stopped supported taken taped taught tested tolerated trialed tried unlocked updated "
    "used withheld witnessed worn wrapped".split()
)
_DONE_TO_PATIENTS = frozenset(
    "advised approached assisted cautioned cleared cued educated encouraged evaluated examined found guided "
    "handed informed instructed left moved notified oriented positioned premedicated prompted reassured "
    "received redirected referred reminded repositioned returned seated secured seen shown supervised taught "
    "told trained transported treated warned".split()
)
_DONE_TO_OTHERS = _DONE_TO_PATIENTS | frozenset({"aware", "present", "absent", "contacted", "called", "paged", "here"})
# How something was found.
_FOUND = frozenset(
    "absent active alert antalgic asymmetrical asymmetric available awake aware bilateral blanchable calm "
    "clean clear closed cold consistent cooperative decreased delayed diminished distracted dizzy dry equal "
    "erect even fair faint firm flaccid flat full functional good hard healed high hypertonic hypotonic "
    "impaired impulsive inconsistent increased inflamed intact intermittent irregular jerky labored late "
    "level limited loose low mild moderate normal occasional ok open painful painless palpable poor positive "
    "negative present reactive red reduced regular rigid sensitive severe shaky shallow short slight slow "
    "slowed smooth soft sore stable steady stiff strong swollen symmetrical symmetric tender tight trace "
    "uneven unchanged unequal unremarkable unstable unsteady variable visible warm weak well-healed wide "
    "within fisted clenched edematous clammy bruised puffy discolored spastic".split()
)
_COMPARED = frozenset(
    "better bigger calmer cleaner closer deeper easier faster firmer flatter harder heavier higher larger "
    "less lighter longer looser louder lower narrower neater quicker quieter safer shakier sharper shorter "
    "slower smaller smoother softer steadier stiffer straighter stronger taller tighter weaker wider worse".split()
)
# States of a person; what they stand before is not theirs ("tired legs").
_FELT = frozenset(
    "agitated alert anxious apprehensive awake bored calm confused cooperative diaphoretic distracted dizzy "
    "drowsy emotional engaged fatigued fearful focused frustrated fussy hypotensive hypertensive impulsive "
    "inattentive irritable lethargic lightheaded asymptomatic aphasic distractible nonverbal hypervigilant "
    "perseverative incontinent motivated nauseated nauseous oriented pale pleasant restless scared sleepy "
    "sore tearful tired uncooperative unsteady unsafe winded".split()
)
_ABLE = frozenset({"able", "unable"})
_MODAL = frozenset({"cannot", "can't", "could", "couldn't", "can", "may", "might"})
_MAY, _WANTS = frozenset({"may", "might"}), frozenset({"need", "require", "benefit"})
_BEHIND = PREPOSITIONS | frozenset(
    "to for of than x per due secondary as if not and but then today again still now well throughout "
    "initially twice once independently briefly slightly mildly bilaterally overall very too since across "
    "against over under near into onto through behind beyond bedside supine seated ( - -> \u2192 ~ < > + /".split()
)
_INNER = frozenset({"of", "to", "and", "&", "/", "-", "'", "'s", "or", "+"})
# "Half full" is how full, and no subject.
_PARTLY = frozenset("half quarter third quarters thirds so too as how".split())
_MANNERS = frozenset(
    "not never also still slightly mildly moderately severely very more less fairly quite well poorly too now "
    "again generally mostly overall partially fully only barely nearly almost increasingly significantly "
    "somewhat".split()
)
# What may be so many, or so much.
_VALUED = frozenset({"measure", "vital", "symptom", "impairment", "ability", "part"})
_SCORED = frozenset({"measure", "vital", "symptom"})
_SCORES = frozenset({"ratio", "percent", "pressure"})
_VALUES = _SCORES | {"number", "duration", "distance", "rate", "angle"}
# A time or a way is the value of a test, and the dose of anything else.
_TIMED, _TAKEN_BY = frozenset({"measure", "vital"}), frozenset({"duration", "distance"})
_MOTIONS = frozenset(
    "rotation flexion extension abduction adduction supination pronation dorsiflexion plantarflexion "
    "inversion eversion deviation motion elevation depression protraction retraction opposition excursion".split()
)
# What a deficit does to a function.
_HINDERS = frozenset("limits limit affects affect prevents prevent impairs impair hinders causes makes".split())
# What a part of the body, a symptom or a value did by itself: a whole sentence as it stands.
_WENT = frozenset(
    "blanched centralized cleared continued deteriorated diminished dropped eased faded fatigued fluctuated "
    "improved increased lessened persisted peripheralized plateaued recovered remained resolved returned rose "
    "settled subsided worsened decreased buckled drags clears clicks drifts drops hikes hurts lags pops "
    "shakes stays tightens tracks trembles dives caves collapses buckles wobbles keeps keep stay gives claw "
    "claws".split()
)
_CAUSING = frozenset("due to secondary because since".split())
_OF_BREATH = (["out", "of", "breath"], ["short", "of", "breath"])
# Behind somebody who was shown or taught stands what.
_LEARNED = frozenset({"shown", "taught", "told", "educated", "instructed"})
_LESSON = frozenset("how what where when why that which who".split())
_SAYING = frozenset(
    "says said reports reported states stated feels felt thinks notes noted admits denies denied".split()
)
_NONE = frozenset(
    "falls fever chills change changes complaints difficulty drainage injury injuries concerns response "
    "issues signs symptoms episodes errors progress tremor contact eye".split()
)
# What is found more or less of.
_DEGREED = frozenset(
    "less more fewer increased decreased improved reduced slight mild moderate severe occasional some minimal "
    "good poor fair better limited delayed".split()
)
_HAPPENED = frozenset(
    "rest rests break breaks error errors miss misses episode episodes reversal reversals pause pauses stop "
    "stops stumble stumbles catches freezes trips drops hesitation hesitations area areas blister blisters".split()
)
_AROUND = frozenset("seated standing sitting brief short long open new small more other further full".split())
_FINDABLE = frozenset({"symptom", "impairment"})
_NAMELESS = frozenset({"better", "worse", "same", "side", "negation", "link", "historical", "cue", "planned"})
_UNSURE = frozenset({"planned", "goal", "possible", "reported", "correction", "copied", "instruction"})
_HALTS = frozenset({'"', "?", ":", ";", "=", "[", "\n", "<->", "vs", "versus", "goal", "if", "until", "till", "next"})
_UNTIL = frozenset({"until", "till"})
_MARKS = frozenset({",", "(", ")", "@", "->", "\u2192"})
_FINITE = frozenset(
    "is are was were am be been has have had will would can could did does do may might should cannot didn't "
    "couldn't doesn't wasn't isn't weren't don't".split()
)
# What is told under a label of its own where it is no sentence, and what is told by its name.
_LABELLED = frozenset({"remark", "finding", "response", "education", "person"})
_NAMED = frozenset({"impairment", "diagnosis"})
_NAMED_BY = frozenset({"part", "symptom", "impairment", "ability", "measure", "vital"})
_ASSERTED = frozenset({"affirmed", "negated", "intact"})
_NEAR = 3
_SINGULAR = ("ss", "us", "is", "ps")
_TREATED = frozenset({"patient"})
_PATIENTS = frozenset({"patient", "resident", "client", "child"})


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
    undone = kind == "activity" and polarity == "negated"  # "ambulation held"
    if not (kind in _LABELLED | _NAMED | {"admin"} or undone) or not _may_be_told(reading, sentence, first, last, held):
        return None
    if low[first] in _PATIENTS and last > first + 2 and low[first + 1] in _SAYING:
        return Lack(first, "")  # a sentence as it stands
    if low[first] == "history" and polarity == "historical" and last > first + 1:
        return Lack(first, "patient had a")
    if (
        low[first] in _PATIENTS
        and last > first + 1
        and low[first + 1] in _FELT
        and _ends_predicate(low, first + 1, last, held)
    ):
        return Lack(first + 1, "was")
    alone = sentence.heading != "subjective" and is_alone(reading, sentence, inside)
    if kind in _LABELLED | {"admin"} and polarity in _ASSERTED:
        unshared = alone and not follows_others(reading, sentence)
        standing = find_stood(reading, sentence, first, last, held, alone=unshared)
        if standing or kind == "admin":
            return Lack(*standing) if standing else None
    if alone and _opens_ability(low, first, last):
        return Lack(first, "patient")
    if alone and did_so(reading, sentence, first, last):
        return Lack(first, "patient")
    if kind in _LABELLED and tells_itself(low, first, last, held):
        return Lack(first, "")
    if alone and not follows_others(reading, sentence) and (bidden := bids_or_denies(low, first, last)):
        return Lack(first, bidden)
    if polarity not in _ASSERTED or not _FINITE.isdisjoint(low[first:last]):
        return None
    if undone:
        return _find_predicate(reading, first, last, held)
    if alone and _opens_state(low, first, last):
        return Lack(first, "patient was")
    if last == first + 1:
        return None
    if (kind in _LABELLED or low[first] == "no" or low[first].isdecimal()) and _tells_what_there_was(
        low, first, last, held
    ):
        if lack := _find_predicate(reading, first, last, held):
            return lack  # "no redness seen"
        many = _is_many(low, first + (low[first] == "no"), _end_of_noun(low, first, last))
        return Lack(first, "there were" if many else "there was")
    if kind == "impairment" and alone and is_own_deed(low[first]):
        return Lack(first, "patient")
    if kind == "impairment" and not _HINDERS.isdisjoint(low[first + 1 : last - 1]):
        return Lack(first, "") if _names_hindered(low, first, held) else None
    if kind in _NAMED:
        if course := _find_course(low, first, last, held):
            return course
        lack = _find_predicate(reading, first, last, held) if _opens_with_part(first, held) else None
        return lack if lack and not _FOUND.isdisjoint(low[lack.at : lack.at + 3]) else None
    if alone and opens_deed(reading, sentence, first, last, held):
        return Lack(first, "patient")
    return _find_predicate(reading, first, last, held) or _find_value(low, first, last, held)


def _may_be_told(reading: Reading, sentence: Sentence, first: int, last: int, held: Sequence[Mention]) -> bool:
    """What is a plan, a wish, a doubt, a list or somebody's words stays as written."""
    low = reading.words.low
    if sentence.heading == "plan" or not low[first][0].isalnum() or low[last : last + 1] == ["?"]:
        return False
    unsure = _UNSURE
    if low[first] in _MODAL:
        unsure = _UNSURE - {"possible"}
    elif low[first] in _PATIENTS:
        unsure = _UNSURE - {"reported"}
    halts = _HALTS - _UNTIL if low[first] == "not" else _HALTS
    aims = {at for at in range(first + 1, last - 1) if low[at] == "goal" and low[at - 1] == ","}  # "44/56, goal 48"
    return all(mention.sense.kind not in unsure or mention.first in aims for mention in held) and halts.isdisjoint(
        low[at] for at in range(first, last) if at not in aims
    )


def _opens_with_part(first: int, held: Sequence[Mention]) -> bool:
    """A part of the body, with its side, opens the piece: "knees sore on mat"."""
    begin = next((mention.last for mention in held if mention.first == first and mention.sense.kind == "side"), first)
    return any(mention.first == begin and mention.sense.kind == "part" for mention in held)


def _opens_ability(low: Sequence[str], first: int, last: int) -> bool:
    """The piece opens with what the patient can do, or may need; "may trial reacher" is the therapist's plan."""
    if low[first] not in _MODAL or last == first + 1 or not low[first + 1].isalpha():
        return False
    return low[first] not in _MAY or low[first + 1] in _WANTS


def _opens_state(low: Sequence[str], first: int, last: int) -> bool:
    """The piece opens with how the patient felt or what the patient could do: "dizzy x1", "unable to stand"."""
    if list(low[first : first + 3]) in _OF_BREATH and last >= first + 3:
        return True
    if low[first] in _ABLE:
        return low[first + 1 : first + 2] == ["to"]
    begin = first + (low[first] in _MANNERS and first + 1 < last)
    if low[begin] not in _FELT:
        return False
    behind = begin + 1
    return behind == last or low[behind] in _BEHIND or low[behind] == "," or low[behind][0].isdecimal()


def _names_hindered(low: Sequence[str], first: int, held: Sequence[Mention]) -> bool:
    """A deficit is the subject of what it hinders: "decreased trunk control limits reach"."""
    begin = first + (low[first] in _MANNERS)
    return any(mention.first == begin and mention.sense.kind in ("deficit", "impairment") for mention in held)


def _find_course(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> Lack | None:
    """A part of the body or what was found of it did something by itself: "left foot drags", "tone decreased"."""
    for at in range(first + 1, last):
        if low[at] in _WENT:
            named = [m for m in held if m.sense.kind in _NAMED_BY | {"side"}]
            covered = {place for m in named for place in range(m.first, m.last)}
            told = all(place in covered or low[place] in _MANNERS for place in range(first, at))
            return Lack(at, "") if told and _ends_predicate(low, at, last, held) else None
    return None


def _find_predicate(reading: Reading, first: int, last: int, held: Sequence[Mention]) -> Lack | None:
    """Find what was done to the subject, or how it was: "stairs not attempted", "skin intact"."""
    low = reading.words.low
    names = (mention for mention in held if mention.sense.kind != "education")  # "program reviewed"
    spanned = {at for mention in names for at in range(mention.first + 1, mention.last)}
    for at in range(first + 1, last):
        if _parts(low, at, spanned):
            return None
        subject = at - 1
        while subject >= first and (low[subject] in _MANNERS or low[subject].endswith("ly")):
            subject -= 1
        if subject < first or at in spanned:
            continue
        if subject == at - 1 and low[at] in _WENT and _NAMED_BY & {m.sense.kind for m in held if m.last == at}:
            return Lack(first, "") if _is_noun(low, first, at, held) else None
        groups = [m.sense.group for m in held if m.sense.kind == "person" and m.last == subject + 1]
        wanted = _DONE | _FOUND | _COMPARED
        if groups:
            wanted = _DONE_TO_PATIENTS if groups[0] in _TREATED else _DONE_TO_OTHERS
        if low[at] == "same" and (at + 1 == last or low[at + 1] == "as") and _is_noun(low, first, subject + 1, held):
            return Lack(subject + 1, "were the" if _is_many(low, first, subject + 1) else "was the")
        if low[at] not in wanted or not _ends_predicate(low, at, last, held):
            continue
        if not _is_noun(low, first, subject + 1, held):
            return None
        return Lack(subject + 1, "were" if _is_many(low, first, subject + 1) else "was")
    return None


def _parts(low: Sequence[str], at: int, spanned: Set[int]) -> bool:
    """A mark or a small word ends the noun that a piece opens with."""
    return low[at] in _MARKS or (low[at] in PREPOSITIONS and at not in spanned)


def _ends_predicate(low: Sequence[str], at: int, last: int, held: Sequence[Mention]) -> bool:
    """Nothing follows that the word would be said of: "skin intact", but not "intact skin"."""
    behind = at + 1
    if behind == last or low[behind] in _BEHIND or low[behind] in _MARKS:
        return True
    if low[at] in _LEARNED and low[behind] in _LESSON:
        return True
    return any(mention.first == behind and mention.sense.kind in QUANTITIES | {"side"} for mention in held)


def _is_noun(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> bool:
    """The words before a predicate are one noun with what belongs to it, and no deed by itself."""
    inner = [mention for mention in held if first <= mention.first < last]
    ending = [mention.sense.kind for mention in inner if mention.last == last]
    if (
        low[last - 1] in _PARTLY
        or not low[last - 1][0].isalpha()
        or low[last - 1] in _INNER | _BEHIND
        or low[first] in _INNER
    ):
        return False
    if any(mention.sense.kind == "verb" and mention.sense.label != "base" for mention in inner):
        return False
    if any(mention.sense.kind in QUANTITIES for mention in inner if mention.first > first):
        return False
    return _NAMELESS.isdisjoint(ending) and (bool(ending) or len(low[last - 1]) > 2)


def _is_many(low: Sequence[str], first: int, last: int) -> bool:
    """The subject is more than one: "stairs", "hips and knees", "2 rests"."""
    noun = low[last - 1]
    counted = low[first].isdecimal() and low[first] != "1"
    joined = any(word in ("and", "&", "+", "both") for word in low[first:last])
    return counted or joined or noun.endswith("ae") or (noun.endswith("s") and not noun.endswith(_SINGULAR))


def _tells_what_there_was(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> bool:
    """The piece opens with "no", with how much or how many there was of something found: "no edema", "3 LOB"."""
    if "per" in low[first:last]:
        return False
    counted = low[first].isdecimal()
    if counted and not low[first + 1].isalpha():
        return False
    behind = first + 1
    while behind < last - 1 and low[behind] in _AROUND:
        behind += 1
    if counted and low[behind] in _HAPPENED:
        return True
    if low[first] == "no" and low[first + 1] in _NONE:
        return True
    if low[first] != "no" and not counted and low[first] not in _DEGREED:
        return False
    near = first + 1 if counted else first + _NEAR
    return any(m.sense.kind in _FINDABLE and first <= m.first <= near and m.last > first + 1 for m in held)


def _end_of_noun(low: Sequence[str], first: int, last: int) -> int:
    return next((at for at in range(first + 2, last) if low[at] in _BEHIND or low[at] in _MARKS), last)


def _find_value(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> Lack | None:
    """A noun opens the piece and its value follows at once: "Berg 31/56 (27 at evaluation)", "ER 35 at side"."""
    spanned = {at for mention in held for at in range(mention.first + 1, mention.last)}
    value = next((m for m in held if m.first > first and m.sense.kind in _VALUES), None)
    if value is None or not _CAUSING.isdisjoint(low[first : value.first]):
        return None
    if any(_parts(low, at, spanned) or not low[at][0].isalpha() for at in range(first, value.first)):
        return None
    where = next(
        (m for m in held if m.last == value.first and m.sense.kind in ("position", "part") and m.first > first), None
    )
    if where is not None and any(m.last == where.first and m.sense.kind in _TIMED for m in held):
        return Lack(where.first, "was")  # "BP sit 118/70, stand 96/58"
    sided = value.first - (low[value.first - 1] in ("left", "right", "bilateral"))
    named = {m.sense.kind for m in held if first <= m.first and m.last in (sided, value.first)}
    moved = low[sided - 1] in _MOTIONS
    if low[sided - 1] in _FOUND | _FELT or not (named & _VALUED or moved):
        return None
    if value.sense.kind in _TAKEN_BY and (not named & _TIMED or any(m.sense.kind == "count" for m in held)):
        return None
    if value.sense.kind not in _SCORES and not (named & _SCORED or moved):
        return None
    sides = [m.first for m in held if m.sense.kind == "side"]
    two_sided = bool(sides) and first < sides[0] < value.first < sides[-1]
    many = _is_many(low, first, sided) and named & {"symptom"}
    return Lack(sides[0] if two_sided else value.first, "were" if many else "was")
