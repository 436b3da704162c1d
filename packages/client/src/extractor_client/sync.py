"""The client for ordinary code."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, TypeVar, Unpack

import httpx

from extractor_client import calls, wire
from extractor_client.calls import Call, Options
from extractor_client.retrying import Retry
from extractor_client.wire import Info
from extractor_schema import Article, Record, Result

__all__ = ["Client"]

T = TypeVar("T")


class Client:
    """Talks to the service at `url`. Use it in a `with` statement, or `close` it. Threads may share it.

    `api_key`: where the service asks for one. `timeout`: seconds without an answer. `retry`: how often to
    try. `transport`: another way to reach the service (for tests, proxies).
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8000",
        *,
        api_key: str | None = None,
        timeout: float = 120.0,
        retry: Retry = Retry(),  # noqa: B008 - frozen
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._retry = retry
        self._http = httpx.Client(
            base_url=url, headers=calls.headers(api_key), timeout=timeout, transport=transport
        )

    def extract(self, article: Article, **options: Unpack[Options]) -> Result:
        """The events of one article. Raises ClientError."""
        return self._run(calls.single(article, options))

    def extract_batch(self, articles: Sequence[Article], **options: Unpack[Options]) -> list[Record]:
        """A result or an ErrorRecord for each article, in order, from one request. Raises ClientError."""
        return self._run(calls.batch(articles, options))

    def pipe(
        self,
        articles: Iterable[Article],
        *,
        batch_size: int = 20,
        in_flight: int = 3,
        **options: Unpack[Options],
    ) -> Iterator[Record]:
        """A result or an ErrorRecord for each article, in order, as they come. Raises ClientError.

        Sends batches of at most `batch_size` articles that keep to the service's limits, `in_flight` at the
        same time, and takes in no more articles than that.
        """
        waiting: deque[Future[list[Record]]] = deque()
        pool = ThreadPoolExecutor(in_flight)
        try:
            for batch in wire.cut(articles, self.info().limits, batch_size):
                waiting.append(pool.submit(self._run, calls.batch(batch, options)))
                if len(waiting) >= in_flight:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def info(self) -> Info:
        """Versions and limits of the service. Raises ClientError."""
        return self._run(calls.info())

    def ontology(self) -> dict[str, Any]:
        """Types, subtypes, roles and statuses with their descriptions. Raises ClientError."""
        return self._run(calls.ontology())

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, call: Call[T]) -> T:
        """Send and wait as the steps of the call say."""
        steps = calls.exchange(call, self._retry, self._http.build_request)
        try:
            step = next(steps)
            while True:
                if isinstance(step, float):
                    time.sleep(step)
                    step = next(steps)
                    continue
                try:
                    answer = self._http.send(step)
                except httpx.TransportError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(answer)
        except StopIteration as done:
            value: T = done.value
            return value
