"""What a rule is called, as the results of a job say it: an overlay's own rules have names too."""

from collections.abc import Mapping
from typing import NamedTuple

from rewriter.bulk.journal import Journal
from rewriter.bulk.outcome import unpack_result
from rewriter.errors import PackError
from rewriter.intake import find_pack


class Named(NamedTuple):
    """A rule in words; "" where nothing is known of it, as is its level where it only asks."""

    name: str = ""
    level: str = ""


def name_rules(journal: Journal, first_with: Mapping[str, bytes]) -> dict[str, Named]:
    """Return what each rule code is called; `first_with` says under which fingerprint a result with it is kept."""
    return {code: _find(journal, code, fp) for code, fp in first_with.items()}


def _find(journal: Journal, code: str, fp: bytes) -> Named:
    result = unpack_result(journal.find_data(fp))
    for finding in result["findings"]:
        if finding["code"] == code:
            return Named(_say(finding["name"]), finding["level"])
    # What only the record asks for is no finding.
    try:
        rule = find_pack(result["versions"]["pack"].partition("@")[0], None).rules.get(code)
    except PackError:
        rule = None
    return Named(_say(rule.name)) if rule else Named()


def _say(name: str) -> str:
    return name.replace("-", " ").capitalize()
