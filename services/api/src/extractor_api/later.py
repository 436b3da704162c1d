"""Work that no answer waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context, copy_context

__all__ = ["Later"]

_PAUSE = 0.01
"""Seconds: by then an answer that is being sent has been taken."""


class Later:
    """Does what it is given a moment later, in order: counting and logging.

    Done at once they keep the processor from whoever is to be woken: the client on this machine, or a worker.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[Context, Callable[..., object], tuple[object, ...]]] = []

    def do(self, work: Callable[..., object], *arguments: object) -> None:
        """Call `work` later, with the context variables as they are now."""
        if not self._waiting:
            asyncio.get_running_loop().call_later(_PAUSE, self.catch_up)
        self._waiting.append((copy_context(), work, arguments))

    def catch_up(self) -> None:
        """Do now what waits."""
        waiting, self._waiting = self._waiting, []
        for context, work, arguments in waiting:
            context.run(work, *arguments)
