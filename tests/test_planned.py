"""What stands under the heading of a plan and is none."""

import pytest

from rewriter.reading import read
from rewriter.reading.facts import find_facts
from tests.one_piece import PACK


def is_planned(text: str) -> bool:
    """Tell whether the last fact of a text is a plan."""
    fact = find_facts(read(text, PACK), PACK)[-1]
    return fact.kind == "plan" or fact.polarity == "planned"


@pytest.mark.parametrize(
    "behind",
    [
        "L vestib neuritis",
        "R hip fx 6 wks",
        "Pt reports pain 3/10 today",
        "Pt denies dizziness",
        "Pt tolerated well",
        "BP 130/80",
        "Pain 4/10 end",
        "Pt left w/ sling on",
        "Denied pain",
        "Pt seen 1:1",
        "HEP given w/ pics",
        "RN aware",
    ],
)
def test_what_is_told_behind_the_plan_is_none(behind: str) -> None:
    assert not is_planned(f"P: busy background next. {behind}.")


@pytest.mark.parametrize(
    "behind",
    ["stairs", "Pt to try stairs", "Balance training 2x/wk", "Pain management", "Pt will see MD", "Curb training CGA"],
)
def test_what_is_to_come_stays_one(behind: str) -> None:
    assert is_planned(f"P: busy background next. {behind}.")
    assert is_planned(f"P: {behind}.")
