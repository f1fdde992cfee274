"""What a clinician's answer names as the reason for the treatment: a deficit of the code's own groups, as a noun.

A note that names a deficit beside an exercise does not say that the one was for the other: only an answer to that very
question does.
"""

from collections.abc import Mapping, Sequence

from rewriter.lexicon import Node, Sense, longest, nominal
from rewriter.reading.facts.fact import Fact
from rewriter.reading.reading import Reading
from rewriter.reading.surface import is_name

_KIN = 4  # letters
# Words between "decreased" and the ability: "hip extension strength and trunk control".
_LONGEST_NAME, _LONGEST_PAIR = 3, 6


def name_deficit(reading: Reading, fact: Fact, groups: frozenset[str]) -> str:
    """Return the words for the first deficit of the code's groups that a fact asserts, "" for none."""
    mentions = reading.mentions
    if fact.polarity != "affirmed":
        return ""
    for index in fact.mentions:
        sense = mentions[index].sense
        if reading.bits[index] or sense.group not in groups or _describes_unread(reading, index):
            continue
        if sense.kind == "impairment":
            said = _name_deficit(
                reading.words.low[mentions[index].first : mentions[index].last], sense, reading.lexicon
            )
            if said:
                return " ".join(word.capitalize() if is_name(reading, word) else word for word in said.split(" "))
        if sense.kind == "ability":
            for other in fact.mentions:
                between = reading.words.low[mentions[other].last : mentions[index].first]
                most = _LONGEST_PAIR if "and" in between else _LONGEST_NAME
                if mentions[other].sense.kind == "deficit" and len(between) <= most and all(map(str.isalpha, between)):
                    return " ".join(reading.words.low[mentions[other].first : mentions[index].last])
    return ""


def _describes_unread(reading: Reading, index: int) -> bool:
    """An adjective stands before a word that is not read: what is so is not known ("spastic dip cp")."""
    mention, low = reading.mentions[index], reading.words.low
    if not low[mention.last - 1].endswith("ic") or mention.last >= len(low):
        return False
    return low[mention.last].isalpha() and not reading.between(mention.last, mention.last + 1)


def _name_deficit(words: list[str], sense: Sense, lexicon: Mapping[str, Node]) -> str:
    """Return a noun for a deficit written as `words`, or "": its own words, else its concept's where that is kin."""
    label = sense.label.lower()
    own = nominal(words, lexicon)
    if own.endswith(("ates", "ects", "drags")):
        own = label.removesuffix("s") if label.endswith("drags") else label  # "festinates", "neglects": nouns
    if own.endswith(" walker"):
        return ""  # "toe walker": who walks so, and not what is amiss
    if _is_verb_form_of(words, label) or _is_deed_of(words, label):
        own = label  # "knee buckles", "vaults": the concept has a noun
    if own and _reads_back(own, sense, lexicon):
        return own
    other = nominal(label.split(), lexicon) if label[:_KIN] == words[0][:_KIN] and " " not in label else ""
    return other if other and _reads_back(other, sense, lexicon) else ""


def _is_verb_form_of(words: Sequence[str], label: str) -> bool:
    """Word for word the concept's name, but for one that ends in "s" where the name has an "-ing" or a noun."""
    names = label.split()
    if len(names) != len(words):
        return False
    unlike = [(word, name) for word, name in zip(words, names, strict=True) if word != name]
    return bool(unlike) and all(
        word.endswith("s") and not word.endswith("ss") and not name.endswith("s") and word[:_KIN] == name[:_KIN]
        for word, name in unlike
    )


def _is_deed_of(words: Sequence[str], label: str) -> bool:
    """One verb that tells what the concept names by its "-ing": "shuffles" is "shuffling gait"."""
    opening = label.split()[0]
    return len(words) == 1 and words[0].endswith("s") and opening.endswith("ing") and words[0][:_KIN] == opening[:_KIN]


def _reads_back(said: str, sense: Sense, lexicon: Mapping[str, Node]) -> bool:
    """A name for a deficit is used only where the reader reads it as the same deficit again."""
    hit = longest(lexicon, said.split(), 0)
    return hit is not None and any(item.id == sense.id for item in hit[1])
