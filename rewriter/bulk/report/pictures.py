"""Pictures for the report: SVG that takes its width from where it stands and its colours from the page.

Nothing in them needs to be read: each number stands beside them as text.
"""

from collections.abc import Iterable
from html import escape

# What is there is seen, however small it is beside the rest: in per cent of the width.
_LEAST = 0.6


def bar(part: float, whole: float, colour: str) -> str:
    """Return a bar of the length `part` on a track of the length `whole`; `colour` names a class of the page."""
    return _svg("bar", [_rectangle(0, 100, "track"), _rectangle(0, _per_cent(part, whole), colour)])


def stack(parts: Iterable[tuple[str, int]], whole: float, told: str = "") -> str:
    """Return the parts of a whole side by side; each is a class of the page and a length.

    `told` says the picture in words for those who do not see it; without, it is passed over.
    """
    shapes = []
    at = 0.0
    for colour, part in parts:
        width = min(_per_cent(part, whole), 100 - at)
        if part:
            shapes.append(_rectangle(at, width, colour))
        at += width
    return _svg("stack", shapes, told)


def swatch(colour: str) -> str:
    """Return a small square in a colour, for a legend."""
    return _svg("swatch", [_rectangle(0, 100, colour)])


def _svg(kind: str, shapes: Iterable[str], told: str = "") -> str:
    role = f'role="img" aria-label="{escape(told)}"' if told else 'aria-hidden="true"'
    return f'<svg class="{kind}" {role}>{"".join(shapes)}</svg>'


def _rectangle(at: float, width: float, colour: str) -> str:
    return f'<rect class="{colour}" x="{at:.2f}%" width="{width:.2f}%" height="100%"/>' if width else ""


def _per_cent(part: float, whole: float) -> float:
    return max(100 * part / whole, _LEAST) if part and whole else 0.0
