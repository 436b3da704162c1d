"""What a format is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from extractor_api.contract import ItemError
from extractor_schema import Result

__all__ = ["Format"]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A way to write results."""

    name: str
    media_type: str
    """As the answer's Content-Type says it."""
    aliases: tuple[str, ...] = ()
    """Other names that `Accept` may use."""
    item: Callable[[Result], bytes]
    """One result as a piece of an answer; runs in a worker."""
    error: Callable[[ItemError], bytes]
    """The piece that stands in the place of a result."""
    single: Callable[[bytes], bytes]
    """An answer of one piece."""
    batch: Callable[[Sequence[bytes]], bytes]
    """An answer of several pieces, in order."""
