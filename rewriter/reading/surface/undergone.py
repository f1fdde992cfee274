"""What was done by somebody the note does not name: "issued hip kit" is "hip kit was issued".

The therapist or the patient may have done it, and the passive says neither. Only a verb of a closed set that takes a
thing, with the thing right behind it and nothing unread, is turned; "repeated extension in lying" is a name.
"""

from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell
from rewriter.reading.surface.predicates import is_many
from rewriter.reading.surface.sided import Part

# What they did to a thing; none of these stands as an adjective before its noun.
_DONE = frozenset(
    "added adjusted applied attempted brought called carried checked cleaned contacted copied declined deferred "
    "demonstrated discontinued discussed donned doffed emailed faxed fetched filled fitted found held identified "
    "initiated inspected introduced issued lifted located locked lowered measured messaged moved notified omitted "
    "opened ordered paged placed poured practiced printed provided put readjusted reapplied rechecked refused "
    "reinforced removed replaced requested rescheduled retested retrieved reviewed screened sent simplified skipped "
    "sorted started stopped swept switched taped tested threaded told traced trialed tried unlocked updated used "
    "verbalized waived wiped withheld wrapped".split()
)
# Their past form is not what stands behind "was".
_PARTICIPLES = {"took": "taken", "gave": "given", "wrote": "written", "threw": "thrown"}
_HEARD = frozenset({"told", "called", "notified", "contacted", "paged", "messaged", "emailed"})
_QUALITY = any_of("side sort degree motion status distance load number count ordinal")
_NOUN = any_of("thing gear part place motion symptom word cue ability measure acts")
_THING = f"(?:det )?(?:{_QUALITY})*(?:(?:{_NOUN}){{1,4}}+(?:joint (?:{_NOUN}){{1,3}}+)?|(?<=ordinal )time )"
_BEHIND = any_of(
    "around prep in cause to duration count ratio time person caregiver det side part gear place thing status "
    "symptom measure doing number distance manner level word sort when happening degree felt sore"
)
_OPENS = any_of("around prep in cause to time duration count ratio dash when")
_WHY = any_of("part symptom thing place side gear status diagnosis sore felt ratio number")
_BREAK = f"(?:dash {_WHY}+|open quote close )?"
_DEED = compile_pattern(f"(?P<thing>{_THING})(?P<rest>$|(?={_OPENS}){_BEHIND}*{_BREAK})")
_WHOM = f"(?:det )?(?:{any_of('caregiver person agent')})(?:joint (?:{any_of('caregiver person agent')}))?"
_TOLD = compile_pattern(
    f"(?P<thing>{_WHOM})(?P<rest>(?!{any_of('thing place word')})(?:(?!to |quote |odd |comma |arrow |open |so ).)*)"
)
_SHOWN_BACK = compile_pattern(
    f"{any_of('caregiver person patient')}thing (?:manner )?(?:status |level )(?:{any_of('prep around now time')}"
    f"{any_of('thing gear place part det side cue word')}{{0,5}}+|ratio |now )?"
)
_DASHES = frozenset({"-", ":", ";", "\u2013", "\u2014"})
_SIZES = frozenset({"distance", "load"})
_NO_THINGS = frozenset("off on up out down over it them there here that this so some overhead early late home".split())
_DAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday".split())
_MOST_WORDS = 18


def find_undergone(reading: Reading, first: int, last: int) -> list[Part] | None:
    """Return words `first:last` arranged as a sentence in the passive; None where they are no such deed."""
    low = reading.words.low
    verb = low[first]
    if last - first > _MOST_WORDS or (verb not in _DONE and verb not in _PARTICIPLES):
        return None
    parts = classify_words(reading, first + 1, last)
    if any(part.name == "odd" for part in parts):
        return None
    row = spell(parts)
    heard = _TOLD.fullmatch(row) if verb in _HEARD else None
    found = heard or _DEED.fullmatch(row)
    if found is None or (verb == "told" and heard is None):
        return None
    begin, end = parts[0].first, parts[found.end("thing") - 1].last
    if low[end - 1] in _NO_THINGS or low[begin] in _NO_THINGS or low[end - 1] in _DAYS:
        return None
    counted = begin if parts[0].name not in _SIZES else parts[1].first  # "4-inch cushion" is one
    was = "were" if is_many(low, counted, end) and not low[end - 1].endswith("ens") else "was"
    told: list[Part] = [(begin, end), was, _PARTICIPLES[verb] if verb in _PARTICIPLES else (first, first + 1)]
    if end < last and low[end] in _DASHES:
        return [*told, ",", (end + 1, last)]
    return [*told, (end, last)] if end < last else told


def find_return(reading: Reading, first: int, last: int) -> list[Part] | None:
    """Return how somebody showed it back, as a sentence: "wife return demo good"."""
    low = reading.words.low
    if low[first + 1 : first + 3] != ["return", "demonstration"] or first + 3 >= last:
        return None
    parts = classify_words(reading, first, last)
    if not _SHOWN_BACK.fullmatch(spell(parts)):
        return None
    who = reading.words.shown(first)
    return [f"{who if who.isupper() else who.lower()}'s", (first + 1, first + 3), "was", (first + 3, last)]
