"""Shorthand and slips put into full words.

A form that could mean several things is read only when exactly one of its readings has its context beside it;
otherwise it stays as written and is listed as unsure.
"""

from functools import lru_cache

from rewriter.glossary import Short
from rewriter.lexicon import longest, split_form
from rewriter.pack import Pack
from rewriter.pattern import late
from rewriter.reading.quantities import ROMAN, UNIT_WORDS
from rewriter.reading.quantities.units import UNITS
from rewriter.reading.shorthand.afters import find_afters
from rewriter.reading.shorthand.ages import find_ages
from rewriter.reading.shorthand.arrows import find_arrows
from rewriter.reading.shorthand.bars import find_bars
from rewriter.reading.shorthand.clinics import find_clinics
from rewriter.reading.shorthand.complaints import tell_complaints
from rewriter.reading.shorthand.fallen import find_fallen
from rewriter.reading.shorthand.frequencies import find_frequencies
from rewriter.reading.shorthand.listed import join_lists
from rewriter.reading.shorthand.opened import find_opened
from rewriter.reading.shorthand.pinned import (
    counts_help,
    counts_litres,
    counts_points,
    ends_in_measure,
    is_lacking,
    names_capacity,
    names_segment,
    names_share,
)
from rewriter.reading.shorthand.postures import find_postures
from rewriter.reading.shorthand.ranged import join_ranges
from rewriter.reading.shorthand.regarding import find_regarding
from rewriter.reading.shorthand.separated import mark_separators
from rewriter.reading.shorthand.settled import Doubt, settle
from rewriter.reading.shorthand.spelling import repair
from rewriter.reading.shorthand.walks import find_walks
from rewriter.reading.shorthand.weeks import find_weeks
from rewriter.reading.shorthand.writer import find_writer
from rewriter.reading.words import ReadAs, Words, is_shouted, split_words

_SENTENCE_MARKS = frozenset({".", "\n", ":", "!", "?", "\u2022"})
_JOINED_SIDES = {"w/l": {"w/L": "left"}, "w/r": {"w/R": "right"}}
_MINUS = ["(", "-", ")"]
# English words which in capitals are forms of the glossary too.
_PLAIN_WORDS = frozenset({"it", "its", "is", "us", "if", "has"})
# Scales whose grades are letters: "ASIA A", "AIS C".
_GRADED_BY_LETTERS = frozenset({"asia", "ais", "frankel"})
_FEW_MINUTES = 4
_PAIR = 3  # words: two and the slash between them
_TWO = late(r"\w+ and \w+")
# Units of length that forms in capitals share: feet together, case manager.
_LENGTHS = frozenset({"ft", "cm"})
_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
_CREDENTIALS = frozenset({"otr", "cota", "ota", "ot", "pt", "pta", "slp", "ccc"})

Found = dict[int, tuple[int, str]]


def read_words(text: str, pack: Pack) -> Words:
    """Return the words of `text`, shorthand expanded and slips mended where exactly one word fits."""
    words = split_words(text)
    if "\n" in words.low:
        join_lists(words)
    if ":" in words.low:
        join_ranges(words)
    mark_separators(words)
    shouted = is_shouted(text)
    unknown = set(words.low).difference(pack.vocabulary, UNIT_WORDS)
    if unknown:
        _mend(words, pack, unknown, shouted)  # first, since a word that was mended may decide for a form beside it
    known = pack.shorthand.keys()
    places = [at for at, low in enumerate(words.low) if low in known or low in _JOINED_SIDES]
    if places and '"' in words.low:
        quoted = words.quoted()
        places = [at for at in places if at not in quoted]
    ruled = _find_ruled(words, pack, shouted)
    if places or ruled:
        words = _expand(words, places, pack, shouted, ruled)
    if unknown:
        words.unread = [at for at, low in enumerate(words.low) if low in unknown and low[0].isalpha()]
    words.read_as.sort(key=lambda item: item.start)
    if shouted:
        doubtful = {item.start for item in words.read_as if not item.sure}  # "LT" is not "lt"
        for at, low in enumerate(words.low):
            if (
                at not in words.said
                and words.start[at] not in doubtful
                and len(low) > 1
                and low not in ROMAN
                and (low in pack.vocabulary or len(low) > 3)
            ):
                words.said[at] = low
    return words


def _find_ruled(words: Words, pack: Pack, shouted: bool) -> Found:
    """Return what is read by a rule and not from a list: letters whose bars were lost, ages, frequencies."""
    bars = {at: say for at, say in find_bars(words, shouted).items() if not names_segment(words, at, at + 1)}
    afters = find_afters(words, shouted, pack.lexicon)
    bars |= {at: say for at, say in afters.items() if longest(pack.shorthand, words.low, at) is None}
    quoted = words.quoted() if '"' in words.low else frozenset()
    ruled = {at: (at + 1, say) for at, say in bars.items()}
    ruled |= find_ages(words) | find_arrows(words) | find_fallen(words) | find_frequencies(words)
    ruled |= find_clinics(words) | find_weeks(words) | find_postures(words) | find_opened(words) | find_regarding(words)
    ruled |= find_writer(words)
    walks = find_walks(words)
    named = {at for first, (end, _) in walks.items() for at in range(first, end)}
    ruled = {at: hit for at, hit in ruled.items() if at not in named} | walks  # the W of "4W" counts no weeks
    return {at: hit for at, hit in ruled.items() if at not in quoted}


def _expand(words: Words, places: list[int], pack: Pack, shouted: bool, ruled: Found) -> Words:
    """Put full words in place of the shorthand at `places`, and of what is `ruled`."""
    found: Found = dict(ruled)
    taken = {place for at, (end, _) in ruled.items() for place in range(at, end)}
    doubtful: list[Doubt] = []
    reach = 0
    for at in places:
        if at < reach or at in taken:
            continue
        if words.low[at : at + len(_MINUS)] == _MINUS:  # "(-) pain"; a form of the glossary cannot hold a dash
            reach = at + len(_MINUS)
            found[at] = (reach, "negative")
            continue
        hit = longest(pack.shorthand, words.low, at)
        if hit is not None and _is_part_of_three(words, at, hit[0]) and not any(_names_two(short) for short in hit[1]):
            hit = longest(pack.shorthand, words.low[: at + 1], at)
        short = _spelled_so(words, at, hit, shouted) if hit is not None else None
        if (
            hit is None
            or short is None
            or (shouted and _is_plain_word(words, at, hit[0], short))
            or names_segment(words, at, hit[0])
            or ends_in_measure(words, at, hit[0])
            or _belongs_to_name(words, at)
            or _is_minutes(words, at)
            or counts_help(words, at)
            or names_share(words, at)
        ):
            if words.gap[at] == "" and counts_litres(words, at):  # "2L NC"
                found[at] = (at + 1, "liter" if words.low[at - 1] == "1" else "liters")
            elif (side := _joined_side(words, at)) is not None:
                found[at] = (at + 1, f"with {side}")
            continue
        reach = hit[0]
        if reach == at + 1 and counts_points(words, at):
            found[at] = (reach, "point")
        elif reach == at + 1 and names_capacity(words, at):
            found[at] = (reach, "vital capacity")
        elif reach == at + 1 and counts_litres(words, at):
            found[at] = (reach, "liter" if words.low[at - 1] == "1" else "liters")
        elif short.choices:
            doubtful.append((at, reach, short))
        else:
            found[at] = (reach, short.say)
    certain = {at: split_form(say) for at, (_, say) in found.items()} if doubtful else {}
    unsure: list[ReadAs] = []
    for (at, end, short), say in zip(doubtful, settle(words, doubtful, certain, pack.lexicon), strict=True):
        if say is not None:
            found[at] = (end, say)
        elif not _is_unit(words, at, end):
            written = words.written(at, end)
            readings = tuple(item.say for item in short.choices)
            unsure.append(ReadAs(words.start[at], words.end[end - 1], written, written, False, readings))
    for at, (end, say) in found.items():
        if say.endswith(("complains of", "complaints of")):
            found[at] = (end, tell_complaints(words, at, end, say))
        if say.endswith("stabilization") and is_lacking(words, at):
            found[at] = (end, say.removesuffix("stabilization") + "stability")
        if _TWO.fullmatch(say) and _is_part_of_three(words, at, end):
            found[at] = (end, say.replace(" and ", "/"))  # "ant/post/lat": three directions, no two
    return _rebuild(words, found, unsure)


def _spelled_so(words: Words, at: int, hit: tuple[int, list[Short]], shouted: bool) -> Short | None:
    """Return the entry whose capitals agree with what was written, if any."""
    lower = None
    written = ""
    for short in hit[1]:
        if short.raw is None:
            lower = short
        else:
            written = written or "".join(words.written(at, hit[0]).split())
            if short.tight == written:
                return short
    return lower


def _is_part_of_three(words: Words, at: int, end: int) -> bool:
    """Two words with a slash between them, words `at:end`, and a third behind another: "ant/post/lat", "R/abd/add"."""
    low, gap = words.low, words.gap
    if (end - at != _PAIR or low[at + 1] != "/") and (end != at + 1 or "/" not in low[at]):
        return False
    third = end + 1 < len(low) and low[end] == "/" and gap[end] == gap[end + 1] == "" and low[end + 1][0].isalpha()
    return third or (at > 1 and low[at - 1] == "/" and gap[at - 1] == gap[at] == "" and low[at - 2][0].isalpha())


def _names_two(short: Short) -> bool:
    return any(_TWO.fullmatch(say) for say in (short.say, *(choice.say for choice in short.choices)))


def _is_plain_word(words: Words, at: int, end: int, short: Short) -> bool:
    """Among capitals only, "IT" and "US" are words like any other, unless what follows tells: "IT BAND"."""
    behind = words.low[end] if end < len(words.low) else ""
    decided = any(behind in choice.after for choice in short.choices)
    return end == at + 1 and words.low[at] in _PLAIN_WORDS and not decided


def _belongs_to_name(words: Words, at: int) -> bool:
    """The "L" of "OTR/L" is a licence, the "R" of "Dr. R" an initial, the "L" of "2L" litres: none is a word."""
    if words.low[at] == "s" and words.low[at + 1 : at + 2] == ["p"] and at > 0 and words.low[at - 1][-1].isdecimal():
        return True  # "dizzy 30 s p turns": seconds, then "after"
    if words.low[at] == "w" and at and at + 1 < len(words.low) and words.gap[at] == words.gap[at + 1] == "":
        return words.low[at - 1][0].isdecimal() and words.low[at + 1][0].isdecimal()  # "born 34w2": weeks and days
    if words.low[at] == "s/":
        return at > 0 and words.gap[at] == "" and words.low[at - 1][0].isdecimal()  # "12s/9s": seconds
    if len(words.low[at]) > 1 or at == 0:
        return False
    if words.low[at] == "q" and words.written(at, at + 1).isupper():
        return True
    stuck = words.gap[at] == "" and words.low[at - 1][0].isdecimal()
    if stuck and (words.low[at] == "l" or words.written(at, at + 1) == "S"):
        return True  # litres and seconds: "2L", "2.5L", "STAND 45S X2"
    if words.low[at - 1] in _GRADED_BY_LETTERS and "a" <= words.low[at] <= "e":
        return True
    before = words.low[at - 2] if at > 1 and words.low[at - 1] in ("/", ".") else words.low[at - 1]
    if before in _CREDENTIALS:
        return words.low[at] == "l" and words.gap[at] == "" and before != words.low[at - 1]
    return before in _TITLES and words.written(at, at + 1).isupper() and not words.written(at - 2, at - 1).isupper()


def _is_minutes(words: Words, at: int) -> bool:
    """The "min" of "sit 5 min mod A": minutes, then an amount; "STS x5 min mod A" and "5 min-mod A" may be either."""
    low = words.low
    if low[at] != "min" or at == 0 or not low[at - 1].isdecimal() or _is_repeated(low, at - 1):
        return False
    if low[at + 1 : at + 2] == ["."]:
        return words.gap[at + 1] == "" and words.gap[at + 2 : at + 3] not in ([], [""])  # "NMES 10 min. A: lag gone"
    if low[at + 1 : at + 2] in (["tc"], ["vc"], ["tactile"], ["verbal"], ["manual"]):
        return words.gap[at + 1] == " "  # "kneel 2 min TC hips"
    return low[at + 1 : at + 2] in (["mod"], ["max"], ["min"]) and words.gap[at + 1] == " "


def _is_unit(words: Words, at: int, end: int) -> bool:
    """The unit of the figure before it: the "FT" of "85FT" and "85 FT" is no stance, unless it was done so often."""
    low = words.low[at]
    if end != at + 1 or len(low) < 2 or low not in UNITS or not words.low[at - 1][-1:].isdecimal():
        return False
    return words.gap[at] == "" or (low in _LENGTHS and words.low[at - 2 : at - 1] != ["x"])


def _is_repeated(low: list[str], at: int) -> bool:
    """The "5" of "x5 min mod A" may count; nobody does sets so small, so "3 x 2 min mod A" is a time."""
    sets = at > 1 and low[at - 2].isdecimal() and low[at].isdecimal() and int(low[at]) <= _FEW_MINUTES
    return at > 0 and low[at - 1] == "x" and not sets


def _joined_side(words: Words, at: int) -> str | None:
    """Return the side in "w/L" or "w/R", which is one token."""
    sides = _JOINED_SIDES.get(words.low[at])
    return sides.get(words.written(at, at + 1)) if sides else None


@lru_cache(maxsize=4096)
def _spell(say: str) -> tuple[list[str], list[str], list[str]]:
    """Return the words, shown words and gaps of an expansion."""
    words = split_words(say)
    return words.low, [words.shown(at) for at in range(len(words.low))], words.gap


def _rebuild(words: Words, found: Found, unsure: list[ReadAs]) -> Words:
    """Return `words` with what was `found` put into full words; what is `unsure` is listed beside it."""
    built = Words(words.text, [], [], [], [], read_as=unsure)
    done = 0
    for at, (end, say) in sorted(found.items()):
        _copy(words, built, done, at)
        low, shown, gap = _spell(say)
        start, stop = words.start[at], words.end[end - 1]
        here = len(built.low)
        built.low += low
        built.gap += gap
        built.start += [start] * len(low)
        built.end += [stop] * len(low)
        built.said.update(enumerate(shown, here))
        if low:
            stuck = words.gap[at] == "" and at > 0 and not words.low[at - 1][-1].isalnum()
            built.gap[here] = "" if stuck else "-" if words.gap[at] == "-" else " "
        written = words.text[start:stop]
        if written.lower() != say.lower():
            built.read_as.append(ReadAs(start, stop, written, say, True))
        if end < len(words.low) and words.gap[end] == "" and words.low[end][0].isalnum():
            words.gap[end] = " "
        done = end
    _copy(words, built, done, len(words.low))
    # Where a slip was mended and then read as shorthand, its reading tells all.
    spans = [(item.start, item.end) for item in built.read_as]
    mended = [item for item in words.read_as if not any(a <= item.start and item.end <= b for a, b in spans)]
    built.read_as += mended
    return built


def _copy(words: Words, built: Words, first: int, last: int) -> None:
    shift = len(built.low) - first
    built.low += words.low[first:last]
    built.gap += words.gap[first:last]
    built.start += words.start[first:last]
    built.end += words.end[first:last]
    if words.said:
        built.said.update((at + shift, words.said[at]) for at in range(first, last) if at in words.said)


def _mend(words: Words, pack: Pack, unknown: set[str], shouted: bool) -> None:
    """Mend each unknown word that exactly one word fits, and leave the rest in `unknown`."""
    for at in [at for at, low in enumerate(words.low) if low in unknown and low[0].isalpha()]:
        low = words.low[at]
        written = words.text[words.start[at] : words.end[at]]
        better = repair(low, pack.vocabulary, name=not shouted and _looks_like_name(words, at, written))
        if better is not None and better != low:
            words.low[at] = words.said[at] = better
            words.read_as.append(ReadAs(words.start[at], words.end[at], written, better, True))
        elif better is not None:
            unknown.discard(low)


def _looks_like_name(words: Words, at: int, written: str) -> bool:
    """A capital inside a sentence, or capitals throughout: a name or an abbreviation, not a slip."""
    if not written[0].isupper():
        return False
    titled = at > 1 and words.low[at - 1] == "." and words.low[at - 2] in _TITLES
    return written.isupper() or titled or (at > 0 and words.low[at - 1] not in _SENTENCE_MARKS)
