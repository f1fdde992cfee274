"""The letter of a word that names nothing known, by the closed classes of English and by its ending.

i a preposition, f "for", t "to", c "because", l "after", v "of", & what joins, n "no", q a quality or an amount, M a
manner of walking, b an adverb, k a word in -ed, X "held", j one in -ing, a an adjective that weighs, A a motion of a
joint, W an abbreviation, w any other word, z "then", F "was", y "when", V "limits". x is a verb, a pronoun or a
conjunction that tells more, H another day, P somebody, ! any other mark.
"""

from rewriter.body import DIRECTIONS, MOTIONS
from rewriter.calendar import WEEKDAYS
from rewriter.english import PARTICIPLES, PASTS, PREPOSITIONS
from rewriter.reading.kinds.passages import Passage
from rewriter.reading.pieces.openings import AMOUNTS
from rewriter.reading.pieces.treated import QUALITIES
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.shorthand.spelling import english

_CLASSES = {
    "i": "using via thru beside toward towards within outside inside past above below",
    "b": "up down out retro forward forwards backward backwards back sideways apart together away only today "
    "throughout",
    "&": "and & + / , plus or",
    "q": "the a an his her each ea every all both per approximately about ~ level vertical diagonal verbal tactile "
    "visual manual gestural auditory physical mild severe chronic acute complete incomplete first last",
    # How somebody walks; with a dose behind them they name an exercise: "wide steps x10".
    "M": "short shorter shortened slow slower slowed uneven unequal asymmetric asymmetrical antalgic ataxic stiff "
    "heavy hesitant shuffling stooped flexed wide wider narrowed staggering unsteady",
    # Conjunctions, pronouns, auxiliaries, and adverbs of time.
    "x": "if so but whereas although as than that which who he she they it him them i me my we our own himself herself "
    "themselves is are be being am has have do does can could will would should may might cannot still again almost "
    "nearly barely hardly too yet now until till prior later ago due tonight tomorrow usually always never often "
    "sometimes likely instead except stopped need needs require requires",
    "X": "held kept shut",
    "c": "because d/t",
    "F": "was were formerly previously",
    "f": "for",
    "l": "after before following since",
    "n": "no without not w/o",
    "s": "b",
    "t": "to",
    "v": "of",
    "V": "limits limiting affects affecting prevents preventing impairs impairing hinders hindering",
    "y": "when while",
    "z": "then",
    ">": "> -> \u2192 <->",
    **{mark: mark for mark in '-():"'},
}
# How a limb is kept is no deed ("knees bent"), and a bit and a shot are things.
_NO_DEEDS = frozenset({"bent", "bit", "held", "kept", "lit", "set", "shot", "shut"})
_LETTERS = {
    **dict.fromkeys(PREPOSITIONS, "i"),
    **dict.fromkeys(DIRECTIONS, "q"),
    **dict.fromkeys(MOTIONS, "A"),
    **dict.fromkeys((PASTS | PARTICIPLES) - _NO_DEEDS, "x"),
    **{word: letter for letter, words in _CLASSES.items() for word in words.split()},
}
# Arms are held so: "prone W/Y".
_SHAPES = frozenset("TWY")
# There nobody is treated, said without an article: "stairs at work".
_ELSEWHERE = frozenset({"home", "work", "school", "church", "gym", "daycare", "job"})
_BEFORE_PLACE = frozenset({"at", "from", "to"})
_SUITED = frozenset({"needed", "tolerated", "necessary"})
_SECONDS = frozenset({"s", "sec", "second", "seconds"})
_SHORTEST = 5  # letters of a word with an ending
_ENDINGS = (("ed", "k"), ("ing", "j"), ("ly", "b"))
_WEIGHING = ("ful", "less", "ous", "able", "ible", "ary", "ive")
_CLASSING = frozenset("active passive proprioceptive repetitive adaptive postoperative operative".split())


def spell_word(passage: Passage, at: int) -> str:
    """Return the letter of word `at` of a piece, by itself."""
    word, shown = passage.reading.words.low[at], passage.reading.words.shown(at)
    if shown in _SHAPES:
        return "o"
    if told := _spell_in_place(passage, at):
        return told
    if word in _LETTERS:
        return _LETTERS[word]
    if word in WEEKDAYS:
        return "H"
    if word in AMOUNTS or word in QUALITIES:
        return "q"
    if word.isdecimal() or word in NUMBER_WORDS:
        return "#"
    senses = passage.reading.lexicon.get(word, {}).get("", ())
    if any(sense.kind == "verb" and sense.label in ("past", "third") for sense in senses):
        return "k" if word.endswith("ed") else "x"
    return _spell_unknown(word, shown)


def _spell_in_place(passage: Passage, at: int) -> str:
    """Return the letter of a word whose neighbour decides it, "" for any other."""
    low = passage.reading.words.low
    word, following = low[at], low[at + 1] if at + 1 < passage.last else ""
    if word in ("all", "both") and _LETTERS.get(following) == "i":
        return "!"  # "3 bumps, all on left turns"
    if word == "by" and following and passage.reading.words.shown(at + 1).isupper():
        return "P"  # "by ATC"
    if word in _ELSEWHERE and at > passage.first and low[at - 1] in _BEFORE_PLACE:
        return "!"
    if word in _SUITED and at > passage.first and low[at - 1] == "as":
        return "b"
    if word == "holds" and at > passage.first and low[at - 1] in _SECONDS:
        return "w"
    if (word == "as" and following in _SUITED) or (word == "than" and following[:1].isdecimal()):
        return "q"  # "as needed", "more than 50%"
    return ""


def _spell_unknown(word: str, shown: str) -> str:
    if not word[0].isalnum():
        return "!"
    if not word.isalpha():
        return "W"
    ended = next((letter for ending, letter in _ENDINGS if word.endswith(ending)), "")
    if ended and len(word) >= _SHORTEST:
        return ended
    if (shown.isupper() and len(word) > 1) or word not in english():
        return "W"
    return "a" if word.endswith(_WEIGHING) and word not in _CLASSING else "w"
