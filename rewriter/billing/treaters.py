"""Who treated, who is recorded and who supervised: roles out of credentials, the visit and the note."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rewriter.checks import Case
from rewriter.checks.forms import find_forms
from rewriter.once import once
from rewriter.punctuation import BREAKS
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, REFUSED
from rewriter.reading.reading import Event
from rewriter.visit import Visit

THERAPIST, ASSISTANT, STUDENT, AIDE = "therapist", "assistant", "student", "aide"
NOT_DONE = NEGATED | PLANNED | HISTORICAL | REFUSED
_BEHIND, _NEAR, _SIGNATURE = 2, 5, 12


class Role(NamedTuple):
    """What somebody is: the discipline ("PT", "OT", "SLP", "" where unknown) and the kind of person."""

    discipline: str
    kind: str

    def is_like(self, other: "Role") -> bool:
        """Tell whether both may be one person: the same kind, and no two different disciplines."""
        return self.kind == other.kind and (
            self.discipline == other.discipline or not (self.discipline and other.discipline)
        )

    def __str__(self) -> str:
        """Return the role in words: "PT assistant", "student"."""
        return f"{self.discipline} {self.kind}".strip()


# Credentials as people sign with them, longest first where one begins with another.
_CREDENTIALS: tuple[tuple[str, Role], ...] = (
    (r"student pta|pta student|spta|lpta student", Role("PT", STUDENT)),
    (r"student ota|ota student|sota|student cota|cota student", Role("OT", STUDENT)),
    (r"student physical therapist(?: assistant)?|student pt|pt student|dpt student|spt", Role("PT", STUDENT)),
    (r"student occupational therap(?:ist|y assistant)|student ot|ot student|sot", Role("OT", STUDENT)),
    (r"student", Role("", STUDENT)),
    (r"physical therap(?:ist|y) assistant|lpta|pta", Role("PT", ASSISTANT)),
    (r"(?:certified )?occupational therapy assistant|cota|ota", Role("OT", ASSISTANT)),
    (r"slpa", Role("SLP", ASSISTANT)),
    (r"therap(?:ist|y) assistant|assistant", Role("", ASSISTANT)),
    (r"(?:physical therapy |occupational therapy |rehab |therapy |pt |ot )?(?:aide|tech|technician)", Role("", AIDE)),
    (r"physical therap(?:ist|y)|dpt|mpt|rpt|pt", Role("PT", THERAPIST)),
    (r"occupational therap(?:ist|y)|otr|otd|ot", Role("OT", THERAPIST)),
    (r"speech[ -]language patholog(?:ist|y)|speech therap(?:ist|y)|slp", Role("SLP", THERAPIST)),
)
_PATTERNS = tuple((re.compile(rf"\b(?:{pattern})\b"), role) for pattern, role in _CREDENTIALS)
_PEOPLE: Mapping[str, Role] = {
    "physical_therapist_assistant": Role("PT", ASSISTANT),
    "occupational_therapy_assistant": Role("OT", ASSISTANT),
    "therapist_assistant": Role("", ASSISTANT),
    "student_physical_therapist": Role("PT", STUDENT),
    "student_physical_therapist_assistant": Role("PT", STUDENT),
    "student_occupational_therapist": Role("OT", STUDENT),
    "student_occupational_therapy_assistant": Role("OT", STUDENT),
}
_LETTERS: Mapping[str, Role] = {
    "spt": Role("PT", STUDENT), "spta": Role("PT", STUDENT), "sot": Role("OT", STUDENT), "sota": Role("OT", STUDENT),
    "pta": Role("PT", ASSISTANT), "lpta": Role("PT", ASSISTANT), "ota": Role("OT", ASSISTANT),
}  # fmt: skip
_GAVE = frozenset(
    "treated led ran run gave provided performed conducted delivered guided cued facilitated instructed blocked "
    "assisted did worked took had completed continued progressed guarded supervised administered carried alone".split()
)
_HELPS = frozenset("did took had assisted guarded gave blocked continued progressed".split())
_ERRANDS = frozenset(
    "follow wheelchair setup set standby equipment transport water towel hygiene toileting schedule".split()
)
_DENIALS = frozenset({"no", "not", "without"})
_LEADS = (_GAVE - _HELPS) | {"tx", "treatment", "session"}
_ARTICLES = (["the"], ["a"], ["an"], ["our"])
_TREATMENT = frozenset({"activity", "surface", "cue", "treatment"})
# Whoever is taught so is no treater; what shows that it was learned.
TAUGHT = frozenset("taught trained instructed educated coached oriented briefed".split())
_LESSONS = frozenset("where how what when why which to in on about regarding re for proper safe and".split())
_RETURNS = frozenset("did demonstrated demoed demo'd returned repeated practiced performed showed verbalized".split())
_SHOWS = frozenset({"demonstrated", "demoed", "demo'd", "showed", "returned"})
_BACK = frozenset("it return back this so demo demonstration".split())
_SERVICE = frozenset({"tx", "treatment", "session", "training", "therapy", "seen", "drills"})
# Who is spoken with, told or taught did not treat by that.
_SPOKEN_WITH = frozenset(
    "discussed discuss reviewed consulted conferred spoke talked communicated met coordinated collaborated informed "
    "told asked instructed educated trained taught notified called texted messaged per whether if recommended "
    "suggested reported handed emailed trains teaching training showed demonstrated".split()
)
_IDLE = frozenset(
    "present available observed observing watching watched informed notified not will to shadowed".split()
)
_FILLS = frozenset(
    "patient's pt's the a an our my third second first year yr final level ii i licensed rehab : . , rd nd st dpt "
    "doctoral fieldwork".split()
)
_NAMES = frozenset("assistant student therapist aide gym ( and pt ot patient physical occupational therapy".split())
_SERVED = frozenset("session treatment visit therapy tx half minutes rest remainder seen".split())
_SIGNS = frozenset({"signature", "cosign"})


def roles_in(text: str) -> list[Role]:
    """Return the roles that credentials in `text` name, in the order of the table: "A. Testa, PTA" is one assistant.

    What a longer credential holds is not read again: "student PT" names no therapist.
    """
    low = text.lower()
    roles: list[Role] = []
    for pattern, role in _PATTERNS:
        low, times = pattern.subn(" ; ", low)
        roles += [role] * times
    return roles


def minutes_by_role(visit: Visit) -> dict[Role, float]:
    """Return the minutes of the code that each role gave, as the visit tells; unknown credentials are left out."""
    minutes: dict[Role, float] = {}
    for name, given in visit.minutes_by_provider.items():
        roles = roles_in(name)
        if roles and given > 0:
            minutes[roles[0]] = minutes.get(roles[0], 0.0) + given
    return minutes


@once
def told_to_treat(reading: Reading) -> dict[Role, int]:
    """Return the assistants and students that the note says treated today, each with the word it is named at."""
    found: dict[Role, int] = {}
    for role, first, last in _named(reading):
        treats = _treating_word(reading, first, last)
        if role.kind != AIDE and treats is not None and not reading.is_scoped(NOT_DONE, treats, treats + 1):
            found.setdefault(role, first)
    for event in reading.events:
        if event.explicit and event.agent in (ASSISTANT, STUDENT) and _is_given(reading, event):
            here = (reading.mentions[i] for i in reading.by_sentence[event.sentence])
            person = next((m for m in here if m.sense.group == event.agent), None)
            if person is not None and not _is_bystander(reading, person.first, person.last):
                found.setdefault(_PEOPLE.get(person.sense.id, Role("", event.agent)), person.first)
    return found


def _is_bystander(reading: Reading, first: int, last: int) -> bool:
    """The person was spoken with, or was only there."""
    low = reading.words.low
    begin = max((end.last for end in reading.sentences if end.last <= first), default=0)
    is_idle = low[last : last + 1] != [] and low[last] in _IDLE
    return is_idle or bool(_SPOKEN_WITH & {*low[max(begin, first - _NEAR) : first]})


def aide_told_to_treat(reading: Reading) -> int | None:
    """Return the mention of an aide who led treatment: "session led by tech", "tech took pt through step ups"."""
    for index in reading.having("person"):
        mention = reading.mentions[index]
        if mention.sense.group != AIDE:
            continue
        treats = _treating_word(reading, mention.first, mention.last)
        if treats is None or reading.is_scoped(NOT_DONE, treats, treats + 1) or is_learning(reading, treats):
            continue
        number = reading.sentence_of[index]
        sentence = reading.words.low[slice(*reading.sentences[number][:2])]
        is_treatment = any(reading.mentions[i].sense.kind in _TREATMENT for i in reading.by_sentence[number])
        if _leads(reading, treats) and (is_treatment or _SERVICE & {*sentence} or "treated" in sentence):
            return index
    return None


def is_learning(reading: Reading, verb: int) -> bool:
    """The verb's word tells that its subject was taught, or showed what was learned.

    "Aide taught where to stand", "CNA shown the layout and did it back"; not "aide taught pt to breathe".
    """
    low = reading.words.low
    if _is_taught(low, verb) or (low[verb] in _SHOWS and "back" in low[verb + 1 : verb + _NEAR]):
        return True
    number = max((n for n, sentence in enumerate(reading.sentences) if sentence.first <= verb), default=0)
    begin = reading.sentences[number].first if reading.sentences else 0
    behind = low[verb + 1 : verb + 4]
    gives_back = low[verb] in _RETURNS and (bool(_BACK & {*behind[:1]}) or "back" in behind)
    is_lesson = low[verb].endswith("ing") or low[verb - 1 : verb] == ["to"]
    taught = [at for at in range(begin, verb) if _is_taught(low, at)]
    return bool(taught) and (gives_back or (is_lesson and verb - taught[-1] <= _BEHIND + 1))


def _is_taught(low: list[str], at: int) -> bool:
    behind = low[at + 1] if at + 1 < len(low) else "."
    if low[at] == "shown":
        return low[at - 1 : at] != ["has"]
    return low[at] in TAUGHT and (behind in _LESSONS or not behind[0].isalpha())


def led_by_family(reading: Reading, counted: Iterable[str]) -> int | None:
    """Return the mention of a relative who led what the note then says was counted as treatment."""
    for index in reading.having("person"):
        mention = reading.mentions[index]
        if mention.sense.group != "caregiver":
            continue
        sentence = reading.sentences[reading.sentence_of[index]]
        low = reading.words.low
        if not {*counted} & {*low[sentence.first : min(sentence.last + _SIGNATURE, len(low))]}:
            continue
        by = by_before(low, mention.first, sentence.first)
        before = [] if by is None else low[max(by - _BEHIND, 0) : by]
        led = [at for at in range(mention.last, sentence.last) if low[at] in _GAVE and _leads(reading, at)]
        done = bool({*before} & _GAVE) or bool(led)
        if done and not reading.is_scoped(NOT_DONE, mention.first, mention.last):
            return index
    return None


def _leads(reading: Reading, treats: int) -> bool:
    """Tell leading from helping: "ran", "took pt through", "had pt do", "gave VC"; not "took pt to the gym"."""
    word, *behind = reading.words.low[treats : treats + _NEAR]
    if is_errand(reading, treats):
        return False
    if word in ("gave", "had"):
        cues = any(reading.mentions[i].sense.kind == "cue" for i in reading.between(treats, treats + _NEAR))
        gave = cues or bool(_SERVICE & {*behind})
        return gave if word == "gave" else "do" in behind or "perform" in behind
    return word in _LEADS or (word == "took" and bool({"through", "over"} & {*behind}))


def is_errand(reading: Reading, verb: int) -> bool:
    """Tell whether what stands behind a verb's word is no treatment: "provided w/c follow", "completed hygiene"."""
    return bool(_ERRANDS & {*reading.words.low[verb + 1 : verb + _NEAR]})


def second_therapist_told(reading: Reading) -> bool:
    """Tell whether the note says that another therapist treated as well."""
    for index in reading.having("person"):
        mention = reading.mentions[index]
        treats = _treating_word(reading, mention.first, mention.last)
        is_second = mention.sense.id == "second_therapist" and treats is not None
        if is_second and not reading.is_scoped(NOT_DONE, treats or 0, (treats or 0) + 1):
            return True
    return False


def _treating_word(reading: Reading, first: int, last: int) -> int | None:
    """Return the word that says that the person at words `first:last` treated, behind it or before "by"."""
    low = reading.words.low
    begin = max((end.last for end in reading.sentences if end.last <= first), default=0)
    if _SPOKEN_WITH & {*low[max(begin, first - _NEAR) : first]} or low[last : last + 1] == ["not"]:
        return None
    behind = range(last, min(last + _BEHIND, len(low)))
    treats = next((at for at in behind if low[at] in _GAVE or _is_deed(reading, at)), None)
    if treats is not None or (low[last : last + 1] and low[last] in _IDLE):
        return treats
    if (by := by_before(low, first, begin)) is not None:
        before = range(by - 1, max(by - 1 - _BEHIND, -1), -1)
        return next((at for at in before if low[at] in _GAVE or low[at] in _SERVICE), None)
    if low[max(first - 3 - (low[first - 1 : first] in _ARTICLES), 0) : first][:3] == ["patient", "worked", "with"]:
        return first - 2
    return first if _is_placed(reading, first, last, begin) else None


def by_before(low: list[str], first: int, begin: int) -> int | None:
    """Return the "by" that leads to the person at word `first`: "by the", "by PT and", "by assistant (", "by: K.,"."""
    for at in range(first - 1, max(begin, first - 1 - _NEAR) - 1, -1):
        if low[at] == "by":
            return at
        if low[at] not in _FILLS and low[at] not in _NAMES and len(low[at]) > 1 and not low[at].isdecimal():
            return None
    return None


def _is_placed(reading: Reading, first: int, last: int, begin: int) -> bool:
    """Where the person stands says that the treatment was theirs.

    "COTA: HOH cues", "TC at ribs (PTA)", "remaining 15 min PTA", "second half of session with PTA", "LPTA tapped VMO",
    "cues came from the student", "SPT's hands on pelvis".
    """
    low = reading.words.low
    end = next((here for here in range(last, len(low)) if low[here] in BREAKS), len(low))
    cued = any(reading.mentions[i].sense.kind == "cue" for i in reading.between(begin, end))
    before = first - 1 - (low[first - 1 : first] in _ARTICLES)
    touches = any(
        reading.mentions[i].sense.kind == "cue" and low[reading.mentions[i].first].endswith("ed")
        for i in reading.between(last, last + 1)
    )
    if touches or low[max(before - 1, 0) : before + 1] == ["came", "from"]:
        return True
    if not cued:
        return False
    if low[last : last + 1] == [":"] and (first == begin or low[before] in BREAKS):
        return True
    if before < begin:
        return low[last : last + 2] == ["'s", "hands"]
    if low[before] == "(" and low[last : last + 1] == [")"]:
        return True
    if low[before] == "minutes":
        return True
    activity = any(
        reading.mentions[i].sense.kind in ("activity", "treatment") for i in reading.between(begin, max(before, begin))
    )
    return low[before] == "with" and (activity or bool(_SERVED & {*low[begin:before]}))


def _is_given(reading: Reading, event: Event) -> bool:
    if event.verb is None:
        return bool(event.cues)
    return _is_deed(reading, reading.mentions[event.verb].first)


def _named(reading: Reading) -> Iterable[tuple[Role, int, int]]:
    """Yield each assistant and student with its words, also as letters that the reader leaves open ("SPT")."""
    for index in reading.having("person"):
        mention = reading.mentions[index]
        if mention.sense.group in (ASSISTANT, STUDENT, AIDE):
            role = _PEOPLE.get(mention.sense.id, Role("", mention.sense.group))
            yield role, mention.first, mention.last
    for at, word in enumerate(reading.words.low):
        if word in _LETTERS:
            yield _LETTERS[word], at, at + 1
    for piece in reading.words.read_as:
        letters = reading.text[piece.start : piece.end].lower()
        if letters in _LETTERS and letters not in piece.said.split():
            first = bisect_left(reading.words.start, piece.start)
            last = bisect_left(reading.words.start, piece.end)
            before = first - 1 - (reading.words.low[first - 1 : first] in _ARTICLES)
            # "by the SPT" is a student: nothing is done by a stand pivot transfer.
            if before >= 0 and reading.words.low[before] == "by":
                yield _LETTERS[letters], first, last


def _is_deed(reading: Reading, at: int) -> bool:
    return any(
        reading.mentions[i].sense.kind == "verb"
        and reading.mentions[i].sense.group != "patient"
        and not reading.bits[i]
        and reading.words.low[at] not in ("observed", "observing", "watched")
        for i in reading.between(at, at + 1)
    )


def recorded(case: Case) -> list[Role]:
    """Return the roles of all that signed or are listed, in the visit or in a signature line of the note."""
    visit, reading = case.visit, case.note
    texts = [visit.signed_by, *visit.contributors]
    low = reading.words.low
    for mention in reading.mentions:
        if mention.sense.id in _SIGNS:
            line = range(mention.last, min(mention.last + _SIGNATURE, len(low)))
            end = next((at for at in line if low[at] == "\n"), line.stop)
            texts.append(" ".join(low[mention.last : end]))
    return [role for text in texts for role in roles_in(text)]


def has_phrase(reading: Reading, phrases: Iterable[str]) -> bool:
    """Tell whether the text says any of the phrases, word for word, outside of what is denied or past."""
    return find_phrase(reading, phrases) is not None


def find_phrase(reading: Reading, phrases: Iterable[str]) -> int | None:
    """Return the first word of the first phrase that the text says outside of what is denied, planned or past."""
    return next(find_phrases(reading, phrases), None)


def find_phrases(reading: Reading, phrases: Iterable[str]) -> Iterator[int]:
    """Yield the first word of each phrase that the text says outside of what is denied, planned or past."""
    low = reading.words.low
    for at, _ in find_forms(reading, phrases):
        mask = NOT_DONE & ~NEGATED if low[at] in _DENIALS else NOT_DONE  # a denial does not deny itself
        if not (_DENIALS & {*low[max(at - 1, 0) : at]} or reading.is_scoped(mask, at, at + 1)):
            yield at
