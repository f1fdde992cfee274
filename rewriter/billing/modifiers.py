"""Modifiers: what the claim of this visit carries, and what its codes, people and charges ask for."""

from collections.abc import Mapping
from typing import NamedTuple

from rewriter.billing.timesheet import MINUTE
from rewriter.billing.told import in_note, minutes_of
from rewriter.billing.treaters import ASSISTANT, THERAPIST, Role, has_phrase, minutes_by_role, recorded, roles_in
from rewriter.billing.units import allocate
from rewriter.checks import Case, Check
from rewriter.figure import Figure, Pairs, pick
from rewriter.findings import CLINICIAN, NOBODY, VISIT, Finding, found
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED
from rewriter.rule import Rule
from rewriter.visit import parse_date

_UNIT, _LEAST = 15, 8
_APART = frozenset({"59", "XE", "XP", "XS", "XU"})
_DISCIPLINE = {"PT": "GP", "OT": "GO", "SLP": "GN"}
_ASSISTANT = {"PT": "CQ", "OT": "CO"}
_MODIFIERS = frozenset({*_APART, *_DISCIPLINE.values(), *_ASSISTANT.values(), "KX"})
_ALONE = frozenset({"KX", "CQ"})
"""Modifiers that are no other word: they count wherever the note writes them."""
_BETWEEN = frozenset({"-", ":", ",", "/", "(", ")", "+", "&", "and", "with", "x", "units", "unit", "minutes", "minute"})
_NAMES = frozenset({"modifier", "modifiers", "mod"})
_DIGITS, _NEAR = 5, 5
_NAMED = {"PT": ("PT",), "OT": ("OT",), "SLP": ("SLP", "ST", "SPEECH")}


class AssistantUnits(NamedTuple):
    """How many units of a code take the assistant's modifier, and how many do not."""

    marked: int
    plain: int


def assistant_units(
    therapist: float, assistant: float, units: int | None = None, *, share: float = 10, midpoint: float = _LEAST
) -> AssistantUnits:
    """Share the units of one timed code between therapist and assistant, after the minutes each gave alone.

    Whoever gave a whole 15 minutes has that unit. Of what is left, a unit is the therapist's where the rest of the
    therapist's minutes alone reach the `midpoint`; else it is marked where the assistant gave more than `share` per
    cent of it. Two units left are one for each, where each has the midpoint. `units` are those billed of the code;
    without them, those that the minutes support by the 8-minute table. Minutes given together are the therapist's.
    """
    if units is None:
        units = int((therapist + assistant + 7) // _UNIT)
    plain = min(int(therapist // _UNIT), units)
    marked = min(int(assistant // _UNIT), units - plain)
    own, helped = therapist - plain * _UNIT, assistant - marked * _UNIT
    for _ in range(units - plain - marked):
        if own >= midpoint or helped <= (own + helped) * share / 100:
            plain, own = plain + 1, 0.0
        else:
            marked, helped = marked + 1, 0.0
    return AssistantUnits(marked, plain)


# --- what the claim says ---------------------------------------------------------------------------------------------


def codes_of(case: Case) -> list[str]:
    """Return every code of the visit: that of the pack, those the visit bills and those the note claims for today."""
    visit, reading = case.visit, case.note
    written = [reading.mentions[i].sense.id for i in reading.having("code")]
    billed = [
        code for table in (visit.minutes_by_code, visit.units_by_code) for code, amount in table.items() if amount > 0
    ]
    own = [str(case.pack.code["cpt"])] if "cpt" in case.pack.code else []
    return list(dict.fromkeys([*own, *billed, *visit.modifiers_by_code, *written]))


def modifiers_of(case: Case, code: str) -> frozenset[str]:
    """Return the modifiers of a code: those of the visit, and those that the note writes for it."""
    return frozenset(case.visit.modifiers_of(code)) | _written(case.note, code)


def _written(reading: Reading, code: str) -> frozenset[str]:
    """Return the modifiers behind a code ("97112-59-GP"), those named as such, and those that are no other word."""
    names = set()
    own = ""
    is_behind = False
    before = ""
    for at, word in enumerate(reading.words.low):
        name = _modifier_at(reading, at)
        if word.isdecimal() and len(word) == _DIGITS:
            own, is_behind = word, True
        elif name and not reading.is_scoped(NEGATED, at, at + 1):
            is_named = before in _NAMES or reading.words.low[at + 1 : at + 2] == ["modifier"]
            behind = is_behind and (name != "59" or before == "-" or before.upper() in _MODIFIERS)
            later = next((w for w in reading.words.low[at + 1 : at + _NEAR] if len(w) == _DIGITS and w.isdecimal()), "")
            of = (later or own) if is_named else own if behind else ""
            if of == code or (name in _ALONE and not of):
                names.add(name)
        elif word not in _BETWEEN and not word.isdecimal():
            is_behind = False
        before = word
    return frozenset(names)


def _modifier_at(reading: Reading, at: int) -> str:
    """Return the modifier that a word is, or "". "go" and "co" are words unless in capitals or behind a hyphen."""
    words = reading.words
    name = words.low[at].upper()
    if name not in _MODIFIERS or name.isdecimal() or name in _ALONE:
        return name if name in _MODIFIERS else ""
    hung = at > 0 and words.low[at - 1] == "-"
    return name if hung or words.text[words.start[at] : words.end[at]].isupper() else ""


def _knows_claim(case: Case) -> bool:
    """Tell whether modifiers were told at all: a visit without any may be one whose claim is not yet made."""
    return bool(case.visit.modifiers_by_code) or any(modifiers_of(case, code) for code in codes_of(case))


def _discipline_of(case: Case) -> str:
    """Return "PT", "OT" or "SLP" as the visit tells, else as the one discipline of all who signed; "" where unknown."""
    said = case.visit.discipline.upper().replace(",", " ").split()
    named = [discipline for discipline, names in _NAMED.items() if any(name in said for name in names)]
    if not named:
        named = [role.discipline for role in roles_in(case.visit.discipline)] or sorted(
            {role.discipline for role in [*recorded(case), *minutes_by_role(case.visit)] if role.discipline}
        )
    return named[0] if len(set(named)) == 1 else ""


def _of_claim(rule: Rule, values: Mapping[str, object], figure: Figure | None = None, level: str = "") -> list[Finding]:
    """Return a finding about the claim, which no writer of the note can mend."""
    return [found(rule, "", side=VISIT, mend=NOBODY, values=values, figure=figure, level=level)]


# --- the checks ------------------------------------------------------------------------------------------------------


def bundled_codes(case: Case, rule: Rule) -> list[Finding]:
    """Two codes of one day that are paid apart only with a modifier, or never, stand without one."""
    codes = codes_of(case)
    findings = []
    for (one, other), (how, table) in sorted(_pairs(case).items()):
        if one not in codes or other not in codes:
            continue
        if how == "modifier" and _APART & (modifiers_of(case, one) | modifiers_of(case, other)):
            continue
        needed = (
            f"they stand apart only with modifier 59 or XE, XP, XS, XU on one of them, as a rule on {other}, "
            "and in minutes of their own"
            if how == "modifier"
            else "no modifier takes them apart"
        )
        place = next((i for i in case.note.having("code") if case.note.mentions[i].sense.id in (one, other)), None)
        findings += in_note(case, rule, place, {"one": one, "other": other, "needed": needed}, table)
    return findings


def _pairs(case: Case) -> dict[tuple[str, str], tuple[str, Pairs]]:
    """Return how each pair bundles on the visit's day: the tables of the newest date that has come, all of them."""
    newest = pick(case.pack.pairs, parse_date(case.visit.date))
    tables = [table for table in case.pack.pairs if newest is not None and table.since == newest.since]
    return {pair: (how, table) for table in tables for pair, how in table.table.items()}


def assistant_modifier(case: Case, rule: Rule) -> list[Finding]:
    """Units that an assistant gave, in whole or in more than a small part, carry CQ or CO, and no others do."""
    gave = minutes_by_role(case.visit) or _minutes_told(case.note) or _all_by_assistant(case)
    disciplines = {role.discipline for role in gave if role.kind == ASSISTANT} or {_discipline_of(case)}
    name = _ASSISTANT.get(disciplines.pop() if len(disciplines) == 1 else "", "")
    share, midpoint = case.figure("assistant_share"), case.figure("assistant_midpoint")
    if not gave and (both := _both_treated(case)):
        return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"what": both})]
    if not name or share is None or midpoint is None:
        return []
    assistant = sum(minutes for role, minutes in gave.items() if role.kind == ASSISTANT)
    therapist = sum(minutes for role, minutes in gave.items() if role.kind == THERAPIST)
    told = modifiers_of(case, str(case.pack.code.get("cpt", ""))) & {*_ASSISTANT.values()}
    split = _share_units(case, therapist, assistant, share.value, midpoint.value)
    what = (
        f"{split.marked} of {sum(split)} units take {name} (assistant {assistant:g} minutes, therapist {therapist:g})"
    )
    if split.marked and name not in told:
        stands = f"{min(told)} stands instead" if told else f"{name} is not on the claim"
        return _of_claim(rule, {"what": f"{what}; {stands}."}, share, "" if _knows_claim(case) else "info")
    if gave and not split.marked and told:
        return _of_claim(rule, {"what": f"{what}; {min(told)} is on the claim."}, share)
    return []


def _both_treated(case: Case) -> str:
    """Say that an assistant and a therapist treated in minutes that nothing tells apart, or ""."""
    listed = roles_in("; ".join((case.visit.signed_by, *case.visit.contributors)))
    assistant = next((role for role in listed if role.kind == ASSISTANT), None)
    if assistant is None or Role(assistant.discipline, THERAPIST) not in listed:
        return ""
    return (
        f"A {assistant} and a therapist are listed, and their minutes are not told apart: who has which unit is open."
    )


def _share_units(case: Case, therapist: float, assistant: float, share: float, midpoint: float) -> AssistantUnits:
    """Return the units of the pack's code as the billed units, else all minutes of the visit, give them."""
    if not case.pack.code.get("timed"):  # one unit, whatever the minutes
        helped = assistant > (assistant + therapist) * share / 100
        return AssistantUnits(int(helped), int(not helped))
    code, visit = str(case.pack.code.get("cpt", "")), case.visit
    units = visit.units_of(code)
    if units is None and code in visit.minutes_by_code:
        units = allocate(visit.minutes_by_code, case.pack.payer.rounding).get(code)
    return assistant_units(therapist, assistant, units, share=share, midpoint=midpoint)


_TITLES: tuple[tuple[tuple[str, ...], Role], ...] = (
    (("physical", "therapist", "assistant"), Role("PT", ASSISTANT)),
    (("certified", "occupational", "therapy", "assistant"), Role("OT", ASSISTANT)),
    (("pta",), Role("PT", ASSISTANT)),
    (("cota",), Role("OT", ASSISTANT)),
    (("ota",), Role("OT", ASSISTANT)),
    (("physical", "therapist"), Role("PT", THERAPIST)),
    (("occupational", "therapist"), Role("OT", THERAPIST)),
    (("pt",), Role("PT", THERAPIST)),
    (("ot",), Role("OT", THERAPIST)),
    (("otr",), Role("OT", THERAPIST)),
)


_BEFORE_MINUTES = frozenset({"x", ":", "-", "for", "treated", "gave", "provided", "patient"})


def _minutes_told(reading: Reading) -> dict[Role, float]:
    """Return the minutes that the note writes behind titles ("PTA 20 min, PT 8 min"), if an assistant has some."""
    low = reading.words.low
    told: dict[Role, float] = {}
    for i in reading.having("duration"):
        mention = reading.mentions[i]
        if mention.sense.group != "minute" or not mention.sense.id.isdecimal():
            continue
        for words, role in _TITLES:
            last = mention.first
            while last and low[last - 1] in _BEFORE_MINUTES:
                last -= 1
            if tuple(low[max(last - len(words), 0) : last]) == words:
                told[role] = told.get(role, 0.0) + int(mention.sense.id) / MINUTE
                break
    return told if any(role.kind == ASSISTANT for role in told) else {}


def _all_by_assistant(case: Case) -> dict[Role, float]:
    """Return all minutes as the assistant's where nobody but assistants signed or is listed."""
    roles, minutes = recorded(case), minutes_of(case)
    if minutes is None or not roles or any(role.kind != ASSISTANT for role in roles):
        return {}
    return {roles[0]: minutes}


def discipline_modifier(case: Case, rule: Rule) -> list[Finding]:
    """The code carries the modifier of the discipline whose plan it belongs to, and no other discipline's."""
    discipline, code = _discipline_of(case), str(case.pack.code.get("cpt", ""))
    told = modifiers_of(case, code)
    has, wanted = told & frozenset(_DISCIPLINE.values()), _DISCIPLINE.get(discipline, "")
    values = {"code": code, "discipline": discipline or "the discipline", "modifier": wanted}
    if wanted and (wrong := has - {wanted}):
        return _of_claim(rule, {**values, "stands": f"{min(wrong)} stands"}, level="warning")
    in_view = _knows_claim(case) or case.visit.units_of(code) is not None
    if wanted and not has and in_view:
        return _of_claim(rule, {**values, "stands": "no such modifier stands"})
    return []


def threshold_modifier(case: Case, rule: Rule) -> list[Finding]:
    """Charges of the year at or above the threshold need KX; with KX, the note says why treatment goes on."""
    charges, day = case.visit.charges_to_date, parse_date(case.visit.date)
    has_kx = any("KX" in modifiers_of(case, code) for code in codes_of(case))
    figure, review = case.figure("kx_threshold"), case.figure("medical_review")
    if figure is None or (day is not None and figure.since.year != day.year):
        if charges is None and not has_kx:
            return []
        year = day.year if day is not None else "this year"
        return _of_claim(rule, {"what": f"The threshold of {year} for modifier KX is not known here: look it up."})
    discipline = _discipline_of(case)
    of = "OT" if discipline == "OT" else "PT and SLP together" if discipline else "the discipline"
    limit = f"{figure.since.year} threshold of ${figure.value:,.0f} for {of}"
    findings = []
    if charges is not None and charges >= figure.value and not has_kx:
        what = f"${charges:,.2f} charged this year, at or above the {limit}, and KX is not on the claim."
        findings += _of_claim(rule, {"what": what}, figure)
    if has_kx and not has_phrase(case.note, rule.parameters.get("reasons", ())):
        what = "KX is on the claim, and the note does not say why skilled treatment is still needed."
        findings += _of_claim(rule, {"what": what})
    if charges is not None and review is not None and charges >= review.value:
        what = f"${charges:,.2f} charged this year: from ${review.value:,.0f} on, the record may be reviewed."
        findings += _of_claim(rule, {"what": what}, review)
    return findings


CHECKS: Mapping[str, Check] = {
    check.__name__: check for check in (bundled_codes, assistant_modifier, discipline_modifier, threshold_modifier)
}
