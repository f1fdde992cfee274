"""What comes with an optional extra of the package, and a plain word where it is not installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from rewriter.errors import SettingsError


@contextmanager
def needs_extra(name: str) -> Iterator[None]:
    """Raise SettingsError that names the extra to install where an import inside finds no package."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package == "rewriter":
            raise
        raise SettingsError(f"this needs {package}: pip install 'note-rewriter[{name}]'") from None
