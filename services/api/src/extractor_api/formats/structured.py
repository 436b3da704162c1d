"""JSON and MessagePack: the result as it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractor_api.formats.base import Format

__all__ = ["JSON", "MSGPACK"]


def _json_batch(pieces: Sequence[bytes]) -> bytes:
    return b'{"results":[' + b",".join(pieces) + b"]}"


def _msgpack_batch(pieces: Sequence[bytes]) -> bytes:
    return msgspec.msgpack.encode({"results": [msgspec.Raw(piece) for piece in pieces]})


JSON = Format(
    name="json",
    media_type="application/json",
    item=msgspec.json.encode,
    error=msgspec.json.encode,
    single=bytes,
    batch=_json_batch,
)
MSGPACK = Format(
    name="msgpack",
    media_type="application/msgpack",
    aliases=("application/vnd.msgpack", "application/x-msgpack"),
    item=msgspec.msgpack.encode,
    error=msgspec.msgpack.encode,
    single=bytes,
    batch=_msgpack_batch,
)
