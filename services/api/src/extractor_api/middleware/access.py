"""Asks for an API key where keys are configured."""

from __future__ import annotations

from litestar.types import ASGIApp, Receive, Scope, Send

from extractor_api.keys import Keys
from extractor_api.middleware import is_http
from extractor_api.problems import ProblemError

__all__ = ["Access"]

_GUARDED = ("/v1/",)


class Access:
    """Lets a request through, with its caller's name, or raises `missing-key` or `invalid-key`."""

    def __init__(self, app: ASGIApp, keys: Keys, *, metrics_open: bool) -> None:
        self._app = app
        self._keys = keys
        self._guarded = _GUARDED if metrics_open else (*_GUARDED, "/metrics")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if is_http(scope):
            state = scope.setdefault("state", {})
            if self._keys and scope["method"] != "OPTIONS" and self._is_guarded(scope["path"]):
                state["caller"] = self._owner(dict(scope["headers"]))
            elif not self._keys:
                client = scope.get("client")
                state["caller"] = client[0] if client else ""
        await self._app(scope, receive, send)

    def _is_guarded(self, path: str) -> bool:
        """Compares as the router does, for which doubled and closing slashes do not count."""
        plain = "/" + "/".join(part for part in path.split("/") if part) + "/"
        return any(plain.startswith(prefix.rstrip("/") + "/") for prefix in self._guarded)

    def _owner(self, headers: dict[bytes, bytes]) -> str:
        given = headers.get(b"x-api-key", b"").decode("latin-1").strip()
        scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        if scheme.lower() == "bearer" and token.strip():
            given = token.strip()
        if not given:
            raise ProblemError("missing-key")
        owner = self._keys.owner(given)
        if owner is None:
            raise ProblemError("invalid-key")
        return owner
