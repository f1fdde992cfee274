import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.bulk.guarded import guard, guard_id, unguard


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "25 min", "a=b", "Pt said 'stop'", "'tis", "2026-11-20", "007"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize(
    "name", ["007", "1234567890123456", "1E5", "3-4", "11/20", "2026-11-20", "MAR1", "1-Mar", "1.10"]
)
def test_an_id_that_a_spreadsheet_would_write_otherwise_gets_an_apostrophe(name: str) -> None:
    assert guard_id(name) == f"'{name}"


@pytest.mark.parametrize("name", ["0", "7", "123456789012345", "n1", "a-3", "Marlin-7x", "7b9e-41"])
def test_other_ids_stay_as_they_are(name: str) -> None:
    assert guard_id(name) == name


@given(st.text(st.sampled_from("'=+-@\t\r\n a01/EMar"), max_size=8))
def test_every_cell_reads_back_as_it_was(text: str) -> None:
    assert unguard(guard(text)) == text
    assert unguard(guard_id(text)) == text
