"""The second net: what belongs to what. Sides, assistance and figures are compared together with the words around them.

A modifier of the rewrite is held against every modifier of its family in the note. If the note has its value nowhere it
was added; if the note has *another* value where the same words stand, and this value only among other words, it was
traded. Context decides, so it works for words that no lexicon knows.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rewriter.body import OPPOSITE
from rewriter.fidelity.related.alike import (
    HALF,
    HEAD,
    MOST_NEAR,
    NEAR,
    are_both_near,
    find_best,
    find_close,
    is_among_same_words,
    is_told_beside,
    likeness,
    stand_apart,
)
from rewriter.fidelity.rewording.counted import is_scale
from rewriter.fidelity.rewording.enumerated import is_enumerated, is_enumerated_there
from rewriter.fidelity.rewording.graded import tells_level, tells_plainly
from rewriter.fidelity.rewording.implied import is_both_alike, is_limb_of_side
from rewriter.fidelity.rewording.joined import is_part_of_sum
from rewriter.fidelity.rewording.oriented import is_orientation_told
from rewriter.fidelity.rewording.sided import has_its_value, is_beside, is_plural, is_side, value_beside
from rewriter.fidelity.rewording.spread import is_meant, is_rate_told, is_rest
from rewriter.fidelity.rewording.told import (
    is_named_otherwise,
    is_scaled,
    is_told,
    is_told_otherwise,
)
from rewriter.fidelity.texts.halves import BILATERAL, names_no_side
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, PERSON, SIDE, Modifier
from rewriter.fidelity.texts.most import is_greater, tells_most
from rewriter.fidelity.texts.parts import doubts_beside
from rewriter.fidelity.texts.recipients import is_recipient
from rewriter.fidelity.texts.shelf import MANY, Shelf
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.fidelity.texts.unsided import is_bare_part

_MARGIN = 1.0
# So near, these tell a single one where a note has the figure.
_SINGLE = frozenset({"one", "a", "an", "once", "single"})
_ONE_REACH = 5
_KNOWN = 0.5
_DOSE_REACH, _AROUND, _OBJECT_REACH, _FAR = 6, 2, 4, 8
_SUBJECTS = frozenset("he she it they the his her their this that".split())
_TOLD = frozenset("told given shown taught set put up there".split())
_CAUSING = frozenset({"had", "have", "having", "caught", "behind", "beside"})
_JOINING = frozenset(".,;:\n") | {"and", "or", "while", "as", "when", "but", "than", "by", "with"}
_BOTH = frozenset(
    "both each bilateral bilaterally bilat either sides hands arms legs feet knees hips ankles shoulders elbows wrists "
    "alternating alternately alternate".split()
)
_OF_FOOT = frozenset("dorsiflexion dorsiflexors plantarflexion df pf inversion eversion tap taps tapping".split())
_OF_HAND = frozenset("fist grip grasp pinch pincer release grasping gripping".split())
_MOVES = {"foot": _OF_FOOT, "ankle": _OF_FOOT, "toes": _OF_FOOT, "hand": _OF_HAND, "fingers": _OF_HAND}
_GOING = (["to", "the"], ["toward", "the"], ["towards", "the"])
_LIMBS = (["hand"], ["foot"], ["arm"], ["leg"], ["side"])
_WEEK = 604800
_VALUED = frozenset("to at was is now still of rated scored pain".split())
_BEHIND_VALUE = frozenset("by at after with and on in following before during when today now afterwards".split())

Words = tuple[int, int]


def find_false(
    stated: Shelf,
    given: Shelf,
    said: Terms,
    held: Sequence[Terms],
    visit: frozenset[tuple[str, str]],
    settled: frozenset[Modifier],
) -> Iterator[Modifier]:
    """Yield the modifiers of the rewrite (`stated`) that the note does not have, or has among other words.

    `visit` are the (family, value) that the visit licenses. What stands in the note word for word is no trade, nor are
    the `settled` values: then and now, as the note has them.
    """
    for item in stated.items:
        if (item.family, item.value) in visit or (item.kind == SIDE and not is_side(item, said)):
            continue
        if is_scale(item, given, said.reading.words.low):
            continue
        same = given.same(item)
        if not same:
            if _was_added(item, given, stated, said, held):
                yield item
        elif item in settled or _stands_so(item, said, held) or is_meant(item, same, given, stated, said, held):
            continue
        elif _was_traded(item, same, given, stated, said, held):
            yield item


def _was_added(item: Modifier, given: Shelf, stated: Shelf, said: Terms, held: Sequence[Terms]) -> bool:
    """Tell whether a value that the note lacks is a claim of its own."""
    if item.kind == CUE:
        return False  # the word itself has no partner then
    if item.kind == PERSON:
        return not _is_object(item, said) and _is_usurped(item, given, stated, said)
    if item.value == "bilateral":
        if said.reading.words.low[item.first] in BILATERAL and all(names_no_side(terms.reading) for terms in held):
            return True  # "LE neuro re-ed": nobody told of which
        return _is_doubled(item, given) and not any(is_plural(item, terms) for terms in held)
    if _is_conjunction(item, said):
        return False
    if item.value == "1" and item.family in ("count", "number") and not _is_rating(item, said):
        return bool(given.beside(item))
    if item.kind == FIGURE and (
        is_rest(item, given, said) or is_told_otherwise(item, given, said, held) or is_enumerated_there(item, held)
    ):
        return False
    if is_part_of_sum(item, stated, said, given):
        return False
    if item.kind == LEVEL and any(tells_level(item, terms) or tells_plainly(item.value, terms) for terms in held):
        return False
    return item.kind != LEVEL or not any("level:" + item.value in terms.possible for terms in held)


def _is_conjunction(item: Modifier, said: Terms) -> bool:
    """Thus: "6 in 10 once told to watch it in", "once the brakes were on": no count."""
    low, last = said.reading.words.low, item.last
    if low[item.first] != "once" or last >= len(low):
        return False
    return low[last] in _SUBJECTS or low[last].endswith("ed") or low[last] in _TOLD


def _is_rating(item: Modifier, said: Terms) -> bool:
    """The one is a value, not an article: "eased to 1", "pain was 1 at the end"."""
    low = said.reading.words.low
    if low[item.first] != "1" or item.last - item.first > 1 or low[item.first - 1] not in _VALUED:
        return False
    return item.last >= len(low) or low[item.last] in SPLITS or low[item.last] in _BEHIND_VALUE


def _was_traded(
    item: Modifier, same: Sequence[Modifier], given: Shelf, stated: Shelf, said: Terms, held: Sequence[Terms]
) -> bool:
    """Tell whether the note has this value only among other words."""
    if item.kind == PERSON and (
        _is_object(item, said) or _is_told_too(item, same, said, held) or is_told_beside(item, stated, given)
    ):
        return False
    own = find_best(item, same)
    if item.kind == SIDE:
        if item.by_row:  # "the left one": of what was told of the other side, there and here
            item = item._replace(head=frozenset())
            own = find_best(item, same)
        if item.value == "bilateral" and any(is_plural(item, terms) for terms in held):
            return False
        if is_both_alike(item, same) or are_both_near(item, given):
            return False
        if is_among_same_words(item, same, given.rivals(item)):
            return False
        if tells_most(said, item) and any(is_greater(terms, other) for terms in held for other in same):
            return False  # "L>R", told as "the left being the worse one": which is the worse is compared elsewhere
        if has_its_value(item, same, given, stated, said, held) or is_limb_of_side(item, same, given, said, held[0]):
            return False
        apart = own < _KNOWN and (stand_apart(item.head, same, held) or _is_sided_anew(item, given, said, held))
        enough = own + _MARGIN + _weakness(item, own, said)
        return not item.compared and (apart or find_best(item, given.rivals(item)) >= enough)
    if item.kind == LEVEL and any(other.deeds for other in same) and stand_apart(item.deeds, same, held):
        return True
    if said.reading.words.low[item.first - 1] == "week" and any(
        one.family == "duration" and float(one.value) == _WEEK * float(one.figure) for one in same
    ):
        return False  # "week 8" for "8 wk"
    return _is_taken_apart(item, stated, given) or _is_exchanged(item, own, stated, given, said.reading.words.low)


def _weakness(item: Modifier, own: float, said: Terms) -> float:
    """Return how little the head of a side says beside what the note has on this side.

    A limb says little ("left thumb opposed, left hand made a fist"), and so does what goes to the side ("right arm
    across to the left").
    """
    low = said.reading.words.low
    across = OPPOSITE.get(item.value) in low[max(0, item.first - _DOSE_REACH) : item.first]
    weak = low[item.last : item.last + 1] in _LIMBS or (across and low[item.first - 2 : item.first] in _GOING)
    return _MARGIN + HALF / 2 if weak and own >= _MARGIN + HALF else 0.0


def _stands_so(item: Modifier, said: Terms, held: Sequence[Terms]) -> bool:
    """The note has the value between the very same words."""
    phrase = said.reading.words.low[max(0, item.first - _AROUND) : item.last + _AROUND]
    return any(terms.holds(phrase) for terms in held)


def _is_doubled(item: Modifier, given: Shelf) -> bool:
    """The note gives this thing one side, and not the other."""
    if {other.value for other in given.beside(item)} >= set(OPPOSITE):
        return False  # "wt shift L/R"
    sides = {other.value for other in given.beside(item) if not other.compared}
    return len(sides & set(OPPOSITE)) == 1


def _is_usurped(item: Modifier, given: Shelf, stated: Shelf, said: Terms) -> bool:
    """The note has somebody else where this person stands, whom the rewrite does not name, not even as who reports."""
    return any(not stated.same(other) and not _reports(said, other.value) for other in given.beside(item))


def _is_object(item: Modifier, said: Terms) -> bool:
    """The patient is whom somebody else did it to: "the OT caught the patient at the pelvis"."""
    if item.figure != "patient":
        return False
    low = said.reading.words.low
    if low[item.last : item.last + 2] == ["lost", "balance"]:
        return True  # nobody else's balance is meant
    before = [word for word in low[max(0, item.first - 2) : item.first] if word not in ("the", "this", "our")]
    if before and before[-1] in _CAUSING:
        return True  # "who had the patient perform", "stood behind the patient"
    near = (said.reading.mentions[at] for at in said.reading.between(max(0, item.first - _OBJECT_REACH), item.first))
    return any(
        mention.sense.kind == PERSON
        and mention.sense.group != "patient"
        and mention.last < item.first
        and _JOINING.isdisjoint(low[mention.last : item.first])
        for mention in near
    )


def _is_told_too(item: Modifier, same: Sequence[Modifier], said: Terms, held: Sequence[Terms]) -> bool:
    """Both texts have this person as the one who was told."""
    return is_recipient(item, said) and any(is_recipient(other, terms) for terms in held for other in same)


def _reports(said: Terms, person: str) -> bool:
    """The rewrite names a person as who reports: "the mother reports that the child now sits"."""
    starts = {said.reading.mentions[at].first for at in said.reading.having("reported")}
    return any(
        place in starts and not {person, "=" + person}.isdisjoint(keys)
        for place, keys in zip(said.place, said.keys, strict=True)
    )


def _is_taken_apart(item: Modifier, stated: Shelf, given: Shelf) -> bool:
    """The figures of one dose ("3x10") all stand in the note, but nowhere together or in another order."""
    mates = stated.dose(item)
    if item.kind != FIGURE or len(mates) < 2:
        return False
    told = [mate.value for mate in mates]
    doses = [[other.value for other in given.dose(one)] for one in given.same(item)]
    if told not in doses and any(sorted(dose) == sorted(told) for dose in doses):
        return True  # ten sets of three, not three of ten
    places = [[other.first for other in given.same(mate)] for mate in mates]
    return not any(
        all(any(abs(place - start) <= _DOSE_REACH for place in others) for others in places) for start in places[0]
    )


def _is_exchanged(item: Modifier, own: float, stated: Shelf, given: Shelf, low: list[str]) -> bool:
    """The note has a rival where the item stands, and the rewrite has that rival nowhere, or where the item belongs."""
    ours: list[Modifier] | None = None
    rivals = given.rivals(item)
    if own + _MARGIN > HALF + MOST_NEAR:  # then only one with the same head can fit better
        rivals = [rival for rival in rivals if not item.head.isdisjoint(rival.head)]
    for rival in find_close(item, rivals):
        fits = likeness(item, rival)
        if fits < max(own, 0.0) + _MARGIN:
            continue
        if own <= NEAR and fits >= HEAD:
            return True
        placed = stated.same(rival)
        if not placed and rival.value == "1" and rival.family in ("count", "number"):
            near = low[max(0, item.first - _ONE_REACH) : item.first] + low[item.last : item.last + _ONE_REACH]
            if not _SINGLE.isdisjoint(near) or "one" in low[item.last : item.last + _FAR]:
                continue  # "one standing rest": it is no figure there
        theirs = given.same(rival)
        ours = given.same(item) if ours is None else ours
        if all(find_best(other, ours) >= find_best(other, theirs) + _MARGIN for other in placed):
            return True
    return False


def _is_sided_anew(item: Modifier, given: Shelf, said: Terms, held: Sequence[Terms]) -> bool:
    """The note names the part of the body without a side, and none before in its sentence is this one."""
    behind = bisect_left(said.place, item.last)
    if behind == len(said.place) or said.place[behind] != item.last or said.kind(behind) != "part":
        return False
    if any(other.kind == SIDE and not item.head.isdisjoint(other.head) for other in given.items):
        return False
    named = False
    for terms in held:
        for index in {index for key in item.head for index in terms.by_key.get(key, ())}:
            named = named or terms.kind(index) == "part"
            sides = [
                other.value
                for other in given.items
                if other.kind == SIDE and other.sentence == terms.sentence[index] and other.first < terms.place[index]
            ]
            if sides and sides[-1] in (item.value, "bilateral"):
                return False
    return named or not _is_implied(item, given, said, held)


def _is_implied(item: Modifier, given: Shelf, said: Terms, held: Sequence[Terms]) -> bool:
    """The note gives this side a movement that only this part makes: "R DF" is of the right foot."""
    moves = _MOVES.get(said.reading.words.low[item.last], frozenset())
    return any(
        not moves.isdisjoint(terms.reading.words.low[one.last : one.last + _OBJECT_REACH])
        for terms in held
        for one in given.same(item)
    )


def find_unhedged(stated: Shelf, given: Shelf, said: Terms) -> Iterator[Modifier]:
    """Yield the figures and levels told as exact that the note has only as approximate or doubtful."""
    hedged = any(item.hedged for item in given.items)
    for item in stated.items if hedged else ():
        if item.hedged or item.kind not in (FIGURE, LEVEL) or doubts_beside(said, item.first):
            continue
        if said.reading.words.low[item.last : item.last + 1] in (["may"], ["might"], ["could"]):
            continue  # "S1 may be involved"
        same = given.same(item)
        if same and all(other.hedged for other in same):
            yield item


def find_lost(asked: Shelf, stated: Shelf, said: Terms, note: Terms) -> Iterator[Modifier]:
    """Yield the modifiers of the note that the rewrite lacks, each value once.

    A single one ("x1") goes without saying. A side is lost too where the rewrite names the thing without it.
    """
    seen: set[tuple[str, str]] = set()
    for item in asked.items:
        key = (item.family, item.value)
        if item.kind in (PERSON, CUE) or (item.family in ("count", "number") and item.value == "1"):
            continue
        if item.kind == SIDE and not is_side(item, note):
            continue
        if item.kind == SIDE and item.value not in OPPOSITE:
            if key not in seen and _is_one_sided(item, stated, said):
                yield item
            seen.add(key)
            continue
        same = [one for one in stated.same(item) if item.kind != SIDE or item.compared or not _is_of_both(one, asked)]
        if not same and not _is_told(item, asked, note, stated, said):
            if key not in seen:
                yield item
            seen.add(key)
        elif item.kind == SIDE and not item.compared and _is_unsided(item, same, said, note):
            value = value_beside(item, asked, note)
            if value is None or not any(is_beside(value, one, stated, said) for one in same[:MANY]):
                yield item


def _is_of_both(item: Modifier, asked: Shelf) -> bool:
    """The note has both sides of the same: "AMD in both eyes" does not tell of the "R eye" that holds its gaze."""
    if item.value in OPPOSITE:
        return False
    return any(
        not (other.head.isdisjoint(item.head) and other.near.isdisjoint(item.near))
        for other in asked.named("bilateral")
    )


def _is_told(item: Modifier, asked: Shelf, note: Terms, stated: Shelf, said: Terms) -> bool:
    """The rewrite has the value in other words, or in a time of which it is a part."""
    if is_told(item, stated, said) or is_part_of_sum(item, asked, note, stated) or is_rate_told(item, stated, said):
        return True
    if item.kind != FIGURE:
        return False
    named = is_named_otherwise(item, said, note) or is_orientation_told(item, note, said)
    return named or is_scaled(item, stated, note) or is_enumerated(item, note, said)


def _is_one_sided(item: Modifier, stated: Shelf, said: Terms) -> bool:
    """Nothing in the rewrite tells that it was both: neither side nor each, and no pair ("the feet")."""
    low = said.reading.words.low
    if stated.named("bilateral") or not _BOTH.isdisjoint(low) or is_plural(item, said):
        return False
    return not (stated.named("left") and stated.named("right"))


def _is_unsided(item: Modifier, same: Sequence[Modifier], said: Terms, note: Terms) -> bool:
    """The rewrite names the thing, but never with this side.

    A part of the body must have it in its own part of a sentence: "left hemiparesis, and the PT blocked the knee" does
    not say which knee.
    """
    if find_best(item, same) >= HEAD:
        return False
    return stand_apart(item.head, same, (said,)) or (_is_of_part(item, note) and is_bare_part(item, same, said))


def _is_of_part(item: Modifier, note: Terms) -> bool:
    """The side stands at the part of the body itself: "L hip"; not "shift L, TC hip"."""
    for key in item.head:
        for index in note.by_key.get(key, ()):
            place = note.place[index]
            if place in (item.first - 1, item.last, item.last + 1) and note.kind(index) == "part":
                return SPLITS.isdisjoint(note.reading.words.low[item.first : place])
    return False
