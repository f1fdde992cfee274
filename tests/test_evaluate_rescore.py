from dataclasses import replace
from pathlib import Path

import pytest

from rewriter.errors import InputError
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.rescore import rescore
from tests.bulk import GOOD, OPTIONS, written
from tests.evaluated_run import COMPOSED, arm, lines
from tests.test_evaluate_perform import did

ARM = arm("http://127.0.0.1:9/v1")


def made(path: Path) -> Folder:
    folder = Folder(path)
    samples = folder.begin(lines(2), [COMPOSED, ARM], OPTIONS, 1)
    folder.write(ARM, samples, [did(written(GOOD), of=one) for one in samples])
    return folder


def test_the_same_rules_change_no_verdict(tmp_path: Path) -> None:
    source = made(tmp_path / "one")
    told = rescore(source, Folder(tmp_path / "two"), OPTIONS)
    assert list(told) == ["m arrange@1"]
    assert told["m arrange@1"].changed == ()
    assert Folder(tmp_path / "two").read()["m arrange@1"] == source.read()["m arrange@1"]


def test_other_rules_change_verdicts_and_it_says_which(tmp_path: Path) -> None:
    source = made(tmp_path / "one")
    records = source.read()["m arrange@1"]
    # As if the run had been judged by laxer rules then: what it accepted has a slot that the note does not have.
    lax = [replace(one, replies=(written({"s1": "Therapist used {cue9}."}).text,)) for one in records]
    source.write(ARM, source.samples(), lax)
    told = rescore(source, Folder(tmp_path / "two"), OPTIONS)["m arrange@1"]
    assert [(item.sample, item.one.run.status, item.other.run.status) for item in told.moved] == [
        ("e0", "accepted", "failed"),
        ("e1", "accepted", "failed"),
    ]
    assert told.unasked == 2


def test_a_run_without_records_is_said(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "one")
    folder.begin(lines(1), [COMPOSED], OPTIONS, 1)
    with pytest.raises(InputError, match="no records yet"):
        rescore(folder, Folder(tmp_path / "two"), OPTIONS)
