"""Names, counts, logs and hardens every answer; the last net for exceptions."""

from __future__ import annotations

import logging
import re
import secrets
import time
from typing import Any

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from extractor_api.bodies import ClientGone
from extractor_api.limiter import Rate
from extractor_api.logs import REQUEST_ID, places
from extractor_api.metrics import Metrics
from extractor_api.middleware import is_http
from extractor_api.problems import ProblemError, problem_of
from extractor_api.responses import problem_answer

__all__ = ["Context", "log_failure"]

_log = logging.getLogger("extractor_api.access")
_failures = logging.getLogger("extractor_api.errors")
_ID = re.compile(rb"^[\w.:/+=-]{1,128}$")
_TRACE = re.compile(rb"^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
_SECURITY = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
]
_STRICT = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
_NOT_STORED = (b"cache-control", b"no-store")
_CLIENT_GONE = 499


class Context:
    """The outermost layer."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if not is_http(scope):
            await self._app(scope, receive, send)
            return
        headers: dict[bytes, bytes] = dict(scope["headers"])
        name = _request_id(headers)
        scope.setdefault("state", {})["request_id"] = name
        token = REQUEST_ID.set(name)
        answer = _Answer(scope, send, name)
        begin = time.perf_counter()
        try:
            await self._app(scope, receive, answer)
        except ClientGone:
            answer.status = answer.status or _CLIENT_GONE
        except Exception as error:
            await _fail(error, scope, receive, answer)
        finally:
            seconds = time.perf_counter() - begin
            self._metrics.later.do(self._count, scope, headers, answer.status or _CLIENT_GONE, seconds)
            REQUEST_ID.reset(token)

    def _count(self, scope: Any, headers: dict[bytes, bytes], status: int, seconds: float) -> None:
        path = scope.get("path_template") or "unmatched"
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.answered(path, method, status, seconds)
        trace = _TRACE.match(headers.get(b"traceparent", b""))
        extra = {
            "method": method,
            "path": path,
            "status": status,
            "seconds": round(seconds, 6),
            "caller": scope["state"].get("caller"),
            "trace_id": trace[1].decode() if trace else None,
        }
        _log.info("request", extra=extra)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


def _request_id(headers: dict[bytes, bytes]) -> str:
    given = headers.get(b"x-request-id", b"")
    return given.decode("ascii") if _ID.match(given) else secrets.token_hex(8)


def log_failure(error: Exception, problem: ProblemError) -> None:
    """Log what nobody foresaw: code places and no words, since those may quote what was sent."""
    if problem.problem.status >= 500 and problem is not error:
        _failures.error("unexpected error", extra={"trace": places(error)})


async def _fail(error: Exception, scope: Scope, receive: Receive, answer: _Answer) -> None:
    """Answer with a problem, or leave a begun answer cut off."""
    problem = problem_of(error)
    log_failure(error, problem)
    if answer.status:
        raise ConnectionAbortedError("an answer that had begun can't be finished") from None
    await problem_answer(problem, scope)(scope, receive, answer)


class _Answer:
    """The way of an answer to the client: adds what every answer has, and remembers its status."""

    def __init__(self, scope: Scope, send: Send, name: str) -> None:
        self._scope = scope
        self._send = send
        self._name = name
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = list(message["headers"])
            names = {name.lower() for name, _ in headers}
            headers.append((b"x-request-id", self._name.encode()))
            headers.extend(_SECURITY)
            headers.extend(pair for pair in (_STRICT, _NOT_STORED) if pair[0] not in names)
            rate = self._scope.get("state", {}).get("rate")
            if isinstance(rate, Rate):
                headers.extend(rate.headers())
            message["headers"] = headers
        await self._send(message)
