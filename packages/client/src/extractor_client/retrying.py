"""When to try again."""

from __future__ import annotations

import random

import msgspec

from extractor_client.errors import ClientError, Problem, Unreachable

__all__ = ["Retry"]


class Retry(msgspec.Struct, frozen=True):
    """How often to try, and how long apart: with jitter, and never before the service says so."""

    attempts: int = 5
    """Tries in all."""
    first: float = 0.25
    """Most seconds before the second try; doubled each time."""
    longest: float = 30.0
    """Most seconds between two tries; where the service asks for more, the error is raised at once."""

    def pause(self, attempt: int, error: ClientError) -> float | None:
        """Seconds to wait after try number `attempt` failed; None where another would not help."""
        if attempt >= self.attempts:
            return None
        jitter = random.uniform(0.0, min(self.longest, self.first * 2.0 ** (attempt - 1)))
        if isinstance(error, Problem):
            if error.retry_after is None or error.retry_after > self.longest:
                return None
            return error.retry_after + jitter
        return jitter if isinstance(error, Unreachable) else None
