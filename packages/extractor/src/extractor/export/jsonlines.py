"""JSON Lines: one record a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from extractor_schema import ErrorRecord, Record, Result

__all__ = ["read_jsonl", "write_jsonl"]


class _Probe(msgspec.Struct):
    error: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


def write_jsonl(records: Iterable[Record], file: BinaryIO) -> int:
    """Write one record a line, UTF-8, each ended by a line feed; return the number of lines."""
    encoder = msgspec.json.Encoder()
    count = 0
    for record in records:
        file.write(encoder.encode(record) + b"\n")
        count += 1
    return count


def read_jsonl(lines: Iterable[bytes]) -> Iterator[Record]:
    r"""Read what `write_jsonl` wrote; give it a file that is open for reading bytes.

    Lines end at line feeds alone: U+2028 and U+0085 stand in texts and are no ends of lines.
    Blank lines are passed over. A line that is no record raises `msgspec.ValidationError` or `DecodeError`.

    >>> [record.id for record in read_jsonl([b'{"id":"a","error":{"type":"t","detail":"d"}}\n', b'\n'])]
    ['a']
    """
    probe = msgspec.json.Decoder(_Probe)
    results = msgspec.json.Decoder(Result)
    errors = msgspec.json.Decoder(ErrorRecord)
    for line in lines:
        if line.strip():
            failed = probe.decode(line).error is not msgspec.UNSET
            yield errors.decode(line) if failed else results.decode(line)
