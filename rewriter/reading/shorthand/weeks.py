"""Weeks by a letter or by their share of a year: "fx 6w s/p pinning", "8w NWB", "ACLR 14/52", "r/v 3/52".

A "w" stuck to a figure is "with" behind a count.
"""

from rewriter.reading.words import Words

_MOST, _YEAR = 104, 52
# Behind so many weeks: since when, or until when.
_BEHIND = frozenset(
    "s/p p post postop out ago old since after into from of in nwb wb twb ttwb pwb wbat status status-post f/u "
    "orif tka tha rcr acl followup follow prior pregnant gestation protocol mark visit later . , ; ) \n".split(" ")
)
# Before them: what happened then, or how long.
_BEFORE = frozenset(
    "fx fracture surgery sx repair rpr recon reconstruction tka tha orif cva stroke tbi sci injury onset eval for in "
    "evaluation until til till next past last at @ ~ about approx approximately every q per over within ( + after p "
    "post".split()
)


def find_weeks(words: Words) -> dict[int, tuple[int, str]]:
    """Return what each "w" stuck to a figure, and so much of a year, says: weeks, or as it was written."""
    low, found = words.low, {}
    for at, word in enumerate(low):
        if word == "52" and at > 1 and low[at - 1] == "/" and low[at - 2].isdecimal() and 0 < int(low[at - 2]) <= _YEAR:
            found[at - 2] = (at + 1, "1 week" if low[at - 2] == "1" else f"{low[at - 2]} weeks")
            continue
        if word != "w" or not at or words.gap[at] or not low[at - 1].isdecimal() or not 0 < int(low[at - 1]) <= _MOST:
            continue
        behind = low[at + 1] if at + 1 < len(low) else "\n"
        if at + 1 < len(low) and words.gap[at + 1] == "" and behind[0].isalnum():
            continue  # "34w2"
        before = low[at - 2] if at > 1 else ""
        if behind in _BEHIND or before in _BEFORE:
            found[at] = (at + 1, "week" if low[at - 1] == "1" else "weeks")
        elif before != "x":
            found[at] = (at + 1, words.written(at, at + 1))
    return found
