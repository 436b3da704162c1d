"""The most frequent error classes as a table of the documentation. No word of a gold document is in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evaluation.errors import Comparison, error_classes

__all__ = ["class_table", "update_classes"]

PLACE = re.compile(r"(<!-- errors:.*?-->\n).*?(<!-- end of errors -->)", re.DOTALL)
ROWS = 24
BY_TYPE = ("missed", "spurious")
"""Kinds whose detail is a word or a row: they are counted by event type."""


def class_table(comparisons: Iterable[Comparison]) -> str:
    """A row a class, the most frequent first, with how many errors are of it."""
    counts: Counter[tuple[str, str]] = Counter()
    for (kind, detail), errors in error_classes(comparisons).items():
        counts[kind, detail.split()[0] if kind in BY_TYPE else detail] += len(errors)
    lines = ["| error | class | count |", "|---|---|---|"]
    lines += [f"| {kind} | {detail} | {count} |" for (kind, detail), count in counts.most_common(ROWS)]
    return "\n".join(lines) + "\n"


def update_classes(path: Path, comparisons: Iterable[Comparison]) -> None:
    """Put the table between the marks of a page."""
    text = path.read_text("utf-8")
    path.write_text(PLACE.sub(lambda m: m[1] + class_table(comparisons) + m[2], text), "utf-8")
