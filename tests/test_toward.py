"""A bare side takes its small words, and a side that belongs to what follows takes none."""

import pytest

from tests.noted import surfaces


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("LOB x2 to R w/ min A", "loss of balance 2 times to the right"),
        ("LOB x3 L", "loss of balance 3 times to the left"),
        ("squat pivot to L mod A x1", "to the left with moderate assistance"),
        ("she fell to left, no injury", "fell to the left"),
        ("pt found comb on R 4/5", "on the right 4/5"),
        ("foot drop L", "foot drop on the left"),
        ("Bell's palsy R", "Bell's palsy on the right"),
        ("VC for heel strike R", "heel strike on the right"),
        ("tremor L>R", "tremor, left greater than right"),
        ("toe drag R x3", "toe drag on the right 3 times"),
    ],
)
def test_a_bare_side_takes_its_words(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("tc to the hip R", "tactile cues to the right hip"),
        ("tc glute med R x2", "tactile cues to the right gluteus medius 2 times"),
        ("tc hip R knee", "the hip right knee"),  # the knee's
        ("tc quad L + R", "quadriceps left + right"),
        ("vc turn head R", "head right"),
    ],
)
def test_the_side_of_a_part_that_hands_were_on_stands_before_it(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("reach R to L", "right to left"),
        ("trunk lean R", "trunk lean right"),
        ("wt shift to L leg", "to the left leg"),
        ("3 wks out from R total knee", "from right total knee"),
        ("L overshoots, R ok", "right"),
    ],
)
def test_any_other_side_takes_none(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("pt pulls up with L arm on rail", "with the left arm"),
        ("PT cued at R ribs, pt corrected", "at the right ribs"),
        ("she sat on R side of bed", "on the right side of"),
        ("hit wall on L side", "on the left side"),
        ("he c/o R hip 4/10", "of right hip"),
    ],
)
def test_a_side_with_its_part_takes_an_article_in_running_text(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("fell R into my hands x2", "fell to the right into"),
        ("pt fell L x2", "fell to the left 2 times"),
        ("she falls R, caught by aide", "falls to the right"),
        ("fell L elbow first", "fell left elbow"),
    ],
)
def test_who_falls_falls_to_a_side(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


def test_what_is_done_from_side_to_side_is_not_compared() -> None:
    told = [text for note in ("reached for cones R>L", "wt shift R>L x10", "roll R>L min A") for text in surfaces(note)]
    assert not any("greater" in text for text in told), told
    assert surfaces("ataxia R>L") == ["ataxia, right greater than left"]
