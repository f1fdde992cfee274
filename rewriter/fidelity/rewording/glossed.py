"""Words by which a sign, a word or a kind of figure of the other text is told, and that claim nothing of their own.

"R > L" may be told with "greater", a pressure with "blood", a dated value with "on the day".
"""

from collections.abc import Sequence

from rewriter.fidelity.rewording.beside import words_beside_figures
from rewriter.fidelity.rewording.signs import find_signed
from rewriter.fidelity.texts.terms import Terms
from rewriter.lexicon import Sense
from rewriter.reading.context import PLANNED

# What a sign or a word of the other text licenses to say: (any of these stands there as written, these claim nothing).
_LICENSED = tuple(
    (frozenset(marks.split()), frozenset(words.split()))
    for marks, words in (
        (
            "< > \u2264 \u2265",
            "greater more worse higher larger stronger less fewer smaller lower weaker above over under below beyond "
            "within "
            "exceed exceeds exceeded exceeding rise rises rose past heavier lighter",
        ),
        (
            "\u2192 -> >",
            "then after before beforehand pre post progressed advanced progressing advancing changed became",
        ),
        (
            "\u2192 -> > then after was were p pre post b4 start end first last ago prior",
            "then first afterward afterwards subsequently later initially finally previously earlier start end still "
            "remained progressing",
        ),
        ("pre", "arrival arriving outset start started beginning began opening entry entering coming"),
        ("post", "leaving departure close closing end ended finish finishing conclusion exit"),
        ("\u2191", "increase increased increases increasing elevated raised rise rising rose higher greater more up"),
        ("\u2193", "decrease decreased decreases decreasing reduced diminished lower lowered less down fewer"),
        (
            "? prob probable poss possible",
            "suggest suggests suggested suggesting undetermined uncertain unclear question questionable questioned "
            "undecided unsure open pending certain sure accuracy accurate correctness validity doubt doubted doubtful "
            "possible possibly perhaps maybe whether suspected questionably arguably conceivably",
        ),
        ("1st first", "initial opening"),
        ("daily day /d bid tid qd d", "daily"),
        ("weekly week wk wkly", "weekly"),
        ("ea each every q per all x/ daily", "every each apiece"),
        ("1 one once a an", "single"),
        ("~ abt approx maybe perhaps like around about", "roughly around estimated nearly about circa almost"),
        ("next plan plans planned will tomorrow tmrw later pending cont continue", "will would"),
        ("mirror lead leading led", "front"),
        ("left leaves leaving leave went gone", "departure departed departing departs exit exited"),
        ("q every each", "interval intervals"),
        ("total tot", "whole entire altogether overall"),
        ("between btwn b/w", "separated separate separating apart"),
        ("180", "half half-turn half-turns half-circle half-circles"),
        ("360", "full complete whole circle circles"),
        ("90", "quarter quarter-turn quarter-turns"),
        (
            "centralized centralised centralizes centralises centralization centralisation peripheralized "
            "peripheralised peripheralizes peripheralization radiates radiated radiating",
            "pulled pulling drew drawn sent sending pushed pushing moved travelled traveled spread out in outward "
            "inward",
        ),
        ("also add'l addl additional plus + another", "additional extra"),
        ("hx history pmh", "past previous prior former"),
        ("below under < \u2264 desat", "drop dropped drops dip dipped dips"),
        ("-> \u2192 <-> \u2194 to from into then", "transition transitions transitioned transitioning transitional"),
        ("<-> \u2194", "back return returned returning alternate alternated alternating alternately"),
        ("t temp", "temperature"),
        ("d", "day days"),
        ("m cm", "away apart high wide long length distance height width"),
        ("+ w w/ with plus add then \u2192 ->", "added adding"),
        ("classroom school iep grade gr kindergarten class teacher recess", "student learner pupil"),
        ("was were prev previous prior eval adm last yest yesterday ago \u2192 ->", "previous prior earlier former"),
        ("bpm", "tempo pace speed beats beat"),
        ("o2 oxygen nc cannula", "liter liters litre litres flow"),
        ("ok okay correct", "correctly properly"),
        ("+", "positive"),
        ("self self-feed self-feeding self-care", "unaided"),
        ("in indoor indoors", "inside"),
        ("vc vcs verbal verbally said says", "aloud"),
        (
            "goal goals ltg stg aim aims wants want hopes hope wishes wish",
            "objective objectives aspires aspire aspiration",
        ),
        ("next plan plans planned upcoming later", "later"),
        ("hx h/o history pmh", "past former formerly previous previously prior earlier"),
    )
)
# What a figure of a kind is a figure of may be named beside it.
_MEASURED = {
    "pressure": frozenset({"blood", "pressure", "bp", "pressures", "systolic", "diastolic"}),
    "distance": frozenset(
        "away apart high tall wide long length lengths distance far deep height width ahead above below".split()
    ),
    "count": frozenset({"dose", "dosage", "dosing", "dosed", "volume"}),
    "rate": frozenset({"tempo", "pace", "speed", "beats", "beat", "rate"}),
    "clock": frozenset({"noon", "oclock", "o'clock", "until", "till", "half", "past", "quarter"}),
    "date": frozenset({"day", "date"}),
    "ratio": frozenset({"symptom", "symptoms", "intensity", "severity"}),
    "load": frozenset({"weight", "weights"}),
}


# Who is to do something will do it: "CP to check fit".
_COMING = frozenset("will would shall going due still planned scheduled intended awaited".split())


def licensed_words(texts: Sequence[Terms]) -> frozenset[str]:
    """Return the words that claim nothing beside the signs and words of some texts, nor beside the kinds of figures."""
    found: set[str] = set()
    told = frozenset().union(*(terms.written for terms in texts), *(terms.reading.words.low for terms in texts))
    for marks, words in _LICENSED:
        if not marks.isdisjoint(told):
            found |= words
    for terms in texts:
        found |= words_beside_figures(terms)
        if any(bits & PLANNED for _, _, bits in find_signed(terms)):
            found |= _COMING
        for kind, words in _MEASURED.items():
            if terms.reading.having(kind):
                found |= words
        shares = terms.reading.having("ratio", "percent", "load", "distance")
        if any(_is_half(terms.reading.mentions[at].sense) for at in shares):
            found |= {"half", "kilogram", "pound"}
    return frozenset(found)


def _is_half(sense: Sense) -> bool:
    """Thus: "1/2", "50 %", "0.5 kg"."""
    return sense.id.lstrip("~").partition(" ")[0] in ("1/2", "50", "0.5")
