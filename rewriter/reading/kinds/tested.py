"""Tests named by what they look for: "neglect screen neg" and "clonus test 3 beats" tell of no deficit yet."""

from collections.abc import Sequence

from rewriter.reading.mentions import Mention

# Behind the name of a deficit: it is tested, or rated, and what came of it follows.
_TESTS = frozenset(
    "test tests testing retest tested screen screens screening screened scale scales questionnaire questionnaires "
    "inventory index rating ratings battery assessment assessments eval evaluation exam examination probe measure "
    "measures measurement measurements checklist survey".split()
)
# A retropulsion test is a pull at the shoulders.
_PULLED = {"retropulsion": frozenset({"pull", "pulls"})}


def names_test(low: Sequence[str], deficit: Mention) -> bool:
    """Tell whether a word for a test stands right behind the name of a deficit, which is what is looked for."""
    behind = low[deficit.last : deficit.last + 1]
    return behind != [] and (behind[0] in _TESTS or behind[0] in _PULLED.get(deficit.sense.id, ()))
