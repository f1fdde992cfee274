"""The grammars of what a draft tells in a frame that claims something: one must cover its piece, word for word.

"Treatment included ...", "Therapist used ...", "Patient required ...", "Patient presented with ...", "Education: ...":
what no grammar here covers is told as it was written. They read the letters of `roles`.
"""

from itertools import pairwise

from rewriter.pattern import late
from rewriter.reading.kinds.passages import Kind, Passage
from rewriter.reading.kinds.roles import spell
from rewriter.reading.mentions import DOSES
from rewriter.reading.surface.trimmed import length_of_doing

# What a condition takes up, with a word or two before it: "stocking glove distribution".
_REGIONS = frozenset({"distribution", "distributions", "pattern"})
_LONGEST_REGION = 4
# So many stretches no piece has that tells one thing.
_LONGEST = 40
# A preposition with what it leads to, but not "in 2 min"; and an aside in brackets: how, or what was so before.
_PLACE = r"[iv](?=[nqsMphbTkr#iv]*[OuWopejNACLTgrs]|d[uewopNdS])|O"
_ASIDE = r"\([^()]*H[^()]*\)|\([sdSpoubqieNwWOgr&-]*\)"
# What a treatment is for, or because of.
_AIM = r"(?:[ftc](?:[^xXYPZ!EHzQ:()mk#%]|#(?=[ueopNAwO]))+)?$"
# The name of what was done, with what stands before it: qualities, and words right before the name.
_LEAD = r"[qspoueAbWgNjT&v-]|k(?=[wWueopNAqs])|#(?=q*N)|(?<=[uo])[>t](?=[uo])|w(?!www|Q)"
# How, where and with what it was done; with a dose a word or two more do no harm.
_DETAIL = (
    r"[dSspoueAbqgN&CLTO-]|k(?=[wueopNO])|j(?=[ispuNoe])|(?<=[iq])[jr]|n(?=q*[epoANCuOW])|#(?=[CueopNAwO])|#i(?=[uS])|"
    rf"t[suboe]|z(?=[ueoNps])|>[uoNeWw]|w(?=[pueo])|{_PLACE}|{_ASIDE}"
)
_HOW = r"[MWr:]|#(?=[idS])|(?<=[op])X|X(?=[dS])|i(?=d[dS])|a(?=w?[dS])|y(?=[oj])|ki(?=T)|w(?!ww)"
_OF_DOSED = rf"(?:{_DETAIL}|{_HOW})*{_AIM}"
_DOSED = rf"^(?=.*[dS])(?!k)[zX]?(?:[dN]+:)?(?:{_LEAD}|[MrdS]|(?<=o)i(?=[uOeN]))*O?N{_OF_DOSED}"
_UNDOSED = rf"^(?!k)z?(?:{_LEAD})*N(?:{_DETAIL})*{_AIM}"
# Sets are done of nothing but an exercise, whatever it is called; so is what was read as one for its time.
_IN_SETS = rf"^(?!k)z?(?=.*S|[oj])(?:{_LEAD}|{_PLACE}|[MrCI])+[dS]{_OF_DOSED}"
_TIMED = rf"^(?!k)z?(?:{_LEAD}|[MrCI])+[dS]{_OF_DOSED}"
# So many cues of a kind, and what they were for, at or about.
_CUE = (
    r"^z?(?:q[wW]?&)?(?:[qd#bs&T-]|t(?=q))*[wWpj]?[wWpj]?C(?:[q#]*[&>z-]*[q#]*C)*[dSqbs]*"
    rf"(?:$|[nwWMqspjoNAIDhftivTlyrO#&bQ%-](?:[^xXYPZ!EHzF:mk()]|k(?=[wpNAueoO]))*(?:{_ASIDE})?$|(?:{_ASIDE})$)"
)
# A level with what it was given for, before it or behind, no verb before it; and what it was before.
_HELP = (
    r"^[^xXYkPZIDjEF!HmQ]*L(?:[q&>t-]*L)*"
    rf"(?:[^xXYPZDF!Hmk:z()]|{_ASIDE})*(?:&F[!HLd#qbwsNWr]*)?$"
)
_DIAGNOSIS = (
    r"^(?:Zi?)?(?:[qswWphgdtcl&-]|k(?=[wp]))*D"
    rf"(?:[spdgDIAqbWMh&eLlcm#-]|>s|dH|i(?=[hspqAuOeD])|O|(?<=q)w|v(?=[sOp])|{_ASIDE})*$"
)
_IMPAIRMENT = (
    r"^(?:Zi?|[ft])?[d#]?(?:s>s|[qashMGpAwobj-]|#(?=p)|(?<=[qwp])&)*(?:I|h[qspAw&]*A)"
    rf"(?:[spdSMouebAqGh#&IDg-]|(?<=[dsbiueoqO])N|>s|t[sb]|[cl]|(?<=[cl])[wW]|y(?=[Ij])|[jL]|i(?=[qs]*[IL])|{_PLACE}|{_ASIDE})*(?:[xk]iT)?(?:[fV][^xXP!HFz]*)?$"
)
_TEACHING = r"^[qwNW]*E(?!i[TP])(?:[PZ]?t.*|[^xXkr!QnHF]*)$"
_GRAMMARS = {
    "activity": late(f"{_DOSED}|{_UNDOSED}|{_IN_SETS}|{_CUE}"),
    "cue": late(_CUE),
    "assist": late(_HELP),
    "diagnosis": late(_DIAGNOSIS),
    "impairment": late(_IMPAIRMENT),
    "education": late(_TEACHING),
}
# The joints of a finger, whose blocking is an exercise: "blocking DIP x10"; a knee is blocked by the therapist.
_JOINTS = frozenset(
    "dip dips pip pips mcp mp ip interphalangeal metacarpophalangeal digitorum ex exs exercise exercises "
    "flexion".split()
)
_CUES = frozenset({"cue", "cues"})
_PROGRAM = ["home", "exercise", "program"]
_GIVEN = frozenset(
    "given issued provided handed updated reviewed upgraded progressed taught printed emailed sent".split()
)
_STAY = frozenset({"day", "week", "wk", "visit", "session"})
_STROKES = frozenset("stroke strokes infarct infarction cva accident hemorrhage aneurysm occlusion stenosis".split())
# A side with a dose, and nothing that was done: "R 3x30 clean".
_NAMELESS = late(r"^[sb&#:-]*s[sb&#:-]*[dS][^NuoepAOCr]*$")
_DRILLED = frozenset({"each", "ea", "reps", "repetitions", "trials"})
_SUBJECT_AND_VERB = 2  # words
_EXERCISE = late(f"{_IN_SETS}|{_TIMED}")
_DONE = late(f"{_DOSED}|{_IN_SETS}")
_WITH_CUES = late(r"i[q#]*C")
# Of these the therapist gives sets; "blocking DIP 2x10" is the patient's exercise.
_GIVEN_IN_SETS = frozenset({"technique", "grading"})


def tell_covered(passage: Passage, told: Kind) -> Kind:
    """Return the kind that a piece was taken for, or "remark" where the grammar of its frame does not cover it all.

    What is denied, planned or doubted is told as such.
    """
    kind, head = told
    if kind == "cue" and passage.opening == "blocking" and not _JOINTS.isdisjoint(_words(passage)):
        kind, head = told = "activity", head
    if kind == "activity" and passage.opening in _CUES and DOSES.isdisjoint(passage.by_kind):
        kind, head = told = "cue", passage.by_kind.get("cue", head)  # "cue slow turns"
    if kind == "activity" and _numbers_stay(passage):
        return "remark", head
    if kind == "activity" and _NAMELESS.match(_spell_shortly(passage, told)):
        return "remark", head
    if kind == "impairment" and (_is_drilled(passage) or _has_verb(passage, head)):
        return "remark", head
    if kind == "education" and passage.by_kind.get("education") is not None and _names_program(passage):
        return "remark", head
    if kind == "diagnosis" and head is not None and _names_vessel(passage, head):
        return "remark", head
    if kind not in _GRAMMARS or (head is not None and passage.reading.bits[head]) or _is_covered(passage, told):
        return told
    done = "activity", passage.find("activity", "task")
    letters = _spell_shortly(passage, done) if kind == "cue" else ""
    if not _DONE.match(letters):
        return "remark", head
    return told if _WITH_CUES.search(letters) else done  # "8 min: head turns with tactile cues": the cues were given


def _words(passage: Passage) -> list[str]:
    return passage.reading.words.low[passage.first : passage.last]


def _names_program(passage: Passage) -> bool:
    """What the patient does at home is named, and nobody is told to have taught it: "HEP bridges", "glides HEP"."""
    low = _words(passage)
    taught = [passage.reading.mentions[i].sense for i in passage.inside]
    shown = sum(sense.kind == "education" for sense in taught) > 1 or any(word.startswith("demonstrat") for word in low)
    shown = shown or not _GIVEN.isdisjoint(low)
    named = any(low[at : at + len(_PROGRAM)] == _PROGRAM for at in range(len(low)))
    return named and not shown and all(sense.kind != "verb" or sense.label != "past" for sense in taught)


def _numbers_stay(passage: Passage) -> bool:
    """How long it goes on is told and no dose: "prosthetic gait day 3", "wk 2 CDT"."""
    low = _words(passage)
    named = any(one in _STAY and two.isdecimal() for one, two in pairwise(low))
    return named and DOSES.isdisjoint(passage.by_kind)


def _is_drilled(passage: Passage) -> bool:
    """So many of it were done, and none happened: "cervical JPE laser 5 each", "dysmetria drill 3 reps"."""
    low = _words(passage)
    done = any(one.isdecimal() and two in _DRILLED for one, two in pairwise(low))
    return done and "count" not in passage.by_kind


def _has_verb(passage: Passage, head: int | None) -> bool:
    """Things, and what they do to it, or what somebody does: "weights damp tremor", "rights R head lag L"."""
    if head is None:
        return False
    at, low = passage.reading.mentions[head].first, passage.reading.words.low
    inside = [passage.reading.mentions[i] for i in passage.inside]
    named = {word for m in inside for word in range(m.first, m.last)}
    opens = passage.first not in named and low[passage.first].endswith("s") and passage.first < at
    if opens and not low[passage.first].endswith(("ss", "us", "is")):
        return True  # "rights R head lag L"
    bare = at - passage.first == _SUBJECT_AND_VERB and not {at - 1, at - 2} & named
    return bare and low[at - 2].endswith("s") and low[at - 1].isalpha() and not low[at - 1].endswith(("s", "ed", "ing"))


def _names_vessel(passage: Passage, head: int) -> bool:
    """A stroke is called by its artery alone: "R MCA 7 wk"; nobody presents with an artery."""
    named = passage.reading.mentions[head]
    return passage.reading.words.low[named.last - 1] == "artery" and _STROKES.isdisjoint(_words(passage))


def _is_covered(passage: Passage, told: Kind) -> bool:
    kind, head = told
    letters = _spell_shortly(passage, told)
    if kind == "cue" and head is not None and "S" in letters:
        return (
            passage.reading.mentions[head].sense.group in _GIVEN_IN_SETS and _GRAMMARS[kind].match(letters) is not None
        )
    grammar = _EXERCISE if kind == "activity" and head is None else _GRAMMARS[kind]
    return grammar.match(letters) is not None


def _spell_shortly(passage: Passage, told: Kind) -> str:
    """Return the letters of a piece without "worked on"; what is too long for one thing has a letter of its own."""
    if told[0] == "activity":
        behind = passage.first + length_of_doing(passage.reading.words.low, passage.first)
        passage = passage._replace(first=min(behind, passage.last - 1))
    if told[0] == "diagnosis" and told[1] is not None:
        passage = passage._replace(last=_before_region(passage, told[1]))
    letters = spell(passage, told)
    return letters if len(letters) <= _LONGEST else "!"


def _before_region(passage: Passage, head: int) -> int:
    """Return where a diagnosis ends before the words for its region: "polyneuropathy stocking distribution"."""
    low, end = passage.reading.words.low, passage.reading.mentions[head].last
    named = passage.last - end <= _LONGEST_REGION and low[passage.last - 1] in _REGIONS
    plain = all(word.isalpha() or word in ("-", "/") for word in low[end : passage.last])
    return end if named and plain and end < passage.last else passage.last
