"""Forms that a therapist writes in several senses: the words beside them tell which one is meant."""

import tomllib
from pathlib import Path

import pytest

import rewriter
from rewriter.reading.shorthand import read_words
from tests.spelled import PACK, shown

_DATA = tomllib.loads((Path(rewriter.__file__).parent / "packs" / "shorthand.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("seen after referral to OP hand therapy", "OP", "outpatient"),
        ("press-ups x10, then OP x5 at end range", "OP", "overpressure"),
        ("walks fr chair with foley bag in hand", "fr", "from"),
        ("fibers of 600 sq, RF and SF numb", "SF", "small finger"),
        ("CNS II-XII intact", "CNS", "cranial nerves"),
        ("CNS lymphoma, ataxic gait", "CNS", "central nervous system"),
        ("PMR script for anxiety", "PMR", "progressive muscle relaxation"),
        ("hx of PMR on prednisolone", "PMR", "polymyalgia rheumatica"),
        ("found in NAD, sitting", "NAD", "no acute distress"),
        ("walks HHD w/ rollator", "HHD", "household distances"),
        ("HHD quads 40 kg", "HHD", "handheld dynamometry"),
        ("returns to a residential GH", "GH", "group home"),
        ("GH joint glide", "GH joint", "glenohumeral joint"),
        ("RUL power 4/5 and tone", "RUL", "right upper limb"),
        ("RUL nodule, cough weak", "RUL", "right upper lobe"),
        ("hall gait w HTS", "HTS", "head turns"),
        ("HTS and FNF dysmetric", "HTS", "heel to shin"),
        ("lives with her 2 dtrs", "dtrs", "daughters"),
        ("dtrs brisk in both legs", "dtrs", "deep tendon reflexes"),
        ("R SPC site dry", "SPC", "suprapubic catheter"),
        ("gait w SPC", "SPC", "single point cane"),
        ("vented, PIP 22 over PEEP 5", "PIP", "peak inspiratory pressure"),
        ("PIP claim form filled", "PIP", "Personal Independence Payment"),
        ("in the pool w PFD", "PFD", "personal flotation device"),
        ("CMN for the wheelchair signed", "CMN", "certificate of medical necessity"),
        ("LMN sent to vendor", "LMN", "letter of medical necessity"),
        ("scar msg, then silicone", "msg", "massage"),
        ("msg left for surgeon", "msg", "message"),
        ("sound sens in cafeteria", "sound sens", "sound sensitivity"),
        ("sens input before class", "sens input", "sensory input"),
        ("voiding freq 9/day", "freq", "frequency"),
        ("back to fac by van", "back to fac", "back to facility"),
        ("pressure injury prev taught", "prev", "prevention"),
        ("T12 vert fx, brace on", "vert", "vertebral"),
        ("quad alt arm reach", "quad", "quadruped"),
        ("plays tball on Saturdays", "tball", None),
        ("known METs, log roll", "METs", "metastases"),
        ("rode at 3 METs", "METs", "metabolic equivalents"),
        ("LTG 2 MET, gait 300 ft", "MET", None),
        ("Lt touch dull at toe", "Lt", "light"),
        ("ended early rt nausea", "rt", "related to"),
        ("UT complete stairs", "UT", "unable to"),
        ("10 x scap clocks", "scap", "scapular"),
        ("standing scap raises x12", "scap", "scaption"),
        ("calf circumf 36 cm", "circumf", "circumference"),
        ("circumf wraps to knee", "circumf", "circumferential"),
        ("ABI 0.8 and TBI 0.5", "TBI", "toe brachial index"),
        ("pain faces 4 at dressing change", "pain faces", "Faces pain scale"),
        ("FACES 6 w/ PROM", "FACES", "Faces pain scale"),
        ("t/c to pharmacy", "t/c to pharmacy", "telephone call to pharmacy"),
        ("sent to snf for outpt pt", "outpt pt", "outpatient physical therapy"),
        ("pt going to CT", "going to CT", "going to computed tomography"),
        ("AF soft, held midline", "AF", "anterior fontanelle"),
        ("supine HS x20", "HS", "heel slides"),
        ("GS stretch on slant board", "GS", "gastrocnemius-soleus"),
        ("HF tightness L", "HF", "hip flexor"),
        ("VSS score 7, keloid flatter", "VSS", "Vancouver Scar Scale"),
        ("VSS after stairs", "VSS", "vital signs stable"),
    ],
)
def test_the_words_beside_a_form_tell_its_sense(text: str, form: str, said: str | None) -> None:
    told = [item.said for item in read_words(text, PACK).read_as if item.text == form and item.sure]
    assert told[-1:] == ([said] if said is not None else [])


@pytest.mark.parametrize(
    ("text", "form"),
    [("GH", "GH"), ("gait w CMP", "CMP"), ("IOP today", "IOP"), ("scap 3x10 prone", "scap"), ("JP seen", "JP")],
)
def test_with_no_such_word_the_form_is_asked_about_or_told_by_none(text: str, form: str) -> None:
    told = {item.said for item in read_words(text, PACK).read_as if item.text == form and item.sure}
    assert told <= {"scaption"}


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("dtr present", "dtr", "daughter"),
        ("biceps dtr 2+", "dtr", "deep tendon reflex"),
        ("TBI, RLA VI", "TBI", "traumatic brain injury"),
        ("PROM done", "PROM", "passive range of motion"),
    ],
)
def test_what_nearly_always_means_one_thing_is_not_asked_about(text: str, form: str, said: str | None) -> None:
    told = [item.said for item in read_words(text, PACK).read_as if item.text == form and item.sure]
    assert told == ([said] if said is not None else told)


@pytest.mark.parametrize("text", ["rhythmic stab at scap 3x30s", "TC to scap 2x10", "tape over scap x1"])
def test_what_something_is_at_is_the_scapula(text: str) -> None:
    assert "scapula" in shown(text).split()


@pytest.mark.parametrize("text", ["did STS", "BP on arrival", "DF weak", "QS done", "knee hurts, WB"])
def test_a_common_form_is_asked_about_too_where_nothing_beside_it_tells(text: str) -> None:
    assert [item.sure for item in read_words(text, PACK).read_as if item.text.isupper()] == [False]


@pytest.mark.parametrize("text", ["WALKED 85 FT", "WALKED 85FT", "REACHED 12 CM TWICE"])
def test_a_unit_of_length_behind_its_figure_is_no_form(text: str) -> None:
    assert all(item.sure for item in read_words(text, PACK).read_as)


@pytest.mark.parametrize(
    "text", ["he faces the wall", "PT FACES WALL AND SLIDES ARMS UP", "worn as a CPA for years", "seen by CI at noon"]
)
def test_plain_words_and_callings_stay(text: str) -> None:
    said = shown(text).lower()
    assert "scale" not in said
    assert "mobilization" not in said
    assert "convergence" not in said


def test_no_form_is_told_in_one_sense_and_in_several() -> None:
    single = {line.partition(" = ")[0] for line in _DATA["shorthand"].splitlines()}
    several = [table["form"] for table in _DATA["ambiguous"]]
    assert single.isdisjoint(several)
    assert len(several) == len(set(several))
