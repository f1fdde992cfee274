"""Annotations of GitHub: one command a line, at the right place, whatever a text holds."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from rewriter.annotations import annotate, annotate_fault
from rewriter.checked import Checked, Unchecked
from rewriter.cli import main
from rewriter.findings import found
from rewriter.rule import Rule
from tests.console import put

Captured = pytest.CaptureFixture[str]
TEXT = "one two\nthree four\n"


def note(text: str = TEXT, *, file: str = "a.txt", message: str = "About '{text}'.", **more: Any) -> str:
    rule = Rule("DOC999", "odd-name", more.pop("level", "error"), "need", message, "w", "s")
    finding = found(rule, text, **more)
    [line] = annotate(Checked("ask", (finding,), {}, {"rewrite": file}, {"rewrite": text}))
    return line


def test_an_annotation_says_where_what_and_why() -> None:
    assert note(span=(8, 13)) == (
        "::error file=a.txt,line=2,col=1,endLine=2,endColumn=5,title=DOC999 odd-name::About 'three'."
    )


@pytest.mark.parametrize(("level", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_each_level_has_its_command(level: str, command: str) -> None:
    assert note(span=(0, 3), level=level).startswith(f"::{command} file=")


def test_columns_are_left_out_over_several_lines() -> None:
    assert "line=1,endLine=2,title" in note(span=(4, 13))


def test_what_has_no_words_stands_at_its_anchor_or_the_first_line() -> None:
    assert "line=2,col=1,endLine=2,endColumn=10," in note(anchor=(8, 18))
    assert "file=a.txt,line=1,title=" in note()


def test_columns_count_characters() -> None:
    assert ",col=3,endLine=1,endColumn=5," in note("\U0001f600 abc", span=(2, 5))


def test_no_text_or_file_name_starts_a_command_or_ends_a_property() -> None:
    line = note("50 %\r\n::error::x", file="a,b:c%.txt", span=(0, 16))
    assert line.count("\n") == line.count("\r") == 0
    assert "file=a%2Cb%3Ac%25.txt," in line
    assert line.endswith("::About '50 %25%0D%0A::error::x'.")


def test_a_check_prints_a_line_for_each_finding_and_ends_as_ever(tmp_path: Path, capsys: Captured) -> None:
    file = put(tmp_path, "a.txt", "Patient did step taps.")
    code = main(["check", file, "--format", "github"])
    printed = capsys.readouterr().out.splitlines()
    assert main(["check", file, "--format", "json"]) == code == 1
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [re.findall(r"title=(\w+) ", line) for line in printed] == [[item["code"]] for item in told]


def test_a_batch_is_annotated_at_its_lines_with_their_ids(tmp_path: Path, capsys: Captured) -> None:
    lines = ['{"id": "n1", "rewrite": "Patient did step taps."}', "", '{"id": "n2", "rewrite": ""}']
    file = put(tmp_path, "b.jsonl", "\n".join(lines))
    assert main(["check", "--batch", file, "--format", "github"]) == 2
    *first, last = capsys.readouterr().out.splitlines()
    assert first
    assert all(f"file={file},line=1,title=" in line and "(n1)::" in line for line in first)
    assert last == f"::error file={file},line=3,title=not checked (n2)::the rewrite is empty"


def test_a_line_without_an_id_is_annotated_without_one() -> None:
    assert annotate_fault(Unchecked("b", 2, None, "no")) == "::error file=b,line=2,title=not checked::no"
