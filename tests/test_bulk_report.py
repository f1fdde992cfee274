"""The report as a whole: who and what is on it, and that it asks for nothing."""

import re
from html.parser import HTMLParser
from pathlib import Path

from rewriter.bulk.report import draw_report
from rewriter.bulk.report.examples import choose_examples
from rewriter.bulk.row import Reject, Row
from tests.exported import HOSTILE, NO_GOAL, REFUSED, REJECT, fill, note

ROWS: list[Row | Reject] = [
    note("secret-id-1", clinician="Practitioner/secret"),
    note("secret-id-2", NO_GOAL, HOSTILE),
    REJECT,
]


class Nesting(HTMLParser):
    """Fails where a tag is not closed, or has a style or a handler of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name == "style" or name.startswith("on") for name, _ in attrs), tag
        assert tag != "script"
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def draw(folder: Path, *, examples: int = 0) -> str:
    journal, job = fill(folder / "j", ROWS)
    chosen = choose_examples(journal, job, ROWS, examples) if examples else []
    html = b"".join(draw_report(journal, job, chosen)).decode()
    journal.close()
    return html


def test_the_page_names_nobody_and_quotes_nothing(tmp_path: Path) -> None:
    html = draw(tmp_path)
    for secret in ("secret", "calc", "Wt shift", "weight shift", "proprioception", str(tmp_path)):
        assert secret not in html
    assert "Clinician A" in html


def test_notes_are_quoted_only_where_asked_for(tmp_path: Path) -> None:
    html = draw(tmp_path, examples=2)
    assert html.count("<article>") == 2
    assert "Wt shift" in html
    assert "secret" not in html


def test_the_page_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    html = draw(tmp_path, examples=2)
    assert not re.search(r"(?i)\b(src|href|action|srcset)\s*=|url\(|@import|https?:", html)
    nesting = Nesting()
    nesting.feed(html.removeprefix("<!doctype html>"))
    assert nesting.open == []


def test_every_colour_of_a_picture_is_in_the_style(tmp_path: Path) -> None:
    html = draw(tmp_path)
    style = html[html.index("<style>") : html.index("</style>")]
    for colours in re.findall(r'<rect class="([^"]+)"', html):
        assert f".{colours} {{ fill:" in style


def test_a_job_without_notes_has_a_page_too(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [])
    html = b"".join(draw_report(journal, job)).decode()
    assert "What became of 0 notes" in html
    journal.close()


def test_a_job_of_refusals_has_a_page_too(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", REFUSED, "")])
    assert "Not to be certified" in b"".join(draw_report(journal, job)).decode()
    journal.close()
