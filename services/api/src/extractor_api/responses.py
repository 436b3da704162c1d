"""Answers as bytes: problems and plain bodies."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Response
from litestar.types import Scope, Send

from extractor_api.problems import PROBLEM_JSON, ProblemError

__all__ = ["encoded_problem", "problem_response", "request_id_of", "send_problem"]


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


async def send_problem(error: ProblemError, scope: Scope, send: Send) -> None:
    """The same, where no handler is there to return an answer."""
    body = encoded_problem(error, request_id_of(scope))
    headers = {"content-type": PROBLEM_JSON, "content-length": str(len(body)), **_headers(error)}
    start: Any = {
        "type": "http.response.start",
        "status": error.problem.status,
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
    }
    await send(start)
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _headers(error: ProblemError) -> dict[str, str]:
    headers = {name: value for name, value in error.headers.items() if name.lower() != "content-type"}
    if error.problem.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="newsact"'
    return headers
