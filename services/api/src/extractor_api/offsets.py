"""Offsets in the unit that a caller counts in: code points, UTF-16 units or bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from extractor_api.contract import Offsets
from extractor_schema import Result, Skipped, Span

__all__ = ["in_unit"]

_CODECS = {"utf16": ("utf-16-le", 2), "byte": ("utf-8", 1)}


def in_unit(result: Result, text: str, unit: Offsets) -> Result:
    """The result with every offset into `text` counted in `unit`, from offsets in code points."""
    if unit == "codepoint" or text.isascii():
        return result
    positions: set[int] = set()

    def note(offset: int) -> int:
        positions.add(offset)
        return offset

    _rebuild(result, note)
    table = _table(text, sorted(positions), *_CODECS[unit])
    return _rebuild(result, table.__getitem__)  # type: ignore[no-any-return]


def _table(text: str, positions: list[int], codec: str, width: int) -> dict[int, int]:
    """Each position's offset in the other unit, in one walk over the text."""
    table: dict[int, int] = {}
    before = length = 0
    for position in positions:
        length += len(text[before:position].encode(codec)) // width
        table[position] = length
        before = position
    return table


def _rebuild(value: Any, move: Callable[[int], int]) -> Any:
    """A copy of a struct or tuple in which every span's ends went through `move`."""
    if isinstance(value, Span | Skipped):
        return msgspec.structs.replace(value, start=move(value.start), end=move(value.end))
    if isinstance(value, tuple):
        return tuple(_rebuild(item, move) for item in value)
    if isinstance(value, msgspec.Struct):
        fields = {name: _rebuild(getattr(value, name), move) for name in value.__struct_fields__}
        return type(value)(**fields)
    return value
