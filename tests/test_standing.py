"""What the note states without a tense may stand under a plan; what was done may not."""

import pytest

from tests.worded import drawn


def planned(source: str, rewrite: str) -> bool:
    return any(item.code == "FID123" for item in drawn(source, rewrite))


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("Amb 50 ft CGA. HEP VORx1 5x/day.", "O: Walked 50 ft at CGA.\nP: HEP VORx1 5 times a day."),
        (
            "fab volar wrist splint, nights only.",
            "O: A volar wrist splint was fabricated.\nP: Splint to be worn at night only.",
        ),
        (
            "Berg 24. Not yet cleared for chair.",
            "O: Berg 24.\nP: Has not been cleared for the chair yet.",
        ),
        (
            "Dtr may take pt home, 3 steps no rail.",
            "The daughter might possibly take the patient home, 3 steps no rail.",
        ),
        ("slow rock then tall kneel at bench.", "- Started with slow rocking\n- Next: tall kneel at the bench"),
        ("Berg 24. Cont 5x/wk.", "Berg 24. Visits stay at five times a week."),
    ],
)
def test_what_has_no_tense_may_be_filed_as_a_plan(source: str, rewrite: str) -> None:
    assert not planned(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("Amb 50 ft CGA. HEP VORx1 5x/day.", "P: HEP VORx1 5 times a day. Will walk 50 ft at CGA."),
        ("fab volar wrist splint, nights only.", "Plan to fabricate a volar wrist splint for nights only."),
        ("slow rock then tall kneel at bench.", "Slow rocking. Next visit: a tall kneel at the bench."),
    ],
)
def test_what_was_done_is_no_plan_and_a_plan_not_done(source: str, rewrite: str) -> None:
    assert planned(source, rewrite)
