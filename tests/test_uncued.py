"""What needs no cue: labels of plans, former figures, question marks and their answers."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.context.uncued import has_signs

PACK = load_pack()

# Each line: text | words of the mention | state. Terse notes first, then prose.
TABLE = """
Stairs? not today | Stairs | negated
Trip? no - stepped over tubing | Trip | negated
dizzy? yes, with head turns | dizzy | affirmed
? neglect | neglect | possible
head turns, ?neglect | head turns | affirmed
head turns, ?neglect | neglect | possible
BBS 40 (was 34) | 34 | historical
Plan: add foam, head turns. | head turns | planned
Plan gaze stab if dizziness settles | gaze stab | planned
Plan of care reviewed, head turns | head turns | affirmed
Hold step-downs til MD f/u | step-downs | planned
Hold plank 30 s til MD called | plank | affirmed
Anxious, hx L TKA 2019 | TKA | historical
Hx reviewed, L TKA doing well | TKA | affirmed
Next: foam with EC | foam | planned
freezing 0, VC | freezing | negated
LOB: 0 | LOB | negated
LOB x0 with VC | LOB | negated
4 turns, 0 LOB | LOB | negated
dizzy 0/10 | dizzy | affirmed
dizzy 0 at rest | dizzy | affirmed
dizzy 0, then 4 | dizzy | affirmed
pain 0 dizziness 3 | dizziness | affirmed
NMES: N, foam | NMES | negated
neglect [ ], apraxia [x] | neglect | negated
neglect [ ], apraxia [x] | apraxia | affirmed
Error measured 9 degrees, whereas it had been 14 degrees. | 14 degrees | historical
""".strip().splitlines()


@pytest.mark.parametrize("line", TABLE)
def test_label_or_mark_tells(line: str) -> None:
    text, written, expected = line.split(" | ")
    reading = read(text, PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if reading.written(m) == written}
    assert states == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("neglect ?", True), ("plan : foam", True), ("14 , was 9", True), ("foam x8", False), ("stairs : foam", False)],
)
def test_a_sentence_without_signs_is_let_go_at_once(text: str, expected: bool) -> None:
    low = text.split()
    assert has_signs(low, 0, len(low)) == expected
