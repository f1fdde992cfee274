"""The word "re" by itself is "regarding": "reminded re hot pans". Of "re eval", "re-ed" it is a syllable."""

from rewriter.reading.words import Words

_AGAIN = frozenset(
    "ed eds eval evals evaluate evaluated evaluation cert recert check checked test tested assess assessed "
    "assessment measure measured measurement do did done try tried position positioned positioning educate educated "
    "education train trained training direct directed direction orient oriented orientation injury injured admit "
    "admitted admission fit fitted don donned wrap wrapped apply applied tape taped start started set trial trialed "
    "visit schedule scheduled issue issued attempt attempted instruct instructed instruction occur occurrence "
    "entry enter learn learning teach taught route routed fractured fracture tear tore torn rupture ruptured".split()
)


def find_regarding(words: Words) -> dict[int, tuple[int, str]]:
    """Return where "re" is "regarding": word -> (end, what it says)."""
    low, gap = words.low, words.gap
    return {
        at: (at + 1, "regarding")
        for at, word in enumerate(low)
        if word == "re"
        and 0 < at < len(low) - 1
        and words.written(at, at + 1) == "re"
        and gap[at] == gap[at + 1] == " "
        and low[at - 1][0].isalpha()
        and low[at + 1][0].isalpha()
        and low[at + 1] not in _AGAIN
    }
