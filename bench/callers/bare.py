"""The yardstick: `create()` alone, with the same request and the same reply, of which nothing is read."""

import sys

from openai import AsyncOpenAI

from bench.callers.client import Call, Row


def open_client() -> AsyncOpenAI:
    """Return a client of the server under test."""
    return AsyncOpenAI(api_key="none", base_url=sys.argv[2], max_retries=0)


def make_bare() -> Call:
    """Return the call."""
    client = open_client()

    async def call(row: Row) -> object:
        return await client.chat.completions.create(**row.body)

    return call
