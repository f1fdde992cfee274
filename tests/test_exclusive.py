"""The families of qualities are well made: no expression tells two of one family."""

from rewriter.fidelity.texts.exclusive import families


def test_no_expression_tells_two_qualities_of_a_family() -> None:
    for qualities, *_ in families():
        told = [form for sure, _ in qualities for form in sure]
        assert len(qualities) > 1
        assert len(told) == len(set(told))


def test_what_tells_a_quality_is_not_only_its_sign() -> None:
    for qualities, *_ in families():
        assert all(sure and not sure & unsure for sure, unsure in qualities)


def test_whatever_tells_a_quality_begins_with_an_opening() -> None:
    for family in families():
        assert {form[0] for sure, _ in family.qualities for form in sure} == family.openings
