from decimal import Decimal

import pytest

from rewriter.bulk.prices import Rates, find_price
from rewriter.errors import SettingsError
from rewriter.loop import Usage
from rewriter.settings import OPENAI, Settings, load_settings

USED = Usage(1_000, 100, 500)
KNOWN = "gpt-6-luna"


def at(url: str = OPENAI, **flags: str) -> Settings:
    return load_settings(base_url=url, **flags)


def test_published_prices_know_cached_input() -> None:
    price = find_price(KNOWN, at())
    assert price
    assert price(Usage(1_000, 100)) == Decimal("0.00015")
    assert price(USED) == Decimal("0.000105")


def test_flex_and_batch_cost_half_and_together_no_less() -> None:
    full, flex = find_price(KNOWN, at()), find_price(KNOWN, at(tier="flex"))
    batch, both = find_price(KNOWN, at(), batch=True), find_price(KNOWN, at(tier="flex"), batch=True)
    assert full
    assert flex
    assert batch
    assert both
    assert flex(USED) == batch(USED) == both(USED) == full(USED) / 2


@pytest.mark.parametrize(("url", "model"), [(OPENAI, "no-such-model"), ("http://127.0.0.1:8000/v1", KNOWN)])
def test_another_model_or_server_has_no_published_price(url: str, model: str) -> None:
    assert find_price(model, at(url)) is None


def test_a_price_by_hand_comes_first_and_is_taken_as_it_is() -> None:
    price = find_price(KNOWN, at(tier="flex"), by_hand=Rates(1, 10, 0.5), batch=True)
    assert price
    assert price(USED) == Decimal("0.00175")
    assert Rates(1, 10).price(USED) == Decimal("0.002")


def test_a_server_that_counts_more_cached_than_read_makes_nothing_cheaper_than_cached() -> None:
    odd = Usage(10, 0, 500)
    price = find_price(KNOWN, at())
    assert price
    assert price(odd) == price(Usage(10, 0, 10)) > 0
    assert Rates(1, 1, 0.5).price(odd) == Decimal("0.000005")


@pytest.mark.parametrize("rates", [(-1, 1), (1, -1), (1, 1, -1), (float("nan"), 1), (1, float("inf"))])
def test_what_is_no_price_is_an_error(rates: tuple[float, ...]) -> None:
    with pytest.raises(SettingsError, match="a price"):
        Rates(*rates)
