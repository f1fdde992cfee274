"""Said without its own word, in two words or more: denied, due, doubted, wished, or not exact.

"Keep the SCM out of it" denies, "visits stay at twice a week" plans, "subject to approval" doubts, "we are going for
150 feet" wishes, "fifteen minutes or so" is about fifteen. Each word alone says nothing of the kind.
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.english import DETERMINERS
from rewriter.fidelity.texts.values import WEEKS
from rewriter.punctuation import CLAUSE_ENDS
from rewriter.reading.context.cues import DIMMED

_KEEPING = frozenset("keep keeps kept keeping leave leaves leaving stay stays stayed staying steer steers".split())
_AWAY = frozenset("out off away clear from".split())
_TURNING = frozenset("turn turns turned turning".split())
_FALLING = frozenset({"down"})
_KEPT_REACH, _TURNED_REACH = 6, 5
_NOT_DONE = frozenset(
    "ran-out run-out runs-out running-out holding-off hold-off held-off holds-off passed-on passed-up off-limits "
    "left-out put-off called-off still-to to-wait must-wait waits-until wait-until waiting-until not-for "
    "broken-off broke-off breaking-off cut-short given-up gave-up "
    "another-day another-time left-undone left-aside left-until left-till put-aside set-aside "
    "begged-off backed-out opted-out go-without goes-without went-without do-without did-without does-without".split()
)
# What is worn, and the words by which one is without it: "out of the sling", "rid of the boot".
_WORN = frozenset(
    "sling brace boot cast splint collar orthosis orthoses orthotic immobilizer immobiliser tlso lso afo kafo afos "
    "prosthesis corset bandage wrap tape walker crutches cane boots braces splints precautions isolation".split()
)
_WITHOUT = (("out", "of"), ("rid", "of"), ("finished", "with"), ("through", "with"), ("weaned", "from"))
_THE = DETERMINERS | {"this", "that"}
_NOT_DONE_WORDS = frozenset(word for pair in _NOT_DONE for word in pair.split("-"))
_YES = frozenset({"yes", "y"})
_OR = frozenset({"/", "or"})
_DUE = frozenset(
    "is-to are-to plan-to needs-to wants-to to-be to-come carries-on carry-on carrying-on goes-on go-on yet-to".split()
)
_ONWARD = frozenset(
    "stay-at stays-at staying-at remain-at remains-at keep-at keeps-at keep-up keeps-up keep-on keeps-on "
    "remains-unchanged same-frequency frequency-remains frequency-stays set-for booked-for slated-for lined-up "
    "still-awaits to-follow on-order on-backorder up-next next-up coming-up order-placed order-submitted "
    "yet-arrived to-arrive an-order order-for orders-for".split()
)
_DOUBTED = frozenset(
    "subject-to depending-on depends-on dependent-on contingent-on conditional-on as-long so-long on-condition "
    "go-ahead yet-to a-chance chance-that chance-of a-possibility no-certainty not-certain not-sure in-question".split()
)
_WISHED = frozenset(
    "going-for shooting-for aiming-for heading-for heading-toward heading-towards looking-to long-term short-term "
    "long-run short-run long-range we're-after are-after is-after striving-for strives-for hoped-for".split()
)
_SPANS = WEEKS | {"day", "days"}
_AFTERWARDS = frozenset("out after following post since back earlier prior past from status s/p removed on".split())
# Behind a figure and its unit these say that it is about so much; so do others before it.
_BEHIND = (("or", "so"), ("or", "thereabouts"), ("thereabouts",), ("more", "or", "less"), ("give", "or", "take"))
_BEGINS = frozenset(words[0] for words in _BEHIND)
_SHORTENED = frozenset({"approx", "approximately"})
_BEFORE = frozenset("region neighborhood neighbourhood order vicinity".split())


def is_barred(low: Sequence[str]) -> bool:
    """Tell whether these words deny: "keep pillows out from under it", "ran out of time", "turned it down"."""
    words = frozenset(low)
    if not words.isdisjoint(_KEEPING) and _meets(low, _KEEPING, _AWAY, _KEPT_REACH):
        return True
    if not words.isdisjoint(_WORN) and _is_without(low):
        return True
    if not words.isdisjoint(_TURNING) and words.isdisjoint(DIMMED) and _meets(low, _TURNING, _FALLING, _TURNED_REACH):
        return True
    return not words.isdisjoint(_NOT_DONE_WORDS) and _holds(low, _NOT_DONE)


def _is_without(low: Sequence[str]) -> bool:
    """Thus: "out of the sling", "weaned from his left brace"; not "out of bed"."""
    for at, pair in enumerate(pairwise(low)):
        if pair in _WITHOUT:
            behind = at + 2 + (low[at + 2 : at + 3] != [] and low[at + 2] in _THE)
            return not _WORN.isdisjoint(low[behind : behind + 2])
    return False


def is_due(low: Sequence[str]) -> bool:
    """Tell whether these words tell of what is still to come: "is to begin", "remains to be seen"."""
    return _holds(low, _DUE)


def goes_on(low: Sequence[str]) -> bool:
    """Tell whether these words tell what goes on or is arranged: "visits stay at two a week", "is booked for Fri"."""
    return _holds(low, _DUE | _ONWARD)


def is_tied(low: Sequence[str]) -> bool:
    """Tell whether these words doubt or set a condition: "subject to approval", "a chance of snow"."""
    return _holds(low, _DOUBTED) or low[:1] == ["should"]  # "Should all go well, the load will rise"


def is_hoped(low: Sequence[str]) -> bool:
    """Tell whether these words tell a wish: "we're going for 150 feet", "long term"."""
    return _holds([word for word in low if word != "-"], _WISHED)


def is_since(low: Sequence[str]) -> bool:
    """Tell whether these words say how long ago something was: "three weeks out from Botox"."""
    return any(one in _SPANS and two in _AFTERWARDS for one, two in pairwise(low))


def is_choice(low: Sequence[str], at: int) -> bool:
    """The "no" at a place is a word of "yes/no", and denies nothing."""
    before = at > 1 and low[at - 1] in _OR and low[at - 2] in _YES
    return before or (at + 2 < len(low) and low[at + 1] in ("/", "or") and low[at + 2] in _YES)


def is_about(low: Sequence[str], first: int, last: int) -> bool:
    """Tell whether the figure at words `first:last` is called inexact: "15 minutes or so", "approx. 15 min"."""
    if (low[first - 1] == "." and low[first - 2] in _SHORTENED) or (
        low[first - 1] == "of" and low[first - 2] in _BEFORE
    ):
        return True
    if "ish" in low[first : last + 2] or [word for word in low[first : last + 1] if word.endswith("-ish")]:
        return True
    behind = low[last : last + 2]
    if _BEGINS.isdisjoint(behind):
        return False
    return any(tuple(low[last + skip : last + skip + len(words)]) == words for words in _BEHIND for skip in (0, 1))


def _meets(low: Sequence[str], ones: frozenset[str], others: frozenset[str], reach: int) -> bool:
    """One of these words stands behind one of those, with no mark between."""
    for at, word in enumerate(low):
        if word not in ones:
            continue
        for behind in low[at + 1 : at + 1 + reach]:
            if behind in others:
                return True
            if behind in CLAUSE_ENDS or behind.endswith("ing"):
                break  # "keeps giving out"
    return False


def _holds(low: Sequence[str], pairs: frozenset[str]) -> bool:
    return any(f"{one}-{two}" in pairs for one, two in pairwise(low))
