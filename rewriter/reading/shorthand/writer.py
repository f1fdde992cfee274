"""The first person of the therapist who writes: "I held elbow", "me CGA at belt", "no cues from me".

Only where the word can be nobody else's: outside quotations and what is reported, before a deed of treating, and in a
note that names no assistant or student, who may be its writer.
"""

from rewriter.reading.words import Words

THERAPIST = "the therapist"
_OPENINGS = frozenset({".", "\n", "!", "?", "\u2022", "|", "//"})
# What may stand before "I" as a subject; behind another word it may be "independent", or a numeral.
_BEFORE_SUBJECT = _OPENINGS | frozenset(
    ", ; ( - and then so while as but when where until after before because since if".split()
)
# What a therapist does who treats, and hardly any patient tells of.
_DEEDS = frozenset(
    "held guarded blocked supported assisted guided cued facilitated steadied stabilized demonstrated demoed "
    "instructed taught educated monitored spotted positioned placed provided applied mobilized resisted handled "
    "modeled corrected assessed tested measured prompted redirected encouraged reminded issued reviewed".split()
)
# Deeds of a therapist with the right words behind them.
_DEEDS_WITH = {
    "had": frozenset("hand hands my one both min mod max cga".split()),
    "kept": frozenset("hand hands my one both cga".split()),
    "gave": frozenset("min mod max cga sba hha hand hands tactile verbal tc vc cues cue one".split()),
    "used": frozenset("hand hands tactile verbal tc vc cues min mod max".split()),
    "helped": frozenset("him her them pt patient child".split()),
    "caught": frozenset("him her them pt patient child".split()),
    "stood": frozenset("behind beside in".split()),
    "sat": frozenset("behind beside in".split()),
}
_NOT_BEHIND = frozenset({"on", "onto", "my", "myself"})
# Behind one of these "I" may be the patient, or kin.
_SPEAKING = frozenset(
    'says say said states stated reports reported tells told asked asks thinks thought feels felt ":" subj '
    "subjective : quote quotes verbalized verbalizes expressed c/o complains admits denies wrote texted".split()
)
_HELP = frozenset("cga sba min mod max hha guarding holding blocking supporting spotting behind facilitating".split())
_LEVELS = {"cga": "contact guard assistance", "sba": "standby assistance", "hha": "hand held assistance"}
_BEFORE_HELP = _OPENINGS | frozenset(", ; ( with w/ and +".split())
_GIVEN = frozenset(
    "cue cues cueing cuing help assist assistance a hand hands hha support hold vc vcs tc tcs guard cga sba demo "
    "prompt prompts prompting contact touch".split()
)
_FROM = frozenset({"from", "by"})
_NEAR = 4
_BODY = frozenset("hand hands lap knee knees leg legs arm arms thigh thighs shoulder finger fingers side".split())
# Who else may have written, or treated.
_OTHERS = frozenset(
    "pta cota ota spta sota spt sot student students intern aide tech technician resident assistant ptas cotas".split()
)


def find_writer(words: Words) -> dict[int, tuple[int, str]]:
    """Return the words by which the treating therapist speaks of himself: where each ends, and what it says."""
    low = words.low
    if {"i", "me"}.isdisjoint(low) or not _OTHERS.isdisjoint(low) or low.count('"') % 2:
        return {}
    found = {}
    for at, word in enumerate(low):
        if word == "i" and _is_subject(words, at):
            found[at] = (at + 1, THERAPIST)
            if low[at + 2 : at + 3] == ["my"] and low[at + 1] in _DEEDS_WITH:
                found[at] = (at + 3, f"{THERAPIST} {low[at + 1]}")  # "I had my hands on hips"
            for own in range(found[at][0] + 1, min(at + _NEAR, len(low) - 1)):
                if low[own] == "my" and low[own + 1] in _BODY:
                    found[own] = (own + 1, "the therapist's")
        elif word == "me" and _is_helper(words, at):
            said = _LEVELS.get(low[at + 1] if at + 1 < len(low) else "") if not at or low[at - 1] not in _FROM else None
            found[at] = (at + 2, said) if said else (at + 1, THERAPIST)  # whose help it was goes without saying
    return found


def _is_subject(words: Words, at: int) -> bool:
    """Thus the "I" of "R and L 3 x 30 sec, I had hands on pelvis"; not of "dressing I" and "gait I held rail"."""
    low = words.low
    if (at and low[at - 1] not in _BEFORE_SUBJECT) or at + 1 >= len(low) or words.gap[at + 1] != " ":
        return False
    verb, behind = low[at + 1], low[at + 2] if at + 2 < len(low) else ""
    if verb in _DEEDS_WITH:
        treats = behind in _DEEDS_WITH[verb] and (behind != "my" or low[at + 3 : at + 4] in (["hand"], ["hands"]))
    else:
        treats = verb in _DEEDS and behind not in _NOT_BEHIND
    return treats and not _is_reported(words, at)


def _is_helper(words: Words, at: int) -> bool:
    """Thus the "me" of "8 passes, me CGA at belt" and "without cues from me"."""
    low = words.low
    before = low[at - 1] if at else "\n"
    helps = before in _BEFORE_HELP and low[at + 1 : at + 2] != [] and low[at + 1] in _HELP
    given = before in _FROM and not _GIVEN.isdisjoint(low[max(0, at - _NEAR) : at - 1])
    return (helps or given) and not _is_reported(words, at)


def _is_reported(words: Words, at: int) -> bool:
    """Somebody speaks in this sentence, or it stands under a heading: "pt states I held the rail"."""
    first = next((k + 1 for k in range(at - 1, -1, -1) if words.low[k] in _OPENINGS), 0)
    return not _SPEAKING.isdisjoint(words.low[first:at])
