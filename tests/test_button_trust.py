import ssl

import pytest

from rewriter.button.trust import trusted


def test_a_server_has_to_show_a_certificate_for_its_name() -> None:
    assert trusted().verify_mode is ssl.CERT_REQUIRED
    assert trusted().check_hostname


def test_what_is_trusted_is_read_once() -> None:
    assert trusted() is trusted()


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
    assert trusted.__wrapped__().verify_mode is ssl.CERT_REQUIRED
