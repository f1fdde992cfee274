from collections.abc import Sequence

from rewriter.evaluate.exam import Marks, Share, examine
from rewriter.evaluate.mutants import Faithful, Mutant, Papers, Source
from rewriter.findings import Finding

NOTE = "Step taps R LE 2x8, TC @ R quad, min A. Decr motor control. 20 min"
TEXT = (
    "Step taps of the right lower extremity, 2 sets of 8, with tactile cues at the right quadriceps and minimal "
    "assistance, to address decreased motor control. 20 minutes."
)
PAPERS = Papers(
    {"n1": Source("n1", NOTE), "n2": Source("n2", "Gait 40 ft w/ RW, CGA. 15 min")},
    {
        "r1": Faithful("r1", "n1", TEXT),
        "r2": Faithful("r2", "n2", "Gait 40 feet with rolling walker and contact guard."),
    },
    (
        Mutant("r1", "number", "2 sets", "3 sets"),
        Mutant("r1", "number", "sets of 8", "sets of 9"),
        Mutant("r1", "style", "Step taps", "Step taps", None),
    ),
)


def finding(code: str, start: int, end: int, text: str, side: str = "rewrite") -> Finding:
    return Finding(code, "name", "error", side, start, end, start, end, text, "", "model", (), "")


def digits(source: Source, text: str) -> Sequence[Finding]:
    """A judge that accuses every 3, a 9 in the wrong place, and every gait."""
    out = [finding("DOC101", 0, 1, "x")]
    if "3 sets" in text:
        out.append(finding("FID101", text.index("3 sets"), text.index("3 sets") + 1, "3"))
    if "of 9" in text:
        out.append(finding("FID101", 0, 4, "Step"))
    if text.startswith("Gait"):
        out.append(finding("FID105", 0, 4, "Gait"))
    return out


def marks() -> Marks:
    return examine(PAPERS, digits)


def test_changes_are_marked_caught_and_at_their_place_by_kind() -> None:
    assert marks().caught("number") == Share(2, 2, 1)
    assert marks().at_place("number") == Share(1, 2, 1)
    assert marks().at_place() == Share(1, 3, 1)
    assert marks().kinds == ("style", "number")


def test_an_error_against_a_faithful_rewrite_is_false() -> None:
    assert marks().accused == Share(1, 2, 2)
    assert marks().false_errors == 1


def test_an_error_that_the_faithful_rewrite_draws_too_catches_nothing() -> None:
    papers = Papers(PAPERS.sources, PAPERS.rewrites, (Mutant("r2", "number", "40 feet", "50 feet"),))
    assert examine(papers, digits).caught() == Share(0, 1, 1)


def test_a_finding_on_the_lost_words_of_the_source_is_at_its_place() -> None:
    def loses(source: Source, text: str) -> Sequence[Finding]:
        at = source.text.find("min A")
        return [] if "assistance" in text or at < 0 else [finding("FID201", at, at + 5, "min A", "source")]

    lost = Mutant("r1", "fact_drop", " and minimal assistance", "", "min A")
    papers = Papers(PAPERS.sources, PAPERS.rewrites, (lost,))
    assert examine(papers, loses).at_place() == Share(1, 1, 1)


def test_a_share_has_wilsons_interval_and_nothing_has_no_rate() -> None:
    assert round(Share(81, 263, 9).interval.low, 4) == 0.2553
    assert Share(0, 0, 0).rate is None


def test_our_own_validator_takes_the_exam() -> None:
    papers = Papers(PAPERS.sources, PAPERS.rewrites, PAPERS.mutants[:2])
    found = examine(papers)
    assert found.at_place() == Share(2, 2, 1)
    assert found.accused.count == 2
