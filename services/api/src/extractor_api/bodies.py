"""Request bodies as plain bytes: bounded in size and in time, decompressed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import NamedTuple

from litestar import Request
from litestar.datastructures import State
from litestar.types import Receive, Scope

from extractor_api.codings import decompressor
from extractor_api.problems import ProblemError
from extractor_api.settings import Settings

__all__ = ["ClientGone", "HttpRequest", "Incoming", "chunks", "header", "lines", "media_type", "whole"]

HttpRequest = Request[None, None, State]


class Incoming(NamedTuple):
    """A request as the server hands it over."""

    scope: Scope
    receive: Receive


class ClientGone(Exception):
    """The client closed the connection; nobody reads an answer."""


def header(scope: Scope, name: bytes) -> str:
    """The value of a header; empty where it is not there. `name` is in lower case."""
    for key, value in scope["headers"]:
        if key == name:
            return value.decode("latin-1")
    return ""


def media_type(request: Incoming, supported: tuple[str, ...]) -> str:
    """The body's media type. Raises `unsupported-media-type` where it is not among `supported`."""
    value = header(request.scope, b"content-type")
    name, *parameters = (part.strip().lower() for part in value.split(";"))
    charset = next((part[8:].strip('"') for part in parameters if part.startswith("charset=")), "utf-8")
    if name not in supported or charset not in ("utf-8", "utf8", "us-ascii"):
        raise ProblemError(
            "unsupported-media-type", f"Content-Type: {value[:200] or 'none'}", supported=supported
        )
    return name


async def chunks(request: Incoming, settings: Settings) -> AsyncIterator[bytes]:
    """The body's bytes as they come, decompressed. Raises ClientGone and `body-timeout`."""
    plain = decompressor(header(request.scope, b"content-encoding"))
    more = True
    while more:
        try:
            async with asyncio.timeout(settings.body_timeout):
                message = await request.receive()
        except TimeoutError:
            raise ProblemError(
                "body-timeout",
                f"no byte came for {settings.body_timeout:g} s",
                limit=settings.body_timeout,
                headers={"Connection": "close"},
            ) from None
        if message["type"] == "http.disconnect":
            raise ClientGone
        more = bool(message.get("more_body"))
        for place, piece in enumerate(plain.feed(message.get("body", b""))):  # type: ignore[arg-type]
            if place:
                await asyncio.sleep(0)  # a few bytes can stand for many: others have their turn
            yield piece
    plain.finish()


async def whole(request: Incoming, settings: Settings) -> bytes:
    """The whole body. Raises `body-too-large` as soon as that is known."""
    declared = header(request.scope, b"content-length")
    if declared.isdigit() and int(declared) > settings.max_body:
        raise _too_large(settings, int(declared))
    pieces: list[bytes] = []
    size = 0
    async for piece in chunks(request, settings):
        size += len(piece)
        if size > settings.max_body:
            raise _too_large(settings, size)
        pieces.append(piece)
    return b"".join(pieces)


async def lines(request: Incoming, settings: Settings) -> AsyncIterator[bytes]:
    """The body's lines without their ends, as they come: cut at line feeds alone."""
    rest = bytearray()
    async for piece in chunks(request, settings):
        searched = len(rest)
        rest += piece
        while (end := rest.find(b"\n", searched)) >= 0:
            if end > settings.max_body:
                raise _too_large(settings, end)
            line = bytes(memoryview(rest)[:end])
            del rest[: end + 1]
            searched = 0
            yield line
        if len(rest) > settings.max_body:
            raise _too_large(settings, len(rest))
    if rest:
        yield bytes(rest)


def _too_large(settings: Settings, size: int) -> ProblemError:
    return ProblemError(
        "body-too-large",
        f"{size:,} bytes, the limit is {settings.max_body:,}",
        limit=settings.max_body,
        value=size,
        headers={"Connection": "close"},
    )
