"""Tasks: what somebody is still to do must not be told as done, nor what was done as still to come."""

import pytest

from rewriter.fidelity.contexts.coming import find_ended_plans, find_fulfilled_tasks, find_postponed
from tests.worded import both, error_codes


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("PT to call MD re injection.", "The physical therapist called the physician regarding an injection.", True),
        (
            "PT to call MD re injection.",
            "The physical therapist will call the physician regarding an injection.",
            False,
        ),
        (
            "PT to call MD re injection.",
            "A call to the physician by the physical therapist is still to be made.",
            False,
        ),
        ("Vendor to measure footplates.", "The footplates were measured by the vendor.", True),
        ("Dtr to order buttonhook.", "- Buttonhook ordered by daughter", True),
        ("Cued pt to reach cup.", "The patient reached the cup when cued.", False),
        ("Pt agreed to try cane at home.", "The patient has tried the cane at home.", True),
        ("Pt agreed to try cane at home.", "The patient agreed to try the cane at home.", False),
        ("Rugs - agreed to remove.", "The patient removed the rugs.", True),
        ("Told to stop heavy bag.", "The patient has stopped carrying the heavy bag.", True),
        ("Glove to start when skin closed.", "The glove was started with the skin closed.", True),
        ("Socket to be trimmed Thurs.", "The socket was trimmed on Thursday.", True),
        ("Socket to be trimmed Thurs.", "The socket is to be trimmed on Thursday.", False),
        ("Will ask boss for a stool.", "The patient asked the boss for a stool.", True),
        ("Next: lower mat to 16 in.", "The mat was then lowered to 16 inches.", True),
        ("Next: lower mat to 16 in.", "Next, the mat will be lowered to 16 inches.", False),
        ("Binder may help, ask MD.", "A binder may help; the physician was asked.", True),
        ("Binder may help, ask MD.", "A binder may help; the plan is to ask the physician.", False),
        ("K 6.1, recheck pm.", "Potassium was 6.1; a recheck was done in the afternoon.", True),
        ("Recheck BP 118/70.", "The blood pressure was rechecked at 118/70.", False),
        ("Hold PM session.", "The afternoon session was withheld.", True),
        ("Hold PM session.", "The afternoon session is put on hold.", False),
        ("Held stairs d/t pain.", "Stairs were held because of pain.", False),
        ("Nursing asked to give levodopa.", "Nursing gave the levodopa.", True),
        ("Pt asked to lift toes x5.", "The patient lifted the toes five times.", False),
        ("Family to bring nightlights.", "Plan: The family has brought nightlights.", True),
        ("Family to bring nightlights.", "Plan: The family brings nightlights next time.", False),
        ("Coach to film sprint.", "The coach filmed the sprint.", True),
    ],
)
def test_a_task_told_as_done_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_fulfilled_tasks(*both(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Cup lowered to chest ht.", "The cup is to be lowered to chest height.", True),
        ("Cup lowered to chest ht.", "The cup was lowered to chest height.", False),
        ("Pads moved x1.", "The pads had to be moved once.", False),
        ("Grab bar not installed yet.", "The grab bar has yet to be installed.", False),
        ("Grab bar installed last wk.", "The grab bar has yet to be installed.", True),
        ("Plan: splint trimmed next visit.", "The splint is to be trimmed next visit.", False),
    ],
)
def test_a_deed_told_as_still_to_come_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_postponed(*both(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Cont POC.", "The plan of care has been completed.", True),
        ("Cont POC.", "The plan of care is continued.", False),
        ("Cont POC.", "The plan of care will be continued until the goals are completed.", False),
    ],
)
def test_a_plan_told_as_ended_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_ended_plans(*both(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Reacher + sock aid trialed, prefers reacher.",
            "The reacher and sock aid were trialed; the patient prefers the reacher.",
        ),
        ("FES trialed to R ant tib.", "FES to the right anterior tibialis was tried."),
        ("Raised toilet seat ordered.", "A raised toilet seat is on order."),
        ("Raised toilet seat ordered.", "A raised toilet seat has been ordered."),
        ("Awaiting flat-knit sleeve.", "The patient is waiting for a flat-knit sleeve."),
        ("Awaiting flat-knit sleeve.", "A flat-knit sleeve is awaited."),
        ("AFO trialed. Cont 2x/wk.", "An AFO was tried. Continue twice a week."),
        ("AFO trialed. Cont 2x/wk.", "An AFO was trialed. Treatment will continue twice a week."),
        (
            "Tilt table trialed 10 min. Plan: repeat Fri.",
            "A tilt table was trialed for 10 minutes. It will be repeated on Friday.",
        ),
        (
            "Cane trialed on ramp, LOB x1. Next: curb.",
            "The cane was trialed on the ramp with one loss of balance. The curb is next.",
        ),
        ("FES trial next wk.", "FES will be trialed next week."),
    ],
)
def test_a_trial_or_an_order_told_in_other_words_is_kept(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Reacher + sock aid trialed, prefers reacher.",
            "The reacher and sock aid will be trialed; the patient prefers the reacher.",
        ),
        ("AFO trialed.", "An AFO will be trialed."),
        ("AFO trialed.", "An AFO is to be trialed."),
        ("AFO trialed.", "Plan to trial an AFO."),
        ("AFO trialed.", "An AFO is going to be tried."),
        ("Tilt table trialed 10 min.", "A tilt table will be tried for 10 minutes."),
        ("FES trialed to R ant tib.", "FES to the right anterior tibialis will be trialed."),
        ("Raised toilet seat ordered.", "A raised toilet seat was used."),
        ("Raised toilet seat ordered.", "A raised toilet seat has arrived."),
        ("Raised toilet seat ordered.", "A raised toilet seat is in place."),
        ("Awaiting flat-knit sleeve.", "A flat-knit sleeve was worn."),
    ],
)
def test_a_trial_done_is_not_still_to_come(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("P: cont 2x/wk.", "Treatment has been continuing twice a week.", True),
        ("P: cont 2x/wk.", "Treatment will continue twice a week.", False),
        ("P: cont 2x/wk.", "Treatment is to be continued twice a week.", False),
        ("Cont HEP.", "The home exercise program has been continued.", True),
    ],
)
def test_what_is_to_go_on_told_as_so_until_now_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_ended_plans(*both(note, rewrite))) is found


def test_what_was_given_told_as_to_be_given_next_time_is_found() -> None:
    assert list(find_postponed(*both("HEP given. 22 min", "A home program is to be given at the next visit.")))
