"""Synthetic notes without end: `python -m bench.notes COUNT [FIRST] > notes.jsonl`.

A note is made from its number alone, so any part of a million can be made again. What it says is put together from
lists by setting; how it is written (terse, by headings, in capitals, as bullets, in prose) is drawn too. About one in
twelve is too thin, performed by an aide, or for a group. No note is of a person.
"""

import json
import random
import sys
from collections.abc import Iterator, Mapping
from typing import Any

_SIDES = ("R", "L", "B")
_DIAGNOSES = (
    "s/p R CVA", "s/p L CVA", "PD", "MS", "TBI", "s/p ACL recon", "s/p TKA", "s/p THA", "vestib hypofunction",
    "peripheral neuropathy", "incomplete SCI T8", "ataxia", "BPPV", "ankle sprain", "rotator cuff repair", "GBS",
    "cervicogenic dizziness", "DM neuropathy", "lumbar stenosis", "s/p ORIF ankle",
)  # fmt: skip
_IMPAIRMENTS = (
    "poor propriocep", "impaired balance", "dec quad control", "delayed postural reactions", "dec coordination",
    "poor trunk control", "impaired motor planning", "dec kinesthetic awareness", "LOB posteriorly x2",
    "dec ankle strategy", "impaired wt acceptance", "knee buckling in stance", "dec scapular control",
    "poor midline orientation", "dysmetria", "impaired static standing balance", "dec dynamic sitting balance",
)  # fmt: skip
_ACTIVITIES = (
    "wt shift {side}", "step taps {reps}", "tandem stance on foam {hold}", "SLS {hold} {sets}", "STS {reps}",
    "ball toss on airex {reps}", "PNF D2 {side} UE {reps}", "obstacle negotiation {feet}", "gaze stab x1 {hold}",
    "rhythmic stab in quadruped {hold}", "mini squats {reps}", "lateral step ups {side} {reps}",
    "perturbations in // bars {reps}", "reaching outside BOS {reps}", "cone taps {side} LE {reps}",
    "backward walking {feet}", "head turns during gait {feet}", "seated wt shifts on ball {reps}",
    "tall kneeling reach {reps}", "dual task gait {feet}",
)  # fmt: skip
_CUES = (
    "TC @ {side} quads", "VC for wt shift", "vc's for upright posture", "mirror for visual fb", "TC @ pelvis",
    "manual facilitation @ {side} hip", "min VC", "mod TC for trunk ext", "tapping @ {side} glut med",
    "verbal and tactile cues for knee control", "VC for sequencing", "hand over hand @ {side} UE",
)  # fmt: skip
_ASSISTS = ("CGA", "min A", "mod A", "SBA", "supervision", "min A x1", "CGA w/ gait belt", "max A", "mod I")
_RESPONSES = (
    "LOB x{small}, self recovered", "improved to {assist} by end", "{percent}% accuracy", "fatigued after {small} sets",
    "needed rest x{small}", "no LOB", "Berg {berg}/56, was {less}", "tol well, no c/o pain", "HR {pulse} after",
    "pain {small}/10 before and after", "TUG {berg} sec", "carried over 1 of {small} cues",
)  # fmt: skip
_FUNCTIONS = (
    "amb to bathroom", "safe transfers", "stairs at home", "dressing", "reaching overhead shelf", "community amb",
    "return to work", "getting in/out of tub", "carrying laundry", "crossing the street", "gait {feet} w/ RW",
    "playing on playground", "stand at sink to groom", "car transfers",
)  # fmt: skip
_THIN = ("NMR", "balance ex", "cont POC", "neuro re-ed, tol well", "ther ex and NMR per flow sheet", "same as last tx")
_NOT_ALONE = ("performed by aide", "in group of {small}", "student led, PT in next room")


def make_note(number: int) -> dict[str, Any]:
    """Return the note of this number as a line for `rewriter improve --batch`: id, text, minutes, clinician, date."""
    draw = random.Random(number)
    minutes = draw.choice((8, 10, 12, 15, 18, 20, 23, 25, 30, 38, 40))
    words = _Words(draw)
    kind = draw.random()
    if kind < 0.04:
        text = f"{draw.choice(_THIN)} {minutes} min"
    elif kind < 0.08:
        text = words.fill(f"{draw.choice(_ACTIVITIES)}, {draw.choice(_NOT_ALONE)}. {minutes} min")
    else:
        text = _STYLES[draw.randrange(len(_STYLES))](words, minutes)
    day = f"2026-{1 + number % 12:02}-{1 + number // 12 % 28:02}"
    # The treatment session's number of the plan keeps two notes from ever being the same.
    text = f"{text} Tx #{number + 1}."
    return {
        "id": f"n{number:08}",
        "text": text,
        "cpt": "97112",
        "minutes": minutes,
        "clinician": f"c{draw.randrange(400):03}",
        "date": day,
    }


def make_notes(count: int, first: int = 0) -> Iterator[dict[str, Any]]:
    """Yield notes by number."""
    return map(make_note, range(first, first + count))


class _Words:
    """Draws what a note says; sides and figures are filled in where a phrase has a place for them."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._side = draw.choice(_SIDES)

    def fill(self, phrase: str) -> str:
        draw = self._draw
        berg = draw.randint(18, 52)
        values: Mapping[str, object] = {
            "side": self._side,
            "reps": f"x{draw.choice((5, 8, 10, 12, 15, 20))}",
            "sets": f"x{draw.randint(2, 5)}",
            "hold": f"{draw.choice((10, 15, 20, 30, 45, 60))} sec",
            "feet": f"{draw.choice((10, 20, 25, 40, 50, 75, 100, 150))} ft",
            "small": draw.randint(2, 6),
            "percent": draw.choice((60, 70, 75, 80, 90)),
            "berg": berg,
            "less": berg - draw.randint(1, 6),
            "pulse": draw.randint(78, 118),
            "assist": draw.choice(_ASSISTS),
        }
        return phrase.format_map(values)

    def some(self, phrases: tuple[str, ...], most: int = 1) -> list[str]:
        """Return one phrase, or up to `most`."""
        return [self.fill(phrase) for phrase in self._draw.sample(phrases, self._draw.randint(1, most))]

    def one(self, phrases: tuple[str, ...]) -> str:
        return self.some(phrases)[0]


def _write_tersely(words: _Words, minutes: int) -> str:
    done, cues = ", ".join(words.some(_ACTIVITIES, 3)), ", ".join(words.some(_CUES, 2))
    return (
        f"{done}, {cues}, {words.one(_ASSISTS)}. {words.one(_IMPAIRMENTS)} {words.one(_DIAGNOSES)}. "
        f"{words.one(_RESPONSES)}. goal: {words.one(_FUNCTIONS)}. {minutes} min"
    )


def _write_by_headings(words: _Words, minutes: int) -> str:
    return (
        f"S: pt reports difficulty w/ {words.one(_FUNCTIONS)}.\n"
        f"O: {minutes}' NMR: {'; '.join(words.some(_ACTIVITIES, 3))} w/ {words.one(_CUES)}, {words.one(_ASSISTS)}.\n"
        f"A: {words.one(_IMPAIRMENTS)} d/t {words.one(_DIAGNOSES)}; {words.one(_RESPONSES)}.\nP: cont per POC."
    )


def _write_capitals(words: _Words, minutes: int) -> str:
    return _write_tersely(words, minutes).upper()


def _write_bullets(words: _Words, minutes: int) -> str:
    lines = [*words.some(_ACTIVITIES, 4), words.one(_CUES), words.one(_RESPONSES), f"for {words.one(_IMPAIRMENTS)}"]
    return "\n".join([f"97112 {minutes} min", *(f"- {line}" for line in lines)])


def _write_prose(words: _Words, minutes: int) -> str:
    return (
        f"Patient seen for {minutes} minutes of neuromuscular re-education {words.one(_DIAGNOSES)}. Worked on "
        f"{' and '.join(words.some(_ACTIVITIES, 2))} with {words.one(_CUES)} because of {words.one(_IMPAIRMENTS)}. "
        f"Required {words.one(_ASSISTS)}; {words.one(_RESPONSES)}. Needed for {words.one(_FUNCTIONS)}."
    )


_STYLES = (_write_tersely, _write_by_headings, _write_capitals, _write_bullets, _write_prose)


def main() -> None:
    """Print COUNT notes, from number FIRST on."""
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for line in make_notes(count, first):
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
