import asyncio
import re

from rewriter.evaluate.perform import perform
from rewriter.evaluate.report import draw_report
from tests.bulk import OPTIONS
from tests.evaluated import record
from tests.evaluated_run import COMPOSED, sample


def drawn() -> str:
    records = [asyncio.run(perform(sample(number), 1, COMPOSED, OPTIONS)) for number in range(2)]
    return b"".join(draw_report([sample(0), sample(1)], {"compose": records})).decode()


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    page = drawn()
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|https?://| style=| on\w+=", page)


def test_every_sample_can_be_read() -> None:
    page = drawn()
    assert page.count("<details>") == 2
    assert "poor proprioception" in page


def test_what_a_note_says_is_never_markup() -> None:
    one = record("e0", {"accepted": 1})
    evil = type(sample())("e0", "<script>alert(1)</script> & more", "accepted")
    page = b"".join(draw_report([evil], {"<b>arm": [one]})).decode()
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page
