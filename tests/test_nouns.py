"""The article before a noun of a closed set, where nothing follows that it would only be part of."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def told(note: str) -> str:
    return "; ".join(fact.surface for fact in find_facts(read(note, PACK), PACK))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("heel slides w strap 2x15", "with a strap for 2 sets"),
        ("tall kneel at bench 3 min", "at a bench for 3 minutes"),
        ("gait w metronome 90 bpm", "with a metronome at 90 bpm"),
        ("mirror + TC glutes", "a mirror"),
        ("tired by end", "by the end"),
        ("froze in doorway x2", "in the doorway 2 times"),
        ("min A at hips", "at the hips"),
        ("LOB x2 caught by PT", "by the physical therapist"),
        ("home safety w husband", "with the husband"),
        ("pt needed timer to stay on task", "needed a timer"),
        ("cue to tuck chin", "a cue to tuck"),
        ("cue squeeze glutes", "a cue to squeeze"),
        ("stood at kitchen counter 4 min", "at the kitchen counter"),
        ("she washed dishes at sink, no LOB", "at the sink"),
        ("amb 60 ft to dining room", "to the dining room"),
        ("pt walked w cane today", "with a cane"),
    ],
)
def test_what_there_is_one_of_takes_its_article(note: str, said: str) -> None:
    assert said in told(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("pain at end range", "pain at end range"),
        ("mirror therapy 5 min", "mirror therapy"),
        ("she walked kitchen to bathroom", "kitchen to bathroom"),
        ("push-in gym, 3rd grade", "push-in gym"),
        ("reviewed with nurse practitioner orders", "with nurse"),
        ("min A for knee control", "for knee control"),
        ("at shoulder height", "at shoulder height"),
    ],
)
def test_part_of_a_longer_noun_takes_none(note: str, said: str) -> None:
    assert said in told(note)
