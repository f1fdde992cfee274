"""What is worked out of a thing is kept with it, and for nothing else."""

import gc
import pickle
import weakref
from dataclasses import dataclass, replace

import pytest

from rewriter.once import once


@dataclass(frozen=True)
class Page:
    words: tuple[str, ...]


asked: list[str] = []


@once
def count(page: Page) -> int:
    asked.append("count")
    return len(page.words)


@once
def find(page: Page, wanted: list[str]) -> list[int]:
    asked.append("find")
    return [at for at, word in enumerate(page.words) if word in wanted]


@pytest.fixture(autouse=True)
def _forget() -> None:
    asked.clear()


def test_the_second_who_asks_gets_the_very_same_answer() -> None:
    page, wanted = Page(("left", "knee")), ["knee"]
    assert find(page, wanted) is find(page, wanted)
    assert count(page) == count(page) == 2
    assert asked == ["find", "count"]


def test_equal_things_are_not_the_same_thing() -> None:
    one, other = Page(("left",)), Page(("left",))
    assert one == other
    assert count(one) == count(other)
    assert asked == ["count", "count"]
    assert count(replace(one, words=("left", "right"))) == 2


def test_with_something_else_it_is_worked_out_anew() -> None:
    page = Page(("left", "knee"))
    assert find(page, ["knee"]) == [1]
    assert find(page, ["left"]) == [0]
    assert asked == ["find", "find"]


def test_an_answer_goes_with_its_thing() -> None:
    page = Page(("left",))
    seen = weakref.ref(page)
    count(page)
    del page
    gc.collect()
    assert seen() is None


def test_a_thing_that_was_asked_can_still_be_sent_and_compared() -> None:
    page = Page(("left",))
    count(page)
    assert pickle.loads(pickle.dumps(page)) == page == Page(("left",))
