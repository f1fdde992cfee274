"""Instructor in its cheapest mode for this task: the reply by strict JSON schema."""

import asyncio
import logging
import sys

from instructor import Mode, from_openai
from instructor.core import InstructorRetryException

from bench.callers.bare import make_bare, open_client
from bench.callers.client import FAULTY, GOOD, Call, Row, load_rows, serve
from bench.callers.shape import make_shape

logging.disable(logging.ERROR)  # it logs every refused reply


def make_call(model: str, asks: int, fault: str) -> Call:
    """Return the call: at most `asks` requests."""
    client = from_openai(open_client(), mode=Mode.JSON_SCHEMA)
    shape = make_shape(fault)

    async def call(row: Row) -> object:
        return await client.chat.completions.create(
            model=model,
            messages=row.body["messages"],
            temperature=row.body["temperature"],
            max_tokens=row.body["max_tokens"],
            response_model=shape,
            max_retries=asks - 1,
        )

    return call


async def main() -> None:
    """Serve the calls."""
    rows = load_rows(sys.argv[1])
    always_refused = make_call(FAULTY, 3, rows[0].fault)

    async def faulty(row: Row) -> None:
        try:
            await always_refused(row)
        except InstructorRetryException:
            return
        raise SystemExit("Instructor let a faulty draft through")

    await serve(rows, {"bare": make_bare(), "Instructor": make_call(GOOD, 1, rows[0].fault)}, faulty)


if __name__ == "__main__":
    asyncio.run(main())
