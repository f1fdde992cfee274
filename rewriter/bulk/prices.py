"""What tokens cost: a price given by hand, or the one that is published for a model at its server."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import genai_prices

from rewriter.errors import SettingsError
from rewriter.loop import Usage
from rewriter.settings import Settings

# Returns the dollars that these tokens cost.
Price = Callable[[Usage], Decimal]
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Rates:
    """A price given by hand: dollars for a million tokens, as they are paid; cached input costs as other where None.

    No discount of a tier or of batches is taken off. Raises SettingsError for what is no price.
    """

    input: float
    output: float
    cached: float | None = None

    def __post_init__(self) -> None:
        if not all(0 <= rate < float("inf") for rate in (self.input, self.output, self.cached or 0)):
            raise SettingsError("a price is dollars for a million tokens, not below zero")

    def price(self, usage: Usage) -> Decimal:
        """Return the dollars that these tokens cost."""
        fresh, cached, output = _exactly(self.input), _exactly(self.cached), _exactly(self.output)
        kept = 0 if self.cached is None else _count_cached(usage)
        return ((usage.input - kept) * fresh + kept * cached + usage.output * output) / _MILLION


def rates_from(written: str) -> Rates:
    """Return the price in a text such as "0.25,2" or "0.25,2,0.025": input, output, cached. Raises SettingsError."""
    try:
        rates = [float(part) for part in written.split(",")]
        if not 2 <= len(rates) <= 3:
            raise ValueError
    except ValueError:
        raise SettingsError("a price is dollars for a million tokens, such as 0.25,2 or 0.25,2,0.025") from None
    return Rates(*rates)


def find_price(model: str, settings: Settings, *, by_hand: Rates | None = None, batch: bool = False) -> Price | None:
    """Return the price given by hand, else the published one in the tier of the settings; None where none is known.

    The server is known by its address alone: elsewhere a model of the same name may cost anything.
    """
    if by_hand:
        return by_hand.price
    tier = {"service_tier": settings.tier}
    # The published prices of batches are half the others, but genai-prices returns the whole ones for them.
    share = Decimal("0.5") if batch else Decimal(1)

    def price(usage: Usage) -> Decimal:
        used = genai_prices.Usage(
            input_tokens=usage.input, output_tokens=usage.output, cache_read_tokens=_count_cached(usage)
        )
        context = None if batch else tier
        found = genai_prices.calc_price(used, model, provider_api_url=settings.base_url, price_context=context)
        return found.total_price * share

    try:
        price(Usage(1, 1))
    except LookupError:
        return None
    return price


def _count_cached(usage: Usage) -> int:
    return min(usage.cached, usage.input)  # a server may miscount


def _exactly(rate: float | None) -> Decimal:
    return Decimal(str(rate or 0))
