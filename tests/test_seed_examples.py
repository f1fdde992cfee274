"""The six published examples of skilled 97112 documentation: no error, and the author's own labels found again."""

from typing import Any

import pytest

from rewriter.check import check
from tests.shared_data import load_lines

EXAMPLES = load_lines("seed_examples.jsonl")
LEAST_LABELS = 43


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["id"]))
def test_published_example_has_no_error(example: dict[str, Any]) -> None:
    findings = check(example["text"]).findings
    assert [item.code for item in findings if item.level == "error"] == []


def label_found(example: dict[str, Any], label: dict[str, Any]) -> bool:
    """Tell whether a segment of the label's role overlaps the last three words before its offset."""
    text, end = example["text"], label["end"]
    start = end - len(" ".join(text[:end].split()[-3:]))
    roles = {"how", "need"} if label["role"] == "how" else {label["role"]}
    return any(s.role in roles and s.start < end and s.end > start for s in check(text).segments)


def test_author_labels_are_found_again() -> None:
    labels = [(example, label) for example in EXAMPLES for label in example["labels"]]
    hits = sum(label_found(example, label) for example, label in labels)
    print(f"labels found: {hits} of {len(labels)}")
    assert len(labels) == 46
    assert hits >= LEAST_LABELS
