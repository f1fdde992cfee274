"""How it was done: a skilled verb, and a cue or technique of a named type with its place, amount or reason."""

from collections.abc import Mapping

from rewriter.checks.case import HELPED, Case, Chain, Check, Finder, missing, shared_words
from rewriter.checks.forms import find_told, holds_form, sentence_at
from rewriter.findings import Finding, found
from rewriter.reading import Reading
from rewriter.reading.events import WHY
from rewriter.reading.mentions import QUANTITIES
from rewriter.rule import Rule

_GIVEN = (["given"], ["provided"], ["throughout"], ["used"])
_ENDED: tuple[list[str], ...] = ([], [","], ["."], [";"], ["\n"], ["with"], ["during"])
_VAGUE = (["given"], ["provided"], ["throughout"], ["as"], ["needed"], ["prn"], ["required"], ["."], [","])
_TREATS = frozenset({"therapist", "assistant", "student"})
_PASSED_OVER = frozenset("the his her their pt's patient's l r left right both each lateral medial upper lower".split())
_DETAIL_REACH = 40
_DETAILS = (
    frozenset({"part", "side", "level", "link", "surface", "position", "ability", "activity", "task"}) | QUANTITIES
)


def skilled_verb(case: Case, rule: Rule) -> list[Finding]:
    """The therapist does something skilled: a skilled verb, or a plain one with a cue beside it; or in plain words."""
    return [] if skilled_chain(case, rule) or shows_hand(case, rule) else missing(case, rule, ("cue",))


def skilled_chain(case: Case, rule: Rule) -> Chain:
    """Return the verb of the first skilled act, with its cue and intervention."""
    reading = case.text
    for event in reading.events:
        if event.agent not in ("therapist", "assistant"):
            continue
        verb = reading.mentions[event.verb].sense if event.verb is not None else None
        if verb is not None and reading.bits[event.verb or 0]:
            continue
        cue = next((i for i in event.cues), None)
        if verb is None and not (cue is not None and not event.explicit):
            continue
        if verb is not None and verb.group == "patient":
            continue
        if verb is not None and verb.group == "neutral" and cue is None:
            cue = next(
                (i for i in reading.by_sentence[event.sentence] if reading.mentions[i].sense.kind == "cue"), None
            )
            if cue is None:
                continue
        chain = [(event.verb, "verb")] if event.verb is not None else []
        return tuple(
            chain + ([(cue, "cue")] if cue is not None else []) + [(i, "intervention") for i in event.interventions[:1]]
        )
    for index in reading.having("verb"):
        sense = reading.mentions[index].sense
        if sense.group not in ("patient", "neutral") and sense.label == "ing":
            before = reading.words.low[reading.mentions[index].first - 1] if reading.mentions[index].first else ""
            if before == "therapist":
                return ((index, "verb"),)
    return ()


def how_cue(case: Case, rule: Rule) -> list[Finding]:
    """A cue or hands-on technique of a named type is there."""
    if typed_cues(case) or _hands_on(case) or shows_hand(case, rule):
        return []
    return missing(case, rule, ("cue",))


def shows_hand(case: Case, rule: Rule) -> bool:
    """Plain words tell what the therapist did or gave ("told him", "clapped time"), or where the hands were.

    Nothing is told so of what the patient or somebody else did.
    """
    reading = case.text
    deeds = find_told(reading, shared_words(case, rule, "deeds"))
    if any(not _by_other(reading, first) for first, _ in deeds):
        return True
    if find_told(reading, shared_words(case, rule, "followed")):
        return True
    laid = shared_words(case, rule, "laid")
    return any(
        _is_laid(reading, laid, last) and not _by_other(reading, first)
        for first, last in find_told(reading, shared_words(case, rule, "hands"))
    )


def _by_other(reading: Reading, word: int) -> bool:
    """The last person named before it in its sentence is none who treats: "his wife told him"."""
    sentence = reading.sentences[sentence_at(reading, word)]
    persons = [
        reading.mentions[i] for i in reading.between(sentence.first, word) if reading.mentions[i].sense.kind == "person"
    ]
    if not persons:
        return False
    last = persons[-1]
    if last.sense.group == "patient":
        return word - last.last <= 1  # "patient told her"; not "patient retropulses, told him"
    return last.sense.group not in _TREATS


def _is_laid(reading: Reading, laid: list[str], word: int) -> bool:
    """A part of the body that patients' own hands do not rest on comes next: "hand on the sternum"."""
    low = reading.words.low
    while word < len(low) and low[word] in _PASSED_OVER:
        word += 1
    return any(
        reading.mentions[i].sense.kind == "part" and holds_form(reading.mentions[i].sense.label, laid)
        for i in reading.between(word, word + 1)
    )


def _hands_on(case: Case) -> list[int]:
    """Assistance with contact is a how of its own: its type and amount are named."""
    reading = case.text
    return [i for i in reading.having("level") if reading.mentions[i].sense.group in HELPED - {"standby"}]


def typed_cues(case: Case) -> list[int]:
    """Return the asserted cues of a named type, or whose content follows them."""
    reading = case.text
    return [i for i in reading.having("cue") if reading.mentions[i].sense.group != "general" or _says_what(reading, i)]


def _says_what(reading: Reading, cue: int) -> bool:
    """A cue of no named type counts where its content follows: "cued ankle strategy", not "cues given throughout"."""
    end = reading.mentions[cue].last
    detail = _detail(reading, cue)
    following = reading.words.low[end : end + 1]
    return detail is not None and reading.mentions[detail].first - end <= 2 and following not in _VAGUE


def cue_chain(case: Case, rule: Rule) -> Chain:
    """Return the cue and its detail; nothing where plain words told the how."""
    cue = next(iter(typed_cues(case) or _hands_on(case)), None)
    if cue is None:
        return ()
    detail = _detail(case.text, cue)
    return ((cue, "cue"),) + (((detail, "place, amount or reason"),) if detail is not None else ())


def cue_detail(case: Case, rule: Rule) -> list[Finding]:
    """At least one cue says where, how much or why."""
    cues = typed_cues(case)
    if not cues or any(_detail(case.text, cue) is not None and not _is_bare(case.text, cue) for cue in cues):
        return []
    return [found(rule, case.text.text, span=case.text.span(case.text.mentions[cues[0]]))]


def _is_bare(reading: Reading, cue: int) -> bool:
    """That it was given is all that is said of it: "verbal cues provided, poor balance", "cues given with step ups"."""
    end = reading.mentions[cue].last
    said = reading.words.low[end : end + 1]
    behind = reading.words.low[end + 1 : end + 2]
    return said in _GIVEN and behind in _ENDED


def _detail(reading: Reading, cue: int) -> int | None:
    """Return a mention in the cue's sentence, at or after it, that gives place, amount or reason."""
    place, number = reading.mentions[cue].first, reading.sentence_of[cue]
    last = min(reading.sentences[number].last, place + _DETAIL_REACH)
    kinds = _DETAILS | WHY
    return next((i for i in reading.between(place + 1, last) if reading.mentions[i].sense.kind in kinds), None)


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (skilled_verb, how_cue, cue_detail)}
CHAINS: Mapping[str, Finder] = {"skilled_verb": skilled_chain, "how_cue": cue_chain}
