import hashlib
import re
from base64 import b64encode

from rewriter.bulk.webpage import page


def draw() -> str:
    return b"".join(page("A <title>", "p { color: red; }", ["<main>", "<p>Text</p>", "</main>"])).decode()


def test_a_page_allows_no_request_and_only_its_own_style() -> None:
    html = draw()
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    known = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"content=\"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'\"" in html
    assert style[1].endswith("p { color: red; }")
    assert "url(" not in style[1]


def test_a_page_is_whole_and_its_title_is_text() -> None:
    html = draw()
    assert html.startswith("<!doctype html>")
    assert "<title>A &lt;title&gt;</title>" in html
    assert "<main>\n<p>Text</p>\n</main>\n</body>" in html
    assert "<script" not in html
