import pytest

from rewriter.check import check
from rewriter.visit import Plan, Visit

KEPT = Visit(plan=Plan(maintenance=True))
NOTE = "wt shift w/ TC @ pelvis, SLS 6 s, min A"
BODY = "Therapist cued weight shift using tactile cues at the pelvis; single leg stance 6 seconds."


def levels(text: str, source: str | None = None, visit: Visit = KEPT) -> list[str]:
    return [item.level for item in check(text, source=source, visit=visit).findings if item.code == "REC414"]


CLAIMS = [
    "Patient is progressing toward goals.",
    "Balance improved.",
    "Patient demonstrated improved postural control.",
    "Patient made good progress with step taps.",
    "Patient is making gains in standing balance.",
    "Gait is getting better.",
    "Patient continues to progress.",
    "Stance time is better than last visit.",
    "Patient shows continued improvement in coordination.",
    "Patient is stronger and steadier.",
    "Patient requires less assistance than before.",
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_improvement_that_the_source_does_not_show_is_an_error(claim: str) -> None:
    assert levels(f"{BODY} {claim}", NOTE) == ["error"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_in_the_note_itself_it_is_a_warning(claim: str) -> None:
    assert levels(f"{BODY} {claim}") == ["warning"]
    assert levels(f"{BODY} {claim}", f"{NOTE}. {claim}") == ["warning"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_without_a_maintenance_plan_it_is_not_asked(claim: str) -> None:
    for plan in (Plan(), Plan(maintenance=False)):
        assert levels(f"{BODY} {claim}", NOTE, Visit(plan=plan)) == []


@pytest.mark.parametrize(
    "told",
    [
        "Balance is unchanged.",
        "No improvement in balance.",
        "Patient did not progress.",
        "Therapist cued step taps to improve balance.",
        "Treatment targets improved balance.",
        "Weight shift for improved postural control.",
        "Tactile cues to promote improved weight shift.",
        "Improvement is not expected.",
        "Therapist progressed the surface from firm to foam.",
        "Function maintained without decline.",
        "Patient will improve safety with practice.",
    ],
)
def test_purposes_plans_and_denials_claim_no_improvement(told: str) -> None:
    assert levels(f"{BODY} {told}", NOTE) == []
    assert levels(f"{BODY} {told}") == []


def test_a_change_that_the_figures_show_may_be_said() -> None:
    assert levels(f"{BODY} Stance time improved from 4 to 6 seconds.", f"{NOTE}. SLS 4 s -> 6 s") == []
