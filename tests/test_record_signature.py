import time
from typing import Any

import pytest

from rewriter.check import check
from rewriter.pack import load_pack
from rewriter.record.signature import CREDENTIALS, find_signature, has_credentials
from rewriter.visit import visit_from

WORDS = load_pack().vocabulary
BODY = "Therapist cued weight shift using tactile cues at the pelvis."
CODES = {"REC402", "REC404", "REC405", "REC407"}


def codes(text: str = BODY, source: str | None = None, **visit: Any) -> set[str]:
    verdict = check(text, source=source, visit=visit_from(visit), profile="full")
    return {item.code for item in verdict.findings} & CODES


@pytest.mark.parametrize(
    "line",
    [
        "Zefgq, PT",
        "K. Zefgq, PT, DPT",
        "KZ, PT",
        "KZ PTA",
        "- Kx Zefgq, PTA",
        "Kx Zefgq DPT 11/18/2026",
        "Kx Zefgq, PT, DPT, NCS",
        "Kx Zefgq, PT #12345",
        "Kx Zefgq PT, DPT Lic 12345 11/18/26 14:05",
        "Kx Zefgq, P.T.",
        "R. Hand, PT",
        "Electronically signed by Kx Zefgq, OTR/L on 11/18/2026 at 2:05 PM",
        "/s/ Kx Zefgq, COTA/L",
        "Therapist: Kx Zefgq PT",
        "Signature: Kx Zefgq, MOT, OTR/L",
        "Supervised by K. Zefgq, PT; treated by Ax Zefgq, PTA",
    ],
)
def test_a_name_with_credentials_at_the_end_is_a_signature(line: str) -> None:
    for text in (f"{BODY}\n{line}", f"{BODY} {line}", f"{BODY}\n\n{line}\n"):
        signature = find_signature(text, CREDENTIALS, WORDS)
        assert signature is not None
        assert signature.qualified
    assert codes(f"{BODY}\n{line}") == set()
    assert codes(source=f"wt shift w/ TC at pelvis\n{line}") == set()


@pytest.mark.parametrize(
    "line",
    [
        "Continue Skilled PT.",
        "POC signed by Dr. Zefgq",
        "HEP form signed by Zefgq",
        "Signature: ________",
        "Signature: [pending]",
        "Cont OT. D/C PT",
        "Refer to Outpatient OT",
        "s/p CVA, Home PT",
        "not signed",
        "Patient signed consent.",
        "Wife signed HEP acknowledgement.",
        "Reviewed with supervising PT",
        "Patient seen by PT",
        "Goals Met PTA",
        "Plan: HEP, PT",
        "Therapist: Provided cues at hip",
        "",
    ],
)
def test_what_only_looks_like_a_signature_is_none(line: str) -> None:
    assert find_signature(f"{BODY}\n{line}", CREDENTIALS, WORDS) is None
    assert codes(f"{BODY}\n{line}") == {"REC402"}


@pytest.mark.parametrize(
    "line",
    [
        "Signed: Kx Zefgq", "Signed by KZ", "Kx Zefgq, SPT", "Treating therapist: Kx Zefgq", "- Kx Zefgq",
        "Signed, Kx Zefgq, therapist", "/s/ Kx Zefgq", "Electronically signed: A. Zefgq 11/18/26",
    ],
)  # fmt: skip
def test_missing_credentials_are_told_apart_from_a_missing_signature(line: str) -> None:
    assert codes(f"{BODY}\n{line}") == {"REC405"}


@pytest.mark.parametrize(
    ("name", "qualified"),
    [
        ("A. B., PT", True), ("a. b. otr/l", True), ("A. B. (COTA/L)", True), ("A. B., P.T.", True), ("A. B.", False),
        ("A. B., SPT", False), ("A. B., aide", False), ("PT", False),
    ],
)  # fmt: skip
def test_a_signer_of_the_visit_needs_credentials(name: str, qualified: bool) -> None:
    assert has_credentials(name, CREDENTIALS) is qualified
    assert codes(signed_by=name) == (set() if qualified else {"REC405"})


def test_a_signature_far_from_the_end_is_none() -> None:
    assert codes("Kx Zefgq, PT\n" + "Therapist cued weight shift.\n" * 6) == {"REC402"}


@pytest.mark.parametrize("drafter", ["ai", "AI scribe", "LLM", "ambient software"])
@pytest.mark.parametrize(
    ("reviewer", "signer", "right"),
    [
        ("Kx Zefgq, PT", "Kx Zefgq, PT, DPT", True),
        ("K. Zefgq", "Kx Zefgq, PT", True),
        ("Kx Zefgq PT", "", True),
        ("", "Kx Zefgq, PT", False),
        ("", "", False),
        ("Qx Werbt, PT", "Kx Zefgq, PT", False),
        ("Kx Werbt, PT", "Kx Zefgq, PT", False),
    ],
)
def test_a_draft_by_a_program_is_reviewed_by_whoever_signs(
    drafter: str, reviewer: str, signer: str, right: bool
) -> None:
    text = f"{BODY}\nKx Zefgq, PT"
    found = codes(text, drafted_by=drafter, reviewed_by=reviewer, signed_by=signer)
    assert ("REC404" in found) is not right


@pytest.mark.parametrize("drafter", ["", "clinician", "human scribe", "A. B., PT"])
def test_a_draft_by_a_person_needs_no_review(drafter: str) -> None:
    assert "REC404" not in codes(drafted_by=drafter, signed_by="A. B., PT")


def test_a_signature_is_not_older_than_the_service() -> None:
    assert codes(signed_by="A. B., PT", date="2026-11-18", signed_on="2026-11-17") == {"REC407"}
    assert codes(signed_by="A. B., PT", date="2026-11-18", signed_on="2026-11-18") == set()
    assert codes(signed_by="A. B., PT", signed_on="2026-11-18") == set()


def test_a_bare_narrative_is_not_asked_for_a_signature() -> None:
    assert not CODES & {item.code for item in check(BODY).findings}


@pytest.mark.parametrize(
    "text", ["Aa " * 80, "A." * 120, "A" * 240, "signed " * 34, "PT, " * 60, "PT/" * 80, "Aa PT , A" * 20]
)
def test_no_line_takes_long(text: str) -> None:
    start = time.perf_counter()
    find_signature(text, CREDENTIALS, WORDS)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("name", "qualified"),
    [
        ("A. Zefgq, physical therapist", True),
        ("A. Zefgq, occupational therapy assistant", True),
        ("A. Zefgq, OT student", False),
        ("A. Zefgq, student physical therapist", False),
        ("A. Zefgq, PT aide", False),
        ("A. Zefgq, PT, with B. Zefgq, PT student", True),
    ],
)
def test_a_title_stands_for_credentials_and_a_student_has_none(name: str, qualified: bool) -> None:
    assert has_credentials(name, CREDENTIALS) is qualified
