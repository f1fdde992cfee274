"""Facts: every word of a note in exactly one; kinds, surfaces, polarity of some pieces."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from tests.noted import kinds_and_surfaces as facts_of

PACK = load_pack()
PIECES = (
    "tall kneel", "wt shift L w/ TC @ ribs", "STS x6 mod A", "no LOB", "denies nausea, HA",
    "gait SPC 90ft x2 SBA", "poor proprio R LE", "VOR x1 45s x2", "sx 5/10 -> 3/10", "s/p L CVA", "foam EC 15s",
    "HEP issued", "goal: stairs at work", "12 min", "97112 x 12'", "pt stood 3/6 after VC", "BBS 33/56",
    "L>R ataxia", "cued hip strat", "husband guarded", "cont 3x/wk", "MS", "PT", "??", "about 12 reps", "leans R",
    "Patient required tactile cues to stay upright.", "fell x2 last wk", "\"tall\"", "(with rail)", "4+/5 quads",
    "L3-4 pain", "HR 88", "BP 122/76", "will add beam next session", "caf\u00e9", "\U0001f600", "R knee, L hip",
    "T. Vale in room",
)  # fmt: skip
JOINS = (", ", ". ", "; ", " + ", " - ", "\n", " -> ", ".\n- ", ": ", " ", " and ", " (", ") ")


@st.composite
def notes(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(PIECES))
    for _ in range(draw(st.integers(0, 7))):
        text += draw(st.sampled_from(JOINS)) + draw(st.sampled_from(PIECES))
    return text.upper() if draw(st.booleans()) else text


@pytest.mark.parametrize("whole", [False, True])
@settings(max_examples=150, deadline=None)
@given(text=notes())
def test_every_word_of_a_note_lies_in_exactly_one_fact(text: str, whole: bool) -> None:
    reading = read(text, PACK)
    facts = find_facts(reading, PACK, whole=range(len(reading.sentences)) if whole else ())
    homes = [0] * len(text)
    for fact in facts:
        for at in range(fact.start, fact.end):
            homes[at] += 1
    assert max(homes) <= 1
    lost = [match[0] for match in re.finditer(r"\w+", text) if not any(homes[match.start() : match.end()])]
    # these the sentence says: the small word between two pieces, a heading that the piece's kind repeats
    assert {word.lower() for word in lost} <= {"and", "goal", "hep"}


@settings(max_examples=100, deadline=None)
@given(notes())
def test_facts_come_in_order_with_names_of_their_own(text: str) -> None:
    facts = find_facts(read(text, PACK), PACK)
    assert len({fact.id for fact in facts}) == len(facts)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    assert all(fact.surface.strip() for fact in facts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wt shift R, TC at hip", [("activity", "weight shift right"), ("cue", "tactile cues at the hip")]),
        ("step taps x10", [("activity", "step taps for 10 repetitions")]),
        ("squats 3x10", [("activity", "squats for 3 sets of 10 repetitions")]),
        ("works as cashier", [("remark", "works as cashier")]),
        ("swimming 2 months ago", [("remark", "swimming 2 months ago")]),
        ("scan L w/ VC", [("remark", "scan left with verbal cues")]),
        ("poor proprio L LE", [("impairment", "poor proprioception of the left lower extremity")]),
        ("s/p R CVA", [("diagnosis", "status post right cerebrovascular accident")]),
        ("CGA x4", [("assist", "contact guard assistance x4")]),
        ("pain 4/10", [("finding", "pain was 4/10")]),
        ("BP 122/76", [("finding", "blood pressure was 122/76")]),
        ("light touch intact", [("finding", "light touch was intact")]),
        ("HEP given", [("education", "home exercise program was given")]),
        ("20 min", [("time", "20 minutes")]),
        ("97112 x 15 min", [("time", "15 minutes")]),
        ("goal: stairs at work", [("function", "stairs at work")]),
        ("for stairs", [("function", "stairs")]),
        ("wants to walk dog", [("function", "wants to walk dog")]),
        ("will add beam next session", [("plan", "will add beam next session")]),
        ("P: beam", [("plan", "beam")]),
        ("guided hips", [("action", "guided hips")]),
        ("blocked at knee by PT", [("person", "blocked at the knee by the physical therapist")]),
        ("mirror helped", [("remark", "mirror helped")]),
        ("throw rug still down", [("remark", "throw rug still down")]),
        ("up to 94 w/ PLB", [("remark", "up to 94 with pursed lip breathing")]),
        ("own cup - not a goal yet", [("remark", "own cup"), ("admin", "not a goal yet")]),
        ("socket loose, +5 ply", [("remark", "socket was loose"), ("remark", "+5 ply")]),
        ("NWB R", [("admin", "patient was non weight bearing on the right")]),
        ("fell x1", [("response", "fell once")]),
        ("Patient stood at the sink and then sat.", [("statement", "patient stood at the sink and then sat")]),
        ("shldr hike inhibited w manual block", [("action", "inhibited shoulder hike with manual block")]),
        ("zzyqx", [("remark", "zzyqx")]),
        ("no LOB", [("impairment", "there was no loss of balance")]),
    ],
)
def test_kinds_and_surfaces(text: str, expected: list[tuple[str, str]]) -> None:
    assert facts_of(text) == expected


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("no LOB", "negated"),
        ("LOB x2", "affirmed"),
        ("possible neglect", "possible"),
        ("neglect?", "possible"),
        ("sway last week", "historical"),
        ("patient reports dizziness", "reported"),
        ("refused head turns", "negated"),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    assert [fact.polarity for fact in find_facts(read(text, PACK), PACK)] == [polarity]


def test_dose_side_and_denial_stay_inside_their_fact() -> None:
    surfaces = [surface for _, surface in facts_of("step taps L x8 no rail, TC R hip x2")]
    assert surfaces == ["step taps left for 8 repetitions with no rail", "tactile cues to the right hip 2 times"]


def test_the_amount_of_a_cue_stays_with_it() -> None:
    surfaces = [surface for _, surface in facts_of("reach x10, mod TC R hand placement, gait w/ mod VC for pacing")]
    assert surfaces == [
        "reach for 10 repetitions",
        "moderate tactile cues for right hand placement",
        "gait with moderate verbal cues for pacing",
    ]


def test_minutes_before_more_that_was_done_are_a_dose_and_not_the_session() -> None:
    facts = facts_of("mirror box 10 min, tapping to wrist extensors")
    assert facts == [("cue", "a mirror box for 10 minutes"), ("cue", "tapping to the wrist extensors")]


def test_a_figure_that_names_a_digit_is_no_count_of_sets() -> None:
    assert "sets" not in facts_of("finger opposition to D5 x10")[0][1]


def test_a_heading_that_names_the_condition_is_a_piece_of_its_own() -> None:
    assert facts_of("Parkinsons: big steps x10") == [
        ("diagnosis", "parkinsons"),
        ("activity", "big steps for 10 repetitions"),
    ]


def test_what_was_seen_during_an_activity_is_no_activity() -> None:
    assert facts_of("decr clearance w/ gait")[0][0] == "finding"


def test_a_deficit_that_opens_a_piece_is_what_was_seen() -> None:
    assert facts_of("asymmetry L>R WB 70/30")[0][0] == "finding"


def test_what_was_needed_is_not_told_of_the_patient() -> None:
    assert facts_of("needed for safe w/c mobility")[0] == ("remark", "needed for safe wheelchair mobility")


def test_a_heading_with_nothing_behind_it_stays() -> None:
    assert facts_of("Education:") == [("statement", "education")]
    assert facts_of("Goal:")[0][1] == "goal"


def test_what_a_treatment_is_for_keeps_its_level() -> None:
    assert facts_of("for curb negotiation indep") == [("function", "curb negotiation independent")]


def test_an_activity_that_became_less_was_seen() -> None:
    assert facts_of("toe walking decr from 70% to 40% of steps")[0][0] == "finding"


def test_a_patient_with_a_finding_and_no_verb_is_a_phrase() -> None:
    assert facts_of("pt LOB x2") == [("impairment", "loss of balance 2 times")]


@pytest.mark.parametrize("text", ["pt supine in bed upon arrival", "needs for lifting at warehouse"])
def test_how_a_patient_is_met_and_what_is_needed_are_no_treatment(text: str) -> None:
    assert facts_of(text)[0][0] == "remark"


def test_a_counted_rest_is_not_torn_from_its_count() -> None:
    assert [surface for _, surface in facts_of("standing 12 min w/ 2 seated rests")] == [
        "standing 12 minutes with 2 seated rests"
    ]


def test_a_goal_keeps_its_level_and_its_verb() -> None:
    assert facts_of("Goal: toilet transfers SBA") == [("function", "toilet transfers with standby assistance")]
    assert facts_of("Goal: activate device")[0][1] == "activate device"


def test_what_a_verbal_cue_is_about_is_no_activity_unless_it_has_a_dose() -> None:
    assert len(facts_of("VC arm swing")) == 1
    assert [kind for kind, _ in facts_of("VC posture, squats x10")] == ["cue", "activity"]


def test_a_heading_with_code_and_minutes_is_a_record_of_its_own() -> None:
    assert facts_of("97112 20 min: step taps x10")[1] == ("activity", "step taps for 10 repetitions")


def test_somebodys_words_are_no_treatment() -> None:
    assert [kind for kind, _ in facts_of('cues for posture, "reach and open"')] == ["cue"]
    assert facts_of('"reach and open"')[0][0] == "remark"


def test_a_deed_told_behind_with_belongs_to_what_is_with_it() -> None:
    assert facts_of("wt bearing w/ elbow blocked")[0] == ("activity", "weight bearing with elbow blocked")


def test_a_deficit_with_sets_is_an_exercise() -> None:
    assert find_facts(read("hip hikes 3x10", PACK), PACK)[0].kind == "activity"


def test_a_supported_position_is_no_deed_of_the_therapist() -> None:
    assert facts_of("supported stand at bench 3 min")[0][0] == "activity"


def test_a_session_with_its_verb_is_a_sentence() -> None:
    assert facts_of("Treatment focused on facilitating shoulder flexion through tactile cueing")[0][0] == "statement"


def test_a_person_with_a_dot_is_no_sentence() -> None:
    assert facts_of("Pt. is seen in gym")[0][1].startswith("patient")


def test_a_question_mark_stays_inside_its_fact() -> None:
    assert facts_of("sway, neglect? on L side") == [("impairment", "sway"), ("impairment", "neglect? on the left side")]


def test_a_closing_question_mark_is_not_lost() -> None:
    assert facts_of("neglect?") == [("impairment", "neglect?")]


def test_answers_go_on_counting() -> None:
    first = find_facts(read("TC at hip. poor balance", PACK), PACK)
    more = find_facts(read("VC for pace. poor endurance", PACK), PACK, "answer", first)
    assert "cue2" in {fact.id for fact in more}
    assert {fact.id for fact in first}.isdisjoint(fact.id for fact in more)
    assert {fact.origin for fact in more} == {"answer"}


def test_the_agent_is_evidence_where_someone_else_treated() -> None:
    helped = find_facts(read("Aide guided weight shift.", PACK), PACK)
    own = find_facts(read("Therapist guided weight shift.", PACK), PACK)
    assert all("agent:aide" in fact.evidence for fact in helped)
    assert not any(name.startswith("agent:") for fact in own for name in fact.evidence)


def find(text: str) -> dict[str, str]:
    """Return the surface of each fact by its slot name."""
    return {fact.id: fact.surface for fact in find_facts(read(text, PACK), PACK)}


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("STM 4 min, guarded", "remark", "phrase"),
        ("PROM, guarded at end range", "remark", "phrase"),
        ("gait 50 ft, braced", "remark", "phrase"),
        ("gait 50 ft, guarded pt on turns", "action", "therapist"),
        ("gait 50 ft, blocked L knee", "action", "therapist"),
    ],
)
def test_a_state_is_no_deed_of_the_therapist(text: str, kind: str, form: str) -> None:
    last = find_facts(read(text, PACK), PACK)[-1]
    assert (last.kind, last.form) == (kind, form)


@pytest.mark.parametrize(
    "text",
    [
        "picture cards and a verbal cue for what comes next",
        "mirror with vertical tape line",
        "mirror with long red floor tape",
        "gait 60 ft w/ slow metronome",
    ],
)
def test_a_cue_is_not_torn_from_its_article_or_adjective(text: str) -> None:
    assert len(find(text)) == 1


def test_a_code_and_its_minutes_are_no_part_of_what_follows() -> None:
    diagnosis = "left distal radius fracture, 8 weeks"
    assert find("97140 15 min L DRF 8 wk") == {"time1": "15 minutes", "diagnosis1": diagnosis}


@pytest.mark.parametrize("text", ["turns safer w/ cue", "STS much easier from low chair", "gait unsteady"])
def test_how_it_went_is_no_treatment(text: str) -> None:
    assert find_facts(read(text, PACK), PACK)[0].kind in ("finding", "impairment")


def test_a_stair_set_for_next_time_is_planned_and_a_next_step_is_not() -> None:
    assert find("stairs next").keys() == {"plan1"}
    assert "plan1" not in find("VC for what to do next")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the patient may have done is not the therapist's
        ("sequenced 4/5 steps", ("finding", "sequenced 4/5 steps")),
        ("steadied self on rail", ("remark", "steadied self on a rail")),
        ("used cane until last wk", ("remark", "cane was used until last week")),
        ("used mirror for midline", ("action", "used a mirror for midline")),
        # a score to reach is no goal of its own
        ("44/56 today, goal 48", ("finding", "44/56 today, goal 48")),
        ("gait x2, goal 150 ft", ("function", "150 feet")),
        # a position with its dose was done
        ("sit EOB 5 min", ("activity", "sit at the edge of the bed for 5 minutes")),
        # not done is not done
        ("taping R patella, not done", ("cue", "taping right patella, not done")),
    ],
)
def test_what_is_told_of_whom(text: str, expected: tuple[str, str]) -> None:
    assert facts_of(text)[-1] == expected


def test_figures_before_s_stay_as_written() -> None:
    assert "3 x 20 s" in facts_of("rhythmic stab 3x20 s manual resist")[0][1]


def test_the_help_for_two_sides_stays_together() -> None:
    assert facts_of("rolled L x4 mod A, R x4 min A, TC pelvis")[0][1].endswith("right 4 times with minimal assistance")


def test_minutes_are_no_amount_of_a_cue() -> None:
    assert facts_of("tall kneel 2 min TC hips")[1] == ("cue", "tactile cues for hips")


def test_what_somebody_else_needs_is_told_of_him() -> None:
    kinds = [kind for kind, _ in facts_of("husband learning wrap, needs VC")]
    assert kinds == ["statement"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("MOD A shirt, was MAX A", ["moderate assistance shirt, was maximal assistance"]),
        ("LTG dressing MOD I", ["long term goal dressing modified independent"]),
        (
            "STS x5 max A x2 knees blocked R",
            ["sit to stand for 5 repetitions", "maximal assistance x2", "knees were blocked right"],
        ),
        ("STS mod A x1 for trunk", ["sit to stand", "moderate assistance x1 for the trunk"]),
        ("STS x5 min to mod A", ["sit to stand for 5 repetitions with minimal to moderate assistance"]),
        ("squats x10 min to mod VC", ["squats for 10 repetitions", "minimal to moderate verbal cues"]),
        ("stood 90 sec, 2 min, 2 min", ["stood for 90 seconds, 2 minutes, 2 minutes"]),
        ("gait 15 min, 5 min rest", ["gait for 15 minutes", "there were 5 minutes of rest"]),
        ("sat EOB approx 5 min", ["sat at the edge of the bed for approximately 5 minutes"]),
        ("sat in w/c 5 min after", ["sat in a wheelchair 5 minutes afterward"]),
        ("sat up in 2 min", ["sat up in 2 minutes"]),
        ("STS from w/c x5", ["sit to stand from a wheelchair for 5 repetitions"]),
        ("reaching across midline for cones x12", ["reaching across midline for cones for 12 repetitions"]),
        ("scanning to edge of tray x 15 trials", ["scanning to edge of tray for 15 trials"]),
    ],
)
def test_help_and_doses_stay_with_what_they_belong_to(text: str, surfaces: list[str]) -> None:
    assert [said for _, said, *_ in facts_of(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("rest needed VC", "remark"),
        ("down on bottom or HHA", "remark"),
        ("verbal cues needed for midline", "remark"),
        ("verbal cues for midline", "cue"),
        ("turning not addressed today", "remark"),
        ("turning in kitchen", "activity"),
        ("static sitting balance 4 min x3", "activity"),
        ("improved sitting balance 4 min x3", "response"),
    ],
)
def test_what_was_only_needed_or_left_out_was_not_done(text: str, kind: str) -> None:
    assert [one[0] for one in facts_of(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("decr core stab -> sits unsupp to dress self", ["decreased core stability -> sits unsupported to dress self"]),
        ("weak hip abd strength -> bridges 2x10", None),
        ("poor scap stab -> TC lower trap", ["poor scapular stability", "tactile cues to the lower trapezius"]),
        (
            "HEP -> add STS at counter w/ wife SBA",
            ["home exercise program -> add sit to stand at the counter with wife standby assistance"],
        ),
        ("next try 18in", ["next try 18 inches"]),
    ],
)
def test_an_arrow_behind_a_deficit_leads_to_a_treatment_only_where_one_is_told(
    text: str, surfaces: list[str] | None
) -> None:
    found = [fact.surface for fact in find_facts(read(text, PACK), PACK)]
    assert found == surfaces if surfaces is not None else found[-1] == "bridges for 2 sets of 10 repetitions"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("HEP reviewed w/ dtr", "home exercise program was reviewed with the daughter"),
        ("Precautions reviewed", "precautions were reviewed"),
        ("HEP updated w/ bridges", "home exercise program was updated with bridges"),
        ("HEP not given", "home exercise program was not given"),
        ("Wife taught HEP", "wife was taught home exercise program"),
    ],
)
def test_teaching_without_its_verb_is_a_sentence(text: str, surface: str) -> None:
    facts = find_facts(read(text, PACK), PACK)
    assert [fact.surface.lower() for fact in facts] == [surface]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cont 2x/wk, add SL hop", "plan"),
        ("Add SL hop when above 80%", "plan"),
        ("hops 2x5, rolled into inversion on rep 4 lat hop", "remark"),
        ("Won't chase EC foam further", "remark"),
        ("SLS eyes open 45s L / 22s R", "finding"),
        ("SLS eyes open 30s L / 30s R", "activity"),
        ("Hip adduction less when cued", "response"),
    ],
)
def test_what_was_not_done_now_is_no_treatment(text: str, kind: str) -> None:
    assert find_facts(read(text, PACK), PACK)[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "parts"),
    [("tandem on foam, 3x30s, CGA", 2), ("Goal: home w/ 2 steps, SUP", 1), ("SLS 3x30s, 25 min", 2)],
)
def test_a_dose_behind_a_comma_stays_with_what_was_done(text: str, parts: int) -> None:
    assert len(find_facts(read(text, PACK), PACK)) == parts


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("OT: R hemi UE", "right hemiparetic upper extremity"),
        ("OT: sit to stand x10", "sit to stand for 10 repetitions"),
        ("PT: feels stronger", "pt: feels stronger"),
    ],
)
def test_a_service_that_opens_the_note_is_not_told(text: str, surface: str) -> None:
    assert find_facts(read(text, PACK), PACK)[0].surface.lower() == surface


@pytest.mark.parametrize(
    "text", ["3, blanches, -", "squats, +", "knee on", "Not goal", "goal", "on", "p", "c", "\u2193", "self"]
)
def test_a_note_may_break_off_anywhere(text: str) -> None:
    for end in range(1, len(text) + 1):
        assert all(fact.surface for fact in find_facts(read(text[:end], PACK), PACK))


@pytest.mark.parametrize("text", ["instructed by surgeon to avoid stairs", "cued by wife at home", "guided by aide"])
def test_what_somebody_else_did_is_no_deed_of_the_therapist(text: str) -> None:
    assert all(fact.form != "therapist" for fact in find_facts(read(text, PACK), PACK))
