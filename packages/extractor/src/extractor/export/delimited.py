"""CSV: one row an event."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

import msgspec

from extractor.export.rows import COLUMNS, event_rows
from extractor_schema import Record

__all__ = ["write_csv"]


def write_csv(records: Iterable[Record], file: TextIO) -> int:
    """Write a header and one row an event; return the number of rows.

    Comma-separated as RFC 4180 has it, with line feeds; days are ISO 8601; an absent value is an empty cell.
    The columns are those of `EventRow`. Open the file with `newline=""`.
    """
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in event_rows(records):
        writer.writerow(msgspec.structs.astuple(row))
        count += 1
    return count
