"""Data frames and Parquet, where pandas and pyarrow are installed."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from extractor.export.rows import COLUMNS, event_rows
from extractor_schema import Record

__all__ = ["to_dataframe", "write_parquet"]

DAYS = ("date_start", "date_end", "published_at")


def to_dataframe(records: Iterable[Record]) -> Any:
    """A `pandas.DataFrame` with one row an event and the columns of `EventRow`.

    Days are `datetime64` values. Raises `ImportError`, which names the command that mends it, where pandas
    is missing.
    """
    pandas = _import("pandas", "dataframe")
    frame = pandas.DataFrame([msgspec.structs.astuple(r) for r in event_rows(records)], columns=list(COLUMNS))
    for name in DAYS:
        frame[name] = frame[name].astype("datetime64[s]")
    frame["geonames_id"] = frame["geonames_id"].astype("Int64")
    return frame


def write_parquet(records: Iterable[Record], path: str | Path) -> int:
    """Write the data frame as a Parquet file; return the number of rows.

    Raises `ImportError`, with the command that mends it, where pandas or pyarrow is missing.
    """
    _import("pyarrow", "parquet")
    frame = to_dataframe(records)
    frame.to_parquet(path, index=False, engine="pyarrow")
    return len(frame)


def _import(name: str, extra: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ImportError(
            f"{name} is needed for this export: pip install 'newsact-extractor[{extra}]'"
        ) from error
