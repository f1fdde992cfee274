"""Facts that name a daily task and nothing else."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.facts.tasks import is_task

PACK = load_pack("97535")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("toilet transfer w/ grab bar", True),
        ("wife helped w/ toilet transfer", False),
        ("toilet transfer not tried", False),
        ("toilet transfer improved", False),
        ("goal: toilet transfer", False),
    ],
)
def test_help_is_given_for_a_daily_task_that_is_only_named(text: str, named: bool) -> None:
    assert any(map(is_task, find_facts(read(text, PACK), PACK))) is named
