"""Tokens that may be used once: each is remembered for as long as it could come again."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rewriter.button.problems import BUSY, Problem, wait_for
from rewriter.button.settings import Issuer
from rewriter.button.tokens import BadToken

_LONGEST_ID = 256
_LONGEST_LIFE = 3600.0  # seconds: what lives longer would have to be remembered longer
_MOST = 100_000


class Replayed(BadToken):
    """A token that came before."""


@dataclass
class Replays:
    """The ids of tokens that came, each with the moment from which on its token is too old anyway."""

    _known: set[tuple[str, str]] = field(default_factory=set)
    _ends: list[tuple[float, tuple[str, str]]] = field(default_factory=list)

    def take(self, issuer: Issuer, claims: Mapping[str, Any], now: float) -> None:
        """Remember a token whose signature and times hold.

        Raises BadToken where it has no id or lives too long, Replayed where it came before, and Problem (503) where
        there are too many: none is forgotten early.
        """
        name, issued, ends = claims.get("jti"), claims["iat"], claims["exp"]
        if not isinstance(name, str) or not 0 < len(name) <= _LONGEST_ID:
            raise BadToken
        if not isinstance(issued, int | float) or not isinstance(ends, int | float) or ends - issued > _LONGEST_LIFE:
            raise BadToken
        while self._ends and self._ends[0][0] < now:
            self._known.discard(heapq.heappop(self._ends)[1])
        key = issuer.name, name
        if key in self._known:
            raise Replayed
        if len(self._ends) >= _MOST:
            raise Problem(BUSY, headers=wait_for(60))
        self._known.add(key)
        heapq.heappush(self._ends, (ends + issuer.leeway, key))
