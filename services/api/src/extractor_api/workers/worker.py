"""What runs in a worker process: one task at a time, until the service closes the connection."""

from __future__ import annotations

import ctypes
import os
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from extractor_api.extraction import Reader
from extractor_api.workers.wire import Hello, Task, receive, send

__all__ = ["Memory", "serve"]

_PAGE = os.sysconf("SC_PAGE_SIZE")
_OOM_SCORE = Path("/proc/self/oom_score_adj")
_LONG = 100_000
"""Length of a text, in code points, after which the freed memory is handed back to the system."""
_TRIM_EVERY = 300_000
"""The same for many short texts, together: words that come once leave holes between what stays."""


class Memory:
    """Resident memory of this process. Keeps its file open: it is read after every article."""

    def __init__(self) -> None:
        try:
            self._file = os.open("/proc/self/statm", os.O_RDONLY)
        except OSError:
            self._file = -1

    def resident(self) -> int:
        """In bytes; 0 where the system does not tell."""
        if self._file < 0:
            return 0
        return int(os.pread(self._file, 100, 0).split()[1]) * _PAGE


def serve(connection: socket.socket, reader: Reader) -> None:
    """Answer tasks from `connection` until its other end closes."""
    _die_first()
    memory = Memory()
    decoder = msgspec.msgpack.Decoder(Task)
    trim = _trimmer()
    read = 0
    send(connection, Hello(os.getpid(), memory.resident()))
    while (data := receive(connection)) is not None:
        task = decoder.decode(data)
        outcome = reader.read(task)
        length = len(task.article.text)
        read += length
        if length > _LONG:
            trim()
        send(connection, msgspec.structs.replace(outcome, memory=memory.resident()))
        if read > _TRIM_EVERY:  # the answer is on its way
            trim()
            read = 0


def _die_first() -> None:
    """Let the kernel end a worker before the service, where memory runs out."""
    try:
        _OOM_SCORE.write_text("800")
    except OSError:
        return


def _trimmer() -> Callable[[], object]:
    """What hands freed memory back: the allocator of glibc keeps it otherwise. Others have no need of it."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return partial(trim, 0) if trim else int
