"""Pictures of intervals and of two figures against each other, as SVG; each number stands beside them as text too."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

# Of the width and height of a picture of points, in its own units, and the room for its scale.
_WIDE, _HIGH, _EDGE = 640.0, 320.0, 48.0
_SERIES = 6


@dataclass(frozen=True, slots=True)
class Point:
    """One arm in a picture: `low` and `high` are the ends of its interval in `up`, `number` is the arm's."""

    number: int
    name: str
    across: float
    up: float
    low: float
    high: float


def whisker(value: float, low: float, high: float, least: float, most: float, number: int) -> str:
    """Return a line from `low` to `high` with a dot at `value`, on a scale from `least` to `most`.

    `number` names the colour, which is the arm's.
    """
    at, start, end = (_share(one, least, most) for one in (value, low, high))
    return (
        f'<svg class="whisker {colour(number)}" aria-hidden="true"><line class="scale" x1="0%" x2="100%" y1="50%" '
        f'y2="50%"/><line x1="{start:.1f}%" x2="{end:.1f}%" y1="50%" y2="50%"/><circle cx="{at:.1f}%" cy="50%" r="5"/>'
        "</svg>"
    )


def scatter(points: Sequence[Point], across: str, up: str) -> str:
    """Return points on two scales, each from zero; `across` and `up` name them. `up` is a share."""
    most = max((point.across for point in points), default=0.0) or 1.0
    shapes = [
        f'<line class="scale" x1="{_EDGE}" x2="{_WIDE}" y1="{_HIGH - _EDGE}" y2="{_HIGH - _EDGE}"/>',
        f'<line class="scale" x1="{_EDGE}" x2="{_EDGE}" y1="8" y2="{_HIGH - _EDGE}"/>',
        f'<text x="{_EDGE}" y="{_HIGH - 8}">0</text>',
        f'<text class="end" x="{_WIDE}" y="{_HIGH - 8}">{escape(across)}: {most:.4g}</text>',
        '<text x="0" y="20">100%</text>',
        f'<text x="0" y="{_HIGH - _EDGE}">0%</text>',
    ]
    for point in points:
        x = _EDGE + 8 + point.across / most * (_WIDE - _EDGE - 24)
        y, low, high = (8 + (1 - one) * (_HIGH - _EDGE - 8) for one in (point.up, point.low, point.high))
        shapes.append(
            f'<g class="{colour(point.number)}"><line x1="{x:.1f}" x2="{x:.1f}" y1="{high:.1f}" y2="{low:.1f}"/>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6"/></g>'
        )
    told = "; ".join(f"{point.name}: {across} {point.across:.4g}, {up} {point.up:.0%}" for point in points)
    box = f'viewBox="0 0 {_WIDE:.0f} {_HIGH:.0f}"'
    return f'<svg class="points" {box} role="img" aria-label="{escape(told)}">{"".join(shapes)}</svg>'


def dot(number: int) -> str:
    """Return a small dot in an arm's colour, for a legend."""
    return f'<svg class="dot {colour(number)}" aria-hidden="true"><circle cx="50%" cy="50%" r="5"/></svg>'


def colour(number: int) -> str:
    """Return the class of the page that colours the arm of this number; there are six, then they begin anew."""
    return f"arm{number % _SERIES}"


def _share(value: float, least: float, most: float) -> float:
    """Return where a value stands on a scale, in per cent of its length, with room for a dot at both ends."""
    width = most - least
    return 2 + 96 * (min(max(value, least), most) - least) / width if width else 50.0
