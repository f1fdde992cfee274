"""Places count as a browser counts."""

from hypothesis import given
from hypothesis import strategies as st

from rewriter.button.offsets import Ruler, to_utf16
from rewriter.improve import improve
from rewriter.note import Note


def cut(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@given(st.text(alphabet="ab\r\n\u00e9\U0001f600\U0001d11e", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_place_points_to_the_same_characters(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    entry = {"start": start, "end": end, "anchor_start": None}
    Ruler(text).convert(entry)
    assert cut(text, entry["start"] or 0, entry["end"] or 0) == text[start:end]
    assert entry["anchor_start"] is None


def test_every_place_of_a_result_is_converted() -> None:
    note = "\U0001f600 Wt shift R,\r\nTC @ R hip \U0001f600, poor propriocep R LE. goal: amb to bathroom. 20 min"
    result = improve(Note(note))
    plain, data = result.to_dict(), result.to_dict()
    rewrite = data["rewrite"]
    to_utf16(data, {"rewrite": rewrite, "source": note})
    assert plain != data
    for was, now in zip(plain["facts"], data["facts"], strict=True):
        if was["from"] == "note":
            assert cut(note, now["start"], now["end"]) == note[was["start"] : was["end"]]
    for was, now in zip(plain["read_as"], data["read_as"], strict=True):
        assert cut(note, now["start"], now["end"]) == was["text"]
    for was, now in zip(plain["sentences"], data["sentences"], strict=True):
        assert cut(rewrite, now["start"], now["end"]) == rewrite[was["start"] : was["end"]]
        for before, after in zip(was["evidence"], now["evidence"], strict=True):
            assert cut(note, after["start"], after["end"]) == note[before["start"] : before["end"]]
    for was, now in zip(plain["parts"], data["parts"], strict=True):
        assert cut(note, now["start"], now["end"]) == note[was["start"] : was["end"]]
    for was, now in zip(plain["segments"], data["segments"], strict=True):
        assert cut(rewrite, now["start"], now["end"]) == rewrite[was["start"] : was["end"]]
