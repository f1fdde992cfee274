"""The command line: arguments in, text or JSON out. What is true of a note is decided elsewhere.

Exit codes: 0 accepted or pass; 1 findings, needs input, refused or failed; 2 usage or bad input; 130 after Ctrl+C; 141
when the reader of the output went away. Results go to stdout, all else to stderr. No message repeats what was typed or
read: it may be a note, and stderr often ends in a log.
"""

import argparse
import gc
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, NoReturn

from rewriter import lines, listing, show, view
from rewriter.batch import Work, fault, field, run_lines
from rewriter.case import open_case
from rewriter.check import check, read
from rewriter.errors import InputError, PackError, RewriterError, SettingsError
from rewriter.files import read_text
from rewriter.improve import improve
from rewriter.loop import Limits
from rewriter.note import Note, check_text
from rewriter.options import RULE_CODE, Options, check_answer, check_options, find_engine, find_pack, line_options
from rewriter.pack import Pack, Rule, load_pack
from rewriter.packfile import available
from rewriter.progress import Spinner
from rewriter.prompt import Message, list_prompts, load_prompt, released
from rewriter.reading import read as read_words
from rewriter.reading.facts import find_facts
from rewriter.result import COMPOSER, VERSION, Result, Status
from rewriter.task import make_free, make_proved
from rewriter.validate import PASS, Verdict, to_dict, validate

DONE, OPEN, BAD, STOPPED, PIPE_CLOSED = 0, 1, 2, 130, 141
_MANY = 100_000  # objects that may be made before garbage is looked for
PROVED, FREE = "proved", "free"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Raises nothing that is the caller's to mend."""
    _speak_utf8()
    if argv is None:  # this process is ours: one note makes less than this, and a search of the packs would cost 0.1 s
        gc.set_threshold(_MANY)
    try:
        code = _run(argv)
        sys.stdout.flush()
        return code
    except RewriterError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:
        _drop_output()
        return _complain(f"the output cannot be written: {error.strerror}")
    except Exception as error:  # a traceback may quote a note: name the place instead
        return _complain(fault(error))
    finally:
        if argv is None:  # the process ends here: a last search of the packs for garbage would cost 0.15 s
            gc.freeze()


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:  # --help and --version
        return int(stop.code or 0)
    command: Callable[[argparse.Namespace], int] = arguments.run
    return command(arguments)


# --- arguments -------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """A parser that raises SettingsError, and whose messages do not repeat what was typed."""

    def error(self, message: str) -> NoReturn:
        raise SettingsError(f"{_without_echo(message)} (see {self.prog} --help)")


def _without_echo(message: str) -> str:
    """Return an argparse message without the words it quotes.

    >>> _without_echo("argument --format: invalid choice: 'note' (choose from 'text', 'json')")
    "argument --format: choose from 'text', 'json'"
    """
    if message.startswith("unrecognized arguments"):
        return "there are arguments that this command does not know"
    name, _, rest = message.partition(": ")
    if rest.startswith("invalid choice"):
        return f"{name}: choose from {rest.rpartition('(choose from ')[2].removesuffix(')')}"
    if rest.startswith("ignored explicit argument"):
        return f"{name}: takes no value"
    return message


def _parser() -> _Parser:
    parser = _Parser(
        prog="rewriter",
        description="Rewrite terse therapy notes into complete, true documentation.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"rewriter {VERSION}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        added.set_defaults(run=run)
        added.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
        added.add_argument("--color", action="store_true", help="colour the text even where it goes to a file")
        return added

    improver = command("improve", _improve, "Rewrite a note, or ask for what it lacks.")
    improver.add_argument("file", nargs="?", metavar="FILE", help="the note; - or nothing reads standard input")
    improver.add_argument("--batch", metavar="NOTES", help='JSON lines {"id", "text", ...}; JSON lines come out')
    improver.add_argument("--prompt", metavar="NAME[@N]", help="another prompt than the live one of the style")
    improver.add_argument("--base-url", metavar="URL", help="the model's server (or REWRITER_BASE_URL)")
    improver.add_argument("--timeout", metavar="S", help="the longest time for a note with a model, in seconds")
    improver.add_argument("--no-mask", action="store_true", help="let names and identifiers reach the model")
    improver.add_argument("--trace", action="store_true", help="tell on stderr what was asked of the model")
    _add_options(improver)
    checker = command("check", _check, "Judge a text; with --source, compare it with its note.")
    checker.add_argument("file", nargs="?", metavar="REWRITE", help="the text to judge; - reads standard input")
    checker.add_argument("--source", metavar="FILE", help="the note it was made from")
    checker.add_argument(
        "--batch", metavar="PAIRS", help='JSON lines {"id", "source"?, "rewrite", ...}; JSON lines come out'
    )
    checker.add_argument("--explain", action="store_true", help="show the evidence for each rule that passed")
    _add_options(checker)
    reader = command("read", _read, "Show what is found in a note: facts, events, links, unread text.")
    reader.add_argument("file", nargs="?", metavar="FILE", help="the note; - or nothing reads standard input")
    ruler = command("rules", _rules, "Show the rules, with reason, source and examples.")
    ruler.add_argument("name", nargs="?", metavar="CODE|PACK", default="97112", help="a rule code or a pack (97112)")
    prompter = command("prompts", _prompts, "List the prompts; show one, or what changed between two.")
    prompter.add_argument("name", nargs="?", metavar="NAME[@N]", help="the prompt to show")
    prompter.add_argument("--diff", metavar="NAME[@N]", help="show what changed from this one")
    prompter.add_argument("--note", metavar="FILE", help="render the first request for this note")
    physician = command("doctor", _doctor, "Say what is configured, and what the model server supports.")
    physician.add_argument("--engine", metavar="MODEL", default="", help="the model to try; else the server's first")
    physician.add_argument("--base-url", metavar="URL", help="the model's server (or REWRITER_BASE_URL)")
    return parser


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cpt", default="97112", help="the billed code (97112)")
    parser.add_argument("--minutes", metavar="N", help="one-on-one minutes of the code")
    parser.add_argument("--visit", metavar="FILE", help="what is known of the visit, as JSON")
    parser.add_argument("--engine", default=COMPOSER, metavar="MODEL", help="who writes: compose, or a model's name")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="CODE=TEXT", help="reply to a question; may be repeated"
    )
    parser.add_argument("--profile", choices=("narrative", "full"), default="narrative", help="how much must be there")
    parser.add_argument(
        "--style",
        choices=(PROVED, FREE),
        default=PROVED,
        help="what a model writes: proved arranges facts (default), free writes prose that is compared",
    )
    parser.add_argument("--pack", metavar="FILE", help="a pack of your own on top of the code's")


def _one_stdin(*paths: str | None) -> None:
    if paths.count("-") > 1:
        raise SettingsError("standard input can be read only once: give a file for the others")


def _batch_alone(arguments: argparse.Namespace, *others: str | None) -> None:
    if any(item is not None for item in others):
        raise SettingsError("--batch takes its texts from its lines: leave out the other files")
    if arguments.answer:
        raise SettingsError('--batch takes answers from its lines ("answers"): leave out --answer')


# --- commands --------------------------------------------------------------------------------------------------------


def _improve(arguments: argparse.Namespace) -> int:
    _one_stdin(arguments.file, arguments.batch, arguments.visit)
    if arguments.batch is not None:
        _batch_alone(arguments, arguments.file)
    text = read_text(arguments.file or "-", "note") if arguments.batch is None else ""
    options = check_options(arguments)
    with Spinner("model", active=arguments.engine != COMPOSER) as spinner:
        if arguments.engine != COMPOSER:
            options = replace(options, engine=find_engine(arguments, spinner))
        if arguments.batch is not None:
            return _batch(arguments.batch, lambda item: _improve_line(item, options))
        result = _improve_one(text, options)
    if arguments.trace:
        print(listing.trace(result), file=sys.stderr)
    _print(_dump(result.to_dict()) if arguments.format == "json" else show.result(result, _look(arguments)))
    return DONE if result.status is Status.ACCEPTED else OPEN


def _improve_one(text: str, options: Options) -> Result:
    note = Note(text, options.cpt, options.visit, options.answers)
    return improve(note, profile=options.profile, overlay=options.overlay, engine=options.engine)


def _improve_line(item: Mapping[str, Any], options: Options) -> tuple[dict[str, Any], bool]:
    text = field(item, "text")
    options = line_options(item, options)
    pack = find_pack(options.cpt, options.overlay)
    answers = item.get("answers") or {}
    if not isinstance(answers, Mapping) or not all(isinstance(reply, str) for reply in answers.values()):
        raise InputError("'answers' must be an object of codes and texts")
    given = tuple(check_answer(code, reply, pack) for code, reply in answers.items())
    result = _improve_one(text, replace(options, answers=given))
    return result.to_dict(), result.status is Status.ACCEPTED


def _check(arguments: argparse.Namespace) -> int:
    _one_stdin(arguments.file, arguments.batch, arguments.visit, arguments.source)
    if arguments.batch is not None:
        _batch_alone(arguments, arguments.file, arguments.source)
        options = check_options(arguments)
        return _batch(arguments.batch, lambda item: _check_line(item, options, arguments.explain))
    if arguments.file is None:
        raise SettingsError("give the text to check: a file, - for standard input, or --batch")
    rewrite = read_text(arguments.file, "rewrite")
    source = read_text(arguments.source, "source") if arguments.source is not None else None
    verdict = _judge(rewrite, source, check_options(arguments), arguments.explain)
    if arguments.format == "json":
        _print(_dump({"id": None, **_verdict_dict(verdict, arguments.explain)}))
    else:
        _print(show.verdict(verdict, rewrite, _look(arguments), explain=arguments.explain))
    return DONE if verdict.verdict == PASS else OPEN


def _judge(rewrite: str, source: str | None, options: Options, explain: bool) -> Verdict:
    visit, profile, overlay = options.visit, options.profile, options.overlay
    if not options.answers:
        return check(
            rewrite, source=source, cpt=options.cpt, visit=visit, profile=profile, overlay=overlay, explain=explain
        )
    # `check` takes no answers: say the same to the validator, with them
    check_text(rewrite, "rewrite")
    if source is not None:
        check_text(source, "source")
    pack = load_pack(options.cpt, overlay)
    return validate(
        read_words(rewrite, pack, visit.minutes),
        pack,
        source=read_words(source, pack, visit.minutes) if source is not None else None,
        answers=[read_words(answer.text, pack) for answer in options.answers],
        answered=[answer.code for answer in options.answers],
        visit=visit,
        profile=profile,
        explain=explain,
    )


def _check_line(item: Mapping[str, Any], options: Options, explain: bool) -> tuple[dict[str, Any], bool]:
    rewrite = field(item, "rewrite")
    source = field(item, "source") if item.get("source") is not None else None
    options = line_options(item, options)
    verdict = _judge(rewrite, source, options, explain)
    return _verdict_dict(verdict, explain), verdict.verdict == PASS


def _verdict_dict(verdict: Verdict, explain: bool) -> dict[str, Any]:
    return {**to_dict(verdict), **({"passed": show.passed_list(verdict)} if explain else {})}


def _read(arguments: argparse.Namespace) -> int:
    reading = read(read_text(arguments.file or "-", "note"))
    facts = find_facts(reading, load_pack())
    if arguments.format == "json":
        _print(_dump(view.reading_dict(reading, facts)))
    else:
        _print(view.reading(reading, facts, _look(arguments)))
    return DONE


def _rules(arguments: argparse.Namespace) -> int:
    pack, rules = _find_rules(arguments.name)
    if arguments.format == "json":
        _print(_dump(show.rules_dict(pack, rules)))
    else:
        _print(show.rules(pack, rules, _look(arguments)))
    return DONE


def _find_rules(name: str) -> tuple[Pack, list[Rule]]:
    """Return the rules of a pack, or the one rule with this code. Raises PackError where there is none."""
    code = name.upper()
    if not RULE_CODE.fullmatch(code):
        pack = find_pack(name, None)
        return pack, list(pack.rules.values())
    for pack in map(load_pack, available()):
        if code in pack.rules:
            return pack, [pack.rules[code]]
    raise PackError(f"no rule has the code {code}; `rewriter rules` lists them")


def _prompts(arguments: argparse.Namespace) -> int:
    if arguments.name is None:
        live = released()["live"]
        table = [
            {"name": name, "versions": versions, "live": live.get(name)} for name, versions in list_prompts().items()
        ]
        _print(_dump(table) if arguments.format == "json" else listing.prompts(table))
        return DONE
    prompt = load_prompt(arguments.name)
    if arguments.diff is not None:
        _print(listing.difference(load_prompt(arguments.diff), prompt))
    elif arguments.note is not None:
        case = open_case(Note(read_text(arguments.note, "note")))
        make = make_free if "note" in prompt.inputs else make_proved
        task = make(case, case.gather(), prompt, Limits(), mask=True)
        _print(listing.messages(prompt.render("ask", task.inputs)))
    else:
        _print(listing.messages([Message(part, text) for part, text in prompt.parts.items()]))
    return DONE


def _doctor(arguments: argparse.Namespace) -> int:
    # Imported here for the same reason as the model.
    from rewriter.doctor import examine
    from rewriter.settings import load_settings

    signs = examine(load_settings(base_url=arguments.base_url), arguments.engine)
    if arguments.format == "json":
        _print(_dump([{"name": sign.name, "found": sign.found, "well": sign.well} for sign in signs]))
    else:
        _print("\n".join(listing.sign(sign.name, sign.found, sign.well) for sign in signs))
    return OPEN if any(sign.well is False and sign.needed for sign in signs) else DONE


# --- batches ---------------------------------------------------------------------------------------------------------


def _batch(path: str, work: Work) -> int:
    """Write one JSON line for each line of a batch, in order; return the exit code of the whole."""
    bad = unfinished = False
    for done, accepted in run_lines(path, work):
        bad = bad or accepted is None
        unfinished = unfinished or accepted is False
        _print(_dump(done))
        sys.stdout.flush()  # whoever drives this by pipes waits for each answer
    return BAD if bad else OPEN if unfinished else DONE


# --- printing --------------------------------------------------------------------------------------------------------


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


def _look(arguments: argparse.Namespace) -> lines.Look:
    """Return how text is to look: the terminal's width and colours, or neither in a file."""
    if not sys.stdout.isatty():
        return lines.Look(colour=arguments.color)
    width = lines.WIDTH
    with suppress(OSError, ValueError):
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    return lines.Look(colour=True, width=max(lines.NARROWEST, min(width, lines.WIDEST)))


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends on every platform, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="\n")


def _complain(message: str) -> int:
    with suppress(OSError):
        print(f"error: {' '.join(message.split())}", file=sys.stderr)
    return BAD


def _drop_output() -> None:
    """Send what is still buffered nowhere, or Python would complain of the closed pipe as it exits."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
