"""Abbreviations of a note that stay as written, because they may mean more than one thing: all that they may say."""

from rewriter.lexicon import Sense, longest, split_form
from rewriter.pack import Pack
from rewriter.paraphrase import stem
from rewriter.reading import Reading

# In a column of a table or a run of levels the bare word is an amount of assistance ("EC min, EO SBA").
_BARE_LEVELS = {"min": "minimal", "mod": "moderate", "max": "maximal", "sup": "supervision", "ind": "independent"}
_SIDES = frozenset({"left", "right", "both", "l", "r"})


def concept(sense: Sense) -> str:
    """Return the concept a sense stands for; verbs by their lemma, a cue of no named type as such."""
    if sense.kind == "cue" and sense.group == "general":
        return "cueing"
    return sense.id


def possible_diagnoses(reading: Reading) -> set[int]:
    """Return the abbreviations in capitals left as written that may name a diagnosis: "MS" is no title here."""
    words = reading.words
    unsure = {} if words.text.isupper() else {item.start: item for item in words.read_as if not item.sure}
    found: set[int] = set()
    for at, start in enumerate(words.start if unsure else ()):
        written = words.written(at, at + 1)
        if start in unsure and len(written) > 1 and written.isupper():
            hits = (longest(reading.lexicon, form, 0) for form in map(split_form, unsure[start].readings))
            if any(sense.kind == "diagnosis" for hit in hits if hit is not None for sense in hit[1]):
                found.add(at)
    return found


def keys_of_unsure(reading: Reading, pack: Pack, source: bool) -> dict[int, list[str]]:
    """Return for each abbreviation left as written the keys of all that it could mean.

    A source may be told by any word of any of its readings; a rewrite that keeps an abbreviation says the whole of one.
    """
    words = reading.words
    found: dict[int, list[str]] = {}
    spans = {item.start: item for item in words.read_as if not item.sure}
    for at, start in enumerate(words.start if spans else ()):
        if (item := spans.get(start)) is None:
            continue
        keys: set[str] = set()
        for said in item.readings:
            form = split_form(said)
            if source:
                keys.update(stem(word) for word in form if word not in pack.paraphrases.functions)
            hit = longest(pack.lexicon, form, 0)
            for sense in hit[1] if hit is not None and hit[0] == len(form) else ():
                keys.add("level:" + sense.group if sense.kind == "level" else "@" + concept(sense))
        found[at] = sorted(keys)
    if source:
        # The "min" of "5 min" is no amount.
        timed = {reading.mentions[index].last - 1 for index in reading.having("duration")}
        for at, low in enumerate(words.low):
            if low in _BARE_LEVELS and at not in words.said and at not in timed:
                found[at] = [*found.get(at, ()), "level:" + _BARE_LEVELS[low]]
            if low == "ft" and at and words.low[at - 1] in _SIDES:
                found[at] = [*found.get(at, ()), "foot", "=foot"]  # "R ft forward" is no measure
    return found
