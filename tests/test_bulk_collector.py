from collections import Counter
from pathlib import Path

import pytest

from rewriter.bulk.rounds import BatchRunner
from rewriter.bulk.tally import FAILING, FINISHED, INTERRUPTED, QUOTA
from rewriter.settings import Settings
from tests.batch_run import ROWS, go, minutes_of, number_of, weigh, well
from tests.batch_server import BatchServer, Json, Line, draft, refusal
from tests.bulk import GOOD, results, row

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _as_openai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Settings, "is_openai", True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bulk.journal"


def test_expired_and_failed_lines_are_sent_again_and_answered_ones_are_not(path: Path) -> None:
    tried: Counter[str] = Counter()

    def script(line: Json) -> Line:
        tried[line["custom_id"]] += 1
        kind = minutes_of(line) % 5
        if tried[line["custom_id"]] > 1:
            return well(line)
        return ["batch_expired", refusal(500), None, refusal(429), draft(GOOD)][kind]

    with BatchServer(script, ends_as=lambda number: "completed" if number else "expired") as server:
        runner, how = go(path, server, ROWS)
        assert how == FINISHED
        assert len(server.batches) == 2
        assert set(server.answered.values()) == {1}
        assert server.files == {}
    assert set(results(path).values()) == {"accepted"}
    assert runner.tally.calls == 12
    assert set(tried.values()) == {1, 2}


def test_a_line_that_fails_for_good_is_not_sent_again_in_this_run(path: Path) -> None:
    broken: set[str] = set()

    def script(line: Json) -> Line:
        broken.add(line["custom_id"]) if not broken else None
        return refusal(400) if line["custom_id"] in broken else well(line)

    with BatchServer(script) as server:
        runner, how = go(path, server, ROWS)
        assert how == FINISHED
        assert len(server.batches) == 1
        assert Counter(results(path).values()) == {"accepted": 11, "failed": 1}
        assert runner.tally.causes == {"unreachable": 1}
        broken.add("nothing")
        broken.intersection_update({"nothing"})
        # What did not come through is tried again by the next run, and only that.
        again, _ = go(path, server, ROWS)
    assert (again.tally.had, again.tally.done) == (11, 1)
    assert set(results(path).values()) == {"accepted"}


def test_a_line_that_never_has_an_answer_is_given_up_after_three_batches(path: Path) -> None:
    with BatchServer(lambda line: None) as server:
        _, how = go(path, server, ROWS)
        assert how == FINISHED
        assert len(server.batches) == 3
    assert set(results(path).values()) == {"failed"}


def test_answers_of_others_and_lines_that_say_nothing_are_passed_over(path: Path) -> None:
    def script(line: Json) -> Line:
        line["custom_id"] = line["custom_id"] if number_of(line) else "somebody-else"
        return well(line)

    with BatchServer(script) as server:
        _, how = go(path, server, ROWS[:2])
        assert how == FINISHED
    assert set(results(path).values()) == {"failed"}


def test_no_money_with_the_server_ends_the_run_and_keeps_what_came(path: Path) -> None:
    def script(line: Json) -> Line:
        return refusal(429, "insufficient_quota") if minutes_of(line) % 2 else well(line)

    with BatchServer(script) as server:
        runner, how = go(path, server, ROWS)
        assert how == QUOTA
        assert len(server.batches) == 1
        assert server.files == {}
    came = Counter(results(path).values())
    assert came["accepted"] == runner.tally.calls
    assert came["accepted"] + came[""] == 12
    assert 0 < came["accepted"] < 12


def test_a_batch_that_fails_for_lack_of_money_ends_the_run(path: Path) -> None:
    with BatchServer(well, fails_with=lambda *_: ("insufficient_quota", "You exceeded your current quota")) as server:
        _, how = go(path, server, ROWS)
        assert how == QUOTA
        assert server.files == {}


def test_batches_that_fail_in_a_row_end_the_run(path: Path) -> None:
    with BatchServer(well, fails_with=lambda *_: ("invalid_json_line", "no")) as server:
        _, how = go(path, server, ROWS)
        assert how == FAILING
        assert len(server.batches) == 3
    assert set(results(path).values()) == {"failed"} or "" in results(path).values()


def test_too_many_tokens_at_once_makes_smaller_batches_that_wait_for_each_other(path: Path) -> None:
    most = 20_000
    waiting: list[int] = []

    def refuse(number: int, lines: list[Json]) -> tuple[str, str] | None:
        size = sum(map(weigh, lines))
        waiting.append(size)
        return ("token_limit_exceeded", f"Enqueued token limit reached. Limit: {most:,}") if size > most else None

    with BatchServer(well, fails_with=refuse) as server:
        _, how = go(path, server, [row(number) for number in range(40)])
        assert how == FINISHED
        assert server.files == {}
    assert set(results(path).values()) == {"accepted"}
    assert waiting[0] > most
    assert all(size <= most for size in waiting[1:])
    assert len(waiting) > 2


def test_a_server_that_does_not_say_its_limit_is_sent_half(path: Path) -> None:
    def refuse(number: int, lines: list[Json]) -> tuple[str, str] | None:
        return ("token_limit_exceeded", "Too much.") if len(lines) > 5 else None

    with BatchServer(well, fails_with=refuse) as server:
        _, how = go(path, server, ROWS)
        assert how == FINISHED
    assert set(results(path).values()) == {"accepted"}


def test_a_batch_that_the_server_forgot_is_asked_again(path: Path) -> None:
    runners: list[BatchRunner] = []
    with BatchServer(well, looks=100) as server:

        def stop(method: str, where: str) -> None:
            if method == "GET":
                runners[0].stop(INTERRUPTED)

        server.fault = stop
        go(path, server, ROWS, begin=runners.append)
        server.fault = lambda method, where: None
        server.batches.clear()
        server.looks = 1
        _, how = go(path, server, ROWS)
        assert how == FINISHED
    assert set(results(path).values()) == {"accepted"}
