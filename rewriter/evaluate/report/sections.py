"""The parts of the report, as HTML: each function returns one of them, "" where there is nothing to say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from rewriter.bulk.report.pictures import bar
from rewriter.evaluate.averages import Average
from rewriter.evaluate.form import count_rules
from rewriter.evaluate.record import Scored
from rewriter.evaluate.report.parts import listed, paragraph, section, table
from rewriter.evaluate.report.pictures import Point, dot, scatter, whisker
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.score import HIGHER, LOWER, YES_NO
from rewriter.evaluate.scores import SCORES
from rewriter.evaluate.table import NONE, write_value
from rewriter.lines import count
from rewriter.result import Status

Arms = Mapping[str, Sequence[Scored]]
Averages = Mapping[str, Mapping[str, Average]]
# The scores that decide which prompt and model to trust; the others stand in a table below.
_FIRST = ("status_as_expected", "draft_taken", "first_draft_taken", "facts_kept", "trap_sprung", "inventions_first")
_STATUSES = tuple(map(str, Status))
_WAY = {HIGHER: "more is better", LOWER: "less is better"}
_MOST_RULES = 30


def head(samples: Sequence[Sample], arms: Arms) -> str:
    """Return the title, what was run, and which colour is whose."""
    epochs = max((record.epoch for records in arms.values() for record in records), default=1)
    versions = sorted({record.run.versions.pack for records in arms.values() for record in records} - {""})
    programs = sorted({record.run.versions.rewriter for records in arms.values() for record in records} - {""})
    runs = f"{count(len(arms), 'arm')} over {count(len(samples), 'note')}, {count(epochs, 'epoch')}"
    lead = f"Judged by {', '.join(versions) or NONE}, rewriter {', '.join(programs) or NONE}."
    key = listed((f"{dot(number)} {escape(name)}" for number, name in enumerate(arms)), "key")
    short = [f"{name}: {_missing(samples, records, epochs)}" for name, records in arms.items()]
    missing = [line for line in short if not line.endswith(": ")]
    warned = paragraph(f"Not complete. {'; '.join(missing)}.", "warned") if missing else ""
    return f"<header>\n<h1>{escape(runs)}</h1>\n{paragraph(lead, 'lead')}{key}{warned}</header>"


def intervals(averages: Averages) -> str:
    """Return the scores that decide, each with a line for every arm on one scale."""
    drawn = [_score(name, averages) for name in _FIRST if any(name in found for found in averages.values())]
    lead = (
        "Means over notes, epochs averaged first, with 95 % intervals (Wilson for yes and no, else BCa bootstrap over "
        "notes). Two intervals that overlap do not mean that two arms are alike: `rewriter eval compare` pairs them."
    )
    return section("What each arm scores", paragraph(lead), *drawn)


def against_cost(averages: Averages) -> str:
    """Return how often a draft is taken against what a note costs: dollars where all are known, else tokens."""
    asked = {name: found for name, found in averages.items() if "draft_taken" in found}
    if not asked:
        return ""
    unit = "cost" if all("cost" in found for found in asked.values()) else "tokens"
    across = "dollars a note" if unit == "cost" else "tokens a note"
    points = []
    for number, (name, found) in enumerate(averages.items()):
        if name in asked:
            taken = found["draft_taken"]
            low, high = (taken.interval.low, taken.interval.high) if taken.interval else (taken.mean, taken.mean)
            points.append(Point(number, name, found[unit].mean, taken.mean, low, high))
    lead = f"How often the model's draft was taken (up) against {across} (across)."
    return section("Acceptance against cost", paragraph(lead), scatter(points, across, "taken"))


def statuses(samples: Sequence[Sample], arms: Arms) -> str:
    """Return for each arm how the notes ended against how they should have."""
    expected: dict[str, str] = {sample.id: sample.expected for sample in samples}
    drawn = []
    for number, (name, records) in enumerate(arms.items()):
        counts: Counter[tuple[str, str]] = Counter((expected[record.sample], record.run.status) for record in records)
        rows = [
            (row.replace("_", " "), *(_cell(counts[row, column], row == column) for column in _STATUSES))
            for row in _STATUSES[:3]
        ]
        heads = ("expected", *(status.replace("_", " ") for status in _STATUSES))
        drawn.append(f"<h3>{dot(number)} {escape(name)}</h3>{table(heads, rows, 'figures')}")
    lead = "Runs by the status that the sample expects (down) and the one they ended with (across)."
    return section("How they ended", paragraph(lead), *drawn)


def rules(arms: Arms) -> str:
    """Return by rule the share of notes with an error or warning of it in what was returned."""
    shares = {name: count_rules(records) for name, records in arms.items()}
    codes = sorted({code for found in shares.values() for code in found})
    codes.sort(key=lambda code: -max(found.get(code, 0.0) for found in shares.values()))
    if not codes:
        return ""
    rows = [
        (code, *(f"{bar(share, 1.0, 'warning')}<small>{share:.0%}</small>" for share in by_arm))
        for code in codes[:_MOST_RULES]
        for by_arm in [[found.get(code, 0.0) for found in shares.values()]]
    ]
    lead = (
        "The share of notes with an error or a warning of each rule, in what was returned; where a model failed, that "
        "is the composer's text."
    )
    more = paragraph(f"{len(codes) - _MOST_RULES} rarer rules are left out.") if len(codes) > _MOST_RULES else ""
    return section("Findings by rule", paragraph(lead), table(("rule", *shares), rows, "bars"), more)


def all_scores(averages: Averages) -> str:
    """Return a table of all scores of all arms."""
    rows = []
    for name, score in SCORES.items():
        found = [one.get(name) for one in averages.values()]
        if any(found):
            rows.append((name.replace("_", " "), *map(_figure, found), f"<small>{escape(score.means)}</small>"))
    return section("All scores", table(("score", *averages, "what it means"), rows, "figures"))


def _score(name: str, averages: Averages) -> str:
    score = SCORES[name]
    found = {arm: one[name] for arm, one in averages.items() if name in one}
    most = 1.0 if score.kind == YES_NO or score.unit == "share" else _most(found.values())
    rows = []
    for number, arm in enumerate(averages):
        if arm in found:
            one = found[arm]
            low, high = (one.interval.low, one.interval.high) if one.interval else (one.mean, one.mean)
            rows.append((arm, whisker(one.mean, low, high, 0.0, most, number), _figure(one), f"{one.notes}"))
    title = f"<h3>{escape(name.replace('_', ' '))} <small>{_WAY.get(score.better, '')}</small></h3>"
    return title + paragraph(score.means, "said") + table(("arm", "", "mean, 95 %", "notes"), rows, "whiskers")


def _most(found: Iterable[Average]) -> float:
    return max([1.0, *(one.interval.high if one.interval else one.mean for one in found)])


def _figure(one: Average | None) -> str:
    if one is None:
        return NONE
    value = write_value(one.score, one.mean)
    if one.interval is None:
        return value
    low, high = write_value(one.score, one.interval.low), write_value(one.score, one.interval.high)
    return f"{value} <small>{low} to {high}</small>"


def _cell(number: int, good: bool) -> str:
    return f"<strong>{number}</strong>" if good else str(number) if number else NONE


def _missing(samples: Sequence[Sample], records: Sequence[Scored], epochs: int) -> str:
    short = len(samples) * epochs - len(records)
    return f"{count(short, 'run')} missing" if short else ""
