"""A model's replies, kept by what was asked: the same request in the same epoch is asked once, whatever happens.

They are kept in a journal of bulk, in its table of replies, before they count: a killed run repeats at most what was in
flight. The key is the request itself, not the note, so that replies outlive a change of the rules: what is still asked
in the same words is not asked again. Where the server was is no part of it, as it is not in bulk: a model of one name
is taken to be one model. Bulk's own replies stand beside them under the keys of their notes, and only until the note is
done; nothing of them could be shared.
"""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field

from rewriter.bulk.calls import Calls, Stopped
from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.tally import Tally
from rewriter.evaluate.arms import Arm
from rewriter.loop import REPLY_SCHEMA, UNREACHABLE, Ask, Reply
from rewriter.prompt import Prompt

# Why a run ends that may not ask.
OFFLINE = "offline"
_SIZE = 16


@dataclass
class Asking:
    """What asks for one arm: the journal first, then the server. `calls` is None where nothing may be asked."""

    arm: Arm
    journal: Journal
    job: Job
    calls: Calls | None
    tally: Tally

    def of(self, epoch: int) -> "EpochAsking":
        """Return the transport for one run of a sample."""
        return EpochAsking(self, epoch)


@dataclass
class EpochAsking:
    """The transport of one sample's run in one epoch. A request that is made again within it is another one."""

    asking: Asking
    epoch: int
    _made: Counter[bytes] = field(default_factory=Counter)

    async def reply(self, ask: Ask, prompt: Prompt) -> Reply:
        """Return the reply to a request, kept or new. Raises Stopped where it may not be asked or was not answered.

        That a server was not reached says nothing of its model: such a run is left for the next time.
        """
        key = address(self.asking.arm, ask, prompt, self.epoch)
        number = self._made[key]
        self._made[key] += 1
        kept = self.asking.journal.find_replies(key)
        if number < len(kept):
            return kept[number]
        if self.asking.calls is None:
            raise Stopped(OFFLINE)

        async def keep(reply: Reply, cost: float) -> None:
            self.asking.journal.add_reply(self.asking.job, key, number, reply, cost)
            tally = self.asking.tally
            tally.calls += 1
            tally.usage += reply.usage
            tally.cost += cost

        reply = await self.asking.calls.reply(ask, keep)
        if reply.outcome == UNREACHABLE:
            raise Stopped(UNREACHABLE)
        return reply

    async def aclose(self) -> None:
        """Do nothing: the connections are the arm's."""


def address(arm: Arm, ask: Ask, prompt: Prompt, epoch: int) -> bytes:
    """Return the 16 bytes under which the reply to a request is kept."""
    said = {
        "model": arm.writer.name if arm.writer else "",
        "parameters": arm.parameters,
        "temperature": prompt.temperature,
        "schema": REPLY_SCHEMA,
        "messages": [[message.role, message.text] for message in ask.messages],
        "most_tokens": ask.most_tokens,
        "epoch": epoch,
    }
    written = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).digest()[:_SIZE]
