"""The events of the seed documents as tables, each document read with its publication date."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.console import Console

from extractor import Article, ErrorRecord, Extractor
from extractor.export import events_table

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def articles() -> Iterator[Article]:
    """The documents with the dates of `seeds/published.json`."""
    for name, published in json.loads((SEEDS / "published.json").read_text()).items():
        text = (SEEDS / name).read_bytes().decode()
        yield Article(id=name, text=text, published_at=date.fromisoformat(published))


def main() -> int:
    """Print a table for each document; 1 where one could not be read."""
    console = Console(width=None if sys.stdout.isatty() else 140)
    failed = 0
    for record in Extractor().pipe(articles()):
        if isinstance(record, ErrorRecord):
            failed += 1
            console.print(f"{record.id}: {record.error.detail}", markup=False)
            continue
        title = f"{record.id}, published {record.published_at}: {len(record.events)} events"
        console.print(title, markup=False, highlight=False)
        console.print(events_table([record]))
        for part in record.skipped:
            what = f"{part.reason} {part.detail or ''}".strip()
            console.print(f"not read: characters {part.start} to {part.end} ({what})", markup=False)
        console.print()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
