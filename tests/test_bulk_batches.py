import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from rewriter.bulk.batches import Batches, check_server
from rewriter.bulk.calls import Stopped
from rewriter.bulk.tally import FAILING, INTERRUPTED, QUOTA
from rewriter.errors import SettingsError
from rewriter.model import Server
from rewriter.settings import load_settings
from tests.batch_server import BatchServer, Fault, completion
from tests.bulk import no_time
from tests.fault_server import NOT_JSON, Answer, FaultServer, error

T = TypeVar("T")
LINE = b'{"custom_id": "one", "body": {}}\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "requests.jsonl"
    path.write_bytes(LINE)
    return path


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer(lambda _: completion("{}")) as opened:
        yield opened


def with_batches(url: str, work: Callable[[Batches], Awaitable[T]]) -> T:
    async def go() -> T:
        batches = Batches(Server("m", load_settings(base_url=url, api_key="k", tries=3), sleep=no_time))
        try:
            return await work(batches)
        finally:
            await batches.server.aclose()

    return asyncio.run(go())


def failing(times: int, status: int, done: bool, *, of: str) -> Fault:
    """Return a fault of the first tries of a method."""
    left = [status] * times
    return lambda method, _: (left.pop(), done) if left and method == of else None


def test_a_batch_goes_to_the_server_and_its_answers_come_back(server: BatchServer, path: Path) -> None:
    async def work(batches: Batches) -> None:
        file_id = await batches.upload(path, "c1")
        assert server.files[file_id][1] == LINE
        assert server.files[file_id][0]["filename"] == "c1.jsonl"
        made = await batches.create(file_id, "c1", "abc", "job")
        assert (made.name, made.is_ended) == ("c1", False)
        assert server.requests[0]["metadata"] == {"job": "job", "chunk": "c1", "sha": "abc"}
        ended = await batches.look(made.id)
        assert ended
        assert (ended.status, ended.is_ended, ended.error_id) == ("completed", True, "")
        assert b'"custom_id": "one"' in await batches.read(ended.output_id)
        for name in (file_id, ended.output_id):
            await batches.delete(name)
        assert server.files == {}

    with_batches(server.url, work)


def test_what_is_gone_is_no_fault(server: BatchServer) -> None:
    async def work(batches: Batches) -> None:
        assert await batches.look("batch-9") is None
        assert await batches.read("file-9") == b""
        await batches.delete("file-9")

    with_batches(server.url, work)


def test_batches_and_files_are_found_by_the_name_of_their_chunk(server: BatchServer, path: Path) -> None:
    async def work(batches: Batches) -> None:
        for name in ("c1", "c2", "c22"):
            file_id = await batches.upload(path, name)
        await batches.create(file_id, "c22", "abc", "job")
        assert set(await batches.find({"c1", "c22"})) == {"c22"}
        assert [file.filename for file in await batches.find_files({"c2"})] == ["c2.jsonl"]

    with_batches(server.url, work)


@pytest.mark.parametrize("done", [True, False])
def test_a_creation_is_tried_again_but_made_once(server: BatchServer, path: Path, done: bool) -> None:
    async def work(batches: Batches) -> None:
        server.fault = failing(1, 500, done, of="POST")
        file_id = await batches.upload(path, "c1")
        server.fault = failing(1, 500, done, of="POST")
        await batches.create(file_id, "c1", "abc", "job")

    with_batches(server.url, work)
    assert (len(server.files), len(server.batches)) == (1, 1)


def test_a_file_that_was_uploaded_only_in_part_is_not_taken_for_it(server: BatchServer, path: Path) -> None:
    async def work(batches: Batches) -> str:
        server.put("c1.jsonl", LINE[:5])
        server.fault = failing(1, 500, False, of="POST")
        return await batches.upload(path, "c1")

    assert server.files[with_batches(server.url, work)][1] == LINE


def test_a_file_just_uploaded_may_not_be_found_yet(server: BatchServer, path: Path) -> None:
    async def work(batches: Batches) -> str:
        file_id = await batches.upload(path, "c1")
        kept = server.files.pop(file_id)
        seen = 0

        def appear(method: str, where: str) -> None:
            nonlocal seen
            seen += (method, where) == ("POST", "/batches")
            if seen == 2:
                server.files[file_id] = kept

        server.fault = appear
        return (await batches.create(file_id, "c1", "abc", "job")).id

    assert with_batches(server.url, work) in server.batches
    assert len(server.batches) == 1


def test_how_a_batch_failed_is_told(server: BatchServer, path: Path) -> None:
    server.fails_with = lambda *_: ("token_limit_exceeded", "Enqueued token limit reached for m. Limit: 90,000 tokens.")

    async def work(batches: Batches) -> None:
        made = await batches.create(await batches.upload(path, "c1"), "c1", "abc", "job")
        failed = await batches.look(made.id)
        assert failed
        assert (failed.is_ended, failed.is_too_large, failed.limit, failed.lacks_money) == (True, True, 90_000, False)

    with_batches(server.url, work)


@pytest.mark.parametrize(
    ("answer", "reason", "tries"),
    [(error(503), FAILING, 3), (error(401), FAILING, 1), (error(429, "insufficient_quota"), QUOTA, 1)],
)
def test_a_server_that_gives_nothing_stops_the_run(answer: Answer, reason: str, tries: int) -> None:
    async def work(batches: Batches) -> str:
        with pytest.raises(Stopped) as stopped:
            await batches.find(["c1"])
        return stopped.value.reason

    with FaultServer(lambda *_: answer) as broken:
        assert with_batches(broken.url, work) == reason
        assert len(broken.requests) == tries


def test_a_page_of_a_gateway_is_no_batch() -> None:
    async def work(batches: Batches) -> None:
        with pytest.raises(Stopped):
            await batches.find(["c1"])

    with FaultServer(lambda *_: NOT_JSON) as gateway:
        with_batches(gateway.url, work)


def test_a_halt_ends_every_wait_at_once() -> None:
    async def work(batches: Batches) -> str:
        batches.server.sleep = asyncio.sleep
        asyncio.get_running_loop().call_later(0.05, batches.halt)
        with pytest.raises(Stopped) as stopped:
            await batches.wait(3600)
        with pytest.raises(Stopped):
            await batches.wait(3600)
        return stopped.value.reason

    assert with_batches("http://127.0.0.1:1/v1", work) == INTERRUPTED


def test_only_openai_is_sent_batches() -> None:
    check_server(load_settings(base_url="https://eu.api.openai.com/v1"))
    with pytest.raises(SettingsError, match="Batch API is OpenAI's"):
        check_server(load_settings(base_url="http://127.0.0.1:8000/v1"))
