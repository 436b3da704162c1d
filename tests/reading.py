"""Reading single sentences with the whole extractor, each once in a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extractor_schema import Article, Event, Result

__all__ = ["PUBLISHED", "Reading", "lines", "reader", "stated"]

PUBLISHED = dt.date(2018, 4, 12)
"""A Thursday: the day on which all sentences of the tables were published."""

Reading = Callable[[str], Result]


def reader(extractor: Any) -> Reading:
    """A function from an English text to its result; results are kept."""
    kept: dict[str, Result] = {}

    def read(text: str) -> Result:
        if text not in kept:
            kept[text] = extractor.extract(Article(text=text, published_at=PUBLISHED, language="en"))
        return kept[text]

    return read


def lines(path: Path) -> Iterator[str]:
    """The sentences of a table: a line each, without headings and blank lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def stated(result: Result, event_type: str, trigger: tuple[int, int]) -> Event | None:
    """The event of this type that the words at `trigger` (half-open offsets) state, if it was found."""
    for event in result.events:
        if event.type == event_type and any(
            _meet(m.trigger.start, m.trigger.end, trigger) for m in event.mentions
        ):
            return event
    return None


def _meet(start: int, end: int, other: tuple[int, int]) -> bool:
    return start < other[1] and other[0] < end
