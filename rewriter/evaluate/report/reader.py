"""Every sample to read: its note, and what each arm made of it. They open at a click, without a script."""

from collections.abc import Mapping, Sequence
from html import escape

from rewriter.evaluate.record import Scored
from rewriter.evaluate.report.parts import folded, listed, paragraph, section
from rewriter.evaluate.report.pictures import dot
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.wording import is_said

_CHOSEN = ("facts_kept", "trap_sprung", "questions_missed", "questions_needless", "repairs", "tokens")


def draw_samples(samples: Sequence[Sample], arms: Mapping[str, Sequence[Scored]]) -> str:
    """Return the samples, those that did not end as expected in some arm marked."""
    by_sample: dict[str, list[tuple[int, Scored]]] = {}
    for number, records in enumerate(arms.values()):
        for record in records:
            by_sample.setdefault(record.sample, []).append((number, record))
    names = list(arms)
    lead = "A dot stands for each run that did not end as its sample expects, in the colour of its arm."
    drawn = (_sample(sample, by_sample.get(sample.id, []), names) for sample in samples)
    return section("Every sample", paragraph(lead), *drawn)


def _sample(sample: Sample, runs: Sequence[tuple[int, Scored]], names: Sequence[str]) -> str:
    wrong = "".join(dot(number) for number, record in runs if record.run.status != sample.expected)
    title = f"{escape(sample.id)} <small>{escape(', '.join((sample.expected, *sample.tags)))}</small> {wrong}"
    told = [f'<h4>Note</h4><p class="text">{escape(sample.text)}</p>']
    told += [_run(number, record, names[number], sample) for number, record in runs]
    return folded(title, "".join(told))


def _run(number: int, record: Scored, name: str, sample: Sample) -> str:
    run = record.run
    epoch = f", epoch {record.epoch}" if record.epoch > 1 else ""
    ended = f"{run.status.replace('_', ' ')}{f' ({run.outcome})' if run.outcome else ''}"
    parts = [f"<h4>{dot(number)} {escape(name)}{epoch}: {escape(ended)}</h4>"]
    if run.rewrite is not None:
        whose = "The composer's text stands in: " if run.text is None else ""
        parts.append(f'<p class="text">{escape(whose + run.rewrite)}</p>')
    if run.attempt:
        parts.append(f'<p class="text tried"><small>The model\'s best try</small> {escape(run.attempt)}</p>')
    parts.append(listed((_finding(item.level, item.code, item.message) for item in run.findings), "findings"))
    parts.append(listed((f"{escape(item.text)} <small>{escape(item.code)}</small>" for item in run.questions), "asked"))
    lost = [fact for fact in sample.facts if run.text is not None and not is_said(fact, run.text)]
    if lost:
        parts.append(paragraph(f"Facts not found by their wording: {'; '.join(lost)}", "said"))
    scores = ", ".join(
        f"{score.replace('_', ' ')} {value:.4g}" for score in _CHOSEN if (value := record.scores.get(score)) is not None
    )
    return "".join(parts) + paragraph(scores, "said")


def _finding(level: str, code: str, message: str) -> str:
    return f'<span class="level {escape(level)}">{escape(level)}</span> <small>{escape(code)}</small> {escape(message)}'
