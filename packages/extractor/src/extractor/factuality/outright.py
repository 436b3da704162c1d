"""What a sentence says outright of the status of an event, whatever the weights make of its words.

The weights know the common ways to say that something is planned or did not happen; the rarer ones, that
leave no doubt either, they hardly know: a summit from which one side has withdrawn is off, talks that "might
still happen" are possible.
"""

from __future__ import annotations

import math

from extractor.factuality.reading import Reading
from extractor.factuality.turns import TURNS

__all__ = ["as_stated"]

_OUTRIGHT = 2.5
"""Log-odds that it gives a status to be stated outright."""
_BEYOND_DOUBT = 5.0
"""Log-odds of a status that no other words of the sentence can change."""
_NO_OTHER = TURNS | {"asked", "mark:whether", "refuted", "was to have", "weighed", "would have"}
"""Reasons for such a status, where the reading is sure: "has it attacked?", "unclear whether they met"."""
_TYPES = frozenset({"meeting", "strike"})
_REASONS = frozenset(
    {
        "out:denied",
        "of:denied",
        "against:denied",
        "modifier:denied",
        "modifier:delayed",
        "amid:ongoing",
        "amidst:ongoing",
        "under:ongoing",
        "clause:begun:perfect",
        "below:killed",
        "modifier:ongoing",
        "will if",
        "would if",
        "diary",
        "ended",
        "doubted",
        "revived",
    }
)
_OF_MEETINGS = frozenset({"subject:possible", "of:planned", "to:planned"})
_OF_STRIKES = frozenset({"for:planned", "ends later"})
_HAPPENING = "subject:light"


def as_stated(status: dict[str, float], kind: str, reading: Reading) -> dict[str, float]:
    """The probability by status of a mention of a type, with what its sentence states outright."""
    if not _is_outright(kind, reading):
        return status
    more = _BEYOND_DOUBT if reading.sure and reading.reason in _NO_OTHER else _OUTRIGHT
    odds = {name: p * (math.exp(more) if name == reading.status else 1.0) for name, p in status.items()}
    total = sum(odds.values())
    return {name: p / total for name, p in odds.items()}


def _is_outright(kind: str, reading: Reading) -> bool:
    """Whether a reading of a mention of a type rests on words that leave no doubt."""
    if kind not in _TYPES:
        if reading.reason in TURNS:
            return reading.sure
        return kind == "offer" and reading.reason == "not:object:light" and reading.status == "denied"
    first = reading.path[0] if reading.path else ""
    if reading.reason.endswith(":fact"):
        trained = "to:fact:infinitive" in reading.path  # "is ready to respond to attacks"
        return kind == "strike" and reading.status == "occurred" and not trained
    if reading.reason in ("clause:planned", "clause:possible"):
        return first == "object:begun:infinitive"  # "decided to resume the raids"
    if reading.reason == "clause:denied":
        return first == "clause:denied:n"  # "the failure to meet"
    if reading.reason == "from:denied":
        return first.startswith("from:denied")
    if reading.reason == "mark:if":
        return first.startswith((_HAPPENING, "object:light"))
    if reading.reason in ("modal", "mark:whether"):
        return reading.sure or first.startswith(_HAPPENING)
    if reading.reason == "would" and first == "object:welcome:would":
        return True
    special = _OF_MEETINGS if kind == "meeting" else _OF_STRIKES
    return reading.sure or reading.reason in _REASONS or reading.reason in special
