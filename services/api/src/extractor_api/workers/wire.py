"""Messages between the service, the parent of the workers and the workers: length-prefixed MessagePack."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from extractor_api.contract import Options
from extractor_api.problems import Problem
from extractor_schema import Engine
from extractor_schema.wire import WireArticle

__all__ = [
    "Boot",
    "Done",
    "Exited",
    "Failed",
    "Frames",
    "FromParent",
    "FromWorker",
    "Hello",
    "LoadFailed",
    "Loaded",
    "Task",
    "frame",
    "receive",
    "send",
]

_LENGTH = struct.Struct("!I")
_ENCODER = msgspec.msgpack.Encoder()


class Boot(msgspec.Struct, frozen=True, array_like=True):
    """Service to parent: what to load."""

    factory: str
    pipeline: str | None
    max_characters: int
    extensions: tuple[str, ...] = ()


class Loaded(msgspec.Struct, frozen=True, array_like=True, tag="loaded"):
    """Parent to service: the pipeline is there and workers can be forked."""

    engine: Engine
    ontology: bytes
    """The ontology as JSON."""
    types: tuple[str, ...]
    """Names of its event types."""
    seconds: float


class LoadFailed(msgspec.Struct, frozen=True, array_like=True, tag="failed"):
    """Parent to service: the extractor can't be built; the parent ends."""

    kind: str
    detail: str


class Exited(msgspec.Struct, frozen=True, array_like=True, tag="exited"):
    """Parent to service: a worker ended; `status` is its exit code, or minus the signal that ended it."""

    pid: int
    status: int


class Task(msgspec.Struct, frozen=True, array_like=True):
    """Service to worker: an article to read."""

    article: WireArticle
    options: Options
    format: str
    """Name of the format that the result is wanted in."""


class Hello(msgspec.Struct, frozen=True, array_like=True, tag="hello"):
    """Worker to service: ready for a first task."""

    pid: int
    memory: int
    """Resident bytes."""


class Done(msgspec.Struct, frozen=True, array_like=True, tag="done"):
    """Worker to service: the article's result, encoded."""

    body: bytes
    events: dict[str, int]
    """Number of events of each type."""
    seconds: float
    memory: int


class Failed(msgspec.Struct, frozen=True, array_like=True, tag="failed"):
    """Worker to service: the article's problem. `trace` names code places, never words of the article."""

    problem: Problem
    seconds: float
    memory: int
    trace: tuple[str, ...] = ()


FromParent: TypeAlias = Loaded | LoadFailed | Exited
FromWorker: TypeAlias = Hello | Done | Failed


class Frames:
    """Cuts a stream of bytes into messages."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Take in `data` and yield every message that is complete."""
        buffer = self._buffer
        buffer += data
        while len(buffer) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(buffer)[0]
            if len(buffer) < end:
                return
            frame = bytes(memoryview(buffer)[_LENGTH.size : end])
            del buffer[:end]
            yield frame


def frame(message: msgspec.Struct) -> bytes:
    """The message as bytes, ready to be written."""
    body = _ENCODER.encode(message)
    return _LENGTH.pack(len(body)) + body


def send(connection: socket.socket, message: msgspec.Struct) -> None:
    """Write one message, waiting until it is taken."""
    connection.sendall(frame(message))


def receive(connection: socket.socket) -> bytes | None:
    """Wait for one message; None where the other end has gone."""
    head = _exactly(connection, _LENGTH.size)
    return None if head is None else _exactly(connection, _LENGTH.unpack(head)[0])


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    data = bytearray(size)
    view = memoryview(data)
    filled = 0
    while filled < size:
        count = connection.recv_into(view[filled:])
        if not count:
            return None
        filled += count
    return bytes(data)
