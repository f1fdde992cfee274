"""Who did it: the therapist, an aide, a caregiver or the patient, and what each is told to have done.

An act is a person with the words that tell what the person did: those behind the person ("the aide charted"), before
"by" and the person ("caught by the aide"), or the thing the person owns ("the aide's hand"). The note must have the
same person in the act that tells most of the same words. Where the note names nobody, nothing is compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from rewriter.english import BE, DETERMINERS, HAVE
from rewriter.fidelity.related.parties import AUTHOR, DISCIPLINES, SELF, Party, find_parties, is_same
from rewriter.fidelity.texts.bounds import end_of
from rewriter.fidelity.texts.modifiers import Keys
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import BREAKS, FULL_STOPS

_ENDS = frozenset(".;,\n()[]!?:\u2022")
_TURNS = frozenset({"while", "whereas", "but", "and", "when", "after", "before", "as", "since", "because", "then"})
_BEHIND = _ENDS | _TURNS | {"-"}
# Behind these a person is no agent.
_OBJECT = frozenset("with to of for on at than told notified called beside w/ w asked instructed taught let".split())
_BY = frozenset({"by", "per", "from"})  # "min A from the aide", "tape on from ATC"
_WITH = frozenset({"with", "w/", "w"})
# Whom it was done for or shown to did not do it.
_TO_WHOM = frozenset(
    "for to told notified called asked instructed taught show shown showed showing teach teaching".split()
)
_ARTICLES = DETERMINERS | {"another", "this"}
# With these behind, a person undergoes or has what is told.
_SUFFERS = (BE | HAVE) | frozenset(
    "received receives required requires needed needs got gets "
    "demonstrated demonstrates presented presents showed shows experienced lost not would will should may "
    "tolerated tolerates tolerating".split()
)
# What somebody did not do is told of somebody else.
_DENIED = frozenset("not no never without except other than nor didn't".split())
_WAS = frozenset({"was", "were", "is", "being"})
_HAD_TO = frozenset({"had", "has", "have", "needed"})
# Who gave the treatment, whatever it was.
_TREATED, _TREATS = frozenset({"treated", "seen"}), frozenset({"tx", "tx'd", "treated", "treats", "treating"})
_GAVE = frozenset("ran run led conducted provided gave given delivered rendered performed".split())
_TREATMENT = frozenset({"treatment", "session", "care", "visit"})
_VISIT = 6
_SHORT = 4
_STAFF = frozenset({"therapist", "assistant", "aide", "student", "nurse"})


class Act(NamedTuple):
    """A person and the words (by key) that tell what the person did.

    `claims` are those that say something; all of them where none does (`is_plain`). `is_agent`: told behind a "by".
    `verb` are the keys of the word right behind the person.
    """

    party: Party
    sentence: int
    claims: frozenset[Keys]
    words: frozenset[Keys]
    is_plain: bool
    is_agent: bool
    verb: Keys


def find_acts(terms: Terms, parties: Sequence[Party]) -> list[Act]:
    """Return what a text tells each of its persons to have done."""
    low = terms.reading.words.low
    owners = ["'s"], ["'"]
    starts = {party.first for party in parties if low[party.last : party.last + 1] not in owners}  # "another patient's"
    reading = terms.reading
    links = (reading.mentions[at].first for at in reading.having("link"))
    starts.update(at for at in links if low[at - 1] not in _HAD_TO)  # a reason is no deed
    acts = []
    for party in parties:
        first, last = party.first, party.last
        before = first - 1
        while before >= 0 and low[before] in _ARTICLES:
            before -= 1
        beside = low[before] if before >= 0 else "."
        owned = low[last : last + 1] in owners or low[last - 1].endswith("'s") or low[last - 1] == "my"
        if party.role == SELF:
            words = _words_of_self(terms, first, last, starts)
        elif owned:
            words = range(last, min(last + 2, len(low)))
        elif beside in _BY:
            comma = end_of(low, last, _ENDS, last + _SHORT)
            if beside == "by" and low[comma : comma + 1] == [","] and (not before or low[before - 1] in FULL_STOPS):
                words = range(comma + 1, _end_of_act(low, comma + 1, starts))  # "By the PT, the trunk was addressed"
            else:
                words = range(_start_of_act(terms, before, starts), before)
        elif beside in _WITH and low[last : last + 1] != [] and low[last].endswith("ing"):
            words = range(last, _end_of_act(low, last, starts))  # "with the wife counting aloud"
        elif beside in _OBJECT or low[last : last + 1] == [] or (party.group == "patient" and low[last] in _SUFFERS):
            continue
        else:
            if low[last] == "," and beside == ",":
                last += 1  # "J. Ruiz, the PT, provided"
            words = range(last, _end_of_act(low, last, starts))
        if not _DENIED.isdisjoint(low[words.start : words.stop]):
            continue
        inside = terms.inside(words.start, words.stop)
        told = frozenset(terms.named[index] for index in inside)
        claims = frozenset(terms.named[i] for i in inside if terms.claims[i] or _is_verb(terms, i))
        if party.group != "patient":  # who gave how much help: "min A by PT", "the aide gave minimal assistance"
            given = frozenset(
                frozenset({f"level:{reading.mentions[at].sense.group}"})
                for at in reading.between(words.start, words.stop)
                if reading.mentions[at].sense.kind == "level"
            )
            told, claims = told | given, claims | given
        if told:
            verb = next((terms.named[index] for index in terms.inside(last, last + 1)), frozenset())
            acts.append(Act(party, terms.sentence_at(first), claims or told, told, not claims, beside == "by", verb))
    return acts


def _words_of_self(terms: Terms, first: int, last: int, starts: set[int]) -> range:
    """Return the words that tell what one did oneself: "self corrected", "caught themselves", "massage, self"."""
    low = terms.reading.words.low
    if low[last : last + 1] != [] and low[last].endswith("ed"):
        return range(last, last + 1)
    if low[first - 1] == "," and (last == len(low) or low[last] in _ENDS):
        return range(_start_of_act(terms, first - 1, starts), first - 1)
    return range(max(0, first - 1), first)


def _is_verb(terms: Terms, index: int) -> bool:
    """A verb that says what was done, not only that something was ("provided")."""
    return terms.kind(index) == "verb" and terms.reading.mentions[terms.mention[index]].sense.group != "neutral"


def _start_of_act(terms: Terms, by: int, starts: set[int]) -> int:
    """Return where the words begin that tell what was done by somebody: "assistance being given by the aide".

    Where they only say that something was done, what was done stands further ahead: "the trunk, on a mat, was addressed
    by".
    """
    low, start = terms.reading.words.low, by
    while start > 0 and low[start - 1] not in _BEHIND and (start - 1 not in starts or start == by):
        start -= 1
    if start > 0 and low[start - 1] == "," and low[start] in _WAS:
        while start > 0 and low[start - 1] not in FULL_STOPS and start - 1 not in starts:
            start -= 1
    return start


def _end_of_act(low: Sequence[str], last: int, starts: set[int]) -> int:
    """Return the end of what a person is told to do: the next mark or turn; a label ("OT:") holds its sentence."""
    end = last
    ends = BREAKS if low[last : last + 1] in ([":"], ["-"]) else _ENDS | _TURNS
    while end < len(low) and low[end] not in ends and (end not in starts or end == last):  # "addressed" links, too
        end += 1
    return end


def _shared(one: frozenset[Keys], other: frozenset[Keys]) -> int:
    """Return how many words of the one are in the other."""
    return sum(any(not keys.isdisjoint(others) for others in other) for keys in one)


def _is_alike(one: Act, other: Act) -> bool:
    """Most words of the shorter of the two acts are in both; one word alone decides between short acts only."""
    if one.is_plain != other.is_plain and SELF not in (one.party.role, other.party.role):
        return False
    shared, sizes = _shared(one.claims, other.claims), (len(one.claims), len(other.claims))
    return 2 * shared > min(sizes) and (shared > 1 or max(sizes) <= _SHORT)


class Usurped(NamedTuple):
    """A person of the rewrite who is told to have done what the note tells of another."""

    party: Party
    meant: Party


def find_usurped(said: Terms, note: Terms) -> Iterator[Usurped]:
    """Yield the persons of the rewrite that stand in for another of the note."""
    persons = find_parties(note)
    given = find_acts(note, persons) if persons else []
    if not given:
        return
    parties = find_parties(said)
    stated = find_acts(said, parties)
    both = DISCIPLINES.issubset({party.role for party in persons})
    here, there = _present(said, parties), _present(note, persons)
    by_key: dict[str, set[int]] = {}
    for number, act in enumerate(given):
        for key in chain.from_iterable(act.claims):
            by_key.setdefault(key, set()).add(number)
    meant: list[tuple[Act, Act]] = []
    for act in stated:
        near = sorted({number for key in chain.from_iterable(act.claims) for number in by_key.get(key, ())})
        alike = [given[number] for number in near if _is_alike(act, given[number])]
        shares = [(_shared(act.claims, other.claims) + _shared(act.words, other.words), other) for other in alike]
        most = max((count for count, _ in shares), default=0)
        best = [other for count, other in shares if count == most]
        if best and not any(is_same(act.party, other.party, both) for other in best):
            meant.append((act, best[0]))
    yield from _unseated(stated, given, parties, both)
    treaters = _treaters(note, persons)
    for party in _treaters(said, parties) if treaters else ():
        if not any(is_same(party, one, both) for one in treaters):
            yield Usurped(party, treaters[0])
    for act, other in meant:
        traded = any(
            is_same(act.party, second.party, both) and is_same(first.party, other.party, both)
            for first, second in meant
        ) or any(_changes_places(act, other, second, given, both) for second in stated)
        told = any(is_same(one.party, other.party, both) and _is_alike(one, other) for one in stated)
        beside = [party for party in here.get(act.sentence, ()) if is_same(party, other.party, both)]
        if act.verb and not act.verb.isdisjoint(other.verb):
            beside = [party for party in beside if not _is_to_whom(said, party)]
        absent = not told and all(_acts_apart(party, act, other, stated) for party in beside)
        added = not any(is_same(party, act.party, both) for party in there.get(other.sentence, ()))
        # Who treats has the patient do it; what somebody did "themselves" nobody else did.
        treated = _is_treated(act) and other.party.group in _STAFF
        # "Provided" says too little, but what one did oneself no other did.
        bare = act.is_plain and _shared(act.words, other.words) < 2 and other.party.role != SELF
        if traded or (absent and not (treated or bare) and (added or act.party.group != "patient")):
            yield Usurped(act.party, other.party)


def _is_to_whom(said: Terms, party: Party) -> bool:
    """The person is only whom it was done for or shown to: "held the elbow to demonstrate it to the son"."""
    low, before = said.reading.words.low, party.first - 1
    while before > 0 and low[before] in _ARTICLES:
        before -= 1
    return before >= 0 and low[before] in _TO_WHOM


def _is_treated(act: Act) -> bool:
    """The patient does it as told, so that somebody else may do it too; not what was done "by the patient"."""
    return act.party.group == "patient" and act.party.role != SELF and not act.is_agent


def _acts_apart(party: Party, act: Act, meant: Act, stated: Iterable[Act]) -> bool:
    """Who is named beside is told to do something else there: "the PT set it up, and the wife asks to go home"."""
    if act.party.group == "patient" or act.party.role == AUTHOR:
        return False  # whom it is told of, and who tells it
    own = [one for one in stated if one.party == party]
    return bool(own) and not any(_shared(one.words, act.words) or _shared(one.words, meant.claims) for one in own)


def _unseated(stated: Sequence[Act], given: Sequence[Act], parties: Sequence[Party], both: bool) -> Iterator[Usurped]:
    """Yield who is told to have done, beside their own, what somebody did whom the rewrite names nowhere.

    Thus: "COTA 20 min ADL, OTR 10 min screen" told as "the OT spent 20 minutes on ADL and 10 on a screen".
    """
    for meant in given:
        if meant.party.group == "patient" or any(is_same(party, meant.party, both) for party in parties):
            continue
        for act in stated:
            treated = _is_treated(act)
            plain = meant.is_plain and act.is_plain and len(meant.claims) < 2
            shared = _shared(meant.claims, act.claims)
            if shared and 2 * shared >= len(meant.claims) and not treated and not plain:
                yield Usurped(act.party, meant.party)


def _treaters(terms: Terms, parties: Iterable[Party]) -> list[Party]:
    """Return who is told to have given the treatment: "PTA tx", "treated by the PTA", "the COTA ran the session"."""
    low = terms.reading.words.low
    found = []
    for party in parties:
        before = party.first
        while before > 0 and low[before - 1] in _ARTICLES:
            before -= 1
        verb = terms.as_written(party.last) if party.last < len(low) else ""
        if before > 1 and low[before - 1] == "by":
            whole = low[before - 2] in _GAVE and not _TREATMENT.isdisjoint(low[max(0, before - _VISIT) : before])
            treats = whole or low[before - 2] in _TREATED
        elif before > 0 and low[before - 1] in _OBJECT:
            treats = False
        else:
            whole = verb in _GAVE and not _TREATMENT.isdisjoint(low[party.last + 1 : party.last + 3])
            treats = whole or verb in _TREATS
        if party.group in _STAFF and treats:
            found.append(party)
    return found


def _changes_places(act: Act, meant: Act, second: Act, given: Iterable[Act], both: bool) -> bool:
    """Who is meant is told beside to do what the note tells of the other: "I ran it while the student finished"."""
    if second.sentence != act.sentence or not is_same(second.party, meant.party, both):
        return False
    if _shared(second.words, meant.words):
        return False
    return any(is_same(act.party, other.party, both) and _shared(second.words, other.words) for other in given)


def _present(terms: Terms, parties: Iterable[Party]) -> dict[int, list[Party]]:
    """Return who is named in each sentence."""
    found: dict[int, list[Party]] = {}
    for party in parties:
        found.setdefault(terms.sentence_at(party.first), []).append(party)
    return found
