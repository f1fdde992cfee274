import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from threading import get_ident
from typing import TypeVar

import pytest

from rewriter.bulk.journal import SEEN_TWICE, Journal
from rewriter.bulk.outcome import FAULT, REJECTED, Outcome
from rewriter.bulk.register import Register, read_slices
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.scribe import Scribe
from rewriter.bulk.terms import fingerprint
from tests.bulk import NOW, row

T = TypeVar("T")
TERMS = b"terms"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal(tmp_path / "bulk.journal", create=True)
    yield opened
    opened.close()


def with_register(journal: Journal, work: Callable[[Register], Awaitable[T]]) -> T:
    job = journal.begin_run(TERMS, "rows", {}, NOW)

    async def go() -> T:
        async with Scribe(journal) as scribe:
            return await work(Register(job, TERMS, scribe))

    return asyncio.run(go())


def noted(journal: Journal, some: Sequence[Row | Reject], working: Sequence[Row] = ()) -> tuple[list[str], Register]:
    """Return the ids of the rows to be done, and the register."""

    async def work(register: Register) -> tuple[list[str], Register]:
        busy = {fingerprint(TERMS, one.line) for one in working}
        return [one.id for one, _ in await register.note(some, busy)], register

    return with_register(journal, work)


def test_new_notes_are_to_be_done_once_each(journal: Journal) -> None:
    chosen, register = noted(journal, [row(1), row(2), Row("row 3", "n3", row(1).line)])
    assert chosen == ["n1", "n2"]
    assert (register.tally.read, register.tally.equal, register.tally.had) == (3, 1, 0)


def test_what_is_being_done_is_not_done_twice(journal: Journal) -> None:
    chosen, register = noted(journal, [row(1), row(2)], working=[row(1)])
    assert chosen == ["n2"]
    assert register.tally.equal == 1


def test_rejects_and_an_id_that_stands_before_two_notes_are_kept_as_rejects(journal: Journal) -> None:
    chosen, register = noted(journal, [row(1), Reject("row 8", "", "no text"), Row("row 9", "n1", row(2).line)])
    assert chosen == ["n1"]
    assert register.tally.rejected == 2
    assert [(one.place, one.reason) for one in journal.rejects(journal.job())] == [
        ("row 8", "no text"),
        ("row 9", SEEN_TWICE),
    ]


def test_what_became_of_notes_is_in_the_journal_and_counted(journal: Journal) -> None:
    outcomes = [
        Outcome("accepted", questions=("DOC130",)),
        Outcome("failed", "exhausted"),
        Outcome(FAULT, "it broke"),
        Outcome(REJECTED, "no text"),
    ]
    rows = [row(number) for number in range(4)]

    async def work(register: Register) -> Register:
        fps = [fp for _, fp in await register.note(rows, ())]
        await register.conclude(fps, outcomes)
        return register

    tally = with_register(journal, work).tally
    assert tally.statuses == {"accepted": 1, "failed": 1, FAULT: 1}
    assert tally.causes == {"exhausted": 1, "it broke": 1}
    assert (tally.rejected, tally.questions) == (1, 1)
    assert [one.outcome.status if one.outcome else "" for one in journal.notes(journal.job())] == [
        one.status for one in outcomes
    ]
    assert noted(journal, rows)[1].tally.had == 4


def test_rows_are_read_in_a_thread_of_their_own_until_a_stop() -> None:
    threads: set[int] = set()
    seen: list[Row | Reject] = []

    def rows() -> Iterator[Row]:
        number = 0
        while True:
            threads.add(get_ident())
            yield row(number)
            number += 1

    async def go() -> None:
        async for some in read_slices(rows(), lambda: len(seen) >= 400):
            seen.extend(some)

    asyncio.run(go())
    assert len(seen) == 400
    assert len(threads) == 1
    assert get_ident() not in threads


def test_what_a_source_raises_comes_through() -> None:
    def rows() -> Iterator[Row]:
        yield row(1)
        raise OSError("gone")

    async def go() -> None:
        async for _ in read_slices(rows(), lambda: False):
            pass

    with pytest.raises(OSError, match="gone"):
        asyncio.run(go())
