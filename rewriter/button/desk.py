"""Where one process reads notes and judges texts: what `pool` runs in each of its processes.

A desk holds the notes that wait for a model's reply; the service brings it. It opens no connection and logs nothing.
A text that takes too long is given up: processor time counts, so that a busy machine refuses nothing.
"""

import json
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple, NoReturn

from rewriter import rulebook
from rewriter.amend import finish, to_dict
from rewriter.batch import fault
from rewriter.button.offsets import UTF16, to_utf16
from rewriter.button.problems import FAULT, INVALID, SLOW
from rewriter.button.seal import hash_text
from rewriter.button.turn import CHECKED, DRAFT, QUESTIONS, READING, Done, Order, Refused, Told, Turn
from rewriter.check import check
from rewriter.engine import Writer
from rewriter.errors import PackError, RewriterError
from rewriter.files import check_characters
from rewriter.intake import RULE_CODE, Options, find_pack, line_options, take_line
from rewriter.loop import Reply
from rewriter.pack import load_pack
from rewriter.packfile import available
from rewriter.result import COMPOSER, VERSION, Result
from rewriter.underway import Underway, set_out
from rewriter.validate import Verdict
from rewriter.validate import to_dict as verdict_dict


class _Open(NamedTuple):
    order: Order
    note: Underway


class _TooSlow(BaseException):
    """Processor time is up. Not an Exception: nothing on the way may take it for one of its own."""


@dataclass
class Desk:
    """The notes that one process has begun, by the caller's ticket. `seconds` is the most for one text."""

    options: Options
    writer: Writer | None
    seconds: float
    _open: dict[int, _Open] = field(default_factory=dict)

    def begin(self, ticket: int, order: Order, now: datetime) -> Turn | Refused:
        """Read a note and write it plainly. Return what to ask of a model, or the result."""
        return self._guarded(lambda: self._begin(ticket, order, now))

    def go_on(self, ticket: int, reply: Reply) -> Turn | Refused:
        """Take up a model's reply. Return what to ask next, or the result."""
        held = self._open.pop(ticket)
        return self._guarded(lambda: self._step(ticket, held, reply))

    def drop(self, ticket: int) -> None:
        """Forget a note for which no reply will come."""
        self._open.pop(ticket, None)

    def check(self, order: Order) -> Turn | Refused:
        """Judge a text that somebody else wrote."""
        return self._guarded(lambda: self._check(order))

    def list_rules(self, name: str) -> bytes | Refused:
        """Return the rules of a pack, of all packs, or one rule, as JSON."""
        try:
            return _dump(rulebook.to_dict(self._find_book(name)))
        except RewriterError as error:
            return Refused(INVALID, str(error))

    def _find_book(self, name: str) -> rulebook.Book:
        if RULE_CODE.fullmatch(name):
            return rulebook.rule_book(name, self.options.overlay)
        if name == rulebook.ALL:
            return rulebook.whole_book(self.options.overlay)
        _check_code(name)
        return rulebook.pack_book(find_pack(name, self.options.overlay))

    def _guarded(self, work: Callable[[], Turn]) -> Turn | Refused:
        try:
            with _within(self.seconds):
                return work()
        except _TooSlow:
            return Refused(SLOW, f"More than {self.seconds:g} seconds of processor time.")
        except RewriterError as error:
            return Refused(INVALID, str(error))
        except Exception as error:  # its message may quote the note: only its kind and place are told
            return Refused(FAULT, fault(error))

    def _begin(self, ticket: int, order: Order, now: datetime) -> Turn:
        check_characters(order.line, "the request")
        _check_code(order.line.get("cpt"))
        intake = take_line(order.line, replace(self.options, profile=order.profile), None, now)
        note = set_out(intake, self.writer if order.by_model else None)
        told = [Told(READING, _tell_reading(note.plain)), Told(QUESTIONS, _tell_questions(note.plain.verdict))]
        if note.state is None:
            told.append(Told(DRAFT, {"by": COMPOSER}))
        return self._hold(ticket, _Open(order, note), tuple(told))

    def _step(self, ticket: int, held: _Open, reply: Reply) -> Turn:
        note = held.note.go_on(reply)
        assert note.state is not None
        last = note.state.steps[-1]
        told = Told(CHECKED, {"by": "model", "outcome": last.outcome, "codes": sorted(set(last.codes))})
        return self._hold(ticket, held._replace(note=note), (told,))

    def _hold(self, ticket: int, held: _Open, told: tuple[Told, ...]) -> Turn:
        if held.note.ask is not None:
            self._open[ticket] = held
            return Turn(told, ask=held.note.ask)
        return self._end(held, told)

    def _end(self, held: _Open, told: tuple[Told, ...]) -> Turn:
        order, intake, result = held.order, held.note.intake, held.note.end()
        record = intake.record(result)
        data = to_dict(result, record)
        data["offsets"] = order.offsets
        if order.offsets == UTF16:
            to_utf16(data, {"rewrite": result.verdict.text.text, "source": intake.note.text})
        verdict = finish(result, record).verdict
        told = (*told, Told(CHECKED, _tell_checked(verdict)))
        written = data["rewrite"] or (data["record"] or {}).get("text")
        sha256 = hash_text(written) if written else ""
        return Turn(told, done=Done(_dump(data), data["status"], sha256, data["versions"]))

    def _check(self, order: Order) -> Turn:
        line = order.line
        check_characters(line, "the request")
        _check_code(line.get("cpt"))
        options = line_options(line, replace(self.options, profile=order.profile))
        rewrite, source = line["rewrite"], line.get("source")
        verdict = check(
            rewrite,
            source=source,
            cpt=options.cpt,
            visit=options.visit,
            profile=options.profile,
            overlay=options.overlay,
            payer=options.payer,
        )
        pack = load_pack(options.cpt, options.overlay, options.payer)
        versions = {"rewriter": VERSION, "pack": f"{pack.name}@{pack.version}", "pack_sha256": pack.sha256}
        data = {**verdict_dict(verdict), "versions": versions, "offsets": order.offsets}
        if order.offsets == UTF16:
            to_utf16(data, {"rewrite": rewrite, **({"source": source} if source is not None else {})})
        told = Told(CHECKED, _tell_checked(verdict))
        return Turn((told,), done=Done(_dump(data), verdict.verdict, hash_text(rewrite), versions))


def _check_code(name: str | None) -> None:
    """Raise PackError for a code without a pack; the message does not repeat it."""
    if name is not None and name not in available():
        raise PackError(f"there is no such code here; there are packs for: {', '.join(available())}")


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Raise _TooSlow inside after so many seconds of this process's time."""
    before = signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _give_up(*_: object) -> NoReturn:
    raise _TooSlow


def _tell_reading(result: Result) -> dict[str, Any]:
    return {"facts": len(result.facts), "read_as": len(result.source.read_as)}


def _tell_questions(verdict: Verdict) -> dict[str, Any]:
    return {"questions": verdict_dict(verdict)["questions"]}


def _tell_checked(verdict: Verdict) -> dict[str, Any]:
    levels = Counter(item.level for item in verdict.findings)
    return {"by": "rules", "verdict": verdict.verdict, "findings": dict(sorted(levels.items()))}


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
