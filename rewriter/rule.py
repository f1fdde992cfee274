"""Rules: the tables of a pack that say what is checked, how grave it is, and what is said and asked about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from rewriter.errors import PackError

LEVELS = ("error", "warning", "info")
OFF = "off"
PROFILES = ("narrative", "full")
# With every question, so that it never leads.
WAYS_OUT = ("not done", "do not recall", "other")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack.

    `profile` is the least profile it belongs to: what is "full" is not asked of a bare narrative. `verified` says
    that the cited passage was found and read. `covers` names the entries of the rule catalogue that it decides. `rank`
    is 0 where a question is always asked; of warnings with a rank the lowest are asked, and no more than a few.
    What several findings would ask is one question where there is a `question_many`. While the rule that `behind`
    names is asked about, this one is not: an answer there mostly answers it too.
    """

    code: str
    name: str
    level: str
    check: str
    message: str
    why: str
    source: str
    verified: bool = False
    refuse: bool = False
    profile: str = "narrative"
    model: str = ""
    question: str = ""
    question_many: str = ""
    behind: str = ""
    options: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    rank: int = 0
    parameters: Mapping[str, Any] = field(default_factory=dict)
    examples_pass: tuple[Mapping[str, Any], ...] = ()
    examples_fail: tuple[Mapping[str, Any], ...] = ()

    def is_in(self, profile: str) -> bool:
        """Tell whether the rule is checked under `profile`."""
        return self.profile == PROFILES[0] or PROFILES.index(self.profile) <= PROFILES.index(profile)


def offered(options: Sequence[str]) -> tuple[str, ...]:
    """Return a question's options as they are offered: its own, and always a way out."""
    return (*options, *(extra for extra in WAYS_OUT if extra not in options))


_RENAMED = {"pass": "examples_pass", "fail": "examples_fail"}
_NAMES = frozenset(item.name for item in fields(Rule)) - {"code"}
_NEEDED = frozenset({"name", "level", "check", "message", "why", "source"})


def build_rules(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Rule]:
    """Return the rules of a pack by code, in the order of their codes; those switched off are left out.

    Raises PackError for an unknown or missing key, and for a level or profile that there is not.
    """
    rules = {code: _build(code, table) for code, table in sorted(tables.items())}
    return {code: rule for code, rule in rules.items() if rule.level != OFF}


def _build(code: str, table: Mapping[str, Any]) -> Rule:
    values = {_RENAMED.get(key, key): value for key, value in table.items()}
    if unknown := sorted(set(values) - _NAMES):
        raise PackError(f"rule {code}: unknown key {unknown[0]!r}")
    if missing := sorted(_NEEDED - set(values)):
        raise PackError(f"rule {code}: lacks {', '.join(missing)}")
    for key in _RENAMED.values():
        values[key] = tuple({"rewrite": item} if isinstance(item, str) else item for item in values.get(key, ()))
    for key in ("options", "covers"):
        values[key] = tuple(values.get(key, ()))
    rule = Rule(code=code, **values)
    if rule.level not in (*LEVELS, OFF):
        raise PackError(f"rule {code}: level must be one of {', '.join((*LEVELS, OFF))}")
    if rule.profile not in PROFILES:
        raise PackError(f"rule {code}: profile must be one of {', '.join(PROFILES)}")
    return rule
