"""What surely stands in the place of a lost word: judged as errors of the whole comparison, at their words."""

import pytest

from tests.worded import drawn


def errors(note: str, rewrite: str) -> list[str]:
    """Return the words of the rewrite that are errors."""
    return [item.text or "" for item in drawn(note, rewrite) if item.level == "error" and item.side == "rewrite"]


@pytest.mark.parametrize(
    ("note", "rewrite", "told"),
    [
        ("Edema glove noc only.", "The edema glove is worn during the day only.", "day"),
        ("wife taught w/c brakes", "He was taught the wheelchair brakes.", "He"),
        ("OT. COTA TC at med scap border", "OT. The OT gave tactile cues at the medial scapular border.", "OT"),
        ("Family declined Botox referral.", "A referral for Botox was accepted by the family.", "accepted"),
        ('pt not wearing splint, "it itches".', 'The patient does not wear the splint, "it hurts".', "hurts"),
        ("2 backward falls this mo", "There were two backward falls during the session.", "session"),
        ("Sling on/off: wife did x2", "The patient put the sling on and took it off twice.", "patient"),
        ("Niece bumped w/c up curb", "The patient bumped the wheelchair up the curb.", "patient"),
        ("Aide guided R foot to step", "The patient guided the right foot to the step.", "patient"),
    ],
)
def test_the_opposite_or_another_in_the_place_of_a_lost_word_is_an_error(note: str, rewrite: str, told: str) -> None:
    assert any(told in words for words in errors(note, rewrite))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Edema glove noc only.", "The edema glove is worn only at night."),
        ("wife taught w/c brakes", "His wife was taught the wheelchair brakes."),
        ("Family declined Botox referral.", "A referral for Botox was turned down by the family."),
    ],
)
def test_the_same_in_other_words_is_none(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []
