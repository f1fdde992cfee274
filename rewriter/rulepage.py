"""How rules look: as text for people, and as Markdown, which makes the pages of the docs.

Every function returns text without a line end.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rewriter.lines import BOLD, DIM, LEVELS, Look, block, count, join_blocks
from rewriter.rule import Rule
from rewriter.rulebook import Book, Entry, by_layer, choices, differs, examples, model_may
from rewriter.text import flat

_BRACES = "Words in {braces} are filled in with the words that the rule is about."
_UNREAD = "not verified: the passage was not found and read"


# --- text ------------------------------------------------------------------------------------------------------------


def text(book: Book, look: Look) -> str:
    """Return what `rules` prints: each rule with reason, source, question, what a model may do, examples."""
    head = f"{look.paint(book.title, BOLD)} ({_kind(book)}{count(len(book.entries), 'rule')})"
    return join_blocks([head, *(_text(entry, look) for entry in book.entries)])


def _kind(book: Book) -> str:
    _, found, version = book.name.partition("@")
    return f"version {version}, " if found else ""


def _text(entry: Entry, look: Look) -> str:
    rule = entry.rule
    level = look.paint(rule.level, LEVELS[rule.level])
    fields = [
        ("message", rule.message),
        ("why", rule.why),
        ("source", rule.source),
        ("verified", "yes" if rule.verified else "no"),
        ("question", rule.question),
        ("options", "; ".join(choices(rule))),
        ("a model", model_may(rule)),
        ("covers", ", ".join(rule.covers)),
        ("from", entry.layer.name),
        *(("elsewhere", f"{places}: {'; '.join(said)}") for places, said in _elsewhere(entry)),
        *((word, "; ".join(_parts(example, '"', '"'))) for word, example in examples(rule)),
    ]
    lines = [f"{look.paint(rule.code, BOLD)}  {rule.name}  [{', '.join([level, *_marks(rule)])}]"]
    lines += [
        block(said, look, lead=f"  {look.paint(f'{name:<9}', DIM)} ", indent=" " * 12) for name, said in fields if said
    ]
    return "\n".join(lines)


def _marks(rule: Rule) -> list[str]:
    """Return what is said of a rule beside its level."""
    return [*(["refuses the code"] if rule.refuse else []), *(["full profile only"] if rule.profile == "full" else [])]


# What a pack may say otherwise, in the order in which it is told; the words a check goes by are told as one.
_TOLD = ("name", "level", "refuse", "profile", "message", "why", "source", "verified", "question", "options", "model")
_WORDS = "decided by words of its own"


def _elsewhere(entry: Entry) -> list[tuple[str, list[str]]]:
    """Return what other packs say otherwise of a rule, those that say the same together, each with their names."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for place, names in differs(entry).items():
        rule = entry.variants[place]
        said = [f"{name} {_value(rule, name)}" for name in _TOLD if name in names]
        words = [_WORDS] if {"check", "parameters"} & set(names) else []
        groups.setdefault((*said, *words), []).append(place)
    return [(", ".join(places), list(said)) for said, places in groups.items() if said]


def _value(rule: Rule, name: str) -> str:
    value = getattr(rule, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    words = "; ".join(choices(rule)) if name == "options" else flat(str(value))
    return f'"{words}"' if " " in words else words or "none"


def _parts(example: Mapping[str, Any], start: str, end: str) -> list[str]:
    """Return the parts of an example, each with its name unless the text is all there is."""
    said = {key: f"{start}{_plain(value)}{end}" for key, value in example.items()}
    return list(said.values()) if set(said) == {"rewrite"} else [f"{key} {value}" for key, value in said.items()]


def _plain(value: object) -> str:
    """Return a value of an example in few signs.

    >>> _plain({"units": 2, "codes": ["97112"]})
    '{units: 2, codes: [97112]}'
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_plain(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_plain(item) for item in value)}]"
    return flat(str(value))


# --- Markdown --------------------------------------------------------------------------------------------------------


def markdown(book: Book) -> str:
    """Return the rules as one Markdown page: a table of contents, then a part for each layer of the packs."""
    parts = by_layer(book.entries)
    titles = {layer: f"{layer.name}: {layer.title}" if layer.title else layer.name for layer in parts}
    contents = [
        f"- [{_escape(titles[layer])}](#{_slug(titles[layer])}): "
        + ", ".join(f"[{row.rule.code}](#{_slug(_heading(row.rule))})" for row in rows)
        for layer, rows in parts.items()
    ]
    blocks = [
        f"# {_escape(book.title)}",
        f"{_kind(book).capitalize()}{count(len(book.entries), 'rule')}. {_BRACES}",
        "\n".join(contents),
    ]
    for layer, rows in parts.items():
        blocks += [f"## {_escape(titles[layer])}", *(_markdown(row) for row in rows)]
    return join_blocks(blocks)


def _heading(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def _markdown(entry: Entry) -> str:
    rule = entry.rule
    covers = [f"covers {', '.join(rule.covers)}"] if rule.covers else []
    lines = [
        f"- Why: {_escape(rule.why)}",
        f"- Source: {_escape(rule.source)} ({'verified' if rule.verified else _UNREAD})",
        *_asked(rule),
        f"- For a model: {_escape(model_may(rule))}",
        *(f"- {word.capitalize()}: {'; '.join(_coded(example))}" for word, example in examples(rule)),
        *(f"- In {places}: {_escape('; '.join(said))}" for places, said in _elsewhere(entry)),
    ]
    marks = "; ".join([rule.level, *_marks(rule), *covers])
    return join_blocks([f"### {_escape(_heading(rule))}", f"*{marks}*", f"> {_escape(rule.message)}", "\n".join(lines)])


def _asked(rule: Rule) -> Sequence[str]:
    if not rule.question:
        return ["- The clinician is asked nothing."]
    return [f"- The clinician is asked: {_escape(rule.question)} ({_escape('; '.join(choices(rule)))})"]


def _coded(example: Mapping[str, Any]) -> list[str]:
    """Return the parts of an example as code, whatever signs they hold."""
    runs = [len(run) for part in _parts(example, "", "") for run in re.findall("`+", part)]
    fence = "`" * (max(runs, default=0) + 1)
    pad = " " if runs else ""
    return _parts(example, fence + pad, pad + fence)


def _escape(words: str) -> str:
    r"""Return words as Markdown that shows them as they are.

    >>> _escape("a_b <c> [d] * `e`")
    'a\\_b \\<c\\> \\[d\\] \\* \\`e\\`'
    """
    return re.sub(r"([\\`*_<>\[\]|#~])", r"\\\1", flat(words))


def _slug(heading: str) -> str:
    """Return the anchor that a page gives to a heading.

    >>> _slug("visit: Every billed visit")
    'visit-every-billed-visit'
    """
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
