"""What runs in a worker process: one task at a time, until the service closes the connection."""

from __future__ import annotations

import ctypes
import os
import socket
from pathlib import Path

import msgspec

from extractor_api.extraction import Reader
from extractor_api.workers.wire import Hello, Task, receive, send

__all__ = ["resident_bytes", "serve"]

_PAGE = os.sysconf("SC_PAGE_SIZE")
_STATM = Path("/proc/self/statm")
_OOM_SCORE = Path("/proc/self/oom_score_adj")
_TRIM_ABOVE = 100_000
"""Length of a text, in code points, after which the freed memory is handed back to the system."""


def resident_bytes() -> int:
    """Resident memory of this process in bytes; 0 where the system does not tell."""
    try:
        return int(_STATM.read_text().split()[1]) * _PAGE
    except OSError:
        return 0


def serve(connection: socket.socket, reader: Reader) -> None:
    """Answer tasks from `connection` until its other end closes."""
    _die_first()
    decoder = msgspec.msgpack.Decoder(Task)
    send(connection, Hello(os.getpid(), resident_bytes()))
    while (data := receive(connection)) is not None:
        task = decoder.decode(data)
        outcome = reader.read(task)
        if len(task.article.text) > _TRIM_ABOVE:
            _trim()
        send(connection, msgspec.structs.replace(outcome, memory=resident_bytes()))


def _die_first() -> None:
    """Let the kernel end a worker before the service, where memory runs out."""
    try:
        _OOM_SCORE.write_text("800")
    except OSError:
        return


def _trim() -> None:
    """Hand freed memory back: the allocator of glibc keeps it otherwise."""
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError):
        return
