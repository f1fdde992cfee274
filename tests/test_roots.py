"""Words of one root meet by the endings of English; an ending that says more keeps them apart."""

import pytest

from rewriter.fidelity.texts.roots import are_of_one_root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("weighs", "weight"),
        ("bore", "bearing"),
        ("sunny", "sun"),
        ("foggy", "fog"),
        ("urge", "urgency"),
        ("ergometer", "ergometry"),
        ("dynamometer", "dynamometry"),
        ("descended", "descent"),
        ("retrieval", "retrieving"),
        ("approval", "approves"),
        ("grew", "growth"),
        ("tries", "trial"),
        ("drainage", "drained"),
        ("adherence", "adhered"),
        ("notification", "notified"),
        ("closure", "closing"),
        ("bled", "blood"),
        ("refusal", "refused"),
        ("swollen", "swelling"),
        ("breathing", "breath"),
        ("dizziness", "dizzy"),
    ],
)
def test_words_of_one_root_meet(one: str, other: str) -> None:
    assert are_of_one_root(one, other)
    assert are_of_one_root(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("walker", "walk"),
        ("wider", "wide"),
        ("painless", "pain"),
        ("activity", "active"),
        ("posture", "post"),
        ("passive", "pass"),
        ("careful", "care"),
        ("extremity", "extreme"),
        ("unable", "able"),
        ("length", "long"),
        ("severity", "severe"),
        ("frequency", "frequent"),
        ("balance", "ball"),
        ("ready", "read"),
    ],
)
def test_words_that_only_look_alike_do_not(one: str, other: str) -> None:
    assert not are_of_one_root(one, other)
