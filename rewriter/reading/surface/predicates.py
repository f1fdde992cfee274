"""What is told of a noun that opens a piece: what was done to it, how it was, what it did, or its value."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.reading import Reading

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
FOUND = frozenset(
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
FELT = frozenset(
    "agitated alert anxious apprehensive awake bored calm confused cooperative diaphoretic distracted dizzy "
    "drowsy emotional engaged fatigued fearful focused frustrated fussy hypotensive hypertensive impulsive "
    "inattentive irritable lethargic lightheaded asymptomatic aphasic distractible nonverbal hypervigilant "
    "perseverative incontinent motivated nauseated nauseous oriented pale pleasant restless scared sleepy "
    "sore tearful tired uncooperative unsteady unsafe winded".split()
)
BEHIND = PREPOSITIONS | frozenset(
    "to for of than x per due secondary as if not and but then today again still now well throughout "
    "initially twice once independently briefly slightly mildly bilaterally overall very too since across "
    "against over under near into onto through behind beyond bedside supine seated ( - -> \u2192 ~ < > + /".split()
)
_INNER = frozenset({"of", "to", "and", "&", "/", "-", "'", "'s", "or", "+"})
# "Half full" is how full, and no subject.
_PARTLY = frozenset("half quarter third quarters thirds so too as how".split())
MANNERS = frozenset(
    "not never also still slightly mildly moderately severely very more less fairly quite well poorly too now "
    "again generally mostly overall partially fully only barely nearly almost increasingly significantly "
    "somewhat non".split()
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
# What a part of the body, a symptom or a value did by itself: a whole sentence as it stands.
_WENT = frozenset(
    "blanched centralized cleared continued deteriorated diminished dropped eased faded fatigued fluctuated "
    "improved increased lessened persisted peripheralized plateaued recovered remained resolved returned rose "
    "settled subsided worsened decreased buckled drags clears clicks drifts drops hikes hurts lags pops "
    "shakes stays tightens tracks trembles dives caves collapses buckles wobbles keeps keep stay gives claw "
    "claws".split()
)
# Verbs that say how somebody or something is.
_LINKING = frozenset("appears seems looks feels gets becomes remains stays sounds appeared seemed looked felt".split())
# Behind these another statement begins: "lowered rail so reach less".
_JOINS = frozenset({"so", "because", "but"})
_CAUSING = frozenset("due to secondary because since".split())
# Behind somebody who was shown or taught stands what.
_LEARNED = frozenset({"shown", "taught", "told", "educated", "instructed"})
_LESSON = frozenset("how what where when why that which who".split())
_NAMELESS = frozenset({"better", "worse", "same", "side", "negation", "link", "historical", "cue", "planned"})
MARKS = frozenset({",", "(", ")", "@", "->", "\u2192"})
_NAMED_BY = frozenset({"part", "symptom", "impairment", "ability", "measure", "vital"})
# "Biceps" and "forceps" are one, "hops" and "steps" are many.
_SINGULAR = ("ss", "us", "is", "ceps")
# Behind its figure these tell of one thing: "3rd ok with cue", "16x18 cushion tried".
_OF_ONE = frozenset({"st", "nd", "rd", "th", "x"})
_TREATED = frozenset({"patient"})


class Lack(NamedTuple):
    """Words that are put in before word `at` of a text, and `opening` words before all of it."""

    at: int
    words: str
    opening: str = ""


def find_course(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> Lack | None:
    """A part of the body or what was found of it did something by itself: "left foot drags", "tone decreased"."""
    for at in range(first + 1, last):
        if low[at] in _WENT:
            named = [m for m in held if m.sense.kind in _NAMED_BY | {"side"}]
            covered = {place for m in named for place in range(m.first, m.last)}
            told = all(place in covered or low[place] in MANNERS for place in range(first, at))
            return Lack(at, "") if told and ends_predicate(low, at, last, held) else None
    return None


def find_predicate(reading: Reading, first: int, last: int, held: Sequence[Mention]) -> Lack | None:
    """Find what was done to the subject, or how it was: "stairs not attempted", "skin intact"."""
    low = reading.words.low
    names = (mention for mention in held if mention.sense.kind != "education")  # "program reviewed"
    spanned = {at for mention in names for at in range(mention.first + 1, mention.last)}
    if low[first] in _LINKING:
        return None  # "appears worse with turns": a verb is no subject
    for at in range(first + 1, last):
        if _parts(low, at, spanned) or low[at] in _JOINS:
            return None
        subject = at - 1
        while subject >= first and (low[subject] in MANNERS or low[subject].endswith("ly")):
            subject -= 1
        if subject < first or at in spanned:
            continue
        if subject == at - 1 and low[at] in _WENT and _NAMED_BY & {m.sense.kind for m in held if m.last == at}:
            return Lack(first, "") if _is_noun(low, first, at, held) else None
        groups = [m.sense.group for m in held if m.sense.kind == "person" and m.last == subject + 1]
        wanted = _DONE | FOUND | _COMPARED
        if groups:
            wanted = _DONE_TO_PATIENTS if groups[0] in _TREATED else _DONE_TO_OTHERS
        if low[at] == "same" and (at + 1 == last or low[at + 1] == "as") and _is_noun(low, first, subject + 1, held):
            return Lack(subject + 1, "were the" if is_many(low, first, subject + 1) else "was the")
        if low[at] not in wanted or not ends_predicate(low, at, last, held):
            continue
        if not _is_noun(low, first, subject + 1, held):
            return None
        return Lack(subject + 1, "were" if is_many(low, first, subject + 1) else "was")
    return None


def find_value(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> Lack | None:
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
    inner = spanned | {mention.first for mention in held if mention.sense.kind in _SCORED}
    if any(low[at] in _DONE and at not in inner for at in range(first + 1, value.first)):
        return None  # "ramp deferred BP 98/60": another noun has its verb before
    sided = value.first - (low[value.first - 1] in ("left", "right", "bilateral"))
    named = {m.sense.kind for m in held if first <= m.first and m.last in (sided, value.first)}
    moved = low[sided - 1] in _MOTIONS
    if low[sided - 1] in FOUND | FELT or not (named & _VALUED or moved):
        return None
    if value.sense.kind in _TAKEN_BY and (not named & _TIMED or any(m.sense.kind == "count" for m in held)):
        return None
    if value.sense.kind not in _SCORES and not (named & _SCORED or moved):
        return None
    sides = [m.first for m in held if m.sense.kind == "side"]
    two_sided = bool(sides) and first < sides[0] < value.first < sides[-1]
    many = is_many(low, first, sided) and named & {"symptom"}
    return Lack(sides[0] if two_sided else value.first, "were" if many else "was")


def _parts(low: Sequence[str], at: int, spanned: Set[int]) -> bool:
    """A mark or a small word ends the noun that a piece opens with."""
    return low[at] in MARKS or (low[at] in PREPOSITIONS and at not in spanned)


def ends_predicate(low: Sequence[str], at: int, last: int, held: Sequence[Mention]) -> bool:
    """Nothing follows that the word would be said of: "skin intact", but not "intact skin"."""
    behind = at + 1
    if behind == last or low[behind] in BEHIND or low[behind] in MARKS:
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
        or low[last - 1] in _INNER | BEHIND
        or low[first] in _INNER
    ):
        return False
    if any(mention.sense.kind == "verb" and mention.sense.label != "base" for mention in inner):
        return False
    if any(mention.sense.kind in QUANTITIES for mention in inner if mention.first > first):
        return False
    return _NAMELESS.isdisjoint(ending) and (bool(ending) or len(low[last - 1]) > 2)


def is_many(low: Sequence[str], first: int, last: int) -> bool:
    """The subject is more than one: "stairs", "hips and knees", "2 rests"."""
    noun = low[last - 1]
    counted = low[first].isdecimal() and low[first] != "1" and _OF_ONE.isdisjoint(low[first + 1 : first + 2])
    joined = any(word in ("and", "&", "+", "both") for word in low[first:last])
    return counted or joined or noun.endswith("ae") or (noun.endswith("s") and not noun.endswith(_SINGULAR))
