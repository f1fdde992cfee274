"""What only a patient can have done: a verb of a closed set with what it takes, and nothing else in the piece.

"Denies pain" is the patient's where nobody else was spoken of; "sat 91", "dropped from 60 pounds", "missed 3/5" and
"held 2" are told of a value, a load or a task as well, and nobody is said to have done them.
"""

from typing import NamedTuple

from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell

_WHOEVER = "(?:(?:per |prep |to )(?:det )?(?:caregiver |person ))"
_FIGURE = "(?:number (?=(?:sort |side )*(?:thing |word |gear |part |place |happening |acts |act |time |measure )))"
_PLAIN = any_of(
    "det side sort ordinal count load angle duration distance part thing gear place symptom measure ability motion "
    "word time happening cue level doing act acts degree manner prep around in to joint cause about none status sore "
    "not no"
)
# The rest of the piece, read and told of one deed: no other value, verb or person.
_ASIDE = "(?:open (?:time |now |ratio |percent |number |was )+close )"
_WHEN = "when (?:felt |sore |thing |doing |acts |act )"
_ON = f"(?>{_WHOEVER}|side arrow side |time number |{_WHEN}|{_ASIDE}|{_FIGURE}|{_PLAIN})"
_QUOTED = "(?:(?:comma |dash )?quote )?"
_COUNTED = "(?:ratio |percent |number )"
_OFTEN = f"(?!.*no $){_ON}*(?:ratio {_ON}*)?"
_OBJECT = (
    f"(?:{any_of('det side sort status ordinal')})*(?=thing |word |part |gear |place |cue |act |acts |number act )"
)
# What was said, wished or declined may be told in any words up to the next break.
_SAID = "(?:(?!dash |arrow |so |open |close |comma ).)"
_LISTED = "(?:comma (?:no |joint )?(?:side |sort |part |symptom |none |word |prep )+)*"
_UNHARMED = f"(?:comma no (?:act |acts |none |symptom |thing ){_ON}*)?"


class _Family(NamedTuple):
    """Verbs of one sort and a pattern of what they take."""

    verbs: frozenset[str]
    behind: str


def _verbs(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FAMILIES = (
    _Family(
        _verbs(
            "reports reported states stated says said denies denied complains complained declines declined refuses "
            "refused requests requested asks asked wants wanted wishes hopes prefers dislikes hates enjoys likes"
        ),
        f"{_SAID}+{_LISTED}{_QUOTED}",
    ),
    _Family(
        _verbs("needs needed requires required"),
        f"{any_of('det degree about number count sort side')}*(?:level |cue |happening )(?:ratio )?{_ON}*",
    ),
    _Family(_verbs("needs"), f"to (?:act |thing |happening |word |place ){_ON}*"),
    _Family(
        _verbs(
            "ambulated ambulates walked stood sat sits climbed climbs negotiated negotiates propelled "
            "propels scooted scoots crawled crawls cruised cruises crept creeps marched stepped knelt kneels"
        ),
        f"(?!count |happening |(?:ordinal |number )?time ){_ON}+(?:then patient .+)?",
    ),
    _Family(  # "stands VC x2" are a thing
        _verbs("walks stands"),
        f"(?!count |cue |level |happening |(?:ordinal |number )?time ){_ON}+(?:then patient .+)?",
    ),
    _Family(  # "steps 6 in x4" are one too
        _verbs("steps"),
        f"(?!count |cue |level |distance |number |happening |(?:ordinal |number )?time ){_ON}+(?:then patient .+)?",
    ),
    _Family(_verbs("fell tripped stumbled slipped fainted landed"), f"{_ON}+{_UNHARMED}"),
    _Family(_verbs("falls"), f"{any_of('sort side manner to prep')}{_ON}*"),
    _Family(_verbs("reached"), f"prep (?!det |caregiver |person ){_ON}*"),
    _Family(_verbs("returned"), f"to (?:det )?{any_of('place gear')}{_ON}*"),
    _Family(_verbs("recovered recovers"), f"prep level {_ON}*"),
    _Family(_verbs("drops dropped"), f"(?!.*load )(?:det |side |sort |count )*(?:gear |thing |word ){_ON}*"),
    _Family(
        _verbs("found finds locates located"),
        f"ratio (?:prep |det |side |sort |doing |act )*(?=gear |thing |word ){_ON}+",
    ),
    _Family(_verbs("lost loses"), f"(?=ability |thing |symptom ){_ON}+"),
    _Family(_verbs("tolerated tolerates"), f"(?!ratio |number ){_ON}+"),
    _Family(
        _verbs("recalled recalls remembered remembers forgot forgets recognized recognizes verbalized verbalizes"),
        f"(?:{_COUNTED}?(?:det |side |sort )*{any_of('thing gear part word cue place doing grasp')}(?:ratio )?{_ON}*|"
        f"to act {_ON}*|{_COUNTED}(?=prep |$){_ON}*)",
    ),
    _Family(
        _verbs("demonstrated demonstrates exhibited exhibits displayed displays"),
        f"{any_of('degree status sort side')}*{any_of('grasp ability symptom')}{_ON}*",
    ),
    _Family(_verbs("follows sequences answers identifies"), f"{_COUNTED}?(?:{_ON})+"),
    # what is done with a hand, a voice or a pencil at a task, told by what it was done to
    _Family(
        _verbs(
            "followed sequenced answered identified copied wrote named sorted matched traced snipped released spilled"
        ),
        f"{_COUNTED}?{_OBJECT}{_OFTEN}|{_COUNTED}(?:prep |in ){_ON}+",
    ),
    _Family(
        _verbs("missed misses forgot threw grabbed bumped clipped"), f"(?:count |ratio )?{_OBJECT}{_OFTEN}{_UNHARMED}"
    ),
    _Family(_verbs("hit"), f"(?:det |side )*(?=gear |place |thing |word ){_OFTEN}{_UNHARMED}"),
    _Family(_verbs("picked"), f"manner {_OBJECT}{_OFTEN}"),
    _Family(_verbs("drove drives"), f"(?=place |thing |word |distance ){_ON}+"),
    _Family(_verbs("caught"), f"(?:det |side )*part {_ON}*{_UNHARMED}"),
    _Family(_verbs("brushed washed wiped shaved combed"), f"(?:det |side )*part {_ON}*|det word {_ON}*"),
    _Family(
        _verbs("yelled mouthed nodded whispered screamed sang hummed babbled vocalized agreed cursed swore shouted"),
        f"{_SAID}*{_QUOTED}",
    ),
    _Family(_verbs("rested"), f"(?:duration |count |place |in |prep place |cause symptom |around )+{_ON}*"),
    _Family(_verbs("sat rested stood"), f"(?:place )?duration arrow {any_of('pressure number ratio')}{_ON}*"),
    _Family(
        _verbs(
            "ate blinked chewed coughed coughs cried cries dozed drank drooled drools fatigued fatigues festinated "
            "festinates freezes froze gagged giggled grimaced grimaces hesitated hesitates laughed leaked napped "
            "overreached overshot perspired propulsed protested retropulsed self-corrected self-cued self-fed "
            "self-initiated self-propelled shuffled shuffles sighed slept smiled smiles sneezed swallowed "
            "swallows sweated teared tires veered veers voided vomited wandered whimpered winced winces yawned"
        ),
        f"{_COUNTED}?{_ON}*",
    ),
)
_MOST_MINUTES = 60
# What a patient asks for or about.
_ASKED = frozenset("for about when if why how what whether regarding".split())
_SOMEBODY = frozenset({"him", "her", "them", "patient", "pt", "me", "us"})
_PLAINLY = compile_pattern(f"(?:{_ON}|felt |percent |sore )+")
_HELPED = compile_pattern(f"{_ON}*level {_ON}*")
_GOES_ON = compile_pattern(f"(?:(?!count |number ){_ON})+")
_PATTERNS = tuple((family.verbs, compile_pattern(family.behind)) for family in _FAMILIES)


def is_patients(reading: Reading, first: int, last: int, *, helped: bool = False, present: bool = False) -> bool:
    """Words `first:last` open with a verb that only a patient does, and all of the rest is what it takes.

    With `helped` the verb is one of self-care and the help is told; with `present` it is a deed told as it goes on.
    """
    low = reading.words.low
    verb, behind = low[first], first + 1
    if verb == "self" and behind < last:
        verb, behind = f"self-{low[behind]}", behind + 1
    if verb == "sat" and low[behind : behind + 1] and low[behind].isdecimal() and int(low[behind]) > _MOST_MINUTES:
        return False  # "sat 93 room air": the saturation
    if verb == "asked" and not _ASKED.intersection(low[behind : behind + 1]):
        return False  # "asked to sit", "asked again to pull the rug": who asked is not said
    if low[behind : behind + 1] and low[behind] in _SOMEBODY:
        return False  # "walks him to door"
    row = spell(classify_words(reading, behind, last))
    if any(verb in verbs and pattern.fullmatch(row) for verbs, pattern in _PATTERNS):
        return True
    return bool((helped and _HELPED.fullmatch(row)) or (present and _GOES_ON.fullmatch(row)))


def goes_on_plainly(reading: Reading, first: int, last: int) -> bool:
    """All of words `first:last` behind a verb is read, and tells of no other deed: "in tired", "better with cue"."""
    return bool(_PLAINLY.fullmatch(spell(classify_words(reading, first, last))))
