from datetime import date
from typing import Any

import pytest

from rewriter.errors import PackError
from rewriter.figure import build_figures, build_pairs, pick

ENTRIES = [
    {"since": "2025-01-01", "value": 1, "source": "s"},
    {"since": "2026-01-01", "value": 2, "source": "s", "verified": True},
]


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2025, 12, 31), 1), (date(2026, 1, 1), 2), (None, 2), (date(2024, 1, 1), None)],
)
def test_the_newest_figure_that_is_not_after_the_day_holds(day: date | None, value: float | None) -> None:
    figure = pick(build_figures({"cap": ENTRIES})["cap"], day)
    assert (figure.value if figure else None) == value


def test_pairs_are_lines() -> None:
    pairs = build_pairs([{"since": "2026-01-01", "source": "s", "lines": "# a remark\n97530 97116 = modifier\n"}])
    assert pairs[0].table == {("97530", "97116"): "modifier"}


@pytest.mark.parametrize(
    "entry",
    [
        {"value": 1, "source": "s"}, {"since": "soon", "value": 1, "source": "s"}, {"since": "2026-01-01", "value": 1},
        {"since": "2026-01-01", "source": "s"}, {"since": "2026-01-01", "value": 1, "source": "s", "odd": 1}, "x",
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_read_is_a_clear_error(entry: Any) -> None:
    with pytest.raises(PackError, match="figure cap"):
        build_figures({"cap": [entry]})


@pytest.mark.parametrize("line", ["97530 = modifier", "97530 97116 = maybe", "97530 97116"])
def test_a_pair_that_cannot_be_read_is_a_clear_error(line: str) -> None:
    with pytest.raises(PackError, match="cannot read the line"):
        build_pairs([{"since": "2026-01-01", "source": "s", "lines": line}])
