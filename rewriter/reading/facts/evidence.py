"""What a piece shows to have been there, by names that a verb may ask for: its kinds, its groups, its concepts.

A cue that is a thing, or a deed shown, tells of no prompt: nobody is said to have cued by "lateral step down 3x8
mirror".
"""

from collections.abc import Sequence

from rewriter.lexicon import Sense
from rewriter.reading.reading import Reading

# Of these senses a cue may be a thing: a mirror, a line, a metronome.
_BY_THINGS = frozenset({"cue:visual", "cue:auditory"})
# By these it is called a deed.
_PROMPTS = frozenset(
    "cue cues cued cueing cuing prompt prompts prompted prompting gesture gesturing gestural pointing instruction "
    "instructions reminder reminders therapist count counting".split()
)


def evidence_of(sense: Sense) -> tuple[str, str, str]:
    """Return the names by which a sense can license a verb: its kind, its group, its concept."""
    return f"kind:{sense.kind}", f"{sense.kind}:{sense.group}", sense.id


def gather_evidence(reading: Reading, inside: Sequence[int]) -> frozenset[str]:
    """Return the names of what mentions `inside` assert of the visit."""
    found: set[str] = set()
    for index in inside:
        if reading.bits[index]:
            continue
        mention = reading.mentions[index]
        names = evidence_of(mention.sense)
        is_thing = _PROMPTS.isdisjoint(reading.words.low[mention.first : mention.last])
        found.update(name for name in names if not (is_thing and name in _BY_THINGS))
    return frozenset(found)
