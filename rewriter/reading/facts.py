"""Facts: the pieces of a note that a draft arranges, each with its surface.

A fact is a contiguous piece of the note with one kind. A full sentence stays one fact, as written but for its
shorthand; a telegraphic sentence is split where a new piece begins. Every word of the note belongs to exactly one fact,
so nothing can be lost; dose, side, place, polarity, certainty and time are words of the fact, so no
arrangement can separate them from it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rewriter.lexicon import Node, Sense, longest, nominal
from rewriter.pack import Pack
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface import say

# The forms a surface can take: a noun phrase, a whole sentence, or what stands behind an unnamed subject.
PHRASE, SENTENCE, THERAPIST, PATIENT = "phrase", "sentence", "therapist", "patient"

# Which kind a piece has, by the first of these it mentions.
_HEADS = (
    "education", "cue", "activity", "impairment", "symptom", "vital", "measure", "diagnosis", "function", "task",
    "treatment", "level", "ability", "boilerplate", "admin", "better", "worse", "same",
)  # fmt: skip
_KIND_OF = {
    "level": "assist",
    "task": "activity",
    "symptom": "finding",
    "vital": "finding",
    "measure": "finding",
    "better": "response",
    "worse": "response",
    "same": "response",
    "boilerplate": "remark",
    "ability": "remark",
}
_OPENERS = frozenset({"cue", "level"})
_STANDALONE = frozenset({"cue", "activity", "level", "education"})
_GOVERNORS = frozenset(
    "\u2192 -> - with w/ using via by at @ for to of no without and & + / or on in per from only as than after during against versus into onto "
    "over under up down via through plus not need needed requires required needs given".split()
)
_ADMIN_KINDS = frozenset({"code", "units", "admin", "treatment", "duration"})
_BE = frozenset("is are was were am has have had will would can could did does do may might should cannot didn't couldn't doesn't wasn't isn't keeps".split())
_PRONOUNS = frozenset("he she they we i it who there this that these".split())
_SMALL = frozenset(
    "the a an of that which who was were is are has had have been be his her he she they this these those it its as there will would "
    "and or to in for by on at with from but not".split()
)
# Words that shorthand leaves out first: without one of these a fragment is no sentence.
_FULL = frozenset("the a an of that which who was were is are has had have been his her their this these will would".split())
_TIME_WORDS = frozenset("for of x total time session visit today billed charged provided completed done and the only w/ with one on direct ot pt occupational physical therapy therapist".split())
_MODIFIERS = ("surface", "vision", "equipment", "device", "position")
_PASSIVE = frozenset({"cue", "inhibit", "facilitate", "guide"})
_BREAKS = frozenset({".", ",", ";", "\n", "?", "!"})
_PREPOSITIONS = frozenset("on at in with w/ during after before by from when while until despite especially mostly only".split())
_PARTICLES = frozenset("down up out back in off over away forward today again here there".split())
_ADJECTIVES = frozenset("increased decreased reduced improved limited delayed slowed noted challenged restored integrated".split())
_NOMINAL = frozenset({"activity", "cue", "function", "task", "equipment", "part", "surface"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One typed, canonical, bound piece of content.

    `id` is its slot name (`cue1`), `value` its canonical form, `surface` its words in a rewrite, `name` the short form of what
    it is about, `form` how the surface fits a sentence, `group` the concept group of its head, `event` the number of
    the sentence it was written in, `mentions` the indexes of what it holds. `start`, `end` are offsets into the text it came from
    (`origin`: note, visit or answer). `evidence` names what it holds, for licences: `kind:cue`, `cue:tactile`, `tapping`.
`why` are the words for the deficit of the code's own groups that it states, or "".
    """

    id: str
    kind: str
    value: str
    surface: str
    name: str
    form: str
    group: str
    start: int
    end: int
    event: int
    mentions: tuple[int, ...]
    polarity: str = "affirmed"
    origin: str = "note"
    heading: str = ""
    evidence: frozenset[str] = frozenset()
    why: str = ""


def find_facts(
    reading: Reading, pack: Pack, origin: str = "note", taken: Sequence[Fact] = (), *, whole: bool = False
) -> list[Fact]:
    """Return the facts of a text in order. Together they cover every word of every sentence.

    `taken` are facts that have ids already: these go on counting from them. With `whole`, each sentence is one fact.
    """
    facts: list[Fact] = []
    counts = Counter(fact.kind for fact in taken)
    groups = frozenset(pack.code.get("addresses", ()))
    for number, sentence in enumerate(reading.sentences):
        indexes = reading.by_sentence[number]
        pieces = [(sentence.first, sentence.last, SENTENCE)] if whole else _pieces(reading, sentence, indexes)
        for first, last, form in pieces:
            inside = [i for i in indexes if first <= reading.mentions[i].first < last]
            verb = _passive_verb(reading, first, last, inside) if form == PHRASE else None
            if verb is not None:
                form = THERAPIST
            kind, head = _classify(reading, sentence, inside, form, first, last)
            counts[kind] += 1
            name = f"{kind}{counts[kind]}"
            fact = _make(reading, sentence, number, name, kind, head, inside, first, last, form)
            why = _why(reading, fact, groups) if fact.polarity == "affirmed" else ""
            if verb is not None:
                fact = replace(fact, surface=_active(reading, inside, first, verb, last, kind))
            facts.append(replace(fact, why=why, origin=origin, event=number + len(taken)))
    return facts


def _reads_back(said: str, sense: Sense, lexicon: Node) -> bool:
    """A name for a deficit is used only where the reader reads it as the same deficit again."""
    hit = longest(lexicon, said.split(), 0)
    return hit is not None and any(item.id == sense.id for item in hit[1])


def _passive_verb(reading: Reading, first: int, last: int, inside: Sequence[int]) -> int | None:
    """Return the place of "inhibited" in "shoulder hike inhibited with manual block", where only a therapist can have done it."""
    low = reading.words.low
    if any(reading.mentions[i].sense.kind in ("person", "negation", "refusal") for i in inside):
        return None
    for at in range(first + 1, last):
        senses = reading.lexicon.get(low[at], {}).get("", ())
        done = any(sense.kind == "verb" and sense.group in _PASSIVE and sense.label == "past" for sense in senses)
        if done and low[at - 1] not in ("self", "and", ",", "-", "not", "to") and (at + 1 == last or low[at + 1] in _PREPOSITIONS - {"by", "before"}):
            return at
    return None


def _active(reading: Reading, inside: Sequence[int], first: int, verb: int, last: int, kind: str) -> str:
    """Return "inhibited shoulder hike with manual block" for the passive fragment."""

    def part(begin: int, end: int) -> str:
        held = [i for i in inside if begin <= reading.mentions[i].first and reading.mentions[i].last <= end]
        return say(reading, begin, end, held, kind, THERAPIST) if begin < end else ""

    return " ".join(piece for piece in (part(verb, verb + 1), part(first, verb), part(verb + 1, last)) if piece)


def _why(reading: Reading, fact: Fact, groups: frozenset[str]) -> str:
    """Return the words for the first deficit of the code's groups that a fact asserts."""
    mentions = reading.mentions
    for index in fact.mentions:
        sense = mentions[index].sense
        if reading.bits[index] or sense.group not in groups:
            continue
        if sense.kind == "impairment":
            said = nominal(reading.words.low[mentions[index].first : mentions[index].last], reading.lexicon)
            if said and _reads_back(said, sense, reading.lexicon):
                return said
        if sense.kind == "ability":
            for other in fact.mentions:
                between = reading.words.low[mentions[other].last : mentions[index].first]
                if mentions[other].sense.kind == "deficit" and len(between) <= 3 and all(map(str.isalpha, between)):
                    return " ".join(reading.words.low[mentions[other].first : mentions[index].last])
    return ""


def _make(
    reading: Reading,
    sentence: Sentence,
    number: int,
    name: str,
    kind: str,
    head: int | None,
    inside: list[int],
    first: int,
    last: int,
    form: str,
) -> Fact:
    words = reading.words
    mentions = reading.mentions
    begin, end = (_after_opener(reading, first, last, inside), last) if kind == "function" else (first, last)
    if kind == "function" and end > begin + 1 and words.low[end - 1] in ("goal", "goals"):
        end -= 1
    surface = say(reading, begin, end, inside, kind, form)
    if kind == "time" and (times := [i for i in inside if mentions[i].sense.kind == "duration"]):
        # the code is named by the treatment, units and charges are the claim's: the time is what remains
        surface = mentions[times[0]].sense.label.removeprefix("for ") if len(times) == 1 else surface
    elif kind == "treatment" and head is not None and set(_kinds(reading, inside)) == {"treatment", "duration"}:
        time = next(mentions[i].sense.label for i in inside if mentions[i].sense.kind == "duration")
        treated = say(reading, mentions[head].first, mentions[head].last, [head], kind, form)
        surface = f"{treated} for {time.removeprefix('for ')}"
    if sentence.heading == "plan" and kind not in ("plan", "time"):
        polarity = "planned"
    elif head is not None:
        polarity = reading.state(head)
    else:
        states = {reading.state(index) for index in inside if mentions[index].sense.kind not in QUANTITIES}
        polarity = states.pop() if len(states) == 1 else "affirmed"
    return Fact(
        id=name,
        kind=kind,
        value=_value(reading, head, inside),
        surface=surface,
        name=mentions[head].sense.label if head is not None else surface,
        form=form,
        group=_group(reading, sentence, kind, head, inside),
        start=words.start[first],
        end=words.end[last - 1],
        event=number,
        mentions=tuple(inside),
        polarity=polarity,
        heading=sentence.heading,
        evidence=frozenset(
            name
            for index in inside
            if not reading.bits[index]
            for name in _names(mentions[index].sense)
        ),
    )


def _kinds(reading: Reading, inside: Sequence[int]) -> list[str]:
    return [reading.mentions[i].sense.kind for i in inside]


def _group(
    reading: Reading, sentence: Sentence, kind: str, head: int | None, inside: Sequence[int]
) -> str:
    """The concept group of the head; a function is a `goal` where the note calls it one, else a `purpose`."""
    if kind == "function":
        named = any(reading.mentions[i].sense.kind == "goal" for i in inside)
        return "goal" if named or _label_is(reading, sentence, "goal") else "purpose"
    return reading.mentions[head].sense.group if head is not None else ""


def _after_opener(reading: Reading, first: int, last: int, inside: Sequence[int]) -> int:
    """Skip "goal", "goal:", "for": the sentence says it. "Wants" stays, with the patient as its subject."""
    low = reading.words.low
    at = first
    for index in inside:
        mention = reading.mentions[index]
        if mention.first == at and mention.sense.kind == "goal" and low[at] not in ("wants", "would", "hopes", "wishes"):
            at = max(at, mention.last)
    while at < last - 1 and low[at] in (":", "is", "for", "-", "of"):
        at += 1
    return at if at < last else first


def _names(sense: Sense) -> tuple[str, str, str]:
    return f"kind:{sense.kind}", f"{sense.kind}:{sense.group}", sense.id


def _value(reading: Reading, head: int | None, inside: list[int]) -> str:
    """The canonical form: the head's concept, then each typed piece bound to it."""
    parts = []
    for index in inside:
        sense = reading.mentions[index].sense
        if index == head or sense.kind in ("link", "verb", "negation", "deficit", "goal") and index != head:
            continue
        if head is not None and reading.mentions[index].first == reading.mentions[head].first:
            continue
        parts.append(f"{sense.kind}={sense.id}")
    core = reading.mentions[head].sense.id if head is not None else ""
    if head is not None and reading.state(head) == "negated":
        core = "no " + core
    return " ".join([core, *dict.fromkeys(parts)]).strip()


# --- pieces ----------------------------------------------------------------------------------------------------


def _pieces(reading: Reading, sentence: Sentence, indexes: list[int]) -> list[tuple[int, int, str]]:
    """Return (first, last, form) of the pieces of a sentence; together they are the sentence."""
    low = reading.words.low
    labelled = sentence.label > sentence.first
    begin = sentence.label if labelled and _known_label(reading, sentence, indexes) else sentence.first
    if begin == sentence.first and labelled:
        return [(sentence.first, sentence.last, SENTENCE)]
    if _is_clause(reading, begin, sentence.last, indexes) or _is_prose(reading, begin, sentence.last):
        return [(begin, sentence.last, SENTENCE)]
    if _opens_prose(reading, begin, sentence.last, indexes):
        return [(begin, sentence.last, _verb_form(reading, begin, indexes) or SENTENCE)]
    if begin > sentence.first and _is_education(reading, sentence, indexes):
        return [(sentence.first, sentence.last, PHRASE)]
    bounds = [begin]
    quoted = depth = 0
    for at in range(begin, sentence.last):
        word = low[at]
        if word == '"':
            quoted ^= 1
        depth += (word in "([") - (word in ")]") if len(word) == 1 else 0
        if quoted or depth > 0:
            continue
        if word == "," and (
            _goes_on(reading, at, sentence.last)
            or any(left < at < right - 1 for left, right, _ in reading.scopes)
            or _may_be_denied(reading, bounds[-1], at, sentence.last, indexes)
        ):
            continue
        if word == "," or (word in ("-", "\u2192", "->") and _is_break(reading, at, indexes)):
            bounds += [at, at + 1]
        elif word in ("+", "&", "and") and _joins_standalone(reading, at, indexes):
            bounds += [at, at + 1]
        elif at > bounds[-1] and _opens_piece(reading, at, bounds[-1], indexes):
            bounds.append(at)
    bounds.append(sentence.last)
    pieces = []
    for first, last in zip(bounds, bounds[1:], strict=False):
        while first < last and low[first] in (",", "-", "\u2192", "->", "+", "&", "and", ":"):
            first += 1
        if first < last and any(word[0].isalnum() for word in low[first:last]):
            pieces.append((first, last, _form(reading, first, last, indexes)))
    return pieces or [(begin, sentence.last, PHRASE)]


def _may_be_denied(reading: Reading, start: int, comma: int, last: int, indexes: list[int]) -> bool:
    """"No fever, chills": whether the second is denied too cannot be known, so the two stay together as written."""
    low = reading.words.low
    denied = any(
        reading.mentions[i].sense.kind == "negation" and start <= reading.mentions[i].first <= start + 1 for i in indexes
    )
    end = next((at for at in range(comma + 1, last) if low[at] == ","), last)
    bare = all(word.isalpha() for word in low[comma + 1 : end]) and end - comma <= 4
    return denied and bare and not any(
        reading.mentions[i].sense.kind in ("verb", "cue", "level", "activity", "negation", "intact", "goal")
        and comma < reading.mentions[i].first < end
        for i in indexes
    )


def _goes_on(reading: Reading, comma: int, last: int) -> bool:
    """What follows a comma belongs to what stands before it: "FOG x3, on R turns only", "UT overactive, cued down"."""
    low = reading.words.low
    end = next((at for at in range(comma + 1, last) if low[at] in (",", "-", "\u2192", "->")), last)
    if low[comma + 1 : comma + 2] and low[comma + 1] in _PREPOSITIONS:
        return True
    if low[comma + 1 : comma + 2] in (["left"], ["right"]) and comma + 2 < last and (low[comma + 2][0].isdigit() or low[comma + 2] in ("x", "~")):
        return True  # "R arm 4x, L 1x"
    senses = reading.lexicon.get(low[comma + 1], {}).get("", ()) if comma + 1 < last else ()
    return end - comma <= 3 and any(sense.kind == "verb" and sense.label == "past" for sense in senses) and low[end - 1] in _PARTICLES


def _known_label(reading: Reading, sentence: Sentence, indexes: list[int]) -> bool:
    """A leading "HEP:", "goal:", "S:", "97112:" says what follows; any other heading stays as written."""
    last = sentence.label - 1
    if sentence.heading and last - sentence.first == 1:
        return False
    return any(
        sentence.first == reading.mentions[i].first
        and reading.mentions[i].last == last
        and reading.mentions[i].sense.kind in ("goal", "education", "treatment")
        for i in indexes
    )


def _is_education(reading: Reading, sentence: Sentence, indexes: list[int]) -> bool:
    return any(
        reading.mentions[i].first == sentence.first and reading.mentions[i].sense.kind == "education" for i in indexes
    )


def _is_clause(reading: Reading, first: int, last: int, indexes: list[int]) -> bool:
    """Tell whether words `first:last` are a sentence with subject and verb, to be kept whole."""
    low = reading.words.low
    for at in range(first + 1, last):
        if low[at] in _BE and low[at - 1] not in ("to", ",") and _subject_before(reading, first, at, indexes):
            return True
    start = first + (low[first] in ("the", "a", "this"))
    persons = [i for i in indexes if reading.mentions[i].sense.kind == "person" and reading.mentions[i].first == start]
    if persons or low[start] in _PRONOUNS:
        after = reading.mentions[persons[0]].last if persons else start + 1
        return any(_looks_finite(reading, at, indexes) for at in range(after, min(after + 3, last)))
    return False


def _is_prose(reading: Reading, first: int, last: int) -> bool:
    """Running text, by its share of small words: shorthand leaves them out."""
    words = [word for word in reading.words.low[first:last] if word[0].isalpha()]
    small = sum(word in _SMALL for word in words)
    return len(words) >= 8 and small >= 0.3 * len(words) and not _FULL.isdisjoint(words)


def _subject_before(reading: Reading, first: int, at: int, indexes: list[int]) -> bool:
    """A noun stands before the verb: any word that is not itself a bare quantity or mark."""
    low = reading.words.low
    return any(low[k][0].isalpha() and low[k] not in _GOVERNORS for k in range(first, at)) and "," not in low[first:at]


def _looks_finite(reading: Reading, at: int, indexes: list[int]) -> bool:
    low = reading.words.low[at]
    if reading.words.low[at - 1] in ("patient", "he", "she") and low.endswith("s") and len(low) > 3:
        return True
    if low in _BE or low in ("ran", "saw", "told", "went", "sat", "stood", "took", "held", "did"):
        return True
    if any(
        reading.mentions[i].sense.kind == "verb"
        and reading.mentions[i].first == at
        and reading.mentions[i].sense.label in ("past", "third")
        for i in indexes
    ):
        return True
    return low.endswith("ed") and len(low) > 4


def _opens_prose(reading: Reading, first: int, last: int, indexes: list[int]) -> bool:
    """A sentence that begins with a verb and runs on with a link or an article is prose, not shorthand."""
    low = reading.words.low
    if _verb_form(reading, first, indexes) is None:
        return False
    articles = sum(word in ("the", "a", "an", "his", "her") for word in low[first:last])
    links = sum(
        reading.mentions[i].sense.kind == "link" and reading.mentions[i].sense.group in ("purpose", "function")
        for i in indexes
        if reading.mentions[i].first >= first
    )
    marks = {",", "-", "\u2192", "->", "+"}
    return last - first > 5 and bool(articles or links) and marks.isdisjoint(low[first:last])


def _verb_form(reading: Reading, first: int, indexes: list[int]) -> str | None:
    """Return THERAPIST or PATIENT if a piece begins with a finite verb, else None.

    "Steps onto curb" may begin with a verb or a noun: where its words are also a thing done, the noun stands.
    """
    senses = reading.lexicon.get(reading.words.low[first], {}).get("", ())
    names = {reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first == first}
    nouns = {sense.kind for sense in senses} & _NOMINAL
    groups = {
        sense.group for sense in senses if sense.kind == "verb" and (sense.label == "past" or sense.label == "third" and not nouns)
    }
    if "patient" in groups:
        return PATIENT
    longer = any(
        reading.mentions[i].first == first and reading.mentions[i].last > first + 1 and reading.mentions[i].sense.kind != "education"
        for i in indexes
    )
    # "increased tone" tells of the patient, "modified Ashworth" of a scale: only clear deeds are the therapist's.
    if not groups or longer or names & {"deficit", "better", "worse", "same"} or reading.words.low[first] in _ADJECTIVES:
        return None
    return THERAPIST


def _form(reading: Reading, first: int, last: int, indexes: list[int]) -> str:
    if _is_clause(reading, first, last, indexes):
        return SENTENCE
    return _verb_form(reading, first, indexes) or PHRASE


def _is_break(reading: Reading, at: int, indexes: list[int]) -> bool:
    """A spaced dash always breaks; an arrow only where it does not lead from one value to the next."""
    words = reading.words
    if words.low[at] == "-":
        return words.gap[at] == " " and at + 1 < len(words.low) and words.gap[at + 1] == " "
    after = [i for i in indexes if reading.mentions[i].first == at + 1]
    return any(reading.mentions[i].sense.kind in ("verb", "education", "cue") for i in after)


def _joins_standalone(reading: Reading, at: int, indexes: list[int]) -> bool:
    """"+" between two cues or activities separates them; between other words it is "and"."""
    if reading.words.low[at] == "and":
        return False
    right = [reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first in (at + 1, at + 2)]
    left = [reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first < at]
    strong = set(right) & {"cue", "level"}
    return bool(strong and _STANDALONE.intersection(left)) or ("activity" in right and "activity" in left[-3:])


def _opens_piece(reading: Reading, at: int, start: int, indexes: list[int]) -> bool:
    """A cue or an assistance level begins a new piece, unless a word before it governs it."""
    here = [i for i in indexes if reading.mentions[i].first == at]
    kinds = {reading.mentions[i].sense.kind for i in here}
    low = reading.words.low
    before = low[at - 1]
    heads = {reading.mentions[i].sense.kind for i in indexes if start <= reading.mentions[i].first < at}
    if "goal" in kinds:
        return at + 1 < len(low) and low[at + 1] not in _BREAKS
    if not heads & {"activity", "cue", "level", "treatment", "task", "function", "impairment", "surface", "measure"}:
        return False
    if before in _GOVERNORS or before[0] in "/(":
        return False
    governed = any(
        reading.mentions[i].last == at and reading.mentions[i].sense.kind in ("deficit", "verb", "negation", "link", "part", "side", "cue")
        for i in indexes
    )
    if kinds & _OPENERS and not governed:
        return True
    return "activity" in kinds and any(
        reading.mentions[i].last == at and reading.mentions[i].sense.kind == "cue" and reading.mentions[i].sense.group in ("manual", "tactile", "verbal")
        for i in indexes
    )


# --- kinds -----------------------------------------------------------------------------------------------------


def _classify(
    reading: Reading, sentence: Sentence, inside: list[int], form: str, first: int, last: int
) -> tuple[str, int | None]:
    """Return the kind of a piece and the index of its head mention (None where nothing is known)."""
    mentions = reading.mentions
    by_kind: dict[str, int] = {}
    for index in inside:
        by_kind.setdefault(mentions[index].sense.kind, index)
    if "goal" in by_kind and form != SENTENCE or _label_is(reading, sentence, "goal"):
        head = by_kind.get("function", by_kind.get("task", by_kind.get("activity", by_kind.get("goal"))))
        return "function", head
    kinds = set(by_kind) - {"number", "person", "count", "link"}
    if (
        kinds
        and kinds <= _ADMIN_KINDS
        and kinds & {"duration", "code", "units", "treatment"}
        and form == PHRASE
        and _is_session_time(reading, by_kind.get("duration"))
        and _says_no_more(reading, inside, first, last)
    ):
        if "treatment" in by_kind and mentions[by_kind["treatment"]].sense.group == "general":
            return "treatment", by_kind["treatment"]
        return "time", by_kind.get("duration", by_kind.get("code", by_kind.get("treatment")))
    if form == SENTENCE:
        head = next((by_kind[kind] for kind in _HEADS if kind in by_kind), None)
        return "statement", head
    if _is_plan(sentence, by_kind):
        return "plan", next((by_kind[kind] for kind in ("planned", "boilerplate", "frequency") if kind in by_kind), None)
    if form == THERAPIST:
        return "action", next((by_kind[kind] for kind in ("cue", "verb") if kind in by_kind), None)
    if form == PATIENT:
        return "response", next((by_kind[kind] for kind in ("function", "impairment", "symptom", "activity", "verb") if kind in by_kind), None)
    if reading.words.low[first] == "for" and {"function", "task", "activity"} & set(by_kind) and not reading.mentions[inside[0]].sense.kind == "duration":
        return "function", next(by_kind[kind] for kind in ("function", "task", "activity") if kind in by_kind)
    heads = [
        (mentions[index].first, _HEADS.index(mentions[index].sense.kind), index)
        for index in inside
        if mentions[index].sense.kind in _HEADS and not _is_inner(reading, index, inside)
    ]
    if not heads:
        return _headless(by_kind)
    head = min(heads)[2]
    kind = mentions[head].sense.kind
    setting = [i for i in inside if mentions[i].sense.kind in _MODIFIERS and mentions[i].first < mentions[head].first]
    if kind in ("level", "cue") and setting and reading.words.low[mentions[head].first - 1] in ("with", "w/", "using", "via"):
        return "activity", setting[0]
    if kind == "impairment" and "symptom" in by_kind and {"number", "ratio"} & set(by_kind):
        return "finding", head
    if kind == "activity" and "ability" in by_kind and _is_deficient(reading, inside, by_kind["ability"]):
        return "impairment", by_kind["ability"]
    if kind == "ability":
        if "deficit" in by_kind:
            return "impairment", head
        if "ratio" in by_kind or "intact" in by_kind:
            return "finding", head
    if kind == "treatment" and len(heads) > 1:
        others = [item for item in heads if mentions[item[2]].sense.kind in ("activity", "cue")]
        if others:
            head = min(others)[2]
            kind = mentions[head].sense.kind
    opening = reading.words.low[first]
    if kind == "treatment" or kind == "function" and (
        mentions[head].first == first or mentions[head].first == first + 1 and not opening.endswith(("s", "ed"))
    ):
        return "activity", head
    if kind in ("activity", "cue") and mentions[head].first > first and opening.endswith("ed") and not _begins(reading, inside, first):
        return "remark", head
    if kind == "function":
        return "remark", head
    return _KIND_OF.get(kind, kind), head


def _is_deficient(reading: Reading, inside: Sequence[int], ability: int) -> bool:
    """A deficit word stands directly before the ability: "impaired dynamic balance"."""
    first = reading.mentions[ability].first
    return any(reading.mentions[i].sense.kind == "deficit" and reading.mentions[i].last == first for i in inside)


def _begins(reading: Reading, inside: Sequence[int], first: int) -> bool:
    return any(reading.mentions[i].first == first for i in inside)


def _is_session_time(reading: Reading, duration: int | None) -> bool:
    """Sessions last minutes or hours; "30 s" beside a treatment is a dose."""
    return duration is None or reading.mentions[duration].sense.group in ("minute", "hour")


def _says_no_more(reading: Reading, inside: Sequence[int], first: int, last: int) -> bool:
    """The piece holds nothing beside its times and codes."""
    low = reading.words.low
    covered = {at for index in inside for at in range(reading.mentions[index].first, reading.mentions[index].last)}
    return all(at in covered or not low[at][0].isalpha() or low[at] in _TIME_WORDS for at in range(first, last))


def _is_inner(reading: Reading, index: int, inside: list[int]) -> bool:
    """A word inside a longer form of another kind is not the head."""
    mention = reading.mentions[index]
    return any(
        other != index
        and reading.mentions[other].first <= mention.first
        and mention.last <= reading.mentions[other].last
        and (reading.mentions[other].last - reading.mentions[other].first) > (mention.last - mention.first)
        for other in inside
    )


def _label_is(reading: Reading, sentence: Sentence, kind: str) -> bool:
    if sentence.label == sentence.first:
        return False
    return any(m.sense.kind == kind and m.first == sentence.first for m in reading.mentions)


def _is_plan(sentence: Sentence, by_kind: Mapping[str, int]) -> bool:
    if sentence.heading == "plan":
        return True
    return "planned" in by_kind or "boilerplate" in by_kind and not set(by_kind) & {"cue", "activity"}


def _headless(by_kind: Mapping[str, int]) -> tuple[str, int | None]:
    for kind, becomes in (
        ("surface", "activity"),
        ("ratio", "finding"),
        ("pressure", "finding"),
        ("duration", "finding"),
        ("person", "person"),
        ("deficit", "remark"),
    ):
        if kind in by_kind:
            return becomes, by_kind[kind]
    return "remark", None
