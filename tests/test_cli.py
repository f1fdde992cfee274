"""The command line: what it prints, how it ends, and that it never repeats a note where it complains."""

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rewriter import batch, cli, lines
from rewriter.check import check
from rewriter.cli import main
from rewriter.note import LONGEST
from rewriter.pack import load_pack
from rewriter.validate import Verdict
from tests.console import complaint, put, run_json

ROOT = Path(__file__).parent.parent
OPEN_NOTE = "step taps R LE w/ TC @ hip, impaired balance. 24 min"
TOO_SHORT = "step taps R LE w/ TC @ hip, impaired balance. 6 min"
GOOD = (
    "Therapist facilitated lateral weight shifting using tactile cues at the pelvis to improve balance for safe gait "
    "at home; 7 of 10 trials were steady with minimal assistance."
)
THIN = "Patient seen today."
SECRET = "zebrafinch"


def feed(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def put_lines(folder: Path, *items: object) -> str:
    lines = [item if isinstance(item, bytes) else json.dumps(item).encode() for item in items]
    return put(folder, "batch.jsonl", b"\n".join(lines) + b"\n")


def run_batch(
    capsys: pytest.CaptureFixture[str], command: str, path: str, *more: str
) -> tuple[int, list[dict[str, Any]]]:
    code = main([command, "--batch", path, *more])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


# --- improve ---------------------------------------------------------------------------------------------------------


def test_a_note_with_a_gap_needs_input_and_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = run_json(capsys, "improve", put(tmp_path, "n.txt", OPEN_NOTE))
    assert code == 1
    assert result["status"] == "needs_input"
    assert "DOC130" in [question["code"] for question in result["questions"]]
    assert list(result)[:4] == ["status", "engine", "rewrite", "segments"]


def test_an_answer_closes_the_gap_and_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", OPEN_NOTE)
    code, result = run_json(capsys, "improve", note, "--answer", "doc130=walking to the bathroom at home")
    assert (code, result["status"]) == (0, "accepted")
    assert "walking to the bathroom" in result["rewrite"]


def test_an_answer_may_hold_an_equals_sign(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", OPEN_NOTE)
    assert main(["improve", note, "--answer", "DOC140=score = 40/56"]) in (0, 1)
    assert "40/56" in capsys.readouterr().out


def test_text_asks_each_question_with_the_way_to_answer_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["improve", put(tmp_path, "n.txt", OPEN_NOTE)]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("Needs input: 1 answer needed")
    assert '--answer DOC130="..."' in printed
    assert 'Note: "step taps R LE' in printed
    assert "Options: none yet" in printed
    assert "TC = tactile cues" in printed


def test_a_refusal_says_why_first_and_withholds_the_rewrite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", TOO_SHORT)
    assert main(["improve", note]) == 1
    status, reason, *_ = capsys.readouterr().out.splitlines()
    assert status.startswith("Refused: ")
    assert "6 minutes" in reason
    _, result = run_json(capsys, "improve", note)
    assert (result["status"], result["rewrite"]) == ("refused", None)


def test_minutes_come_from_the_option_before_the_visit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", "step taps R LE w/ TC @ hip, impaired balance")
    visit = put(tmp_path, "visit.json", '{"minutes": 5, "payer": "Medicare"}')
    assert run_json(capsys, "improve", note, "--visit", visit)[1]["status"] == "refused"
    assert run_json(capsys, "improve", note, "--visit", visit, "--minutes", "25")[1]["status"] == "needs_input"


def test_standard_input_is_read_without_a_file_and_for_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, OPEN_NOTE.encode())
    _, first = run_json(capsys, "improve")
    feed(monkeypatch, OPEN_NOTE.encode())
    _, second = run_json(capsys, "improve", "-")
    assert first == second


def test_the_same_note_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", OPEN_NOTE)
    printed = []
    for form in ("text", "json") * 2:
        main(["improve", note, "--format", form])
        printed.append(capsys.readouterr().out)
    assert printed[:2] == printed[2:]


def test_other_processes_give_the_same_bytes(tmp_path: Path) -> None:
    note = put(tmp_path, "n.txt", OPEN_NOTE)
    printed = {
        subprocess.run(
            [sys.executable, "-m", "rewriter", "improve", note, "--format", "json"],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(printed) == 1


# --- characters ------------------------------------------------------------------------------------------------------


def test_windows_line_ends_count_as_characters_and_change_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "step taps R LE\r\nTC @ hip\r\nimpaired balance\r\n24 min\r\n"
    _, windows = run_json(capsys, "improve", put(tmp_path, "w.txt", text))
    _, unix = run_json(capsys, "improve", put(tmp_path, "u.txt", text.replace("\r\n", "\n")))
    assert windows["rewrite"] == unix["rewrite"]
    for item in windows["read_as"]:
        assert text[item["start"] : item["end"]] == item["text"]


@pytest.mark.parametrize("odd", ["\u0130", "\U0001f9cd\u200d\u2642\ufe0f", "e\u0301", "\u00bd", "\u2192"])
def test_offsets_are_code_points_around_odd_characters(
    odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{odd} step taps R LE w/ TC @ hip, impaired balance {odd}. 24 min"
    code, result = run_json(capsys, "improve", put(tmp_path, "n.txt", text))
    assert code in (0, 1)
    for item in result["read_as"]:
        assert text[item["start"] : item["end"]] == item["text"]


def test_letters_beyond_ascii_are_written_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", put(tmp_path, "n.txt", "\u0130zmir \U0001f600 step taps"), "--format", "json"])
    printed = capsys.readouterr().out
    assert "\\u" not in printed
    assert "\u0130zmir" in printed


def test_output_is_utf_8_whatever_the_locale_says(tmp_path: Path) -> None:
    note = put(tmp_path, "n.txt", "\u0130zmir step taps \U0001f600")
    done = subprocess.run(
        [sys.executable, "-m", "rewriter", "read", note],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "\u0130zmir" in done.stdout.decode("utf-8")


def test_a_byte_order_mark_is_no_part_of_the_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, marked = run_json(capsys, "read", put(tmp_path, "m.txt", b"\xef\xbb\xbf" + OPEN_NOTE.encode()))
    _, plain = run_json(capsys, "read", put(tmp_path, "p.txt", OPEN_NOTE))
    assert marked == plain


# --- bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["improve", "check", "read"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (SECRET.encode() + b"\xff\xfe", "not UTF-8"),
        (SECRET.encode("utf-16"), "not UTF-8"),
        (b"\xed\xa0\x80" + SECRET.encode(), "not UTF-8"),
        (SECRET.encode() + b"\x00\x01\x02", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8"),
        (SECRET.encode() + b"\x1b[31m", "binary"),
        (b"a" * (LONGEST + 1), "1,000,000"),
    ],
)
def test_unreadable_text_is_one_clear_line(
    command: str, content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = complaint(capsys, command, put(tmp_path, "n.txt", content))
    assert said in message
    assert SECRET not in message


@pytest.mark.parametrize("command", ["improve", "check", "read"])
def test_a_missing_file_or_a_folder_is_one_clear_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "No such file" in complaint(capsys, command, str(tmp_path / SECRET))
    assert "directory" in complaint(capsys, command, str(tmp_path))
    assert "cannot be read" in complaint(capsys, command, "\0")


def test_a_note_typed_in_place_of_a_file_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    assert SECRET not in complaint(capsys, "improve", f"{SECRET} wt shift R")
    assert SECRET not in complaint(capsys, "improve", "wt", "shift", SECRET)
    assert SECRET not in complaint(capsys, "improve", f"--{SECRET}")
    assert SECRET not in complaint(capsys, SECRET)
    assert SECRET not in complaint(capsys, "check", f"--explain={SECRET}")
    assert SECRET not in complaint(capsys, "improve", "--format", SECRET)
    assert SECRET not in complaint(capsys, "improve", "--profile", f"{SECRET} (choose from")


def test_five_megabytes_fail_fast(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", "gait " * 1_000_000)
    assert "too long" in complaint(capsys, "improve", note)


def test_standard_input_serves_one_text_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "only once" in complaint(capsys, "check", "-", "--source", "-")
    assert "only once" in complaint(capsys, "improve", "-", "--visit", "-")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--style", "poem"], "choose from 'proved', 'free'"),
        (["--profile", "poem"], "narrative"),
        (["--format", "xml"], "json"),
        (["--minutes", "many"], "must be a number"),
        (["--minutes", "nan"], "between 0 and 1440"),
        (["--minutes", "-3"], "between 0 and 1440"),
        (["--cpt", "99999"], "97112"),
        (["--cpt", "../core"], "97112"),
        (["--answer", f"{SECRET}"], "CODE=TEXT"),
        (["--answer", f"{SECRET}=gait"], "must name the code"),
        (["--answer", "DOC999=gait"], "no question has the code DOC999"),
        (["--answer", "DOC130="], "the answer is empty"),
        (["--answer", f"DOC130={SECRET}\udcff"], "lone surrogate"),
        (["--pack", "/nowhere/mine.toml"], "mine.toml"),
        (["--visit", "/nowhere/visit.json"], "the visit cannot be read"),
    ],
)
def test_options_that_cannot_be_used_are_named(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("improve", "check"):
        message = complaint(capsys, command, put(tmp_path, "n.txt", OPEN_NOTE), *options)
        assert said in message
        assert SECRET not in message


@pytest.mark.parametrize(
    "content",
    ["[]", "{", "nonsense", '{"minutes": "ten"}', '{"minutes": NaN}', '{"units": %s}' % ("9" * 5000), "[" * 100_000,
     '{"payer": 3}', '{"payer": "\\ud800"}', '{"minuts": 3}'],
)  # fmt: skip
def test_a_bad_visit_file_is_one_clear_line(content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    message = complaint(
        capsys, "improve", put(tmp_path, "n.txt", OPEN_NOTE), "--visit", put(tmp_path, "v.json", content)
    )
    assert "the visit" in message or "visit." in message


def test_a_text_file_given_as_a_pack_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", f"{SECRET} {OPEN_NOTE}")
    assert SECRET not in complaint(capsys, "improve", note, "--pack", note)


def test_no_command_and_unknown_commands_are_usage_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert "COMMAND" in complaint(capsys)
    assert "'improve', 'check', 'read', 'rules'" in complaint(capsys, "mend")
    assert "give the text to check" in complaint(capsys, "check")


def test_help_and_version_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (
        ["--help"],
        ["improve", "--help"],
        ["check", "--help"],
        ["read", "--help"],
        ["rules", "--help"],
        ["--version"],
    ):
        assert main(argv) == 0
        assert "rewriter" in capsys.readouterr().out


def test_a_fault_of_ours_names_its_place_and_not_the_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr("rewriter.commands.improve.improve", broken)
    assert main(["improve", put(tmp_path, "n.txt", OPEN_NOTE)]) == 2
    printed = capsys.readouterr()
    assert re.fullmatch(r"error: internal fault: KeyError at test_cli\.py:\d+\n", printed.err)
    assert printed.out == ""


# --- check -----------------------------------------------------------------------------------------------------------


def test_a_good_text_passes_and_exits_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, verdict = run_json(capsys, "check", put(tmp_path, "r.txt", GOOD))
    assert (code, verdict["verdict"]) == (0, "pass")
    assert list(verdict) == ["id", "verdict", "findings", "segments", "questions"]


def test_a_text_with_open_points_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite = put(tmp_path, "r.txt", "Therapist cued step taps.")
    assert run_json(capsys, "check", rewrite)[0] == 1
    assert main(["check", rewrite]) == 1
    printed = capsys.readouterr().out
    assert printed.split(":")[0] in ("Ask", "Revise", "Refuse")
    assert "Source: " in printed


def test_a_source_is_compared_in_both_directions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite = put(tmp_path, "r.txt", GOOD)
    source = put(
        tmp_path, "s.txt", "lat wt shift L, TC @ pelvis, impaired balance, gait at home. 7/10 steady, min A. 24 min"
    )
    code, verdict = run_json(capsys, "check", rewrite, "--source", source)
    codes = {item["code"] for item in verdict["findings"]}
    assert code == 1
    assert any(item.startswith("FID2") for item in codes)
    assert not any(
        item.startswith("FID") for item in {f["code"] for f in run_json(capsys, "check", rewrite)[1]["findings"]}
    )


def test_an_answer_licenses_what_the_source_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = put(tmp_path, "s.txt", "step taps w/ TC @ hip, impaired balance. 24 min")
    rewrite = put(
        tmp_path, "r.txt",
        "Therapist facilitated step taps using tactile cues at the hip to address impaired balance for walking to the "
        "bathroom at home, 24 minutes.",
    )  # fmt: skip

    def invented(*more: str) -> set[str]:
        _, verdict = run_json(capsys, "check", rewrite, "--source", source, *more)
        return {item["text"] for item in verdict["findings"] if item["code"].startswith("FID1")}

    assert any("bathroom" in text for text in invented())
    assert not any("bathroom" in text for text in invented("--answer", "DOC130=walking to the bathroom at home"))


def test_explain_prints_the_chain_of_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite = put(tmp_path, "r.txt", GOOD)
    assert main(["check", rewrite, "--explain"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert 'intervention: "lateral weight shifting"' in printed or 'intervention: "weight shifting"' in printed
    assert re.search(r'link: "[^"]+" \u2192 impairment: "', printed)
    _, verdict = run_json(capsys, "check", rewrite, "--explain")
    assert list(verdict)[-1] == "passed"
    assert {"code", "name", "evidence"} == set(verdict["passed"][0])
    assert "passed" not in run_json(capsys, "check", rewrite)[1]


def test_check_reads_standard_input_for_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, GOOD.encode())
    assert main(["check", "-"]) == 0
    assert capsys.readouterr().out.startswith("Pass")


def test_starting_imports_nothing_heavy() -> None:
    script = "import sys, rewriter.cli as cli; cli.main(['--version']); print(*{n.split('.')[0] for n in sys.modules})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {
        "pydantic",
        "pydantic_settings",
        "rich",
        "openai",
        "tenacity",
        "httpx",
        "fastapi",
        "asyncio",
        "numpy",
        "unittest",
    }
    assert not heavy & set(done.stdout.split())


def test_a_command_loads_no_other() -> None:
    script = "import sys, rewriter.cli as cli; cli.main(['check']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if name.startswith("rewriter.commands.")}
    assert "rewriter.commands.check" in loaded
    assert not {"rewriter.commands.bulk", "rewriter.commands.serve", "rewriter.commands.rules"} & loaded


# --- batches ---------------------------------------------------------------------------------------------------------


def test_checks_come_back_in_order_with_their_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = [{"id": f"p{number}", "rewrite": GOOD, "minutes": None, "source": None} for number in range(5)]
    code, lines = run_batch(capsys, "check", put_lines(tmp_path, *pairs))
    assert code == 0
    assert [line["id"] for line in lines] == ["p0", "p1", "p2", "p3", "p4"]
    assert all(list(line) == ["id", "verdict", "findings", "segments", "questions"] for line in lines)


def test_a_batch_says_what_single_runs_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note, rewrite, source = put(tmp_path, "n", OPEN_NOTE), put(tmp_path, "r", GOOD), put(tmp_path, "s", OPEN_NOTE)
    _, alone = run_json(capsys, "improve", note, "--minutes", "24")
    _, [line] = run_batch(capsys, "improve", put_lines(tmp_path, {"id": 7, "text": OPEN_NOTE, "minutes": 24}))
    assert line == {"id": 7, **alone}
    assert next(iter(line)) == "id"
    _, alone = run_json(capsys, "check", rewrite, "--source", source)
    _, [line] = run_batch(capsys, "check", put_lines(tmp_path, {"id": "a", "rewrite": GOOD, "source": OPEN_NOTE}))
    assert line == {**alone, "id": "a"}


def test_one_line_not_accepted_makes_the_batch_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = [{"id": 1, "rewrite": GOOD}, {"id": 2, "rewrite": THIN}, {"id": 3, "rewrite": GOOD}]
    code, lines = run_batch(capsys, "check", put_lines(tmp_path, *pairs))
    assert code == 1
    assert [line["verdict"] == "pass" for line in lines] == [True, False, True]


def test_answers_in_a_line_close_its_gap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put_lines(
        tmp_path,
        {"id": 1, "text": OPEN_NOTE},
        {"id": 2, "text": OPEN_NOTE, "answers": {"DOC130": "walking to the bathroom at home"}},
    )
    code, lines = run_batch(capsys, "improve", path)
    assert code == 1
    assert [line["status"] for line in lines] == ["needs_input", "accepted"]


def test_a_line_overrides_the_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "step taps R LE w/ TC @ hip, impaired balance"
    path = put_lines(
        tmp_path,
        {"id": 1, "text": text},
        {"id": 2, "text": text, "minutes": 25},
        {"id": 3, "text": text, "visit": {"minutes": 25}},
        {"id": 4, "text": text, "visit": {"minutes": 30}, "minutes": 4},
        {"id": 5, "text": text, "visit": {"payer": "Medicare"}, "minutes": None},
    )
    _, lines = run_batch(capsys, "improve", path, "--minutes", "5")
    assert [line["status"] == "refused" for line in lines] == [True, False, False, True, True]


NOT_DONE: list[tuple[str, object, object]] = [
    ("not valid JSON", f'{{"id": 1, "{SECRET}'.encode(), None),
    ("not valid JSON", SECRET.encode(), None),
    ("not valid JSON", b"[" * 200_000, None),
    ("too long", b'{"id": ' + b"9" * 5000 + b"}", None),
    ("not UTF-8", b'{"id": 1, "text": "\xff"}', None),
    ("not a JSON object", [1], None),
    ("not a JSON object", "text", None),
    ("not a JSON object", None, None),
    ("lacks 'id'", {"text": OPEN_NOTE, "rewrite": GOOD}, None),
    ("'id' must be", {"id": None, "text": OPEN_NOTE, "rewrite": GOOD}, None),
    ("'id' must be", {"id": True, "text": OPEN_NOTE, "rewrite": GOOD}, None),
    ("lone surrogate", {"id": "\ud800", "text": OPEN_NOTE, "rewrite": GOOD}, None),
    ("lacks '", {"id": "x"}, "x"),
    ("must be text", {"id": "x", "text": 5, "rewrite": 5}, "x"),
    ("must be text", {"id": "x", "text": None, "rewrite": None}, "x"),
    ("is empty", {"id": "x", "text": " ", "rewrite": " "}, "x"),
    ("binary", {"id": "x", "text": f"{SECRET}\x00", "rewrite": f"{SECRET}\x00"}, "x"),
    ("lone surrogate", {"id": "x", "text": f"{SECRET} \udc00", "rewrite": f"{SECRET} \udc00"}, "x"),
    ("1,000,000", {"id": "x", "text": "a" * (LONGEST + 1), "rewrite": "a" * (LONGEST + 1)}, "x"),
    ("97112", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "cpt": "00000"}, "x"),
    ("97112", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "cpt": f"{SECRET} did step taps"}, "x"),
    ("must be text", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "cpt": 97112}, "x"),
    ("minutes", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "minutes": "25"}, "x"),
    ("minutes", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "minutes": True}, "x"),
    ("minutes", b'{"id": "x", "text": "step taps", "rewrite": "step taps", "minutes": Infinity}', "x"),
    ("visit", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "visit": [3]}, "x"),
    ("visit", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "visit": {"people": "aide"}}, "x"),
    ("lone surrogate", {"id": "x", "text": OPEN_NOTE, "rewrite": GOOD, "visit": {"goals": ["\ud83d"]}}, "x"),
]


@pytest.mark.parametrize("command", ["improve", "check"])
@pytest.mark.parametrize(("said", "bad", "name"), NOT_DONE)
def test_a_bad_line_is_named_in_its_place_and_the_rest_is_done(
    command: str, said: str, bad: object, name: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {"id": "ok", "text": OPEN_NOTE, "rewrite": GOOD}
    code, lines = run_batch(capsys, command, put_lines(tmp_path, good, bad, good))
    assert code == 2
    assert [line["id"] for line in lines] == ["ok", name, "ok"]
    assert set(lines[1]) == {"id", "line", "error"}
    assert lines[1]["line"] == 2
    assert said in lines[1]["error"]
    assert SECRET not in lines[1]["error"]
    assert "internal fault" not in lines[1]["error"]


@pytest.mark.parametrize(
    "answers", [["DOC130"], {"DOC130": 3}, {"DOC999": "gait"}, {SECRET: "gait"}, {"DOC130": ""}, {"DOC130": "\ud800"}]
)
def test_bad_answers_are_a_bad_line(answers: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, [line] = run_batch(capsys, "improve", put_lines(tmp_path, {"id": "x", "text": OPEN_NOTE, "answers": answers}))
    assert (code, line["id"], line["line"]) == (2, "x", 1)
    assert SECRET not in line["error"]


def test_a_bad_source_is_a_bad_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for source in ("", 5, "\x00"):
        code, [line] = run_batch(capsys, "check", put_lines(tmp_path, {"id": 1, "rewrite": GOOD, "source": source}))
        assert (code, line["id"]) == (2, 1)
        assert "source" in line["error"]


def test_a_fault_in_one_line_leaves_the_others_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fragile(rewrite: str, **more: Any) -> Verdict:
        if SECRET in rewrite:
            raise ValueError(rewrite)
        return check(rewrite, **more)

    monkeypatch.setattr("rewriter.commands.check.check", fragile)
    code, lines = run_batch(
        capsys, "check", put_lines(tmp_path, {"id": 1, "rewrite": SECRET}, {"id": 2, "rewrite": GOOD})
    )
    assert code == 2
    assert lines[0]["error"].startswith("internal fault: ValueError")
    assert SECRET not in lines[0]["error"]
    assert lines[1]["verdict"] == "pass"


def test_blank_lines_are_skipped_but_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = json.dumps({"id": 1, "rewrite": GOOD}).encode()
    path = put(tmp_path, "b.jsonl", b"\xef\xbb\xbf" + line + b"\r\n\r\n  \n{\n" + line)
    code, lines = run_batch(capsys, "check", path)
    assert code == 2
    assert [item.get("line") for item in lines] == [None, 4, None]


def test_an_endless_line_is_one_bad_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(batch, "_MOST_LINE", 1000)
    path = put_lines(tmp_path, b"x" * 4321, {"id": 1, "rewrite": GOOD})
    code, lines = run_batch(capsys, "check", path)
    assert code == 2
    assert [(line["id"], line.get("line")) for line in lines] == [(None, 1), (1, None)]


def test_a_batch_comes_from_standard_input_for_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, json.dumps({"id": 1, "rewrite": GOOD}).encode())
    code, lines = run_batch(capsys, "check", "-")
    assert (code, len(lines)) == (0, 1)


def test_a_batch_of_nothing_gives_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_batch(capsys, "check", put(tmp_path, "b.jsonl", "\n\n")) == (0, [])


def test_a_batch_takes_no_other_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put_lines(tmp_path, {"id": 1, "text": OPEN_NOTE, "rewrite": GOOD})
    assert "--batch" in complaint(capsys, "improve", path, "--batch", path)
    assert "--batch" in complaint(capsys, "check", "--source", path, "--batch", path)
    assert "--answer" in complaint(capsys, "improve", "--batch", path, "--answer", "DOC130=gait")
    assert "directory" in complaint(capsys, "check", "--batch", str(tmp_path))
    assert "No such file" in complaint(capsys, "check", "--batch", str(tmp_path / "none"))
    assert "mine.toml" in complaint(capsys, "check", "--batch", path, "--pack", "mine.toml")


def test_explain_adds_the_evidence_to_each_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, [line] = run_batch(capsys, "check", put_lines(tmp_path, {"id": 1, "rewrite": GOOD}), "--explain")
    assert line["passed"]


def test_a_batch_gives_the_same_bytes_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put_lines(tmp_path, {"id": "\u0130", "text": OPEN_NOTE}, b"nonsense", {"id": 2, "text": TOO_SHORT})
    printed = []
    for _ in range(2):
        main(["improve", "--batch", path])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]


# --- read and rules --------------------------------------------------------------------------------------------------


def test_a_reading_points_into_the_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"Therapist facilitated step taps w/ TC @ hip to improve balance. No loss of balance. {SECRET}"
    code, reading = run_json(capsys, "read", put(tmp_path, "n.txt", text))
    assert code == 0
    assert list(reading) == ["facts", "events", "links", "unread", "read_as"]
    assert reading["facts"]
    event = reading["events"][0]
    assert list(event) == ["agent", "verb", "interventions", "cues", "start", "end"]
    assert (event["agent"], event["verb"]) == ("therapist", "facilitated")
    assert all(text[event["start"] : event["end"]].count(words) for words in event["interventions"])
    for link in reading["links"]:
        assert text[link["link_start"] : link["link_end"]] == link["link"]
        assert text[link["target_start"] : link["target_end"]] == link["target"]
        assert 0 <= link["event"] < len(reading["events"])
    for item in (*reading["unread"], *reading["read_as"]):
        assert text[item["start"] : item["end"]] == item["text"]
    assert SECRET in [item["text"] for item in reading["unread"]]


def test_read_shows_each_fact_on_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", put(tmp_path, "n.txt", f"step taps R LE, TC @ hip, no LOB. {SECRET}")]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^  cue +affirmed +tactile cues at", printed, re.M)
    assert re.search(r"^  \w+ +negated +", printed, re.M)
    assert f"Not read, kept as written: {SECRET}." in printed


def test_every_rule_is_shown_with_its_source_and_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    printed = capsys.readouterr().out
    for rule in load_pack().rules.values():
        assert f"{rule.code}  {rule.name}" in printed
    code, one = run_json(capsys, "rules", "doc130")
    assert code == 0
    [rule] = one["rules"]
    assert rule["code"] == "DOC130"
    wanted = {"name", "level", "message", "why", "source", "verified", "question", "pass", "fail"}
    assert wanted <= set(rule)
    assert len(run_json(capsys, "rules", "97112")[1]["rules"]) == len(load_pack().rules)


def test_unknown_rules_and_packs_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "DOC999" in complaint(capsys, "rules", "DOC999")
    assert "97112" in complaint(capsys, "rules", "nonesuch")
    assert SECRET not in complaint(capsys, "rules", f"{SECRET} did step taps")


# --- terminals, pipes, interruptions ---------------------------------------------------------------------------------


def test_colours_and_their_legend_come_only_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", OPEN_NOTE)
    main(["improve", note])
    plain = capsys.readouterr().out
    main(["improve", note, "--color"])
    coloured = capsys.readouterr().out
    assert "\x1b" not in plain
    legend = "colours: what why how function response need"
    bare = re.sub(r"\x1b\[\d+m", "", coloured)
    assert legend in bare
    assert bare.replace(f"{legend}\n\n", "") == plain


@pytest.mark.parametrize("argv", [["check", "FILE", "--explain"], ["read", "FILE"], ["rules", "DOC130"]])
def test_colours_change_no_word(argv: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = put(tmp_path, "n.txt", GOOD)
    argv = [note if item == "FILE" else item for item in argv]
    main([*argv, "--color"])
    coloured = capsys.readouterr().out
    main(argv)
    plain = capsys.readouterr().out
    bare = re.sub(r"\x1b\[\d+m", "", coloured)
    assert "\x1b" in coloured
    assert [line for line in plain.splitlines() if line not in bare.splitlines()] == []


def test_colour_that_runs_over_a_line_end_repeats_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(f"Therapist cued step taps to improve {'a' * n} balance." for n in range(1, 40))
    main(["check", put(tmp_path, "r.txt", text), "--color"])
    bare = re.sub(r"\x1b\[\d+m", "", capsys.readouterr().out)
    _, shown, *_ = bare.split("\n\n")
    assert shown.split() == text.split()


def test_what_asks_nothing_cannot_be_answered_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    silent = next(rule.code for rule in load_pack().rules.values() if not rule.question)
    note = put(tmp_path, "n.txt", OPEN_NOTE)
    assert f"no question has the code {silent}" in complaint(capsys, "improve", note, "--answer", f"{silent}=gait")


@pytest.mark.parametrize("width", [8, 30, 80])
def test_wrapping_keeps_every_word_in_order(width: int) -> None:
    text = "one  two\tthree\r\nfour-and-a-very-long-word \U0001f600 five\u2028six"
    spans = lines.wrap(text, width)
    assert " ".join(text[start:end] for start, end in spans).split() == text.split()
    assert all(end - start <= width or " " not in text[start:end] for start, end in spans)
    assert not any(mark in text[start:end] for start, end in spans for mark in "\r\n\u2028")


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = put_lines(tmp_path, *({"id": number, "rewrite": GOOD} for number in range(400)))
    command = [sys.executable, "-m", "rewriter", "check", "--batch", path]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == cli.PIPE_CLOSED


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_an_interruption_ends_quietly_with_130() -> None:
    # A shell makes what runs in the background deaf to Ctrl+C, and its children inherit that: here it is heard.
    start = (
        "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "runpy.run_module('rewriter', run_name='__main__')"
    )
    command = [sys.executable, "-c", start, "check", "--batch", "-"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"id": 1, "rewrite": GOOD}).encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1  # answered at once: it now waits for the next line
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


def test_typing_a_note_is_prompted_on_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, OPEN_NOTE.encode())
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    main(["read", "--format", "json"])
    printed = capsys.readouterr()
    assert "Ctrl+D" in printed.err
    assert json.loads(printed.out)["facts"]
