"""Claim or phrasing: what a word tells that the other text does not have.

A word claims where it names a thing, a person, a body part or a movement, or says how much, when, whether or how
surely: a clinic acts on it, so a word of this kind without a partner is an error. A common verb of reporting or of
course, an adverb of manner, an abstract noun only carries the sentence ("the rise resulted in", "a strategy that
proved"); it may shade the meaning, so the reader is told, but a clinician would not call the text untrue for it.

Whatever is not known to be phrasing claims.
"""

from functools import lru_cache

from rewriter.english import BE
from rewriter.fidelity.rewording.predicates import is_said_of
from rewriter.fidelity.rewording.trends import CHANGES, follows_figures
from rewriter.fidelity.texts.roots import base_of_past
from rewriter.fidelity.texts.terms import Terms
from rewriter.paraphrase import stem
from rewriter.reading.mentions import TASKS
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.shorthand.spelling import english

# Mentions of these kinds leave a word as it is; every other kind names something clinical.
_PLAIN_KINDS = frozenset({"", "verb", "link", "treatment"})

_MOVING = """
ache bathe bend bike bite bleed blink blister block bounce brace breathe bruise brush buckle burn button carry catch
chew choke clap clean click climb clutch collapse comb cook cough crawl cross cruise cry curl dance dangle dehydrate
dig dip dive drag drain draw dress drink drip drive drool drop eat elevate exhaust faint fall fasten feed fell fold
freeze gesture giggle glide grasp grip guard hang hike hit hold hop hug hurt inject injury itch jog
jump kick kneel knock lap laugh lean lick lift lock lower lunge march massage mobilize nauseate nod numb open overdo
overheat pace peel pick pinch pivot play point pour press prick pull push raise reach reposition resist rest ride roll
rotate row rub run scan scrape scratch scream screw scuff secure seize shake shave shift shove shower shuffle sing sit
skip slap sleep slide slip slur smell smile snap sneeze soak sort speak spell spill spin spit splint sprain squat
squeeze stack stain stamp stand steer step sting stir stoop strap stretch stroke struggle stumble sway sweat swell
swim swing swivel tap tape taste tear thrash thread throw tickle tie tighten tilt tingle tip toe toss touch tow
transfer tremble trip try tug tumble turn twist twitch type unlock vomit wake walk wash watch water wave weigh
wet wheel wipe wobble wrap write yell zip
"""
_CHANGING = """
accelerate achieve aggravate alleviate assist attain ban better calm cancel cease change clear confirm
contract correct decide decline decrease deepen delay deny deteriorate diagnose diminish disappear discharge double
drain dull ease eliminate enlarge escalate exacerbate excess expand fade fail fatigue flare fluctuate forbid free fuse
gain grow halt halve heal heighten help impair improve increase independent infect inflame inhibit injure intensify
interfere interrupt intubate irritate lengthen lessen limit loosen lose maximize mend minimize narrow normalize
operate overcome pause permit plateau prescribe pressure progress prohibit prompt protect quicken quit recover reduce
refuse regress reject relax relieve remit remove repair replace resolve respond restrict resume reverse ruin
rupture sedate sharpen shorten slow soften solve speed stabilize stall steady stiffen stop strain strengthen stress
succeed suffer supervise support suspend swap teach threaten tighten tire tolerate treat triple unable veer weaken wean
widen worry worsen
"""
_DEGREE = """
abnormal abrupt absolute accurate accurately
adequate almost alone always barely best better both clear close common complete completely
consistent consistently constant constantly continual continually continuous continuously correctly deep deeply
difficult directly early easily easy entire entirely equal equally evenly exact exactly exclusively extremely fast
finally firmly first frequent frequently full fully gently gradually greatly hardly heavily highly immediately
increasingly independently intermittently just largely last late less lightly little loosely mainly many markedly
maximally merely mildly minimally moderately more most mostly much nearly never normally occasionally often once only
partially partly perfectly poorly precisely profoundly promptly purely quickly quietly rapidly rarely rather readily
regularly roughly safely scarcely seldom severely sharply significantly simultaneously slightly slowly
successful successfully smoothly solely sometimes soon steadily strongly substantially
suddenly sufficiently surely tightly too totally twice
typically unevenly unsafely usually very visibly weakly well wholly
"""
_TIME_AND_PLACE = """
after afternoon afterward afterwards again ago ahead annually anteriorly backward backwards before beforehand below
bilaterally continue daily distally down downward evening forward forwards hourly later laterally left medially
monthly morning night nightly now off out over overnight posteriorly precede preceding previously proximally recently
right shall sideways today tomorrow tonight under up upward weekly will would yearly yesterday
"""
_PLACES = """
apartment army basement beer boss church colleague community department doctor environment equipment facility family
friend furniture garment gun ham instrument knife lawyer medication money neighbor neighbour office pavement police
prescription separate teacher teammate university vacation war wine
"""
_QUALITIES = """
able abnormal active acute affected afraid alert alone angry anxious auditory awake back bad better big black blue
bottom bright brown busy calm capable chronic clean close cold complete confident cool crowded dark deep delayed
diagonal dirty distant dizzy dominant double drowsy dry dull easier empty equal even excellent excessive fair far fast
faster fewer firm flat free fresh front full golden good gray great green grey half happy hard harder healthy heavier
heavy high higher horizontal hot huge ill inactive inner involved large larger least left less light lighter little
long longer loose loud low lower manual middle mild more most narrow narrower near new normal old open orange outer
own painful partial passive perfect permanent pink poor progressive purple quick quiet rapid rear recent red right
rough round sad safe scared separate severe shallow sharp short shorter sick silver single sleepy slight slow slower
small smaller soft sore spoken stable steady straight strong stronger tactile tall temporary terrible thick thin tight
tiny
tired top total triple typical unable unequal uneven unsafe unstable upper upset verbal vertical visual warm weak
weaker well wet white whole wide wider worse yellow young
"""
_CERTAINTY = """
apparent apparently certainly clearly confident confidently definite definitely doubtful evidently likely maybe
knew known obviously perhaps possibly presumably probably supposedly surely truly undoubtedly unlikely
"""
# What somebody or a body did that nobody asked for: "cried with pommel".
_REACTING = """
ached aching annoyed argued bleeding bled bored bothered bumped clenched clenching cramped cramping cried crying cursed
depressed drifted drifting eloped fidgeted fidgeting frightened fussed fussing gagged gagging gasped gasping grabbed
grabbing grimaced grimacing groaned hesitated hesitating hurried ignored ignoring jerked jerking limped limping lurched
moaned neglected oozing panicked panicking panted rushed rushing scared shivered shivering shouted slumped
slumping sobbed sobbing soiled staggered startled teetered throbbed throbbing wandered wandering wheezed wheezing whined
whining winced
"""
# What people do at home and for themselves: each is a task of its own.
_HOUSEHOLD = """
bake boil buy chop color crochet defecate flush fry garden hammer iron knit microwave mix mop paint plant polish
purchase rake rinse sand saw scrub serve sew shampoo shop shovel soap stir suction sweep swat trace trim unbutton
undress unfasten unload unpack untie unwrap unzip urinate vacuum void wring
"""
# States of mind, and what is said to meet them.
_STATES = """
agitation apprehension confidence confusion disorientation embarrassment encouragement enjoyment excitement frustration
hesitation impatience irritability irritation motivation reassurance reluctance resentment restlessness satisfaction
"""
# Their stems are those of verbs that claim nothing.
_AS_WRITTEN = frozenset({"repeatedly"})
_CLAIMING = _AS_WRITTEN | frozenset(
    stem(word)
    for text in (_MOVING, _CHANGING, _DEGREE, _TIME_AND_PLACE, _PLACES, _CERTAINTY, _REACTING, _HOUSEHOLD, _STATES)
    for word in text.split()
)

_MOVED = frozenset(map(stem, _MOVING.split()))
# What is said of a time, a result or a task all by itself.
_STATED = """
abnormal absent acute ago chronic current due earlier former formerly future initial late later latest negative new
normal ongoing original past positive pre post present previous prior recent recurrent remote since still then until
able unable capable cannot can could not never none no error errors fault mistake mistakes safety deficit deficits
concern concerns problem problems risk issue issues alone
"""
_ALONE = (
    frozenset(
        word
        for text in (_CHANGING, _DEGREE, _TIME_AND_PLACE, _CERTAINTY, _REACTING, _HOUSEHOLD, _STATES, _QUALITIES)
        for listed in text.split()
        for word in (listed, stem(listed))
    )
    | frozenset(_STATED.split())
) - {"back"}
_QUALITY = frozenset(map(stem, _QUALITIES.split()))

# Verbs in their bare form or with an "s", and words that no ending gives away.
_CARRYING = frozenset(
    stem(word)
    for word in """
accompany account acknowledge adopt affect agree aim allow amount appear approach aspect assume attempt attribute
await aware backdrop base basis became become begun bring broad brought build built capacity case cause chance choose
circumstance claim coincide come compare comprise concern consider contrast contribute cover create cycle deal
demonstrate depend describe determine develop differ direct discover dispute effort elicit emerge employ enable enough
ensure establish evidence evident evoke exceed exist explain extend fact factor favor feature figure finding follow
form found generate goes handle happen idea impression insist intend introduce involve issue keep kept kind know lead
learn leave led lend let link main maintain make managed matter mean meant mention method mode name nature note number
obtain occur offer opinion opportunity overall participate pattern persist phase portion pose possess presence primary
process produce progression prove proved provoke purpose put reason receive reflect regard relate rely remain report
represent require result retain reveal role search see seek send seem seen sense serve setting show showed shown sign
situation sort spend spent stage start strategy suggest summary take taken task tend themselves thing think thought
time together told took topic total trend trial undergo underlie undertake unused view way went word yield
""".split()
)
# What a writer tells a visit with, and no clinic acts on; in a note such a word may be all there is of a fact.
_NARRATING = frozenset(
    stem(word)
    for word in """
additional alternative appeal article background backdrop basic belief benchmark besides brief choice circumstance
comment communicate comparable conclude contrary contribution conventional courtesy define detail distinct distinguish
encounter equivalent essential everyday example examiner expect familiar frame fundamental handy ideal imagine
important justify latter logical logistics magnitude major manner matter milestone modern narrative norm notable
notice novel official option origin original outcome outline outset particular path phrase picture plot popular
possibility premise proof project quota reasonable relevant remark sake sample scenario scene scheme someplace
standpoint statistic suggestion summarize surrounding tendency theme thorough title token traditional uncertainty
understandable unfortunate unique unlike various verdict venture version welcome whatever wise wish wonder worth
worthwhile worthy
""".split()
)
_CATEGORIES = frozenset(
    "joint circle circles cycle cycles phase phases pattern patterns strategy complaint program regimen trial trials "
    "attempt attempts tries component movement movements company study technique procedure routine drill drills "
    "series".split()
)
_LIMBS = frozenset({"hand", "hands", "arm", "arms", "leg", "legs", "foot", "feet", "limb", "limbs", "extremity"})
_ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"], ["\n"], ["and"], ["+"], ["/"], ["("], [")"])
_UPON = frozenset({"on", "onto", "off", "with", "over"})
_BY_LIMB = frozenset(
    map(stem, "pivot turn twist hop kick push reach step stand lead bear load stamp lift grab hold".split())
)
_DIRECTING = frozenset({"up", "down", "below", "above", "over", "under"})
_STANDING = frozenset({"stance", "lead", "led", "leading", "forward", "fwd"})
_REACHED = frozenset({"met", "meet", "meets", "meeting"})
_POSTURES = frozenset("stood sat knelt lay lain squatted stands sits kneels lies".split())
_MODAL = frozenset("can could did not n't".split())
_SUFFIXES = ("tion", "sion", "ment", "ance", "ence", "ity", "ship", "ism")
_SHORTEST_ABSTRACT = 7


def is_phrasing(terms: Terms, index: int, bare: frozenset[str] = frozenset()) -> bool:
    """Tell whether a term without a partner only carries the sentence; a word in quotation marks never does.

    `bare` are the sides that the other text gives without a limb ("R 12").
    """
    at = terms.place[index]
    low = terms.reading.words.low[at].removesuffix("'s")
    if at in terms.quoted:
        return False
    if terms.is_source and _is_carried(terms, index):
        return True
    if low in _POSTURES and not _stands_at_figure(terms, at):
        return False
    if terms.kind(index) == "verb" and not is_deed(terms, at):
        return stem(low) not in _QUALITY
    if not terms.is_source and (_is_category(terms, at) or _is_limb(terms, at, bare)):
        return True
    if terms.kind(index) not in _PLAIN_KINDS:
        return False
    if low in _REACHED:
        return not _tells_goal(terms, index)
    if not terms.is_source and (stem(low) in _NARRATING or _is_bare_verb(terms, at)):
        return True
    if _is_general(low):
        return True
    if terms.is_source or _is_claiming_verb(low) or (low in CHANGES and not follows_figures(terms, index)):
        return False
    return is_said_of(terms, index)


def claims_alone(terms: Terms, index: int) -> bool:
    """Tell whether a word adds or turns a fact all by itself: a quality, how much, how sure, when, a task, a goal."""
    low = terms.reading.words.low[terms.place[index]]
    base = base_of_past(low) or low
    return low in _REACHED or not _ALONE.isdisjoint((low, stem(low), base, stem(base)))


def is_moved(low: str) -> bool:
    """A verb of movement tells what was done with a thing: "crossed", "swept"."""
    return low.endswith("ed") and stem(low) in _MOVED


def _stands_at_figure(terms: Terms, at: int) -> bool:
    """Thus: "the score stood at 22", whoever stood."""
    behind = terms.reading.words.low[at + 1 : at + 3]
    return behind[:1] == ["at"] and any(word[0].isdecimal() for word in behind)


def _is_carried(terms: Terms, index: int) -> bool:
    """What a note's word says is told with its neighbour, or nobody can tell what it says.

    A direction before its figure ("down to 5.2") goes with the figure, which is compared on its own. A word that no
    dictionary knows, by itself among words that are told, may be a slip of any.
    """
    at = terms.place[index]
    low = terms.reading.words.low
    if low[at] in _DIRECTING:
        return any(word[0].isdecimal() for word in low[at + 1 : at + 3])
    return at in terms.unread and any(
        terms.claims[other] and terms.sentence[other] == terms.sentence[index]
        for other in (index - 2, index - 1, index + 1, index + 2)
        if 0 <= other < len(terms.place)
    )


def _is_category(terms: Terms, at: int) -> bool:
    """A noun that only says of what kind the thing before it is: "elbow joint", "20 circles"."""
    low = terms.reading.words.low
    return (
        low[at] in _CATEGORIES
        and at > 0
        and (at - 1 in terms.told or low[at - 1][0].isdecimal() or low[at - 1] in NUMBER_WORDS or len(low[at - 1]) == 1)
    )


def bare_sides(terms: Terms) -> frozenset[str]:
    """Return the sides that are told of a limb that goes without saying.

    They stand right before a figure, or end a clause behind what is done on them: "not to pivot on R".
    """
    low = terms.reading.words.low
    return frozenset(
        sense.id
        for sense, first, last in terms.reading.mentions
        if sense.kind == "side"
        and (
            (last < len(low) and (low[last][0].isdecimal() or low[last] in _STANDING))
            or (low[last : last + 1] in _ENDS and low[first - 1] in _UPON and _is_done(terms, first - 2))
        )
    )


def _is_done(terms: Terms, at: int) -> bool:
    """A word tells a deed: "pivot", "weight bearing"."""
    return at >= 0 and any(
        terms.kind(one) in TASKS or stem(terms.reading.words.low[at]) in _BY_LIMB for one in terms.inside(at, at + 1)
    )


def _is_limb(terms: Terms, at: int, bare: frozenset[str]) -> bool:
    """The limb of a side that the note gives without one: "the right hand managed 12" for "R 12"."""
    low = terms.reading.words.low
    side = "bilateral" if at and low[at - 1] == "both" else low[at - 1]
    return low[at] in _LIMBS and at > 0 and side in bare


def _tells_goal(terms: Terms, index: int) -> bool:
    number = terms.sentence[index]
    if number < 0:
        return False
    span = terms.reading.sentences[number]
    return any(
        low.startswith(("goal", "stg", "ltg", "target", "aim"))
        for low in terms.reading.words.low[span.first : span.last]
    )


def is_deed(terms: Terms, at: int) -> bool:
    """A verb that somebody else's body does, or a state, is no skill: "the foot advanced", "was correct"."""
    low = terms.reading.words.low
    before = low[at - 1] if at else "."
    if before == "active" or low[at + 1 : at + 2] == ["at"]:
        return False
    if before in BE and not low[at].endswith(("ed", "ing", "en")):
        return False
    return not any(terms.reading.mentions[one].sense.kind == "part" for one in terms.reading.between(at - 1, at))


@lru_cache(maxsize=4096)
def _is_general(low: str) -> bool:
    """Tell whether a word is common English that names nothing."""
    root = stem(low)
    if root in _CLAIMING or low in _CLAIMING or low not in english():
        return False
    if root in _CARRYING:
        return True
    if base := base_of_past(low):
        return stem(base) in _CARRYING  # "lent", as "lend"
    if low.endswith(("ed", "ing")):
        return _is_verb(low)
    if low.endswith("ly"):
        return low.removesuffix("ly") in english() or low.removesuffix("ily") + "y" in english()
    return low.endswith(_SUFFIXES) and len(low) >= _SHORTEST_ABSTRACT and not _names_deed(low)


def _is_claiming_verb(word: str) -> bool:
    """A verb in any of its forms claims, or is none of common English: "falls", "fell", "to fall"."""
    return word not in english() or _is_form_of_claim(word)


@lru_cache(maxsize=4096)
def _is_form_of_claim(word: str) -> bool:
    base = base_of_past(word) or word
    return not _CLAIMING.isdisjoint((stem(word), stem(base), word, base))


def _is_bare_verb(terms: Terms, at: int) -> bool:
    """A general verb behind what takes its bare form: "the son is to install it", as "it was installed".

    Behind a bare "to" it tells an aim, or what somebody was cued or taught to do.
    """
    low = terms.reading.words.low
    forms = (low[at] + "ed", low[at] + "d", low[at].removesuffix("y") + "ied")
    led = low[at - 1 : at][:1] != [] and (low[at - 1] in _MODAL or (low[at - 1] == "to" and low[at - 2] in BE))
    return led and any(form in english() and _is_general(form) for form in forms)


def _names_deed(low: str) -> bool:
    """A noun of a verb that claims: "rotation" of rotate, "relaxation" of relax, "alignment" of align."""
    bases = (low.removesuffix("ation"), low.removesuffix("ation") + "ate", low.removesuffix("ment"))
    return any(base != low and stem(base) in _CLAIMING for base in bases)


def _is_verb(low: str) -> bool:
    """A form of a verb: all its other forms are English too."""
    base = low.removesuffix("ed") if low.endswith("ed") else low.removesuffix("ing")
    known = english()
    for lemma, stump in ((base, base), (base + "e", base), (base[:-1], base)):
        if len(lemma) > 2 and lemma in known and stump + "ing" in known and (stump + "ed" in known or low[-1] == "g"):
            return True
    return base.endswith("i") and base[:-1] + "y" in known
