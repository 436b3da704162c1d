"""Articles from files, options and lines of JSON."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from extractor.errors import InvalidArticle
from extractor_schema import Article, ErrorDetail, ErrorRecord
from extractor_schema.wire import FORM_BROKEN, FORMS, WireArticle, parse_published_at

__all__ = ["decode_line", "parse_published", "read_text"]

LINE = msgspec.json.Decoder(WireArticle)


def parse_published(value: str) -> dt.date:
    """A day (`2026-01-26`), or a date-time with its offset (`2026-01-26T23:30:00+01:00`).

    Raises InvalidArticle for any other form and for days that do not exist.

    >>> parse_published("2026-01-26")
    datetime.date(2026, 1, 26)
    """
    try:
        return parse_published_at(value)
    except ValueError as error:
        raise InvalidArticle("published_at", value, str(error)) from error


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
        return _article(line)
    except (msgspec.ValidationError, InvalidArticle) as error:
        return _bad(line, number, "invalid_article", _breach(str(error)))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _bad(line, number, "invalid_json", _json_fault(line, error))


def _article(line: bytes) -> Article:
    sent = LINE.decode(line)
    try:
        return sent.to_article()
    except ValueError as error:
        raise InvalidArticle("published_at", sent.published_at, str(error)) from error


def _breach(message: str) -> str:
    """The message, with the form of the field that it names where it does not say that itself."""
    field = message.rpartition(" - at `$.")[2].removesuffix("`")
    known = field in FORMS and message.startswith(FORM_BROKEN)
    return f"{message}, where {FORMS[field]}" if known else message


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
