"""Logs as JSON lines. They hold names, numbers and code places, never a word of an article."""

from __future__ import annotations

import datetime as dt
import logging
import sys
import traceback
from contextvars import ContextVar
from typing import Any

import msgspec

__all__ = ["REQUEST_ID", "JsonFormatter", "configure", "places"]

REQUEST_ID: ContextVar[str | None] = ContextVar("request_id", default=None)
"""Name of the request that is being answered."""

_STANDARD = frozenset(logging.LogRecord("", 0, "", 0, "", (), None).__dict__) | {"message", "color_message"}


class JsonFormatter(logging.Formatter):
    """A record as one JSON object: time, level, logger, message, request and what was given as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": REQUEST_ID.get(),
        }
        extra = record.__dict__.items()
        entry.update({name: value for name, value in extra if name not in _STANDARD and value is not None})
        if record.exc_info and record.exc_info[1] is not None:
            entry["trace"] = places(record.exc_info[1])
        return msgspec.json.encode(entry, enc_hook=str).decode()


def places(error: BaseException) -> list[str]:
    """Class and code places of an error. Its message stays out: it may quote what was sent."""
    frames = traceback.extract_tb(error.__traceback__)
    return [type(error).__name__, *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)]


def configure(level: str) -> None:
    """Log to standard error as JSON lines. For the command alone: a library leaves that to its user."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
