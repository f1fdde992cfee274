from rewriter.punctuation import BREAKS, CLAUSE_ENDS, DASHES, FULL_STOPS, LONG_DASHES, MARKS


def test_what_ends_a_sentence_ends_its_last_clause() -> None:
    assert BREAKS < CLAUSE_ENDS < MARKS
    assert BREAKS < FULL_STOPS
    assert {".", "\n"} <= BREAKS


def test_a_hyphen_is_no_long_dash() -> None:
    assert {"-"} == DASHES - LONG_DASHES
