"""Modifiers of the claim: bundled codes, assistants, disciplines, the year's threshold."""

from pathlib import Path
from typing import Any

import pytest

from rewriter.billing.modifiers import AssistantUnits, assistant_units, codes_of, modifiers_of
from rewriter.check import check
from rewriter.checks import Case
from rewriter.findings import Finding
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit, visit_from

PACK = load_pack()
SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "


def case(source: str, visit: Visit = Visit()) -> Case:
    reading = read(source, PACK)
    return Case(reading, reading, visit, PACK)


def hits(code: str, visit: dict[str, Any], source: str = SKILLED, **how: Any) -> list[Finding]:
    how = {"profile": "full", **how}
    findings = check("Tall kneeling.", source=source, visit=visit_from(visit), **how).findings
    return [item for item in findings if item.code == code]


@pytest.mark.parametrize(
    ("therapist", "assistant", "marked", "plain"),
    [
        (13, 23, 1, 1),  # the worked example of CMS: the therapist's 13 minutes are the second unit
        (5, 10, 1, 0),  # of CMS: the therapist gave less than half of the one unit
        (8, 20, 1, 1),
        (22, 23, 2, 1),  # 7 and 8 are left: the therapist's are too few
        (12, 14, 1, 1),  # two units left, one for each
        (9, 14, 1, 1),
        (14, 1, 0, 1),
        (14, 2, 0, 1),  # from 8 minutes on the therapist's part decides
        (7, 1, 1, 0),  # 1 of 8 minutes is more than a tenth
        (7, 15, 1, 0),
        (20, 25, 2, 1),
        (30, 0, 0, 2),
        (0, 38, 3, 0),
        (15, 7, 0, 1),
        (3, 4, 0, 0),
        (0, 0, 0, 0),
    ],
)
def test_units_are_shared_between_therapist_and_assistant(
    therapist: float, assistant: float, marked: int, plain: int
) -> None:
    assert assistant_units(therapist, assistant) == AssistantUnits(marked, plain)


def test_every_unit_is_marked_or_plain() -> None:
    for therapist in range(61):
        for assistant in range(61):
            split = assistant_units(therapist, assistant)
            assert sum(split) == (therapist + assistant + 7) // 15
            assert split.marked == 0 or assistant
            assert split.plain == 0 or therapist


def test_without_the_midpoint_a_tenth_decides() -> None:
    assert assistant_units(14, 2, midpoint=15) == AssistantUnits(1, 0)
    assert assistant_units(14, 1, midpoint=15) == AssistantUnits(0, 1)


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("97112-59-GP 15 min", {"59", "GP"}),
        ("97112 x 2 units CQ, GP", {"CQ", "GP"}),
        ("97112 (GP, KX) 20 min", {"GP", "KX"}),
        ("97112 59 min", set()),
        ("97112 15 min. KX on file", {"KX"}),
        ("97112 15 min. no KX needed", set()),
        ("97112 15 min, modifier 59 on 97530", set()),
        ("97112 15 min, modifier 59 on 97112", {"59"}),
        ("97112 15 min, 97530-59 15 min", set()),
        ("97112 go to gym after", set()),
        ("co-tx w/ OT, 97112 20 min", set()),
    ],
)
def test_modifiers_are_read_from_the_note(text: str, modifiers: set[str]) -> None:
    assert modifiers_of(case(text), "97112") == modifiers


def test_codes_are_those_of_visit_and_note() -> None:
    visit = Visit(minutes_by_code={"97140": 10, "97116": 0}, units_by_code={"97530": 1})
    assert codes_of(case("97112 20, 97150 15. no 97110 today", visit)) == ["97112", "97140", "97530", "97150"]


@pytest.mark.parametrize(
    ("visit", "pairs"),
    [
        ({"minutes_by_code": {"97112": 20, "97530": 15}}, 0),
        ({"minutes_by_code": {"97530": 20, "97140": 15}}, 1),
        ({"units": {"97530": 1, "97116": 1}}, 1),
        ({"units": {"97530": 1, "97116": 0}}, 0),
        ({"units": {"97530": 1, "97116": 1}, "modifiers_by_code": {"97116": ["59"]}}, 0),
        ({"units": {"97530": 1, "97116": 1}, "modifiers_by_code": {"97530": ["XU", "GP"]}}, 0),
        ({"units": {"97530": 1, "97116": 1}, "modifiers_by_code": {"97530": ["GP"], "97116": ["GP"]}}, 1),
        ({"minutes_by_code": {"97112": 20, "97164": 20}}, 1),
        ({"minutes_by_code": {"97530": 20, "97116": 15}, "date": "2020-05-01"}, 0),
    ],
)
def test_bundled_codes_need_a_modifier(visit: dict[str, Any], pairs: int) -> None:
    found = hits("BIL332", visit)
    assert len(found) == pairs
    assert all(item.level == "warning" for item in found)


def test_a_remembered_pair_says_so() -> None:
    remembered = hits("BIL332", {"minutes_by_code": {"97530": 20, "97750": 15}})[0].message
    assert "from memory" in remembered
    assert "from memory" not in hits("BIL332", {"minutes_by_code": {"97530": 20, "97116": 15}})[0].message


def test_a_newer_table_of_pairs_replaces_the_older_and_may_say_never(tmp_path: Path) -> None:
    path = tmp_path / "pairs.toml"
    path.write_text(
        '[[pairs]]\nsince = 2026-10-01\nsource = "a quarterly file"\nverified = true\nlines = "97112 97116 = never"\n',
        encoding="utf-8",
    )
    visit = {"units": {"97116": 1, "97140": 1, "97530": 1}, "modifiers_by_code": {"97116": ["59"]}}
    found = hits("BIL332", {**visit, "date": "2026-11-18"}, overlay=path)
    assert [item.message for item in found] == ["97112 and 97116 on one day: no modifier takes them apart."]
    assert len(hits("BIL332", {**visit, "date": "2026-09-30"}, overlay=path)) == 1


@pytest.mark.parametrize(
    ("visit", "says"),
    [
        ({"minutes_by_provider": {"PT": 8, "PTA": 20}, "modifiers_by_code": {"97112": ["GP"]}}, "1 of 2 units take CQ"),
        ({"minutes_by_provider": {"OTR": 5, "COTA": 10}, "modifiers_by_code": {"97112": ["GO"]}}, "1 of 1 units take"),
        ({"minutes_by_provider": {"PTA": 30}, "units": 2}, "2 of 2 units take CQ"),
        ({"minutes_by_provider": {"PT": 15, "PTA": 2}, "modifiers_by_code": {"97112": ["CQ"]}}, "CQ is on the claim"),
        ({"minutes_by_provider": {"PTA": 20}, "modifiers_by_code": {"97112": ["CO"]}}, "CO stands instead"),
        ({"minutes": 20, "signed_by": "A. B., PTA"}, "1 of 1 units take CQ"),
    ],
)  # fmt: skip
def test_units_of_an_assistant_are_marked(visit: dict[str, Any], says: str) -> None:
    assert says in hits("BIL325", visit)[0].message


@pytest.mark.parametrize(
    "visit",
    [
        {"minutes_by_provider": {"PT": 8, "PTA": 20}, "modifiers_by_code": {"97112": ["GP", "CQ"]}},
        {"minutes_by_provider": {"PT": 15, "PTA": 2}, "modifiers_by_code": {"97112": ["GP"]}},
        {"minutes_by_provider": {"PT": 20}},
        {"minutes_by_provider": {"SLP": 20}},
        {"minutes": 20, "signed_by": "A. B., PT", "contributors": ["C. D., COTA"]},
        {"minutes": 20, "signed_by": "A. B."},
        {},
    ],
)
def test_no_unit_of_an_assistant_is_asked_for_where_there_is_none(visit: dict[str, Any]) -> None:
    assert hits("BIL325", visit) == []


def test_minutes_of_an_assistant_are_read_from_the_note() -> None:
    assert "1 of 2 units" in hits("BIL325", {}, SKILLED + "PTA 20 min, PT 8 min. 97112-GP")[0].message
    assert hits("BIL325", {}, SKILLED + "PTA 20 min, PT 8 min. 97112-GP-CQ") == []


def test_where_the_claim_is_not_told_the_finding_is_no_more_than_a_hint() -> None:
    assert hits("BIL325", {"minutes_by_provider": {"PTA": 20}})[0].level == "info"
    assert (
        hits("BIL325", {"minutes_by_provider": {"PTA": 20}, "modifiers_by_code": {"97112": ["GP"]}})[0].level
        == "warning"
    )


def test_the_units_of_several_codes_come_from_all_their_minutes() -> None:
    visit = {"minutes_by_code": {"97112": 20, "97530": 20}, "minutes_by_provider": {"PTA": 20}}
    assert "2 of 2 units" in hits("BIL325", visit)[0].message


@pytest.mark.parametrize(
    ("visit", "level"),
    [
        ({"discipline": "PT", "modifiers_by_code": {"97112": ["GP"]}}, None),
        ({"discipline": "PT", "modifiers_by_code": {"97112": ["GO"]}}, "warning"),
        ({"discipline": "OT", "modifiers_by_code": {"97112": ["GO", "GP"]}}, "warning"),
        ({"discipline": "PT", "modifiers_by_code": {"97112": ["59"]}}, "info"),
        ({"discipline": "physical therapy", "units": 1}, "info"),
        ({"discipline": "PT"}, None),
        ({"signed_by": "A. B., OTR/L", "modifiers_by_code": {"97112": ["GP"]}}, "warning"),
        ({"modifiers_by_code": {"97112": ["KX"]}}, None),
    ],
)
def test_the_modifier_of_the_discipline(visit: dict[str, Any], level: str | None) -> None:
    assert [item.level for item in hits("BIL326", visit)] == ([level] if level else [])


@pytest.mark.parametrize(
    ("visit", "says"),
    [
        ({"date": "2026-03-02", "charges_to_date": 2479.99}, []),
        ({"date": "2026-03-02", "charges_to_date": 2480}, ["at or above the 2026 threshold of $2,480"]),
        ({"date": "2025-03-02", "charges_to_date": 2410}, ["2025 threshold of $2,410"]),
        ({"date": "2025-03-02", "charges_to_date": 2400}, []),
        ({"date": "2027-03-02", "charges_to_date": 100}, ["threshold of 2027 for modifier KX is not known"]),
        ({"date": "2027-03-02"}, []),
        ({"date": "2026-03-02", "charges_to_date": 3100, "discipline": "OT"}, ["for OT", "from $3,000 on"]),
        ({"date": "2026-03-02", "charges_to_date": 2600, "modifiers_by_code": {"97112": ["KX"]}}, ["does not say why"]),
    ],
)
def test_the_threshold_of_the_year(visit: dict[str, Any], says: list[str]) -> None:
    found = hits("BIL327", visit)
    assert len(found) == len(says)
    assert all(words in item.message for words, item in zip(says, found, strict=True))
    assert all(item.level == "info" for item in found)


def test_with_kx_a_reason_in_the_note_is_enough() -> None:
    visit = {"date": "2026-03-02", "charges_to_date": 2600, "modifiers_by_code": {"97112": ["KX"]}}
    assert hits("BIL327", visit, SKILLED + "Continued skilled PT needed d/t new fall.") == []


def test_minutes_of_assistant_and_therapist_that_are_not_told_apart_are_asked_for() -> None:
    found = hits("BIL325", {"minutes": 20, "signed_by": "A. B., PT", "contributors": ["C. D., PTA"]})
    assert [(item.level, item.mend) for item in found] == [("warning", "clinician")]


def test_for_other_payers_the_threshold_is_no_rule() -> None:
    assert hits("BIL327", {"date": "2026-03-02", "charges_to_date": 5000}, payer="ama") == []
    marked = {"minutes_by_provider": {"PTA": 20}, "modifiers_by_code": {"97112": ["GP"]}}
    assert [item.level for item in hits("BIL325", marked, payer="ama")] == ["info"]
