"""Values traded between the things they belong to are found; another order of the same rows is not."""

import pytest

from rewriter.fidelity.related.rows import Streams
from rewriter.fidelity.sequences.crossed import find_trades
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both, error_codes


def trades(source: str, rewrite: str) -> int:
    said, note = both(source, rewrite)
    given, told = Streams(note, find_modifiers(note, PACK)), Streams(said, find_modifiers(said, PACK))
    return len({(trade.one.value.first, trade.two.value.first) for trade in find_trades(told, given)})


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("BP 100/60 standing, 128/76 supine", "Blood pressure was 128/76 standing and 100/60 supine."),
        ("SLS R 12 s, L 4 s", "Single-leg stance was 4 seconds on the right and 12 seconds on the left."),
        ("L shoulder flexion 90, abduction 80", "Left shoulder flexion was 80 and abduction was 90."),
        ("scans 6/10 with red line, 2/10 without", "Scanning was 2/10 with the red line and 6/10 without."),
        ("O2 sat 95% rest, 91% w/ amb", "Oxygen saturation was 91% at rest and 95% with ambulation."),
        ("foam EO 30s EC 10s", "On foam, 10 seconds with eyes open and 30 seconds with eyes closed."),
        ("foam, feet together: EO 30s, EC 9s.", "On foam, feet together: eyes open 9 seconds, eyes closed 30 seconds."),
        ("wrist ext/flex 35/40", "Wrist extension was 40 and flexion 35."),
        ("tandem 30 s, SLS R 15 s", "Tandem stance for 15 seconds, right single leg stance for 30 seconds."),
        ("6 drops set 1, 3 drops set 2", "Three drops in the first set and six in the second."),
        ("R hip flexion, L knee extension", "Right knee extension, left hip flexion."),
    ],
)
def test_two_values_in_each_others_place_are_found(source: str, rewrite: str) -> None:
    assert trades(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("wrist ext/flex 35/40", "Wrist flexion was 40 and extension 35."),
        ("6 drops set 1, 3 drops set 2", "Three drops in the second set after six in the first."),
        ("BP 100/60 standing, 128/76 supine", "In supine it was 128/76, while standing gave 100/60."),
        ("SLS R 12 s, L 4 s", "Stance lasted 4 seconds on the left versus 12 seconds on the right."),
        ("grip R 60 lb, L 22 lb", "Grip on the left was 22 pounds. On the right it was 60 pounds."),
        ("O2 sat 95% rest, 91% w/ amb", "With ambulation 91%, at rest 95%."),
        ("heel raises R 10 reps, L 10 reps", "Heel raises, 10 on the left and 10 on the right."),
        ("march 30 s, then squats, 14 min in all", "The 14-minute session had squats and marching for 30 seconds."),
    ],
)
def test_the_same_rows_in_another_order_are_silent(source: str, rewrite: str) -> None:
    assert trades(source, rewrite) == 0


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Pain 2/10 rest, 6/10 w/ activity.", "Pain 6/10 at rest and 2/10 with activity."),
        ("Pain 2/10 rest, 6/10 w/ activity.", "Pain at rest was 6 out of 10, falling to 2 out of 10 with activity."),
        ("Pain 2/10 rest, 6/10 w/ activity.", "With activity pain was 2/10, at rest 6/10."),
        ("HR 72 rest, 108 w/ ex.", "Heart rate was 108 at rest and 72 with exercise."),
        ("SpO2 96% rest, 88% w/ gait.", "SpO2 was 88% at rest and 96% with gait."),
        ("SpO2 96% rest, 88% w/ gait.", "SpO2 dropped to 88% at rest, and was 96% with walking."),
        ("Worse in AM, better PM.", "Worse in the afternoon, better in the morning."),
        ("HR 72 -> 108 w/ stairs.", "Heart rate fell from 108 to 72 with stairs."),
        ("SpO2 94 rest, 89 amb.", "SpO2 was 89 at rest and 94 with ambulation."),
    ],
)
def test_values_traded_between_two_cases_are_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
