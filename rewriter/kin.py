"""Words of like meaning in common English: which word may tell what another does, as a dictionary has it.

Made from WordNet (origin in NOTICE): to each word its synonyms, its more general words and the qualities near to its
own, of its commonest senses. A dictionary knows no clinic, so a word that names something clinical is never asked for.
"""

import zlib
from functools import lru_cache
from pathlib import Path

from rewriter.paraphrase import stem

_FILE = Path(__file__).parent / "packs" / "english-kin.txt.gz"
_GZIP = 31  # the format, to zlib


@lru_cache(maxsize=1)
def _kin() -> dict[str, frozenset[str]]:
    """Return for the stem of each word the stems of those that may tell it."""
    found: dict[str, set[str]] = {}
    for line in zlib.decompress(_FILE.read_bytes(), _GZIP).decode("utf-8").splitlines():
        word, *others = line.split()
        found.setdefault(stem(word), set()).update(map(stem, others))
    return {word: frozenset(others) for word, others in found.items()}


def may_tell(word: str, meant: str) -> bool:
    """Tell whether a word may be said for another: the same in other words, or less exactly.

    >>> may_tell("fastened", "locked"), may_tell("changeover", "transition"), may_tell("gravel", "grass")
    (True, True, False)
    """
    return stem(word) in _kin().get(stem(meant), ())
