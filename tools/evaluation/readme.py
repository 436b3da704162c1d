"""The pinned figures as a table of the README."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

__all__ = ["figure_table", "update_readme"]

PLACE = re.compile(r"(<!-- figures:.*?-->\n).*?(<!-- end of figures -->)", re.DOTALL)
COLUMNS = ("mention", "event", "actor", "place", "date", "status")


def figure_table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """One row a source, one column a figure."""
    lines = ["| gold | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, row in figures.items():
        cells = (f"{row[c]:.3f}" if c in row else "" for c in COLUMNS)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def update_readme(path: Path, figures: Mapping[str, Mapping[str, float]]) -> None:
    """Put the table between the marks."""
    text = path.read_text()
    path.write_text(PLACE.sub(lambda m: m[1] + figure_table(figures) + m[2], text))
