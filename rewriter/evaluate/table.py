"""Figures in words: how a score's values, differences and intervals are written for people, in one way everywhere."""

from rewriter.evaluate.score import YES_NO, Score
from rewriter.evaluate.statistics import Interval

NONE = "-"


def write_value(score: Score, value: float) -> str:
    """Return a mean: a share in per cent, dollars and numbers to the digits that tell something."""
    return f"{value:.1%}" if _is_share(score) else _digits(value, "")


def write_difference(score: Score, value: float) -> str:
    """Return a difference with its sign; of shares in points."""
    return f"{100 * value:+.1f}" if _is_share(score) else _digits(value, "+")


def write_amount(score: Score, value: float) -> str:
    """Return a difference without its sign, with its unit."""
    return f"{write_difference(score, abs(value)).removeprefix('+')} {write_unit(score)}".rstrip()


def write_interval(score: Score, interval: Interval | None) -> str:
    """Return the ends of an interval of differences, as `write_difference` writes them."""
    if interval is None:
        return NONE
    return f"{write_difference(score, interval.low)} to {write_difference(score, interval.high)}"


def write_unit(score: Score) -> str:
    """Return in what a score's differences count."""
    return "points" if _is_share(score) else score.unit


def write_p(p: float | None) -> str:
    """Return a p value to three digits."""
    if p is None:
        return NONE
    return "<0.001" if p < 0.001 else f"{p:.3f}"


def _is_share(score: Score) -> bool:
    return score.kind == YES_NO or score.unit == "share"


def _digits(value: float, sign: str) -> str:
    size = abs(value)
    if 0 < size < 0.1:
        return f"{value:{sign}.2g}"
    return f"{value:{sign}.{0 if size >= 100 else 1 if size >= 10 else 2}f}"
