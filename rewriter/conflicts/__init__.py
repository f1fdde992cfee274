"""What the note tells twice, and differently: sides, assistance, dates, ages, scores, weight bearing, minutes.

Neither reading is chosen: both stay as written, and the clinician is asked.
"""

from collections.abc import Mapping

from rewriter.checks import Check
from rewriter.conflicts.amounts import age_conflict, level_conflict, score_conflict
from rewriter.conflicts.dates import date_conflict
from rewriter.conflicts.minutes import minutes_conflict
from rewriter.conflicts.sides import bearing_conflict, condition_side_conflict, side_conflict

CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        age_conflict,
        bearing_conflict,
        condition_side_conflict,
        date_conflict,
        level_conflict,
        minutes_conflict,
        score_conflict,
        side_conflict,
    )
}
