"""Problems that the pool answers with."""

from __future__ import annotations

from extractor_api.problems import ProblemError

__all__ = ["crashed", "draining", "not_ready", "queue_full", "too_late", "waited_too_long"]


def queue_full(retry_after: int, waiting: int) -> ProblemError:
    """More is waiting than the queue takes."""
    return ProblemError("queue-full", f"{waiting} articles are waiting or running", retry_after=retry_after)


def waited_too_long(limit: float, retry_after: int) -> ProblemError:
    """No article of the request was begun in time."""
    return ProblemError(
        "queue-timeout",
        f"none of the articles was begun within {limit:g} s",
        limit=limit,
        retry_after=retry_after,
    )


def too_late(limit: float) -> ProblemError:
    """The reading of one article took too long."""
    return ProblemError("deadline-exceeded", f"the reading was stopped after {limit:g} s", limit=limit)


def crashed() -> ProblemError:
    """Two workers died on the article."""
    return ProblemError("worker-crashed", "two workers ended while they read the article")


def not_ready() -> ProblemError:
    """No worker is there yet."""
    return ProblemError("not-ready", "the workers are being loaded", retry_after=2)


def draining() -> ProblemError:
    """The service is about to end."""
    return ProblemError(
        "draining", "the service takes no more work", retry_after=1, headers={"Connection": "close"}
    )
