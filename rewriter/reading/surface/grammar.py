"""The few ways in which a telegraphic piece may be told as a sentence: a pattern covers the whole piece, or it stays.

Every word that is put in is a claim, so the default is to put in none. The patterns are written in the classes of
`classes`; `(?P<was>)` stands where the verb is left out. A second value without a word of its own, a word that is not
read, a homonym or a second predicate leave a rest that no pattern takes.
"""

import re
from functools import cache

from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell
from rewriter.reading.surface.unsaid import may_be_verb

_LONGEST = 24
_SCORES = "number ratio percent pressure angle duration distance rate load"


_NOUN = any_of("part symptom ability measure thing gear word motion none happening act diagnosis")
_QUALITY = any_of("side sort ordinal place time part motion doing")
_MORE = f"degree (?=(?:{any_of('side sort part')})*{_NOUN})"

# What stands behind "at", "with" or "due to": a noun with what belongs to it, or a figure with its unit.
_OBJECT = (
    f"(?:det )?(?:{any_of('number ratio ordinal count duration distance angle load percent')})?"
    f"(?:{_QUALITY}|{_NOUN}|{any_of('level cue liters joint')}|time number |{_MORE}){{0,5}}+"
)
_TIED = (
    f"(?:{any_of('prep around in cause to')}(?!comma |close |$){_OBJECT}|around (?=comma |close |$)|prep prep (?=$)|"
    f"per (?:det )?(?:{any_of('person caregiver')}|{_OBJECT}))"
)
# When, where and why it was so.
_WHILE = (
    f"(?:number liters (?:gear )?|about (?=comma |open |$)|{any_of('time happening place side gear manner')}|{_TIED}|"
    f"doing (?:{any_of('side part thing prep place manner')})?+)"
)
_COURSE = f"(?:(?:comma )?passing (?:{any_of('about')}|duration |{_WHILE})*)?"
_ASIDE = f"(?:open (?:{any_of('comma was about to in same')}|{any_of(_SCORES)}|{_WHILE}|{_NOUN})++close )"


def _value(kinds: str) -> str:
    """A value, or how it went: "94", "5 -> 3", "2 to 4"."""
    one = f"(?:about )*{any_of(kinds)}"
    return f"{one}(?:{any_of('arrow to dash then')}{one})*"


_PAIRED = "(?:side part |side |place |act )"


def _named(name: str, kinds: str) -> str:
    """The name of what has a value, where one of these kinds of it follows and nothing is told of another kind."""
    other = " ".join(kind for kind in ("pressure", "rate", "load") if kind not in kinds.split())
    alone = f"(?!.*{any_of(other)})" if other else ""
    return f"{name}(?={_PAIRED}?(?:about )*{any_of(kinds)}){alone}"


_OF_NAME = any_of("side sort place part time motion ability thing")
_BEFORE = f"(?:det )?{_OF_NAME}*(?:word )?{_OF_NAME}*"
_NAMES = "|".join(
    (
        _named(f"{_BEFORE}measure {any_of('side part motion sort')}*", _SCORES),
        _named(f"{_BEFORE}(?:symptom )+{any_of('side part')}*", "number ratio percent"),
        _named(f"{_BEFORE}{any_of('motion ability')}{any_of('side motion part')}*", "number ratio percent angle rate"),
        _named(f"{any_of('side sort')}*part (?:side )?", "ratio"),
    )
)
_VALUE = _value(_SCORES)
_THEN = f"(?:{_WHILE}|no {any_of('gear part')}|{any_of('act thing')}(?=comma |arrow |open |$))"
# Any other value has a time, a place or a side of its own.
_MORE_VALUES = (
    f"(?:(?:{any_of('comma then arrow')})?(?:was )?{_VALUE}{_THEN}+|comma was {_VALUE}|"
    f"comma {any_of('side part motion place time')}+{_VALUE}{_THEN}*|"
    f"comma (?:{any_of('sort place')}?happening |cue )duration comma {_VALUE})*"
)
_ENTRY = "(?:in (?=number |ratio |comma |$|open ))?"
_PAIR = f"{_PAIRED}{_VALUE}{_WHILE}*"
_VALUES = (
    f"(?:{_NAMES})(?P<was>){_PAIR}(?:(?:comma )?{_PAIR})+{_ASIDE}?",
    f"(?:{_NAMES})(?P<was>){_VALUE}{_ENTRY}{_THEN}*{_MORE_VALUES}{_ASIDE}?{_WHILE}*{any_of('same alike status')}?"
    f"{_COURSE}(?:comma goal {_VALUE}|measure )?",
    # a row of names, each with its value: "BP 104/58 HR 92"
    f"(?:{_NAMES})(?P<was>){_VALUE}{_THEN}*(?:(?:comma (?:{_NAMES})|measure ){_VALUE}{_THEN}*)+",
)
# The first value stands right behind its name, and so is its own; what follows goes on as in the note. A dose or a load
# among it makes an exercise of the name, a verb or a person another sentence.
_ONWARD = (
    "(?:(?!verb |odd |bar |person |caregiver |patient |agent |when |modal |able |begun |withheld |taught |acts |per |"
    "dash ).)"
)
_AS_NOTED = "(?!.*(?:count |load |side .*side ))"
_VALUES_GOING_ON = (
    f"{_AS_NOTED}(?:{_NAMES})(?P<was>){_VALUE}(?!(?:{any_of('part motion thing measure')})?{any_of(_SCORES)})"
    f"{_ONWARD}*",
    f"{_AS_NOTED}(?!.*cause )(?:symptom |measure )(?!.*(?:symptom |measure ))(?:{_TIED})+(?P<was>)"
    f"{_value('number ratio percent pressure')}{_ONWARD}*",
)
# "Threads R leg" is a deed and no noun: behind a word that is only English stands no side.
_SUBJECT = f"(?:det )?(?:number |count )?(?:(?!word side )(?:{_QUALITY}|{_NOUN}|joint )){{0,4}}"
_HOW = any_of("manner degree now")
_IS = any_of("status degree sore present")
_HEAD = f"(?:{_NOUN}(?:side )?|ordinal time |ordinal )"
_STATUS = f"{_SUBJECT}{_HEAD}(?P<was>){_HOW}*(?:not )?{_IS}(?:{any_of('joint dash')}{_IS})*"
# Behind a status no bare noun: "red TB" is a band.
_WHEN = f"when {any_of('taught doing felt thing')}"
_HELD = f"(?:about (?=$)|{any_of('time happening side manner')}|side part |{_WHEN}|{_TIED})"
_STATUSES = (
    f"{_STATUS}(?:ratio |duration )?{_HELD}*{_ASIDE}?",
    f"{_STATUS}side arrow side {_HELD}*",
)
_WHOM = f"(?:det )?{any_of('patient caregiver person')}"
_BY_WHOM = f"(?:{any_of('prep per to')}{_WHOM}(?:joint {_WHOM})*)"
# Why it was left out stands behind a comma, in words that tell of no other deed: "held, too nauseous".
_WHY = (
    "(?:(?:comma |dash )(?:(?!odd |verb |person |caregiver |comma |dash |arrow |open |count |level |ratio |number |"
    "act |acts |cue ).){1,6})?"
)
_SAID = "(?:(?:comma )?quote (?:per (?:det )?(?:caregiver |patient |person |word ))?)"
_AFTER_DEED = f"(?:cause {_OBJECT}ratio |{any_of('duration count distance load')}|{_BY_WHOM}|{_WHILE})"
_NOT_FELT = "(?!verb |odd |person |caregiver |comma |dash |arrow |open |so |modal |count |level |quote )"
_FEELING = f"(?:doing |cause |around |prep |in )(?:{_NOT_FELT}.)+"
_DEEDS = (
    f"{_SUBJECT}(?:{_NOUN}|place )(?:side )?(?P<was>){_HOW}*{any_of('done taught')}{_AFTER_DEED}*{_ASIDE}?",
    # behind "not" a verb of no person is its participle: "diary not brought", "goal not met"
    f"{_SUBJECT}(?:{_NOUN}|place )(?:side )?(?:prep {_OBJECT})?(?P<was>){_HOW}*not (?:now )?"
    f"{any_of('done begun taught verb withheld')}{_AFTER_DEED}*{_SAID}?{_WHY}",
    f"{_QUALITY}*(?:{any_of('thing word')})*goal (?:{any_of(_SCORES)})?(?P<was>)not (?:now )?"
    f"{any_of('done verb')}{_AFTER_DEED}*",
    f"{any_of('sort side')}*{any_of('thing place')}+(?:side |count |joint {any_of('thing place')}+)*(?P<was>)withheld "
    f"{_AFTER_DEED}*{_SAID}?{_WHY}",
    f"no (?:{_QUALITY}|{_NOUN}){{0,3}}(?:{_NOUN}|{any_of('doing cue')})(?P<was>)done {_AFTER_DEED}*",
    f"(?:det )?{any_of('caregiver person agent')}(?P<was>)(?:not )?(?:now )?{any_of('aware present')}{_WHILE}*"
    f"(?:so no (?:caregiver )?{_NOUN}+)?",
    "(?:det )?caregiver (?P<was>)taught (?:(?!verb |withheld |odd |comma |person |caregiver |dash |arrow |so |bar ).)*",
    f"patient (?P<was>)(?:{any_of('manner not now')})*{any_of('felt sore')}(?:joint {any_of('felt sore')})*"
    f"(?:{_WHILE}*|{_FEELING}){_SAID}?",
)
_FOUND = any_of("symptom none happening diagnosis")
_OF_FOUND = f"{any_of('sort side part word degree gear place')}{{0,3}}(?:symptom )?{_FOUND}"
_AT_IT = f"(?:{_WHILE}|thing |(?:sort )*part )"
_THERE = (
    f"(?P<was>)no {_OF_FOUND}(?:joint {_OF_FOUND})*{_AT_IT}*{_COURSE}",
    f"around (?:ordinal |number ordinal )(?:happening )?(?P<was>)no {_OF_FOUND}",
    f"(?P<was>){any_of('number count')}{any_of('sort place')}*{any_of('symptom happening')}"
    f"{any_of('sort side')}?{_AT_IT}*(?:verb {_BY_WHOM}|comma det {_TIED}|{_COURSE})",
    f"(?P<was>)degree {any_of('sort side part')}*(?:symptom |ability ){_WHILE}*{_COURSE}",
)
# What was felt or seen, and when or where: "nausea after 1st", "red spot L heel".
_FELT = (
    f"(?!.*thing distance ){any_of('side sort part')}*(?P<was>)symptom (?:joint symptom )?"
    f"{any_of('side part')}*(?:count )?(?:{_AT_IT}|{any_of('count distance')}(?=$|prep |time ))*{_COURSE}",
)
# What is not to be done until somebody allows it: "no lifting > 2 lb until wk 12 per MD".
_LIMIT = any_of("sort side part thing act doing verb word motion joint prep load arrow about degree level")
_RULE = any_of("time number ratio person thing acts act passing word per det")
_FORBIDDEN = (f"(?P<was>)no {_LIMIT}{{1,6}}+(?:when |per ){_RULE}+",)
# What is told, allowed or possible, with nobody else and nothing unread in it.
_FREELY = "(?:(?!verb |withheld |odd |person |caregiver |comma |dash |arrow |open |so |bar |pressure ).)+"
_STATES = (
    f"(?P<was>){any_of('manner not now degree')}*{any_of('felt sore')}(?:(?:joint |comma ){any_of('felt sore')})*"
    f"(?:{_value('number ratio')}|count )?{_AT_IT}*{_COURSE}",
    f"(?P<was>){any_of('manner not now degree')}*{any_of('felt sore')}(?:joint {any_of('felt sore')})*"
    f"(?:manner |word )?{_FEELING}{_SAID}?",
    f"(?P<was>)(?:felt )+{_SAID}",
    f"(?P<was>)able {_FREELY}",
)
_ABILITIES = (f"(?P<was>)modal {_FREELY}",)

VALUE, STATUS, DEED, THERE, STATE, ABILITY = "value", "status", "deed", "there", "state", "ability"
FREE, SAME, FELT, FORBIDDEN = "free", "same", "felt", "forbidden"
_GRAMMAR = {
    VALUE: (*_VALUES, *_VALUES_GOING_ON),
    STATUS: _STATUSES,
    DEED: _DEEDS,
    THERE: _THERE,
    FELT: _FELT,
    FORBIDDEN: _FORBIDDEN,
    STATE: _STATES,
    ABILITY: _ABILITIES,
    SAME: (f"{_SUBJECT}{_NOUN}(?:side )?(?P<was>)alike {_HELD}*",),
    FREE: (f"(?P<was>){_FREELY}",),
}


@cache
def _patterns(family: str) -> list[re.Pattern[str]]:
    return [compile_pattern(pattern) for pattern in _GRAMMAR[family]]


def find_place(reading: Reading, first: int, last: int, *families: str) -> int | None:
    """Return the word before which a verb is left out, by the first pattern that covers words `first:last`."""
    parts = classify_words(reading, first, last)
    row = spell(parts)
    if len(parts) > _LONGEST or any(part.name == "odd" for part in parts):
        return None
    for pattern in (pattern for family in families for pattern in _patterns(family)):
        if found := pattern.fullmatch(row):
            at = found.start("was")
            place = parts[at].first if at < len(parts) else last
            return None if may_be_verb(reading, first, place, last) else place
    return None
