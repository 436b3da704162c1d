"""The pool: takes requests in, hands articles to workers, watches them, replaces what dies."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence

from extractor_api.logs import REQUEST_ID
from extractor_api.metrics import Metrics
from extractor_api.problems import ProblemError
from extractor_api.settings import Settings
from extractor_api.workers import errors
from extractor_api.workers.process import Parent, Worker
from extractor_api.workers.queue import Job, Pending, Queue
from extractor_api.workers.wire import Boot, Done, Failed, FromParent, Loaded, LoadFailed, Task
from extractor_schema import Engine

__all__ = ["Pool", "Ticket"]

_log = logging.getLogger("extractor_api.workers")
_GRACE = 1.0
"""Seconds that the reading of an article goes on after nobody waits for it any more."""
_PAUSE = 0.5
"""Seconds before another try where a process could not be started."""
_DEADLINE_CHARACTERS = 100_000
"""Code points that the deadline is meant for; a longer article gets more time in proportion."""
_HELLO = 20.0
"""Seconds within which a forked worker must say that it is there."""


class Ticket:
    """A request's place in the pool: its outcomes come in the order of its articles."""

    def __init__(self, job: Job, futures: Sequence[asyncio.Future[Done | ProblemError]]) -> None:
        self.job = job
        self.futures = futures

    async def outcomes(self) -> list[Done | ProblemError]:
        """Wait for all."""
        return [await future for future in self.futures]


class Pool:
    """`settings.worker_count` workers and the queue before them. Bound to the loop that `start` runs in."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self._queue = Queue(settings.queue_items, settings.queue_characters)
        self._workers: set[Worker] = set()
        self._idle: list[Worker] = []
        self._parent: Parent | None = None
        self._loaded: Loaded | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._speed = 20_000.0
        """Characters a second of one worker, a moving mean."""
        self._closing = False
        self.failed: asyncio.Event = asyncio.Event()
        """Set where the extractor can't be built as configured; nothing will ever be served."""
        self.failure = ""
        self.draining = False
        """Takes no more work."""
        metrics.watch(self)

    # -- state ------------------------------------------------------------

    @property
    def ready(self) -> int:
        """Workers that have said that they are there."""
        return sum(1 for worker in self._workers if worker.pid)

    @property
    def queue(self) -> Queue:
        """What waits and runs."""
        return self._queue

    @property
    def workers(self) -> list[Worker]:
        """The workers, oldest process first."""
        return sorted((worker for worker in self._workers if worker.pid), key=lambda worker: worker.pid)

    @property
    def loaded(self) -> Loaded | None:
        """What was loaded, None before that."""
        return self._loaded

    def engine(self) -> Engine:
        """What makes the results. Raises the problem `not-ready` before the pipeline is loaded."""
        return self._require().engine

    def ontology(self) -> bytes:
        """The ontology as JSON. Raises the problem `not-ready` before the pipeline is loaded."""
        return self._require().ontology

    def check_ready(self) -> int:
        """Number of workers. Raises `draining` or `not-ready` where no work would be taken on."""
        if self.draining or self._closing:
            raise errors.draining()
        if not self.ready:
            raise errors.not_ready()
        return self.ready

    def _require(self) -> Loaded:
        if self._loaded is None:
            raise errors.not_ready()
        return self._loaded

    # -- life ------------------------------------------------------------

    async def start(self) -> None:
        """Begin to load. Returns at once; `check_ready` tells when workers are there."""
        self._spawn(self._start_parent())

    async def close(self) -> None:
        """End the processes. What still waits gets the problem `draining`."""
        self._closing = True
        for task in self._tasks:
            task.cancel()
        for worker in list(self._workers):
            self._drop(worker)
            worker.kill() if worker.pending else worker.close()
        while (pending := self._queue.take()) is not None:
            self._queue.settle(pending, errors.draining())
        if self._parent is not None:
            await self._parent.close()

    def _spawn(self, coroutine: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _start_parent(self) -> None:
        settings = self._settings
        self._parent = Parent(self._on_parent, self._on_parent_lost)
        boot = Boot(settings.factory, settings.pipeline, settings.max_characters, settings.extensions)
        await self._parent.start(boot)

    def _on_parent(self, message: FromParent) -> None:
        if isinstance(message, Loaded):
            self._loaded = message
            _log.info("pipeline loaded", extra={"seconds": round(message.seconds, 3)})
            self._fill()
        elif isinstance(message, LoadFailed):
            self.failure = f"{message.kind}: {message.detail}"
            _log.error("the extractor can't be built", extra={"reason": self.failure})
            self.failed.set()
        elif message.status:
            _log.warning("worker ended", extra={"pid": message.pid, "status": message.status})

    def _on_parent_lost(self, parent: Parent) -> None:
        if self._closing or self.failed.is_set():
            return
        _log.error("the parent of the workers ended; starting another", extra={"pid": parent.pid})
        self._metrics.restarted("parent")
        self._spawn(self._again())

    async def _again(self) -> None:
        await asyncio.sleep(_PAUSE)
        if self._parent is not None:
            await self._parent.close(0.1)
        await self._start_parent()

    # -- workers ------------------------------------------------------------

    def _fill(self) -> None:
        """Have as many workers as wanted."""
        while not self._closing and len(self._workers) < self._settings.worker_count:
            worker = Worker(on_ready=self._on_ready, on_outcome=self._on_outcome, on_lost=self._on_lost)
            self._workers.add(worker)
            self._spawn(self._fork(worker))

    async def _fork(self, worker: Worker) -> None:
        try:
            if self._parent is None:
                raise ConnectionResetError
            await self._parent.fork(worker)
        except OSError:
            self._workers.discard(worker)
            return  # another parent is being started, and fills the pool
        worker.timer = asyncio.get_running_loop().call_later(_HELLO, worker.kill)

    def _on_ready(self, worker: Worker) -> None:
        worker.stop_timer()
        self._idle.append(worker)
        self._dispatch()

    def _on_outcome(self, worker: Worker, message: Done | Failed) -> None:
        seconds = asyncio.get_running_loop().time() - worker.begun
        pending = worker.finish()
        if worker.memory > self._settings.worker_memory:
            self._retire(worker, "memory")
        elif worker in self._workers:
            self._idle.append(worker)
        if pending is not None:
            self._finish(pending, message, seconds)
        self._dispatch()

    def _finish(self, pending: Pending, message: Done | Failed, seconds: float) -> None:
        self._metrics.later.do(self._metrics.ran, pending.characters, message, seconds)
        if isinstance(message, Done):
            self._speed += 0.1 * (pending.characters / max(seconds, 1e-4) - self._speed)
            self._queue.settle(pending, message)
            return
        if message.trace:
            _log.error(
                "extraction failed", extra={"trace": list(message.trace), "request_id": pending.request_id}
            )
        self._queue.settle(pending, _as_error(message))

    def _on_lost(self, worker: Worker) -> None:
        pending = worker.finish()
        self._drop(worker)
        if pending is not None:
            self._lost(pending)
        if self._closing or worker.retired:
            return
        self._metrics.restarted("crash")
        if worker.pid:
            self._fill()
        else:
            self._spawn(self._fill_later())
        self._dispatch()

    async def _fill_later(self) -> None:
        await asyncio.sleep(_PAUSE)
        self._fill()

    def _lost(self, pending: Pending) -> None:
        """An article lost its worker: by its deadline, or by a crash, after which it is tried once more."""
        pending.attempts += 1
        name = pending.request_id
        _log.warning("article lost its worker", extra={"request_id": name, "attempts": pending.attempts})
        if pending.verdict is not None:
            self._queue.settle(pending, pending.verdict)
        elif pending.job is not None and pending.job.abandoned:
            self._queue.settle(pending, errors.draining())
        elif pending.attempts > 1:
            self._queue.settle(pending, errors.crashed())
        else:
            self._queue.put_back(pending)

    def _drop(self, worker: Worker) -> None:
        self._workers.discard(worker)
        if worker in self._idle:
            self._idle.remove(worker)

    def _retire(self, worker: Worker, reason: str) -> None:
        """Take a worker out of service and have another one forked."""
        worker.retired = reason
        self._drop(worker)
        self._metrics.restarted(reason)
        _log.info("worker replaced", extra={"reason": reason, "pid": worker.pid, "memory": worker.memory})
        self._fill()
        if worker.pending is None:
            worker.close()
        else:
            worker.kill()

    # -- work ------------------------------------------------------------

    def check_room(self, tasks: Sequence[Task]) -> None:
        """Raises `queue-full`, `not-ready` or `draining` where the tasks would not be taken in now."""
        self.check_admitting()
        if not self._queue.fits(len(tasks), sum(len(task.article.text) for task in tasks)):
            raise errors.queue_full(self.retry_after(), self._queue.items)

    def submit(self, tasks: Sequence[Task], *, patient: bool = False) -> Ticket:
        """Take a request in; one that is not `patient` gets `queue-timeout` where it is not begun in time.

        Raises `queue-full`, `not-ready` or `draining` where it can't be taken in.
        """
        try:
            self.check_room(tasks)
        except ProblemError as error:
            self._metrics.refused(error.name)
            raise
        loop = asyncio.get_running_loop()
        futures: list[asyncio.Future[Done | ProblemError]] = [loop.create_future() for _ in tasks]
        now = loop.time()
        job = Job(
            [
                Pending(task, now, _resolver(future), REQUEST_ID.get())
                for task, future in zip(tasks, futures, strict=True)
            ]
        )
        self._queue.put(job)
        self._dispatch()
        if not job.begun and not patient:
            loop.call_later(self._settings.queue_wait, self._expire, job)
        return Ticket(job, futures)

    def check_admitting(self) -> None:
        """Raises `draining`, or `not-ready` before the pipeline is loaded."""
        if self.draining or self._closing:
            raise errors.draining()
        self._require()

    def retry_after(self) -> int:
        """Seconds until the work that is inside will probably be done, from 1 to 30."""
        seconds = self._queue.characters / (self._speed * self._settings.worker_count)
        return min(30, max(1, round(seconds)))

    def abandon(self, ticket: Ticket) -> None:
        """Nobody waits for the request any more: drop what waits, and soon end what runs."""
        job = ticket.job
        if job.abandoned or not job.open:
            return
        job.abandoned = True
        for pending in self._queue.withdraw(job):
            self._metrics.refused("abandoned")
            self._queue.settle(pending, errors.draining())
        asyncio.get_running_loop().call_later(_GRACE, self._end_abandoned, job)

    def _end_abandoned(self, job: Job) -> None:
        for worker in list(self._workers):
            if worker.pending is not None and worker.pending.job is job:
                self._retire(worker, "abandoned")

    def _expire(self, job: Job) -> None:
        if job.begun:
            return
        problem = errors.waited_too_long(self._settings.queue_wait, self.retry_after())
        for pending in self._queue.withdraw(job):
            self._metrics.refused("queue-timeout")
            self._queue.settle(pending, problem)

    def _dispatch(self) -> None:
        loop = asyncio.get_running_loop()
        while self._idle and (pending := self._queue.take()) is not None:
            if pending.outcome is not None:
                continue
            worker = self._idle.pop()
            now = loop.time()
            self._metrics.later.do(self._metrics.waited, now - pending.entered)
            limit = self._settings.deadline * max(1.0, pending.characters / _DEADLINE_CHARACTERS)
            worker.run(pending, now, loop.call_later(limit, self._too_late, worker, pending, limit))

    def _too_late(self, worker: Worker, pending: Pending, limit: float) -> None:
        if worker.pending is pending:
            pending.verdict = errors.too_late(limit)
            self._retire(worker, "deadline")


def _resolver(future: asyncio.Future[Done | ProblemError]) -> Callable[[Done | ProblemError], None]:
    def resolve(outcome: Done | ProblemError) -> None:
        if not future.done():
            future.set_result(outcome)

    return resolve


def _as_error(message: Failed) -> ProblemError:
    name = message.problem.type.rpartition("#")[2]
    error = ProblemError(name)
    error.problem = message.problem
    return error
