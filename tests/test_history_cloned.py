"""REC420: what is cloned, what only recurs, and which visit is named."""

from tests.charts import judge

LONG = (
    "Patient seated at edge of bed reached with the right hand to three targets across midline, losing balance to the"
    " left on 4 of 12. Therapist facilitated trunk extension with manual cues at the lumbar paraspinals and cued to"
    " plant the left foot before each reach. Patient leaned on the elbow by the last set and asked to lie down."
)
SHORT = "tandem // bars w/ VC, LOB x3, CGA. 15 min"
HEAD = "Dx: L CVA. Precautions: falls, R shoulder sublux. Goals: LTG1 walk to dining room; LTG2 stand 5 min at sink. "


def test_a_copy_names_its_visit_and_its_share() -> None:
    notes = [{"id": "v1", "text": LONG, "date": "2026-11-03"}, {"id": "v2", "text": SHORT, "date": "2026-11-05"}]
    (item,) = judge("REC420", LONG, notes)
    assert item.level == "error"
    assert item.message == "100 % of the words, figures masked, stand in the note of 2026-11-03 as well."
    assert item.text in LONG


def test_several_visits_are_counted_and_the_last_is_named() -> None:
    notes = [{"text": LONG, "date": f"2026-11-0{day}"} for day in (3, 5, 7)]
    (item,) = judge("REC420", LONG, notes)
    assert "3 notes, last the note of 2026-11-07," in item.message


def test_a_long_note_with_one_new_figure_is_still_a_copy() -> None:
    assert judge("REC420", LONG.replace("4 of 12", "3 of 12"), [LONG])


def test_a_short_note_with_a_new_figure_or_level_is_none() -> None:
    assert not judge("REC420", SHORT.replace("x3", "x1"), [SHORT])
    assert not judge("REC420", SHORT.replace("CGA", "SBA"), [SHORT])


def test_a_short_note_with_nothing_new_but_its_minutes_is_a_copy() -> None:
    more = "tandem // bars w/ VC for upright posture, LOB x3, CGA. 15 min"
    assert judge("REC420", more.replace("15 min", "18 min"), [more])


def test_what_stands_in_every_note_by_its_nature_is_no_copy() -> None:
    notes = [HEAD + SHORT, HEAD + LONG, HEAD + "Rolled to L x6, cue to reach."]
    assert not judge("REC420", HEAD + "Slide board x4, min A, cue to lean away, feet slid once.", notes)
    assert judge("REC420", HEAD + LONG, notes)


def test_a_sentence_that_the_reader_knows_nothing_of_is_still_news() -> None:
    assert not judge("REC420", SHORT + " Said the floor felt less like a boat at her nephew's.", [SHORT])


def test_pieces_of_several_visits_are_a_warning() -> None:
    one, two, three = (sentence.strip(" .") + "." for sentence in LONG.split(". "))
    notes = [f"{one} Hopped twice.", f"{two} Threw a ball.", f"{three} Sang."]
    (item,) = judge("REC420", LONG, notes)
    assert item.level == "warning"
    assert "together" in item.message


def test_another_patients_text_is_an_error_that_does_not_say_whose() -> None:
    notes = [{"text": LONG, "patient": "778899", "date": "2026-11-03"}]
    (item,) = judge("REC420", LONG.replace("4 of 12", "2 of 9"), notes, {"identifiers": {"mrn": "112233"}})
    assert item.level == "error"
    assert "another patient's note" in item.message
    assert "778899" not in str(item.to_dict())


def test_a_rewrite_of_a_fresh_note_is_compared_too() -> None:
    (item,) = judge("REC420", LONG, [LONG], source="tandem w/ VC, LOB x1")
    assert item.side == "rewrite"
    (item,) = judge("REC420", "Tandem stance with verbal cues.", [LONG], source=LONG)
    assert item.side == "source"
