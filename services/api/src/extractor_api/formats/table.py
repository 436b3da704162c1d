"""CSV (RFC 4180): one line for an event, for reading in a spreadsheet or a data frame.

The columns are those of `extractor.export`, and two more for articles that could not be read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import msgspec

from extractor.export import COLUMNS as EVENT_COLUMNS
from extractor.export import event_rows
from extractor_api.contract import ItemError
from extractor_api.formats.base import Format
from extractor_schema import Result

__all__ = ["COLUMNS", "CSV"]

COLUMNS = (*EVENT_COLUMNS, "error_type", "error_detail")
"""Columns of the table. Several names in one cell are separated by `; `."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: object) -> str:
    """A cell's text. A leading sign that a spreadsheet would run as a formula is set off by an apostrophe."""
    if value is None:
        return ""
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(_FORMULA) else text


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode()


def _item(result: Result) -> bytes:
    return _lines((*msgspec.structs.astuple(row), None, None) for row in event_rows([result]))


def _error(error: ItemError) -> bytes:
    problem = error.error
    cells = dict.fromkeys(COLUMNS, "")
    cells |= {
        "article_id": error.id or "",
        "error_type": problem.type,
        "error_detail": problem.detail or problem.title,
    }
    return _lines([tuple(cells.values())])


def _batch(pieces: Sequence[bytes]) -> bytes:
    return ",".join(COLUMNS).encode() + b"\r\n" + b"".join(pieces)


CSV = Format(
    name="csv",
    media_type="text/csv",
    item=_item,
    error=_error,
    single=lambda piece: _batch([piece]),
    batch=_batch,
)
