"""PydanticAI in its cheapest mode for this task: the model's native JSON schema, one agent for all calls."""

import asyncio
import sys

from pydantic_ai import Agent, NativeOutput
from pydantic_ai.exceptions import UnexpectedModelBehavior
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from bench.callers.bare import make_bare, open_client
from bench.callers.client import FAULTY, GOOD, Call, Row, load_rows, serve
from bench.callers.shape import make_shape


def make_call(model: str, asks: int, first: Row) -> Call:
    """Return the call: at most `asks` requests."""
    system, _ = first.body["messages"]
    agent = Agent(
        OpenAIChatModel(model, provider=OpenAIProvider(openai_client=open_client())),
        output_type=NativeOutput(make_shape(first.fault), strict=True),
        system_prompt=system["content"],
        model_settings={"temperature": first.body["temperature"], "max_tokens": first.body["max_tokens"]},
        retries=asks - 1,
    )

    async def call(row: Row) -> object:
        return await agent.run(row.body["messages"][1]["content"])

    return call


async def main() -> None:
    """Serve the calls."""
    rows = load_rows(sys.argv[1])
    always_refused = make_call(FAULTY, 3, rows[0])

    async def faulty(row: Row) -> None:
        try:
            await always_refused(row)
        except UnexpectedModelBehavior:
            return
        raise SystemExit("PydanticAI let a faulty draft through")

    await serve(rows, {"bare": make_bare(), "PydanticAI": make_call(GOOD, 1, rows[0])}, faulty)


if __name__ == "__main__":
    asyncio.run(main())
