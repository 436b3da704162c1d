"""What the handlers share: settings, pool, limiter, numbers; and the way of articles through the pool."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from litestar.types import Scope

from extractor_api.bodies import ClientGone, Incoming
from extractor_api.contract import TYPES
from extractor_api.decoding import BODY_TYPES, Decoder
from extractor_api.limiter import Limiter
from extractor_api.metrics import Metrics
from extractor_api.openapi.served import ServedDocument
from extractor_api.problems import ProblemError
from extractor_api.settings import Settings
from extractor_api.workers.pool import Pool
from extractor_api.workers.wire import Done, Task
from extractor_schema.wire import WireArticle

__all__ = ["Service", "aside", "check_length"]

T = TypeVar("T")
_ASIDE_ABOVE = 200_000
"""Bytes of a body above which another thread decodes it, so that the loop can answer others meanwhile."""


class Service:
    """The parts of one application."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.pool = Pool(settings, self.metrics)
        self.limiter = Limiter(settings.rate_limit)
        self._contract: ServedDocument | None = None
        self.decoders = {name: Decoder(name, settings.max_articles) for name in BODY_TYPES}
        """What decodes a body, by its media type."""

    def types(self) -> Collection[str]:
        """Event types that can be asked for: those of the ontology, once it is known.

        Raises `not-ready` where there are extensions and they are not loaded yet.
        """
        if self.pool.loaded is None and self.settings.extensions:
            self.pool.ontology()  # raises `not-ready`
        return TYPES if self.pool.loaded is None else self.pool.loaded.types

    def contract(self) -> ServedDocument:
        """The contract with the types of extensions.

        Raises `not-ready` where there are extensions and they are not loaded yet.
        """
        if self._contract is None:
            if self.pool.loaded is None and not self.settings.extensions:
                return ServedDocument(None)
            self._contract = ServedDocument(self.pool.ontology())
        return self._contract

    def charge(self, scope: Scope, articles: int) -> None:
        """Count articles against the caller's rate. Raises `rate-limited`."""
        state = scope.get("state", {})
        if self.limiter.limit:
            state["rate"] = self.limiter.charge(str(state.get("caller", "")), articles)

    async def run(self, request: Incoming, tasks: Sequence[Task]) -> list[Done | ProblemError]:
        """The outcomes of the tasks, in order. Raises ClientGone where nobody waits for them any more."""
        if not tasks:
            return []
        ticket = self.pool.submit(tasks)
        try:
            return await _unless_gone(request, ticket.futures)
        finally:
            self.pool.abandon(ticket)


async def aside(work: Callable[[bytes], T], data: bytes) -> T:
    """`work(data)`: in another thread where that could take long."""
    return await asyncio.to_thread(work, data) if len(data) > _ASIDE_ABOVE else work(data)


def check_length(article: WireArticle, settings: Settings) -> None:
    """Raises `text-too-long`."""
    length = len(article.text)
    if length > settings.max_characters:
        raise ProblemError(
            "text-too-long",
            f"text: {length:,} characters, the limit is {settings.max_characters:,}",
            limit=settings.max_characters,
            value=length,
        )


async def _unless_gone(request: Incoming, work: Sequence[asyncio.Future[T]]) -> list[T]:
    """The results of `work`. Raises ClientGone where the client leaves before all are there."""
    watching = asyncio.ensure_future(_give_up_when_gone(request, work))
    try:
        return [await each for each in work]
    finally:
        watching.cancel()


async def _give_up_when_gone(request: Incoming, work: Sequence[asyncio.Future[T]]) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    awaited = next((each for each in work if not each.done()), None)  # results are waited for in order
    if awaited is not None:
        awaited.set_exception(ClientGone())
