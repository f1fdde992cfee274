"""Words cut short in a note and told in full, and the few letters that may stand for any word."""

from collections.abc import Mapping, Sequence, Set

from rewriter.fidelity.texts.shortened import has_both_initials, may_stand_for, spells_out
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.shorthand.spelling import english

LONGEST_CLIP = 4
_FEWEST_CUT = 2  # letters that a word cut short lacks
MOST_LONE = 200  # beyond this the texts have too little in common for guesses


def find_spelled_out(
    note: Terms, lost: Sequence[int], said: Terms, added: Sequence[int], vocabulary: frozenset[str]
) -> tuple[set[int], set[int]]:
    """Return the lost terms of the note that were cut short, and the added ones of the rewrite that spell them out.

    "Vest loss p gent" is told as "vestibular loss following gentamicin": either word alone is lost or added, together
    they are one. Only what both texts miss is paired, so "hand" is never read as "handrail".
    """
    clipped: set[int] = set()
    spelled: set[int] = set()
    if max(len(lost), len(added)) > MOST_LONE:
        return clipped, spelled
    for short in lost:
        clip = note.as_written(note.place[short])
        if clip.isalpha() and len(clip) > 1 and note.place[short] not in note.diagnoses:
            known = english() if clip in english() else vocabulary
            is_read = note.place[short] in note.reading.words.said  # "97% RA", room air, is no rheumatoid arthritis
            whole = [
                one
                for one in added
                if not (is_read and said.kind(one) == "diagnosis")
                and (
                    spells_out(clip, said.reading.words.low, said.place[one], known)
                    or (not is_read and _stands_beside_same(note, short, said, one))
                    or has_both_initials(clip, said.reading.words.low[said.place[one]])
                )
            ]
            clipped.update([short] if whole or (not is_read and _is_told_in_full(clip, short, note, said)) else [])
            spelled.update(whole)
    return clipped, spelled


def _is_told_in_full(clip: str, short: int, note: Terms, said: Terms) -> bool:
    """A word that only the rewrite has begins with an English clip, and needs no partner for another reason: "sub"."""
    low = said.reading.words.low
    if clip not in english() or len(note.keys[short]) > 1 or note.mention[short] >= 0:
        return False
    return any(
        spells_out(clip, low, at, english())
        and not note.partners(key for one in said.inside(at, at + 1) for key in said.keys[one])
        for at in said.by_initial.get(clip[0], ())
    )


def _stands_beside_same(note: Terms, short: int, said: Terms, one: int) -> bool:
    """Few letters have theirs in order in a word, and the word right before or behind is the same: "slant bd"."""
    at, place = note.place[short], said.place[one]
    clip, word = note.as_written(at), said.reading.words.low[place]
    rest = iter(word)
    if (clip in english() and len(clip) > 2) or clip[0] != word[0] or len(word) < len(clip) + _FEWEST_CUT:
        return False
    if not (clip[-1] == word[-1] or word.startswith(clip)) or not all(letter in rest for letter in clip):
        return False
    return any(
        note.reading.words.low[at + step : at + step + 1] == said.reading.words.low[place + step : place + step + 1]
        or any(
            not set(note.keys[there]).isdisjoint(said.keys[here])
            for there in note.inside(at + step, at + step + 1)
            for here in said.inside(place + step, place + step + 1)
        )
        for step in (-1, 1)
        if at + step >= 0 and place + step >= 0 and note.reading.words.low[at + step : at + step + 1] != ["."]
    )


def stands_in(short: str, terms: Terms) -> bool:
    """Tell whether some word of the text may be what `short` was written for."""
    low = terms.reading.words.low
    short = _bare(short)
    return any(may_stand_for(short, low, at) for letter in set(short) for at in terms.by_initial.get(letter, ()))


def is_shortened(one: Terms, index: int, clips: Mapping[str, Sequence[str]], units: Set[str] = frozenset()) -> bool:
    """Tell whether one of the clips, by its letter, may have been written for a term; a unit stands for no initials."""
    low, at = one.reading.words.low, one.place[index]
    if any(_begins_alike(clip, low[at]) for clip in clips.get(low[at][0], ())):
        return True
    return any(
        may_stand_for(clip, low[at : at + 1], 0) if clip in units else may_stand_for(_bare(clip), low, at)
        for clip in clips.get(low[at][0], ())
    )


def _begins_alike(clip: str, word: str) -> bool:
    """All of a clip but its last letter begins a longer word: "hypofx" of a hypofunction, "strengthg"."""
    return len(clip) > LONGEST_CLIP + 1 and len(word) > len(clip) and word.startswith(clip[:-1]) and clip[-1] in "xngsd"


def is_short(low: str) -> bool:
    """Tell whether a word is a few letters that are no English word: shorthand, whatever a pack makes of it."""
    return len(low) <= LONGEST_CLIP and low not in english()


def _bare(clip: str) -> str:
    """Return a word cut short without the ending that was hung on: "tol'd"."""
    return clip.removesuffix("'d").removesuffix("'ed") or clip
