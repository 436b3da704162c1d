"""Content codings: gzip and zstd, with bounds on what comes out."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import zstandard

from extractor_api.problems import ProblemError

__all__ = ["CODINGS", "Compressor", "Decompressor", "choose", "compressor", "decompressor"]

CODINGS = ("gzip", "zstd")
"""Names as in `Content-Encoding`."""
_GZIP_WINDOW = 31
_PIECE = 65_536
_SLICE = 256
"""Bytes of zstd taken at once, which bounds what comes out: 4 bytes can stand for 128 kB."""


class Decompressor(Protocol):
    """Turns compressed bytes into plain ones, piece by piece."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Plain bytes, in pieces small enough to be counted before the next is made."""

    def finish(self) -> None:
        """Raises `malformed-body` where the compressed bytes were cut off."""


class Compressor(Protocol):
    """Turns plain bytes into compressed ones."""

    def compress(self, data: bytes) -> bytes:
        """Take in `data`; what is ready comes out."""

    def flush_block(self) -> bytes:
        """Bring out everything taken in so far."""

    def finish(self) -> bytes:
        """The rest."""


def decompressor(coding: str) -> Decompressor:
    """For the value of a `Content-Encoding`. Raises `unsupported-encoding`."""
    name = coding.strip().lower()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip"):
        return _Gunzip()
    if name == "zstd":
        return _Unzstd()
    raise ProblemError("unsupported-encoding", f"Content-Encoding: {coding[:100]}", supported=CODINGS)


def compressor(coding: str) -> Compressor:
    """For one of CODINGS."""
    return _Gzip() if coding == "gzip" else _Zstd()


def choose(accept_encoding: str) -> str | None:
    """The coding that the value of `Accept-Encoding` likes best; None for none."""
    qualities: dict[str, float] = {}
    for part in accept_encoding.lower().split(","):
        name, _, parameter = part.partition(";")
        try:
            qualities[name.strip()] = float(parameter.replace(" ", "").removeprefix("q=") or 1)
        except ValueError:
            qualities[name.strip()] = 0.0
    best = max(("zstd", "gzip"), key=lambda name: qualities.get(name, qualities.get("*", 0.0)))
    return best if qualities.get(best, qualities.get("*", 0.0)) > 0 else None


def _cut_off(coding: str) -> ProblemError:
    return ProblemError("malformed-body", f"the body does not hold complete {coding} data")


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        if data:
            yield data

    def finish(self) -> None:
        return


class _Gunzip:
    def __init__(self) -> None:
        self._state = zlib.decompressobj(_GZIP_WINDOW)

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            try:
                piece = self._state.decompress(data, _PIECE)
            except zlib.error as error:
                raise _cut_off("gzip") from error
            if piece:
                yield piece
            data = self._state.unconsumed_tail
            if self._state.unused_data:
                raise _cut_off("gzip")

    def finish(self) -> None:
        if not self._state.eof:
            raise _cut_off("gzip")


class _Unzstd:
    def __init__(self) -> None:
        self._state = zstandard.ZstdDecompressor(max_window_size=1 << 23).decompressobj()

    def feed(self, data: bytes) -> Iterator[bytes]:
        for begin in range(0, len(data), _SLICE):
            try:
                piece = self._state.decompress(data[begin : begin + _SLICE])
            except zstandard.ZstdError as error:
                raise _cut_off("zstd") from error
            if piece:
                yield piece

    def finish(self) -> None:
        if not self._state.eof:
            raise _cut_off("zstd")


class _Gzip:
    def __init__(self) -> None:
        self._state = zlib.compressobj(4, zlib.DEFLATED, _GZIP_WINDOW)

    def compress(self, data: bytes) -> bytes:
        return self._state.compress(data)

    def flush_block(self) -> bytes:
        return self._state.flush(zlib.Z_SYNC_FLUSH)

    def finish(self) -> bytes:
        return self._state.flush()


class _Zstd:
    def __init__(self) -> None:
        self._state = zstandard.ZstdCompressor(level=3).compressobj()

    def compress(self, data: bytes) -> bytes:
        return self._state.compress(data)

    def flush_block(self) -> bytes:
        return self._state.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)

    def finish(self) -> bytes:
        return self._state.flush(zstandard.COMPRESSOBJ_FLUSH_FINISH)
