"""The project's own samples for prompt evaluation hold together and keep their balance."""

import re
from collections import Counter
from pathlib import Path

import pytest

from rewriter.evaluate.contradictions import find_contradictions
from rewriter.evaluate.sample import Sample, read_samples

FOLDER = Path(__file__).parent.parent / "rewriter" / "evaluate" / "samples"
SETTINGS = {
    "acute", "hand_and_ot", "home_health", "neuro_rehab", "outpatient_ortho", "paediatrics", "snf", "vestibular",
}  # fmt: skip
STYLES = {"terse", "soap", "caps", "bullets", "dictation", "prose"}


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    return [sample for path in sorted(FOLDER.glob("*.jsonl")) for sample in read_samples(path)]


def count(samples: list[Sample], group: str) -> Counter[str]:
    tags = (tag.partition(":") for sample in samples for tag in sample.tags)
    return Counter(name for kind, _, name in tags if kind == group)


def test_there_are_at_least_120_samples_with_ids_of_their_own(samples: list[Sample]) -> None:
    assert len({sample.id for sample in samples}) == len(samples) >= 120


def test_nothing_in_the_set_contradicts_itself(samples: list[Sample]) -> None:
    assert find_contradictions(samples) == []


def test_a_file_holds_the_notes_of_its_setting() -> None:
    for path in FOLDER.glob("*.jsonl"):
        assert all(f"setting:{path.stem}" in sample.tags for sample in read_samples(path))


def test_settings_and_styles_are_all_there(samples: list[Sample]) -> None:
    settings, styles = count(samples, "setting"), count(samples, "style")
    assert set(settings) == SETTINGS
    assert min(settings.values()) >= 12
    assert set(styles) == STYLES
    assert min(styles.values()) >= 12


def test_about_a_third_lacks_something_and_a_tenth_is_refused(samples: list[Sample]) -> None:
    ends = Counter(sample.expected for sample in samples)
    assert 0.28 <= ends["needs_input"] / len(samples) <= 0.4
    assert 0.08 <= ends["refused"] / len(samples) <= 0.15


def test_each_sample_says_what_must_survive_what_is_tempting_and_what_is_due(samples: list[Sample]) -> None:
    assert all(sample.facts and sample.traps and sample.questions is not None for sample in samples)


def test_the_readme_tells_the_sizes_of_the_set(samples: list[Sample]) -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert told.splitlines()[2].startswith(f"{len(samples)} therapy notes")
    for setting, size in count(samples, "setting").items():
        row = re.search(rf"^\| {setting} \| (\d+) ", told, re.MULTILINE)
        assert row
        assert int(row[1]) == size
