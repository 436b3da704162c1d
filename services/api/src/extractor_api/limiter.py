"""A rate for each caller, counted in articles, so that a batch of fifty costs fifty."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import msgspec

from extractor_api.problems import ProblemError

__all__ = ["Limiter", "Rate"]

WINDOW = 60.0
"""Seconds over which the rate is counted."""
_MOST_CALLERS = 10_000


class Rate(msgspec.Struct, frozen=True):
    """What a caller has left."""

    limit: int
    remaining: int
    reset: int
    """Seconds until the whole of it is there again."""

    def headers(self) -> list[tuple[bytes, bytes]]:
        """The RateLimit fields of the HTTP working group's draft."""
        policy = f'"articles";q={self.limit};w={WINDOW:.0f}'
        rate = f'"articles";r={self.remaining};t={self.reset}'
        return [(b"ratelimit-policy", policy.encode()), (b"ratelimit", rate.encode())]


class Limiter:
    """Buckets that fill steadily: `limit` articles a minute, as many at once. 0 is no limit."""

    def __init__(self, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def charge(self, caller: str, articles: int) -> Rate:
        """Take `articles` from the caller's bucket. Raises `rate-limited` where it holds less.

        A request that is greater than the whole bucket is let in when the bucket is full.
        """
        now = self._clock()
        held, at = self._buckets.get(caller, (float(self.limit), now))
        held = min(float(self.limit), held + (now - at) * self.limit / WINDOW)
        wanted = min(articles, self.limit)
        if held + 1e-9 < wanted:
            wait = math.ceil((wanted - held) * WINDOW / self.limit)
            raise ProblemError(
                "rate-limited",
                f"{self.limit} articles a minute are allowed",
                limit=self.limit,
                value=articles,
                retry_after=max(1, wait),
                headers={name.decode(): value.decode() for name, value in self._rate(held).headers()},
            )
        held -= wanted
        self._buckets[caller] = (held, now)
        if len(self._buckets) > _MOST_CALLERS:
            self._forget(now)
        return self._rate(held)

    def _rate(self, held: float) -> Rate:
        return Rate(self.limit, math.floor(held + 1e-9), math.ceil((self.limit - held) * WINDOW / self.limit))

    def _forget(self, now: float) -> None:
        """Drop the buckets that are full again: they hold no news."""
        full = [caller for caller, (_, at) in self._buckets.items() if now - at > WINDOW]
        for caller in full:
            del self._buckets[caller]
