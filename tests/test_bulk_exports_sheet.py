import csv
import io

from rewriter.bulk.exports.sheet import sheet
from rewriter.bulk.guarded import unguard
from tests.exported import HOSTILE


def test_a_cell_is_no_formula_and_reads_back_as_it_was() -> None:
    stream = io.BytesIO()
    with sheet(stream, ("id", "text", "count"), "id") as write:
        write({"id": "007", "text": HOSTILE, "count": -3})
    raw = stream.getvalue()
    assert raw.startswith(b"\xef\xbb\xbfid,text,count\r\n")
    _, (name, text, count) = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert (name, text[:2], count) == ("'007", "'=", "-3")
    assert (unguard(name), unguard(text)) == ("007", HOSTILE)


def test_the_stream_stays_open_for_whoever_opened_it() -> None:
    stream = io.BytesIO()
    with sheet(stream, ("id",), "id"):
        pass
    assert not stream.closed
