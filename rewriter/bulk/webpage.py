"""A page of HTML that is whole in itself: it asks for nothing, runs nothing, and takes no style but its own."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

# What all pages share: colours for light, dark and paper, and the type.
_BASE = Path(__file__).with_name("webpage.css").read_text("utf-8")


def page(title: str, style: str, body: Iterable[str]) -> Iterator[bytes]:
    """Yield the bytes of a page; `title` is text, `style` CSS on top of what all pages share, `body` pieces of HTML.

    A policy in the page forbids every request and every style but its own, which is known by its hash.
    """
    style = _BASE + style
    known = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    ).encode()
    for piece in body:
        yield f"{piece}\n".encode()
    yield b"</body>\n</html>\n"
