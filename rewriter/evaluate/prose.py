"""How the returned text reads: its length, its school grade, and how far it is from the composer's."""

import re

from rapidfuzz.distance import Levenshtein

from rewriter.evaluate.score import LOWER, NEITHER, NUMBER, Score, Trial

_WORD = re.compile(r"\w+(?:['\u2019./-]\w+)*")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")


def grade(text: str) -> float | None:
    """Return the Coleman-Liau index of a text, a US school grade; None for a text without words.

    It counts letters, words and sentences, so nothing is guessed as syllables are (Coleman and Liau 1975).
    """
    words = len(_WORD.findall(text))
    if not words:
        return None
    letters = sum(char.isalnum() for char in text)
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    return 5.88 * letters / words - 29.6 * sentences / words - 15.8


def distance(one: str, other: str) -> float:
    """Return the share of words to insert, delete or replace to make one text the other: 0 same, 1 nothing shared."""
    return Levenshtein.normalized_distance(_WORD.findall(one.lower()), _WORD.findall(other.lower()))


def _from_composer(trial: Trial) -> float | None:
    if trial.plain is None or trial.plain.text is None or trial.run.text is None:
        return None
    return distance(trial.plain.text, trial.run.text)


def _grade(trial: Trial) -> float | None:
    return None if trial.run.text is None else grade(trial.run.text)


def _words(trial: Trial) -> float | None:
    return None if trial.run.text is None else len(_WORD.findall(trial.run.text))


SCORES = (
    Score(
        "edit_distance",
        "The share of words that differ between the composer's text and this one: what the model changed.",
        NEITHER,
        NUMBER,
        _from_composer,
        "share",
    ),
    Score(
        "reading_grade",
        "The school grade that the returned text asks of its reader (Coleman-Liau).",
        LOWER,
        NUMBER,
        _grade,
        "grade",
    ),
    Score(
        "words", "Words of the returned text; with the same facts, fewer read faster.", LOWER, NUMBER, _words, "words"
    ),
)
