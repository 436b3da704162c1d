"""Articles from files, options and lines of JSON."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import Any, Literal

import msgspec

from extractor.errors import InvalidArticle
from extractor_schema import Article, ErrorDetail, ErrorRecord

__all__ = ["decode_line", "parse_published", "read_text"]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})", re.IGNORECASE)


class _Line(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A line as it comes: `published_at` is read afterwards, since it may be a day or a moment."""

    text: str
    id: str | None = None
    title: str | None = None
    published_at: str | None = None
    language: str | None = None
    url: str | None = None
    content_type: Literal["text/plain", "text/markdown", "text/html"] | None = None


LINE = msgspec.json.Decoder(_Line)


def parse_published(value: str) -> dt.date:
    """A day (`2026-01-26`), or a date-time with its offset (`2026-01-26T23:30:00+01:00`).

    Raises InvalidArticle for any other form and for days that do not exist.

    >>> parse_published("2026-01-26")
    datetime.date(2026, 1, 26)
    """
    try:
        if DAY.fullmatch(value):
            return dt.date.fromisoformat(value)
        if MOMENT.fullmatch(value):
            return dt.datetime.fromisoformat(value.upper().replace(",", "."))
    except ValueError as error:
        raise InvalidArticle("published_at", value, f"{value!r} does not exist: {error}") from error
    reason = (
        f"{value!r} is neither a day (2026-01-26) nor a date-time with its offset (2026-01-26T23:30+01:00)"
    )
    raise InvalidArticle("published_at", value, reason)


def read_text(name: str) -> str:
    """The text of a file, or of standard input for `-`, as UTF-8 with its line ends as they are.

    Raises OSError, and InvalidArticle where the bytes are not UTF-8.
    """
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: byte 0x{data[error.start]:02x} at position {error.start}"
        raise InvalidArticle("text", data[error.start : error.end], reason) from error


def decode_line(line: bytes, number: int) -> Article | ErrorRecord:
    """The article of a line of JSON, or the record that stands for it when it holds none."""
    try:
        wire = LINE.decode(line)
        published = None if wire.published_at is None else parse_published(wire.published_at)
    except (msgspec.ValidationError, InvalidArticle) as error:
        return _bad(line, number, "invalid_article", str(error))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _bad(line, number, "invalid_json", _json_fault(line, error))
    return Article(
        text=wire.text,
        id=wire.id,
        title=wire.title,
        published_at=published,
        language=wire.language,
        url=wire.url,
        content_type=wire.content_type,
    )


def _bad(line: bytes, number: int, kind: str, detail: str) -> ErrorRecord:
    return ErrorRecord(id=_id_of(line), line=number, error=ErrorDetail(type=kind, detail=detail))


def _id_of(line: bytes) -> str | None:
    """The id of a line that could not be read as an article, where it has one all the same."""
    value: Any
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    name = value.get("id") if isinstance(value, dict) else None
    if isinstance(name, str):
        return name.encode("utf-8", "replace").decode("utf-8")
    return str(name) if isinstance(name, int) and not isinstance(name, bool) else None


def _json_fault(line: bytes, error: Exception) -> str:
    """What is wrong with the JSON; msgspec calls a lone surrogate truncated input."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: {error.reason} at byte {error.start}"
    try:
        json.loads(line)
    except UnicodeDecodeError as fault:
        return f"not UTF-8: {fault.reason} at byte {fault.start}"
    except (ValueError, RecursionError):
        return str(error)
    return "a string holds half of a surrogate pair (\\ud800 to \\udfff), which is no character"
