"""How many tokens requests take, as far as it can be told before the server counts them."""

from math import ceil

from rewriter.loop import LADDER, Ask, Limits, Usage

# Roles and the reply's schema, which a server counts as input too.
_AROUND = 200
_CHARACTERS_PER_TOKEN = 3
# Drafts by slots took 66 to 174 tokens of the 1,200 that they may: a tenth.
_LEAST_OF_ROOM = 0.1
# What the loop lets a later request grow to, and a reply after one that was cut off.
_GROWTH, _MORE_ROOM = 1.3, 2


def estimate(ask: Ask) -> int:
    """Return about how many tokens of input a request is, rather more than fewer."""
    return _AROUND + ceil(sum(len(message.text) for message in ask.messages) / _CHARACTERS_PER_TOKEN)


def find_most(ask: Ask, tries: int) -> Usage:
    """Return the most that a request may take: no token is less than a byte, and each try is read anew."""
    read = _AROUND + sum(len(message.text.encode("utf-8", "surrogatepass")) for message in ask.messages)
    return Usage(tries * read, ask.most_tokens)


def find_largest(limits: Limits) -> int:
    """Return the most tokens that one request is estimated at, reply included: the loop makes no larger ones."""
    return _AROUND + 1 + limits.tokens


def foresee(ask: Ask, limits: Limits) -> tuple[Usage, Usage]:
    """Return the least and the most that a note takes, given the first request for it.

    The least: its first draft is accepted, and is short. The most: every request of the loop, one of them again with
    more room, each reply as long as it may be, within the note's budget.
    """
    first = estimate(ask)
    least = Usage(first, ceil(ask.most_tokens * _LEAST_OF_ROOM))
    written = ask.most_tokens * (1 + _MORE_ROOM * len(LADDER))
    read = first + ceil(first * _GROWTH) * len(LADDER)
    return least, Usage(max(first, min(read, limits.tokens - written)), written)
