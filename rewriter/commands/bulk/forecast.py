"""What a dry run tells: how many notes there are to do, what they would cost, and how long they would take at least."""

from collections.abc import Mapping
from typing import Any

from rewriter.bulk.prices import find_price
from rewriter.bulk.tally import tell_time
from rewriter.bulk.tokens import foresee
from rewriter.bulk.trial import Trial
from rewriter.commands.bulk.order import Order
from rewriter.loop import Usage

_MINUTE = 60.0


def forecast(trial: Trial, order: Order) -> dict[str, Any]:
    """Return what a job would do: counts of notes, tokens and dollars from the least to the most, seconds at least.

    `cost` is None where no price is known. What the server's own latency adds to the seconds is not known beforehand.
    """
    told: dict[str, Any] = {
        "rows": trial.rows,
        "rejected": trial.rejected,
        "had_result": trial.had,
        "equal": trial.equal,
        "to_do": trial.new,
        "sample": len(trial.sample),
        "need_model": trial.need_model,
        "need_no_model": trial.new - trial.need_model,
    }
    seconds = trial.seconds * trial.new / order.processes
    if order.engine and order.settings and trial.asks:
        share = trial.need_model / len(trial.asks)
        both = [foresee(ask, order.engine.limits) for ask in trial.asks]
        least, most = (sum((pair[side] for pair in both), Usage()) for side in (0, 1))
        price = find_price(order.engine.name, order.settings, by_hand=order.bounds.rates, batch=order.batch_api)
        told["tokens"] = [round(share * (one.input + one.output)) for one in (least, most)]
        told["cost"] = [round(share * float(price(one)), 4) for one in (least, most)] if price else None
        if order.bounds.requests_per_minute:
            seconds = max(seconds, trial.need_model / order.bounds.requests_per_minute * _MINUTE)
        if order.bounds.tokens_per_minute:
            seconds = max(seconds, told["tokens"][0] / order.bounds.tokens_per_minute * _MINUTE)
    return {**told, "seconds_at_least": round(seconds, 1)}


def draw_forecast(told: Mapping[str, Any]) -> str:
    """Return a forecast, one thing a line."""
    lines = [
        "Dry run: nothing was asked or written.",
        f"rows         {told['rows']:,}; {told['rejected']:,} cannot be read, {told['had_result']:,} have a result, "
        f"{told['equal']:,} equal another",
        f"to do        {told['to_do']:,} notes; {told['need_no_model']:,} of them need no model",
    ]
    if "tokens" in told:
        low, high = told["tokens"]
        lines.append(f"model        {told['need_model']:,} notes, {low:,} to {high:,} tokens")
        if told["cost"] is None:
            lines.append("cost         no price is known for this model: --price gives one")
        else:
            low, high = told["cost"]
            lines.append(f"cost         ${low:,.2f} to ${high:,.2f}")
    lines.append(f"time         {tell_time(told['seconds_at_least'])} at least")
    if told["sample"] < told["to_do"]:
        lines.append(f"Estimated from {told['sample']:,} notes, drawn evenly.")
    return "\n".join(lines)
