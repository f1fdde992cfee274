"""Which kind of fact a piece is, by what it mentions."""

from collections.abc import Callable

from rewriter.reading.kinds.covered import tell_covered
from rewriter.reading.kinds.goals import label_is, tell_goal
from rewriter.reading.kinds.headed import (
    find_heads,
    head_of,
    pass_by_grading,
    pass_by_treatment,
    tell_by_company,
    tell_by_head,
)
from rewriter.reading.kinds.outcomes import tell_outcome
from rewriter.reading.kinds.passages import HEADS, Headed, Kind, Passage, open_passage
from rewriter.reading.kinds.plans import tell_plan
from rewriter.reading.kinds.sessions import is_session_time, tell_session
from rewriter.reading.kinds.unnamed import tell_unnamed
from rewriter.reading.kinds.unperformed import tell_aside, tell_of_others, tell_unperformed
from rewriter.reading.mentions import ALONE, TASKS
from rewriter.reading.pieces.courses import tells_course
from rewriter.reading.pieces.forms import NOTED, PATIENT, PHRASE, SENTENCE, THERAPIST
from rewriter.reading.pieces.helped import opens_own_row
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

# How it went besides, or what was done meanwhile.
_ELSE = frozenset({"ratio", "number", "cue", "negation"})

# Where somebody goes and sits, and what may stand behind: when, with what, with whom.
_PLACES = frozenset(
    "chair recliner bed bedside commode toilet wheelchair w/c mat room gym hall hallway lobby unit floor eob couch "
    "sofa table plinth bathroom kitchen".split()
)
_FOLLOWING = frozenset("with w/ for after afterward post at in on via by and , ( using end".split())

__all__ = ["classify", "is_session_time", "label_is"]


def classify(reading: Reading, sentence: Sentence, inside: list[int], form: str, first: int, last: int) -> Kind:
    """Return the kind of a piece and the index of its head mention (None where nothing is known).

    The first step that knows the kind decides; a treatment of which something is said is not told as given.
    """
    if form == NOTED:
        return "remark", None
    passage = open_passage(reading, sentence, inside, form, first, last)
    told = _tell_kind(passage)
    return tell_covered(passage, told) if form == PHRASE else told


def _tell_kind(passage: Passage) -> Kind:
    for whole in _BY_THE_WHOLE:
        if told := whole(passage):
            return told
    heads = find_heads(passage)
    if told := tell_unnamed(passage, heads):
        return told
    named = head_of(passage, heads)
    for unperformed in _UNPERFORMED:
        if told := unperformed(named):
            return told
    done = pass_by_grading(named)
    return tell_outcome(done) or tell_by_company(done) or tell_by_head(pass_by_treatment(done))


def _tell_statement(passage: Passage) -> Kind | None:
    """A whole sentence stands as it was written."""
    return ("statement", passage.find(*HEADS)) if passage.form == SENTENCE else None


def _tell_deed(passage: Passage) -> Kind | None:
    """A piece that opens with a verb tells what the therapist did, or what the patient did then."""
    if passage.form == THERAPIST:
        return "action", passage.find("cue", "verb")
    if passage.form == PATIENT:
        return "response", passage.find("function", "impairment", "symptom", "activity", "verb")
    return None


def _tell_row(passage: Passage) -> Kind | None:
    """The help that one more row of a task took: "bed to chair min A, to toilet mod A"."""
    low, comma = passage.reading.words.low, passage.first - 1
    is_row = passage.form == PHRASE and low[comma] == "," and opens_own_row(passage.reading, comma)
    return ("assist", passage.by_kind["level"]) if is_row and "level" in passage.by_kind else None


def _tell_alone(passage: Passage) -> Kind | None:
    """That a task took nobody's help is how it went: "log roll independent", "amb 150 ft indep"."""
    mentions, level = passage.reading.mentions, passage.by_kind.get("level")
    if passage.form != PHRASE or level is None or not _ELSE.isdisjoint(passage.by_kind):
        return None
    done = mentions[passage.inside[0]]
    dependent = "dependent" in passage.reading.words.low[mentions[level].first : mentions[level].last]
    alone = mentions[level].sense.group in ALONE or dependent
    return ("assist", level) if alone and done.sense.kind in TASKS else None


def _tell_purpose(passage: Passage) -> Kind | None:
    """What a treatment is for: "for stairs at work"; a time behind "for" is a dose."""
    served = passage.find("function", "task", "activity")
    if passage.opening not in ("for", "to") or served is None or _leads_to_place(passage):
        return None
    return ("function", served) if passage.reading.mentions[passage.inside[0]].sense.kind != "duration" else None


def _leads_to_place(passage: Passage) -> bool:
    """Where somebody went is no purpose: "to recliner after", "to cardiac chair", "to toilet w/ RW min A"."""
    low = passage.reading.words.low
    behind = range(passage.first + 1, passage.last)
    end = next((at for at in behind if low[at] in _FOLLOWING or low[at][0].isdecimal()), passage.last)
    return passage.opening == "to" and low[end - 1] in _PLACES


def _tell_course(passage: Passage) -> Kind | None:
    """How a finding went on: "BP 104/60, resolved 1 min sitting": nothing was done there."""
    return ("finding", None) if passage.form == PHRASE and tells_course(passage.reading, passage.first) else None


# The steps that need no head, and then those that look for a treatment that was none, in the order they are asked.
_BY_THE_WHOLE: tuple[Callable[[Passage], Kind | None], ...] = (
    tell_goal,
    tell_session,
    _tell_statement,
    tell_plan,
    _tell_deed,
    _tell_row,
    _tell_alone,
    _tell_purpose,
    _tell_course,
)
_UNPERFORMED: tuple[Callable[[Headed], Kind | None], ...] = (tell_unperformed, tell_of_others, tell_aside)
