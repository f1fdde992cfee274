"""A text with several codes, judged by code: each section's form by its own pack, all else once over the whole.

A text with one code goes to `validate` as it is. Places stay places in the whole text: what is not meant is blanked,
not cut out. Where a section's pack has a rule switched off, that rule does not read the section.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rewriter.codes import load_codes
from rewriter.earlier import Earlier
from rewriter.findings import NOBODY, REWRITE, Finding, found
from rewriter.pack import Pack
from rewriter.packfile import available
from rewriter.reading import Reading, read
from rewriter.rule import Rule
from rewriter.split import UNSAID, Section, mask, split
from rewriter.validate import ASK, PASS, REFUSE, REVISE, Question, Verdict, validate
from rewriter.visit import Visit

# Codes of rules of form: what belongs to one code alone.
_FORM = "DOC"
_NO_PACK = "DOC114"
_WORST = (REFUSE, ASK, REVISE, PASS)
_HEADING = 60

Load = Callable[[str], Pack]
_Spans = Collection[tuple[int, int]]


@dataclass(frozen=True)
class _Text:
    """A text with its sections, read again with some of them blanked."""

    reading: Reading
    sections: tuple[Section, ...]
    pack: Pack
    minutes: float | None

    @property
    def codes(self) -> list[str]:
        return [section.code for section in self.sections]

    def without(self, codes: Collection[str]) -> Reading:
        """Return the reading without the sections of `codes`."""
        if not set(codes) & set(self.codes):
            return self.reading
        kept = [code for code in self.codes if code not in codes]
        return read(mask(self.reading.text, self.sections, kept), self.pack, self.minutes)

    def only(self, code: str) -> Reading:
        """Return the reading of one section with what belongs to all; of the whole where there is no such section."""
        return self.without([other for other in self.codes if other != code]) if code in self.codes else self.reading


def judge(
    text: Reading,
    pack: Pack,
    load: Load,
    *,
    source: Reading | None = None,
    answers: Sequence[Reading] = (),
    answered: Sequence[str] = (),
    visit: Visit = Visit(),
    profile: str = "narrative",
    mendable: bool = True,
    explain: bool = False,
    earlier: Sequence[Earlier] = (),
) -> Verdict:
    """Judge a text of one code or several; `load` returns the pack of a code. See `validate` for the rest.

    Raises PackError where the pack of a section is broken.
    """
    run = partial(
        validate,
        answers=answers,
        answered=answered,
        profile=profile,
        mendable=mendable,
        explain=explain,
        earlier=earlier,
    )
    parts = split_by_code(text, visit)
    told = split_by_code(source, visit) if source is not None else ()
    if not parts and pack.name not in (section.code for section in told):
        return run(text, pack, source=source, visit=visit)
    here = _Text(text, parts, pack, visit.minutes)
    there = _Text(source, told, pack, visit.minutes) if source is not None else None
    codes = dict.fromkeys([*here.codes, *(there.codes if there is not None else ())])
    packs = {code: pack if code == pack.name else load(code) for code in codes if code and _is_known(code)}
    verdicts = list(_judge_whole(run, here, there, packs, visit))
    for code in here.codes or [pack.name]:
        if here.codes and code not in packs:
            continue
        own = packs.get(code, pack)
        verdict = run(
            here.only(code),
            own,
            source=there.only(code) if there is not None else None,
            visit=visit if own is pack else replace(visit, minutes=None, units=None),
            answered=[key.removesuffix(f"@{_placed(code)}") for key in answered] if parts else answered,
            chosen=partial(_is_own, own, pack),
            compared=False,
        )
        verdicts.append(_name(verdict, here, code) if parts else verdict)
    missing = [section for section in parts if section.code not in (UNSAID, *packs)]
    unknown = [_miss(section, text, pack) for section in missing if _NO_PACK in pack.rules]
    others = tuple(other for other in packs.values() if other is not pack)
    return _join(verdicts, unknown, text, others)


def judge_section(
    text: Reading,
    pack: Pack,
    apart: _Spans,
    source: Reading,
    told: Sequence[Section],
    run: Callable[..., Verdict],
) -> Verdict:
    """Judge a rewrite for the pack's code alone: its form without the spans `apart`, which tell of other codes.

    `told` are the sections of its source; `run` is `validate` with what else there is to say.
    """
    own = mask(text.text, [Section("", tuple(apart))], ())
    note = mask(source.text, told, (pack.name,))
    whole = run(text, pack, source=source, chosen=_is_no_form)
    form = run(read(own, pack), pack, source=read(note, pack), chosen=_is_form, compared=False)
    return _join([whole, form], [], text, ())


def split_by_code(text: Reading, visit: Visit) -> tuple[Section, ...]:
    """Return the sections of a text by code, knowing the codes of the visit."""
    return split(text, {*visit.minutes_by_code, *visit.units_by_code})


def _judge_whole(
    run: Callable[..., Verdict], here: _Text, there: _Text | None, packs: Mapping[str, Pack], visit: Visit
) -> list[Verdict]:
    """Judge the whole by all rules but those of form; a rule does not read what its section's pack has it off for."""
    pack = here.pack
    off: dict[frozenset[str], set[str]] = {}
    for rule in filter(_is_no_form, pack.rules.values()):
        exempt = frozenset(code for code, own in packs.items() if rule.code not in own.rules)
        off.setdefault(exempt, set()).add(rule.code)
    verdicts = []
    for exempt, rules in sorted(off.items(), key=lambda item: sorted(item[0])):
        verdicts.append(
            run(
                here.without(exempt),
                pack,
                source=there.without(exempt) if there is not None else None,
                visit=visit,
                chosen=partial(_is_among, rules),
                compared=not exempt,
            )
        )
    return verdicts


def _is_form(rule: Rule) -> bool:
    return rule.code.startswith(_FORM)


def _is_no_form(rule: Rule) -> bool:
    return not _is_form(rule)


def _is_among(codes: Collection[str], rule: Rule) -> bool:
    return rule.code in codes


def _is_own(own: Pack, pack: Pack, rule: Rule) -> bool:
    """A rule of form, or a visit rule that only the section's own pack has."""
    return _is_form(rule) or rule.code not in pack.rules


def _is_known(code: str) -> bool:
    return code in load_codes().by_code or code in available()


def _miss(section: Section, text: Reading, pack: Pack) -> Finding:
    rule, span = pack.rules[_NO_PACK], _first_line(section, text)
    return found(rule, text.text, span=span, mend=NOBODY, values={"code": section.code})


def _first_line(section: Section, text: Reading) -> tuple[int, int]:
    start, end = section.spans[0]
    line = text.text[start : min(end, start + _HEADING)].split("\n")[0].rstrip()
    return start, start + len(line)


def _name(verdict: Verdict, text: _Text, code: str) -> Verdict:
    """Return a section's verdict with its code named in every message and question.

    What the section lacks is anchored in the section, not in what stands before all sections.
    """
    section = next(section for section in text.sections if section.code == code)
    questions = tuple(
        replace(item, text=f"{code}: {item.text}", place=item.place or _placed(code)) for item in verdict.questions
    )
    findings = []
    for item in verdict.findings:
        anchor = item.anchor_start, item.anchor_end
        lacks = item.side == REWRITE and item.start is None and anchor != (None, None)
        if lacks and not any(start <= (anchor[0] or 0) < end for start, end in section.spans):
            anchor = _first_line(section, text.reading)
        message = f"{code}: {item.message}"
        findings.append(replace(item, message=message, anchor_start=anchor[0], anchor_end=anchor[1]))
    return replace(verdict, findings=tuple(findings), questions=questions)


def _placed(code: str) -> str:
    """Return the place of a question about a section as a whole."""
    return f"code{code.lower()}"


def _join(verdicts: Sequence[Verdict], more: Sequence[Finding], text: Reading, others: tuple[Pack, ...]) -> Verdict:
    """Return one verdict of several: the worst; where something is refused, only that is asked about."""
    worst = min((verdict.verdict for verdict in verdicts), key=_WORST.index)
    asked: list[Question] = []
    for verdict in verdicts:
        if worst != REFUSE or verdict.verdict == REFUSE:
            asked += verdict.questions
    findings = [item for verdict in verdicts for item in verdict.findings]
    return Verdict(
        worst,
        tuple(sorted([*findings, *more], key=Finding.sort_key)),
        tuple(replace(item, id=f"q{number}") for number, item in enumerate(asked, 1)),
        tuple(item for verdict in verdicts for item in verdict.passed),
        text,
        others,
    )
