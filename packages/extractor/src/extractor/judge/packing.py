"""Rows of weights as one whole number each, so that to add rows up takes one addition a row.

Weights are whole thousandths. Those of a row stand side by side in one integer, each in a lane wide enough
for the sum of all the features that a text can have. The sum of such integers holds the exact sum of each
column, whatever the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import chain
from math import gcd
from struct import iter_unpack, unpack
from typing import Any

__all__ = ["PackedRows", "in_steps"]

_WHOLE = 1000
"""Weights are multiples of one part in so many."""
_ROOM = 20
"""Bits of a lane beyond those of the largest weight: sums of a million features fit."""
_NARROW, _WIDE = 32, 64
"""Widths of a lane in bits."""
Steps = tuple[int, ...]


class PackedRows(Mapping[str, Sequence[float]]):
    """Weights by feature, one number a class, that can be added up fast.

    Equal rows are one object: to look at an object makes a forked process copy the page that holds it.
    """

    def __init__(self, bias: Sequence[float], rows: Mapping[str, Sequence[float]]) -> None:
        self._fill(*in_steps(bias, rows))

    @classmethod
    def of_steps(cls, step: int, bias: Steps, rows: Mapping[str, int | Steps]) -> PackedRows:
        """The same from weights counted in steps of so many thousandths; a row of one is the number."""
        packed = cls.__new__(cls)
        packed._fill(step, bias, rows)
        return packed

    def _fill(self, step: int, bias: Steps, rows: Mapping[str, int | Steps]) -> None:
        classes = len(bias)
        many: Any = rows.values()
        numbers: list[Any] = [*bias, *many] if classes == 1 else [*bias, *chain.from_iterable(many)]
        most = max(max(numbers), -min(numbers))
        width = _NARROW if most < 1 << (_NARROW - 1 - _ROOM) else _WIDE
        if most >= 1 << (_WIDE - 1 - _ROOM):
            raise ValueError(f"weight out of range: {most * step / _WHOLE}")
        self._step = step
        self._classes, self._size = classes, classes * width // 8
        self._lanes = f"<{classes}{'i' if width == _NARROW else 'q'}"
        self._halves = sum(1 << (width - 1 + start) for start in range(0, width * classes, width))
        kept: dict[int, int] = {}
        single = map(kept.setdefault, numbers, numbers) if classes == 1 else self._beside(numbers, width)
        self._bias, *packed = single
        self._rows = dict(zip(rows, packed, strict=True))

    def _beside(self, numbers: Sequence[int], width: int) -> list[int]:
        """Each row's numbers side by side, the first one lowest; equal rows are one object."""
        numpy = import_module("numpy")
        half = numpy.uint64(1 << (width - 1))
        raised = numpy.fromiter(numbers, "int64", len(numbers)).astype("uint64") + half
        lanes = raised.astype(f"<u{width // 8}").tobytes()
        pieces = [piece for (piece,) in iter_unpack(f"{self._size}s", lanes)]
        made = {piece: int.from_bytes(piece, "little") - self._halves for piece in set(pieces)}
        return [made[piece] for piece in pieces]

    def _numbers(self, packed: int) -> list[float]:
        """The columns of a row or of a sum of rows: half a lane more in each keeps it from being negative,
        and its highest bit turned over makes it the number with its sign.
        """
        step = self._step
        if self._classes == 1:
            return [packed * step / _WHOLE]
        lanes = ((packed + self._halves) ^ self._halves).to_bytes(self._size, "little")
        return [number * step / _WHOLE for number in unpack(self._lanes, lanes)]

    def sums(self, features: Iterable[str]) -> list[float]:
        """Bias and weights of the features by class."""
        return self._numbers(sum(filter(None, map(self._rows.get, features)), self._bias))

    def __getitem__(self, name: str) -> list[float]:
        return self._numbers(self._rows[name])

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def in_steps(
    bias: Sequence[float], rows: Mapping[str, Sequence[float]]
) -> tuple[int, Steps, dict[str, int | Steps]]:
    """The largest step in thousandths of which all weights are multiples, and bias and rows counted in it; a
    row of one number is the number.
    """
    whole = {number: round(number * _WHOLE) for number in set(bias).union(*rows.values())}
    step = gcd(*whole.values()) or 1
    steps = {number: many // step for number, many in whole.items()}
    named: dict[str, int | Steps] = {
        name: tuple([steps[number] for number in row]) if len(bias) > 1 else steps[row[0]]
        for name, row in rows.items()
    }
    return step, tuple([steps[number] for number in bias]), named
