"""Words that name a deficit in one place and a deed, a game or a thing in another.

"Pushing left" is a deficit, "pushing the IV pole" a deed; so are "listing left" and "listing animals", "trunk rigid"
and "rigid AFO", "freezes at the door" and "freeze dance". A word that is usually a deed is read as a deficit only where
it stands as one would; any other word is one, unless what stands beside it speaks against it.
"""

from collections.abc import Mapping, Sequence

from rewriter.english import ASKING, DETERMINERS
from rewriter.lexicon import Sense
from rewriter.reading.mentions import GEAR, QUANTITIES, TROUBLES, Mention

_MARKS = frozenset({".", ",", ";", ":", "\n", "(", ")", "?", "!", "-", "/", "+", "&", "and", "or", "|", '"', "\u2022"})
_SIDES = frozenset(
    "left right side affected unaffected involved uninvolved hemiparetic hemiplegic paretic plegic weak weaker strong "
    "stronger sound contralateral ipsilateral backward backwards back posteriorly laterally posterior lateral".split()
)
# What may stand before a deficit that is told, and what behind it.
_LEADS = frozenset(
    "no without less more mild moderate severe strong marked significant active persistent consistent constant "
    "frequent occasional increased decreased reduced some lateral posterior contraversive ipsilateral left right due "
    "to of with has had shows showed demonstrates demonstrated exhibits exhibited presents still continued heavy "
    "trunk address addressing reduce reducing inhibit inhibiting correct correcting minimize minimizing prevent "
    "preventing manage managing decrease decreasing resist resisting".split()
)
_TRAILS = frozenset(
    "when while during despite throughout still noted observed seen present persists persisted resolved decreased "
    "increased improved worse worsened less more better behavior today now then x behaviour".split()
)
_STATIONS = frozenset("sit sitting stand standing supine stance edge rest".split())
_EFFORTS = frozenset("pulling lifting carrying reaching pressing throwing kicking".split())
_LATERAL = 4
# So many mentions may begin at the words around one.
_AROUND = 8
_COMES_NEXT = "comes_next"
_LEAN = "lateral_lean"
_LESSENING = "to_reduce"
_DESIGNED = "designed"
_COMMAND = "one_step_command"
_HAND = "therapist_hand"
_LONGER = frozenset({_HAND, _COMES_NEXT, _LEAN, _LESSENING, _DESIGNED, _COMMAND})
# "For decreased pain" is a purpose, "for decreased balance" a deficit: nobody wants less of an ability.
_LACKED = frozenset({"decreased", "reduced"})
_FOR = Sense("link", "purpose", "for_", "for")
_ONTO = frozenset("to onto over into on for reach".split())
# Usually deeds: what stands before and behind must be that of a deficit.
_DEEDS = frozenset({"pushing", "listing"})
# What stands right behind a word that here names a deed, a game or a thing.
_BEHIND: Mapping[str, frozenset[str]] = {
    word: frozenset(behind.split())
    for words, behind in (
        ("freeze freezing freezes froze", "dance tag game games frame frames like pop water weather food foods song"),
        ("sway swaying sways swayed", "side to"),
        ("drift drifting drifts", "off to"),
        ("spinning", "bike top board stool chair wheel each clockwise counterclockwise around class"),
        ("unweighting", "harness system treadmill support device track percent % at of to walk gait"),
        ("stooped slumped slouched", "to down over"),
        ("neglect neglects", "of home"),
        ("uncontrolled", "diabetes hypertension htn dm"),
        ("tripping tripped", "hazard hazards"),
        ("wasting", "time"),
        (
            "rigid",
            "back backs backrest frame frames footplate footplates dressing dressings sole soles insert inserts tape "
            "taping shell collar base boot boots removable seat chair",
        ),
        (
            "stiff tight",
            "shoe shoes lid lids jar jars strap straps door drawer clothes clothing shirt sock socks knob button "
            "buttons zipper lace laces sleeve sleeves space spaces doorway hallway corner corners",
        ),
        ("hurt hurts", "feelings"),
    )
    for word in words.split()
}
_BEFORE: Mapping[str, frozenset[str]] = {
    "unweighting": frozenset("% percent with using weight partial treadmill harness lb pounds".split()),
    "spinning": frozenset("swing stool chair bike seated prone".split()),
}
# What is counted in repetitions is done: "spinning x10".
_COUNTED = frozenset({"spinning"})
# What a thing may be called by.
_OF_THINGS = frozenset(
    "rigid stiff tight weak floppy unstable unsteady wobbly shaky jerky edema tremor contracture spasticity pain "
    "painful swelling posture".split()
)
_FOLLOWING = frozenset("follow follows followed following obey obeys obeyed obeying".split())
_CLAUSE_ENDS = frozenset(".;\n:")
_FOLLOWED = 7
_IS = frozenset("is are am was were be i'm he's she's they're not".split())
_ARTICLES = DETERMINERS | {"my"}
_PLACED = frozenset({"position", "surface", "part", "side", "function", "activity", "equipment", "device"})
_PUSHED = frozenset({"part", "device", "equipment"}) | QUANTITIES - {"ratio", "count"}


def drop_doubles(low: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """Return `mentions` without the deficits, symptoms and plans that are none where they stand.

    `low` are all words of the text, `mentions` all that it mentions, in order.
    """
    if not any(low[mention.first] in _DOUBTFUL or _is_longer(low, mention) for mention in mentions):
        return list(mentions)
    kept = []
    for number, mention in enumerate(mentions):
        if mention.sense.id == _COMES_NEXT and not ASKING.isdisjoint(low[max(0, mention.first - 3) : mention.first]):
            continue  # "cue for what comes next": no plan
        if mention.sense.id == _HAND and low[mention.last : mention.last + 1] in (["/"], [":"], ["-"]):
            continue  # "OT hand/ADL": what kind of therapy
        if mention.sense.id == _COMMAND and _is_followed(low, mention):
            continue  # "follows one-step commands": no cue
        if mention.sense.kind == "planned" and (
            _counts_planned(low, mention) or _leads_somewhere(low, mentions, number)
        ):
            continue
        if mention.sense.id == _LEAN and mention.sense.kind == "impairment" and _is_exercised(low, mentions, number):
            continue  # "left lean x10"
        doubtful = mention.sense.kind in TROUBLES and mention.last == mention.first + 1
        if doubtful and low[mention.first] in _DOUBTFUL and not _is_deficit(low, mentions, number):
            continue
        if mention.sense.id == _LESSENING and _names_lack(low, mentions, number):
            lack = low[mention.last - 1]
            kept.append(Mention(_FOR, mention.first, mention.first + 1))
            mention = Mention(Sense("deficit", "general", lack, lack), mention.first + 1, mention.last)
        kept.append(mention)
    return kept


def _is_followed(low: Sequence[str], mention: Mention) -> bool:
    """What is told of commands is how the patient follows them: "commands followed 4/6"."""
    first = next((at for at in range(mention.first, 0, -1) if low[at - 1] in _CLAUSE_ENDS), 0)
    last = next((at for at in range(mention.last, len(low)) if low[at] in _CLAUSE_ENDS), len(low))
    return not _FOLLOWING.isdisjoint(low[max(first, mention.first - _FOLLOWED) : min(last, mention.last + _FOLLOWED)])


def _is_longer(low: Sequence[str], mention: Mention) -> bool:
    return mention.sense.id in _LONGER or (mention.sense.kind == "planned" and low[mention.first] == "going")


def _is_deficit(low: Sequence[str], mentions: Sequence[Mention], number: int) -> bool:
    """Tell whether what stands around mention `number` lets its one word be a deficit."""
    at, end = mentions[number].first, mentions[number].last
    word = low[at]
    before = low[at - 1] if at else "."
    behind = low[end] if end < len(low) else "."
    following = [other for other in mentions[number + 1 : number + _AROUND] if other.first == end]
    if word in _OF_THINGS and any(
        other.sense.kind in GEAR and other.sense.group not in ("gait", "lift") for other in following
    ):
        return False
    if word in _DEEDS:
        beside = {*low[max(0, at - 3) : at], *low[end : end + 3]}
        return _EFFORTS.isdisjoint(beside) and _leads(before) and _trails(low, mentions, number, before)
    if word in _COUNTED and any(other.sense.kind == "count" for other in following):
        return False
    if before in _BEFORE.get(word, ()):
        return False
    return behind not in _BEHIND.get(word, ()) or (behind not in _SIDES and _goes_aside(low, end))


def _counts_planned(low: Sequence[str], mention: Mention) -> bool:
    """What came of a plan is none: "stopped after 2nd set (3 planned)", "4 of 6 planned trials"; not "x3 planned"."""
    at = mention.first
    if mention.sense.id != _DESIGNED or low[at] != "planned" or not at or not low[at - 1][0].isdecimal():
        return False
    return low[at - 2 : at - 1] in (["("], ["of"], ["/"])


def _leads_somewhere(low: Sequence[str], mentions: Sequence[Mention], number: int) -> bool:
    """Thus: "spasm going to tall kneel", "going to the gym"; "is going to stand" is meant for later."""
    at, last = mentions[number].first, mentions[number].last
    if low[at:last] != ["going", "to"] or (at and low[at - 1] in _IS):
        return False
    placed = any(
        other.first == last and other.sense.kind in _PLACED for other in mentions[number + 1 : number + _AROUND]
    )
    return placed or (low[last : last + 1] != [] and low[last] in _ARTICLES)


def _names_lack(low: Sequence[str], mentions: Sequence[Mention], number: int) -> bool:
    """An ability is named right behind "for decreased", its side or part between them."""
    first, last = mentions[number].first, mentions[number].last
    if low[first] != "for" or low[last - 1] not in _LACKED:
        return False
    for other in mentions[number + 1 : number + _AROUND]:
        if other.first >= last and other.sense.kind == "ability":
            return other.first == last
        if other.first == last and other.sense.kind in ("side", "part"):
            last = other.last
    return False


def _is_exercised(low: Sequence[str], mentions: Sequence[Mention], number: int) -> bool:
    """A lean that is counted, leads to a place or is asked for is done: "L lean x10", "to elbow", "VC for L lean"."""
    mention = mentions[number]
    if low[mention.last - 1] != "lean":
        return False
    behind = low[mention.last] if mention.last < len(low) else "."
    cued = any(
        other.sense.kind == "cue" and mention.first - 2 <= other.last <= mention.first
        for other in mentions[max(0, number - _AROUND) : number]
    )
    counted = any(
        other.first == mention.last and other.sense.kind == "count" for other in mentions[number + 1 : number + _AROUND]
    )
    relieved = "relief" in low[max(0, mention.first - 3) : mention.first]  # "pressure relief lateral lean"
    return cued or counted or relieved or behind in _ONTO


def _leads(before: str) -> bool:
    return before in _MARKS or before in _LEADS or not before[0].isalpha()


def _trails(low: Sequence[str], mentions: Sequence[Mention], number: int, before: str) -> bool:
    """Tell whether what follows is a side, a mark, a place or a time, and no thing that is acted on."""
    end = mentions[number].last
    behind = low[end] if end < len(low) else "."
    if behind in _MARKS or behind in _TRAILS:
        return True
    if behind in ("in", "at"):
        return low[end + 1 : end + 2] != [] and low[end + 1] in _STATIONS
    if behind in ("with", "w/"):
        return before in _LEADS - {"to", "of", "with"} or not _SIDES.isdisjoint(low[end + 1 : end + 2])
    if behind[0].isdecimal():
        return any(
            other.first == end and other.sense.kind == "ratio" for other in mentions[number + 1 : number + _AROUND]
        )
    return _goes_aside(low, end) and not _acts_on_part(mentions, number)


def _goes_aside(low: Sequence[str], at: int) -> bool:
    """Words from `at` lead to a side: "left", "to the left", "toward weak side"; "side to side" does not."""
    if list(low[at : at + 3]) == ["side", "to", "side"]:
        return False
    if at < len(low) and low[at] in _SIDES:
        return True
    return low[at : at + 1] in (["to"], ["toward"], ["towards"]) and not _SIDES.isdisjoint(low[at + 1 : at + _LATERAL])


def _acts_on_part(mentions: Sequence[Mention], number: int) -> bool:
    """A side with its part is what is pushed: "pushing left foot into the pedal"."""
    end = mentions[number].last
    near = mentions[number + 1 : number + _AROUND]
    side = next((other for other in near if other.first == end and other.sense.kind == "side"), None)
    return side is not None and any(other.first == side.last and other.sense.kind in _PUSHED for other in near)


_DOUBTFUL = _DEEDS | _OF_THINGS | _BEHIND.keys() | _BEFORE.keys()
