"""The parts of the report, as HTML: each function returns one of them, "" where there is nothing to say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from rewriter.bulk.report.examples import Example
from rewriter.bulk.report.figures import Figures
from rewriter.bulk.report.naming import Named
from rewriter.bulk.report.pictures import bar, stack, swatch
from rewriter.bulk.report.words import CAUSES, ENDINGS, STATUSES, counted, letters, money, share
from rewriter.bulk.tally import tell_time

_MOST = 12


def head(figures: Figures) -> str:
    """Return the title, and the figures that most readers come for."""
    job = figures.job
    when = f"{job.started:%B} {job.started.day}, {job.started:%Y}"
    ready = figures.statuses["accepted"]
    tiles = [
        (
            f"{ready:,}",
            f"{_plural(ready, 'draft', 'drafts')} to review",
            f"{share(ready, figures.rows)} of all",
        ),
        (
            f"{figures.notes_asked:,}",
            f"{_plural(figures.notes_asked, 'note', 'notes')} with questions",
            counted(figures.questions_count, "question"),
        ),
        (money(job.cost), "spent on a model", counted(job.calls, "request")),
        (tell_time(job.seconds), "of running time", _pace(figures)),
    ]
    drawn = "".join(
        f"<li><strong>{escape(number)}</strong> <span>{escape(what)}</span> <small>{escape(more)}</small></li>"
        for number, what, more in tiles
    )
    return (
        f"<header>\n<p class='over'>Bulk run, job {job.id}</p>\n<h1>{_title(figures)}</h1>\n"
        f"<p class='lead'>Begun on {when}; {_ended(job.run, job.ended)}</p>\n"
        f"<ul class='tiles'>{drawn}</ul>\n</header>"
    )


def statuses(figures: Figures) -> str:
    """Return what became of the rows: one picture, and a legend that is a table."""
    there = [(name, figures.statuses[name]) for name in STATUSES if figures.statuses[name]]
    told = ", ".join(f"{STATUSES[name].word} {number:,}" for name, number in there)
    rows = "".join(
        f"<tr role='row'><th role='rowheader' scope='row'>{swatch(name)} {STATUSES[name].word}</th>"
        f"<td role='cell' class='said'>{STATUSES[name].meaning}</td>"
        f"<td role='cell' class='number'>{number:,}</td>"
        f"<td role='cell' class='share'>{share(number, figures.rows)}</td></tr>"
        for name, number in there
    )
    if not there:
        return _section("What became of the notes", "<p>The source had no rows.</p>")
    body = stack(there, figures.rows, told) + _table("legend", ("Status", "What it means", "Rows", "Share"), rows)
    causes = "".join(
        f"<li>{counted(number, 'note')}: {escape(CAUSES.get(cause, cause))}</li>"
        for cause, number in figures.causes.most_common()
    )
    why = f"<h3>Why there is no draft of a model</h3><ul class='plain'>{causes}</ul>" if causes else ""
    return _section("What became of the notes", body + why)


def questions(figures: Figures, names: Mapping[str, Named]) -> str:
    """Return what clinicians are asked for, by type."""
    if not figures.questions:
        return ""
    lead = (
        f"Of the {counted(figures.done, 'note')} done, {figures.notes_asked:,} "
        f"{_plural(figures.notes_asked, 'lacks', 'lack')} something that only the clinician can tell. The worklist has "
        "each question."
    )
    return _section("What clinicians are asked", f"<p>{lead}</p>{_rules(figures.questions, names, figures.done)}")


def findings(figures: Figures, names: Mapping[str, Named]) -> str:
    """Return what was found, by rule."""
    if not figures.findings:
        return ""
    levels = {names[code].level for code in figures.findings}
    key = "".join(f"<li>{swatch(level)} {level}</li>" for level in ("error", "warning", "info") if level in levels)
    done = counted(figures.done, "note")
    lead = f"In how many of the {done} done each rule found something: in the note, its visit, or the draft."
    picture = _rules(figures.findings, names, figures.done, coloured=True)
    return _section("What the rules found", f"<p>{lead}</p><ul class='key'>{key}</ul>{picture}")


def clinicians(figures: Figures) -> str:
    """Return whose notes they are, without saying who that is: the letters go by the number of notes."""
    if not figures.by_clinician:
        return ""
    shown, left = figures.by_clinician[:_MOST], figures.by_clinician[_MOST:]
    groups = [(f"Clinician {letters(number)}", own) for number, own in enumerate(shown)]
    if left:
        groups.append((f"{counted(len(left), 'other clinician')}", sum(left, Counter())))
    if figures.unassigned:
        groups.append(("No clinician given", figures.unassigned))
    longest = max(own.total() for _, own in groups)
    present = [name for name in STATUSES if any(own[name] for _, own in groups)]
    key = "".join(f"<li>{swatch(name)} {STATUSES[name].word}</li>" for name in present)
    rows = "".join(
        f"<tr role='row'><th role='rowheader' scope='row'>{who}</th>"
        f"<td role='cell' class='picture'>{stack([(name, own[name]) for name in present], longest)}</td>"
        f"<td role='cell' class='number'>{own.total():,}</td>"
        f"<td role='cell' class='share'>{share(own['needs_input'], own.total())}</td></tr>"
        for who, own in groups
    )
    heads = ("Clinician", "", "Notes", "Need input")
    lead = "By the number of notes, with the share that needs input. Who they are stands in the worklist."
    return _section("Notes by clinician", f"<p>{lead}</p><ul class='key'>{key}</ul>{_table('bars whose', heads, rows)}")


def effort(figures: Figures) -> str:
    """Return what the job took: requests, tokens, money and time."""
    job, used = figures.job, figures.job.usage
    pairs = [("Runs", f"{job.run:,}"), ("Time", tell_time(job.seconds)), ("Pace", _pace(figures))]
    if not job.calls:
        return _section("Cost and time", f"<p>No model was asked, so nothing was spent.</p>{_pairs(pairs)}")
    pairs = [
        ("Spent", money(job.cost)),
        ("Per thousand notes", money(1000 * job.cost / figures.done) if figures.done else "-"),
        ("Requests", f"{job.calls:,}"),
        ("Written with a model", f"{figures.with_model:,} of {figures.done:,}"),
        *pairs,
    ]
    parts = [
        ("tokens-new", "tokens in", used.input - used.cached),
        ("tokens-cached", "tokens in, cached (cheaper)", used.cached),
        ("tokens-out", "tokens out", used.output),
    ]
    total = sum(number for *_, number in parts)
    key = "".join(f"<li>{swatch(colour)} {number:,} {what}</li>" for colour, what, number in parts if number)
    told = ", ".join(f"{number:,} {what}" for _, what, number in parts)
    picture = stack([(colour, number) for colour, _, number in parts], total, told) if total else ""
    return _section("Cost and time", f"{_pairs(pairs)}<h3>Tokens</h3>{picture}<ul class='key'>{key}</ul>")


def examples(chosen: Sequence[Example]) -> str:
    """Return notes before and after."""
    if not chosen:
        return ""
    drawn = "".join(_example(number, example) for number, example in enumerate(chosen, 1))
    lead = f"{counted(len(chosen), 'note')} drawn by chance from those with a draft. They hold text of patients' notes."
    return _section("Before and after", f"<p>{lead}</p>{drawn}")


def foot(figures: Figures, quoted: bool) -> str:
    """Return what this page is, and what it is not."""
    held = "" if quoted else " It holds no text of a note and names nobody."
    return (
        "<footer><p>Every draft is for review by the treating clinician: no part of the record until reviewed and "
        f"signed. No original was changed.{held}</p></footer>"
    )


def _title(figures: Figures) -> str:
    left = figures.statuses["not_done"]
    total = counted(figures.rows, "note")
    return f"{total}, {left:,} not done yet" if left else f"What became of {total}"


def _ended(runs: int, how: str) -> str:
    return f"{counted(runs, 'run')}, the last one {escape(ENDINGS.get(how, how))}."


def _pace(figures: Figures) -> str:
    if not figures.job.seconds:
        return "no run has ended yet"
    rate = figures.done / figures.job.seconds
    return f"{rate:,.1f} notes a second" if rate >= 1 else f"{60 * rate:,.1f} notes a minute"


def _rules(counts: Counter[str], names: Mapping[str, Named], whole: int, *, coloured: bool = False) -> str:
    """Return rules with a bar for the notes that each is about; the rare ones in a list."""
    most = counts.most_common()
    longest = most[0][1]
    rows = "".join(
        f"<tr role='row'><th role='rowheader' scope='row'>{_rule(code, names[code])}</th>"
        f"<td role='cell' class='picture'>{bar(number, longest, names[code].level if coloured else 'asked')}</td>"
        f"<td role='cell' class='number'>{number:,}</td><td role='cell' class='share'>{share(number, whole)}</td></tr>"
        for code, number in most[:_MOST]
    )
    more = ""
    if rest := most[_MOST:]:
        rare = "".join(f"<li><span>{_rule(code, names[code])}</span> {number:,}</li>" for code, number in rest)
        more = f"<h3>In fewer notes</h3><ul class='rare'>{rare}</ul>"
    return _table("bars", ("Rule", "", "Notes", "Share"), rows) + more


def _rule(code: str, named: Named) -> str:
    name = f"{escape(named.name)} " if named.name else ""
    return f"{name}<small>{escape(code)}</small>"


def _table(kind: str, heads: Iterable[str], rows: str) -> str:
    cells = "".join(
        f"<th role='columnheader' scope='col'>{name}</th>" if name else "<td role='cell'></td>" for name in heads
    )
    return (
        f"<table class='{kind}' role='table'><thead role='rowgroup'><tr role='row'>{cells}</tr></thead>"
        f"<tbody role='rowgroup'>{rows}</tbody></table>"
    )


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<div><dt>{what}</dt><dd>{number}</dd></div>" for what, number in pairs) + "</dl>"


def _example(number: int, example: Example) -> str:
    asked = "".join(f"<li>{escape(question)}</li>" for question in example.questions)
    questions = f"<h4>Asked of the clinician</h4><ul>{asked}</ul>" if asked else ""
    return (
        f"<article><h3>Example {number} {swatch(example.status)} <small>{STATUSES[example.status].word}</small></h3>"
        f"<div class='pair'><div><h4>Note</h4><p class='text'>{escape(example.before)}</p></div>"
        f"<div><h4>Draft</h4><p class='text'>{escape(example.after)}</p></div></div>{questions}</article>"
    )


def _section(title: str, body: str) -> str:
    return f"<section>\n<h2>{title}</h2>\n{body}\n</section>"


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
