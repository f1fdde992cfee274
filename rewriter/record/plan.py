"""The plan of care: what it must say, and its clocks. A clock whose dates are not known says nothing."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from rewriter.checks import Case, Check
from rewriter.figure import Figure
from rewriter.findings import CLINICIAN, NOBODY, VISIT, Finding, found
from rewriter.rule import Rule
from rewriter.visit import parse_date


def plan_incomplete(case: Case, rule: Rule) -> list[Finding]:
    """The content of the plan of care is given, and a part of it is missing or empty."""
    visit, content = case.visit, case.visit.plan.content
    if not content:
        return []
    blank = frozenset(rule.parameters["blank"])
    told = {key.lower() for key, text in content.items() if text.strip().lower().strip(".") not in blank}
    told |= {"goals"} if visit.goals else set()
    told |= {"diagnosis"} if visit.diagnoses else set()
    parts: Mapping[str, Mapping[str, object]] = rule.parameters["parts"]
    lacking = [name for name, words in parts.items() if not _names_any(told, words["keys"])]
    if not lacking:
        return []
    missing = ", ".join(str(parts[name]["title"]) for name in lacking)
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"missing": missing})]


def _names_any(told: Iterable[str], words: object) -> bool:
    assert isinstance(words, list)
    return any(word in key.replace("_", " ").replace("-", " ") for key in told for word in words)


def report_overdue(case: Case, rule: Rule) -> list[Finding]:
    """More treatment days than the payer allows have passed since the last progress report."""
    since, figure = case.visit.plan.visits_since_report, case.figure(rule.parameters["figure"])
    if since is None or figure is None or since <= figure.value:
        return []
    return [_at_visit(rule, figure, days=since, most=f"{figure.value:g}")]


def uncertified_plan(case: Case, rule: Rule) -> list[Finding]:
    """The plan was certified late, or the time for it is over and no certification is known.

    A signed order stands for the signature on a first certification, where the payer accepts it on the visit's date
    and the plan was sent in time.
    """
    plan, figure = case.visit.plan, case.figure(rule.parameters["figure"])
    started, today = parse_date(plan.started), parse_date(case.visit.date)
    if figure is None or started is None:
        return []
    last = started + timedelta(days=figure.value)
    certified = parse_date(plan.certified)
    decided = certified or today
    if decided is None or decided <= last or _ordered(case, rule, started):
        return []
    if certified is not None and plan.certified_through and not _is_first(certified, started):
        return []  # a later certification: what the first one was is not known
    problem = rule.parameters["late" if certified is not None else "open"].format(certified=certified, started=started)
    return [_at_visit(rule, figure, problem=problem, most=f"{figure.value:g}")]


_LONGEST_DELAY = 90


def _is_first(certified: date, started: date) -> bool:
    """Tell whether a certification can only be the first: a later one comes after the first has run out."""
    return (certified - started).days < _LONGEST_DELAY


def _ordered(case: Case, rule: Rule, started: date) -> bool:
    """Tell whether a signed order and a plan sent in time stand for the first certification on the visit's date."""
    plan = case.visit.plan
    figure = case.figure(rule.parameters["order_figure"])
    order, sent = parse_date(plan.signed_order), parse_date(plan.sent_to_physician)
    if figure is None or order is None or sent is None or parse_date(case.visit.date) is None:
        return False
    return sent <= started + timedelta(days=figure.value)


def certification_expired(case: Case, rule: Rule) -> list[Finding]:
    """The certification has run out on the visit's date, and no newer one is known."""
    figure, today = case.figure(rule.parameters["figure"]), parse_date(case.visit.date)
    through = _runs_through(case, rule, figure) if figure is not None else None
    if through is None or today is None or today <= through:
        return []
    return [_at_visit(rule, figure, through=through, today=today, most=f"{figure.value:g}" if figure else "")]


def _runs_through(case: Case, rule: Rule, figure: Figure) -> date | None:
    """Return the last certified day.

    A first certification runs from the start of treatment, a later one from its own date; a stated end counts, but a
    first certification cannot run longer than the figure.
    """
    plan, longest = case.visit.plan, timedelta(days=figure.value)
    started, certified = parse_date(plan.started), parse_date(plan.certified)
    stated = parse_date(plan.certified_through)
    if certified is None:
        if stated is None and started is not None and _ordered(case, rule, started):
            return started + longest
        return stated
    if started is not None and _is_first(certified, started):
        return min(started + longest, stated) if stated else started + longest
    return stated or certified + longest


_ENDS = 3


def record_parts(case: Case, rule: Rule) -> list[Finding]:
    """Order, history or test results are not to be seen in what is at hand: text, note, visit and earlier notes."""
    plan, visit = case.visit.plan, case.visit
    told = {key.lower().replace("_", " ") for key, text in plan.content.items() if text.strip()}
    own = [note for note in case.earlier if note.is_own]
    looked_at = [*own[:_ENDS], *own[_ENDS:][-_ENDS:]]  # an evaluation is the first, a progress report may be the last
    readings = [case.text, *case.told, *(note.read(case.pack) for note in looked_at)]
    kinds = frozenset().union(*(reading.kinds for reading in readings))
    said = frozenset(word for reading in readings for word in reading.words.low)
    keys: Mapping[str, list[str]] = rule.parameters["keys"]
    words: Mapping[str, list[str]] = rule.parameters["words"]
    there = {
        "order": bool(plan.signed_order or plan.certified or plan.sent_to_physician),
        "history": bool(visit.diagnoses) or "diagnosis" in kinds,
        "tests": "measure" in kinds,
    }
    titles: Mapping[str, str] = rule.parameters["parts"]
    missing = [
        titles[part]
        for part, seen in there.items()
        if not (seen or _names_any(told, keys[part]) or not said.isdisjoint(words[part]))
    ]
    if not missing:
        return []
    return [found(rule, "", side=VISIT, mend=NOBODY, values={"missing": ", ".join(missing)})]


def long_course(case: Case, rule: Rule) -> list[Finding]:
    """The course is longer than usual for the code, and the text gives no reason to go on."""
    number, figure = case.visit.plan.visit_number, case.figure(rule.parameters["figure"])
    if case.pack.name not in rule.parameters["codes"] or number is None or figure is None or number <= figure.value:
        return []
    low = [f" {' '.join(reading.words.low)} " for reading in (case.text, *case.told)]
    if any(f" {reason} " in text for reason in rule.parameters["reasons"] for text in low):
        return []
    return [_at_visit(rule, figure, number=number, most=f"{figure.value:g}", mend=NOBODY)]


def _at_visit(rule: Rule, figure: Figure | None, *, mend: str = CLINICIAN, **values: object) -> Finding:
    return found(rule, "", side=VISIT, mend=mend, values=values, figure=figure)


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (plan_incomplete, report_overdue, uncertified_plan, certification_expired, record_parts, long_course)
}
