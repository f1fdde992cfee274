"""Closed lists of verbs by who does them: a patient, or a part of the body by itself."""

# A patient's own deeds in the present: therapists write of theirs in the past.
DOES = frozenset(
    "ambulates answers appears asks attends avoids bears benefits bites bumps catches chews circumducts climbs "
    "closes clenches comes completes compensates complains copes copies coughs counts crawls cries crosses cruises "
    "denies "
    "dislikes does drags draws drifts drinks drives drools eats enjoys falls fatigues fears feeds festinates fires "
    "fixates follows forgets freezes gets goes grabs grasps grimaces grips grunts guards has hates hesitates "
    "holds hops hyperextends ignores initiates jumps keeps kicks knows lacks laughs leads leans likes locks "
    "looks loses maintains makes manages misses moves mouths navigates neglects opens overreaches overshoots "
    "parks pauses plays points prefers presents props propels pulls pushes reaches reads recalls recognizes "
    "refuses releases remembers repeats resists responds rests rolls runs rushes says scans scoots seems selects "
    "self-corrects self-cues self-feeds self-initiates self-propels sequences shifts shows shuffles sits skips "
    "sleeps smiles speaks squats stands starts steps stops struggles substitutes swallows sways swings takes "
    "talks tends throws tilts tires toe-walks tolerates tracks transfers tries trips turns types understands uses "
    "vaults veers voids walks wants watches wears winces w-sits works writes".split()
)
# Nouns as often as verbs: with a dose, or behind what belongs to it, such a word is a thing.
NOUNS = frozenset(
    "bumps catches counts falls freezes guards holds hops jumps kicks leans lifts limits plays rests rolls shifts "
    "squats starts steps stops swings transfers trips turns".split()
)
# What a part of the body, a symptom or a value did by itself: a whole sentence as it stands.
WENT = frozenset(
    "settles resolves improves worsens eases subsides returns fluctuates persists lessens centralizes "
    "blanched centralized cleared continued deteriorated diminished dropped eased faded fatigued fluctuated "
    "improved increased lessened persisted peripheralized plateaued recovered remained resolved returned rose "
    "settled subsided worsened decreased buckled drags clears clicks drifts drops hikes hurts lags pops "
    "shakes stays tightens tracks trembles dives caves collapses buckles wobbles keeps keep stay gives claw "
    "claws".split()
)
# What somebody had to be given.
NEEDED = frozenset("need needs needed requires required".split())
# They say how somebody or something is.
LINKING = frozenset("appears seems looks feels gets becomes remains stays sounds appeared seemed looked felt".split())
# "Needed mirror" is of one mirror, as "with mirror" is.
TAKING = frozenset("needed needs used uses required requires issued ordered".split())
