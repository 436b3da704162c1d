"""How probable something must be to be taken, when others are taken beside it.

Most mentions have one side that acts and one place, and most sentences state one event: of what comes second
by itself more is asked than of what comes first.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Bar", "TriggerBar"]


class Bar(NamedTuple):
    """The least probability of the first, and of further ones."""

    first: float
    more: float


class TriggerBar(NamedTuple):
    """The least probability of a sentence's first trigger, of one of a further type, and of one of the same
    type.
    """

    first: float
    other: float
    same: float
