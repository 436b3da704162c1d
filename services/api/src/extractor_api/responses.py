"""Answers as bytes: problems and plain bodies."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from litestar import Response
from litestar.types import Receive, Scope, Send

from extractor_api.problems import PROBLEM_JSON, ProblemError

__all__ = ["Answer", "encoded_problem", "problem_answer", "problem_response", "request_id_of"]


class Answer:
    """A whole answer, as an ASGI application."""

    def __init__(
        self, body: bytes, media_type: str, *, status: int = 200, headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        charset = "; charset=utf-8" if media_type.startswith("text/") else ""
        head = (("content-type", media_type + charset), ("content-length", str(len(body))), *headers)
        self._status = status
        self._headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in head]
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self._status, "headers": self._headers})
        await send({"type": "http.response.body", "body": self._body, "more_body": False})


def request_id_of(scope: Scope) -> str | None:
    """The request's name in the logs."""
    found = scope.get("state", {}).get("request_id")
    return found if isinstance(found, str) else None


def encoded_problem(error: ProblemError, request_id: str | None) -> bytes:
    """The problem document of an error."""
    return msgspec.json.encode(msgspec.structs.replace(error.problem, request_id=request_id))


def problem_response(error: ProblemError, scope: Scope) -> Response[bytes]:
    """The answer to a request that met a problem."""
    return Response(
        content=encoded_problem(error, request_id_of(scope)),
        status_code=error.problem.status,
        media_type=PROBLEM_JSON,
        headers=_headers(error),
    )


def problem_answer(error: ProblemError, scope: Scope) -> Answer:
    """The same, where no handler is there to return an answer."""
    body = encoded_problem(error, request_id_of(scope))
    return Answer(body, PROBLEM_JSON, status=error.problem.status, headers=_headers(error).items())


def _headers(error: ProblemError) -> dict[str, str]:
    headers = {name: value for name, value in error.headers.items() if name.lower() != "content-type"}
    if error.problem.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="newsact"'
    return headers
