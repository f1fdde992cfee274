"""Words that only say how a thing of the other text was used, or that it came about.

Stairs are climbed, walkers pushed, water is drunk; who grew tired is tired; with somebody standing by is standby
assistance. Such a word claims nothing beside the thing, which is compared on its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rewriter.english import POINTING
from rewriter.fidelity.rewording.below import has_minus
from rewriter.fidelity.texts.amounts import is_help
from rewriter.fidelity.texts.aspects import FORMER, is_former
from rewriter.fidelity.texts.posture import STANDING_UP
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.paraphrase import stem
from rewriter.punctuation import CLAUSE_ENDS
from rewriter.reading.context import REFUSED
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.quantities.units import UNITS

# (how a thing is used, the things): one of the things stands beside the word, and the other text has it too. Only
# things that serve nothing else: a cup may be reached for, a door walked through, tape lie on the floor.
_USES = tuple(
    (frozenset(verbs.split()), frozenset(things.split()))
    for verbs, things in (
        ("push pushes pushed pushing", "walker rollator rw fww"),
        ("lean leans leaned leaning", "cane walker rollator"),
        ("watch watches watched watching", "mirror video screen monitor"),
        ("look looks looked looking", "mirror"),
        ("drink drinks drank drunk drinking", "juice coffee tea caffeine soda beer wine alcohol smoothie"),
        ("eat eats ate eaten eating", "puree pureed"),
        ("swallow swallowed swallowing", "sips pill pills"),
        ("read reads reading", "menu newspaper book"),
        ("ride rides rode riding pedal pedals pedaled pedaling", "bike bicycle ergometer nustep"),
        ("squeeze squeezed squeezing", "putty"),
        ("chew chews chewed chewing", "gum"),
        ("smoke smokes smoked smoking", "cigarettes cigarette cigar cigars ppd"),
        ("wear wears wore worn wearing", "eyeglasses spectacles"),
        ("type types typed typing", "keyboard"),
        ("listen listens listened listening", "metronome"),
        ("pull pulls pulled pulling", "band bands theraband tubing pulley pulleys"),
        ("lift lifts lifted lifting", "dumbbell dumbbells"),
        ("blow blows blew blown blowing", "bubbles whistle pinwheel straw"),
        ("cut cuts cutting snip snips snipped snipping", "scissors"),
        ("stir stirs stirred stirring", "whisk ladle"),
        ("steer steers steered steering drive drives drove driven driving", "joystick"),
    )
)
_CLIMBING = frozenset("climb climbs climbed climbing".split())
_STAIRS = frozenset({"stair", "stairs", "staircase", "flight", "flights"})
_STEPS = frozenset({"step", "steps", "curb"})
_DOWN = frozenset("down descend descends descended descending descent".split())
_UP_AND_DOWN = frozenset({"up", "down"})
_WAYS = _DOWN | frozenset("up ascend ascends ascended ascending ascent \u2191 \u2193".split())
_BECOMING = frozenset("grew grow growing grown became become".split())
_NEARBY = (("by",), ("close", "by"), ("near", "by"), ("nearby",), ("ready",))
_WATCHED = frozenset({"standby", "supervision"})
_STAFF = frozenset("staff people persons helpers therapists clinicians".split())
_ORDERS = {
    "post": frozenset("after afterward afterwards following subsequently then end ended leaving finish close".split()),
    "pre": frozenset(
        "before beforehand prior initially first start started arrival begin began beginning outset".split()
    ),
}
_HISTORY = frozenset({"history", "hx", "pmh"})
_BEFORE_NOW = frozenset({"prev", "previous", "previously", "prior", "earlier", "formerly"})
_FROM = frozenset({"from", "was", "were", "been"})
_LACKING = frozenset("lack lacks lacked lacking short minus negative".split())
_REFUSING = frozenset("refused refuses refuse refusing declined declines declining".split())
_NOT = frozenset({"not", "no"})
_WOULD = frozenset({"would", "did", "said"})  # "would not stand", "did not want to stand"
_REFUSAL_REACH = 5
_JOINTS = SPLITS | {"and", "but"}
_ALONE = frozenset({"alone", "solo", "unaided"})
_DWELLING = frozenset("live lives lived living home house apartment stay stays staying left be".split())
_ONLY = (
    ("nothing", "but"),
    ("nothing", "else"),
    ("nothing", "more"),
    ("nothing", "other"),
    ("no", "other"),
    ("no", "more"),
    ("no", "further"),
    ("all", "of", "them"),
    ("all", "of", "these"),
    ("all", "of", "which"),
    ("every", "one", "of"),
    ("each", "of", "them"),
)
_ALL_DONE = frozenset("did done was were had does is".split())
_AGAIN = frozenset({"again", "another", "second", "once", "repeat", "repeated", "anew", "next"})
_AFRESH = ("re-", "re")
_SHORTEST_DEED = 4
_LITTLE = frozenset({"small", "slight", "little", "bit"})
_PRESENT = frozenset("there here present in around available".split())
_ALONG = frozenset(
    "aisle aisles hall halls hallway hallways corridor corridors street road sidewalk driveway path block runway "
    "track".split()
)
_REACH, _COUNT_REACH = 8, 3
_FROM_TO = 8
_OFTEN = {"daily": "1/day", "weekly": "1/week"}

Texts = Sequence[Terms]


def is_handling(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term of a rewrite only says how something of the texts was used, or that it came about."""
    low, at = one.reading.words.low, one.place[index]
    return (
        _is_use(one, index, texts)
        or (low[at] in _CLIMBING and _is_climbing(one, at, texts))
        or (low[at] in _BECOMING and _became_known(one, index, texts))
        or (low[at] in _UP_AND_DOWN and _is_up_and_down(one, at, texts))
        or (low[at] == "down" and _is_along(low, at))
        or (low[at] in STANDING_UP and _stands_by(low, at, texts))
        or (low[at] in _STAFF and _is_helped_by(low, at, texts))
        or _is_condition(low, at, texts)
        or _is_further(low, at, texts)
        or _is_anew(one, index, texts)
        or (low[at] in _LITTLE and _is_little_help(low, at, texts))
        or (low[at] == "same" and low[at - 1] in POINTING)
        or (low[at] == "will" and _is_scheduled(one, at, texts))
        or (low[at] in _LACKING and _is_figured(low, at) and any(map(has_minus, texts)))
    )


def is_unit_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a unit beside its figure ("wk 8") is told with the figure, as the unit of any figure."""
    low, at = one.reading.words.low, one.place[index]
    kind, unit, _ = UNITS.get(low[at], ("", "", 0))
    if not unit or not low[at + 1 : at + 2] or not low[at + 1][0].isdecimal():
        return False
    return any(
        terms.reading.mentions[number].sense.group == unit for terms in texts for number in terms.reading.having(kind)
    )


def is_order_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "pre" or "post" of a note is told by another word of order: "and afterward 3 out of 10"."""
    words = _ORDERS.get(one.reading.words.low[one.place[index]])
    if words is None:
        return False
    return any(not words.isdisjoint(terms.reading.words.low) or _goes_from_to(terms) for terms in texts)


def is_often_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "daily" or "weekly" of a note is told as how often: "once a day"."""
    often = _OFTEN.get(one.reading.words.low[one.place[index]])
    return often is not None and any(
        terms.reading.mentions[number].sense.id == often
        for terms in texts
        for number in terms.reading.having("frequency")
    )


def _goes_from_to(terms: Terms) -> bool:
    """The text tells a value before and one after: "from 6 to 3"."""
    low = terms.reading.words.low
    return any(
        word == "from" and low[at + 1][0].isdecimal() and "to" in low[at + 2 : at + _FROM_TO]
        for at, word in enumerate(low[:-2])
    )


def is_refusal_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "refused" of a note is told in other words that the reading knows: "would not do"."""
    if one.reading.words.low[one.place[index]] not in _REFUSING:
        return False
    if any(bit & REFUSED for terms in texts for _, _, bit in terms.reading.scopes):
        return True
    near = [key for other in _around_terms(one, index) for key in one.keys[other]]
    return any(
        not _NOT.isdisjoint(low[at + 1 : at + 3])
        for terms in texts
        for low in (terms.reading.words.low,)
        for partner in terms.partners(near)
        for at in range(max(0, terms.place[partner] - _REFUSAL_REACH), terms.place[partner])
        if low[at] in _WOULD and _JOINTS.isdisjoint(low[at : terms.place[partner]])
    )


def _around_terms(one: Terms, index: int) -> list[int]:
    """Return the terms with a claim beside a term, in its clause."""
    near = range(max(0, index - 2), min(len(one.place), index + 4))
    return [at for at in near if at != index and one.claims[at] and one.clause[at] == one.clause[index]]


def is_level_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether what was done "alone" is told as done independently; who lives alone is another thing."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] not in _ALONE or not _DWELLING.isdisjoint(low[max(0, at - 2) : at]):
        return False
    near = {key for other in range(max(0, index - 3), index) if one.claims[other] for key in one.keys[other]}
    return any(
        terms.reading.mentions[number].sense.group == "independent"
        and any(
            terms.sentence[partner] == terms.sentence_at(terms.reading.mentions[number].first)
            for partner in terms.partners(near)
        )
        for terms in texts
        for number in terms.reading.having("level")
    )


def is_limit_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "only" of a note is told in several words: "nothing but marching", "all we did was march"."""
    if one.reading.words.low[one.place[index]] != "only":
        return False
    for terms in texts:
        low = terms.reading.words.low
        for at, word in enumerate(low):
            if any(tuple(low[at : at + len(form)]) == form for form in _ONLY if form[0] == word):
                return True
            if word == "all" and not _ALL_DONE.isdisjoint(low[at + 1 : at + 1 + _COUNT_REACH]):
                return True
    return False


def is_anew_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a deed to be done again is told in two words: "recheck BP", "check the blood pressure again"."""
    low = one.reading.words.low[one.place[index]]
    deed = next((low.removeprefix(part) for part in _AFRESH if low.startswith(part)), "")
    if len(deed) < _SHORTEST_DEED:
        return False
    root = stem(deed)
    return any(
        not _AGAIN.isdisjoint(terms.reading.words.low[place] for place in _around(terms, terms.place[partner]))
        for terms in texts
        for partner in terms.partners((root,))
    )


def _is_anew(one: Terms, index: int, texts: Texts) -> bool:
    """The other way round: "check it again Thursday" for "recheck Thurs"."""
    low, at = one.reading.words.low, one.place[index]
    if len(low[at]) < _SHORTEST_DEED or _AGAIN.isdisjoint(low[place] for place in _around(one, at)):
        return False
    return any(terms.partners([stem(part + low[at]) for part in _AFRESH]) for terms in texts)


def is_absence_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "absent" of a note is told as not there: "the aide wasn't there today"."""
    if one.reading.words.low[one.place[index]] != "absent":
        return False
    return any(
        (word == "not" or word.endswith("n't")) and not _PRESENT.isdisjoint(terms.reading.words.low[at + 1 : at + 3])
        for terms in texts
        for at, word in enumerate(terms.reading.words.low)
    )


def is_past_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "Hx" of a note is told by a year or another word for what is over."""
    low = one.reading.words.low[one.place[index]]
    if low in _BEFORE_NOW and one.reading.words.low[one.place[index] + 1 :][:1]:
        figure = one.reading.words.low[one.place[index] + 1]
        return figure[0].isdecimal() and any(_comes_from(terms.reading.words.low, figure) for terms in texts)
    return low in _HISTORY and any(
        is_former(terms.reading.words.low) or not FORMER.isdisjoint(terms.reading.words.low) for terms in texts
    )


def _comes_from(low: Sequence[str], figure: str) -> bool:
    """Thus: "14, down from 16", "14, where it was 16" for "14 (prev 16)"."""
    return any(word == figure and at and low[at - 1] in _FROM for at, word in enumerate(low))


def _around(one: Terms, at: int) -> range:
    """Return the words near a word, in its sentence."""
    sentence = one.reading.sentences[max(0, one.sentence_at(at))]
    return range(max(sentence.first, at - _REACH), min(sentence.last, at + _REACH + 1))


def _is_use(one: Terms, index: int, texts: Texts) -> bool:
    low, at = one.reading.words.low, one.place[index]
    things = next((things for verbs, things in _USES if low[at] in verbs), None)
    if things is None:
        return False
    for near in _around(one, at):
        if low[near] in things:
            first, last = bisect_left(one.place, near), bisect_right(one.place, near)
            keys = one.keys[first] if first < last else ()
            if any(low[near] in terms.written or terms.partners(keys) for terms in texts):
                return True
    return False


def _is_climbing(one: Terms, at: int, texts: Texts) -> bool:
    """Stairs, or a number of steps, that the other text has and does not tell as gone down."""
    low, near = one.reading.words.low, _around(one, at)
    stairs = any(low[place] in _STAIRS for place in near)
    counted = any(
        low[place] in _STEPS and any(_is_count(word) for word in low[max(0, place - _COUNT_REACH) : place])
        for place in near
    )
    if not (stairs or counted):
        return False
    met = _STAIRS if stairs and not counted else _STAIRS | _STEPS
    return any(not met.isdisjoint(terms.written) and _DOWN.isdisjoint(terms.written) for terms in texts)


def _is_up_and_down(one: Terms, at: int, texts: Texts) -> bool:
    """Stairs told both ways, where the other text has them and neither way: "up and down the steps at home"."""
    low = one.reading.words.low
    if ("up", "and", "down") not in (tuple(low[at : at + 3]), tuple(low[max(0, at - 2) : at + 1])):
        return False
    met = _STAIRS | _STEPS
    if not any(low[near] in met for near in _around(one, at)):
        return False
    return any(not _STAIRS.isdisjoint(terms.written) and _WAYS.isdisjoint(terms.written) for terms in texts)


def _is_little_help(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Thus: "a small amount of help" for minimal assistance."""
    if not any(map(is_help, low[at + 1 : at + 2 + _COUNT_REACH])):
        return False
    return any(
        terms.reading.mentions[number].sense.group == "minimal"
        for terms in texts
        for number in terms.reading.having("level")
    )


def _is_along(low: Sequence[str], at: int) -> bool:
    """Thus: "down the hall", "down a grocery aisle"; "reach down in the aisle" tells a reach."""
    if low[at + 1 : at + 2] not in (["the"], ["a"], ["an"]):
        return False
    return not _ALONG.isdisjoint(low[at + 2 : at + 2 + _COUNT_REACH])


def _is_figured(low: Sequence[str], at: int) -> bool:
    """A figure stands close by: "lacks 10 degrees", "lacking the last ten degrees", "12 degrees short"."""
    near = (*low[max(0, at - 2) : at], *low[at + 1 : at + 1 + _COUNT_REACH])
    return any(word[0].isdecimal() or word in NUMBER_WORDS for word in near)


def _is_count(word: str) -> bool:
    return word[0].isdecimal() or word in NUMBER_WORDS


def _is_condition(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Thus: "should nothing change" for "if no change"; who should do something is told what to do."""
    opens = at == 0 or low[at - 1] in CLAUSE_ENDS
    return low[at] == "should" and opens and any("if" in terms.reading.words.low for terms in texts)


def _is_further(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Thus: "a further charge" for "also charge"; "no further" tells an end."""
    return low[at] == "further" and low[at - 1] == "a" and any("also" in terms.written for terms in texts)


def _became_known(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "grew frustrated", where the other text has the frustration."""
    ahead = index + 1
    if ahead >= len(one.place) or one.place[ahead] - one.place[index] > 2:
        return False
    return any(terms.partners(one.keys[ahead]) for terms in texts)


def _stands_by(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Somebody stood by without a hand on the patient; "stood by the bed" names the bed."""
    for words in _NEARBY:
        end = at + 1 + len(words)
        if tuple(low[at + 1 : end]) == words and (end >= len(low) or low[end] in SPLITS or low[end] in _GOING_ON):
            return any(
                terms.reading.mentions[number].sense.group in _WATCHED
                for terms in texts
                for number in terms.reading.having("level")
            )
    return False


_GOING_ON = frozenset("for while throughout and as to during at in because when".split())


def _is_scheduled(one: Terms, at: int, texts: Texts) -> bool:
    """What comes on a day that the other text names: "wear check Fri"."""
    near = _around(one, at)
    keys = (key for index, place in enumerate(one.place) if place in near for key in one.keys[index])
    days = [key for key in keys if key.startswith("day:")]
    return any(terms.partners(days) for terms in texts)


def _is_helped_by(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Thus: "assistance of two staff" for "mod A x2"."""
    count = str(NUMBER_WORDS.get(low[at - 1], low[at - 1])) if at else ""
    return any(
        {"x", "+", "of"} & {terms.reading.words.low[last]} and terms.reading.words.low[last + 1] == count
        for terms in texts
        for last in (terms.reading.mentions[number].last for number in terms.reading.having("level"))
        if last + 1 < len(terms.reading.words.low)
    )
