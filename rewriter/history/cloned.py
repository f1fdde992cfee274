"""Cloned text: a note that says, but for its figures, what an earlier one or another patient's note says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rewriter.checks import Case, Check
from rewriter.earlier import Earlier
from rewriter.findings import CLINICIAN, REWRITE, Finding, found
from rewriter.history.likeness import FIGURE, Masked, Page, Piece, count_words, mask, plain_words, share_alike
from rewriter.history.told import OF_SESSION, is_heading, mentions_of, softened, tells_nothing
from rewriter.reading import Reading
from rewriter.reading.context import PLANNED
from rewriter.rule import Rule

# A sentence that every visit has is a heading of the house where others change; so many visits make "every".
_FEWEST_VISITS, _MOST_VISITS = 3, 10
_ALWAYS = 0.75
# A sentence of fewer words may be the same by chance.
_LEAST_WORDS = 6
# Beyond so many pairs of sentences, of notes as long as books, only those that are the same are found.
_MOST_PAIRS = 20_000
_SAME_SENTENCE = 0.85
_HALF = 0.5
_DOERS = frozenset({"verb", "person"})
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How much of a note stands in an earlier one, and how many of its own figures do not, 0 to 1; the longest piece.

    `renewed` says that a clinical word of it is new: another level of assistance, another surface.
    """

    note: Earlier
    share: float
    changed: float
    renewed: bool
    piece: Piece

    def is_copy(self, size: int, long: int) -> bool:
        """Tell whether a note of so many words is a copy: in a short one any new figure or clinical word is news."""
        return size >= long or not (self.changed or self.renewed)

    def is_sure(self, size: int, long: int) -> bool:
        """Tell whether a copy is one for certain: few figures and no clinical words are new, or it is very long."""
        return (self.changed < _HALF and not self.renewed) or size >= 2 * long or not self.note.is_own


def cloned_text(case: Case, rule: Rule) -> list[Finding]:
    """Say which earlier visit, or whether another patient's note, has the same words.

    What recurs by its nature (precautions, goals, diagnoses, a heading of the house) is left out. A short note may
    have the same words again with new figures; a long one may not.
    """
    if not case.earlier:
        return []
    pages = [Page(note) for note in case.earlier]
    sides = [(case.note, case.note_side)] + ([(case.text, REWRITE)] if case.source is not None else [])
    for reading, side in sides:
        if hits := _judge(rule, reading, side, pages):
            return hits
    return []


def _judge(rule: Rule, reading: Reading, side: str, pages: Sequence[Page]) -> list[Finding]:
    today = mask(reading.text)
    recent = [page for page in pages if page.note.is_own][-_MOST_VISITS:]
    judged = _without_headings([piece for piece in today.pieces if not is_heading(piece, rule)], reading, recent)
    if count_words(judged) < rule.parameters["fewest"]:
        return []
    limits = rule.parameters
    size, long = sum(len(word) > 1 for piece in judged for word in piece.words), limits["long"]
    likely = [
        one for page in pages for one in _compare(reading, page, judged, limits["some"]) if one.is_copy(size, long)
    ]
    sure = [one for one in likely if one.share >= limits["most"] and one.is_sure(size, long)]
    for one in sure:
        if not one.note.is_own and size >= limits["fewest_foreign"]:
            return [_report(rule, reading, side, one, "another patient's note", rule.level)]
    for found_here, level in ((sure, rule.level), (likely, softened(rule))):
        if own_visits := [one for one in found_here if one.note.is_own]:
            return [_report(rule, reading, side, own_visits[-1], _name(own_visits), level)]
    return _patched(rule, reading, side, judged, recent)


def _report(rule: Rule, reading: Reading, side: str, one: _Likeness, visit: str, level: str) -> Finding:
    values = {"share": int(one.share * _PERCENT), "visit": visit}
    span = (one.piece.start, one.piece.end)
    return found(rule, reading.text, side=side, span=span, mend=CLINICIAN, level=level, values=values)


def _name(alike: Sequence[_Likeness]) -> str:
    """Name the visit, or how many they are and the last of them."""
    last = alike[-1].note.name
    return last if len(alike) == 1 else f"{len(alike)} notes, last {last},"


def _without_headings(own: Sequence[Piece], reading: Reading, recent: Sequence[Page]) -> list[Piece]:
    """Leave out the sentences that were there before and tell nothing of a session, then those of nearly every visit.

    Either stay where hardly anything else is left.
    """
    seen = Counter(words for page in recent for words in page.masked.by_words)
    told = [piece for piece in own if not (seen[piece.words] and tells_nothing(reading, piece))]
    kept = told if count_words(told) >= 2 * _LEAST_WORDS else list(own)
    if len(recent) < _FEWEST_VISITS:
        return kept
    rest = [piece for piece in kept if seen[piece.words] < _ALWAYS * len(recent)]
    return rest if count_words(rest) >= 2 * _LEAST_WORDS else kept


def _compare(reading: Reading, page: Page, judged: Sequence[Piece], least: float) -> Iterator[_Likeness]:
    """Yield how alike an earlier note is, where it is at least `least`."""
    vocabulary = {word for piece in judged for word in piece.words} - {FIGURE}
    if len(vocabulary & page.words) < least * len(vocabulary):
        return
    other = page.masked
    size = count_words(judged)
    near = len(judged) * len(other.pieces) <= _MOST_PAIRS
    pairs = [(piece, *_partner(piece, other, near=near)) for piece in judged]
    by_sentence = sum(share * len(piece.words) for piece, _, share in pairs) / size
    partners = [partner for _, partner, _ in pairs if partner is not None]
    left = [piece for piece in other.pieces if not piece.label or piece in partners]
    words = tuple(word for piece in judged for word in piece.words)
    as_whole = share_alike(words, tuple(word for piece in left for word in piece.words), least)
    share = max(by_sentence, as_whole)
    if share < least:
        return
    figures = [figure for piece in judged for figure in piece.figures]
    theirs = [figure for piece in (left if as_whole > by_sentence else partners) for figure in piece.figures]
    longest = max(pairs, key=lambda pair: pair[2] * len(pair[0].words))[0]
    new = (Counter(figures) - Counter(theirs)).total() / max(1, len(figures))
    yield _Likeness(page.note, share, new, _is_renewed(reading, judged, other.words), longest)


def _is_renewed(reading: Reading, judged: Sequence[Piece], known: Sequence[str]) -> bool:
    """Tell whether a word that the other note lacks, or has less often, is a clinical one."""
    new = Counter(word for piece in judged for word in piece.words) - Counter(known)
    return any(
        not new.keys().isdisjoint(plain_words(reading.written(reading.mentions[index])))
        for piece in (judged if new.keys() - {FIGURE} else ())
        for index in mentions_of(reading, piece)
        if reading.mentions[index].sense.kind in OF_SESSION - _DOERS and not reading.bits[index] & PLANNED
    )


def _partner(piece: Piece, other: Masked, *, near: bool = True) -> tuple[Piece | None, float]:
    """Return the sentence of another note most like `piece`, and how much, 0 to 1; without `near`, the same or none."""
    same = other.by_words.get(piece.words)
    if same is not None:
        return same, 1.0
    best: Piece | None = None
    share = 0.0
    for one in other.pieces if near else ():
        if (alike := share_alike(piece.words, one.words, max(share, _SAME_SENTENCE))) > share:
            best, share = one, alike
    return best, share


def _patched(rule: Rule, reading: Reading, side: str, judged: Sequence[Piece], recent: Sequence[Page]) -> list[Finding]:
    """A note of sentences that each stand in one of the last visits, though no one visit has them all."""
    size, limits = count_words(judged), rule.parameters
    if size < limits["long"]:
        return []
    held: list[tuple[Piece, Earlier]] = []
    for piece in judged:
        for page in reversed(recent):
            partner, _ = _partner(piece, page.masked)
            if partner is not None and len(piece.words) >= _LEAST_WORDS and partner.figures == piece.figures:
                held.append((piece, page.note))
                break
    share = sum(len(piece.words) for piece, _ in held) / size
    if share < limits["most"]:
        return []
    names = sorted({note.name for _, note in held})
    longest = max((piece for piece, _ in held), key=lambda piece: len(piece.words))
    one = _Likeness(held[0][1], share, 0, False, longest)
    return [_report(rule, reading, side, one, f"{', '.join(names)} together", softened(rule))]


CHECKS: Mapping[str, Check] = {"cloned_text": cloned_text}
