"""What waits: bounded in articles and in characters, and fair between requests.

Requests take turns, one article each, so that a single article does not wait behind a whole batch. Nothing
here
knows of processes or of the loop; the pool drives it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from extractor_api.problems import ProblemError
from extractor_api.workers.wire import Done, Task

__all__ = ["Job", "Pending", "Queue"]

Outcome = Done | ProblemError


class Pending:
    """One article on its way. `resolve` hands its outcome to whoever waits, exactly once."""

    __slots__ = (
        "attempts",
        "characters",
        "entered",
        "job",
        "outcome",
        "request_id",
        "resolve",
        "task",
        "verdict",
    )

    def __init__(
        self, task: Task, entered: float, resolve: Callable[[Outcome], None], request_id: str | None = None
    ) -> None:
        self.task = task
        self.characters = len(task.article.text)
        self.entered = entered
        self.resolve = resolve
        self.request_id = request_id
        self.attempts = 0
        self.outcome: Outcome | None = None
        self.verdict: ProblemError | None = None
        """Why its worker was killed, where the pool did it."""
        self.job: Job | None = None


class Job:
    """The articles of one request."""

    __slots__ = ("abandoned", "begun", "open", "waiting")

    def __init__(self, waiting: Sequence[Pending]) -> None:
        self.waiting = deque(waiting)
        self.open = len(waiting)
        """Articles that have no outcome yet."""
        self.begun = False
        self.abandoned = False
        for pending in waiting:
            pending.job = self


class Queue:
    """Bounds what is inside (waiting and running) and says what comes next."""

    def __init__(self, max_items: int, max_characters: int) -> None:
        self._max_items = max_items
        self._max_characters = max_characters
        self._jobs: deque[Job] = deque()
        self._again: deque[Pending] = deque()
        self.items = 0
        """Articles that wait or run."""
        self.characters = 0
        """Code points that wait or run."""

    def fits(self, items: int, characters: int) -> bool:
        """Whether so much more may come in."""
        return self.items + items <= self._max_items and self.characters + characters <= self._max_characters

    def put(self, job: Job) -> None:
        """Take in a request that fits."""
        self.items += len(job.waiting)
        self.characters += sum(pending.characters for pending in job.waiting)
        self._jobs.append(job)

    def put_back(self, pending: Pending) -> None:
        """Put an article that lost its worker before all others."""
        self._again.append(pending)

    def take(self) -> Pending | None:
        """The next article to run; None where nothing waits."""
        if self._again:
            return self._again.popleft()
        while self._jobs:
            job = self._jobs.popleft()
            if not job.waiting:
                continue
            pending = job.waiting.popleft()
            if job.waiting:
                self._jobs.append(job)
            job.begun = True
            return pending
        return None

    def withdraw(self, job: Job) -> list[Pending]:
        """Take out what still waits of a request."""
        withdrawn = list(job.waiting)
        job.waiting.clear()
        return withdrawn

    def settle(self, pending: Pending, outcome: Outcome) -> None:
        """An article has its outcome and makes room for others."""
        if pending.outcome is not None:
            return
        pending.outcome = outcome
        self.items -= 1
        self.characters -= pending.characters
        if pending.job is not None:
            pending.job.open -= 1
        pending.resolve(outcome)

    @property
    def waiting(self) -> int:
        """Articles that wait."""
        return len(self._again) + sum(len(job.waiting) for job in self._jobs)
