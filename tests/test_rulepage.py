"""How rules look: every part of a rule is there, and Markdown shows the words as they are."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from rewriter.coverage import cover
from rewriter.coverage import markdown as coverage_page
from rewriter.lines import Look
from rewriter.packfile import FOLDER, Layer
from rewriter.rule import Rule
from rewriter.rulebook import Book, Entry, rule_book, whole_book
from rewriter.rulepage import markdown, text

WIDE = Look(width=1000)


def book(**more: Any) -> Book:
    table = {"name": "odd-name", "level": "warning", "check": "need", "message": "A message.", "why": "A reason."}
    rule = Rule(code="DOC999", **{**table, "source": "A source", **more})
    other = replace(rule, level="info", question="Which, if any?", parameters={"most": 3})
    variants = {"97530": other, "97535": replace(other, examples_pass=()), "97140": replace(rule, examples_fail=({},))}
    entry = Entry(rule, Layer("mine", "What is ours"), ("97112",), variants)
    return Book("97112@1", "97112 Ours", "", (entry,))


def test_text_tells_everything_of_a_rule() -> None:
    told = text(
        book(
            question="What was it?",
            options=("a", "b"),
            model="Write it.",
            covers=("TIME-4", "TIME-5"),
            refuse=True,
            profile="full",
            verified=True,
            examples_pass=({"rewrite": "good words"},),
            examples_fail=({"source": "bad note", "visit": {"units": 2, "codes": ["97112"]}, "rewrite": "x"},),
        ),
        WIDE,
    )
    assert "DOC999  odd-name  [warning, refuses the code, full profile only]" in told
    assert re.search(r"options +a; b; not done; do not recall; other\n", told)
    assert re.search(r"a model +Write it\.\n", told)
    assert re.search(r"covers +TIME-4, TIME-5\n", told)
    assert re.search(r"from +mine\n", told)
    assert re.search(r"verified +yes\n", told)
    assert 'passes    "good words"\n' in told
    assert told.endswith('fails     source "bad note"; visit "{units: 2, codes: [97112]}"')


def test_what_other_packs_say_is_told_once_for_those_that_agree() -> None:
    said = '97530, 97535: level info; question "Which, if any?"; decided by words of its own'
    assert re.search(rf"elsewhere +{re.escape(said)}", text(book(), WIDE))
    assert f"- In {said}" in markdown(book())
    assert "97140" not in markdown(book())  # it has examples of its own, and nothing else


def test_markdown_says_what_was_not_verified_and_what_nobody_is_asked() -> None:
    page = markdown(book())
    assert "Source: A source (not verified" in page
    assert "The clinician is asked nothing." in page
    assert "For a model: Leave it." in page


def test_markdown_shows_signs_as_they_are() -> None:
    page = markdown(book(message="a_b <c> [d](e) *f* | `g`", examples_fail=({"rewrite": "tick ` here"},)))
    assert r"> a\_b \<c\> \[d\](e) \*f\* \| \`g\`" in page
    assert "- Fails: `` tick ` here ``" in page


def test_every_link_of_a_page_has_its_heading() -> None:
    page = markdown(whole_book())
    anchors = [
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").replace("\\", "").lower()).replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    ]
    links = re.findall(r"\]\(#([^)]+)\)", page)
    assert len(links) > 50
    assert set(links) <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_one_rule_makes_a_page_of_its_own() -> None:
    assert "### DOC130 no-functional-tie" in markdown(rule_book("DOC130"))


def test_the_pages_in_the_packs_folder_are_the_newest() -> None:
    assert Path(FOLDER / "RULES.md").read_text("utf-8") == markdown(whole_book()) + "\n", "run: make rules"
    page = coverage_page(cover(whole_book()))
    assert Path(FOLDER / "COVERAGE.md").read_text("utf-8") == page + "\n", "run: make rules"
