"""Shorthand and slips put into full words.

A form that could mean several things is read only when exactly one of its readings has its context beside it;
otherwise it
stays as written and is listed as unsure. In two passes: what is certain decides what is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from rewriter.glossary import Short
from rewriter.lexicon import longest, split_form
from rewriter.pack import Pack
from rewriter.reading.quantities import ROMAN, UNIT_WORDS
from rewriter.reading.shorthand.afters import find_afters
from rewriter.reading.shorthand.ages import find_ages
from rewriter.reading.shorthand.arrows import find_arrows
from rewriter.reading.shorthand.bars import find_bars
from rewriter.reading.shorthand.fallen import find_fallen
from rewriter.reading.shorthand.frequencies import find_frequencies
from rewriter.reading.shorthand.listed import join_lists
from rewriter.reading.shorthand.opened import find_opened
from rewriter.reading.shorthand.pinned import counts_litres, counts_points, is_lacking, names_capacity, names_segment
from rewriter.reading.shorthand.regarding import find_regarding
from rewriter.reading.shorthand.spelling import repair
from rewriter.reading.shorthand.writer import find_writer
from rewriter.reading.words import ReadAs, Words, is_shouted, split_words

_STOPS = frozenset({".", ",", ";", "\n", ":"})
_SENTENCE_STOPS = frozenset({".", ";", "\n", "|", "//", "?", "!", "\u2022"})
# What a pack writes for figures and past forms.
_LOOSE = frozenset({"#", "*ed"})
_SENTENCE_MARKS = frozenset({".", "\n", ":", "!", "?", "\u2022"})
_COUNTED = frozenset({"x", "times", "reps", "repetitions"})
_JOINED_SIDES = {"w/l": {"w/L": "left"}, "w/r": {"w/R": "right"}}
_MINUS = ["(", "-", ")"]
_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
_CREDENTIALS = frozenset({"otr", "cota", "ota", "ot", "pt", "pta", "slp", "ccc"})

Found = dict[int, tuple[int, str]]
_Doubt = tuple[int, int, Short]


class _Clause(NamedTuple):
    """Words `first:last` between two marks, and how often each word is said there, with sure shorthand in full."""

    first: int
    last: int
    said: Mapping[str, int]


def read_words(text: str, pack: Pack) -> Words:
    """Return the words of `text`, shorthand expanded and slips mended where exactly one word fits."""
    words = split_words(text)
    if "\n" in words.low:
        join_lists(words)
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
    ruled |= find_opened(words) | find_regarding(words) | find_writer(words)
    return {at: hit for at, hit in ruled.items() if at not in quoted}


def _expand(words: Words, places: list[int], pack: Pack, shouted: bool, ruled: Found) -> Words:
    """Put full words in place of the shorthand at `places`, and of what is `ruled`."""
    found: Found = dict(ruled)
    taken = {place for at, (end, _) in ruled.items() for place in range(at, end)}
    doubtful: list[_Doubt] = []
    reach = 0
    for at in places:
        if at < reach or at in taken:
            continue
        if words.low[at : at + len(_MINUS)] == _MINUS:  # "(-) pain"; a form of the glossary cannot hold a dash
            reach = at + len(_MINUS)
            found[at] = (reach, "negative")
            continue
        hit = longest(pack.shorthand, words.low, at)
        short = _spelled_so(words, at, hit, shouted) if hit is not None else None
        if (
            hit is None
            or short is None
            or names_segment(words, at, hit[0])
            or _belongs_to_name(words, at)
            or _is_minutes(words, at)
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
    for (at, end, short), say in zip(doubtful, _settle(words, doubtful, certain), strict=True):
        if say is not None:
            found[at] = (end, say)
        else:
            written = words.written(at, end)
            readings = tuple(item.say for item in short.choices)
            unsure.append(ReadAs(words.start[at], words.end[end - 1], written, written, False, readings))
    for at, (end, say) in found.items():
        if say.endswith("complaints of") and (end >= len(words.low) or words.low[end] in _STOPS):
            found[at] = (end, say.removesuffix(" of"))
        if say.endswith("stabilization") and is_lacking(words, at):
            found[at] = (end, say.removesuffix("stabilization") + "stability")
    return _rebuild(words, found, unsure)


def _settle(words: Words, doubtful: list[_Doubt], certain: dict[int, list[str]]) -> list[str | None]:
    """Return what each doubtful form stands for, in order; None where its context does not tell.

    What one form turned out to be may decide for its neighbour ("2/2 dec balance"): what is left is tried once more.
    """
    settled = _settle_once(words, doubtful, certain)
    more = {at: split_form(say) for (at, _, _), say in zip(doubtful, settled, strict=True) if say is not None}
    if more and len(more) < len(doubtful):
        again = iter(_settle_once(words, [one for one in doubtful if one[0] not in more], certain | more))
        settled = [next(again) if say is None else say for say in settled]
    for number, (_, _, short) in enumerate(doubtful):
        if settled[number] is None and short.steady:
            said = {say for say, (_, _, same) in zip(settled, doubtful, strict=True) if same is short and say}
            settled[number] = said.pop() if len(said) == 1 else None
    return settled


def _settle_once(words: Words, doubtful: list[_Doubt], certain: dict[int, list[str]]) -> list[str | None]:
    settled: list[str | None] = []
    clause: _Clause | None = None
    wider = _Wider(words, certain)
    for at, end, short in doubtful:
        if clause is None or not clause.first <= at <= end <= clause.last:
            clause = _find_clause(words, at, end, certain, _STOPS)
        says = _find_fitting(words, at, end, short, certain, clause) or wider.find_fitting(at, end, short)
        settled.append(says.pop() if len(says) == 1 else None)
    return settled


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


def _belongs_to_name(words: Words, at: int) -> bool:
    """The "L" of "OTR/L" is a licence, the "R" of "Dr. R" an initial, the "L" of "2L" litres: none is a side."""
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
    if words.low[at] == "l" and words.gap[at] == "" and words.low[at - 1][0].isdecimal():
        return True  # litres: "2L", "2.5L"
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


def _is_repeated(low: list[str], at: int) -> bool:
    """The "5" of "x5 min mod A" may count; nobody does sets of one, so "3 x 1 min mod A" is a time."""
    return at > 0 and low[at - 1] == "x" and not (low[at] == "1" and at > 1 and low[at - 2].isdecimal())


def _joined_side(words: Words, at: int) -> str | None:
    """Return the side in "w/L" or "w/R", which is one token."""
    sides = _JOINED_SIDES.get(words.low[at])
    return sides.get(words.written(at, at + 1)) if sides else None


def _find_clause(words: Words, at: int, end: int, certain: dict[int, list[str]], stops: frozenset[str]) -> _Clause:
    """Return the clause that the form at words `at:end` stands in: what lies between the marks before and behind it."""
    first, last = at, end
    while first and words.low[first - 1] not in stops:
        first -= 1
    while last < len(words.low) and words.low[last] not in stops:
        last += 1
    said = _tally(_all_said(words, first, last, certain))
    # A form with a mark in it ("p.t.") joins two clauses for itself alone.
    alone = not stops.isdisjoint(words.low[at:end])
    return _Clause(first, at if alone else last, said)


def _find_fitting(
    words: Words, at: int, end: int, short: Short, certain: dict[int, list[str]], clause: _Clause
) -> set[str]:
    """Return the readings whose context stands beside the form or in its clause."""
    before = _names(_said(words, at - 1, certain)[-1] if at else ".")  # so is its beginning
    behind = end + _is_own_dot(words, end)
    after = _names(_said(words, behind, certain)[0] if behind < len(words.low) else ".")  # the end is a stop
    own = _tally(words.low[at:end])
    return {
        choice.say
        for choice in short.choices
        if not choice.before.isdisjoint(before)
        or not choice.after.isdisjoint(after)
        or _is_told(choice.near, clause.said, own)
    }


def _is_own_dot(words: Words, at: int) -> bool:
    """The dot at word `at` belongs to the abbreviation before it, and ends nothing: "approx. 20 ft"."""
    if words.low[at : at + 1] != ["."] or words.gap[at] != "" or at + 1 >= len(words.low):
        return False
    following = words.shown(at + 1)[0]
    return following.islower() or following.isdecimal()


class _Wider:
    """What is said in the sentence and in the whole note around a form whose own clause is silent."""

    def __init__(self, words: Words, certain: dict[int, list[str]]) -> None:
        """Look at `words`, with the shorthand that is `certain` in full."""
        self._words, self._certain = words, certain
        self._note: Mapping[str, int] | None = None

    def find_fitting(self, at: int, end: int, short: Short) -> set[str]:
        """Return the readings with a word in the sentence that decides for them, else with one anywhere.

        What is counted says nothing so far away, and a topic of the note speaks against any other reading.
        """
        if self._note is None:
            self._note = _tally(_all_said(self._words, 0, len(self._words.low), self._certain))
        own = _tally(self._words.low[at:end])
        topical = {c.say for c in short.choices if _is_told(c.topic, self._note, own)}
        sentence = _find_clause(self._words, at, end, self._certain, _SENTENCE_STOPS)
        near = {c.say for c in short.choices if _is_told(c.near - _LOOSE, sentence.said, own)}
        return near | topical


def _said(words: Words, at: int, certain: dict[int, list[str]]) -> list[str]:
    """Return word `at`, or what the sure shorthand there stands for."""
    return certain.get(at) or [words.low[at]]


def _all_said(words: Words, first: int, last: int, certain: dict[int, list[str]]) -> list[str]:
    """Return words `first:last`, what is sure shorthand among them in full."""
    return [word for at in range(first, last) for word in certain.get(at) or (words.low[at],)]


def _is_told(deciding: frozenset[str], said: Mapping[str, int], own: Mapping[str, int]) -> bool:
    """Tell whether one of the words that decide is said beside the form's own."""
    return not deciding.isdisjoint(said) and any(said[word] > own.get(word, 0) for word in deciding if word in said)


def _names(word: str) -> tuple[str, ...]:
    """Return what a word is for a pack's choices: figures and counted things are "#" too, past forms "*ed"."""
    counted = ("#",) if word[0].isdecimal() or word in _COUNTED else ()
    return (word, *counted, "*ed") if word.endswith("ed") else (word, *counted)


def _tally(words: Iterable[str]) -> Mapping[str, int]:
    """Count words by all that they are for a pack's choices."""
    counts: dict[str, int] = defaultdict(int)
    for word in words:
        counts[word] += 1
        if word[0].isdecimal() or word in _COUNTED:
            counts["#"] += 1
        if word.endswith("ed"):
            counts["*ed"] += 1
    return counts


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
