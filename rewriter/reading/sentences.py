"""Sentences of a note: prose, telegraphic fragments, bullet lines, headings."""

from typing import NamedTuple

from rewriter.punctuation import FULL_STOPS
from rewriter.reading.words import Words

_DOTTED = frozenset("dr mrs mr ms vs approx e.g i.e etc jr sr inc dept".split())
_TITLES = frozenset("dr mrs mr ms jr sr".split())
_HEDGED_DOT = dict.fromkeys(("min", "minimal", "mod", "moderate", "max", "maximal"), ("a", "assist", "assistance"))
# A single letter behind these is a grade or a kind: "AIS D", "Weber B", "type A".
_LETTERED = frozenset(
    "scale ais asia class grade type stage phase level group zone category part unit bed room tier weber garden "
    "vitamin vit hepatitis rancho child functional".split()
)
_NOT_INITIALS = frozenset("LRBSIAX")
_SOAP = {
    "s": "subjective", "subjective": "subjective", "subj": "subjective",
    "o": "objective", "objective": "objective", "obj": "objective",
    "a": "assessment", "assessment": "assessment",
    "p": "plan", "plan": "plan",
}  # fmt: skip
_SOAP_LETTERS = frozenset({"s", "o", "a", "p"})
# Headings that a dash may follow in place of a colon.
_DASHED = (["p"], ["next"], ["goal"], ["goals"], ["plan"], ["subjective"], ["objective"], ["assessment"])
# They go on with the plan itself, as a thing ("plan of care", "plan is to"), or with a cue of their own.
_OF_PLANS = frozenset(
    "of to for is was are has had will and or with in on by per as at from that the this a an no not remains remain "
    "same made sent given put set written shared shown".split()
)
# The words of a heading that is a plan's: "TREATMENT PLAN", "Plan of care", "Recommendations".
_OF_TREATMENT = frozenset(
    "treatment treatments intervention interventions modality modalities procedure procedures program frequency "
    "duration include includes including to and &".split()
)
_PLANS = frozenset({"plan", "plans", "recommendation", "recommendations"})
_BESIDE_PLANS = _OF_TREATMENT | frozenset(
    "session visit visits next care of for the patient pt ot physical occupational speech therapy rehab rehabilitation "
    "proposed future further medical clinical".split()
)
# These say of what it is a plan: they are told with it.
_OF_PLANS_OWN = frozenset("discharge dc d/c home follow-up weekly".split())
_OF_NOW = (["noted"], ["findings"], ["patient", "report"])
_PERSON = frozenset({"patient", "pt"})
_OPENING = frozenset({",", "(", "-", ":", "/", "and", "with", "or"})
_LABEL_WORDS = 5
_LONGEST_QUOTED = 20
_FEWEST_LINES = 2
_CODE = 5  # figures


class Sentence(NamedTuple):
    """Words `first:last` without the closing mark; `label:last` holds its body after a heading.

    `heading` is the SOAP part the sentence stands under, or "". `label` is the first word after a leading
    "Something:", else `first`.
    """

    first: int
    last: int
    label: int
    heading: str


def split_sentences(words: Words) -> list[Sentence]:
    """Return the sentences of a text in order. Marks between them belong to none."""
    sentences: list[Sentence] = []
    low, count = words.low, len(words.low)
    heading = ""
    first = 0
    quoted = words.quoted() if '"' in low else frozenset()
    dotted = _find_dotted(words)
    for at in [*(at for at, word in enumerate(low) if word in FULL_STOPS), count]:
        closing = int((at in quoted and _ends_quoted(words, at)) or _ends_single_quoted(words, at))
        if at < count and at not in dotted and not closing and (at in quoted or not _closes(words, at)):
            continue
        at += 2 * closing
        if at > first and any(word[0].isalnum() for word in low[first:at]):
            start = first
            while start < at and low[start] in ("-", "*", "\u2192", ">", ",", ":", "|", ")"):
                start += 1
            if at in dotted:
                heading, first = _SOAP[low[start]], at + 1
                continue
            label = _label(words, start, at)
            heading, named = _stand_under(words, start, label, at, heading)
            start = label if named else start
            last = at
            while last > start and low[last - 1] == "|":
                last -= 1
            goes_on = bool(sentences) and low[first - 1] == ";" and sentences[-1].heading == "plan"
            if label == start and last > start and opens_plan(low, start, last):
                sentences.append(Sentence(start + 1, last, start + 1, "plan"))
            elif last > start:  # "plan foam; curbs Thursday": both are to come
                sentences.append(
                    Sentence(start, last, label, heading or ("plan" if goes_on and label == start else ""))
                )
        first = at + 1 - closing
    return sentences


def _stand_under(words: Words, first: int, label: int, last: int, heading: str) -> tuple[str, bool]:
    """Return the part of the note from words `first:last` on, and whether the words before `label` only name it.

    A heading in capitals ends a plan that stands before it, and so does one of what was found or said.
    """
    low = words.low
    if label == first:
        return heading, False
    soap = _SOAP.get(low[first]) if label == first + 2 else None
    if soap is not None:
        return soap, True
    if _names_plan(low[first : label - 1]):
        alone = label == last and last + 1 >= len(low)  # the whole of a text, or its end
        return "plan", _OF_PLANS_OWN.isdisjoint(low[first : label - 1]) and not alone
    if heading == "plan" and _OF_TREATMENT.issuperset(low[first : label - 1]):
        return heading, False  # "TREATMENT PLAN: 2x/wk. INTERVENTIONS INCLUDE:"
    ends = words.written(first, label - 1).isupper() or low[first : label - 1] in _OF_NOW
    return ("" if ends and heading == "plan" else heading), False


def _find_dotted(words: Words) -> frozenset[int]:
    """Return the full stops behind letters that head lines: "S. tired" and, below it, "O. FTN x10".

    Where two lines begin so, a letter between full stops is a heading too.
    """
    low = words.low
    letters = [
        at
        for at in range(len(low) - 1)
        if low[at] in _SOAP_LETTERS and low[at + 1] == "." and words.written(at, at + 1).isupper()
    ]
    lines = {low[at] for at in letters if at == 0 or low[at - 1] == "\n"}
    if len(lines) < _FEWEST_LINES:
        return frozenset()
    return frozenset(at + 1 for at in letters if at == 0 or low[at - 1] in ("\n", "."))


def _names_plan(label: list[str]) -> bool:
    """Tell whether the words before a colon head a plan."""
    return not _PLANS.isdisjoint(label) and (_PLANS | _BESIDE_PLANS | _OF_PLANS_OWN).issuperset(label)


def opens_plan(low: list[str], first: int, last: int) -> bool:
    """Tell whether "plan" heads the sentence at words `first:last` without a mark: "Plan balance training 2x/wk"."""
    if low[first] != "plan" or last < first + 2 or not low[first + 1][0].isalnum():
        return False
    return low[first + 1] not in _OF_PLANS and not low[first + 1].endswith("ed")


def _ends_quoted(words: Words, at: int) -> bool:
    """Whether a mark inside a quotation ends the sentence around it: the quotation closes, and a new one begins."""
    low = words.low
    if low[at] not in (".", "!", "?") or low[at + 1 : at + 2] != ['"']:
        return False
    if at + 2 >= len(low) or low[at + 2] in FULL_STOPS:
        return False
    written = words.written(at + 2, at + 3)  # "L knee" and "Hx", whatever they were read as
    return written[0].isupper() or written[0].isdecimal()


def _ends_single_quoted(words: Words, at: int) -> bool:
    """Whether the quotation mark behind the full stop belongs to it: "wants to 'eat soup on my own.' Hx TIA"."""
    low, gap = words.low, words.gap
    if at + 1 >= len(low) or low[at] not in (".", "!", "?") or low[at + 1] != "'" or gap[at + 1] != "":
        return False
    opened = any(low[place] == "'" and gap[place] != "" for place in range(max(0, at - _LONGEST_QUOTED), at))
    return opened and at + 2 < len(low) and gap[at + 2] != ""


def _label(words: Words, first: int, last: int) -> int:
    """Return the word after a leading "Label:", or `first` where there is none."""
    for at in range(first + 1, min(first + _LABEL_WORDS + 1, last)):
        if words.low[at] == ":" or (words.low[at] == "-" and words.low[first:at] in _DASHED and _is_spaced(words, at)):
            return at + 1
        if not words.low[at][0].isalpha() and words.low[at] != "/":
            break
    return first


def _is_spaced(words: Words, at: int) -> bool:
    return words.gap[at] == " " and at + 1 < len(words.low) and words.gap[at + 1] == " "


def _closes(words: Words, at: int) -> bool:
    """Decide whether the mark at `at` ends a sentence."""
    low, mark = words.low, words.low[at]
    if at + 1 >= len(low) or mark in (";", "\n", "\u2022"):
        return True
    if words.gap[at + 1] == "" and low[at + 1] not in ("\n", '"', "'", ")", "]"):
        return mark == "." and at > 0 and _stuck(words, at)
    if mark == "?":
        if low[at - 1] in _OPENING:
            return False  # before its word: "radicular pain, ? L5"
        if words.gap[at] != "" and low[at + 1][0].isdecimal():
            return False  # before its figure: "grip ? 3-/5"
        return low[at + 1] == "\n" or words.shown(at + 1)[0].isupper() or low[at + 1][0].isdecimal()
    if mark == "." and at:
        before = words.written(at - 1, at).lower()
        dotted = len(before) == 1 and at > 2 and low[at - 2] == "." and words.gap[at - 1] == ""
        if dotted and words.shown(at + 1)[0].islower():
            return False  # "e.g. foam"
        before = before if before in _DOTTED else low[at - 1]
        if before in _DOTTED and low[at + 1] != "\n" and _is_title(words, at - 1) == (before in _TITLES):
            return False
        if before == "no" and low[at + 1][0].isdecimal() and len(low[at + 1]) < _CODE:
            return False  # "no. 5"; not so in "says no. 97112"
        if before == "nerve" and words.shown(at + 1)[0].islower():
            return False  # "median n. glide"
        if low[at + 1] in _HEDGED_DOT.get(before, ()):
            timed = at > 1 and low[at - 2].isdecimal() and low[at - 3 : at - 2] != ["x"]
            return timed or low[at + 2 : at + 3] == [":"]  # "NMES 10 min. A: quad lag gone"
        alone = at == 1 or low[at - 2] in FULL_STOPS
        if alone and before in _PERSON and words.shown(at + 1)[0].islower():
            return False  # "Pt. is seen": a person alone is no sentence
        if _is_initial(words, at):
            return False
    return True


def _is_title(words: Words, at: int) -> bool:
    """Thus: "Ms." before a name is a title; "ms" and "MS" are not."""
    return words.written(at, at + 1).istitle()


def _stuck(words: Words, at: int) -> bool:
    """A full stop with no space behind it: "20 min.CGA" ends a sentence, "e.g." and "OTR.L" do not."""
    before, after = words.low[at - 1], words.low[at + 1]
    return len(before) > 2 and len(after) > 1 and before.isalpha() and after[0].isalpha()


def _is_lettered(low: list[str], at: int) -> bool:
    """The letter at word `at` is one of several, or denied: "I, T no Y", "prone I, Y, T"."""
    before = low[at - 1] if at else "."
    return before in ("no", "not", "without") or (before == "," and at > 1 and len(low[at - 2]) == 1)


def _is_initial(words: Words, at: int) -> bool:
    """Tell whether the dot after word `at - 1` closes the initial of a name, as in "T. Hale"."""
    letter = words.text[words.start[at - 1] : words.end[at - 1]]
    return (
        len(letter) == 1
        and letter.isupper()
        and letter not in _NOT_INITIALS
        and words.low[at - 2 : at - 1] != ["/"]  # the last of "M / W / F"
        and not _is_lettered(words.low, at - 1)
        and _LETTERED.isdisjoint(words.low[max(0, at - 2) : at - 1])
        and words.shown(at + 1)[:1].isupper()
        and words.shown(at + 1)[1:2].islower()
    )
