"""Words that go without saying beside what the note tells: the hand that holds a spoon, the hand of "no UE support".

Each is judged by the words around it in both texts; what they claim beside that is compared on its own.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.rewording.byhand import LEFT, RIGHT, is_hand_implied, is_hand_implied_there, side_of
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.context import NEGATED
from rewriter.reading.quantities import NUMBER_WORDS

_BEFORE = frozenset({"before", "until", "prior"})
_STOPPED = frozenset(
    "stop stops stopped stopping rest rests rested resting quit quits halted ended discontinued break".split()
)
_SEEN = frozenset({"seen", "treated", "visit", "session", "therapy", "treatment"})
_AFTER = frozenset({"after", "following", "p", "post", "once", "upon"})
_SLIGHT = frozenset({"only", "just", "merely"})
_LOWER = frozenset({"minimal", "contact_guard", "standby", "supervision", "modified_independent"})
_MORE = frozenset({"further", "additional", "another", "extra"})
_ARRIVING = frozenset(
    "reach reaches reached reaching arrive arrives arrived get gets got getting access accesses accessing".split()
)
_TO = frozenset({"to", "into", "\u2192", "->"})
_ASIDE = frozenset({"(", ",", ";", "-", "\u2014"})
_CLOTHES = frozenset("sock socks shoe shoes shirt pants coat jacket bra blouse dress trousers underwear".split())
_FORMERLY = frozenset("formerly previously before beforehand earlier originally".split())
_WAS = frozenset({"was", "were", "had"})
_PUTTING_ON = frozenset("donned donning don dons".split())
_AIDING = frozenset({"help", "helps", "helped"})
_OUT_FROM = (("out", "from"), ("removed", "from"), ("out", "of"), ("out", "after"))
_SINCE = frozenset({"post", "ago", "after", "since", "p"})
_CHILDREN = frozenset("child child's toddler infant baby boy girl kid children".split())
_PEDIATRIC = frozenset({"peds", "pediatric", "paediatric", "pediatrics"})
_SCHOOL = frozenset("classroom teacher school iep kindergarten grade class recess".split())
_TRAINEES = frozenset("spt sot intern".split())
_GREATER = frozenset({"better", "greater", "farther"})
_WANTING = frozenset("wants want wishes hopes likes like aims".split())
_LEADING = frozenset("the case on to at of so true for from".split())
_NOT_THEN = (("not", "after"), ("not", "thereafter"), ("not", "afterward"), ("not", "afterwards"), ("not", "beyond"))
_STOPS = frozenset({".", ";", "\n", "-", "\u2022"})
_NEAR, _CLOSE, _FAR = 4, 3, 8

Texts = Sequence[Terms]
Words = Sequence[str]


def is_implied(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term of a rewrite goes without saying beside what the texts tell."""
    low, at = one.reading.words.low, one.place[index]
    word = low[at]
    return (
        is_hand_implied(one, index, texts)
        or (word in _BEFORE and (_comes_after(one, index, texts) or _is_before_stop(one, index, texts)))
        or (word in _SLIGHT and _is_before_less(one, at))
        or (word in _MORE and low[at - 1] in ("a", "an") and _is_figure(low[at + 1 : at + 2]))
        or (word in _MORE and word in ("another", "additional") and _is_figure(low[at + 1 : at + 2]))
        or (word in _ARRIVING and _is_arriving(one, index, texts))
        or (word in _FORMERLY and _was_so(one, index, texts))
        or (word in _PUTTING_ON and _is_on_or_off(one, index, texts))
        or (word == "too" and _is_misspelled(one, index, texts))
        or (word in _AIDING and low[at - 1] == "to" and _is_known_next(one, index, texts))
        or (word in ("student", "student's") and _is_pupil(texts))
        or (word == "further" and low[at - 1] == "no" and any(map(_ends_with_none, texts)))
        or (word == "down" and low[at + 1 : at + 2] == ["from"] and _is_taken_off(low, at, texts))
        or (word in _GREATER and _is_other_sign(one, index, texts))
        or (word in _WANTING and _is_bare_aim(one, index, texts))
    )


def is_implied_there(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a word of a note goes without saying in the texts of a rewrite, or is told by other words there."""
    low, at = one.reading.words.low, one.place[index]
    word = low[at]
    return (
        is_hand_implied_there(one, index, texts)
        or (word in _SINCE and _is_out_from(one, at, texts))
        or (word in _PEDIATRIC and any(not _CHILDREN.isdisjoint(terms.reading.words.low) for terms in texts))
        or (word == "only" and (_is_other_side_denied(low, at, texts) or _is_rest_denied(one, index, texts)))
    )


def _is_figure(words: Words) -> bool:
    return bool(words) and (words[0][0].isdecimal() or words[0] in NUMBER_WORDS)


def _near(one: Terms, index: int, reach: int) -> Iterator[int]:
    """Yield the claims near a term in its sentence."""
    for other in range(max(0, index - reach), min(len(one.place), index + reach + 1)):
        if other != index and one.claims[other] and one.sentence[other] == one.sentence[index]:
            yield other


def _comes_after(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "the RN gave the OK before the patient was seen" for "seen after RN OK"."""
    left = [at for at in _near(one, index, _CLOSE + 1) if at < index][-2:]
    right = [at for at in _near(one, index, _CLOSE + 1) if at > index][:2]
    seen = not _SEEN.isdisjoint(one.reading.words.low[one.place[index] + 1 : one.place[index] + 1 + _NEAR])
    for terms in texts:
        low = terms.reading.words.low
        begun = {terms.place[place] for at in right for place in terms.partners(one.keys[at])}
        for first in begun | ({at for at, word in enumerate(low) if word in _SEEN} if seen else set()):
            for word in range(first + 1, min(len(low), first + _NEAR + 1)):
                if low[word] in SPLITS:
                    break
                if low[word] in _AFTER:
                    ends = {terms.place[end] for at in left for end in terms.partners(one.keys[at])}
                    if any(word < end <= word + _CLOSE for end in ends):
                        return True
    return False


def _is_before_stop(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "went on for 9 minutes before it was stopped" for "9 min, stopped"."""
    low, at = one.reading.words.low, one.place[index]
    behind = next((word for word in low[at + 1 : at + 1 + _CLOSE + 1] if word in _STOPPED), "")
    ahead = next((word for word in reversed(low[max(0, at - _CLOSE) : at]) if word[0].isdecimal()), "")
    if not behind or not ahead:
        return False
    return any(
        word == ahead and not _STOPPED.isdisjoint(words[place + 1 : place + 1 + _NEAR])
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
    )


def _is_before_less(one: Terms, at: int) -> bool:
    """Thus: "but only minimal help by the end": a small amount, behind a larger one of the same sentence."""
    levels = [one.reading.mentions[number] for number in one.reading.having("level")]
    here = next((mention for mention in levels if mention.first == at + 1), None)
    if here is None or here.sense.group not in _LOWER:
        return False
    number = one.sentence_at(at)
    return any(
        mention.first < at and one.sentence_at(mention.first) == number and mention.sense.group not in _LOWER
        for mention in levels
    )


def _is_arriving(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "to reach the bedroom" for "stairs to bedroom"; who reaches for a thing does another deed."""
    low, at = one.reading.words.low, one.place[index]
    if low[at + 1 : at + 2] in (["for"], ["toward"], ["towards"], ["over"], ["overhead"], ["across"]):
        return False
    ahead = next((other for other in _near(one, index, 2) if other > index), None)
    if ahead is None or one.place[ahead] - at > _CLOSE:
        return False
    return any(
        not _TO.isdisjoint(terms.reading.words.low[max(0, terms.place[partner] - 2) : terms.place[partner]])
        for terms in texts
        for partner in terms.partners(one.keys[ahead])
    )


def _was_so(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "compared with 8 to 96 before" for "was 8-96", "formerly every night" for "was nightly"."""
    low, at = one.reading.words.low, one.place[index]
    if low[at + 1 : at + 2] and low[at + 1] not in SPLITS and low[at] in ("before", "earlier"):
        return False
    span = low[max(0, at - _FAR) : at + _FAR]
    keys = [key for other in _near(one, index, _NEAR) for key in one.keys[other]]
    for terms in texts:
        words = terms.reading.words.low
        known = {terms.place[partner] for partner in terms.partners(keys)}
        for place, word in enumerate(words[:-1]):
            if word not in _WAS or not _is_aside(words, place):
                continue
            told = words[place + 1]
            if (told[0].isdecimal() and told in span) or not known.isdisjoint((place + 1, place + 2)):
                return True
    return False


def _is_aside(words: Words, at: int) -> bool:
    """Thus: "(was 8-96)", "22 s, was 31"; "BP was 120/70" tells of now."""
    return at > 0 and (words[at - 1] in _ASIDE or words[at - 1][0].isdecimal())


def _is_on_or_off(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "after donning the binder" for "binder on", "dons shoes with moderate assistance" for "shoes on mod A"."""
    for other in _near(one, index, _CLOSE):
        for terms in texts:
            low = terms.reading.words.low
            for place in (terms.place[partner] for partner in terms.partners(one.keys[other])):
                if "on" not in low[place + 1 : place + 3]:
                    continue
                helped = (terms.reading.mentions[at] for at in terms.reading.between(place + 1, place + 1 + _NEAR))
                if one.reading.words.low[one.place[other]] not in _CLOTHES or any(
                    mention.sense.kind == "level" for mention in helped
                ):
                    return True
    return False


def _is_misspelled(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "too heavy" for "to heavy"."""
    if index + 1 >= len(one.place) or one.place[index + 1] != one.place[index] + 1:
        return False
    return any(
        terms.reading.words.low[terms.place[partner] - 1] == "to"
        for terms in texts
        for partner in terms.partners(one.keys[index + 1])
    )


def _is_known_next(one: Terms, index: int, texts: Texts) -> bool:
    """The very next word has its partner: "to help cut down on sway"; nobody stands between."""
    if index + 1 >= len(one.place) or one.place[index + 1] != one.place[index] + 1:
        return False
    return one.kind(index + 1) != "person" and any(terms.partners(one.keys[index + 1]) for terms in texts)


def _is_pupil(texts: Texts) -> bool:
    """The child of a classroom is a student; where a trainee treats, too, nobody can tell."""
    low = frozenset(word for terms in texts for word in terms.reading.words.low)
    return not low.isdisjoint(_SCHOOL) and low.isdisjoint(_TRAINEES)


def _is_out_from(one: Terms, at: int, texts: Texts) -> bool:
    """Thus: "three weeks out from Botox" for "Botox 3 wks ago", "45 min out from levodopa" for "45 min post"."""
    values = {
        sense.id for sense, first, last in one.reading.mentions if sense.kind == "duration" and _beside(at, first, last)
    }
    return any(
        sense.id in values and tuple(terms.reading.words.low[last : last + 2]) in _OUT_FROM
        for terms in texts
        for sense, _, last in terms.reading.mentions
        if sense.kind == "duration"
    )


def _beside(at: int, first: int, last: int) -> bool:
    return 0 <= at - last <= 1 or 0 < first - at <= 1


def _is_other_side_denied(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "with the left; this was not the case on the right" for "L only"."""
    side = side_of(low[max(0, at - 1) : at + 2])
    if not side:
        return False
    other = RIGHT if side is LEFT else LEFT
    return any(
        word in other and _is_denied_there(words, place)
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
    )


def _is_denied_there(words: Words, at: int) -> bool:
    """Thus: "not on the right", "this was not the case on the right"."""
    while at and words[at - 1] in _LEADING:
        at -= 1
    return at > 0 and words[at - 1] in ("not", "none", "never", "n't")


def _is_rest_denied(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "in the first half and not after that" for "first half only"; or what the note denies next is denied."""
    for terms in texts:
        low = terms.reading.words.low
        if any(tuple(low[at : at + 2]) in _NOT_THEN for at in range(len(low) - 1)):
            return True
    denied = [other for other in _near(one, index, _NEAR + 1) if other > index and one.bits[other] & NEGATED]
    return any(
        terms.bits[partner] & NEGATED
        for other in denied
        for terms in texts
        for partner in terms.partners(one.keys[other])
    )


def _ends_with_none(terms: Terms) -> bool:
    """Thus: "broke flex x1, none after"."""
    low = terms.reading.words.low
    return any(word == "none" and not _AFTER.isdisjoint(low[at + 1 : at + 2]) for at, word in enumerate(low))


def _is_taken_off(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "take a coat down from the shelf" for "get coat off shelf"; figures go down in earnest."""
    if any(_is_figure([word]) for word in low[at + 2 : at + 2 + _NEAR]):
        return False
    return any("off" in terms.reading.words.low for terms in texts)


def _is_other_sign(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "better to the left than to the right" for "reaches L>R"; which side leads is compared on its own."""
    low, at = one.reading.words.low, one.place[index]
    ahead = low[at + 1 : at + 1 + _FAR]
    if "than" not in ahead or not ({"left", "right"} <= set(ahead)):
        return False
    return any(
        word in (">", "<") and side_of(words[place - 1 : place]) and side_of(words[place + 1 : place + 2])
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
        if place and not _tells_trouble(terms, place)
    )


def _tells_trouble(terms: Terms, at: int) -> bool:
    """The sentence tells of what is better when less."""
    number = terms.sentence_at(at)
    return any(
        terms.kind(index) in ("symptom", "impairment") for index, one in enumerate(terms.sentence) if one == number
    )


def _is_bare_aim(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "the patient wants to walk the dog" for a sentence that begins "to walk dog"."""
    ahead = [other for other in _near(one, index, _CLOSE) if other > index][:1]
    return any(
        place and low[place - 1] == "to" and (place == 1 or low[place - 2] in _STOPS)
        for other in ahead
        for terms in texts
        for low in (terms.reading.words.low,)
        for place in (terms.place[partner] for partner in terms.partners(one.keys[other]))
    )
