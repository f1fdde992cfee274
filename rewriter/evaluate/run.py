"""A run: every arm over every sample in every epoch, within a budget, from wherever the last run came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from rewriter.batch import fault
from rewriter.bulk.budget import Budget
from rewriter.bulk.calls import Calls, Stopped
from rewriter.bulk.journal import Job, Journal, hold
from rewriter.bulk.outcome import FAULT
from rewriter.bulk.prices import Price, find_price
from rewriter.bulk.server import open_calls
from rewriter.bulk.tally import FINISHED, INTERRUPTED, Tally
from rewriter.errors import RewriterError
from rewriter.evaluate.arms import Arm
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.order import Order
from rewriter.evaluate.perform import perform
from rewriter.evaluate.record import Scored
from rewriter.evaluate.replies import Asking
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.task import make_task, read_log, run_tasks
from rewriter.loop import UNREACHABLE, Usage


@dataclass(frozen=True)
class Ended:
    """How a run ended (as `Tally` names it, or why it stopped), its records by arm, and how many are missing."""

    how: str
    records: Mapping[str, Sequence[Scored]]
    missing: int


def run(folder: Folder, order: Order, tally: Tally) -> Ended:
    """Do what the folder does not hold yet.

    Raises InputError, SettingsError or PromptError for what cannot be run, and JournalError where another run has the
    folder.
    """
    samples = folder.begin(order.samples, order.arms, order.options, order.epochs)
    tally.total = len(samples) * len(order.arms) * order.epochs
    path = order.replies or folder.journal
    with hold(path):
        journal = Journal(path, create=True)
        try:
            desks = [Desk(arm, order, journal, tally) for arm in order.arms]
            tasks = [make_task(desk.arm.name, samples, desk.work) for desk in desks]
            how = ""
            try:
                logs = run_tasks(tasks, folder.logs, epochs=order.epochs, at_once=order.bounds.at_once)
            except KeyboardInterrupt:
                how, logs = INTERRUPTED, {}
        finally:
            journal.close()
    records = {arm.name: folder.write(arm, samples, read_log(logs[arm.name])) for arm in order.arms if arm.name in logs}
    missing = tally.total - sum(map(len, records.values()))
    how = how or next((desk.stopped for desk in desks if desk.stopped), "")
    return Ended(how or (INTERRUPTED if missing and not tally.statuses[FAULT] else FINISHED), records, missing)


@dataclass
class Desk:
    """Where one arm's samples are done. Connections are open while some are."""

    arm: Arm
    order: Order
    journal: Journal
    tally: Tally
    stopped: str = ""
    _asking: Asking | None = None
    _price: Price | None = None
    _calls: Calls | None = None
    _busy: int = 0

    def __post_init__(self) -> None:
        writer, settings, bounds = self.arm.writer, self.arm.settings, self.order.bounds
        if writer is not None and settings is not None:
            self._price = find_price(writer.name, settings, by_hand=bounds.rates)
            Budget(self._price, bounds.money, bounds.tokens)  # what cannot be capped is said before anything is asked

    async def work(self, sample: Sample, epoch: int) -> Scored:
        """Return the record of a sample. What it raises says nothing of the note: it goes to a log."""
        self._busy += 1
        try:
            asking = self._open() if self.arm.writer else None
            transport = asking.of(epoch) if asking else None
            record = await perform(sample, epoch, self.arm, self.order.options, transport, self._price)
            self.tally.statuses[record.run.status] += 1
            self.tally.questions += len(record.run.questions)
            return record
        except Stopped as stopped:
            if self.stopped in ("", UNREACHABLE):  # why nothing more is asked tells more than that one was not reached
                self.stopped = stopped.reason
            raise
        except RewriterError:
            self.tally.rejected += 1
            raise
        except Exception as error:
            self.tally.statuses[FAULT] += 1
            raise RuntimeError(fault(error)) from None
        finally:
            self._busy -= 1
            if not self._busy and self._calls:
                await self._calls.aclose()

    def _open(self) -> Asking:
        """Return what asks; the budget left is known only once the arms before this one are done."""
        if self._asking is None:
            assert self.arm.writer is not None
            assert self.arm.settings is not None
            writer, settings, order = self.arm.writer, self.arm.settings, self.order
            job = self._begin_job()
            if not order.offline:
                spent = self.journal.jobs()
                used = sum((one.usage for one in spent), Usage())
                cost = float(sum((Decimal(str(one.cost)) for one in spent), Decimal(0)))
                self._calls = open_calls(writer, settings, order.bounds, used=used, cost=cost)
            self._asking = Asking(self.arm, self.journal, job, self._calls, self.tally)
        return self._asking

    def _begin_job(self) -> Job:
        digest = bytes.fromhex(self.arm.digest(self.order.options))
        return self.journal.begin_run(digest, self.arm.name, {"evaluation": self.arm.name}, datetime.now())
