"""Results in the forms that other programs read: JSON Lines, CSV, GeoJSON, a terminal table, data frames.

Each writer takes an iterable of records and works through it once, so that streams of any length can be
written. `ErrorRecord`s are written by `write_jsonl` alone; the forms with one row an event leave them out.

>>> import io
>>> from extractor.export import write_csv
>>> file = io.StringIO()
>>> write_csv([], file)
0
>>> file.getvalue().split(",")[:3]
['article_id', 'event_id', 'type']
"""

from __future__ import annotations

from extractor.export.dataframe import to_dataframe, write_parquet
from extractor.export.delimited import write_csv
from extractor.export.geojson import to_geojson
from extractor.export.jsonlines import read_jsonl, write_jsonl
from extractor.export.rows import COLUMNS, EventRow, event_rows
from extractor.export.table import events_table

__all__ = [
    "COLUMNS",
    "EventRow",
    "event_rows",
    "events_table",
    "read_jsonl",
    "to_dataframe",
    "to_geojson",
    "write_csv",
    "write_jsonl",
    "write_parquet",
]
