"""What a note tells of its own day, where the treatment is that of the visits before: EPI-4."""

from collections.abc import Iterator, Mapping, Set

from rewriter.checks import Case, Check, whole
from rewriter.earlier import Earlier
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.history.told import last_own, softened
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, REPORTED
from rewriter.reading.kinds import is_session_time
from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.rule import Rule

_TREATMENT = frozenset({"activity", "task"})
_DONE = _TREATMENT | {"cue"}
_TELLING = (
    QUANTITIES
    | _TREATMENT
    | frozenset(
        "cue level surface position vision device equipment measure vital symptom better worse education "
        "impairment ability strategy function".split()
    )
) - {"date", "clock", "code", "units"}
_ADAPTED = frozenset({"modify", "progress", "correct", "inhibit"})
# What is told by degrees belongs to its treatment, as figures do.
_BOUND = QUANTITIES | {"level", "better", "worse", "symptom"}
_STEM = 4
# Something told of the day: the treatments it belongs to, its kind, what it is, and whether it is denied.
_Item = tuple[frozenset[str], str, str, bool]


def todays_component(case: Case, rule: Rule) -> list[Finding]:
    """The treatment of the last visits is repeated, and nothing is new: no cue, dose, response, change or word."""
    reading = case.note
    today = frozenset(_items(reading))
    if not any(kind in _DONE and not denied for _, kind, _, denied in today):
        return []
    repeated: list[Earlier] = []
    words: set[str] = set()
    for note in reversed(last_own(case, rule.parameters["visits"])):
        theirs = note.read(case.pack)
        stems = _stems(theirs)
        if _is_news(today, frozenset(_items(theirs)), stems):
            break
        repeated.append(note)
        words |= stems
    if not repeated:
        return []
    new = _new_words(reading, words, frozenset(rule.parameters["empty"]))
    if new > rule.parameters["most_new"]:
        return []
    sure = len(repeated) >= rule.parameters["fewest"] and not new
    values = {"visit": repeated[0].name if len(repeated) == 1 else f"the last {len(repeated)} notes"}
    level = rule.level if sure else softened(rule)
    return [
        found(
            rule,
            reading.text,
            side=case.note_side,
            anchor=whole(reading),
            mend=CLINICIAN,
            level=level,
            values=values,
        )
    ]


def _items(reading: Reading) -> Iterator[_Item]:
    """Yield what is told of the day, each bound to the treatments it stands behind, before the first ones to those.

    Treatments without a figure or degree between them are one: "arm lifts in quadruped 2x8".
    """
    told: list[tuple[set[str], Mention, bool]] = []
    run: set[str] = set()
    is_closed = False
    for index, mention in enumerate(reading.mentions):
        kind, bits = mention.sense.kind, reading.bits[index]
        if bits & (PLANNED | HISTORICAL):
            continue
        if kind in _TREATMENT:
            run = set() if is_closed else run
            run.add(mention.sense.id.rpartition("_")[2])
            is_closed = False
        if kind == "duration" and is_session_time(reading, index):
            continue
        if kind in _TELLING or (kind == "verb" and mention.sense.group in _ADAPTED):
            is_closed = is_closed or (kind in _BOUND and bool(run))
            told.append((run, mention, bool(bits & NEGATED)))
    for treatments, mention, denied in told:
        yield frozenset(treatments), mention.sense.kind, mention.sense.id, denied


def _is_news(today: Set[_Item], theirs: Set[_Item], stems: Set[str]) -> bool:
    """Tell whether today has anything that another note lacks.

    A figure or a degree is the same only with the same treatment, where both tell it; a concept also where its words
    all stand in the other note: "lateral weight shift" and "weight shift lateral".
    """
    bound: dict[tuple[str, str, bool], list[frozenset[str]]] = {}
    for of, kind, name, denied in theirs:
        bound.setdefault((kind, name, denied), []).append(of)
    for of, kind, name, denied in today:
        others = bound.get((kind, name, denied))
        if kind in _BOUND:
            if not others or not any(of <= other or other <= of for other in others):
                return True
        elif others is None and (denied or any(word[:_STEM] not in stems for word in name.split("_"))):
            return True
    return False


def _stems(reading: Reading) -> set[str]:
    """Return the beginnings of all words."""
    return {word[:_STEM] for word in reading.words.low}


def _new_words(reading: Reading, known: Set[str], empty: Set[str]) -> int:
    """Count the words that neither earlier notes have nor any fact holds: what the reader may have missed."""
    held = {
        at
        for index, mention in enumerate(reading.mentions)
        if mention.sense.kind in _TELLING | {"person", "link", "treatment", "admin", "boilerplate", "side"}
        and not reading.bits[index] & REPORTED
        for at in range(mention.first, mention.last)
    }
    return sum(
        len(word) > 2
        and word[0].isalpha()
        and not (at in held or word in empty or word[:_STEM] in known or reading.is_scoped(PLANNED, at, at + 1))
        for at, word in enumerate(reading.words.low)
    )


CHECKS: Mapping[str, Check] = {"todays_component": todays_component}
