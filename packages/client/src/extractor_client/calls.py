"""Every request that the clients make, and how it is repeated: all of it but sending and waiting.

A client asks for the `Call` of a request, and runs its `exchange`: a generator that yields what to send, or
the seconds to wait, and returns what the answer holds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from typing import Any, Generic, Literal, TypeAlias, TypedDict, TypeVar

import httpx
import msgspec

from extractor_client import wire
from extractor_client.errors import ClientError, Unreachable
from extractor_client.retrying import Retry
from extractor_client.wire import Info
from extractor_schema import Article, Record, Result
from extractor_schema.wire import WireArticle

__all__ = [
    "Call",
    "Offsets",
    "Options",
    "Steps",
    "batch",
    "exchange",
    "headers",
    "info",
    "ontology",
    "single",
]

Offsets: TypeAlias = Literal["codepoint", "utf16", "byte"]
T = TypeVar("T")


class Options(TypedDict, total=False):
    """What can be asked for with an article, a batch, or all articles of a pipe."""

    offsets: Offsets
    """Unit of the offsets: `codepoint` (the default), `utf16` or `byte`."""
    types: Sequence[str]
    """Event types that are wanted; all where absent or empty."""
    min_confidence: float
    """Leave out events below this confidence, from 0 to 1."""
    language: str | None
    """ISO 639-1 code of the articles that do not name theirs."""


class Call(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A request, and how its answer is read."""

    method: str
    path: str
    read: Callable[[bytes], T]
    """Turns the body of a good answer into a value; raises BadAnswer."""
    body: bytes | None = None
    query: dict[str, Any] = {}


Steps: TypeAlias = Generator[httpx.Request | float, httpx.Response | None, T]
"""Requests to send, whose answers or transport errors are handed back, and seconds to wait."""


def headers(api_key: str | None) -> dict[str, str]:
    """Headers of every request."""
    common = {"accept": "application/json"}
    return {**common, "authorization": f"Bearer {api_key}"} if api_key else common


def single(article: Article, options: Options) -> Call[Result]:
    """Read one article."""
    body = _encode(article)
    return Call(method="POST", path="/v1/extract", body=body, query=_query(**options), read=wire.read_result)


def batch(articles: Sequence[Article], options: Options) -> Call[list[Record]]:
    """Read several articles."""
    body = b'{"articles":[%b]}' % b",".join(map(_encode, articles))
    count = len(articles)
    return Call(
        method="POST",
        path="/v1/extract/batch",
        body=body,
        query=_query(**options),
        read=lambda answer: wire.read_records(answer, count),
    )


def info() -> Call[Info]:
    """Versions and limits of the service."""
    return Call(method="GET", path="/v1/info", read=wire.read_info)


def ontology() -> Call[dict[str, Any]]:
    """Types, subtypes, roles and statuses with their descriptions."""
    return Call(method="GET", path="/v1/ontology", read=wire.read_ontology)


def exchange(call: Call[T], retry: Retry, build: Callable[..., httpx.Request]) -> Steps[T]:
    """The steps of a call: send, and send again: reading an article changes nothing, so that does no harm.

    `build` is the `build_request` of a client of httpx. Raises ClientError.
    """
    kind = {} if call.body is None else {"content-type": "application/json"}
    attempt = 0
    while True:
        attempt += 1
        request = build(call.method, call.path, content=call.body, params=call.query, headers=kind)
        try:
            return call.read(wire.check((yield from _sent(request))))
        except ClientError as error:
            pause = retry.pause(attempt, error)
            if pause is None:
                raise
        yield pause


def _sent(request: httpx.Request) -> Steps[httpx.Response]:
    try:
        answer = yield request
    except httpx.TransportError as error:
        what = f"{request.method} {request.url.path}"
        raise Unreachable(f"{what}: {str(error) or type(error).__name__}") from error
    if answer is None:
        raise TypeError("a request was answered with nothing")
    return answer


def _encode(article: Article) -> bytes:
    """The article as JSON, also where it holds half of a surrogate pair: the service says so in its place."""
    sent = WireArticle.of(article)
    try:
        return msgspec.json.encode(sent)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(sent)).encode()


def _query(
    offsets: Offsets = "codepoint",
    types: Sequence[str] = (),
    min_confidence: float = 0.0,
    language: str | None = None,
) -> dict[str, Any]:
    """Options as a query; what is left at its default is not sent."""
    given: dict[str, Any] = {}
    if offsets != "codepoint":
        given["offsets"] = offsets
    if types:
        given["types"] = list(types)
    if min_confidence:
        given["min_confidence"] = repr(float(min_confidence))
    if language:
        given["language"] = language
    return given
