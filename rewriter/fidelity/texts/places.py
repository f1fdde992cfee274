"""Where a visit took place by kind of care: "SNF.", "HH OT, CVA", "Vestib OP." at the opening of a note.

It is kept with the visit, so a rewrite that leaves it out has lost nothing. Elsewhere it may be where somebody goes.
"""

from rewriter.reading import Reading

_FIRST = 6  # so many words may stand up to the end of it
_KINDS = tuple(
    tuple(words.split())
    for words in (
        "skilled nursing facility/snf/op/outpt/outpatient/outpatient clinic/ip/inpt/inpatient/acute/acute care/"
        "subacute/irf/ltach/ltac/hh/home health/home visit/home/hv/tele/telehealth/telerehab/clinic/hosp/hospital/alf/"
        "assisted living/assisted living facility/inpatient rehab/inpatient rehabilitation/day program/school visit/"
        "slp/ot"
    ).split("/")
)
# Where the whole of an opening is one of these, it is the name of a clinic.
_CLINICS = frozenset(
    "hand peds pediatrics pediatric ortho orthopedic orthopedics neuro neurological sports geri geriatrics cardiac "
    "pulm pulmonary pelvic vestibular vestib wound lymphedema aquatic aquatics concussion burn spine".split()
)
_OPENINGS = frozenset(kind[0] for kind in _KINDS)
_ENDS = frozenset({".", ",", ";", ":", "-", "\n", "visit", "ot", "pt", "slp", "tx", "session", "rehab", "note"})
_GOING = frozenset("to from until till before after post since p by at for of in into".split())


def find_places_of_care(reading: Reading) -> frozenset[int]:
    """Return the places of the words that say at the opening of a note in what kind of care the visit was."""
    low = reading.words.low
    found: set[int] = set()
    if low[:1] and low[0] in _CLINICS and low[1:2] in (["."], [":"]):
        found.add(0)
    for kind in _KINDS if not _OPENINGS.isdisjoint(low[:_FIRST]) else ():
        for first in range(min(_FIRST, len(low)) - len(kind) + 1):
            last = first + len(kind)
            if tuple(low[first:last]) == kind and _is_label(low, first, last):
                found.update(range(first, last))
    return frozenset(found)


def _is_label(low: list[str], first: int, last: int) -> bool:
    """It stands first, or right before a mark, behind nothing that says where from or to."""
    alone = last >= len(low) or low[last] in _ENDS
    leading = first == 0 and last < len(low) and low[last] not in _GOING
    return (leading or alone) and not (first and low[first - 1] in _GOING) and "." not in low[:first]
