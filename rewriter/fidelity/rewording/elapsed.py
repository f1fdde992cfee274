"""How long ago a stroke, an injury or an operation was: "TKA 3 wks", told as "three weeks after", "three weeks ago".

Only what happens once is dated so: of pain that lasts three weeks, "three weeks ago" would say that it is over.
"""

from collections.abc import Sequence

from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.paraphrase import stem
from rewriter.punctuation import BREAKS

# Behind the figure ("5 weeks ago"), or before what happened ("status post right TKA").
_SINCE = frozenset({"ago", "post", "after", "following", "since", "out", "past"})
_EVENTS = frozenset(
    stem(word)
    for word in """
stroke cva accident infarct infarction hemorrhage concussion tbi injury sci fracture fx break sprain tear
rupture dislocation repair reconstruction recon release arthroplasty replacement tka tha tkr thr tsa orif fixation
amputation bka aka fusion surgery operation discectomy laminectomy meniscectomy menisectomy arthroscopy decompression
graft resection craniotomy craniectomy transplant cabg mvc mva crash delivery section transposition osteotomy
mastectomy hysterectomy thrombectomy anastomosis tenolysis debridement acl-r aclr
""".split()
)
# Before these a stretch of time is no date: "for 3 weeks", "in 3 weeks", "every 2 weeks".
_NO_DATES = frozenset("for in x q every each per over within next until till by times than about another".split())
_DAY = 86400
_REACH, _AGO_REACH, _BESIDE = 9, 8, 2

Texts = Sequence[Terms]


def is_elapsed(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term only says that the time beside it has passed since an event, as it has in the texts."""
    return _is_elapsed(one, one.place[index], texts)


def dates_event(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term stands in a sentence that tells how long ago an event was, as the texts do.

    Thus: "had a stroke three months ago with left hemiparesis" says when the stroke was, not when the hemiparesis.
    """
    number = one.sentence[index]
    if number < 0:
        return False
    span = one.reading.sentences[number]
    return any(one.reading.words.low[at] == "ago" and _is_elapsed(one, at, texts) for at in range(*span[:2]))


def _is_elapsed(one: Terms, at: int, texts: Texts) -> bool:
    low = one.reading.words.low
    if low[at] not in _SINCE or not _has_event(low, at):
        return False
    if low[at] == "ago" and not any(stem(word) in _EVENTS for word in low[max(0, at - _AGO_REACH) : at]):
        return False  # "hemiparesis three months ago after a stroke"
    for sense, first, last in one.reading.mentions:
        if sense.kind != "duration":
            continue
        near = at - _BESIDE <= last <= at or (low[at] in ("post", "since") and 0 < first - at <= _REACH)
        if near and SPLITS.isdisjoint(low[min(last, at) : max(first, at)]):
            return any(_is_dated(terms, sense.id) for terms in texts)
    return False


def _is_dated(terms: Terms, value: str) -> bool:
    """The text has this time, a day at the least, beside an event, and not as how long or how often."""
    low = terms.reading.words.low
    return any(
        sense.kind == "duration"
        and sense.id == value
        and _is_long(value)
        and low[max(0, first - 1)] not in _NO_DATES
        and (_has_event(low, first) or _is_named_event(terms, first))
        for sense, first, _ in terms.reading.mentions
    )


def _is_named_event(terms: Terms, at: int) -> bool:
    """The diagnosis right before is an event by its name, whatever it was written as: "R MCA 7wk" is a stroke."""
    return any(
        sense.kind == "diagnosis" and any(stem(part) in _EVENTS for part in sense.id.split("_"))
        for sense, *_ in (terms.reading.mentions[one] for one in terms.reading.between(max(0, at - _BESIDE * 2), at))
    )


def _is_long(value: str) -> bool:
    try:
        return float(value) >= _DAY
    except ValueError:  # a range of times
        return False


def _has_event(low: Sequence[str], at: int) -> bool:
    """An event is named close by, in the same sentence."""
    for way in (range(at, max(-1, at - _REACH), -1), range(at, min(len(low), at + _REACH))):
        for place in way:
            if low[place] in BREAKS:
                break
            if stem(low[place]) in _EVENTS:
                return True
    return False
