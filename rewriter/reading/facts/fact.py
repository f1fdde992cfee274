"""One fact: a piece of a note with one kind, and the words for it in a rewrite."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One typed, canonical, bound piece of content.

    `id` is its slot name (`cue1`), `value` its canonical form, `surface` its words in a rewrite, `name` the short form
    of what it is about, `form` how the surface fits a sentence, `group` the concept group of its head, `event` the
    number of the sentence it was written in, `mentions` the indexes of what it holds. `start`, `end` are offsets into
    the text it came from (`origin`: note, visit or answer). `evidence` names what it holds, for licences: `kind:cue`,
    `cue:tactile`, `tapping`. `why` are the words for the deficit that the clinician, asked, names as what the treatment
    was for, or "".
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
