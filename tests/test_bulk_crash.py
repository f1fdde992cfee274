"""A run that is killed again and again: no note is lost, none has two results, and little is asked twice."""

from collections import Counter
from pathlib import Path

import pytest

from tests.crash import WIDTH, crash

pytestmark = pytest.mark.slow


def test_every_note_has_exactly_one_result_however_often_the_run_is_killed(tmp_path: Path) -> None:
    notes = 120
    told = crash(tmp_path, notes, kills=3)
    assert told.kills == 3
    assert told.rows == notes
    assert sorted(told.results) == sorted(f"n{number}" for number in range(notes))
    assert set(told.results.values()) <= {"accepted", "failed"}
    assert Counter(told.results.values())["accepted"] > 0.9 * notes
    assert told.repeated <= told.kills * WIDTH
