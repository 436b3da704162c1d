"""Compresses answers with gzip or zstd, as `Accept-Encoding` asks for."""

from __future__ import annotations

import asyncio

from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send

from extractor_api.codings import Compressor, choose, compressor
from extractor_api.middleware import is_http

__all__ = ["Compression"]

_LEAST = 1_000
"""Bytes below which a whole body is sent as it is."""
_THREAD_ABOVE = 100_000
"""Bytes above which the loop is spared the work."""


class Compression:
    """Wraps an application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if is_http(scope) and scope["method"] != "HEAD":
            headers: dict[bytes, bytes] = dict(scope["headers"])
            coding = choose(headers.get(b"accept-encoding", b"").decode("latin-1"))
            if coding is not None:
                send = _Answer(send, coding)
        await self._app(scope, receive, send)


class _Answer:
    def __init__(self, send: Send, coding: str) -> None:
        self._send = send
        self._coding = coding
        self._start: HTTPResponseStartEvent | None = None
        self._state: Compressor | None = None
        self._plain = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            names = {name.lower() for name, _ in message["headers"]}
            self._plain = b"content-encoding" in names or message["status"] in (204, 304)
            message["headers"] = [*message["headers"], (b"vary", b"Accept-Encoding")]
            return
        if message["type"] != "http.response.body" or self._plain:
            await self._forward()
            await self._send(message)
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        if self._state is None:
            if not more and len(body) < _LEAST:
                self._plain = True
                await self._forward()
                await self._send(message)
                return
            self._state = compressor(self._coding)
            await self._forward(self._coding)
        if len(body) > _THREAD_ABOVE:
            data = await asyncio.to_thread(self._compressed, body, more)
        else:
            data = self._compressed(body, more)
        await self._send({"type": "http.response.body", "body": data, "more_body": more})

    def _compressed(self, body: bytes, more: bool) -> bytes:
        state = self._state or compressor(self._coding)
        return state.compress(body) + (state.flush_block() if more else state.finish())

    async def _forward(self, coding: str | None = None) -> None:
        """Send the held back head, without a length where the body's changes."""
        start, self._start = self._start, None
        if start is None:
            return
        if coding is not None:
            kept = [(name, value) for name, value in start["headers"] if name.lower() != b"content-length"]
            start["headers"] = [*kept, (b"content-encoding", coding.encode())]
        await self._send(start)
