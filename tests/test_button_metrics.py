"""What is counted has no text, and each service has its own counters."""

from rewriter.button.metrics import Metrics
from rewriter.loop import Reply, Usage


def test_requests_results_and_calls_are_counted() -> None:
    metrics = Metrics()
    metrics.count_request("/v1/improve", 200, 0.2)
    metrics.count_result("improve", "accepted")
    metrics.count_call(Reply("ok", "text", Usage(100, 20), "request-id", "model-name", 1.5))
    metrics.watch("in_work", "Requests in work.", lambda: 3)
    shown = metrics.show().decode()
    assert 'rewriter_requests_total{route="/v1/improve",status="200"} 1.0' in shown
    assert 'rewriter_results_total{kind="improve",status="accepted"} 1.0' in shown
    assert 'rewriter_model_tokens_total{direction="in"} 100.0' in shown
    assert "rewriter_in_work 3.0" in shown
    assert not any(word in shown for word in ("text=", "request-id", "model-name"))


def test_two_services_count_apart() -> None:
    one, two = Metrics(), Metrics()
    one.count_result("check", "pass")
    assert 'status="pass"' not in two.show().decode()
