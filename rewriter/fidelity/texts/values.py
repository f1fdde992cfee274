"""The same value in other words: days and months by any name, a fraction as a percentage, a time as two figures.

Values meet here, whatever they are written with; what they belong to is decided elsewhere (see `bindings`).
"""

from rewriter.calendar import DAYS, MONTHS
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.quantities.units import UNITS

_OF_TIME = (*DAYS, *MONTHS)
WEEKS = frozenset("week weeks wk wks month months mo mos year years yr yrs".split())
VISITS = frozenset("visit visits session sessions treatment tx appointment".split())
# A value told as the same as before.
SAME = frozenset(
    "unchanged same identical constant remain remains remained remaining stay stays stayed static unaltered "
    "maintained".split()
)
# Every word that may name a day or a month.
NAMES_OF_TIME = frozenset(_OF_TIME) | {f"{word}'s" for word in _OF_TIME}
# Words too: they name a day or a month only behind a word of time or before a figure, or with a capital inside a line.
_DOUBTFUL = frozenset({"sat", "sun", "mon", "wed", "mar", "march", "may", "fri", "dec", "jan", "jun"})
_TIME_WORDS = frozenset(
    "on since until till til by next last this every each thru from through before after due".split()
)
_FRACTIONS = {f"{part}/{whole}": part / whole for whole in (2, 3, 4, 8, 16) for part in range(1, whole)}
_SMALL = {"eighth": 1 / 8, "eighths": 1 / 8, "sixteenth": 1 / 16, "sixteenths": 1 / 16}
_INCHES = frozenset({"inch", "inches", "in", '"'})
_SHARES = {"half": 0.5, "halves": 0.5, "quarter": 0.25, "quarters": 0.25, "fourths": 0.25, "thirds": 2 / 3}
_FIRST = "0123456789."
_PLAIN = frozenset(_FIRST)
_CLOSE = 0.01
_EXACT = 7  # from so many figures on "g" rounds


def name_of_time(low: list[str], at: int, written: str, opens: bool) -> str:
    """Return the key of the weekday or month that word `at` names, "" where it names none.

    `written` is the word as written, `opens` tells whether it opens a sentence.

    >>> name_of_time(["since", "sun"], 1, "sun", False), name_of_time(["sat", "up"], 0, "Sat", True)
    ('day:sunday', '')
    """
    word = low[at].removesuffix("'s")
    key = f"day:{DAYS[word]}" if word in DAYS else (f"month:{MONTHS[word]}" if word in MONTHS else "")
    if not key or word not in _DOUBTFUL:
        return key
    behind = at > 0 and low[at - 1] in _TIME_WORDS
    before_figure = word in MONTHS and at + 1 < len(low) and low[at + 1][0].isdecimal()
    titled = written[:1].isupper() and written[1:].islower() and not opens
    return key if behind or before_figure or titled else ""


def plain(figure: str) -> str:
    """Return a figure without the marks and zeros that do not change it.

    >>> plain("4.0"), plain("360s"), plain("12"), plain("2+")
    ('4', '360', '12', '2+')
    """
    if figure[:1] not in _FIRST or (figure.isdecimal() and figure[0] != "0" and len(figure) < _EXACT):
        return figure
    bare = figure.removesuffix("s")
    if not bare or not _PLAIN.issuperset(bare) or bare.count(".") > 1 or bare == ".":
        return figure
    return f"{float(bare):g}"


def share(family: str, value: str, figure: str) -> float | None:
    """Return the part of a whole that a ratio, a percentage or half of a unit tells, None for another value.

    >>> share("ratio", "1/2", "1/2"), share("percent", "50 percent", "50"), share("ratio", "4/10", "4/10")
    (0.5, 0.5, None)
    """
    if figure in ("0.5", ".5"):
        return 0.5
    if family == "percent" and value.partition(" ")[0].replace(".", "", 1).isdecimal():
        return float(value.partition(" ")[0]) / 100
    if family == "number" and value[:2] in ("0.", ".") and value.replace(".", "", 1).isdecimal():
        return float(value)  # ".40" for 40 %
    return _FRACTIONS.get(value) if family == "ratio" else None


def shares_told(low: list[str]) -> list[float]:
    """Return the parts of a whole that a text tells in words: "half of the trials", "three quarters"."""
    found = []
    for at, word in enumerate(low):
        if word in _SHARES and low[at + 1 : at + 2] != ["kneel"]:
            times = NUMBER_WORDS.get(low[at - 1], 1) if at and word != "thirds" else 1
            found.append(_SHARES[word] * times)
        elif word == "third" and at and low[at - 1] in ("one", "a"):
            found.append(1 / 3)
        elif word in _SMALL and not _INCHES.isdisjoint(low[at + 1 : at + 4]):
            found.append(_SMALL[word] * (NUMBER_WORDS.get(low[at - 1], 1) if at else 1))  # "three-eighths inch"
    return found


def is_share(one: float | None, others: list[float]) -> bool:
    """Tell whether one of the parts of a whole is this one."""
    return one is not None and any(abs(one - other) < _CLOSE for other in others)


def parts_of_prime(value: str) -> list[str]:
    r"""Return what a value with primes may tell: both figures, the clock, and all of it in the smaller unit.

    >>> parts_of_prime('2\'10"')
    ['2', '10', '120', '2:10', '130']
    """
    first, prime, rest = value.partition("'")
    rest = rest.rstrip("\"'")
    if not prime or not first.isdecimal() or not rest.isdecimal():
        return []
    whole = int(first) * 60
    return [first, rest, str(whole), f"{first}:{rest}", str(whole + int(rest))]


def singles(low: list[str]) -> frozenset[str]:
    """Return the units of which a text tells one without a figure: "in under a minute", "a min", "a minute's rest"."""
    told = (low[at + 1].removesuffix("'s") for at, word in enumerate(low[:-1]) if word in ("a", "an", "one"))
    return frozenset(UNITS[word][1] for word in told if word in UNITS)
