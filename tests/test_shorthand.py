"""Shorthand in full words; a form with several readings only where a word beside it decides."""

import pytest

from rewriter.reading.shorthand import read_words
from tests.spelled import PACK, shown


@pytest.mark.parametrize(
    ("text", "form", "said"),
    [
        ("knee blocked 2/2 giving way", "2/2", "secondary to"),
        ("gait held 2/2 orthostatic hypotension", "2/2", "secondary to"),
        ("recalled 2/2 hip precautions", "2/2", "2 of 2"),
        ("neglect 2/2 R MCA CVA", "2/2", "secondary to"),
        ("ataxia 2/2 cerebellar stroke", "2/2", "secondary to"),
        ("rest breaks for SOB", "SOB", "shortness of breath"),
        ("SOB 4/10 on the ramp", "SOB", "shortness of breath"),
        ("sat SOB 5 min, min A trunk", "SOB", "side of bed"),
        ("calf strain gr 1, wk 2", "gr", "grade"),
        ("inv sprain L ankle", "inv", "inversion"),
        ("punches seated alt 2x15", "alt", "alternating"),
        ("denies neuro sx after mobs", "sx", "symptoms"),
        ("reach with ext arm, 5x10 s", "ext", "extended"),
        ("MCP SF glides gr III", "SF", "small finger"),
        ("PIP IF 20-80", "IF", "index finger"),
        ("scap PNF AE/PD x12", "AE/PD", "anterior elevation and posterior depression"),
        ("RTC rpr wk 9", "rpr", "repair"),
        ("thrower ex, ant elev/post dep", "elev", "elevation"),
        ("HH visit 3", "HH", "home health"),
        ("marching B x8", "B", "bilateral"),
        ("last week mod level", "mod", "moderate"),
        ("lt duty till recheck", "lt", "light"),
        ("tub xfer sim x3", "sim", "simulation"),
        ("floor xfer NT", "NT", "not tested"),
        ("rec SNF, son agrees", "rec", "recommend"),
        ("PT guided hips", "PT", "physical therapist"),
        ("US 3MHz 50% x 8 min R elbow", "US", "ultrasound"),
        ("TPR UT and levator", "TPR", "trigger point release"),
        ("SLB R 12 sec on foam", "SLB", "single leg balance"),
        ("bridges, SLB x10", "SLB", "single leg bridge"),
        ("SARA 12/40", "SARA", "Scale for the Assessment and Rating of Ataxia"),
        ("FT on foam, EC 30 s", "FT", "feet together"),
        ("EF 35%", "EF", "ejection fraction"),
        ("EF deficits, planning", "EF", "executive function"),
        ("rows with BTB x15", "BTB", "blue Theraband"),
        ("returned to recliner, BTB later", "BTB", "back to bed"),
        ("PPT supine x10", "PPT", "posterior pelvic tilt"),
        ("cog screening done", "cog", "cognitive"),
        ("ex tolerance fair", "ex", "exercise"),
        ("dim sensation R foot", "dim", "diminished"),
        ("std balance fair", "std", "standing"),
        ("std height chair", "std", "standard"),
        ("verb prompts x2", "verb", "verbal"),
        ("ITB stretch 3x30", "ITB", "iliotibial band"),
        ("spasticity, ITB refill", "ITB", "intrathecal baclofen"),
        ("comp techniques taught", "comp", "compensatory"),
        ("TC low abd, sidelying", "abd", "abdominals"),
        ("hip abd sidelying", "abd", "abduction"),
        ("HOH first 2 then alone", "HOH", "hand over hand"),
        ("very HOH", "HOH", "hard of hearing"),
        ("w/ ext thrust", "ext", "extensor"),
        ("post walker 40 ft", "post", "posterior"),
        ("R CP wk 2, scissoring", "CP", "cerebral palsy"),
        ("recheck nv", "nv", "next visit"),
        ("nv intact", "nv", "neurovascular"),
        ("no sz", "sz", "seizure"),
        ("ed mom on wear", "ed", "educated"),
        ("ed: skin check", "ed", "education"),
        ("glute sub last 4", "sub", "substitution"),
        ("(prob poor sleep)", "prob", "probably"),
        ("PT denies nausea", "PT", "patient"),
        ("outpatient PT session", "outpatient PT", "outpatient physical therapy"),
        ("altered MS change", "MS", "mental status"),
        ("MS relapse in May", "MS", "multiple sclerosis"),
        ("STS from mat", "STS", "sit to stand"),
        ("STS x8", "STS", "sit to stand"),
        ("LBD w AE", "LBD", "lower body dressing"),
        ("hx LBD", "LBD", "Lewy body dementia"),
        ("post MI sternal prec", "MI", "myocardial infarction"),
        ("FRT R 24 deg, cervicogenic", "FRT", "flexion rotation test"),
        ("FRT 8 in, tandem balance", "FRT", "Functional Reach Test"),
        ("R mast; TE in", "TE", "tissue expander"),
        ("TE x 12 reps", "TE", "therapeutic exercise"),
        ("3rd gr, diplegia", "gr", "grade"),
        ("glide gr II-III", "gr", "grade"),
        ("rest q 7 min", "q", "every"),
        ("TB xfer bed", "TB", "transfer board"),
        ("dizzy 30 s p turns", "p", "after"),
        ("palpation shows STS", "STS", "soft tissue swelling"),
        ("transfers S", "S", "supervision"),
        ("gait S", "S", "supervision"),
        ("dressing I", "I", "independent"),
        ("min VC", "min", "minimal"),
        ("9 min", "min", "minutes"),
        ("tapping TA for dorsiflexion", "TA", "tibialis anterior"),
        ("TA with multifidus", "TA", "transversus abdominis"),
        ("toilet tx", "tx", "transfer"),
        ("tolerated tx", "tx", "treatment"),
        ("lumbar tx", "tx", "traction"),
        ("EC on foam", "EC", "eyes closed"),
        ("taught EC and pacing", "EC", "energy conservation"),
        ("OT blocked wrist", "OT", "occupational therapist"),
        ("outpatient OT", "outpatient OT", "outpatient occupational therapy"),
        ("CP with spastic diplegia", "CP", "cerebral palsy"),
        ("denies CP", "CP", "chest pain"),
        ("CP applied", "CP", "cold pack"),
        ("R AKA, prosthesis on", "AKA", "above knee amputation"),
        ("pt denies LOC with fall", "LOC", "loss of consciousness"),
        ("DVT and PE, on heparin", "PE", "pulmonary embolism"),
        ("PE at school, gym floor", "PE", "physical education"),
        ("venous stasis, CVI", "CVI", "chronic venous insufficiency"),
        ("CVI, light box gaze", "CVI", "cortical visual impairment"),
        ("oxycodone 5 mg PO", "PO", "by mouth"),
        ("EF 25%", "EF", "ejection fraction"),
        ("nerve to prosthetic, TMR in May", "TMR", "targeted muscle reinnervation"),
        ("RALP in June, stress incontinence", "RALP", "robotic assisted laparoscopic prostatectomy"),
        ("LARP and RALP canal planes", "RALP", "right anterior left posterior"),
        ("curve 24 deg Cobb, AIS", "AIS", "adolescent idiopathic scoliosis"),
        ("SCI, AIS C", "AIS", "ASIA Impairment Scale"),
        ("discharge per team, CM notified", "CM", "case manager"),
    ],
)
def test_a_word_beside_it_decides(text: str, form: str, said: str) -> None:
    words = read_words(text, PACK)
    assert [(item.said, item.sure) for item in words.read_as if item.text == form] == [(said, True)]
    assert said in shown(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("hips level. PT", "PT"),
        ("lobby with PT", "PT"),
        ("MS. poor endurance", "MS"),
        ("had MS in mind", "MS"),
        ("today S", "S"),
        ("he did it. S", "S"),
        ("today I", "I"),
        ("now min", "min"),
        ("did TA", "TA"),
        ("good tx", "tx"),
        ("did EC", "EC"),
        ("with OT", "OT"),
        ("has CP", "CP"),
        ("hx TAA", "TAA"),
        ("hx of CVI", "CVI"),
        ("had PE", "PE"),
        ("good EF", "EF"),
    ],
)
def test_without_such_a_word_the_form_stays_and_is_unsure(text: str, form: str) -> None:
    words = read_words(text, PACK)
    item = next(item for item in words.read_as if item.text == form)
    assert not item.sure
    assert item.said == form
    assert len(item.readings) > 1
    assert words.text[item.start : item.end] == form
    assert shown(text).split().count(form) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ITBS", "iliotibial band syndrome"),
        ("BPH", "benign prostatic hyperplasia"),
        ("NPO", "nothing by mouth"),
        ("ABGs", "arterial blood gases"),
        ("SPO2 92", "oxygen saturation 92"),
        ("hemoglobin A1c 6", "hemoglobin A 1 c 6"),
        ("ICD-10", "ICD 10"),
        ("ICD", "implantable cardioverter defibrillator"),
        ("CVA tenderness", "costovertebral angle tenderness"),
        ("no N/V", "no nausea or vomiting"),
        ("brain mets", "brain metastases"),
        ("no TTP", "no tenderness to palpation"),
    ],
)
def test_medical_shorthand_of_one_meaning_is_read_by_itself(text: str, said: str) -> None:
    assert shown(text) == said


def test_a_mended_word_decides_for_the_form_beside_it() -> None:
    words = read_words("rhytmic stab of trunk", PACK)
    assert [(item.text, item.said) for item in words.read_as] == [("rhytmic stab", "rhythmic stabilization")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fatigue 7/10 end, 3/10 strat", "strat"),
        ("ankle strat cued", "strategy"),
        ("CP quad, TC", "cerebral palsy quadriplegia"),
    ],
)
def test_a_form_without_its_context_stays(text: str, said: str) -> None:
    assert said in [item.said for item in read_words(text, PACK).read_as]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("w/L hand", "with left hand"),
        ("w/R hand", "with right hand"),
        ("w/ rail", "with rail"),
        ("L hand", "left hand"),
        ("(R) hand", "right hand"),
        ("R/L", "right / left"),
    ],
)
def test_sides(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    "text", ["L4-5 level", "L5-S1 level", "at L3", "T6 level", "C7 level", "S1 level", "K Day OTR/L"]
)
def test_segments_and_licences_are_no_sides(text: str) -> None:
    said = shown(text).lower().split()
    assert not {"left", "right", "supervision", "thoracic"} & set(said)


def test_a_dotted_licence_is_no_side() -> None:
    assert "left" not in shown("signed K Day OTR.L")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SEATED REACH W/ TC AT R HIP", "seated reach with tactile cues at right hip"),
        ("STS FROM MAT WITH MIN A", "sit to stand from mat with minimal assistance"),
        ("GAIT WITH RW AND CGA", "gait with rolling walker and contact guard assistance"),
    ],
)
def test_notes_in_capitals_are_read_and_shown_in_lower_case(text: str, said: str) -> None:
    assert shown(text) == said


def test_a_lower_case_word_is_not_read_as_a_form_in_capitals() -> None:
    assert shown("he pts ec") == "he pts ec"
    assert "left" not in shown("l").split()


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("sit 5 min mod A", ["sit", "5", "min", "moderate", "assistance"]),
        ("sit 5 min max A", ["sit", "5", "min", "maximal", "assistance"]),
        ("squat x5 min A", ["squat", "x", "5", "minimal", "assistance"]),
    ],
)
def test_minutes_before_an_amount_are_minutes(text: str, low: list[str]) -> None:
    assert read_words(text, PACK).low == low


def test_each_expansion_points_to_what_was_written() -> None:
    words = read_words("knee, TC at hip", PACK)
    places = [(words.start[at], words.end[at]) for at, low in enumerate(words.low) if low in ("tactile", "cues")]
    assert places == [(6, 8), (6, 8)]
    assert [(item.text, item.said, item.start, item.end) for item in words.read_as] == [("TC", "tactile cues", 6, 8)]


def test_what_was_read_is_listed_in_the_order_of_the_text() -> None:
    starts = [item.start for item in read_words("gaurd R hip w/ TC, did EC, VC x2", PACK).read_as]
    assert starts == [0, 6, 12, 15, 23, 27]


def test_minutes_before_a_cue_are_not_asked_about() -> None:
    assert all(item.sure for item in read_words("kneel 2 min TC hips", PACK).read_as)


@pytest.mark.parametrize(
    "text", ["walked 10 FT with RW", "dim light in hall", "lives in APT 3", "ex lives in town", "sped up"]
)
def test_plain_words_are_no_shorthand(text: str) -> None:
    said = shown(text)
    assert not {"feet together", "diminished", "tilt", "exercise", "education"} & {said, *said.split()}


def test_an_empty_pair_of_brackets_says_nothing() -> None:
    assert "negative" not in shown("( ) pain")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gr II oscill btwn sets", "grade II oscillations between sets"),
        ("L4 CPA gr III oscill 30 s", "oscillations"),
        ("oscill w/ head turns", "oscillopsia with head turns"),
        ("after 2 demos", "after 2 demonstrations"),
        ("needed demos for wrap", "needed demonstrations for wrap"),
        ("wife demos safe transfer", "wife demonstrates safe transfer"),
        ("C6 incomp quad", "incomplete quadriplegia"),
    ],
)
def test_a_clip_or_a_noun_is_read_by_its_neighbours(text: str, said: str) -> None:
    assert said in shown(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("W/C FOLLOW. PUSHES IT AHEAD. AMB 40 FT.", "pushes it ahead"),
        ("SCI ASIA A: level min A", "asia a : level minimal"),
        ("talus, TC AP gr III", "talocrural"),
        ("Pt will amb 50 ft", "will ambulate"),
        ("stand 3x2 min mod A", "3 x 2 min moderate assistance"),
        ("Nxt: DNF.", "dnf"),
    ],
)
def test_a_form_is_read_by_what_stands_beside_it(text: str, said: str) -> None:
    assert said in " ".join(read_words(text, PACK).low)


@pytest.mark.parametrize("text", ["STAND 45S X2 MIN A", "VERT HEAD TURNS 60S X3 @ 110 BPM", "hold 10S x5"])
def test_the_unit_stuck_to_a_figure_is_no_help(text: str) -> None:
    assert "supervision" not in shown(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ant/post/lat 10 each", "anterior / posterior / lateral 10"),
        ("sway ant/post/R", "anterior / posterior / right"),
        ("hip abd/add/flex 10", "abduction / adduction / flexion"),
        ("lat/ant/post reach", "lateral / anterior / posterior"),
        ("fwd/bwd/lat step", "forward / backward / lateral"),
        ("sway ant/post", "anterior and posterior"),
        ("DF/PF 10x", "dorsiflexion and plantarflexion"),
    ],
)
def test_three_with_slashes_stay_three(text: str, said: str) -> None:
    assert said in shown(text)
