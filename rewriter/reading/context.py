"""Context of what is mentioned: negated, possible, planned, historical, said by the patient.

Directional cues with scopes, after the ConText algorithm (Harkema et al., 2009): a cue opens a scope to its right
(`forward`) or left (`backward`), or over its clause (`both`); a longer `pseudo` form takes a cue's words without opening one.
Scopes end at the clause, at "but" and its like, and, for a bare "no", at a comma that does not continue a list.
"""

from rewriter.reading.mentions import Mention

NEGATED, POSSIBLE, PLANNED, HISTORICAL, REPORTED, REFUSED = 1, 2, 4, 8, 16, 32
NAMES = {
    NEGATED: "negated",
    POSSIBLE: "possible",
    PLANNED: "planned",
    HISTORICAL: "historical",
    REPORTED: "reported",
    REFUSED: "refused",
}
_BITS = {
    "negation": NEGATED,
    "possible": POSSIBLE,
    "planned": PLANNED,
    "historical": HISTORICAL,
    "reported": REPORTED,
    "refusal": REFUSED | NEGATED,
}
_TURNS = frozenset({":", "but", "however", "while", "although", "though", "except", "yet", "whereas", "then", "only", ";", "\u2192", "->"})
_LISTS = frozenset({"or", "nor"})
# After these a comma goes on with the list: "denies pain, nausea".
_LISTING = frozenset({"denies", "denied", "deny", "denying", "negative", "reports", "reported", "will", "plan"})
_DOUBT_STOPS = frozenset({",", ";", "?", "(", "\u2192", "->"})
_JOINTS = frozenset({",", "+", "&", "and", "-"})
_DEEDS = frozenset({"activity", "cue", "level", "treatment", "education", "goal", "task", "duration", "code", "measure", "position", "surface"})
_REACH_BACK = 6


Scope = tuple[int, int, int]


def find_context(
    low: list[str], mentions: list[Mention], first: int, last: int
) -> tuple[list[int], list[Scope]]:
    """Return one bit set a mention, and the scopes (first word, last word, bit), of the sentence at words `first:last`."""
    bits = [0] * len(mentions)
    scopes: list[Scope] = []
    for mention in mentions:
        sense = mention.sense
        bit = _BITS.get(sense.kind)
        if bit is None:
            if sense.kind == "intact":
                _spread_intact(low, mentions, bits, mention, first)
            continue
        if sense.group == "pseudo":
            continue
        left, right = mention.first, mention.last
        if sense.group in ("forward", "both"):
            right = _end_of_scope(low, mention, last, mentions)
        if sense.group in ("backward", "both"):
            left = _start_of_scope(low, mention, first, sense.group == "both")
        scopes.append((left, right, bit))
        for at, other in enumerate(mentions):
            if left <= other.first < right and other.sense.kind != sense.kind:
                if not mention.first <= other.first < mention.last:
                    bits[at] |= bit
    for at in range(first + 1, last + 1):
        if at < len(low) and low[at] == "?" and low[at - 1] != "?":
            left = max((k + 1 for k in range(first, at) if low[k] in _DOUBT_STOPS), default=first)
            scopes.append((left, at, POSSIBLE))
            for index, other in enumerate(mentions):
                if left <= other.first < at:
                    bits[index] |= POSSIBLE
    return bits, scopes


def _end_of_scope(low: list[str], cue: Mention, last: int, mentions: list[Mention]) -> int:
    lists = low[cue.first] in _LISTING or not _LISTS.isdisjoint(low[cue.last : last])
    if cue.sense.kind in ("planned", "historical") and cue.sense.group == "both":
        lists = True
    for at in range(cue.last, last):
        word = low[at]
        if word in _TURNS and at > cue.last:
            return at
        if word == "," and not lists:
            return at
        if word in _JOINTS and cue.sense.kind == "negation" and at > cue.last and _turns_to_deeds(low, at, last, mentions):
            return at
    return last


def _turns_to_deeds(low: list[str], comma: int, last: int, mentions: list[Mention]) -> bool:
    """What follows a comma is treatment again: "denies pain, sit to stand x8"."""
    end = next((at for at in range(comma + 1, last) if low[at] in _JOINTS), last)
    here = next((mention for mention in mentions if comma < mention.first < end), None)
    return here is not None and here.sense.kind in _DEEDS


def _start_of_scope(low: list[str], cue: Mention, first: int, whole: bool) -> int:
    for at in range(cue.first - 1, first - 1, -1):
        if low[at] in _TURNS or low[at] == ",":
            return at + 1
        if not whole and cue.first - at > _REACH_BACK:
            return at
    return first


def _spread_intact(
    low: list[str], mentions: list[Mention], bits: list[int], cue: Mention, first: int
) -> None:
    """"Light touch intact" says that there is no deficit: abilities to its left in the clause are negated."""
    left = _start_of_scope(low, cue, first, False)
    for at, other in enumerate(mentions):
        if left <= other.first < cue.first and other.sense.kind in ("ability", "impairment", "symptom"):
            bits[at] |= NEGATED
