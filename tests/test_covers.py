"""What mentions say of words: a rewrite may name the service that is billed, and no other thing it holds."""

import pytest

from rewriter.fidelity import compare
from rewriter.improve import improve
from rewriter.note import Note
from rewriter.pack import load_pack
from rewriter.packfile import FOLDER
from rewriter.reading import read
from rewriter.result import Status
from rewriter.visit import Visit

CODES = sorted(path.stem for path in FOLDER.glob("9*.toml"))


def errors_of(note: str, rewrite: str, cpt: str) -> list[str]:
    pack = load_pack(cpt)
    found = compare([read(note, pack)], read(rewrite, pack), Visit(), pack)
    return [item.text for item in found if item.level == "error" and item.side == "rewrite"]


@pytest.mark.parametrize("cpt", CODES)
@pytest.mark.parametrize("text", ["seated reach x10, VC for trunk ext. fatigued", "curb min A x4, VC lean fwd, LOB x1"])
def test_a_note_that_does_not_name_its_service_is_drafted_under_every_code(text: str, cpt: str) -> None:
    assert improve(Note(text, cpt, Visit(minutes=15))).status is not Status.FAILED


def test_the_billed_service_is_named_by_the_code() -> None:
    note, rewrite = "curb min A x4", "Wheelchair management: curb with minimal assistance, 4 times."
    assert errors_of(note, rewrite, "97542") == []
    assert errors_of(note, rewrite, "97112") != []


def test_a_device_inside_the_service_is_still_no_device_of_the_note() -> None:
    assert errors_of("curb min A x4", "Curb in a wheelchair with minimal assistance, 4 times.", "97542") != []
