"""Places in texts, counted as a browser counts: in UTF-16 units, where Python counts characters."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

UTF16 = "utf16"
_LAST_OF_ONE_UNIT = "\uffff"
_PLACES = (("start", "end"), ("anchor_start", "anchor_end"))


class Ruler:
    """Converts places in one text: a character beyond U+FFFF takes two units."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, char in enumerate(text) if char > _LAST_OF_ONE_UNIT]

    def convert(self, entry: dict[str, Any]) -> None:
        """Put UTF-16 places in place of an entry's own."""
        if not self._wide:
            return
        for name in (name for pair in _PLACES for name in pair):
            if entry.get(name) is not None:
                entry[name] += bisect_left(self._wide, entry[name])


def to_utf16(result: dict[str, Any], texts: Mapping[str, str]) -> None:
    """Put UTF-16 places into a result or a verdict as JSON; `texts` are by side, "rewrite" and "source".

    Places in an answer stay as they are: an answer is shown whole.
    """
    rulers = {side: Ruler(text) for side, text in texts.items()}
    note = rulers.get("source")
    for segment in result.get("segments", ()):
        rulers["rewrite"].convert(segment)
    for sentence in result.get("sentences", ()):
        rulers["rewrite"].convert(sentence)
        for span in sentence["evidence"]:
            rulers["source"].convert(span)
    for part in result.get("parts", ()):
        rulers["source"].convert(part)
    for fact in result.get("facts", ()):
        if note and fact["from"] == "note":
            note.convert(fact)
    for item in result.get("read_as", ()):
        if note:
            note.convert(item)
    for finding in result["findings"]:
        for entry in (finding, *finding["evidence"]):
            if entry["side"] in rulers:
                rulers[entry["side"]].convert(entry)
