"""The garbage collector is paused for a while, and left as it was."""

import gc
from collections.abc import Iterator

import pytest

from rewriter.collector import pause_collection


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("enabled", [True, False])
def test_it_is_paused_and_left_as_it_was(enabled: bool) -> None:
    if not enabled:
        gc.disable()
    with pause_collection():
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"), pause_collection():
        raise ValueError("no")
    assert gc.isenabled()


@pytest.fixture
def nothing_frozen() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.freeze()  # as the tests begin


@pytest.mark.usefixtures("nothing_frozen")
def test_what_was_made_meanwhile_counts_as_old_and_nothing_stays_frozen() -> None:
    with pause_collection():
        made: list[object] = [[]]
    assert any(thing is made for thing in gc.get_objects(generation=2))
    assert not gc.get_freeze_count()


@pytest.mark.usefixtures("nothing_frozen")
def test_what_the_host_froze_stays_frozen() -> None:
    gc.freeze()
    with pause_collection():
        pass
    assert gc.get_freeze_count()
