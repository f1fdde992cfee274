"""Texts as a hostile or careless writer would hand them in: never a crash, and no disguise hides a changed word.

`python -m tests.test_hostile_texts 10000` tries that many and prints the counts by attack.
"""

# ruff: noqa: RUF001 - look-alike characters are what this is about

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.check import check
from rewriter.errors import InputError
from rewriter.findings import Finding
from rewriter.improve import improve
from rewriter.note import Note
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.validate import to_dict

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
SIDES = {"left": "right", "right": "left"}
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
CYRILLIC = dict(zip("aceopxyiTPAEHKMj", "асеорхуіТРАЕНКМј", strict=True))
GREEK = dict(zip("aonuvkTPAEHKMiz", "αοηυνκΤΡΑΕΗΚΜιζ", strict=True))
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u2063\u3164\u115f\u2800\ufe0f\U000e0061"
TURNING = "\u202e\u202d\u2066\u2067\u200f\u061c"
MARKS = "\u0301\u0336\u0338\u20dd\u20e0\u034f\u0323"
DIGITS = "٠۰०௦０𝟎𝟘𝟬𝟶߀๐"  # the zeros: the nine others follow each


class Pair(NamedTuple):
    source: str
    rewrite: str


@lru_cache(maxsize=1)
def pairs() -> list[Pair]:
    """Return our own notes, each with a rewrite in which the comparison finds no error."""
    notes = [
        str(json.loads(line)["text"])
        for name in ("notes.jsonl", "styles.jsonl")
        for line in (HERE / name).read_text("utf-8").splitlines()
    ]
    notes += [
        "step taps L LE 10 reps, TC at L knee, min A. 15 min",
        "wt shift R 3x10, VC, poor balance, LOB x2 to L",
        "STS x8 from 18 in chair, CGA, R hemi. Goal: 5 stairs w/ L rail",
    ]
    told = [Pair(text, result.rewrite) for text in notes if (result := improve(Note(text))).rewrite]
    return [pair for pair in told if not errors(pair)]


def errors(pair: Pair) -> list[Finding]:
    found = check(pair.rewrite, source=pair.source).findings
    return [item for item in found if item.code.startswith("FID") and item.level == "error"]


Disguise = Callable[[Random, str], str]


def each(table: dict[str, str]) -> Disguise:
    return lambda random, word: "".join(table.get(char, char) for char in word)


def inside(marks: str) -> Disguise:
    def put(random: Random, word: str) -> str:
        at = random.randint(1, len(word) - 1) if len(word) > 1 else 1
        return word[:at] + random.choice(marks) + word[at:]

    return put


def shifted(lower: int, upper: int) -> Disguise:
    return lambda random, word: "".join(
        chr(ord(char) - 97 + lower)
        if "a" <= char <= "z"
        else chr(ord(char) - 65 + upper)
        if "A" <= char <= "Z"
        else char
        for char in word
    )


def digits(random: Random, word: str) -> str:
    zero = ord(random.choice(DIGITS))
    return "".join(chr(zero + int(char)) if char in "0123456789" else char for char in word)


def mixed_digits(random: Random, word: str) -> str:
    return "".join(digits(random, char) for char in word)


def superscript(random: Random, word: str) -> str:
    return "".join(("⁰¹²³⁴⁵⁶⁷⁸⁹" if random.random() < 0.7 else "₀₁₂₃₄₅₆₇₈₉")[int(char)] for char in word)


def circled(random: Random, word: str) -> str:
    return chr(0x2460 + int(word) - 1) if 1 <= int(word) <= 20 else superscript(random, word)


def as_written(random: Random, word: str) -> str:
    return word


FULL = shifted(0xFF41, 0xFF21)
# Disguises that are read as the word itself, and those that make a word nobody knows.
READ_WORD: dict[str, Disguise] = {"as written": as_written, "full-width letters": FULL}
READ_FIGURE: dict[str, Disguise] = {"as written": as_written, "digits": digits, "mixed digits": mixed_digits}
UNREAD_WORD: dict[str, Disguise] = {
    "Cyrillic letters": each(CYRILLIC),
    "Greek letters": each(GREEK),
    "invisible inside": inside(INVISIBLE),
    "turned": lambda random, word: random.choice(TURNING) + word + "\u202c",
    "turned inside": inside(TURNING),
    "marks on letters": inside(MARKS),
    "bold letters": shifted(0x1D41A, 0x1D400),
    "monospaced letters": shifted(0x1D68A, 0x1D670),
    "circled letters": shifted(0x24D0, 0x24B6),
    "squared letters": lambda random, word: shifted(0, 0x1F130)(random, word.upper()),
    "dotless or barred letters": each(dict(zip("iltgh", "ıłŧǥħ", strict=True))),
    "split by a strange mark": inside("\ufffd\ufffc"),
}
UNREAD_FIGURE: dict[str, Disguise] = {
    "superscript": lambda random, word: superscript(random, word) if len(word) > 1 else word,
    "turned": UNREAD_WORD["turned"],
}
# What fidelity does not see yet: a mark, an exponent or a symbol that is a word of one letter by itself.
LONE: dict[str, Disguise] = {
    "invisible inside": lambda random, word: inside(INVISIBLE)(random, word) if len(word) > 1 else word,
    "exponent": lambda random, word: word + random.choice("²³¹⁰⁹₂"),
    "marks on figures": lambda random, word: word + random.choice("\u0336\u0338\u20dd\u20e0"),
    "circled figure": circled,
    "circled figure behind": lambda random, word: word + random.choice("①⑩Ⅹ❷"),
}


class Try(NamedTuple):
    """A pair whose rewrite was attacked, the same with the change made openly, and the sentence it was made in."""

    pair: Pair
    plain: Pair
    sentence: str

    @property
    def is_sheltered(self) -> bool:
        """It was made in a heading or in words of purpose, where a word claims less, or mended like a slip."""
        mended = any(not item.text.isascii() for item in read(self.pair.rewrite, load_pack()).read_as)
        return mended or re.search(r":|\b(?:to|for|targets)\b", self.sentence) is not None


def change(random: Random, pattern: str, turn: Callable[[Random, str], str], cover: Disguise) -> Try | None:
    """Change one hit of the pattern in a rewrite drawn at random, and disguise the new word."""
    for _ in range(40):
        pair = random.choice(pairs())
        hits = list(re.finditer(pattern, pair.rewrite))
        if not hits:
            continue
        hit = random.choice(hits)
        word = turn(random, hit[0])
        covered = cover(random, word)
        if cover is not as_written and covered == word:
            continue
        made = [pair.rewrite[: hit.start()] + new + pair.rewrite[hit.end() :] for new in (covered, word)]
        begin = pair.rewrite.rfind(". ", 0, hit.start()) + 1
        sentence = pair.rewrite[begin : pair.rewrite.find(".", hit.end())]
        return Try(Pair(pair.source, made[0]), Pair(pair.source, made[1]), sentence)
    return None


FRAMING = "patient|therapist|treatment|noted|findings|included|provided|report|during|using|with"
WORD = rf"(?<![\w'-])(?!(?:{FRAMING})\b)[a-z]{{4,}}(?![\w'-])"
SIDE = r"\b(?:left|right)\b"
FIGURE = r"(?<![\w.,/:-])[0-9]{1,3}(?![\w.,/:-])"
COUNTED = r"\b(?:" + "|".join(NUMBER_WORDS) + r")\b"


def other_figure(random: Random, word: str) -> str:
    return str(int(word) + random.choice((1, 2, 5, 10, 30)))


def other_side(random: Random, word: str) -> str:
    return SIDES[word]


def other_count(random: Random, word: str) -> str:
    return random.choice([count for count in NUMBER_WORDS if count != word])


READ = {
    **{f"other figure, {name}": (FIGURE, other_figure, cover) for name, cover in READ_FIGURE.items()},
    **{f"other side, {name}": (SIDE, other_side, cover) for name, cover in READ_WORD.items()},
    **{f"other number word, {name}": (COUNTED, other_count, cover) for name, cover in READ_WORD.items()},
}
UNREAD = {
    **{f"other figure, {name}": (FIGURE, other_figure, cover) for name, cover in UNREAD_FIGURE.items()},
    **{f"other side, {name}": (SIDE, other_side, cover) for name, cover in UNREAD_WORD.items()},
    **{f"other number word, {name}": (COUNTED, other_count, cover) for name, cover in UNREAD_WORD.items()},
    **{f"the word itself, {name}": (WORD, as_written, cover) for name, cover in UNREAD_WORD.items()},
    **{f"the side itself, {name}": (SIDE, as_written, cover) for name, cover in UNREAD_WORD.items()},
}
ATTACKS = {**READ, **UNREAD}


def is_caught(name: str, made: Try) -> bool:
    """An unread disguise is always an error; one that is read, wherever the same change made openly is one."""
    if errors(made.pair):
        return True
    return name in READ and not errors(made.plain)


def tries(name: str, sheltered: bool) -> list[Try]:
    """Return a few attacks of one name, in the open or sheltered by a heading or a purpose."""
    made = [change(Random(f"{name}/{number}"), *ATTACKS[name]) for number in range(12)]
    return [attack for attack in made if attack is not None and attack.is_sheltered is sheltered][:4]


@pytest.mark.parametrize("name", list(UNREAD))
def test_a_disguised_word_or_figure_is_an_error(name: str) -> None:
    assert [ascii(attack.sentence) for attack in tries(name, False) if not is_caught(name, attack)] == []


@pytest.mark.parametrize("name", list(UNREAD))
def test_a_disguised_word_in_a_heading_or_a_purpose_is_an_error(name: str) -> None:
    assert [ascii(attack.sentence) for attack in tries(name, True) if not is_caught(name, attack)] == []


@pytest.mark.parametrize("name", list(READ))
def test_a_change_in_other_digits_or_letters_is_found_as_if_made_openly(name: str) -> None:
    made = tries(name, False) + tries(name, True)
    assert [ascii(attack.sentence) for attack in made if not is_caught(name, attack)] == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("step taps x10", "Step taps \uff11\uff12 times."),
        ("step taps x10", "Step taps \u0661\u0662 times."),
        ("step taps x10", "Step taps 1\u200b2 times."),
        ("step taps x10", "Step taps tw\u0435lve times."),
        ("step taps x10", "Step taps 10\u00bd times."),
        ("step taps L knee", "Step taps l\u200beft knee."),
        ("step taps L knee", "Step taps l\u0435ft knee."),
        ("step taps L knee", "Step taps \uff52\uff49\uff47\uff48\uff54 knee."),
        ("step taps L knee", "Step taps r\u0131ght knee."),
        ("LOB to L", "N\u200bo loss of balance to the left."),
    ],
)
def test_disguises_by_hand(note: str, rewrite: str) -> None:
    assert errors(Pair(note, rewrite)) != []


@pytest.mark.parametrize(
    "rewrite",
    [
        "Step taps \uff11\uff10 times, left knee.",
        "Step taps \u0661\u0660 times, left knee.",
        "Step taps 10 times, \uff4c\uff45\uff46\uff54 knee.",
        "\ufeffStep taps 10 times, left\u00a0knee.\u200b",
        "Step taps\u200b 10 times\r\nleft\u2009knee\u2028",
    ],
)
def test_what_is_read_as_equal_passes(rewrite: str) -> None:
    assert errors(Pair("step taps x10, L knee", rewrite)) == []


@pytest.mark.parametrize("name", list(LONE))
def test_a_figure_with_a_mark_is_an_error(name: str) -> None:
    random = Random(name)
    for _ in range(4):
        made = change(random, FIGURE, as_written, LONE[name])
        assert made is None or errors(made.pair), ascii(made.pair.rewrite)


PIECES = (
    "wt shift R x10", "TC @ L knee", "min A", "4/10", "no LOB", "\u200b", "\u202e", "\ufeff", "\u00ad", "\u0301",
    "ＬＯＢ ｘ２", "١٢ reps", "½", "²", "Ⅻ", "⑩", "𝟏𝟐", "lеft", "r\u0131ght", "\ufffd", "\ue000", "🙂\u200d🙂",
    "❤\ufe0f", "1\ufe0f\u20e3", "\u2028", "\x85", "\r", "\r\n", "\n\n", "\t", "\v", "\f", "\u3000", "\u2800",
    "\u3164", "İ", "ß", "ﬁ", "ǅ", "ς", "x" * 3000, "9" * 3000, "-" * 500, "(" * 300, "1/" * 80, "1-" * 80,
    "x3" * 60, "{cue1}", "{}", "%s", "\\", '"', "''", "->" * 50, "a\u0301" * 200, "\u200b" * 300, "1,000,000.5.5",
    "->", "=>", "≤ 5", "≠ 5", "٫", "−5", "１／２", "H\u2082O", "m²", "٪", "。",
)  # fmt: skip
JOINS = (" ", "", ", ", ". ", "\n", "\r\n", "\u00a0", "\u200b", "; ", " \u202e", "-", "/")


def mess(random: Random) -> str:
    """Return a text of shorthand, marks and strange characters, joined in any way."""
    text = "bal"
    for _ in range(random.randint(1, 12)):
        kind = random.random()
        if kind < 0.75:
            piece = random.choice(PIECES)
        else:
            ranges = (
                (0x20, 0x7F),
                (0xA0, 0x2FF),
                (0x300, 0x36F),
                (0x2000, 0x2BFF),
                (0xFE00, 0xFFEF),
                (0x1D400, 0x1F9FF),
            )
            piece = "".join(chr(random.randrange(*random.choice(ranges))) for _ in range(random.randint(1, 12)))
        text += random.choice(JOINS) + piece
    return text


def survives(random: Random) -> bool:
    """Judge two messes and improve one, twice: the same comes out, or the same plain refusal to read it."""
    one, two = mess(random), mess(random)

    def run() -> tuple[object, ...]:
        try:
            return to_dict(check(one, source=two)), improve(Note(two)).to_dict()
        except InputError as error:
            return (str(error),)

    return run() == run()


@settings(max_examples=30)
@given(st.integers(0, 10**9))
def test_no_text_makes_a_crash_and_twice_is_the_same(seed: int) -> None:
    assert survives(Random(seed))


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_any_two_texts_can_be_compared(one: str, two: str) -> None:
    try:
        first = to_dict(check(one, source=two))
    except InputError:
        return
    assert to_dict(check(one, source=two)) == first


def main(count: int) -> int:
    """Try `count` attacks, a fifth of them messes; print how many of each were made, caught, or missed even openly."""
    made: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    sheltered: Counter[str] = Counter()
    open_miss: Counter[str] = Counter()
    names = [*ATTACKS, *(f"{name} behind the figure itself" for name in LONE)]
    slowest = 0.0
    for number in range(count):
        random = Random(number)
        if number % 5 == 0:
            made["mess"] += 1
            begin = perf_counter()
            missed["mess"] += not survives(random)
            slowest = max(slowest, perf_counter() - begin)
            continue
        name = names[number % len(names)]
        what = ATTACKS.get(name) or (FIGURE, as_written, LONE[name.removesuffix(" behind the figure itself")])
        if (attack := change(random, *what)) is None:
            continue
        made[name] += 1
        if name in READ and not errors(attack.pair):
            open_miss[name] += 1
        if not is_caught(name, attack) and attack.is_sheltered:
            sheltered[name] += 1
        elif not is_caught(name, attack):
            missed[name] += 1
            print("PASSES:", name, ascii(attack.pair), "for", ascii(attack.sentence))
    for name in ["mess", *names]:
        shares = f"{missed[name]} passed, {sheltered[name]} passed sheltered, {open_miss[name]} even openly"
        print(f"{made[name]:6} tried, {shares}: {name}")
    print(f"{sum(made.values()):6} tried, {sum(missed.values())} passed, {sum(sheltered.values())} passed sheltered")
    print(f"slowest mess: {slowest:.2f} s for two checks and two rewrites")
    return min(1, sum(missed.values()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10000))
