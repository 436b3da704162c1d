"""Articles read by several processes at once, in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from extractor.cli.building import ExtractorLike
from extractor.config import Config
from extractor.errors import ArticleError
from extractor_schema import Article, ErrorDetail, ErrorRecord, Record

__all__ = ["pooled"]

AHEAD = 4
"""Articles a process that are handed out before the first result is waited for: it bounds the memory."""

_worker: list[ExtractorLike] = []
"""The extractor of a worker process; empty in every other process."""


def pooled(
    build: Callable[[Config], ExtractorLike], config: Config, articles: Iterable[Article], workers: int
) -> Iterator[Record]:
    """A record for each article, in order; each process builds an extractor of its own.

    Raises BrokenProcessPool when a process dies, say for want of memory.
    """
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_start, initargs=(build, config)
    )
    window: deque[Future[Record]] = deque()
    try:
        for article in articles:
            window.append(pool.submit(_read, article))
            if len(window) >= workers * AHEAD:
                yield window.popleft().result()
        while window:
            yield window.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _start(build: Callable[[Config], ExtractorLike], config: Config) -> None:
    """Make a worker ready: it leaves stopping to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _worker.append(build(config))


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(article: Article) -> Record:
    try:
        return _worker[0].extract(article)
    except ArticleError as error:
        return ErrorRecord(id=article.id, error=ErrorDetail(error.type, str(error)))
