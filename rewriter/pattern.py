"""Regular expressions that are compiled when they are first used: to compile all would take a third of a cold start."""

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled expression; each of its ways to be matched is looked up once."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        way = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, way)
        return way


def late(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return what stands for `re.compile(expression, flags)`; `re` and the `re` of a match know only the latter.

    >>> late("a+").sub("b", "caat")
    'cbt'
    """
    return cast("re.Pattern[str]", _Late(expression, flags))
