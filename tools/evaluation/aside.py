"""The third of the gold that is kept aside: its errors are counted and never shown.

What is mended after reading errors has to carry over to documents whose errors nobody read; only figures of
such documents can tell.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import TypeVar

__all__ = ["is_aside", "parts"]

PARTS = 3
"""Of so many parts one is kept aside."""
T = TypeVar("T")


def is_aside(name: str) -> bool:
    """Whether a document is kept aside, by its name alone."""
    return zlib.crc32(f"aside{name}".encode()) % PARTS == 0


def parts(documents: Iterable[Mapping[str, T]]) -> dict[str, dict[str, T]]:
    """The documents whose errors are shown, and those kept aside."""
    found: dict[str, dict[str, T]] = {"shown": {}, "aside": {}}
    for folder in documents:
        for name, document in folder.items():
            found["aside" if is_aside(name) else "shown"][name] = document
    return found
