"""Signatures: who signed, with which credentials, and who reviewed what a program drafted."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from rewriter.checks import Case, Check, whole
from rewriter.findings import CLINICIAN, REWRITE, VISIT, Finding, found
from rewriter.rule import Rule
from rewriter.visit import parse_date

# The letters of those who may treat, or sign for treatment; a rule may name more of them.
CREDENTIALS = frozenset(
    "PT DPT TDPT MPT MSPT BSPT RPT LPT PTA LPTA OT OTR OTR/L OTD DROT OTDR MOT MSOT COTA COTA/L OTA OTA/L OT/L LOTR ROT"
    " SLP CCC-SLP MD DO NP PA-C".split()
)
_LINES, _WIDEST = 4, 240
# Patterns are compiled when they are first needed: few notes ask for them, and it would cost each start.
_MARKER = partial(
    re.compile,
    r"(?:^|(?<=[\s(;|*_-]))(?P<marker>(?:electronically\s+|digitally\s+|e-?)?signed(?:\s+and\s+dated)?(?:\s+electronically)?"
    r"(?:\s+by)?|/s/|(?:e-?|electronic\s+|digital\s+|therapist'?s?\s+|clinician'?s?\s+|provider'?s?\s+|pt\s+|ot\s+)?signature"
    r"(?:\s*(?:and|&|/)\s*credentials?)?|authenticated\s+by|(?:treating\s+|evaluating\s+)?(?:therapist|clinician|provider)"
    r"(?=\s*:))\s*[:,\-]*\s*",
    re.IGNORECASE,
)
# What was signed is another paper: "POC signed by the physician".
_OTHER_PAPER = partial(
    re.compile,
    r"\b(?:poc|plan|plan of care|orders?|script|prescription|referral|cert\w*|recert\w*|consents?|waiver|forms?|hep"
    r"|abn|not|patient|wife|husband|spouse|daughter|son|mother|father|parent|caregiver|family|physician|md|doctor|contract|agreement|paperwork|letter)\b[^.;\n]{0,20}$",
    re.IGNORECASE,
)
_BLANK = partial(
    re.compile,
    r"(?:_{2,}|\.{3,}|\[|\(\s*\)|<|pending|needed|required|missing|n/a|none|x{2,}|to follow|tbd)",
    re.IGNORECASE,
)
# Tokens never give back letters (`*+`): a long run of capitals would be tried in every split.
_WORD = r"[A-Z][\w'\u2019-]*+"
_PART = rf"(?:(?:[A-Z]\.\s*+)++|{_WORD}[\s,]++)"
_LAST = rf"(?:(?:[A-Z]\.)++|{_WORD})"
_NAME = rf"{_PART}{{0,4}}?{_LAST}"
_LONGEST_NAME = partial(re.compile, rf"{_PART}{{0,4}}{_LAST}")
_TAIL = (
    r"(?:[\s\d/:.,;#()|-]|\b(?:on|at|am|pm|lic|license|no|date|dated|dos|time|est|cst|mst|pst|hrs?|t"
    r"|supervis\w+|treating|cosign\w*|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|[a-z]{0,3}\d{3,8})\b)*$"
)
# Their signature alone certifies nothing.
_STUDENTS = ("SPT", "SPTA", "OTS", "SOT", "OTAS", "SOTA")
_TITLE = partial(
    re.compile,
    r"[\s,(](?:(?:physical|occupational)\s+therap(?:ist|y)(?:\s+assistants?)?|physiotherapist(?:\s+assistant)?"
    r"|speech(?:[\s-]+language)?\s+(?:pathologist|therapist)|physician(?:\s+assistant)?|nurse\s+practitioner)\b",
    re.IGNORECASE,
)
_UNQUALIFIED = partial(
    re.compile,
    r"\b(?:(?:students?|intern|trainee|extern)\s+(?:physical|occupational|physio|pta?|ota?|therap\w+)"
    r"|(?:pta?|ota?|cota|slp|therap(?:y|ist)|assistant)[\s-]+(?:students?|interns?|trainee|extern|aides?|tech(?:nician)?"
    r"|volunteer|candidate)|(?:rehab|therapy)\s+(?:aide|tech(?:nician)?))\b",
    re.IGNORECASE,
)
_DASH = partial(re.compile, r"^\s*[-~\u2013\u2014]+\s*")
# A line that is nothing but a dash and a name.
_SIGNED_BY_NAME = partial(re.compile, rf"[-~\u2013\u2014]+\s*({_PART}{{1,2}}{_LAST})")


class Signature(NamedTuple):
    """A signature as it is written, and whether credentials of a qualified professional stand with it."""

    written: str
    qualified: bool


def unsigned(case: Case, rule: Rule) -> list[Finding]:
    """Neither the visit nor the end of the text or of its source gives a signature."""
    if _find(case, credentials_of(rule)) is not None:
        return []
    return [found(rule, case.text.text, side=REWRITE, anchor=whole(case.text), mend=CLINICIAN)]


def credentials_missing(case: Case, rule: Rule) -> list[Finding]:
    """There is a signature, and no credentials of a qualified professional stand with it."""
    signature = _find(case, credentials_of(rule))
    if signature is None or signature.qualified:
        return []
    side = REWRITE if signature.written in case.text.text else VISIT if case.visit.signed_by else case.note_side
    return [found(rule, "", side=side, mend=CLINICIAN, values={"signed": signature.written})]


def unreviewed_draft(case: Case, rule: Rule) -> list[Finding]:
    """A program drafted the text, and nobody reviewed it, or another person than the one who signed."""
    drafter = {word for word in re.split(r"\W+", case.visit.drafted_by.lower()) if word}
    if drafter.isdisjoint(rule.parameters["programs"]):
        return []
    reviewer, signer = case.visit.reviewed_by.strip(), case.visit.signed_by.strip()
    if not reviewer:
        problem = rule.parameters["unreviewed"]
    elif signer and not _is_same_person(reviewer, signer, credentials_of(rule)):
        problem = rule.parameters["another"].format(reviewer=reviewer, signer=signer)
    else:
        return []
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"problem": problem})]


def signed_before_service(case: Case, rule: Rule) -> list[Finding]:
    """The visit was signed before it took place."""
    signed, served = parse_date(case.visit.signed_on), parse_date(case.visit.date)
    if signed is None or served is None or signed >= served:
        return []
    return [found(rule, "", side=VISIT, mend=CLINICIAN, values={"signed": signed, "served": served})]


def _find(case: Case, credentials: Collection[str]) -> Signature | None:
    """Return the signature of the visit, else the best one of the text and what it was made from."""
    signer = case.visit.signed_by.strip()
    if signer and not _BLANK().match(signer):
        return Signature(signer, has_credentials(signer, credentials))
    readings = (case.text, *case.told)
    found_here = [s for reading in readings if (s := find_signature(reading.text, credentials, case.pack.vocabulary))]
    return max(found_here, key=lambda item: item.qualified, default=None)


def credentials_of(rule: Rule) -> frozenset[str]:
    """Return the letters that count for a rule."""
    return CREDENTIALS | frozenset(rule.parameters.get("credentials", ()))


def has_credentials(name: str, credentials: Collection[str]) -> bool:
    """Tell whether a name, in any case, comes with the credentials or title of a qualified professional.

    Who is only a student, an aide or the like of one ("OT student") is none.
    """
    name = _UNQUALIFIED().sub("", name)
    words = re.split(r"[\s,;()]+", name.upper().replace(".", ""))
    held = {part for word in words[1:] for part in (word, *word.split("/"))}
    return not held.isdisjoint(credentials) or _TITLE().search(name) is not None


def find_signature(text: str, credentials: Collection[str], words: Collection[str]) -> Signature | None:
    """Return the signature at a text's end: a line that says so, or a name with credentials that ends a line.

    `words` are those of clinical language: what consists of them alone is no name ("Continue Skilled PT").
    """
    signed = None
    for line in _last_lines(text):
        signature = _marked(line, credentials, words) or _closing(line, credentials, words)
        if signature is not None:
            if signature.qualified:
                return signature
            signed = signed or signature
    return signed


def _last_lines(text: str) -> list[str]:
    """Return the last lines that are not blank, the last one first; of a long line, its end."""
    lines: list[str] = []
    end = len(text)
    while end > 0 and len(lines) < _LINES:
        start = text.rfind("\n", 0, end) + 1
        if line := text[max(start, end - _WIDEST) : end].strip():
            lines.append(line)
        end = start - 1
    return lines


def _marked(line: str, credentials: Collection[str], words: Collection[str]) -> Signature | None:
    """Return the signature behind words that announce one: "Electronically signed by ..."."""
    for match in _MARKER().finditer(line):
        rest = line[match.end() :]
        name = _LONGEST_NAME().match(rest)
        if name is None or _BLANK().match(rest) or _OTHER_PAPER().search(line[: match.start()]):
            continue
        qualified = has_credentials(f"x {rest}", credentials)
        if not (qualified or _is_unknown(name[0], words)):
            continue  # "Therapist: Provided cues"
        return Signature(line[match.start() :], qualified)
    return None


def names_professional(text: str, credentials: Collection[str], words: Collection[str]) -> bool:
    """Tell whether a name with the credentials of a qualified professional stands anywhere in a text."""
    named = _named_form(tuple(sorted(credentials)))
    return any(
        _is_unknown(match["name"], words) and has_credentials(f"x {match['held']}", credentials)
        for match in named.finditer(text)
    )


def _closing(line: str, credentials: Collection[str], words: Collection[str]) -> Signature | None:
    """Return a name with letters behind it that ends a line, where the name is one and not clinical language."""
    line = line.rstrip("* ")
    match = _closing_form(tuple(sorted(credentials))).search(line)
    if match is None:
        dashed = _SIGNED_BY_NAME().fullmatch(line)
        return Signature(line, False) if dashed and _is_unknown(dashed[1], words) else None
    count = len(match["name"].split())
    before = _DASH().sub("", line[: match.start()]).strip()
    stands_apart = not before or before[-1] in ".;"
    is_name = _is_unknown(match["name"], words) and (count > 1 or match["mark"] or stands_apart)
    if is_name or (not before and match["mark"] and 1 < count < 4):
        return Signature(match[0].strip(), has_credentials(f"x {match['held']}", credentials))
    return None


def _is_unknown(name: str, words: Collection[str]) -> bool:
    """Tell whether a part of a name is no word of clinical language, or an initial with its point."""
    return any(
        part.strip(".,'\u2019-").lower() not in words or (len(part.rstrip(",")) == 2 and part[1] == ".")
        for part in name.split()
    )


@lru_cache(maxsize=8)
def _named_form(credentials: tuple[str, ...]) -> re.Pattern[str]:
    """Return the form of a name with credentials behind it."""
    forms = "|".join(
        r"\.?".join(map(re.escape, form)) for form in sorted((*credentials, *_STUDENTS), key=len, reverse=True)
    )
    return re.compile(
        rf"(?:^|(?<=[\s(|~\u2013\u2014-]))(?P<name>{_NAME})(?P<mark>,?)\s*"
        rf"\b(?P<held>(?:{forms})(?:\s*[,/ ]\s*(?:{forms}))*)(?![\w/])"
    )


@lru_cache(maxsize=8)
def _closing_form(credentials: tuple[str, ...]) -> re.Pattern[str]:
    """Return the form of a name with credentials that ends a line, licence number and date aside."""
    return re.compile(rf"{_named_form(credentials).pattern}(?:,\s*[A-Z][A-Z-]{{1,8}}\b)*(?i:{_TAIL})")


def _is_same_person(one: str, other: str, credentials: Collection[str]) -> bool:
    """Compare names without their credentials; an initial stands for the name it begins."""
    names = [_name_words(name, credentials) for name in (one, other)]
    few, many = sorted(names, key=len)
    if not few:
        return one.casefold() == other.casefold()
    return all(any(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for b in many) for a in few)


def _name_words(name: str, credentials: Collection[str]) -> list[str]:
    plain = [word.strip(".") for word in re.split(r"[\s,;()]+|(?<=\b\w)\.", name)]
    return [w.casefold() for w in plain if w and not {w.upper(), *w.upper().split("/")} & set(credentials)]


CHECKS: Mapping[str, Check] = {
    check.__name__: check for check in (unsigned, credentials_missing, unreviewed_draft, signed_before_service)
}
