"""Names of persons, by their place: after a title or a relation, before a credential, in a list, as a run of words."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rewriter.pack import load_pack
from rewriter.pattern import late
from rewriter.personal.spans import LEFT, NAME, RIGHT, Span
from rewriter.reading.shorthand.spelling import english, names, rare_english, repair
from rewriter.reading.words import is_shouted

_FAMILY = frozenset(
    "wife husband spouse daughter son mother mom father dad sister brother niece nephew aunt uncle cousin partner "
    "grandson granddaughter grandmother grandfather grandma grandpa son-in-law daughter-in-law sister-in-law brother- "
    "in-law mother-in-law father-in-law stepson stepdaughter friend neighbor roommate girlfriend boyfriend fiance "
    "caregiver cg aide sitter nanny parent guardian".split()
)
_STAFF = frozenset(
    "pt pta spt ot ota cota otr slp rn lpn cna hha md np pa therapist student tech nurse physician surgeon doctor "
    "interpreter teacher neurologist physiatrist patient client resident".split()
)
_TITLES = frozenset("mr mrs ms miss dr prof".split())
CREDENTIALS = frozenset(
    "PT DPT MPT MSPT PTA LPTA SPT SPTA OT OTD MOT OTR OTR/L OTA COTA COTA/L OTS OTAS SLP CCC-SLP MD DO PhD RN BSN LPN "
    "NP PA PA-C CNA NCS ATC AT".split()
)
ROLES = _FAMILY | _STAFF | _TITLES | {word.lower() for word in CREDENTIALS}
# Names that are English words too, so that only their place tells them.
_GIVEN = frozenset(
    "carol john grace rose hope faith joy bill bob jack frank ray dean mark rob pat dawn iris ivy lily daisy violet "
    "amber ruby pearl heather holly hazel olive ginger april june august guy gene earl drew chuck rich peg peggy sue "
    "penny robin crystal jean mike nick tony victor wade max miles chip christian charity chance chase grant lance "
    "rod rusty sandy sunny summer autumn melody harmony josh jimmy tom tommy ted harry barb barbie patsy roger dolly "
    "kitty molly nelly mary".split()
)
_ARTICLES = frozenset("a an the using via".split())
_MODALS = frozenset("will may art".split())
_SURNAMES = frozenset(
    "hale smith brown green white black gray young king hill wood woods cook baker taylor carter miller turner parker "
    "walker cooper fisher mason porter butler barber price rice reed rose stone lane park parks banks brooks rivers "
    "marsh fields forest snow frost winter may bishop knight pope page fox wolf crane swan bird bush berry long short "
    "small little sharp strong wise best day west north bell ball cross church marshall shepherd hunter gardner "
    "weaver".split()
)
_NOT_NAMES = frozenset(
    "appt appointment office orders order ordered visit note notes call called and or who said states reports present "
    "to for in at with re is was of the on aware notified informed f/u script rx clearance approval".split()
)
# Eponyms and makes that the packs do not name.
_CLINICAL = frozenset(
    "vojta schroth feldenkrais hoffmann likert heberden volkmann klumpke horner chiari wernicke tourette kinect jamar "
    "pilates mckenzie maitland mulligan arnold broca monday tuesday wednesday thursday friday saturday sunday english "
    "spanish medicare medicaid velcro nintendo xbox armeo neofect hocoma reo bodyblade".split()
)
# Before these a capitalised word is an eponym or a make.
_NAMED_AFTER = frozenset(
    "test tests sign palsy disease syndrome scale maneuver manoeuvre exercise exercises technique techniques protocol "
    "approach board stage stages level method ball position score reflex contracture fracture index assessment "
    "monofilament monofilaments frame chair brace splint orthosis table system glove device classification "
    "phenomenon".split()
)
_TOKEN = late(rf"{LEFT}[^\W\d_]+(?:['\u2019-][^\W\d_]+)*{RIGHT}")
_OPENING = late(r"[.!?:;\n\u2022]|^\s*-\s*$")


class _Token(NamedTuple):
    start: int
    end: int
    written: str
    low: str  # in lower case, without a possessive ending
    is_capital: bool
    is_opening: bool
    gap: str  # what stands before it


def place_names(text: str, wordy: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Span]:
    """Yield the names that their place gives away, then those known: `wordy` and `found` map words to a person's key.

    A `wordy` one is an English or clinical word too: it counts with a capital inside a sentence only.
    """
    shouted = is_shouted(text)
    tokens = _split(text)
    at = 0
    while at < len(tokens):
        end = _end_of_name(tokens, at, shouted)
        if end > at:
            span = Span(tokens[at].start, _last(tokens[end - 1]), NAME, "")
            words = [token.low for token in tokens[at:end]]
            own = next((found.get(word) or wordy.get(word) for word in words if word in found or word in wordy), None)
            yield span._replace(key=own or f"{NAME}:{text[span.start : span.end].lower()}")
        elif tokens[at].low in found or (
            tokens[at].low in wordy and tokens[at].is_capital and not tokens[at].is_opening and not shouted
        ):
            key = found.get(tokens[at].low) or wordy[tokens[at].low]
            yield Span(tokens[at].start, _last(tokens[at]), NAME, key)
        at = max(end, at + 1)


def unknown_words(text: str) -> Iterator[str]:
    """Yield the words of a name that are no other words, in lower case: a name wherever they stand."""
    for token in _split(text):
        if len(token.low) > 1 and not _is_word(token.low) and token.low not in _GIVEN | _SURNAMES | _MODALS:
            yield token.low


def _split(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        gap = text[last : match.start()]
        opening = last == 0 or (_OPENING.search(gap) is not None and not (tokens and tokens[-1].low in _TITLES))
        capital = match[0][0].isupper() and any(map(str.islower, match[0]))
        tokens.append(_Token(*match.span(), match[0], _bare(match[0]), capital, opening, gap))
        last = match.end()
    return tokens


def _last(token: _Token) -> int:
    """Return where a name ends: before its possessive ending."""
    return token.start + len(token.low)


def _end_of_name(tokens: list[_Token], at: int, shouted: bool) -> int:
    """Return the end of the name that begins at token `at`, `at` where none does."""
    before = tokens[at - 1] if at else None
    end = at
    if before is not None and before.low in _TITLES and re.fullmatch(r"\.?[ ]{0,2}", tokens[at].gap):
        end = _after_title(tokens, at, shouted)
    if end == at and before is not None and before.low in _FAMILY | _STAFF:
        end = _after_role(tokens, at, shouted)
    if end == at and before is not None and before.low == "name" and re.fullmatch(r"\s?[:=]\s{0,2}", tokens[at].gap):
        end = _extend(tokens, at, at + 1, True, loose=True) if _is_upper(tokens[at]) else at
    if end == at:
        end = _before_credential(tokens, at, shouted)
    return end if end > at or shouted else _run(tokens, at)


def _is_upper(token: _Token) -> bool:
    return token.written[0].isupper()


def _after_title(tokens: list[_Token], at: int, shouted: bool) -> int:
    title, token = tokens[at - 1], tokens[at]
    dotted = "." in token.gap
    if title.low in ("ms", "miss", "prof") and not dotted and not title.is_capital:
        return at
    # "MS" in capitals is a disease more often than a title.
    sure = _is_upper(token) and (title.is_capital or (dotted and title.low != "ms"))
    if len(token.low) == 1 and _is_upper(token):
        return _extend(tokens, at, at + 1, True) if at + 1 < len(tokens) and _is_name(tokens[at + 1], shouted) else at
    strange = len(token.low) > 1 and (not _is_word(token.low) or token.low in _GIVEN)
    if token.low in _NOT_NAMES or not (strange or (sure and not (shouted and _is_word(token.low)))):
        return at
    return _extend(tokens, at, at + 1, _is_upper(token))


def _after_role(tokens: list[_Token], at: int, shouted: bool) -> int:
    role, token = tokens[at - 1].low, tokens[at]
    if not re.fullmatch(r" ?[,:(]? ?" if role in _FAMILY else r" ?:? ", token.gap) or not token.gap:
        return at
    if len(token.low) == 1:
        following = at + 1 < len(tokens) and _is_name(tokens[at + 1], shouted)
        tight = following and tokens[at + 1].gap in (" ", ". ") and token.written not in ("R", "L", "B")
        return _extend(tokens, at, at + 1, True) if tight and _is_upper(token) else at
    family = role in _FAMILY
    given = family and token.low in _GIVEN and (token.is_capital or shouted)
    modal = family and token.low in _MODALS and token.is_capital and tokens[at - 1].written.islower()
    if not (given or modal or _is_name(token, shouted)) or _names_a_thing(tokens, at + 1):
        return at
    return _extend(tokens, at, at + 1, True)


def _before_credential(tokens: list[_Token], at: int, shouted: bool) -> int:
    """Thus: "J. Ruiz, PTA", "Testa Patiente PT"."""
    if shouted or not _is_upper(tokens[at]):
        return at
    end = at
    while end < len(tokens) and end < at + 3 and _is_upper(tokens[end]) and tokens[end].written not in CREDENTIALS:
        if end > at and tokens[end].gap not in (" ", ". "):
            return at
        end += 1
    if end in (at, len(tokens)) or tokens[end].written not in CREDENTIALS or tokens[end].gap not in (" ", ", "):
        return at
    name = tokens[at:end]
    initial = len(name[0].low) == 1 and len(name) > 1 and name[-1].is_capital
    vocabulary = load_pack().vocabulary - _SURNAMES
    clinical = any(len(token.low) > 1 and token.low in vocabulary for token in name)
    single = name[0].low in _SURNAMES and name[0].is_capital and not name[0].is_opening
    if clinical or name[0].low in _NOT_NAMES:
        return at
    if initial or all(_is_name(token, False) or token.low in _GIVEN for token in name) or (len(name) == 1 and single):
        return end
    return at


def _run(tokens: list[_Token], at: int) -> int:
    """Return the end of a run of capitalised words of which one at least is unknown: "Testa M. Patiente"."""
    first = tokens[at]
    if not first.is_capital or not (is_rare(first.low) or first.low in _GIVEN):
        return at
    end = _extend(tokens, at, at + 1, True)
    name = tokens[at:end]
    if (at and tokens[at - 1].low in _ARTICLES) or (end < len(tokens) and _is_titled(tokens[end])):
        return at  # a make or a heading
    strange = [token for token in name if len(token.low) > 1 and not _is_word(token.low)]
    whole = sum(len(token.low) > 1 for token in name) > 1
    doubles = len(name) > 1 and name[0].low in _GIVEN and name[-1].low in _SURNAMES and not first.is_opening
    listed = any(token.low in names() for token in strange)
    if not strange and not doubles:
        return at
    if (
        whole
        and not listed
        and not all(is_rare(token.low) or len(token.low) == 1 or token.low in _GIVEN for token in name)
    ):
        return at
    return end if whole and not _names_a_thing(tokens, end) else at


def _is_titled(token: _Token) -> bool:
    return token.gap == " " and token.is_capital and token.low in load_pack().vocabulary


def _extend(tokens: list[_Token], at: int, end: int, capital: bool, *, loose: bool = False) -> int:
    """Return the end of a name of which the tokens from `at` to `end` are part; `loose`: any words with a capital."""
    while capital and end < len(tokens) and end < at + 4:
        token = tokens[end]
        gaps = (" ", ". ") if len(tokens[end - 1].low) == 1 else (" ", ", ") if loose else (" ",)
        if token.gap not in gaps or not _is_upper(token) or token.written in CREDENTIALS:
            break
        initial = len(token.low) == 1
        if initial and not (
            end + 1 < len(tokens) and tokens[end + 1].gap in (" ", ". ") and tokens[end + 1].is_capital
        ):
            break
        known = not is_rare(token.low) and token.low not in _GIVEN | _SURNAMES
        if not initial and (known or not token.is_capital) and not (loose and not known):
            break
        end += 1
    while end > at + 1 and len(tokens[end - 1].low) == 1:
        end -= 1
    return end


def _is_name(token: _Token, shouted: bool) -> bool:
    return len(token.low) > 1 and (token.is_capital or shouted) and not _is_word(token.low)


def _names_a_thing(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].gap in (" ", "-") and tokens[at].low in _NAMED_AFTER


@lru_cache(maxsize=4096)
def _is_word(low: str) -> bool:
    """Tell whether a word in lower case is English or clinical: then it is a name only where its place says so."""
    vocabulary = load_pack().vocabulary
    if low in vocabulary or low in _CLINICAL or low in ROLES or low in rare_english():
        return True
    if "-" in low:
        return all(_is_word(piece) for piece in low.split("-"))
    return repair(low, vocabulary, True) is not None


def is_rare(low: str) -> bool:
    """Tell whether a word is unknown, or only a large dictionary knows it: beside an unknown one it is a name."""
    return not _is_word(low) or (
        low in rare_english()
        and low not in load_pack().vocabulary
        and low not in english()
        and low not in _CLINICAL | ROLES
    )


def _bare(word: str) -> str:
    return re.sub(r"['\u2019]s?$", "", word).lower()
