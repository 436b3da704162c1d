"""How probable something must be to be taken, when others are taken beside it.

Most mentions have one side that acts and one place, and most sentences state one event: of what comes second
by itself more is asked than of what comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = [
    "ACTORS",
    "ANTECEDENT",
    "DATE",
    "GATHERED",
    "HOPELESS",
    "MERGE",
    "PLACES",
    "TAKEN_UP",
    "TOGETHER",
    "TRIGGERS",
    "Bar",
    "MergeBar",
    "TriggerBar",
]


class Bar(NamedTuple):
    """The least probability of the first, and of further ones."""

    first: float
    more: float


class TriggerBar(NamedTuple):
    """The least probability of a sentence's first trigger, of one of a further type, of one of the same type
    in the same clause, of one of the same type that stands apart, and of one that is the only one of its type
    in a sentence and states again what another sentence states for sure.
    """

    first: float
    other: float
    same: float
    apart: float
    again: float


class MergeBar(NamedTuple):
    """The least probability that two mentions are one event, by how many of the type a text has: what tells
    much of one kind tells the same again and again.
    """

    few: float
    many: float

    def of(self, mentions: int) -> float:
        """The one for a text with so many mentions of the type."""
        return self.few if mentions <= _FEW else self.many


_FEW = 4
"""Mentions of a type up to which a text has few of it."""
HOPELESS = -1.6
"""Log-odds by its words alone below which a candidate is no trigger, whoever stands around it.

Two fifths of the candidates are below. Cross-validated, so is one of 1,256 that are accepted.
"""
ANTECEDENT = 0.15
"""Probability from which on a trigger may be what a definite noun behind it takes up."""
TOGETHER = 0.5
"""Probability from which on verb and noun of one statement are a strike, of which neither is sure alone."""
TRIGGERS = TriggerBar(0.5, 0.58, 0.72, 0.6, 0.4)
ACTORS: Mapping[str, Bar] = {
    "source": Bar(0.35, 1.0),
    "target": Bar(0.35, 0.6),
    "participant": Bar(0.4, 0.5),
    "mediator": Bar(0.45, 0.45),
}
"""By role."""
PLACES = Bar(0.4, 0.8)
DATE = 0.43
MERGE = MergeBar(few=0.42, many=0.28)
"""Of two mentions that are one event."""
GATHERED = 0.45
"""Of the mentions of two events that are one after all."""
TAKEN_UP = 0.5
"""Of two mentions of which one is not sure by itself."""
