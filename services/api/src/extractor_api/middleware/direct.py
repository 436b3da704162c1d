"""A short way for the request that comes most."""

from __future__ import annotations

import re

from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from extractor_api.bodies import ClientGone, Incoming, header
from extractor_api.controllers.extraction import answer_one
from extractor_api.middleware import is_http
from extractor_api.middleware.context import log_failure
from extractor_api.problems import problem_of
from extractor_api.responses import problem_answer
from extractor_api.service import Service

__all__ = ["Direct"]

_PATH = "/v1/extract"
_HOST = re.compile(r"[A-Za-z0-9._:\[\]-]*")


class Direct:
    """Hands `POST /v1/extract` to its handler past the framework, and everything else to the framework.

    Routing, dependencies and the making of request and response objects take about 0.3 ms where the reading
    of an article has driven their code from the processor's caches: more than all else that the service adds.
    The same handler is registered with the framework, which gets what is unusual in any way.
    """

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if not is_http(scope) or not _is_plain(scope):
            await self._app(scope, receive, send)
            return
        scope["path_template"] = _PATH
        try:
            answer = await answer_one(Incoming(scope, receive), self._service)
        except ClientGone:
            raise
        except Exception as error:
            problem = problem_of(error)
            log_failure(error, problem)
            answer = problem_answer(problem, scope)
        await answer(scope, receive, send)


def _is_plain(scope: HTTPScope) -> bool:
    return (
        scope["path"] == _PATH
        and scope["method"] == "POST"
        and _HOST.fullmatch(header(scope, b"host")) is not None
    )
