"""Most of what a note says clinically is typed and bound; the floors are below what `python -m bench.reading` shows."""

from collections import Counter

import pytest

from bench.fidelity import TESTS, load
from bench.reading import measure, share
from rewriter.pack import load_pack


@pytest.mark.parametrize("name", ["styles.jsonl", "notes.jsonl"])
def test_at_least_nine_tenths_of_clinical_words_are_typed(name: str) -> None:
    counts = [counts for _, _, counts, _, _ in measure(load(TESTS / name), load_pack())]
    assert share(sum(counts, Counter[str]())) >= 90
