"""Plain words that claim nothing beside what the other text holds.

Most are allowed by lines of the pack (`[plain]`), where words stand beside words. What takes more than that, a figure
to be worked out or the neighbours of a word to be looked up, is judged by the functions named here, each for its words.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from rewriter.calendar import MONTHS
from rewriter.fidelity.rewording.allowed import is_allowed
from rewriter.fidelity.rewording.byhand import is_hand_implied, is_hand_implied_there
from rewriter.fidelity.rewording.compounds import is_apart, is_told_apart
from rewriter.fidelity.rewording.derived import is_derived
from rewriter.fidelity.rewording.dressed import is_dressing_told, is_put_on
from rewriter.fidelity.rewording.enumerated import is_number_word
from rewriter.fidelity.rewording.lessened import WORDS as CHANGES_OF_TROUBLE
from rewriter.fidelity.rewording.lessened import is_change_of_trouble
from rewriter.fidelity.rewording.lettered import is_employed, is_equal, is_letter_of_pair
from rewriter.fidelity.rewording.likened import is_better, is_comparative, is_told_by_comparative, refers_back
from rewriter.fidelity.rewording.limbs import is_limb_of_deed
from rewriter.fidelity.rewording.placed import is_on_or_off, is_route, is_standing_on_pad
from rewriter.fidelity.rewording.reckoned import counts_along, counts_turns, is_share, is_spirometry
from rewriter.fidelity.rewording.solely import (
    is_before_less,
    is_done_alone,
    is_each_time,
    is_other_side_denied,
    is_rest_denied,
    is_told_alone,
)
from rewriter.fidelity.rewording.timing import (
    comes_after,
    is_all_planned,
    is_at_that_hour,
    is_before_stop,
    is_day_after,
    is_done_anew,
    is_month_of_date,
    is_out_from,
    is_turned_round,
    is_yet_to_do,
    was_so,
)
from rewriter.fidelity.rewording.willing import (
    STOPPED,
    is_ability_told,
    is_cut_short,
    is_refusal,
    is_refusal_there,
    is_stop_told,
)
from rewriter.fidelity.texts.terms import Terms
from rewriter.plain import PlainWords
from rewriter.reading.quantities.units import UNITS

Texts = Sequence[Terms]
Judge = Callable[[Terms, int, Texts], bool]


def _by_word(*rows: tuple[Judge, str]) -> Mapping[str, Sequence[Judge]]:
    found: dict[str, list[Judge]] = defaultdict(list)
    for judge, words in rows:
        for word in words.split():
            found[word].append(judge)
    return dict(found)


_SAID = _by_word(
    (is_share, "half halves third thirds quarter quarters fifth fifths tenth tenths"),
    (
        is_number_word,
        "twos threes fours fives sixes sevens eights nines tens second third fourth fifth double dual triple quadruple",
    ),
    (is_standing_on_pad, "stand stands standing stood"),
    (is_at_that_hour, "morning afternoon evening"),
    (is_each_time, "always"),
    (
        is_done_alone,
        "alone solo unaided unassisted single-handed single-handedly himself herself themselves itself own",
    ),
    (is_before_less, "only just merely"),
    (counts_along, " ".join(UNITS)),
    (
        counts_turns,
        "pass passes trip trips lap laps length lengths stretch stretches leg legs circuit circuits segment segments "
        "crossing crossings course courses outing outings interval intervals block blocks spell spells burst bursts",
    ),
    (is_spirometry, "incentive spirometer spirometry breath breaths"),
    (is_all_planned, "add adds adding introduce introduces introducing"),
    (is_yet_to_do, "will"),
    (comes_after, "before until prior"),
    (is_month_of_date, " ".join(MONTHS)),
    (is_before_stop, "before until prior"),
    (is_done_anew, "again further additional renewed repeated repeating repeat repeats fresh once more another anew"),
    (was_so, "formerly previously before beforehand earlier originally"),
    (is_route, "reaching reached reaches extending extends extended running runs going goes down far into"),
    (is_on_or_off, "donned donning don dons"),
    (is_equal, "equal equally even evenly same matching symmetrical symmetric symmetrically"),
    (is_employed, "worker employee employed employment operator works job occupation"),
    (is_put_on, "put puts putting donned donning dons don"),
    (is_refusal, "refuses refused declines declined unwilling refusing"),
    (is_cut_short, "cut cuts fell falls came stopped ended"),
    (is_better, "better greater farther"),
    (is_change_of_trouble, CHANGES_OF_TROUBLE),
    (is_limb_of_deed, "leg legs foot feet limb hand hands arm arms"),
    (is_hand_implied, "hand hands contact contacts touch touching touched"),
)
_TOLD = _by_word(
    (is_told_alone, "only"),
    (is_other_side_denied, "only"),
    (is_rest_denied, "only"),
    (is_turned_round, "before pre prior"),
    (is_day_after, "postoperative operative post-op postop pod day"),
    (is_dressing_told, "upper lower body ub lb dress dressing dressed drsg"),
    (is_ability_told, "can could able"),
    (is_change_of_trouble, CHANGES_OF_TROUBLE),
    (is_stop_told, " ".join(STOPPED)),
    (is_refusal_there, "wont won't wouldnt wouldn't"),
    (refers_back, "same"),
    (is_out_from, "post ago after since p"),
    (is_hand_implied_there, "ue ues bue bues upper extremity extremities hand hands"),
)
# These look at the form of a word.
_SAID_OF_ANY: Sequence[Judge] = (is_comparative, is_apart, is_derived, is_letter_of_pair)
_TOLD_OF_ANY: Sequence[Judge] = (is_told_by_comparative, is_told_apart, is_derived)


def is_plain(one: Terms, index: int, texts: Texts, plain: PlainWords) -> bool:
    """Tell whether a term of one text says in plain words, or leaves unsaid, no more than what the texts hold."""
    allowances, judges, others = (
        (plain.told, _TOLD, _TOLD_OF_ANY) if one.is_source else (plain.said, _SAID, _SAID_OF_ANY)
    )
    word = one.reading.words.low[one.place[index]]
    return is_allowed(one, index, texts, allowances.get(word, ())) or any(
        judge(one, index, texts) for judge in (*judges.get(word, ()), *others)
    )
