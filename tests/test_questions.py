"""Questions to the clinician, over all packs: open, balanced, short, silent about payment (AHIMA/ACDIS 2022)."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from rewriter.findings import CLINICIAN, SOURCE, Finding
from rewriter.pack import Pack, load_pack
from rewriter.packfile import available, payers
from rewriter.reading import read
from rewriter.rule import Rule
from rewriter.validate import _MOST_RANKED, ask

MOST = 160
WAYS_OUT = ("not done", "do not recall", "other")
# Nothing of money, of who pays it, or of what a note is worth to them.
PAYMENT = re.compile(
    r"\b(pay\w*|bill\w*|reimburs\w*|den(y|ied|ial)\w*|medicare|medicaid|claim\w*|insur\w*|cover(ed|age)|revenue|money|"
    r"dollars?|audit\w*|charge[ds]?|fraud|approv\w*|afford\w*|profit\w*)\b"
)
# A question that begins so wants a yes, or says what the answer is.
LEADING = re.compile(
    r"^(did|didn't|do you agree|was (there|any|it)|wasn't|were (there|any)|weren't|isn't|wouldn't|shouldn't|don't you|"
    r"(is it|is this) (true|correct|right|what|certain)|was this|would you (agree|say)|(can|could) you confirm|"
    r"please confirm|confirm|surely|of course|should it not|you (did|mean|meant)|it (seems|appears))\b"
)
TAGS = re.compile(r"(, (right|correct|yes|no)\?|(isn't|wasn't|doesn't|didn't) (it|he|she|there|that)\?)$")
# What a question must not suggest: it would be the answer.
VALUES = frozenset(
    {"cue", "level", "side", "measure", "ratio", "impairment", "diagnosis", "symptom", "percent", "vital"}
)
FIELD = re.compile(r'"?\{\w+\}"?')
NOTE = "wobbly stnce w TC. gait ok"


def asked() -> Iterator[tuple[str, Pack, Rule]]:
    """Yield every rule with a question, once for each wording of it, with a pack that it stands in."""
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for code in available():
        for payer in payers():
            pack = load_pack(code, payer=payer)
            for rule in pack.rules.values():
                wording = rule.code, rule.question, rule.options
                if rule.question and wording not in seen:
                    seen.add(wording)
                    yield f"{rule.code} in {code} for {payer}", pack, rule


ASKED = [pytest.param(pack, rule, id=name) for name, pack, rule in asked()]
PLAIN = load_pack()
NEUTRAL = frozenset({"general"})


def finding_of(rule: Rule, text: str = "") -> Finding:
    return Finding(
        rule.code, rule.name, "error", SOURCE, None, None, 0, len(NOTE), text, rule.message, CLINICIAN, (), rule.source
    )


def sentences(text: str) -> list[str]:
    """Return the sentences of a question, in small letters, without what it quotes."""
    bare = FIELD.sub("x", text).lower()
    return [part.strip() for part in re.split(r"(?<=[.?!:])\s+", bare) if part.strip()]


@pytest.mark.parametrize(("pack", "rule"), ASKED)
def test_nothing_is_said_of_payment(pack: Pack, rule: Rule) -> None:
    said = " ".join([rule.question, *rule.options]).lower()
    assert PAYMENT.findall(said) == []


@pytest.mark.parametrize(("pack", "rule"), ASKED)
def test_no_question_leads(pack: Pack, rule: Rule) -> None:
    assert [part for part in sentences(rule.question) if LEADING.match(part) or TAGS.search(part)] == []


@pytest.mark.parametrize(("pack", "rule"), ASKED)
def test_no_question_holds_a_value_that_the_note_does_not(pack: Pack, rule: Rule) -> None:
    reading = read(FIELD.sub("it", rule.question), pack)
    suggested = [
        reading.written(mention)
        for mention in reading.mentions
        if mention.sense.kind in VALUES and not (mention.sense.kind == "cue" and mention.sense.group in NEUTRAL)
    ]
    assert suggested == []


@pytest.mark.parametrize(("pack", "rule"), ASKED)
def test_questions_are_short_and_ask(pack: Pack, rule: Rule) -> None:
    bare = FIELD.sub("", rule.question)
    assert len(bare) <= MOST
    assert "?" in bare or re.search(r"\bplease\b", bare.lower())


@pytest.mark.parametrize(("pack", "rule"), ASKED)
def test_every_question_comes_with_a_way_out_and_with_no_lone_yes(pack: Pack, rule: Rule) -> None:
    (question,) = ask([finding_of(rule, "stnce")], pack, read(NOTE, pack))
    assert [way for way in WAYS_OUT if way not in question.options] == []
    assert len(set(question.options)) == len(question.options)
    own = [option.lower() for option in rule.options]
    assert any(option.startswith("yes") for option in own) == any(option.split(",")[0] == "no" for option in own)
    assert question.quote
    assert question.quote in NOTE
    assert "{" not in question.text


@pytest.mark.parametrize(("pack", "rule"), ASKED)
def test_what_is_asked_of_an_absence_quotes_the_note(pack: Pack, rule: Rule) -> None:
    (question,) = ask([finding_of(rule)], pack, read(NOTE, pack))
    assert question.quote == NOTE


def test_errors_are_asked_before_warnings_and_these_by_rank() -> None:
    codes = ("DOC150", "DOC103", "DOC130", "SRC501")
    findings = [
        replace(finding_of(PLAIN.rules[code], code), level=PLAIN.rules[code].level, message="a / b") for code in codes
    ]
    assert [question.code for question in ask(findings, PLAIN, read(NOTE, PLAIN))] == [
        "DOC130",
        "SRC501",
        "DOC103",
        "DOC150",
    ]


def test_of_the_warnings_about_form_only_the_first_few_are_asked() -> None:
    ranked = sorted((rule for rule in PLAIN.rules.values() if rule.rank and rule.question), key=lambda rule: rule.rank)
    findings = [replace(finding_of(rule), level="warning") for rule in reversed(ranked)]
    assert len(ranked) > _MOST_RANKED
    assert [question.code for question in ask(findings, PLAIN, read(NOTE, PLAIN))] == [
        rule.code for rule in ranked[:_MOST_RANKED]
    ]
    assert len(ask([replace(item, level="error") for item in findings], PLAIN, read(NOTE, PLAIN))) == len(ranked)


def test_what_another_question_mostly_answers_waits_for_it() -> None:
    findings = [finding_of(PLAIN.rules[code], code) for code in ("DOC121", "DOC120")]
    assert [question.code for question in ask(findings, PLAIN, read(NOTE, PLAIN))] == ["DOC120"]
    assert [question.code for question in ask(findings[:1], PLAIN, read(NOTE, PLAIN))] == ["DOC121"]
