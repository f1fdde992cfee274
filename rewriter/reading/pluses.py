"""What a plus says: "and" between two things, or that something was found or rated so."""

from rewriter.reading.words import Words

_SIDES = frozenset({"left", "right", "bilateral"})
_BEHIND_SIGN = frozenset({"with", "w/", "for", ".", ",", ";", ")", "\n"})
# What is positive or negative.
_TESTS = frozenset(
    "drawer lachman mcmurray thessaly fadir fadirs faber fabers slump spurling phalen tinel thomas ober homan homans "
    "trendelenburg hallpike neer hawkins kennedy speed yergason finkelstein froment cozen mill obrien apprehension "
    "relocation romberg babinski hoffman hoffmann clonus ultt apley valgus varus sulcus finklestein gufoni".split()
)
# What is found or not, and how much of it: "effusion trace + after soccer".
_SIGNS = frozenset(
    "trace effusion edema swelling clonus crepitus nystagmus redness drainage warmth ballottement laxity bruising "
    "ecchymosis erythema blanching spasm guarding tenderness".split()
)
# How the eyes beat when a positional test is positive.
_NYSTAGMUS = frozenset(
    "geotropic apogeotropic ageotropic upbeat upbeating downbeat downbeating torsional rotary rotatory "
    "nystagmus".split()
)
_AT_TIMES = frozenset({"after", "at", "on", "during", "when", "in", "post", "only", "still", "today", "now"})
_WHENEVER = frozenset("last today yesterday at on eval evaluation previously prior initially previous".split())
_BEHIND_SIDE = _BEHIND_SIGN | {"after", "at", "on", "during", "when", "in"}


def is_sign(words: Words, at: int) -> bool:
    """A plus stuck to what stands before it, and to nothing behind ("sx+"), or before a mark or "with" ("R + w/")."""
    if words.low[at] != "+" or at == 0:
        return False
    if opens_sign(words, at):
        return True
    if at + 1 < len(words.low) and words.low[at + 1][0].isdecimal():
        return True  # "+5 ply", "edema + 0.8 cm vs R"
    if words.low[at - 1] in _TESTS or words.low[at - 2 : at] == ["hallpike", "test"]:
        return True  # "anterior drawer + left mild laxity"
    if at + 1 >= len(words.low) or words.low[at + 1] in _BEHIND_SIGN:
        return True
    if not _NYSTAGMUS.isdisjoint(words.low[at + 1 : at + 3]):
        return True  # "roll test R + geotropic", "DHP + L upbeat"
    if words.low[at - 1] in _SIGNS and words.low[at + 1] in _AT_TIMES:
        return True
    if words.low[at + 1] in _SIDES and (at + 2 >= len(words.low) or words.low[at + 2] in _BEHIND_SIDE):
        return True  # "Trendelenburg + left after 6": a sign
    if (
        words.low[at + 1] in _SIDES
        and words.low[at - 1] not in _SIDES
        and words.low[at + 3 : at + 4] in (["\u00b0"], ["deg"], ["degrees"])
    ):
        return True  # "SLR + L 45 degrees": where it turned out so
    if (words.low[at + 1] == "+" and words.gap[at + 1] == "") or (words.low[at - 1] == "+" and words.gap[at] == ""):
        return True  # "sway ++"
    return words.gap[at] == "" and (words.gap[at + 1] != "" or not words.low[at + 1][0].isalnum())


def opens_sign(words: Words, at: int) -> bool:
    """A plus behind a mark and before a time says that a test was positive then: "DH neg today, + last wk"."""
    marked = at > 0 and words.low[at - 1] in (",", ";", "(", "->", "\u2192")
    return marked and words.low[at] == "+" and at + 1 < len(words.low) and words.low[at + 1] in _WHENEVER
