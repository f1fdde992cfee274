from pathlib import Path

from rewriter.bulk.exports import export
from tests.exported import ACCEPTED, REJECT, fill, note, read_lines


def test_a_reject_says_where_and_why_and_never_what(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a"), note("b", ACCEPTED, cpt="00000"), note("c", "\x00 secret"), REJECT])
    assert export(journal, job, tmp_path / "out.jsonl", "rejects") == 3
    first, second, third = read_lines(tmp_path / "out.jsonl")
    assert first == {"place": "row 9", "id": "n9", "reason": "it has no text"}
    assert (second["place"], second["id"]) == ("row b", "b")
    assert "no pack for code" in second["reason"]
    assert "secret" not in third["reason"]
    journal.close()
