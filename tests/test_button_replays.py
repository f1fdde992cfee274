import pytest

from rewriter.button import replays
from rewriter.button.problems import Problem
from rewriter.button.replays import Replayed, Replays
from rewriter.button.settings import Issuer
from rewriter.button.tokens import BadToken

ISSUER = Issuer(name="ehr", issuer="https://ehr", audience="here", jwks_url="https://ehr/keys", leeway=30)
OTHER = ISSUER.model_copy(update={"name": "other"})
CLAIMS = {"jti": "a", "iat": 1000, "exp": 1300}


def test_a_token_counts_once_for_as_long_as_it_could_come_again() -> None:
    seen = Replays()
    seen.take(ISSUER, CLAIMS, 1000)
    for now in (1000, 1300, 1330):
        with pytest.raises(Replayed):
            seen.take(ISSUER, CLAIMS, now)
    seen.take(ISSUER, CLAIMS, 1331)  # its time is up: whoever checked it has refused it before


def test_the_same_id_of_another_issuer_is_another_token() -> None:
    seen = Replays()
    seen.take(ISSUER, CLAIMS, 1000)
    seen.take(OTHER, CLAIMS, 1000)


@pytest.mark.parametrize(
    "more",
    [{"jti": None}, {"jti": ""}, {"jti": 7}, {"jti": "x" * 300}, {"exp": 9000}, {"exp": "1300"}, {"iat": "1000"}],
)
def test_a_token_that_cannot_be_remembered_is_not_taken(more: dict[str, object]) -> None:
    with pytest.raises(BadToken):
        Replays().take(ISSUER, {**CLAIMS, **more}, 1000)


def test_none_is_forgotten_early_where_too_many_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replays, "_MOST", 1)
    seen = Replays()
    seen.take(ISSUER, CLAIMS, 1000)
    with pytest.raises(Problem) as raised:
        seen.take(ISSUER, {**CLAIMS, "jti": "b"}, 1000)
    assert raised.value.status_code == 503
    seen.take(ISSUER, {**CLAIMS, "jti": "b", "exp": 1700}, 1400)
