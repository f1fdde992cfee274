"""What is counted, for Prometheus: requests, results, model calls, what is in work. No text, no ids, no clients."""

from collections.abc import Callable
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_1_0_0

from rewriter.loop import Reply

MEDIA_TYPE = CONTENT_TYPE_PLAIN_1_0_0
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


@dataclass
class Metrics:
    """The counters of one service, in a registry of their own."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)

    def __post_init__(self) -> None:
        def counter(name: str, about: str, *labels: str) -> Counter:
            return Counter(name, about, labels, namespace="rewriter", registry=self.registry)

        def histogram(name: str, about: str, *labels: str) -> Histogram:
            return Histogram(name, about, labels, namespace="rewriter", registry=self.registry, buckets=_SECONDS)

        self._requests = counter("requests", "Requests by route and status.", "route", "status")
        self._seconds = histogram("request_seconds", "Seconds from a request to the end of its reply.", "route")
        self._results = counter("results", "Results of notes and checks by how they ended.", "kind", "status")
        self._calls = counter("model_calls", "Requests to a model by how they ended.", "outcome")
        self._call_seconds = histogram("model_call_seconds", "Seconds of a request to a model.")
        self._tokens = counter("model_tokens", "Tokens that the model's server counted.", "direction")

    def watch(self, name: str, about: str, read: Callable[[], float]) -> None:
        """Show a number that somebody else keeps."""
        Gauge(name, about, namespace="rewriter", registry=self.registry).set_function(read)

    def count_request(self, route: str, status: int, seconds: float) -> None:
        """Count a request; `route` is its template, never its path."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def count_result(self, kind: str, status: str) -> None:
        """Count a result."""
        self._results.labels(kind, status).inc()

    def count_call(self, reply: Reply) -> None:
        """Count a request to a model."""
        self._calls.labels(reply.outcome).inc()
        self._call_seconds.observe(reply.seconds)
        self._tokens.labels("in").inc(reply.usage.input)
        self._tokens.labels("out").inc(reply.usage.output)

    def show(self) -> bytes:
        """Return all counters as Prometheus reads them."""
        return generate_latest(self.registry)
