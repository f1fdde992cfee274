"""Pieces of HTML that the pages of the evaluation are made of; what goes in as text is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

STYLE = Path(__file__).with_name("report.css").read_text("utf-8")


def section(title: str, *pieces: str) -> str:
    """Return a section; `pieces` are HTML."""
    return f"<section>\n<h2>{escape(title)}</h2>\n{''.join(pieces)}\n</section>"


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph of text."""
    return f"<p{_class(kind)}>{escape(text)}</p>"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """Return a table; heads and the first cell of each row are text, the other cells HTML."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return f'<div class="wide"><table{_class(kind)}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def listed(items: Iterable[str], kind: str = "") -> str:
    """Return a list of pieces of HTML; nothing for none."""
    drawn = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul{_class(kind)}>{drawn}</ul>" if drawn else ""


def folded(title: str, body: str) -> str:
    """Return what opens at a click, without a script; `title` and `body` are HTML."""
    return f"<details><summary>{title}</summary>{body}</details>"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
