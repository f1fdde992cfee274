"""Pages that commands write: HTML with text of notes, for their owner alone."""

import os
from collections.abc import Iterable
from pathlib import Path

from rewriter.errors import SettingsError


def save_page(path: str, pieces: Iterable[bytes]) -> None:
    """Write a page. Raises SettingsError where the path is not that of a page, or cannot be written."""
    if Path(path).suffix.lower() != ".html":
        raise SettingsError("a page is written to a path that ends in .html")
    try:
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise SettingsError(f"the page cannot be written: {error.strerror}") from None
