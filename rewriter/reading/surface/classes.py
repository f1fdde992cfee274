"""What each word of a piece is to a sentence: a name, a value, a time, a status, a verb, or nothing known.

A grammar is written in these classes (see `grammar`). What no class fits is `odd`, and no pattern has room for it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rewriter.body import DIRECTIONS, MOTIONS
from rewriter.calendar import NAMED_DATES
from rewriter.english import DETERMINERS, JOINTS, PASTS, PREPOSITIONS
from rewriter.once import once
from rewriter.pattern import late
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.reading import Reading
from rewriter.reading.shorthand.spelling import english
from rewriter.reading.surface.verbs import DOES, LINKING, NOUNS, WENT


class Part(NamedTuple):
    """Words `first:last` of a text with the name of their class."""

    name: str
    first: int
    last: int


# States of a person; what they stand before is not theirs ("tired legs").
FELT = frozenset(
    "agitated alert anxious apprehensive awake bored calm confused cooperative diaphoretic distracted dizzy "
    "drowsy emotional engaged fatigued fearful focused frustrated fussy hypotensive hypertensive impulsive "
    "inattentive irritable lethargic lightheaded asymptomatic aphasic distractible nonverbal hypervigilant "
    "perseverative incontinent motivated nauseated nauseous oriented pale pleasant restless scared sleepy "
    "sore tearful tired uncooperative unsteady unsafe winded".split()
)
_TIMES = NAMED_DATES | frozenset(
    "pre post yesterday yest initially initial finally afterward afterwards end start beginning finish "
    "throughout overall first last final best worst rest max peak eval evaluation admission visit "
    "visits session week weeks day days set sets trial trials rep reps round lap laps bout bouts treatment "
    "year month am pm morning baseline prior previous out".split()
)
_STATUSES = frozenset(
    "antalgic asymmetrical asymmetric available blanchable broken bruised clammy clean clear clenched closed "
    "cold consistent delayed diminished discolored dry edematous equal erect even faint fair firm fisted flaccid "
    "functional good hard healed high hypertonic hypotonic impaired inconsistent inflamed intact intermittent "
    "irregular jerky labored late loose normal ok okay painful painless palpable poor positive negative puffy "
    "broken brisk cluttered crooked dim dusky flat flexible gone hoarse hypermobile hypomobile itchy legible illegible "
    "mottled narrow noisy occupied pending pink purple slippery sluggish slurred sweaty unavailable uneven wet "
    "reactive red rigid sensitive shaky short slow smooth soft spastic stable steady stiff strong swollen "
    "symmetrical symmetric tender tight trace unchanged unequal uneven unremarkable unstable variable visible "
    "warm weak well-healed wide low shallow "
    "better bigger calmer cleaner closer deeper easier faster firmer flatter harder heavier higher larger "
    "lighter longer looser louder lower narrower neater quicker quieter safer shakier sharper shorter "
    "slower smaller smoother softer steadier stiffer straighter stronger taller tighter weaker wider worse".split()
)
# States of a person and of a part of the body.
_AILING = frozenset({"sore", "unsteady"})
# Of what is found there is more or less.
_DEGREES = frozenset(
    "less more fewer increased decreased improved reduced slight mild moderate severe occasional some minimal "
    "limited".split()
)
# Done to a thing; none of these is told of what the thing did itself ("held", "stopped", "moved").
_DONE = frozenset(
    "added addressed adjusted applied assessed attempted avoided blocked checked cleaned covered deferred dimmed done "
    "demonstrated discussed displaced doffed donned elevated emphasized encouraged explored fitted given "
    "introduced issued loaded locked measured modified monitored needed noted observed obtained offered ordered padded "
    "palpated performed placed practiced provided recorded removed replaced required rescheduled "
    "retested reviewed screened secured seen simulated taken taped tested tolerated trialed tried "
    "updated used withheld worn wrapped".split()
)
# Of a thing to be done these tell that nobody did it.
_WITHHELD = frozenset("held refused declined skipped cancelled canceled omitted waived".split())
# What goes on or ends by itself as well: only with "not" before it was it left undone.
_BEGUN = frozenset({"started", "initiated", "completed", "finished", "resumed"})
_PASSING = frozenset("cleared resolved settled eased subsided".split())
_AWARE = frozenset({"aware", "here", "informed", "notified"})
_TAUGHT = frozenset("educated instructed shown taught trained reminded cued".split())
_PREPOSITIONS = PREPOSITIONS | frozenset("since of without w/o as than while for".split())
_AROUND = frozenset({"after", "before", "during"})
_SORTS = DIRECTIONS | frozenset(
    "mid central deep superficial inner outer palmar plantar radial ulnar external internal light static dynamic new "
    "other further open seated standing sitting supine prone brief long active passive resting total".split()
)
_MANNERS = frozenset(
    "never also slightly mildly moderately severely very fairly quite well poorly too generally mostly "
    "partially fully barely nearly almost increasingly significantly somewhat non alone once twice back forward "
    "independently briefly bilaterally together fast up down ever further".split()
)
_HAPPENINGS = frozenset(
    "rest rests break breaks error errors miss misses episode episodes reversal reversals pause pauses stop "
    "stops stumble stumbles catches freezes trips hesitation hesitations area areas blister blisters".split()
)
# What may be told to be none of, by words that the lexicon does not name.
_NONE = frozenset(
    "falls fever chills change changes complaints difficulty drainage injury injuries concerns response "
    "issues signs symptoms episodes errors progress tremor contact desat emesis fall cough coughing choking gagging "
    "grimace grimacing wincing veer veering buckling drooling drool shear sweating triggering clicking popping "
    "catching hitting biting spill spills drop drops stumble stumbles twitch drift lag gap reaction "
    "bruising bleeding".split()
)
_ARROWS = frozenset({"->", "\u2192", ">"})
_ABOUT = frozenset(
    {"~", "<", "\u2265", "\u2264", "\u2248", "approximately", "about", "only", "below", "above", "lacking"}
)
_DETERMINERS = DETERMINERS | frozenset("each every all this these one any own".split())
_LITERAL: Mapping[str, frozenset[str]] = {
    "no": frozenset({"no"}),
    "not": frozenset({"not"}),
    "per": frozenset({"per"}),
    "was": frozenset({"was", "were"}),
    "comma": frozenset({","}),
    "open": frozenset({"("}),
    "close": frozenset({")"}),
    "dash": frozenset({"-", ":", ";", "=", "|", "["}),
    "in": frozenset({"in"}),
    "around": _AROUND,
    "felt": FELT - _AILING,
    "sore": _AILING,
    "to": frozenset({"to"}),
    "then": frozenset({"then"}),
    "modal": frozenset({"can", "can't", "cannot", "could", "couldn't", "may", "might"}),
    "present": frozenset({"present", "absent"}),
    "aware": _AWARE,
    "taught": _TAUGHT,
    "passing": _PASSING,
    "done": _DONE,
    "begun": _BEGUN,
    "withheld": _WITHHELD,
    "degree": _DEGREES,
    "happening": _HAPPENINGS,
    "none": _NONE,
    "arrow": _ARROWS,
    "about": _ABOUT,
    "joint": JOINTS,
    "det": _DETERMINERS,
    "liters": frozenset({"liters"}),
    "habit": frozenset("night nights nightly daily always usually".split()),
    "now": frozenset({"now", "today", "still", "again", "yet"}),
    "when": frozenset({"when", "if", "until", "till", "because", "unless"}),
    "so": frozenset({"so", "but", "vs", "versus", "next"}),
    "time": _TIMES,
    "status": _STATUSES,
    "prep": _PREPOSITIONS,
    "motion": MOTIONS | {"excursion"},
    "sort": _SORTS,
    "manner": _MANNERS,
    "word": frozenset({"it", "them"}),
    "act": frozenset({"go", "do"}),
    "grasp": frozenset({"carryover", "understanding", "retention"}),
    "agent": frozenset("vendor landlord supplier manufacturer orthotist prosthetist pharmacy school".split()),
}
_BY_WORD = {word: name for name, words in reversed([*_LITERAL.items()]) for word in words}
# The first kind that a mention has says what it is.
_BY_KIND = (
    ("bar", "goal planned possible correction copied instruction command rulebook"),
    ("measure", "measure vital"),
    ("symptom", "symptom impairment"),
    ("diagnosis", "diagnosis"),
    ("cue", "cue"),
    ("level", "level"),
    ("side", "side"),
    ("part", "part"),
    ("ability", "ability"),
    ("gear", "device equipment"),
    ("place", "position surface vision"),
    ("thing", "activity task function treatment education strategy proper admin group"),
    ("time", "historical date clock"),
    ("status", "intact"),
    ("same", "same"),
    ("count", "frequency units"),
    ("verb", "refusal verb"),
    ("not", "negation"),
)
_KINDS = tuple((name, frozenset(kinds.split())) for name, kinds in _BY_KIND)
_TREATED = frozenset({"patient"})
_OF_BREATH = (["out", "of", "breath"], ["short", "of", "breath"])
_CAUSES = frozenset({"due", "secondary"})
_VERBS = PASTS | (DOES - NOUNS) | WENT | LINKING
# These are of their class whatever else the lexicon knows of them.
_STRONG = frozenset(
    "no not per was in habit around to then modal present aware taught passing felt sore done begun withheld degree "
    "happening now grasp time status prep motion when so".split()
)

_OTHERS = "alike patient caregiver person quote cause goal able doing verb act acts odd"
_NAMES = sorted({*_LITERAL, *(name for name, _ in _BY_KIND), *QUANTITIES, *_OTHERS.split()})
_SIGNS = {name: chr(0xA1 + at) for at, name in enumerate(_NAMES)}
_NAME = late(r"\b([a-z]+) ")


def classify_words(reading: Reading, first: int, last: int) -> list[Part]:
    """Return the classes of words `first:last` in order; a name of several words is one part."""
    low = reading.words.low
    parts: list[Part] = []
    at = first
    while at < last:
        name, end = _classify(reading, at, last)
        parts.append(Part(name, at, min(end, last)))
        at = max(end, at + 1)
    return [part._replace(name="odd") if part.name == "quote" and low[part.last - 1] != '"' else part for part in parts]


def _classify(reading: Reading, at: int, last: int) -> tuple[str, int]:
    low = reading.words.low
    word = low[at]
    if word == '"':
        return "quote", next((end + 1 for end in range(at + 1, last) if low[end] == '"'), last)
    if word == "." and at + 1 < last and low[at + 1].isdecimal() and reading.words.gap[at + 1] == "":
        return "about", at + 1  # ".54" begins with its point
    if word == "-" and last > at + 1 and reading.words.gap[at] == reading.words.gap[at + 1] == "":
        return ("joint" if reading.words.written(at, at + 1) == "-" else "dash"), at + 1
    known = _classes(reading)
    if (found := known.get(at)) is None:
        found = known[at] = _classify_name(reading, at)
    return found


@once
def _classes(reading: Reading) -> dict[int, tuple[str, int]]:
    """Return what is known of the words of a text: each is classified for many pieces, and for many questions."""
    return {}


def _classify_name(reading: Reading, at: int) -> tuple[str, int]:
    """Return the class of the name that begins at a word, whatever piece it stands in, and where it ends."""
    low = reading.words.low
    word = low[at]
    if word in _CAUSES and low[at + 1 : at + 2] == ["to"]:
        return "cause", at + 2
    if word == "self" and low[at + 1 : at + 2] in (["corrected"], ["recovered"]):
        return "passing", at + 2
    if low[at : at + 3] in _OF_BREATH:
        return "felt", at + 3
    if low[at : at + 2] == ["room", "air"]:
        return "place", at + 2
    if word in ("upper", "lower") and low[at + 1 : at + 2] == ["body"]:
        return "part", at + 2
    if word in ("able", "unable") and low[at + 1 : at + 2] == ["to"]:
        return "able", at + 2
    named = [reading.mentions[i] for i in reading.between(at, at + 1)]
    kinds = {mention.sense.kind for mention in named}
    end = max((mention.last for mention in named), default=at + 1)
    if word == "goal":
        return "goal", at + 1
    if word == "same" and "copied" not in kinds:
        return "alike", at + 1
    if figures := kinds & QUANTITIES - {"date", "clock", "frequency", "units"}:
        return figures.pop(), end
    if persons := {mention.sense.group for mention in named if mention.sense.kind == "person"}:
        return "patient" if persons <= _TREATED else "caregiver" if "caregiver" in persons else "person", end
    if end > at + 1 and low[end - 1] in _DONE:
        end -= 1  # "program reviewed", a name in the lexicon, has its verb in it
    if word in _TAUGHT:
        end = at + 1  # "shown how", "educated on": what was taught follows
    plain = _BY_WORD.get(word, "") if end == at + 1 else ""
    if plain == "done" and any(reading.mentions[i].sense.kind == "measure" for i in reading.between(end, end + 1)):
        return "sort", end  # "modified Oswestry"
    if plain in _STRONG:
        return plain, end
    known = next((name for name, wanted in _KINDS if kinds & wanted), "")
    if known == "not" and word == "no":
        return "no", end
    if known in ("", "verb") and word in _NONE:
        return "none", end
    if known == "symptom" and low[end - 1].endswith("ed"):
        return "verb", end  # "knee buckled" tells what it did
    if known == "verb":
        known = _form_of_verb(word)
    return known or plain or _classify_unread(word), end


def _form_of_verb(word: str) -> str:
    """A verb that the lexicon names: "turning", what was done, or a word that may be a noun as well."""
    if word.endswith("ing"):
        return "doing"
    if word.endswith("ed") or word in PASTS:
        return "verb"
    return "acts" if word.endswith("s") else "act"


def _classify_unread(word: str) -> str:
    """A word that the lexicon does not name: common English and no verb, or odd."""
    if not word.replace("'", "").replace("-", "").isalpha() or len(word) < 3 or word not in english():
        return "odd"
    if word.endswith("ing"):
        return "doing"
    if word.endswith("ly"):
        return "manner"
    return "verb" if word.endswith("ed") or word in _VERBS else "word"


def spell(parts: Sequence[Part]) -> str:
    """Return the classes in a row, each as one sign: what a pattern of `compile_pattern` is matched with."""
    return "".join(_SIGNS[part.name] for part in parts)


def any_of(names: str) -> str:
    """Return a pattern for one word of any of these classes; "time" stands for "now" as well."""
    return "(?:" + "|".join(f"{name} " for name in names.replace("time", "time now").split()) + ")"


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a class is its name with a blank behind it: "part (?:side )?status "."""
    return late(_NAME.sub(lambda found: _SIGNS[found[1]], pattern))
