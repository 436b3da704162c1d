"""Streams of articles: read a few together, or by several processes that share what is loaded.

A worker that dies, say for want of memory, takes nobody's results with it: what it was reading is read again
article by article, and an article that kills its worker twice becomes an error record.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from extractor.errors import ExtractionFailed
from extractor.frames.products import one_thread
from extractor_schema import Article, ErrorDetail, ErrorRecord, Record

__all__ = ["Reading", "groups", "spread"]

Reading = Callable[[Sequence[Article]], list[Record]]
"""Reads some articles together and gives a record for each, in order."""

_GROUP_CHARACTERS = 48_000
_GROUP_ARTICLES = 96
_AHEAD = 2
"""Groups a worker that are taken from the stream before the first of their results is asked for."""
_PIECES = 4
"""Pieces of each of the last groups of a stream."""
_TRIES = 2
_REST = 0.2
"""Seconds without work after which a worker gives back the memory that it does not use."""
_BUSY = 8
"""Groups after which it does so when it gets no rest."""


def groups(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in groups that are worth parsing together; a long article is a group of its own."""
    group: list[Article] = []
    size = 0
    for article in articles:
        group.append(article)
        size += len(str(article.text))  # what is no text is refused by the reading, not here
        if size >= _GROUP_CHARACTERS or len(group) >= _GROUP_ARTICLES:
            yield group
            group, size = [], 0
    if group:
        yield group


@dataclass(slots=True, eq=False)
class _Task:
    """Some neighbouring articles, and their records once they are there."""

    articles: list[Article]
    tries: int = 0
    records: list[Record] | None = None
    parts: list[_Task] = field(default_factory=list)

    def done(self) -> bool:
        return self.records is not None or (bool(self.parts) and all(part.done() for part in self.parts))

    def result(self) -> list[Record]:
        return self.records or [record for part in self.parts for record in part.result()]


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any
    connection: Connection
    task: _Task | None = None


def spread(build: Callable[[], Reading], articles: Iterable[Article], workers: int) -> Iterator[Record]:
    """A record for each article, in order, read by so many processes.

    Where the system can fork, `build` is called here once and the workers share what it loads, page by page
    until one writes to it; elsewhere each worker calls it, and it must be picklable. No more articles are
    taken from the stream than the workers need to be busy. The processes end with the iterator, and with
    this process.
    """
    pool = _Pool(build, workers)
    window: deque[_Task] = deque()
    todo: deque[_Task] = deque()
    source = groups(articles)
    more = True
    try:
        pool.start()
        while more or window:
            while more and len(window) < workers * (_AHEAD + 1):
                group = next(source, None)
                if group is None:
                    more = False
                    _cut_up(todo, workers)
                    break
                task = _Task(group)
                window.append(task)
                todo.append(task)
                pool.hand_out(todo)
            while window and window[0].done():
                yield from window.popleft().result()
                pool.hand_out(todo)
            if window and not window[0].done():
                pool.collect(todo)
    finally:
        pool.stop()


def _cut_up(todo: deque[_Task], count: int) -> None:
    """Cut the last so many tasks into pieces, so that no worker has long to read when the others are done."""
    last = [todo.pop() for _ in range(min(count, len(todo)))]
    for task in reversed(last):
        size = -(-len(task.articles) // _PIECES)
        task.parts = [
            _Task(task.articles[start : start + size]) for start in range(0, len(task.articles), size)
        ]
        todo.extend(task.parts)


class _Pool:
    """The workers, each at one task at a time."""

    def __init__(self, build: Callable[[], Reading], count: int) -> None:
        shared = "fork" in multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("fork" if shared else "spawn")
        self._build = build
        self._read = build() if shared else None
        self._workers: list[_Worker] = []
        self._count = count
        self._held = ExitStack()

    def start(self) -> None:
        """Make ready for workers; each begins when there is a task for it."""
        if self._read is not None:
            gc.freeze()  # or the workers' collector would write to all pages that they share
            # A fork ends the threads of numpy's BLAS; new ones would spin for a while beside the workers.
            self._held.enter_context(one_thread())

    def _begin(self) -> _Worker:
        here, there = self._context.Pipe()
        inherited = [here, *(worker.connection for worker in self._workers)] if self._read is not None else []
        process = self._context.Process(
            target=_work,
            args=(there, self._read or self._build, self._read is not None, inherited),
            daemon=True,
        )
        with warnings.catch_warnings(), one_thread():
            warnings.simplefilter(
                "ignore", DeprecationWarning
            )  # a forked worker uses no lock of another thread
            process.start()
        there.close()
        return _Worker(process, here)

    def hand_out(self, todo: deque[_Task]) -> None:
        """Give each idle worker a task, those that have not begun yet as well."""
        for place in range(self._count):
            if not todo:
                return
            if place == len(self._workers):
                self._workers.append(self._begin())
            if self._workers[place].task is None:
                self._hand_over(place, todo)

    def _hand_over(self, place: int, todo: deque[_Task]) -> None:
        """Give an idle worker the next task. One that has died idle is replaced, and no article is to blame
        for it, unless its replacements die as well.
        """
        for _ in range(_TRIES):
            worker, task = self._workers[place], todo[0]
            if worker.process.is_alive():
                try:
                    worker.connection.send(task.articles)
                except OSError:
                    pass
                else:
                    worker.task = todo.popleft()
                    return
            self._replace(place, todo)
        self._workers[place].task = todo.popleft()
        self._replace(place, todo)

    def collect(self, todo: deque[_Task]) -> None:
        """Wait for a result, or for the end of a worker."""
        busy = {worker.connection: place for place, worker in enumerate(self._workers) if worker.task}
        if not busy:  # nothing could be handed out
            self.hand_out(todo)
            return
        for ready in wait(list(busy)):
            place = busy[ready]  # type: ignore[index]
            worker = self._workers[place]
            try:
                records = worker.connection.recv()
            except (EOFError, OSError):
                self._replace(place, todo)
                continue
            if worker.task is not None:
                worker.task.records = records
            worker.task = None
        self.hand_out(todo)

    def _replace(self, place: int, todo: deque[_Task]) -> None:
        """A new worker for one that died; its articles are tried again, each alone."""
        worker = self._workers.pop(place)
        worker.connection.close()
        worker.process.kill()
        worker.process.join()
        code, task = worker.process.exitcode, worker.task
        self._workers.insert(place, self._begin())
        if task is None:
            return
        tries = task.tries + 1
        if len(task.articles) > 1:
            task.parts = [_Task([article], tries) for article in task.articles]
            todo.extendleft(reversed(task.parts))
        elif tries < _TRIES:
            task.tries = tries
            todo.appendleft(task)
        else:
            reason = f"the process that read it died twice (exit code {code})"
            task.records = [
                ErrorRecord(id=task.articles[0].id, error=ErrorDetail(ExtractionFailed.type, reason))
            ]

    def stop(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()
        self._workers.clear()
        if self._read is not None:
            gc.unfreeze()
        self._held.close()


def _work(connection: Connection, make: Any, is_built: bool, inherited: Sequence[Connection]) -> None:
    """A worker's life: it leaves stopping to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    read: Reading = make if is_built else make()
    give_back = _giving_back()
    since = 0
    while True:
        try:
            if since and (since == _BUSY or not connection.poll(_REST)):
                give_back()
                since = 0
            articles = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_records(read, articles))
        since += 1


def _giving_back() -> Callable[[], object]:
    """What gives the system the memory that groups have left free, where the C library (glibc) would keep
    it; nothing elsewhere. Pages that are used again afterwards must be made anew, which takes time.
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return lambda: None
    return lambda: trim(0)


def _records(read: Reading, articles: Sequence[Article]) -> list[Record]:
    """The records of a group; where memory runs out on the group, of each article alone."""
    try:
        return read(articles)
    except Exception as error:
        if len(articles) > 1:
            return [record for article in articles for record in _records(read, [article])]
        detail = ErrorDetail(ExtractionFailed.type, f"{type(error).__name__}: {error}")
        return [ErrorRecord(id=articles[0].id, error=detail)]


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
