"""Amounts of assistance told apart from the word: "help went from moderate to minimal"."""

# Amounts of assistance by themselves; those cut short are amounts only in a rewrite, a note's "mod" may be of cues.
AMOUNTS = {
    "minimal": "minimal",
    "moderate": "moderate",
    "maximal": "maximal",
    "minimum": "minimal",
    "maximum": "maximal",
    "min": "minimal",
    "mod": "moderate",
    "max": "maximal",
}
_CUT_SHORT = frozenset({"min", "mod", "max", "minimum", "maximum"})
_HELP = frozenset({"help", "helped", "helping"})


def is_amount(low: str, *, source: bool) -> bool:
    """Tell whether a word by itself is an amount of assistance: "moderate"; in a rewrite "mod", too."""
    return low in AMOUNTS and not (source and low in _CUT_SHORT)


def is_help(low: str) -> bool:
    """Tell whether a word speaks of assistance: "assist", "help"."""
    return low.startswith("assist") or low in _HELP
