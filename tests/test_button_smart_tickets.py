import base64
import hashlib

from rewriter.button.smart.tickets import cookie_name, make_ticket, read_ticket, write_ticket

KEY = b"k" * 32


def test_a_ticket_comes_back_as_it_was_for_its_own_launch_and_for_a_while() -> None:
    ticket = make_ticket("ehr")
    written = write_ticket(ticket, KEY, 1000)
    assert read_ticket(written, ticket.state, KEY, 1500) == ticket
    assert read_ticket(written, ticket.state, KEY, 1600) is None
    assert read_ticket(written, ticket.state, b"x" * 32, 1500) is None
    assert read_ticket(written, make_ticket("ehr").state, KEY, 1500) is None
    for wrong in ("", "a.b.c", written[:-3], "\ud800"):
        assert read_ticket(wrong, ticket.state, KEY, 1500) is None
    assert read_ticket(written, "\ud800", KEY, 1500) is None


def test_the_ehr_is_told_a_hash_of_the_verifier() -> None:
    ticket = make_ticket("ehr")
    digest = hashlib.sha256(ticket.verifier.encode()).digest()
    assert ticket.challenge == base64.urlsafe_b64encode(digest).decode().rstrip("=")
    assert 43 <= len(ticket.verifier) <= 128


def test_two_launches_have_two_cookies() -> None:
    assert cookie_name(make_ticket("ehr").state) != cookie_name(make_ticket("ehr").state)
    assert cookie_name("\ud800")
