"""Numbers for Prometheus. One registry for each application, so that several live in one process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from extractor_api.later import Later

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prometheus_client.metrics_core import Metric

    from extractor_api.workers.pool import Pool
    from extractor_api.workers.wire import Done, Failed

__all__ = ["METRICS_TYPE", "Metrics"]

METRICS_TYPE = "text/plain; version=0.0.4"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Every number of one application."""

    def __init__(self) -> None:
        self.later = Later()
        """What counts: nobody has to wait for it."""
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        self._requests = Counter(
            "newsact_requests",
            "Answers, by path template, method and status.",
            ("path", "method", "status"),
            registry=registry,
        )
        self._request_seconds = Histogram(
            "newsact_request_seconds",
            "Time from a request's head to its answer's end.",
            ("path",),
            registry=registry,
            buckets=_SECONDS,
        )
        self._articles = Counter(
            "newsact_articles",
            "Articles, by outcome: `ok` or the problem's name.",
            ("outcome",),
            registry=registry,
        )
        self._characters = Counter(
            "newsact_characters", "Code points of the articles read.", registry=registry
        )
        self._events = Counter("newsact_events", "Events found, by type.", ("type",), registry=registry)
        self._wait = Histogram(
            "newsact_queue_wait_seconds",
            "Time that an article waited for a worker.",
            registry=registry,
            buckets=_SECONDS,
        )
        self._run = Histogram(
            "newsact_run_seconds", "Time that a worker had an article.", registry=registry, buckets=_SECONDS
        )
        self._restarts = Counter(
            "newsact_worker_restarts",
            "Replaced processes, by reason: crash, deadline, memory, abandoned, parent.",
            ("reason",),
            registry=registry,
        )

    def watch(self, pool: Pool) -> None:
        """Read gauges off `pool` whenever the numbers are asked for."""
        gauges = {
            "newsact_queue_items": ("Articles that wait or run.", lambda: pool.queue.items),
            "newsact_queue_characters": ("Code points that wait or run.", lambda: pool.queue.characters),
            "newsact_queue_waiting": ("Articles that wait.", lambda: pool.queue.waiting),
            "newsact_workers": ("Workers that are there.", lambda: pool.ready),
        }
        for name, (text, read) in gauges.items():
            Gauge(name, text, registry=self._registry).set_function(read)
        self._registry.register(_Memory(pool))

    def answered(self, path: str, method: str, status: int, seconds: float) -> None:
        """A request was answered; `path` is the route's template, so that there are few."""
        self._requests.labels(path, method, str(status)).inc()
        self._request_seconds.labels(path).observe(seconds)

    def waited(self, seconds: float) -> None:
        """An article left the queue."""
        self._wait.observe(seconds)

    def ran(self, characters: int, outcome: Done | Failed, seconds: float) -> None:
        """A worker answered."""
        self._run.observe(seconds)
        self._characters.inc(characters)
        problem = getattr(outcome, "problem", None)
        self._articles.labels("ok" if problem is None else problem.type.rpartition("#")[2]).inc()
        for name, count in getattr(outcome, "events", {}).items():
            self._events.labels(name).inc(count)

    def refused(self, name: str) -> None:
        """An article was not read."""
        self._articles.labels(name).inc()

    def restarted(self, reason: str) -> None:
        """A process is replaced."""
        self._restarts.labels(reason).inc()

    def text(self) -> bytes:
        """All numbers in Prometheus' text format."""
        self.later.catch_up()
        return generate_latest(self._registry)


class _Memory(Collector):
    """Resident memory of each worker, by its place; computed when asked for, so that no dead worker stays."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def collect(self) -> Iterable[Metric]:
        from prometheus_client.metrics_core import GaugeMetricFamily

        family = GaugeMetricFamily(
            "newsact_worker_memory_bytes", "Resident memory of a worker at its last word.", labels=["worker"]
        )
        for place, worker in enumerate(self._pool.workers):
            family.add_metric([str(place)], worker.memory)
        yield family
