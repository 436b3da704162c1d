"""The client for asyncio."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any

import httpx
import msgspec

from extractor_client import wire
from extractor_client.errors import ClientError, Unreachable
from extractor_client.wire import Info, Limits, Offsets, Retry
from extractor_schema import Article, Record, Result

__all__ = ["AsyncClient"]


class AsyncClient:
    """Talks to the service at `url`. Use it in an `async with` statement, or `close` it. Tasks may share it.

    `api_key`: where the service asks for one. `timeout`: seconds without an answer. `retry`: how often to
    try.
    `transport`: another way to reach the service (for tests, proxies).
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
            base_url=url, headers=wire.headers(api_key), timeout=timeout, transport=transport
        )

    async def extract(
        self,
        article: Article,
        *,
        offsets: Offsets = "codepoint",
        types: Sequence[str] = (),
        min_confidence: float = 0.0,
        language: str | None = None,
    ) -> Result:
        """The events of one article. Raises ClientError.

        `offsets`: the unit of offsets. `types`: event types that are wanted (all where empty).
        `min_confidence`: from
        0 to 1. `language`: ISO 639-1 code for an article that does not name its own.
        """
        query = wire.parameters(offsets, types, min_confidence, language)
        return wire.read_result(await self._post("/v1/extract", wire.body_of(article), query))

    async def extract_batch(
        self,
        articles: Sequence[Article],
        *,
        offsets: Offsets = "codepoint",
        types: Sequence[str] = (),
        min_confidence: float = 0.0,
        language: str | None = None,
    ) -> list[Record]:
        """A result or an ErrorRecord for each article, in order, from one request. Raises ClientError."""
        query = wire.parameters(offsets, types, min_confidence, language)
        body = await self._post("/v1/extract/batch", wire.body_of(articles), query)
        return wire.read_records(body, len(articles))

    async def pipe(
        self,
        articles: Iterable[Article] | AsyncIterable[Article],
        *,
        offsets: Offsets = "codepoint",
        types: Sequence[str] = (),
        min_confidence: float = 0.0,
        language: str | None = None,
        batch_size: int = 20,
        in_flight: int = 3,
    ) -> AsyncIterator[Record]:
        """A result or an ErrorRecord for each article, in order, as they come. Raises ClientError.

        Sends batches of at most `batch_size` articles that keep to the service's limits, `in_flight` at the
        same
        time, and takes in no more articles than that.
        """
        query = wire.parameters(offsets, types, min_confidence, language)

        async def send(batch: list[Article]) -> list[Record]:
            body = await self._post("/v1/extract/batch", wire.body_of(batch), query)
            return wire.read_records(body, len(batch))

        waiting: deque[asyncio.Task[list[Record]]] = deque()
        limits = (await self.info()).limits
        try:
            async for batch in _cut(articles, limits, batch_size):
                waiting.append(asyncio.create_task(send(batch)))
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
        return wire.read_info(await self._send("GET", "/v1/info", None, {}))

    async def ontology(self) -> dict[str, Any]:
        """Types, subtypes, roles and statuses with their descriptions. Raises ClientError."""
        found: dict[str, Any] = msgspec.json.decode(await self._send("GET", "/v1/ontology", None, {}))
        return found

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _post(self, path: str, body: bytes, query: Mapping[str, str | list[str]]) -> bytes:
        return await self._send("POST", path, body, query)

    async def _send(
        self, method: str, path: str, body: bytes | None, query: Mapping[str, str | list[str]]
    ) -> bytes:
        """Send and try again: reading an article changes nothing, so a repeated request does no harm."""
        kind = {"content-type": "application/json"} if body is not None else {}
        attempt = 0
        while True:
            attempt += 1
            try:
                return await self._once(method, path, body, query, kind)
            except ClientError as error:
                pause = self._retry.pause(attempt, error)
                if pause is None:
                    raise
            await asyncio.sleep(pause)

    async def _once(
        self,
        method: str,
        path: str,
        body: bytes | None,
        query: Mapping[str, str | list[str]],
        kind: dict[str, str],
    ) -> bytes:
        try:
            response = await self._http.request(method, path, content=body, params=query, headers=kind)
        except httpx.TransportError as error:
            raise Unreachable(f"{method} {path}: {str(error) or type(error).__name__}") from error
        return wire.check(response)


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
