"""What wraps every request: names and counts, keys, compression."""

from __future__ import annotations

from typing import TypeGuard

from litestar.types import HTTPScope, Scope

__all__ = ["is_http"]


def is_http(scope: Scope) -> TypeGuard[HTTPScope]:
    """Whether a connection carries a request, rather than the server's own messages."""
    return str(scope["type"]) == "http"
