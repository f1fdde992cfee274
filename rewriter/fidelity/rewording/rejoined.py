"""Another thing made of words that all have their partners: a knee brace of the note's knee and its ankle brace.

Each word is told somewhere in the note, and no place there tells them together.
"""

from collections.abc import Iterator, Sequence, Set

from rewriter.fidelity.rewording.clipped import is_shortened
from rewriter.fidelity.rewording.partners import OF_MEASURES, RULES, Held
from rewriter.fidelity.rewording.plainly import is_plain
from rewriter.fidelity.texts.abbreviated import concept
from rewriter.fidelity.texts.shortened import may_stand_for
from rewriter.fidelity.texts.terms import Terms
from rewriter.plain import PlainWords
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.shorthand.spelling import english

_FEWEST_APART = 3  # so many words that the note all has are no other thing by chance
_EXACT = frozenset({"diagnosis", "measure", "activity"})
_WHOLE = frozenset(RULES) - {"better", "worse", "same"} | {"activity", "task", "part", "surface", "position"}


def find_rejoined(
    one: Terms, other: Held, lone: Sequence[int], plain: PlainWords, spelled: Set[int] = frozenset()
) -> Iterator[int]:
    """Yield the mentions of `one` whose words all have partners, but nowhere together: another thing made of them.

    Words that are `spelled` out have theirs, whatever was made of the short form.
    """
    missing = {*lone, *spelled}
    words: dict[int, list[int]] = {}
    for index, mention in enumerate(one.mention):
        if mention >= 0 and one.claims[index] and one.reading.words.low[one.place[index]] not in OF_MEASURES:
            words.setdefault(mention, []).append(index)
    for mention, indexes in words.items():
        sense = one.reading.mentions[mention].sense
        if sense.kind not in _WHOLE or "@" + concept(sense) in other.keys or not missing.isdisjoint(indexes):
            continue
        if sense.kind == "device" and _is_numbered(one, mention, other):
            yield mention
            continue
        figured = sense.id[-1].isdecimal()
        if figured and any(
            key[0] == "=" and key[-2:] == sense.id[-2:] and key in other.keys for at in indexes for key in one.keys[at]
        ):
            continue  # "VORX1" is "VOR x1" in one word
        if figured and sense.kind in ("activity", "task"):  # "VOR x2" is not "VOR x1" said twice
            yield mention
        found = [places for index in indexes if (places := other.sentences(one.keys[index]))]
        if (
            found
            and len(found) < len(indexes)
            and all(
                other.sentences(one.keys[at])
                or not other.possible.isdisjoint(one.keys[at])
                or is_plain(one, at, other.texts, plain)
                or is_shortened(one, at, other.clips, other.units)
                for at in indexes
            )
        ):
            continue  # "standing on foam" for the foam, where the note entails the standing
        if len(found) < len(indexes) and (sense.kind in _EXACT or len(found) < 2):
            if sense.kind in _EXACT and found and not _is_cut_short(one, indexes, other):
                yield mention
            continue  # the rest was matched by a guess: cut short, mistyped, licensed
        together = set.intersection(*found)
        if not together and len(found) < _FEWEST_APART:
            yield mention


def _is_numbered(one: Terms, mention: int, other: Held) -> bool:
    """Only the number in its name tells it from what the other text has: "four-wheeled walker" for a front-wheeled."""
    _, first, last = one.reading.mentions[mention]
    numbers = NUMBER_WORDS.keys() & set(one.reading.words.low[first:last])
    told = any(word.startswith((name, str(NUMBER_WORDS[name]))) for name in numbers for word in other.written)
    return bool(numbers) and not told and len(one.inside(first, last)) > 1


def _is_cut_short(one: Terms, indexes: Sequence[int], other: Held) -> bool:
    """What has no partner among these is written in a few letters beside what has: "adh capsulitis"."""
    low = one.reading.words.low
    beside = {
        terms.as_written(near)
        for terms in other.texts
        for at in indexes
        for partner in terms.partners(one.keys[at])
        for near in (terms.place[partner] - 1, terms.place[partner] + 1)
        if 0 <= near < len(terms.reading.words.low) and near not in terms.reading.words.said  # no "CTR" that was read
    }
    letters = [word.replace("/", "") for word in beside]  # "O/G"
    written = [word for word in letters if word.isalpha() and word not in english()]
    lone = [one.place[at] for at in indexes if not other.sentences(one.keys[at])]
    return all(any(may_stand_for(clip, low, at) for clip in written) for at in lone)
