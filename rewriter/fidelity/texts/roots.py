"""Words of one root: "weighs" and "weight", "bore down" and "bearing down", "sunny" and "sun", "urge" and "urgency".

What is told with a noun may be told with the verb or the adjective of its root. The endings of English derivation are
undone as far as they lead to English words; what no ending tells is listed. An ending that says more is left alone: the
"less" of "painless", the "er" of "walker" and "wider", the "able" of "usable", the "en" of "tightened"; nor does a
quality follow from what is measured of it: "long" from "length", "severe" from "severity", "frequent" from "frequency".
"""

from collections.abc import Iterator
from functools import lru_cache

from rewriter.reading.shorthand.spelling import english

# Words of one root whose vowel changes, one root a line.
_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne born; become became; begin began begun; bend bent
bind bound; bite bit bitten; bleed bled blood; blow blew blown; break broke breakage; breathe breath
bring brought; build built; buy bought; catch caught; choose chose chosen choice; cling clung; creep crept; deal dealt
dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell; feed fed food
feel felt; fight fought; find found; flee fled; fly flew flown flight; forget forgot forgotten; freeze froze
give gave given; grind ground; grow grew grown growth; hang hung; hear heard; hide hid hidden; hold held; keep kept
kneel knelt; know knew known knowledge; lead led; leap leapt; leave left; lend lent; lie lay lain; light lit
lose lost loss; mean meant; meet met; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen
seek sought; sell sold sale; send sent; shake shook shaken; shine shone; shoot shot; show showed shown
shrink shrank shrunk; sing sang sung song; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken speech
speed sped; spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung
stride strode; strike struck; string strung; strive strove; swear swore sworn; sweep swept; swell swelled swollen
swim swam swum; swing swung; take took taken; teach taught; tear tore; tell told; think thought; throw threw thrown
understand understood; wake woke woken; wear wore; weave wove woven; weep wept; wind wound; withdraw withdrew
write wrote written; weigh weight
grieve grief; believe belief; relieve relief; prove proof; live life; choose choice
complain complaint; constrain constraint; restrain restraint; respond response; advise advice; ascend ascent
descend descent; pursue pursuit; try trial; think thought; fail failure; enter entrance entry; expect expectation
maintain maintenance; sustain sustenance; retain retention; explain explanation; pronounce pronunciation
repeat repetition; destroy destruction; abdomen abdominal; sense sensation; lung pulmonary; absorb absorption
"""
# Of these words some are nouns, and some verbs are listed for their nouns only.
_NOUNS = frozenset("blood breakage breath choice food flight growth knowledge loss sale song speech".split())
_OF_NOUNS = frozenset(
    "weigh grieve believe relieve prove live complain constrain restrain respond advise ascend descend pursue try fail "
    "enter expect maintain sustain retain explain pronounce repeat destroy abdomen sense lung absorb".split()
)
# An ending of a noun or an adjective, and what the verb, the noun or the adjective of its root may end in instead.
_DERIVED = (
    ("isation", ("ise", "ize")), ("ization", ("ize", "ise")), ("ification", ("ify",)), ("scription", ("scribe",)),
    ("ption", ("pt", "ve")), ("ation", ("ate", "e", "")), ("ition", ("ite", "e", "")), ("ution", ("ute", "ve")),
    ("nsion", ("nd", "nse")), ("ision", ("ise", "ide")), ("usion", ("use", "ude")), ("ssion", ("ss", "t")),
    ("rsion", ("rt", "rse")), ("xion", ("x",)), ("tion", ("t", "te")), ("ment", ("", "e")),
    ("ance", ("", "e", "ate")), ("ence", ("", "e")), ("iance", ("y",)), ("ency", ("e",)), ("ancy", ("ate",)),
    ("usal", ("use",)), ("osal", ("ose",)),
    ("ival", ("ive",)), ("eval", ("eve",)), ("oval", ("ove",)), ("awal", ("aw",)), ("ewal", ("ew",)),
    ("enial", ("eny",)), ("issal", ("iss",)), ("sure", ("se",)), ("ery", ("er",)), ("nage", ("n",)), ("kage", ("k",)),
    ("lage", ("l",)), ("rage", ("re",)), ("iness", ("y",)), ("ness", ("",)), ("ful", ("",)), ("y", ("", "e")),
    ("ious", ("y", "e")), ("eous", ("e",)), ("ous", ("", "e", "y")),
    ("th", ("",)),
)  # fmt: skip
# A measuring and what measures, a disease and who has it: words that few dictionaries know.
_LEARNED = (
    ("metry", "meter"), ("graphy", "graph"), ("scopy", "scope"), ("itic", "itis"), ("otic", "osis"), ("algic", "algia"),
    ("plegic", "plegia"), ("paretic", "paresis"), ("tonic", "tonia"), ("phasic", "phasia"), ("phagic", "phagia"),
)  # fmt: skip
_INFLECTED = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))
# What looks derived and says something else.
_ALONE = frozenset(
    "activity agency apartment baby balance basement belly body careful carry caution city community copy county "
    "department distance does early easy edition emergency evening every extremity facility fourth funny handy "
    "health heavy helpful jelly lady location many marry mission morning news party penny pension portion position "
    "progression puppy ration ready relation section security seed sentence seventh shed skillful stance station "
    "storage story study successful tension they thing traction university vacation weed".split()
)
_SHORTEST, _SHORTEST_DERIVED = 3, 4
_ROUNDS = 3


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    """Return for each word of a listed root the first of its line."""
    found: dict[str, str] = {}
    for line in _IRREGULAR.replace("\n", ";").split(";"):
        words = line.split()
        for word in words:
            found.setdefault(word, found.get(words[0], words[0]))
    return found


def base_of_past(word: str) -> str:
    """Return the verb that a word is an irregular past of, "" for any other word.

    >>> base_of_past("lent"), base_of_past("flight"), base_of_past("walked")
    ('lend', '', '')
    """
    base = _listed().get(word, "")
    return "" if word == base or word in _NOUNS or base in _OF_NOUNS else base


def is_comparative_form(word: str) -> bool:
    """Tell whether a word compares, by its form: the highest degree of the same word is English too.

    >>> [is_comparative_form(one) for one in ("tighter", "easier", "bladder", "tender", "walker", "number")]
    [True, True, False, False, False, False]
    """
    return word.endswith("er") and word[:-2] + "est" in english() and word != "number"


@lru_cache(maxsize=8192)
def find_roots(word: str) -> frozenset[str]:
    """Return a lower-case word and the English words that it is made of by its endings.

    >>> sorted(find_roots("weighs") & find_roots("weight")), sorted(find_roots("sunny") & find_roots("sun"))
    (['weigh'], ['sun'])
    >>> find_roots("walker") & find_roots("walk"), find_roots("activity") & find_roots("active")
    (frozenset(), frozenset())
    """
    found = {word.removesuffix("'s")}
    fresh = set(found)
    for _ in range(_ROUNDS):
        fresh = {base for one in fresh for base in _bases(one)} - found
        found |= fresh
    return frozenset(found)


def are_of_one_root(one: str, other: str) -> bool:
    """Tell whether two lower-case words are of one root."""
    return one[0] == other[0] and not find_roots(one).isdisjoint(find_roots(other))


def _bases(word: str) -> Iterator[str]:
    """Yield the English words that a word may be made of by one ending."""
    if word in _listed():
        yield _listed()[word]
    if word in _ALONE:
        return
    yield from (word.removesuffix(end) + left for end, left in _LEARNED if word.endswith(end))
    known = english()
    derived = ((end, left) for end, lefts in _DERIVED for left in lefts)
    for endings, shortest in ((_INFLECTED, _SHORTEST), (derived, _SHORTEST_DERIVED)):
        for end, left in endings:
            if not word.endswith(end):
                continue
            base = word[: -len(end)] + left
            if len(base) >= shortest and base in known:
                yield base
            if not left and len(base) > _SHORTEST and base[-1] == base[-2] and base[:-1] in known:
                yield base[:-1]  # "sunny", "stopped"
