"""`rewriter check`: judge a text; with its source, compare the two."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rewriter import show
from rewriter.batch import field
from rewriter.check import check
from rewriter.checked import Checked
from rewriter.commands.adder import FORMATS, Adder
from rewriter.commands.output import DONE, OPEN, dump, look, refuse_two_stdins, write, write_batch
from rewriter.commands.previous import previous_of, read_previous
from rewriter.commands.report import REPORTS, file_name, report, report_batch
from rewriter.errors import SettingsError
from rewriter.files import read_text
from rewriter.intake import Options, line_options
from rewriter.note import check_text
from rewriter.options import add_options, check_options, refuse_beside_batch
from rewriter.pack import load_pack
from rewriter.reading import read as read_words
from rewriter.sections import judge
from rewriter.validate import PASS, Verdict, to_dict


def add(command: Adder) -> None:
    """Add the command to the parser."""
    about = "Judge a text; with --source, compare it with its note."
    parser = command("check", run, about, formats=(*FORMATS, *REPORTS))
    parser.add_argument("file", nargs="?", metavar="REWRITE", help="the text to judge; - reads standard input")
    parser.add_argument("--source", metavar="FILE", help="the note it was made from")
    parser.add_argument(
        "--batch",
        metavar="PAIRS",
        help='JSON lines {"id", "source"?, "rewrite", ...}; JSON lines (or a report) come out',
    )
    parser.add_argument("--previous", metavar="FILE", help="earlier notes of the chart, as JSON lines")
    parser.add_argument("--explain", action="store_true", help="show the evidence for each rule that passed")
    add_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Judge one text or a batch; return the exit code."""
    refuse_two_stdins(arguments.file, arguments.batch, arguments.visit, arguments.source, arguments.previous)
    if arguments.explain and arguments.format in REPORTS:
        raise SettingsError("--explain goes with --format text or json")
    if arguments.batch is not None:
        refuse_beside_batch(arguments, arguments.file, arguments.source, arguments.previous)
        options = check_options(arguments)
        if arguments.format in REPORTS:
            return report_batch(arguments.batch, arguments.format, lambda item: _check_line(item, options))
        return write_batch(arguments.batch, lambda item: _do_line(item, options, arguments.explain))
    if arguments.file is None:
        raise SettingsError("give the text to check: a file, - for standard input, or --batch")
    rewrite = read_text(arguments.file, "rewrite")
    source = read_text(arguments.source, "source") if arguments.source is not None else None
    options = check_options(arguments)
    if arguments.previous is not None:
        options = replace(options, earlier=read_previous(arguments.previous))
    verdict = _judge(rewrite, source, options, arguments.explain)
    if arguments.format in REPORTS:
        sides = {"rewrite": arguments.file, "source": arguments.source, "visit": arguments.visit}
        files = {side: file_name(path) for side, path in sides.items() if path is not None}
        return report(_checked(verdict, rewrite, source, files, options), arguments.format)
    if arguments.format == "json":
        write(dump({"id": None, **_verdict_dict(verdict, arguments.explain)}))
    else:
        write(show.verdict(verdict, rewrite, look(arguments), explain=arguments.explain))
    return DONE if verdict.verdict == PASS else OPEN


def _judge(rewrite: str, source: str | None, options: Options, explain: bool) -> Verdict:
    visit, profile, overlay = options.visit, options.profile, options.overlay
    if not options.answers:
        return check(
            rewrite,
            source=source,
            cpt=options.cpt,
            visit=visit,
            profile=profile,
            overlay=overlay,
            payer=options.payer,
            explain=explain,
            earlier=options.earlier,
        )
    # `check` takes no answers: say the same to the validator, with them
    check_text(rewrite, "rewrite")
    if source is not None:
        check_text(source, "source")
    pack = load_pack(options.cpt, overlay, options.payer)
    return judge(
        read_words(rewrite, pack, visit.minutes),
        pack,
        lambda code: load_pack(code, overlay, options.payer),
        source=read_words(source, pack, visit.minutes) if source is not None else None,
        answers=[read_words(answer.text, pack) for answer in options.answers],
        answered=[answer.key for answer in options.answers],
        visit=visit,
        profile=profile,
        explain=explain,
        earlier=options.earlier,
    )


def _checked(verdict: Verdict, rewrite: str, source: str | None, files: Mapping[str, str], options: Options) -> Checked:
    """Return what a report says of one text; `files` is by side."""
    texts = {"rewrite": rewrite, **({"source": source} if source is not None else {})}
    rules = dict(load_pack(options.cpt, options.overlay, options.payer).rules)
    for pack in verdict.others:
        rules = {**pack.rules, **rules}
    return Checked(verdict.verdict, verdict.findings, rules, files, texts)


def _check_line(item: Mapping[str, Any], options: Options) -> Checked:
    """Return what a report says of one line of a batch."""
    rewrite, source, options = _read_line(item, options)
    verdict = _judge(rewrite, source, options, explain=False)
    files = dict.fromkeys(("rewrite", "source", "visit"), "")
    return _checked(verdict, rewrite, source, files, options)


def _read_line(item: Mapping[str, Any], options: Options) -> tuple[str, str | None, Options]:
    rewrite = field(item, "rewrite")
    source = field(item, "source") if item.get("source") is not None else None
    return rewrite, source, replace(line_options(item, options), earlier=previous_of(item))


def _do_line(item: Mapping[str, Any], options: Options, explain: bool) -> tuple[dict[str, Any], bool]:
    rewrite, source, options = _read_line(item, options)
    verdict = _judge(rewrite, source, options, explain)
    return _verdict_dict(verdict, explain), verdict.verdict == PASS


def _verdict_dict(verdict: Verdict, explain: bool) -> dict[str, Any]:
    return {**to_dict(verdict), **({"passed": show.passed_list(verdict)} if explain else {})}
