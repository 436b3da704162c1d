"""What the words around a trigger tell of its status, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["DECIDING", "FUTURE", "Reading"]

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
"""Modal verbs of what is to come."""
DECIDING = frozenset({"denied", "delayed", "planned", "possible", "ongoing", "fact", "refuted"})
"""Classes of words that settle a status."""


@dataclass(slots=True)
class Reading:
    """What has been read of a trigger: the status ("" while open), why, and the steps outwards.

    It is `sure` where the words leave no doubt.
    """

    status: str = ""
    reason: str = ""
    path: list[str] = field(default_factory=list)
    sure: bool = False

    def settle(self, status: str, reason: str, *, sure: bool = False) -> None:
        """Keep the first status that is found, but a governor's denial before an adjective's plan."""
        if not self.status or (status == "denied" and self.reason.startswith(("modifier", "below"))):
            self.status, self.reason = "occurred" if status == "fact" else status, reason
            self.sure = sure
