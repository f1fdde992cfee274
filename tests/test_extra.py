"""Where an optional package is missing, the message says what to install."""

from importlib import import_module

import pytest

from rewriter.errors import SettingsError
from rewriter.extra import needs_extra


def test_a_missing_package_names_the_extra_that_brings_it() -> None:
    said = r"needs no_such_package: pip install 'note-rewriter\[bulk\]'"
    with pytest.raises(SettingsError, match=said), needs_extra("bulk"):
        import_module("no_such_package.inside")


def test_a_module_of_our_own_that_is_missing_is_a_fault_and_not_an_extra() -> None:
    with pytest.raises(ModuleNotFoundError), needs_extra("bulk"):
        import_module("rewriter.no_such_module")
