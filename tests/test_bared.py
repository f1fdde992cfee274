"""A word of doubt, denial, plan or wish that is gone: what stood with it told plainly is found."""

import pytest

from rewriter.fidelity.rewording.partners import Held, find_unpartnered
from rewriter.fidelity.wordings.bared import find_bared
from tests.worded import PACK, both, error_codes


def bared(source: str, rewrite: str) -> set[str]:
    said, note = both(source, rewrite)
    return {one.rule for one in find_bared(note, said, find_unpartnered(note, Held((said,)), PACK))}


@pytest.mark.parametrize(
    ("source", "rewrite", "rule"),
    [
        ("Seems depressed. VC gait.", "The patient is depressed. Gait was verbally cued.", "FID122"),
        ("Hopes to drive. VC gait.", "The patient drives. Gait was verbally cued.", "FID126"),
        ("Pt's aim to walk dog. VC reach.", "The patient walks the dog. Reach was verbally cued.", "FID126"),
        ("Hands pelvis. Upcoming: stair play.", "With hands at the pelvis, stair play was done.", "FID123"),
        ("Neck MRI pending. VC gait.", "A neck MRI was done. Gait was verbally cued.", "FID123"),
        ("Air mattress requested. VC gait.", "An air mattress was provided. Gait was verbally cued.", "FID123"),
        ("Could start putty. VC gait.", "Putty was started. Gait was verbally cued.", "FID122"),
        ("Prob d/c in 2 visits. VC gait.", "Discharge will be in two visits. Gait was verbally cued.", "FID122"),
    ],
)
def test_a_fact_whose_word_of_context_is_gone_is_found(source: str, rewrite: str, rule: str) -> None:
    assert rule in bared(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("Seems depressed. VC gait.", "The patient appears depressed. Gait was verbally cued."),
        ("Hopes to drive. VC gait.", "The patient wants to drive. Gait was verbally cued."),
        ("Pt's aim to walk dog. VC reach.", "Walking the dog is what the patient aspires to. Reach was verbally cued."),
        ("Hands pelvis. Upcoming: stair play.", "With hands at the pelvis. Stair play is planned."),
        ("Depressed. VC gait.", "The patient is depressed. Gait was verbally cued."),
    ],
)
def test_a_context_in_other_words_and_a_plain_fact_are_silent(source: str, rewrite: str) -> None:
    assert bared(source, rewrite) == set()


@pytest.mark.parametrize(
    ("rewrite", "found"),
    [
        ("Red putty will be used next week.", True),
        ("Red putty is planned for next week.", True),
        ("Provided there is no flare, red putty will be used next week.", False),
        ("Red putty next week, unless symptoms flare.", False),
    ],
)
def test_a_condition_that_is_gone_is_found_at_what_it_was_of(rewrite: str, found: bool) -> None:
    assert ("FID122" in bared("red putty next wk if no flare.", rewrite)) is found


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("?wearing off.", "Wearing off is queried."),
        ("?dc home tmrw", "Discharge home tomorrow is queried."),
        ("?dc home tmrw", "Discharge home tomorrow is in question."),
        ("?cast change Fri", "A cast change on Friday is queried."),
        ("Possibly deconditioned vs flare.", "?Deconditioned vs flare."),
        ("post sway, appears worse w/ head turns", "Posterior sway, seemingly worse on turning the head."),
        ("?RTW Mon.", "Return to work on Monday is queried."),
        ("?RTW Mon.", "A question of return to work on Monday."),
        ("Botox queried. Cont 2x/wk", "Botox is queried. Continue twice a week."),
        ("Botox queried. Cont 2x/wk", "Botox is in question. Continue twice a week."),
    ],
)
def test_a_query_is_kept_in_other_words(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Neglect is queried.", "Neglect is due to be tested."),
        ("DVT queried, MD called.", "DVT is due, MD called."),
        ("Migraine component queried.", "A migraine component is due."),
        ("?dc home tmrw", "Discharge home is due tomorrow."),
        ("?dc home tmrw", "Discharge home is set for tomorrow."),
        ("?dc home tmrw", "The patient will be discharged home tomorrow."),
        ("Possibly deconditioned vs flare.", "Deconditioned vs flare."),
        ("Possibly deconditioned vs flare.", "Deconditioned, not a flare."),
        ("post sway, appears worse w/ head turns", "Posterior sway, worse on turning the head."),
        ("post sway, appears worse w/ head turns", "Posterior sway, clearly worse on turning the head."),
        ("Vestibular migraine is queried, MD msg sent.", "Vestibular migraine is due, message sent to MD."),
        ("?RTW Mon.", "Return to work is due Monday."),
    ],
)
def test_a_query_told_as_due_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
