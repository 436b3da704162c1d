"""What schemathesis has to be told: how to write and read MessagePack and JSON lines."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import schemathesis


@schemathesis.serializer("application/msgpack")
def write_msgpack(ctx: Any, value: Any) -> bytes:
    """As MessagePack; what it can't hold goes as bytes that are none."""
    try:
        return msgspec.msgpack.encode(value)
    except (TypeError, OverflowError, UnicodeEncodeError):
        return b"\xc1"


@schemathesis.deserializer("application/msgpack")
def read_msgpack(ctx: Any, response: Any) -> Any:
    """From MessagePack."""
    return msgspec.msgpack.decode(response.content)


@schemathesis.serializer("application/x-ndjson")
def write_lines(ctx: Any, value: Any) -> bytes:
    """As one line."""
    return value if isinstance(value, bytes) else json.dumps(value).encode() + b"\n"


@schemathesis.deserializer("application/x-ndjson")
def read_lines(ctx: Any, response: Any) -> Any:
    """The last line: every line has the same schema."""
    return json.loads(response.content.split(b"\n")[-2])
