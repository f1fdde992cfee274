"""What the rewrite lays in somebody's mouth: "gait improved" told as "the patient stated that gait improved".

Who says a thing is part of the fact: a measured gain is no report, and a report is no finding. What the body feels is
known from the patient alone and may be told so; all else needs a word of saying in the sentence of the note that tells
it. What anybody agreed to, or confirmed, needs one of its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rewriter.english import DETERMINERS, SOMEBODY
from rewriter.fidelity.contexts.believed import KEEPING
from rewriter.fidelity.related.parties import find_parties
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.parts import PAST, part_around
from rewriter.fidelity.texts.terms import Terms

_SAYING = frozenset(
    "report reports reported state states stated say says said claim claims claimed complain complains complained "
    "mention mentions mentioned remark remarks remarked comment comments commented explain explains explained admit "
    "admits admitted acknowledge acknowledges acknowledged confirm confirms confirmed assert asserts asserted announce "
    "announces announced verbalize verbalizes verbalized insist insists insisted feel feels felt think thinks thought "
    "believe believes believed notice notices noticed describe describes described perceive perceives perceived".split()
)
_CITING = (("according", "to"), ("per",))
_CITING_FIRST = frozenset(words[0] for words in _CITING)
# Thus "was admitted" says nothing.
_PASSIVE = (["was"], ["were"], ["been"], ["be"], ["is"], ["are"], ["being"])
_LEADING = frozenset("also then now again further further still only just himself herself has had have".split())
_SPEAKING = frozenset({"patient", "caregiver", "aide", "student"})
# Who writes the notes says nothing in them but what stands behind a colon: "PT blocked knee".
_WRITING = frozenset({"patient", "therapist", "assistant"})
# In the note any of these may be told as somebody's words.
_LICENSE = KEEPING | frozenset(
    "c/o co wants want would wishes hopes likes prefers agreed agrees agreeable asks asked asking answered answers "
    "replied called calls concerned worried worries worry afraid fears hates loves pleased happy upset declined "
    "declines refused refuses refusing rates rated tells hx history plof admits confirms confirmed verbalized "
    "explained explains recalled recalls named names unsure knows aware forgot remembers".split()
)
# Thus "feels off balance" tells a state; "feels that gait improved" an opinion.
_FEELING = frozenset({"feel", "feels", "felt"})
_OPENING = frozenset("that as the his her their like it he she they".split())
_COMPLAINING = frozenset({"complain", "complains", "complained"})
# What a person is told to have taken in or taken on, and what in the note may be told so.
_ASSENT = (
    (frozenset("agreed agrees consented consents".split()),
     ("agree", "consent", "willing", "accept", "approv", "yes", "ok", "commit", "want", "would")),
    (frozenset("understood understands understanding".split()),
     ("underst", "teach", "back", "verbal", "demo", "aware")),
    (frozenset("demonstrated demonstrates".split()),
     ("demo", "back", "show", "did", "perform", "return", "correct", "safe", "good", "indep", "proper", "able")),
)  # fmt: skip
# Who was shown a thing has not shown it back.
_RETURNED = frozenset({"return", "returned", "returns", "returning"})
_DEMONSTRATION = frozenset({"demo", "demos", "demonstration", "demonstrations"})
_SHOWN_BACK = ("demo", "return", "teach", "perform", "did", "correct", "indep")
_WELL = frozenset("correct correctly safe safely proper properly understanding competence competent carryover".split())
_FELT = frozenset({"symptom", "refusal", "vital"})
# Of what the body does, this is seen and heard by everybody.
_SEEN = ("cough", "vomit", "emesis", "swell", "swoll", "edema", "bruis", "bleed", "drool", "winc", "grimac", "sneez")
_FINDINGS = _FELT | {"impairment"}
_FEELING = frozenset({"feel", "feels", "felt"})  # "feels off balance" lays nothing in anybody's mouth


def find_voiced(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that attribute to somebody what the note tells as seen, done or measured."""
    low = said.reading.words.low
    yield from _unlicensed(said, note)
    if (_SAYING | {"per", "according"}).isdisjoint(low):
        return
    ends = {party.last: party for party in find_parties(said) if party.group in _SPEAKING}
    for first, last in _cited(low, {party.first: party.last for party in ends.values()}):
        begin = part_around(said, first, last)[0]
        aside = low[last : last + 1] == [","]  # "per the patient, gait improved"
        end = part_around(said, last + aside, last + aside + 1)[1] if last + aside < len(low) else last
        content = said.claiming(begin, first) + said.claiming(last, end)
        if content and not _is_felt(said, begin, end) and _is_plain(said, note, content):
            yield first, last
    for at in [at for at, word in enumerate(low) if word in _SAYING and low[at - 1 : at] not in _PASSIVE]:
        subject = at
        while subject and low[subject - 1] in _LEADING | PAST:
            subject -= 1
        if subject in ends:
            first = ends[subject].first
        elif subject and low[subject - 1] in SOMEBODY:
            first = subject - 1
        else:
            continue
        if note.holds(low[first : at + 1]):
            continue  # the note has it said so
        _, last = part_around(said, at, at + 1)
        content = said.claiming(at + 1, last)
        felt = _is_felt(said, at + 1, last, _FINDINGS if low[at] in _FEELING else _FELT)
        felt = felt and low[at] not in _COMPLAINING
        felt = felt or (low[at] in _FEELING and PAST.isdisjoint(low[at + 1 : last]) and low[at + 1] not in _OPENING)
        if content and not felt and _is_plain(said, note, content):
            yield first, at + 1


def _cited(low: Sequence[str], parties: Mapping[int, int]) -> Iterator[Words]:
    """Yield the words that cite somebody: "according to the patient", "per her daughter"."""
    for at in [at for at, word in enumerate(low) if word in _CITING_FIRST]:
        for cue in _CITING:
            if tuple(low[at : at + len(cue)]) == cue:
                place = at + len(cue)
                place += low[place : place + 1] != [] and low[place] in DETERMINERS
                if place in parties:
                    yield at, parties[place]


def _unlicensed(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield what somebody is told to have agreed to, understood or shown to know; the note has nothing like it."""
    low = said.reading.words.low
    given = [*note.reading.words.low, *note.written]
    for at, word in enumerate(low):
        returned = word in _RETURNED and not _DEMONSTRATION.isdisjoint(low[at + 1 : at + 4])
        if returned and not any(one.startswith(_SHOWN_BACK) for one in given):
            yield at, at + 1
    for verbs, roots in _ASSENT:
        for at in said.reading.at_any(verbs):
            if low[at].startswith("demonstrat") and _WELL.isdisjoint(low[at + 1 : at + 4]):
                continue
            if not any(word.startswith(roots) for word in given):
                yield at, at + 1


def _is_felt(said: Terms, first: int, last: int, kinds: frozenset[str] = _FELT) -> bool:
    """What is said tells of something in the body, or of a refusal; not "foot drop with fatigue"."""
    mentions = said.reading.mentions
    found = [mentions[at] for at in said.reading.between(first, last) if mentions[at].sense.kind in _FINDINGS]
    head = min((one.first for one in found), default=0)
    if said.reading.words.low[head].startswith(_SEEN):
        return False
    return any(one.sense.kind in kinds for one in found if one.first == head)


def _is_plain(said: Terms, note: Terms, content: list[int]) -> bool:
    """Every sentence of the note that tells most of what is said has no word of saying."""
    shared: Counter[int] = Counter()
    for index in content:
        shared.update({note.sentence[one] for one in note.partners(said.keys[index])})
    most = max(shared.values(), default=0)
    return 2 * most > len(content) and not any(
        number < 0 or _is_said(note, number) for number, count in shared.items() if 2 * count > len(content)
    )


def _is_said(note: Terms, number: int) -> bool:
    """A sentence of the note tells what somebody said, or stands under what the patient says ("S:")."""
    span = note.reading.sentences[number]
    low = note.reading.words.low
    end = min(span.last + 1, len(low))
    if span.heading == "subjective" or not _LICENSE.isdisjoint(low[span.first : end]):
        return True
    for party in find_parties(note):
        headed = low[party.last : party.last + 1] == [":"]  # "Dtr: no falls"
        if span.first - 2 * headed <= party.first < end and (headed or party.group not in _WRITING):
            return True
    return False
