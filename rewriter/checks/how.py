"""How it was done: a skilled verb, and a cue or technique of a named type with its place, amount or reason."""

from collections.abc import Mapping, Set

from rewriter.checks.case import HELPED, Case, Chain, Check, Finder, missing, shared_words
from rewriter.checks.forms import find_told
from rewriter.checks.hands import is_laid, tells_or_shows
from rewriter.checks.treated import has_service
from rewriter.english import DETERMINERS
from rewriter.findings import Finding, found
from rewriter.persons import TREATED, TREATING
from rewriter.reading import Reading
from rewriter.reading.events import WHY
from rewriter.reading.mentions import QUANTITIES, SENSES
from rewriter.rule import Rule

_GIVEN = (["given"], ["provided"], ["throughout"], ["used"])
_ENDED: tuple[list[str], ...] = ([], [","], ["."], [";"], ["\n"], ["with"], ["during"])
# What introduces the content of a cue ("cues for upright posture"), what may stand before it, and what ends it.
_INTRODUCES = frozenset({"for", "to", "of", ":", "at", "on"})
_CUES = frozenset({"cue", "cues", "cueing", "cuing"})
# What is bidden begins so.
_BIDS = frozenset(
    "look keep stand step shift lift lead push lean slow stay breathe reach turn bend straighten tuck squeeze pause "
    "stop open lock use find put place sit hold relax let tall big nose chin heel knee knees don't".split()
)
_CUED = frozenset({"cued", "cueing", "cuing"})
_ENDS = frozenset(
    [*". ; , ( through during while with throughout as when in secondary due because was were is are".split(), "\n"]
)
_NO_CONTENT = frozenset({"impairment", "symptom", "diagnosis", "person", "surface", "link", "level"}) | QUANTITIES
_PLACED = frozenset({"at", "on", "to", "over", "through"})
# What names a cue by its type alone; "red tape", "rests" and "nose over toes cue" say themselves what was given.
_TYPED = SENSES | set("cue cues cueing cuing cued verbally physical touch hand hands on".split())
_QUOTES = frozenset({'"', "'", "\u201c", "\u2018"})
_DETAIL_REACH, _CONTENT_REACH, _TYPE_REACH, _BACK = 40, 8, 3, 6
_CONTENT = frozenset({"part", "position", "ability"})
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
    if typed_cues(case, rule) or _hands_on(case, rule) or shows_hand(case, rule):
        return []
    if has_service(case.text, shared_words(case, rule, "by_hand")):
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
    if find_told(reading, shared_words(case, rule, "followed")) or tells_or_shows(case, rule):
        return True
    laid = shared_words(case, rule, "laid")
    return any(
        is_laid(reading, laid, last) and not _by_other(reading, first)
        for first, last in find_told(reading, shared_words(case, rule, "hands"))
    )


def _by_other(reading: Reading, word: int) -> bool:
    """The last person named before it in its sentence is none who treats: "his wife told him"."""
    sentence = reading.sentences[reading.sentence_at(word)]
    persons = [
        reading.mentions[i] for i in reading.between(sentence.first, word) if reading.mentions[i].sense.kind == "person"
    ]
    if not persons:
        return False
    last = persons[-1]
    if last.sense.group == "patient":
        return word - last.last <= 1  # "patient told her"; not "patient retropulses, told him"
    return last.sense.group not in TREATING


def _hands_on(case: Case, rule: Rule) -> list[int]:
    """Assistance with contact is a how of its own: its type and amount are named.

    Contact guard is there to be safe, and shows a technique only where it says where the hands were.
    """
    reading = case.text
    laid = shared_words(case, rule, "laid")
    return [
        i
        for i in reading.having("level")
        if reading.mentions[i].sense.group in HELPED - {"standby", "contact_guard"}
        or (reading.mentions[i].sense.group == "contact_guard" and _is_placed(reading, laid, reading.mentions[i].last))
    ]


def _is_placed(reading: Reading, laid: list[str], word: int) -> bool:
    return reading.words.low[word : word + 1] != [] and (
        reading.words.low[word] in _PLACED and is_laid(reading, laid, word + 1)
    )


def typed_cues(case: Case, rule: Rule) -> list[int]:
    """Return the asserted cues of a named type, or whose content follows them."""
    reading = case.text
    vague = frozenset(shared_words(case, rule, "vague"))
    return [
        i
        for i in reading.having("cue")
        if reading.mentions[i].sense.group != "general" or _says_what(reading, i, vague)
    ]


def _says_what(reading: Reading, cue: int, vague: Set[str]) -> bool:
    """A cue of no named type counts where its content is told: "cued ankle strategy", "cues to avoid trunk roll".

    That, when, how often or what for it was given is no content: "cues given throughout", "cues x 3", "cueing for task
    completion".
    """
    low = reading.words.low
    mention = reading.mentions[cue]
    before = (reading.mentions[i] for i in reading.between(max(0, mention.first - _BACK), mention.first))
    if any(item.last == mention.first and item.sense.kind in _CONTENT for item in before):
        return True  # "ankle strategy cues", "righting reactions cued"
    if not SENSES.isdisjoint(low[mention.last : mention.last + _TYPE_REACH]):
        return True  # "cueing was verbal"
    at, last = mention.last, min(reading.sentences[reading.sentence_of[cue]].last, mention.last + _CONTENT_REACH)
    while at < last and (low[at] in TREATED or low[at] in DETERMINERS):
        at += 1
    if at < last and (low[at] in _QUOTES or (low[at] in _BIDS and low[at - 1] in _CUES)):
        return True  # 'cues "tall"', "cue look up not at floor"
    linked = at < last and low[at] in _INTRODUCES
    named = TREATED.isdisjoint(low[mention.last : at])  # not "cued the patient through gait"
    if not linked and not (named and low[mention.last - 1] in _CUED):
        return False
    said = []
    for place in range(at + linked, last):
        if low[place] in _ENDS:
            break
        said.append(place)
    return any(
        low[place].isalpha()
        and low[place] not in vague
        and not low[place].endswith("ly")
        and not _is_in(reading, place, _NO_CONTENT)
        for place in said
    )


def _is_in(reading: Reading, word: int, kinds: Set[str]) -> bool:
    """Tell whether a mention of these kinds holds the word."""
    near = (reading.mentions[i] for i in reading.between(max(0, word - _BACK), word + 1))
    return any(item.sense.kind in kinds and item.first <= word < item.last for item in near)


def cue_chain(case: Case, rule: Rule) -> Chain:
    """Return the cue and its detail; nothing where plain words told the how."""
    cue = next(iter(typed_cues(case, rule) or _hands_on(case, rule)), None)
    if cue is None:
        return ()
    detail = _detail(case.text, cue)
    return ((cue, "cue"),) + (((detail, "place, amount or reason"),) if detail is not None else ())


def cue_detail(case: Case, rule: Rule) -> list[Finding]:
    """At least one cue says where, how much or why."""
    cues = typed_cues(case, rule)
    if not cues or any(_is_detailed(case.text, cue) for cue in cues):
        return []
    return [found(rule, case.text.text, span=case.text.span(case.text.mentions[cues[0]]))]


def _is_detailed(reading: Reading, cue: int) -> bool:
    """What was said, how often, where, or why is told of it, or it is a thing or a rest and no bare cue."""
    mention, low = reading.mentions[cue], reading.words.low
    if _is_bare(reading, cue):
        return False
    if mention.sense.group == "technique":
        near = reading.by_sentence[reading.sentence_of[cue]]
    else:
        near = list(reading.between(max(0, mention.first - _BACK), mention.first))
        near = [i for i in near if reading.mentions[i].last == mention.first]
        if not _TYPED.issuperset(low[mention.first : mention.last]):
            return True
    kinds = _DETAILS - {"activity", "task"} if mention.sense.group == "technique" else QUANTITIES
    told = any(reading.mentions[i].sense.kind in kinds for i in near if i != cue)
    return told or _tells_content(reading, cue) or _detail(reading, cue) is not None


def _tells_content(reading: Reading, cue: int) -> bool:
    """Words behind it tell what was said or wanted: "verbal cues 'look up'", "cues to keep the walker close"."""
    low, at = reading.words.low, reading.mentions[cue].last
    behind = low[at : at + 3]
    if behind[:1] and behind[0] in _QUOTES:
        return True
    return len(behind) > 1 and behind[0] in ("to", ":", "for", "not", "no") and behind[1] not in _ENDS


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
