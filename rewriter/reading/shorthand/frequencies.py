"""How often a home health order has the therapist come: "2w3" is twice a week for three weeks."""

from rewriter.reading.words import Words

_MOST_VISITS, _MOST_WEEKS = 7, 26
# Beside these "34w2" counts a pregnancy, or how old somebody is.
_GROWN = frozenset(
    "ga gestation gestational born birth old pregnant pregnancy preterm premature early corrected adjusted delivered "
    "delivery postop post s/p age aged".split()
)
_NEAR = 3


def find_frequencies(words: Words) -> dict[int, tuple[int, str]]:
    """Return the frequencies of orders by their first word: where each ends, and what it says."""
    found: dict[int, tuple[int, str]] = {}
    at = 0
    if "w" not in words.low:
        return found
    while at + 2 < len(words.low):
        end, said = _read_orders(words, at) if words.low[at + 1] == "w" else (at, [])
        if said:
            found[at] = (end, ", ".join(said))
        at = max(end, at + 1)
    return found


def _read_orders(words: Words, at: int) -> tuple[int, list[str]]:
    """Return the end of the row of orders that begins at word `at`, and what each says: "1w1 2w4", "3w2,2w2"."""
    low, gap = words.low, words.gap
    begin, end, said = at, at, []
    visits = low[at]
    while at + 2 < len(low) and low[at + 1] == "w" and gap[at + 1] == gap[at + 2] == "":
        weeks, comma, next_visits = low[at + 2].partition(",")
        if not _is_order(visits, weeks):
            return begin, []
        said.append(_say(visits, weeks))
        end = at + 3
        goes_on = bool(comma) or (low[end + 1 : end + 2] == ["w"] and gap[end] == " ")
        at, visits = (at + 2, next_visits) if comma else (end, low[end] if end < len(low) else "")
        if not goes_on:
            break
    touches = end < len(low) and gap[end] == "" and (low[end][0].isalnum() or low[end] in ("/", "+"))
    stuck = begin > 0 and gap[begin] == "" and low[begin - 1] not in (",", ":", "(", ";", "\n")
    beside = (*low[max(0, begin - _NEAR) : begin], *low[end : end + _NEAR])
    return (begin, []) if touches or stuck or not _GROWN.isdisjoint(beside) else (end, said)


def _is_order(visits: str, weeks: str) -> bool:
    """So many visits and weeks as are ordered."""
    if not visits.isdecimal() or not weeks.isdecimal():
        return False
    return 0 < int(visits) <= _MOST_VISITS and 0 < int(weeks) <= _MOST_WEEKS


def _say(visits: str, weeks: str) -> str:
    often = f"{visits} {'time' if visits == '1' else 'times'} a week"
    return f"{often} for {weeks} {'week' if weeks == '1' else 'weeks'}"
