"""Qualities that exclude each other: what is receptive is not expressive, what is above the knee is not below it.

A line is a family, its qualities parted by "/", the expressions of one by ",". Abbreviations are read before; those
that stay as written stand with the words. What stands behind ";" may mean the quality, and never tells it for sure.
Families of common words tell of a thing that both texts name beside the quality: "open" of eyes, not of a door.
"""

from functools import lru_cache
from typing import NamedTuple

from rewriter.lexicon import split_form

_SURE = """
expressive, broca, broca's, nonfluent, non fluent / receptive, wernicke, wernicke's
above knee, above the knee, aka, tfa, transfemoral / below knee, below the knee, bka, tta, transtibial, ttp
above elbow, above the elbow, aea, transhumeral / below elbow, below the elbow, bea, transradial
wide base, wide based, large base, wbqc, lbqc, wbos / narrow base, narrow based, small base, nbqc, sbqc, nbos
front wheeled, front wheel, two wheeled, two wheel, 2 wheeled, 2 wheel, fww, 2ww ; rolling walker, wheeled \
 walker / four wheeled, four wheel, 4 wheeled, 4 wheel, fourwheeled, 4ww, rollator
affected, involved, paretic, hemiparetic, plegic, hemiplegic ; operated, operative, surgical, weak, weaker, bad \
 / unaffected, uninvolved, nonparetic, non paretic, unimpaired ; sound, strong, stronger, good, other, not
operative, operated, surgical ; affected, involved, bad / nonoperative, non operative, nonoperated, unoperated, \
 nonsurgical, non surgical ; unaffected, uninvolved, sound, good, other, not
step to, marking time, marks time, marked time, mark time ; nonreciprocal, non reciprocal, one step at a time, \
 one foot, same foot, both feet / step through, step over step, reciprocal, reciprocally, foot over foot ; \
 alternating, alternately
concentric, concentrically / eccentric, eccentrically / isometric, isometrically, isometrics
open chain, open kinetic chain, okc / closed chain, closed kinetic chain, ckc
eyes open, open eyes, eo ; vision, watching, looking / eyes closed, closed eyes, eyes shut, shut eyes, ec ; \
 vision, blindfold, blindfolded, occluded
passive range, passive motion, passively, passive, prom / active range, active motion, actively, active, arom ; \
 aarom, active assisted, active assistive
medial, medially ; inner, inside, varus, valgus / lateral, laterally ; outer, outside, varus, valgus, bilateral
proximal, proximally ; upper, above / distal, distally ; lower, below, tip
internal rotation, internally / external rotation, externally
ulnar, ulnarly ; pinky, little / radial, radially ; thumb
superficial / deep, deeply
dominant / nondominant, non dominant ; not
static, statically ; stationary / dynamic, dynamically ; moving
indoor, indoors ; inside / outdoor, outdoors ; outside
hypertonic, hypertonia, hypertonicity ; spastic, spasticity, tone / hypotonic, hypotonia, hypotonicity ; low, \
 floppy, flaccid
hypermobile, hypermobility ; lax, laxity / hypomobile, hypomobility ; stiff, stiffness
hypertension, hypertensive / hypotension, hypotensive ; orthostasis, orthostatic
hyperglycemia, hyperglycemic / hypoglycemia, hypoglycemic
bradycardia, bradycardic / tachycardia, tachycardic
abduction, abducted, abduct, abductor, abductors / adduction, adducted, adduct, adductor, adductors
pronation, pronated, pronate, pronator / supination, supinated, supinate, supinator
dorsiflexion, dorsiflexed, dorsiflex, dorsiflexor ; toes up / plantarflexion, plantar flexion, plantarflexed, \
 plantarflex
inversion, inverted / eversion, everted
protraction, protracted, protract / retraction, retracted, retract
hemorrhagic, hemorrhage ; bleed, ich, sah / ischemic ; infarct, infarction, thrombotic, embolic
quadriplegia, quadriplegic, tetraplegia, tetraplegic / paraplegia, paraplegic / diplegia, diplegic
built up, buildup ; foam, fat, thick / weighted
fine motor / gross motor
discontinued, dc'd, d/c'd, aborted, halted, stopped ; discontinue, stop, stops, stopping, ended, ends, ending, \
 end, ceased, quit, terminated, interrupted, abandoned, cut, gave, d/c, discharged, limit, limited, limits, only, \
 after, until, refused, declined, rest, rested, unable, not, could, withdrawn, held, paused, removed, off / \
 completed, completes ; finished, complete, done, all, met, full, fully
exc, excl, excluding, except ; apart, aside, other, but, save, minus, not, bar, besides, exception, all, only, \
 requires, needs, required, needed / including, includes, included ; incl, even
gone, resolved, disappeared, abolished, eliminated ; clear, clears, cleared, vanished, away, absent, none, no, \
 not, free, subsided, settled, settling, abated, lifted, relieved, stopped, ceased, passed, over, without, \
 resolution, out, ended, calmed / reduced, lessened, diminished, decreased, milder ; eased, less, fewer, lower, \
 better, down, improved, drop, dropped
sets, set / repetitions, repetition, reps, rep ; times, x, each
bm, bowel movement, stool, defecation ; bowel, toilet, toileting, commode / voiding, void, voided, urination, \
 urinated ; toilet, toileting, commode
fahrenheit, °f, ° f, f / celsius, °c, ° c, centigrade
hot pack, moist heat, mhp, hmp ; warm, warmth, heat / cold pack, ice pack, ice, cryotherapy ; cold, cool
thin liquids, thin liquid / thickened liquids, nectar thick, honey thick, thickened
"""
_BESIDE = """
above, over ; beyond, more, on / below, under, beneath ; less / at, around, level with
upper / lower ; low
open, opened ; opening, off / closed, shut ; close, closing
morning, mornings, am, a.m. ; breakfast / afternoon, afternoons, pm, p.m. ; lunch / evening, evenings ; dinner, \
 pm / night, nights, overnight, nocturnal ; bed, bedtime, nightly, evening
first, initial ; start, beginning, begin, began / last, final ; end, latest / second ; 2 / third ; 3
day, date ; today, tuesday, monday / time, hour ; times / place ; where
up, ascending, upstairs, uphill ; top, rise, upward, ascent, climb, onto / down, descending, downstairs, \
 downhill ; bottom, lower, lowered, descent, off
in, inside ; into, still, within / out, outside ; removed, off
high, higher ; raised, elevated / low, lower ; lowered, down
large, larger, big, bigger / small, smaller
long, longer / short, shorter
wide, wider ; widened / narrow, narrower ; narrowed
early, earlier / late, later
soft, softer / firm ; hard
light, lighter ; lightly / heavy, heavier ; heavily
full, fully / partial, partially
better, improved ; best, more, less, improvement / worse, worst ; less, more, decline
one, single, unilateral ; 1, either / both, bilateral, bilaterally, b ; two, 2, each, pair, left, right
new ; newly, recent / old, chronic ; former
"""

Forms = frozenset[tuple[str, ...]]
# The expressions that tell a quality, and those that may mean it.
Quality = tuple[Forms, Forms]


class Family(NamedTuple):
    """Qualities that exclude one another; `beside` if they tell only of a thing that both texts name beside them.

    `openings` are the first words of all that surely tells one: a text without any tells none.
    """

    qualities: tuple[Quality, ...]
    beside: bool
    openings: frozenset[str]


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """Return the families."""
    return tuple(
        _family(line, beside)
        for text, beside in ((_SURE, False), (_BESIDE, True))
        for line in text.splitlines()
        if line
    )


def _family(line: str, beside: bool) -> Family:
    qualities = tuple(map(_quality, line.split(" / ")))
    return Family(qualities, beside, frozenset(form[0] for sure, _ in qualities for form in sure))


def _quality(text: str) -> Quality:
    sure, _, unsure = text.partition(" ; ")
    return _forms(sure), _forms(unsure)


def _forms(text: str) -> Forms:
    return frozenset(tuple(split_form(one.strip())) for one in text.split(",") if one.strip())
