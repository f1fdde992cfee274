from dataclasses import replace

from tests.evaluated import measure, request, written


def test_what_all_requests_took_is_added_up() -> None:
    run = replace(written(trace=(request(read=300, wrote=80), request(read=100, wrote=20))), seconds=1.5, cost=0.02)
    names = ("tokens", "tokens_written", "cost", "seconds")
    assert [measure(name, run) for name in names] == [500, 100, 0.02, 1.5]


def test_an_unknown_price_is_no_price_of_nothing() -> None:
    assert measure("cost", written()) is None
    assert measure("tokens", written()) == 0
