"""What was done to somebody or something takes its "was"; what a doer may have done stays as written."""

import pytest

from tests.noted import surfaces


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("nurse told re BP", "nurse was told regarding"),
        ("MD notified.", "MD was notified"),
        ("son shown car transfer", "son was shown car transfer"),
        ("husband taught stump wrapping, return demo ok", "husband was taught"),
        ("aide instructed in log roll", "aide was instructed in"),
        ("parents shown carry hold", "parents were shown"),
        ("skin checked by RN today", "skin was checked by"),
        ("brace adjusted by orthotist", "brace was adjusted by"),
        ("daughter not reached", "daughter was not reached"),
        ("STG 150 ft w/ SBA not met", "was not met"),
        ("shoes not worn, at home", "shoes were not worn"),
        ("Pt instructed in HEP", "patient was instructed in"),
        ("pt trained in SPT to L", "patient was trained in"),
        ("pt issued band", "patient was issued"),
        ("pt cont to need min A for legs", "patient continues to need"),
        ("precautions not reviewed", "precautions were not reviewed"),
    ],
)
def test_what_was_done_takes_its_verb(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    "note",
    [
        "spouse cued last round",
        "orthotist called",
        "RN told husband about meds",
        "pt instructed wife in transfers",
        "pt told RN about pain",
        "OT taught transfers",
        "wife taught him the exercises",
        "cane carried not used",
        "daughter watched, not ready",
        "pt walked not tired",
    ],
)
def test_what_a_doer_may_have_done_stays(note: str) -> None:
    assert not any(" was " in text or " were " in text for text in surfaces(note)), surfaces(note)
