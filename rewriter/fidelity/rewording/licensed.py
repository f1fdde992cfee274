"""Words that claim nothing beside what the other text holds.

A sign may be said in words ("R > L": greater), an ability for a deed ("was able to hold"), a word may only introduce
the figure behind it or put two things in the order in which the other text tells them. What is told so has no partner
of its own, and is no claim of its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rewriter.english import WITHOUT
from rewriter.fidelity.rewording.beside import is_again, is_grading, is_strength
from rewriter.fidelity.rewording.elapsed import is_elapsed
from rewriter.fidelity.rewording.handled import is_handling
from rewriter.fidelity.rewording.trends import follows_figures
from rewriter.fidelity.texts.scoped import AIMED
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.paraphrase import stem
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, POSSIBLE, REFUSED
from rewriter.reading.context.cues import is_condition
from rewriter.reading.quantities import NUMBER_WORDS

# Before a figure these say no more than the figure does: "achieved 4/10", "held for 6 minutes", "only 1 of 2".
_INTRODUCING = frozenset(
    "achieved achieves achieving attained attains attaining accomplished accomplishing reached reaches reaching "
    "sustained "
    "sustains sustaining maintained maintains maintaining stands only just scored averaged averaging lasting lasted "
    "ranged "
    "ranging repeated repeating repeats".split()
)
_INTRODUCED, _COUNTED = 10, 3
_WAS = frozenset({"was", "were"})
_PLACED = frozenset({"surface", "equipment"})
_LIMITS = frozenset(
    "more higher greater longer above over less fewer lower shorter below under heavier lighter farther further "
    "taller faster slower older younger bigger smaller".split()
)
_LIMITING = frozenset("\u2265 \u2264 > < least most minimum maximum below above under over than".split())
_SIDES = frozenset({"left", "right", "l", "r"})
_WEARING = frozenset("wore worn wearing wears wear".split())
_DONNING = frozenset({"don", "dons", "donned", "donning"})
_GARMENTS = frozenset(
    "shoe shoes sock socks shirt pants jacket coat glove gloves hat stocking stockings boot boots bra underwear "
    "gown sweater shorts brief sleeve brace splint orthosis prosthesis liner helmet".split()
)
_WITH = frozenset({"with", "w/", "in"})
_LEADING = frozenset({"forward", "ahead", "leading", "lead", "led", "front", "first", "behind", "back"})
_SAYING = frozenset(
    "cue cues cued cueing instruction instructions instructed prompt prompts phrase words command told".split()
)
_SUPPORT = frozenset({"support", "supports"})
_LIMBS = frozenset({"extremity", "extremities", "hand", "hands", "arm", "arms"})
_UN = ("un", "non", "a")
_SHORTEST_BASE = 3
_NOT = frozenset({"not", "never", "no", "hardly", "barely", "cannot", "cant", "unable", "without", "couldnt"})
_ABLE = frozenset({"can", "could", "able", "ability"})
# Of two things in the order of time: the left one comes first, the right one does.
_FORWARDS = frozenset({"before", "until", "till", "preceding", "prior"})
_BACKWARDS = frozenset({"after", "preceded", "following", "once"})
_ORDERING = frozenset("\u2192 -> > then so until til till next after before p b4 first stopped".split())
# Words that only deny.
_DENIALS = frozenset(
    "absent absence free without denies denied denying deny lacks lacked lacking lack nothing nobody nowhere none "
    "never "
    "cannot unable nil zero missing negative off away prohibited forbidden banned barred disallowed avoid avoided "
    "avoids avoiding contraindicated".split()
)
# Words that deny only with a "not" beside them: "must not lift", "is not allowed".
_RULED = frozenset("must may should can could will allowed permitted allow permit let".split())
_NOT_DONE = NEGATED | REFUSED | PLANNED | POSSIBLE | HISTORICAL | AIMED
_LACKING = frozenset({"absent", "absence", "lacking", "missing"})
_IT = frozenset({"it", "this", "that", "them", "these", "those"})
_NEAR, _MOST = 30, 50
_DENIAL_REACH = 4

Texts = Sequence[Terms]


def is_same_denial(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term says no more than that something is denied, or where from, as one of the texts says too."""
    return _is_denial(one, index, texts) or _is_from(one, index) or _is_turned_over(one, index, texts)


def is_licensed(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term of a rewrite claims nothing beside what the texts hold."""
    return (
        _introduces_quote(one, index, texts)
        or _leads(one, index)
        or _is_put_on(one, index, texts)
        or _introduces_figure(one, index)
        or follows_figures(one, index)
        or _is_ended(one, index, texts)
        or _is_bound(one.reading.words.low, one.place[index], texts)
        or _orders(one, index, texts)
        or _is_ability(one, index, texts)
        or is_handling(one, index, texts)
        or is_elapsed(one, index, texts)
        or _is_unused(one, index, texts)
        or is_again(one, index, texts)
        or is_strength(one, index, texts)
        or is_grading(one, index)
    )


def _around(one: Terms, index: int) -> range:
    """Return the terms near a term, in its sentence."""
    first = bisect_left(one.sentence, one.sentence[index])
    last = bisect_right(one.sentence, one.sentence[index])
    return range(max(first, index - _NEAR), min(last, index + _NEAR + 1))


def _is_from(one: Terms, index: int) -> bool:
    """Thus: "off the mat table", "off elevated mat", "no buckle off 18": where from, told with another word."""
    low, at = one.reading.words.low, one.place[index]
    after = low[at + 1] if low[at] == "off" and at + 1 < len(low) else ""
    if after in ("the", "a", "an", "of") or after[:1].isdecimal():
        return True
    if low[at : at + 3] == ["off", "to", "the"]:  # "then it was off to the bathroom"
        return True
    near = (one.reading.mentions[number] for number in one.reading.between(at + 1, at + 4)) if after else ()
    return any(sense.kind in _PLACED and SPLITS.isdisjoint(low[at:first]) for sense, first, _ in near)


def _is_turned_over(one: Terms, index: int, texts: Texts) -> bool:
    """A word denied by its own beginning for one that is denied in the other text: "unmet", "not met"."""
    low = one.reading.words.low[one.place[index]]
    starts = (part for part in _UN if low.startswith(part) and len(low) >= len(part) + _SHORTEST_BASE)
    base = low.removeprefix(next(starts, low))
    if base and any(_is_denied(terms, [stem(base)], 1) for terms in texts):
        return True
    at = one.place[index]
    denied = one.bits[index] & (NEGATED | REFUSED) or one.reading.words.low[at - 1] in ("not", "never")
    return bool(denied) and any(part + low in terms.written for terms in texts for part in _UN)


def _leads(one: Terms, index: int) -> bool:
    """The foot of "with the right foot forward": the side that leads, told in full."""
    low, at = one.reading.words.low, one.place[index]
    return low[at] in ("foot", "leg") and low[at - 1] in _SIDES and not _LEADING.isdisjoint(low[at + 1 : at + 3])


def _is_put_on(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "AFOs were donned", "wore the AFOs" for "AFOs on"; dressing tells of clothes."""
    low = one.reading.words.low[one.place[index]]
    if low in _DONNING and any(map(_has_garment_on, texts)):
        return True
    if low != "donned" and low not in _WEARING:
        return False
    worn = [number for number in _around(one, index) if one.clause[number] == one.clause[index] and number != index]
    if low == "donned":
        return any(one.kind(number) in ("device", "equipment") for number in worn)
    return any(_is_on(terms, one.keys[number]) for number in worn for terms in texts)


def _has_garment_on(terms: Terms) -> bool:
    """Thus: "shoes on mod A, off indep"; with no help told, socks that are on may only be worn."""
    low = terms.reading.words.low
    helped = {terms.reading.mentions[number].first for number in terms.reading.having("level")}
    return any(
        word in _GARMENTS and low[at + 1 : at + 2] == ["on"] and not helped.isdisjoint(range(at + 2, at + 5))
        for at, word in enumerate(low)
    )


def _is_on(terms: Terms, keys: Sequence[str]) -> bool:
    """A text says that what has one of the keys was on: "AFO on", "with AFO"."""
    low = terms.reading.words.low
    for partner in sorted(terms.partners(keys))[:_MOST]:
        at = terms.place[partner]
        if "on" in low[at + 1 : at + 3] or not _WITH.isdisjoint(low[max(0, at - 2) : at]):
            return True
    return False


def _introduces_quote(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: with the cue "half the smile", where the other text has the very words."""
    words, at = one.reading.words, one.place[index]
    if words.low[at] not in _SAYING or '"' not in words.low[at + 1 : at + 4]:
        return False
    first = words.low.index('"', at + 1) + 1
    return any(terms.holds(words.low[first : first + 2]) for terms in texts)


def _introduces_figure(one: Terms, index: int) -> bool:
    """A word that only introduces the figure or the amount close behind it, and tells of no goal."""
    words, at = one.reading.words, one.place[index]
    if words.low[at] not in _INTRODUCING:
        return False
    sentence = one.reading.sentences[one.sentence[index]] if one.sentence[index] >= 0 else None
    if sentence is not None and any(low.startswith("goal") for low in words.low[sentence.first : sentence.last]):
        return False
    for low in words.low[at + 1 : at + 1 + _INTRODUCED]:
        if low[0].isdecimal() or low in NUMBER_WORDS:
            return True
        if low in SPLITS:
            break
    before = words.low[max(0, at - _COUNTED) : at]  # "of five buttons, three were accomplished"
    return words.low[at - 1] in _WAS and any(low[0].isdecimal() or low in NUMBER_WORDS for low in before)


def _is_ability(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "was able to hold" of what the other text tells as done, neither denied nor planned nor wanted."""
    low, at = one.reading.words.low, one.place[index]
    denied = one.bits[index] & (NEGATED | REFUSED) or not _NOT.isdisjoint(low[max(0, at - 2) : at + 2])
    if low[at] not in _ABLE or denied:
        return False
    if _introduces_known(low, at, texts):
        return True
    ahead = [at for at in _around(one, index) if at > index and one.claims[at]][:2]
    contexts = [
        terms.contexts[key][0] for at in ahead for terms in texts for key in one.keys[at] if key in terms.contexts
    ]
    if not contexts or any(bits & _NOT_DONE for bits in contexts):
        return False
    return not any(_is_denied(terms, one.keys[at], _DENIAL_REACH) for at in ahead for terms in texts)


def _introduces_known(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Thus: "able to hold to about 60 degrees", where no other claim stands before a figure of the note."""
    for word in low[at + 1 : at + 1 + _INTRODUCED]:
        if word in SPLITS:
            return False
        if word[0].isdecimal():
            return any(word in terms.reading.words.low for terms in texts)
    return False


def _is_ended(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "no longer dizzy", "no further breaks" of what the other text denies."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] not in ("longer", "further", "more") or low[at - 1] != "no":
        return False
    claimed = [other for other in _around(one, index) if one.claims[other]]
    ahead = [other for other in claimed if other > index][:2]
    behind = [other for other in claimed if other < index and one.clause[other] == one.clause[index]][-1:]
    return any(
        terms.some(key) & (NEGATED | REFUSED) or _is_denied(terms, [key], _DENIAL_REACH)
        for other in (*behind, *ahead)
        for terms in texts
        for key in one.keys[other]
    )


def _is_unused(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "without upper extremity support" for "no UE", where both texts deny the limb."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] not in _SUPPORT or low[at - 1] not in _LIMBS or not one.bits[index] & NEGATED or not index:
        return False
    return any(_is_denied(terms, one.keys[index - 1], 2) for terms in texts)


def _is_bound(low: Sequence[str], at: int, texts: Texts) -> bool:
    """A limit told in words: "91 or higher" for "not below 91", "three or more" for "3+", "heavier than 1 lb"."""
    exceeds = low[at + 1 : at + 2] == ["than"] and any(
        word[0].isdecimal() or word in NUMBER_WORDS for word in low[at + 2 : at + 4]
    )
    if low[at] not in _LIMITS or not (low[at - 1] == "or" or exceeds):
        return False
    return any(not _LIMITING.isdisjoint(terms.reading.words.low) or "+" in terms.reading.text for terms in texts)


def _is_denied(terms: Terms, keys: Sequence[str], reach: int) -> bool:
    """What has one of the keys is denied, by a cue of the reading or a word of denial up to `reach` words before."""
    low = terms.reading.words.low
    for partner in sorted(terms.partners(keys))[:_MOST]:
        before = low[max(0, terms.place[partner] - reach) : terms.place[partner]]
        if terms.bits[partner] & (NEGATED | REFUSED) or not _NOT.isdisjoint(before):
            return True
        if any(word.endswith("n't") for word in before):
            return True
    return False


def _orders(one: Terms, index: int, texts: Texts) -> bool:
    """A word between two things that the other text tells in the same order, with a word of order between them."""
    low = one.reading.words.low[one.place[index]]
    if low not in _FORWARDS and low not in _BACKWARDS:
        return False
    left = [at for at in _around(one, index) if at < index and one.claims[at]]
    right = [at for at in _around(one, index) if at > index and one.claims[at]]
    if not left or not right:
        return False
    first, last = (left[-1], right[0]) if low in _FORWARDS else (right[0], left[-1])
    return any(_comes_first(terms, one.keys[first], one.keys[last]) for terms in texts)


def _comes_first(terms: Terms, first: Sequence[str], last: Sequence[str]) -> bool:
    """The text tells what has a key of `first` before what has one of `last`, with a word of order between."""
    low = terms.reading.words.low
    ends = sorted(terms.partners(last))
    for begin in sorted(terms.partners(first))[:_MOST]:
        if "first" in low[terms.place[begin] + 1 : terms.place[begin] + 3]:
            return True
        end = bisect_right(ends, begin)
        if end == len(ends) or terms.sentence[ends[end]] != terms.sentence[begin]:
            continue
        if not _ORDERING.isdisjoint(low[terms.place[begin] : terms.place[ends[end]]]):
            return True
    return False


def _lacks_it(low: Sequence[str]) -> bool:
    """Thus: "drags toe w/o it", told as "absent the cue"."""
    return any(word in WITHOUT and not _IT.isdisjoint(low[at + 1 : at + 2]) for at, word in enumerate(low))


def _is_denial(one: Terms, index: int, texts: Texts) -> bool:
    """A word that only denies what its sentence tells of, and the other text denies it too, in whatever words.

    Whether all that is denied is denied there too is a matter of context (see `turned`).
    """
    low, at = one.reading.words.low, one.place[index]
    if is_condition(low, at):
        return any("if" in terms.written or "unless" in terms.written for terms in texts)
    ruled = low[at] in _RULED and ("not" in (low[at - 1], *low[at + 1 : at + 2]))
    if low[at] not in _DENIALS and not ruled:
        return False
    if low[at] in _LACKING and any(_lacks_it(terms.reading.words.low) for terms in texts):
        return True
    held = frozenset(key for terms in texts for key in terms.by_key)
    if (ruled or low[at] == "cannot") and any(
        not held.isdisjoint(one.turned.get(near, ())) for near in _around(one, index)
    ):
        return True  # "could not say for certain": unsure
    return any(
        terms.some(key) & (NEGATED | REFUSED)
        for at in _around(one, index)
        if one.claims[at]
        for terms in texts
        for key in one.keys[at]
    )
