"""The client for asyncio."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Sequence
from types import TracebackType
from typing import Any, TypeVar, Unpack

import httpx

from extractor_client import calls, wire
from extractor_client.calls import Call, Options
from extractor_client.retrying import Retry
from extractor_client.wire import Info, Limits
from extractor_schema import Article, Record, Result

__all__ = ["AsyncClient"]

T = TypeVar("T")


class AsyncClient:
    """Talks to the service at `url`. Use it in an `async with` statement, or `close` it. Tasks may share it.

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
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._retry = retry
        self._http = httpx.AsyncClient(
            base_url=url, headers=calls.headers(api_key), timeout=timeout, transport=transport
        )

    async def extract(self, article: Article, **options: Unpack[Options]) -> Result:
        """The events of one article. Raises ClientError."""
        return await self._run(calls.single(article, options))

    async def extract_batch(self, articles: Sequence[Article], **options: Unpack[Options]) -> list[Record]:
        """A result or an ErrorRecord for each article, in order, from one request. Raises ClientError."""
        return await self._run(calls.batch(articles, options))

    async def pipe(
        self,
        articles: Iterable[Article] | AsyncIterable[Article],
        *,
        batch_size: int = 20,
        in_flight: int = 3,
        **options: Unpack[Options],
    ) -> AsyncIterator[Record]:
        """A result or an ErrorRecord for each article, in order, as they come. Raises ClientError.

        Sends batches of at most `batch_size` articles that keep to the service's limits, `in_flight` at the
        same time, and takes in no more articles than that.
        """
        waiting: deque[asyncio.Task[list[Record]]] = deque()
        limits = (await self.info()).limits
        try:
            async for batch in _cut(articles, limits, batch_size):
                waiting.append(asyncio.create_task(self._run(calls.batch(batch, options))))
                if len(waiting) >= in_flight:
                    for record in await waiting.popleft():
                        yield record
            while waiting:
                for record in await waiting.popleft():
                    yield record
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    async def info(self) -> Info:
        """Versions and limits of the service. Raises ClientError."""
        return await self._run(calls.info())

    async def ontology(self) -> dict[str, Any]:
        """Types, subtypes, roles and statuses with their descriptions. Raises ClientError."""
        return await self._run(calls.ontology())

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _run(self, call: Call[T]) -> T:
        """Send and wait as the steps of the call say."""
        steps = calls.exchange(call, self._retry, self._http.build_request)
        try:
            step = next(steps)
            while True:
                if isinstance(step, float):
                    await asyncio.sleep(step)
                    step = next(steps)
                    continue
                try:
                    answer = await self._http.send(step)
                except httpx.TransportError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(answer)
        except StopIteration as done:
            value: T = done.value
            return value


async def _cut(
    articles: Iterable[Article] | AsyncIterable[Article], limits: Limits, most: int
) -> AsyncIterator[list[Article]]:
    """Batches from an iterable of either kind."""
    if isinstance(articles, AsyncIterable):
        cutter = wire.Cutter(limits, most)
        async for article in articles:
            if batch := cutter.add(article):
                yield batch
        if batch := cutter.rest():
            yield batch
        return
    for batch in wire.cut(articles, limits, most):
        yield batch
