"""The words of a pack, compiled for look-up by word sequence.

A lexicon is a tree of dictionaries keyed by words: `root["loss"]["of"]["balance"]`. A leaf (key "")
holds every sense of that form, since one form may carry several ("dizziness" is a symptom and an
impairment). Looking a form up is one dictionary access a word, flat in the number of forms, and needs
no compilation: measured beside one prefix-trie regular expression over the same 1,600 forms it takes the
same time for matching and tokenising together, and spares 48 ms of compilation at each start.

Of the 9,000 first words of a pack a note has a hundred: so a `Tree` holds the forms of each first word as they were
written, and makes a branch of them when the word is first met.
"""

import re
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping
from typing import Any, NamedTuple

from rewriter.text import TOKEN, fold

Node = dict[str, Any]

_VOWELS = "aeiou"


class Sense(NamedTuple):
    """What a form means: its kind (`impairment`), group (`balance`), concept id and label."""

    kind: str
    group: str
    id: str
    label: str


def split_form(form: str) -> list[str]:
    """Return the words of a form as the reader will meet them: folded, hyphens dropped.

    >>> split_form("Sit-to-stand"), split_form("5xSTS"), split_form("//")
    (['sit', 'to', 'stand'], ['5', 'xsts'], ['//'])
    """
    if form.isascii() and form.replace(" ", "").isalpha():
        return form.lower().split()
    words = TOKEN.findall(fold(form))
    return [word for word in words if word != "-"] or words


def add_form(root: Node, words: Iterable[str], sense: object) -> None:
    """Add one form to the tree `root`; the same sense is kept once."""
    node = root
    for word in words:
        node = node.setdefault(word, {})
    senses = node.setdefault("", [])
    if sense not in senses:
        senses.append(sense)


class Tree(Mapping[str, Node]):
    """A tree whose branches grow when they are first looked up: to its users a dictionary like any node.

    `seeds` holds by first word what its branch grows from; `grow` makes a tree of that, of which the branch is taken.
    """

    def __init__(self, seeds: Mapping[str, list[Any]], grow: Callable[[list[Any]], Node]) -> None:
        self._seeds = seeds
        self._grow = grow
        self._grown: Node = {}

    def keys(self) -> KeysView[str]:
        """Return the first words of all forms; to ask them is quicker than to ask the tree."""
        return self._seeds.keys()

    def get(self, word: str, default: Any = None, /) -> Any:
        """Return the branch of a first word, or `default`."""
        node = self._grown.get(word)
        if node is None:
            return self[word] if word in self._seeds else default
        return node

    def __getitem__(self, word: str) -> Node:
        node: Node | None = self._grown.get(word)
        if node is None:
            node = self._grown[word] = self._grow(self._seeds[word])[word]
        return node

    def __contains__(self, word: object) -> bool:
        return word in self._seeds

    def __iter__(self) -> Iterator[str]:
        return iter(self._seeds)

    def __len__(self) -> int:
        return len(self._seeds)


def first_word(form: str) -> str:
    """Return the first of the words of a form, "" if it has none.

    >>> first_word("Sit-to-stand"), first_word("- both")
    ('sit', 'both')
    """
    head = form.partition(" ")[0]
    if head.isascii() and head.isalpha():
        return head.lower()
    return next(iter(split_form(form)), "")


def all_words(forms: Iterable[str]) -> frozenset[str]:
    """Return the words of all forms: quicker than form by form, since most words stand in many of them.

    >>> sorted(all_words(["Sit-to-stand", "sit up"]))
    ['sit', 'stand', 'to', 'up']
    """
    words = set(" ".join(forms).split())
    odd = {word for word in words if not (word.isascii() and word.isalpha() and word.islower())}
    words -= odd
    for piece in odd:
        words.update(split_form(piece))
    words.discard("-")
    return frozenset(words)


def longest(root: Mapping[str, Any], words: list[str], at: int) -> tuple[int, list[Any]] | None:
    """Return (end, senses) of the longest form that begins at word `at`, or None."""
    node = root.get(words[at])
    if node is None:
        return None
    found = None
    end = at + 1
    count = len(words)
    while True:
        leaf = node.get("")
        if leaf is not None:
            found = (end, leaf)
        if end == count:
            return found
        node = node.get(words[end])
        if node is None:
            return found
        end += 1


def plural(word: str) -> str:
    """Return the regular plural of a noun.

    >>> plural("reaction"), plural("reach"), plural("quality"), plural("bus")
    ('reactions', 'reaches', 'qualities', 'buses')
    """
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def inflect(lemma: str) -> dict[str, str]:
    """Return the regular forms of a verb by tense: base, third, past, ing.

    >>> inflect("cue") == {"base": "cue", "third": "cues", "past": "cued", "ing": "cueing"}
    True
    >>> inflect("grip")["past"], inflect("modify")["past"], inflect("cue")["ing"]
    ('gripped', 'modified', 'cueing')
    """
    if lemma.endswith("e"):
        past, ing = lemma + "d", (lemma if lemma.endswith(("ee", "ue")) else lemma[:-1]) + "ing"
    elif re.search(r"[^aeiou]y$", lemma):
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    elif _doubles(lemma):
        past, ing = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        past, ing = lemma + "ed", lemma + "ing"
    return {"base": lemma, "third": plural(lemma), "past": past, "ing": ing}


def _doubles(lemma: str) -> bool:
    """One-syllable consonant-vowel-consonant verbs double their last letter."""
    vowels = sum(char in _VOWELS for char in lemma)
    return bool(vowels == 1 and re.search(r"[^aeiou][aeiou][^aeiouwxy]$", lemma))


_ADJECTIVES = {
    "numb": "numbness",
    "kyphotic": "kyphosis",
    "tingle": "tingling",
    "pusher": "pusher behavior",
    "lordotic": "lordosis",
    "rigid": "rigidity",
    "bradykinetic": "bradykinesia",
    "unsteady": "unsteadiness",
    "impulsive": "impulsivity",
    "dizzy": "dizziness",
    "flaccid": "flaccidity",
    "overactive": "overactivity",
    "ataxic": "ataxia",
    "spastic": "spasticity",
    "wobbly": "wobbliness",
    "nauseous": "nausea",
    "inattentive": "inattention",
    "apraxic": "apraxia",
    "dysmetric": "dysmetria",
    "hypotonic": "hypotonia",
    "hypertonic": "hypertonia",
    "lightheaded": "lightheadedness",
    "distractible": "distractibility",
    "confused": "confusion",
    "agitated": "agitation",
    "stiff": "stiffness",
    "weak": "weakness",
    "weakened": "weakness",
    "tight": "tightness",
    "shaky": "shakiness",
    "clumsy": "clumsiness",
    "jerky": "jerkiness",
    "choppy": "choppiness",
    "floppy": "floppiness",
    "woozy": "wooziness",
    "sleepy": "sleepiness",
    "drowsy": "drowsiness",
    "achy": "achiness",
    "sore": "soreness",
    "painful": "pain",
    "restless": "restlessness",
    "forgetful": "forgetfulness",
    "hesitant": "hesitancy",
    "tremulous": "tremulousness",
    "hypokinetic": "hypokinesia",
    "akinetic": "akinesia",
    "clonic": "clonus",
    "dystonic": "dystonia",
    "dyspraxic": "dyspraxia",
    "hemiparetic": "hemiparesis",
    "hemiplegic": "hemiplegia",
    "paretic": "paresis",
    "plegic": "plegia",
    "paraplegic": "paraplegia",
    "tetraplegic": "tetraplegia",
    "quadriplegic": "quadriplegia",
    "vertiginous": "vertigo",
    "lethargic": "lethargy",
    "somnolent": "somnolence",
    "hypomobile": "hypomobility",
    "hypermobile": "hypermobility",
    "edematous": "edema",
    "swollen": "swelling",
    "unstable": "instability",
    "uncoordinated": "incoordination",
    "incoordinated": "incoordination",
    "disoriented": "disorientation",
    "debilitated": "debility",
    "deconditioned": "deconditioning",
    "atrophied": "atrophy",
    "paralyzed": "paralysis",
    "fatigued": "fatigue",
    "tired": "tiredness",
    "fisted": "fisting",
    "stumbled": "stumbling",
    "wobbled": "wobbling",
    "shuffled": "shuffling",
    "plopped": "plopping",
    "slumped": "slumping",
    "slouched": "slouching",
    "retropulsed": "retropulsion",
    "festinated": "festination",
    "circumducted": "circumduction",
    "compensated": "compensation",
}
# What else ends so is an adjective that has no noun here: "antalgic", "winded", "unsafe".
_NO_NOUNS = ("ic", "ous", "ile", "ful", "less", "ed", "ly", "ive")
_NO_NOUN_WORDS = frozenset({"unsafe", "absent", "present", "dependent"})
_NOUNS = frozenset({"speed", "need", "bed"})


def nominal(words: list[str], lexicon: Mapping[str, Node]) -> str:
    """Return the words of a deficit as a noun phrase of the same meaning, or "" where there is no sure way.

    >>> nominal(["unsteady"], {}), nominal(["loss", "of", "balance"], {}), nominal(["antalgic"], {})
    ('unsteadiness', 'loss of balance', '')
    """
    if len(words) == 1 and words[0] in _ADJECTIVES:
        return _ADJECTIVES[words[0]]
    senses = lexicon.get(words[0], {}).get("", ())
    verb = next((sense for sense in senses if sense.kind == "verb" and sense.label in ("past", "third")), None)
    if verb is not None:
        return " ".join([inflect(verb.id)["ing"], *words[1:]])
    if words[0] in ("more", "very", "not", "cannot", "can't", "unable", "less", "too"):
        return ""
    last = _ADJECTIVES.get(words[-1], words[-1])
    if last != words[-1] and words[0].endswith("ly"):
        return ""  # "easily fatigued": the adverb would stand before a noun
    return "" if _is_adjective(last) else " ".join([*words[:-1], last])


def _is_adjective(word: str) -> bool:
    return word in _NO_NOUN_WORDS or (word.endswith(_NO_NOUNS) and word not in _NOUNS)
