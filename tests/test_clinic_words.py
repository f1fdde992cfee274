"""The words of clinics and settings: what one form means to any reader, what only its neighbours settle, and traps."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.shorthand import read_words

PACK = load_pack()


def shown(text: str) -> str:
    words = read_words(text, PACK)
    return "".join(gap + words.shown(at) for at, gap in enumerate(words.gap)).strip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dtr asleep, noc shift", "daughter asleep, night shift"),
        ("DH R neg", "Dix-Hallpike right negative"),
        ("A&Ox3", "alert and oriented x3"),
        ("vc to look l", "verbal cues to look left"),
        ("BP 118/70. stairs held d/t BP", "blood pressure 118/70. stairs held due to blood pressure"),
        ("MS RR", "multiple sclerosis relapsing-remitting"),
        ("T12 inc SCI", "T12 incomplete spinal cord injury"),
        ("R RTC repair wk 7", "right rotator cuff repair week 7"),
        ("RTC in 2 weeks", "return to clinic in 2 weeks"),
        ("Stg bal F+, dyn P", "standing balance fair plus, dynamic poor"),
        ("MF/RF curl on keys", "middle finger/ring finger curl on keys"),
        ("Assist: mod | Reps: 8", "Assist: moderate assistance | Reps: 8"),
        ("Mod->Min A", "moderate assistance -> minimal assistance"),
        ("day M/W/F", "day Monday/Wednesday/Friday"),
        ("sats 94 on 2L, rest", "oxygen saturation 94 on 2 liters, rest"),
        ("pps", "pps"),
        ("35 pps", "35 pulses per second"),
        ("fourteen min", "fourteen minutes"),
    ],
)
def test_a_form_is_read(text: str, said: str) -> None:
    assert shown(text).lower() == said.lower()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("used GB", "GB"),
        ("tapping wrist ext", "ext"),
        ("hip abd, add 2x10", "add"),
        ("res today", "res"),
        ("px today", "px"),
        ("needs min", "min"),
        ("HD today", "HD"),
        ("decr LT thumb", "LT"),
        ("IF 3/5 right", "IF"),
    ],
)
def test_a_form_of_several_meanings_stays_where_nothing_beside_it_decides(text: str, kept: str) -> None:
    words = read_words(text, PACK)
    assert [(item.text, item.sure) for item in words.read_as if item.text == kept] == [(kept, False)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("R hemi walker 30 ft", "hemiparesis"),
        ("DTR 2+ at knee", "daughter"),
        ("Reflexes abs at ankles", "abdominals"),
        ("IF NO PAIN ADD FOAM", "finger"),
        ("Assist: min VC", "minimal assistance"),
        ("14 Elm St.", "standing"),
        ("straight cath", "catheter "),
    ],
)
def test_a_form_is_not_read_wrongly(text: str, wrong: str) -> None:
    assert wrong not in f"{shown(text).lower()} "


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("MFS 2 with lateral head righting", "muscle_function_scale"),
        ("SPPB 7", "short_physical_performance_battery"),
        ("RN told", "nurse"),
        ("bandaged, MLD to arm", "manual_lymphatic_drainage"),
        ("NMES to FDI for pinch with thumb", "first_dorsal_interosseous"),
        ("bumps doorframes", "bumps_into_objects"),
        ("PLB after stairs", "pursed_lip_breathing"),
        ("trapeze over bed", "trapeze"),
        ("focal dystonia", "dystonia"),
    ],
)
def test_a_word_of_a_clinic_has_its_concept(text: str, concept: str) -> None:
    assert concept in {mention.sense.id for mention in read(text, PACK).mentions}


def test_measures_have_a_range() -> None:
    wrong = [item.id for item in PACK.measures.values() if item.min >= item.max]
    assert wrong == []
