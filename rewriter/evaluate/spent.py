"""What a run took: tokens, dollars, seconds."""

from rewriter.evaluate.score import LOWER, NUMBER, Score, Trial


def _tokens(trial: Trial) -> float:
    return sum(request.input_tokens + request.output_tokens for request in trial.run.trace)


def _written(trial: Trial) -> float:
    return sum(request.output_tokens for request in trial.run.trace)


def _cost(trial: Trial) -> float | None:
    return trial.run.cost


def _seconds(trial: Trial) -> float:
    return trial.run.seconds


SCORES = (
    Score("tokens", "Tokens that the model read and wrote, over all requests.", LOWER, NUMBER, _tokens, "tokens"),
    Score("tokens_written", "Tokens that the model wrote.", LOWER, NUMBER, _written, "tokens"),
    Score("cost", "What the model's tokens cost.", LOWER, NUMBER, _cost, "dollars"),
    Score("seconds", "The time from the note to its result.", LOWER, NUMBER, _seconds, "seconds"),
)
