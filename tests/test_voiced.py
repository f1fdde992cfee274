"""What nobody said in the note is laid in nobody's mouth."""

import pytest

from rewriter.fidelity.contexts.voiced import find_voiced
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("ODI 44 -> 32.", "The patient states that the ODI went from 44 to 32.", True),
        ("ODI 44 -> 32.", "The ODI went from 44 to 32.", False),
        ("ODI 44 -> 32.", "Per the patient, the ODI went from 44 to 32.", True),
        ("ODI 44 -> 32 per dtr.", "Per the daughter, the ODI went from 44 to 32.", False),
        ("Grip 40 lb.", "The patient felt that grip was 40 pounds.", True),
        ("R BPPV cleared, still off balance.", "The patient still feels off balance.", False),
        ("Off balance, gait wide.", "The patient feels that the gait is wide.", True),
        ("Pt says ODI was easy.", "The patient said the ODI was easy.", False),
        ("Massage masseter 5 min, softer.", "After massage of the masseter, she said it was softer.", True),
        ("Dtr: no falls this wk.", "The daughter reported no falls this week.", False),
        ("Dizzy standing.", "The patient reported dizziness on standing.", False),
        ("Coughed x2 on thin liquids.", "The patient complained of coughing twice on thin liquids.", True),
        ("Coughed x2 on thin liquids.", "The patient reported coughing twice on thin liquids.", True),
        ("R foot drop w/ fatigue.", "The patient reported right foot drop with fatigue.", True),
        ("Fatigue w/ foot drop.", "The patient reported fatigue with foot drop.", False),
        ("L knee gave out x1, PTA guarded.", "The patient reported that the left knee gave out once.", True),
        ("Off balance w/ turns.", "The patient feels off balance with turns.", False),
        ("Gait slower, PT cued pace.", "The patient said that gait was slower.", True),
        (
            "Dtr shown slide bd, hasnt tried yet.",
            "The daughter was shown the slide board and returned the demonstration.",
            True,
        ),
        (
            "Aide taught brakes, return demo ok.",
            "The aide was taught the brakes, and the return demonstration was good.",
            False,
        ),
        ("RN told.", "The nurse agreed.", True),
        ("RN told, agreeable.", "The nurse was told and agreed.", False),
        ("Dtr trained in gait belt.", "The daughter demonstrated correct use of the gait belt.", True),
        ("Dtr trained in gait belt, return demo.", "The daughter demonstrated correct use of the gait belt.", False),
    ],
)
def test_a_claim_laid_in_a_mouth_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_voiced(*both(note, rewrite))) is found
