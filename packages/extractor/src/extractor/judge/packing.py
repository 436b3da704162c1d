"""Rows of weights as one whole number each, so that to add rows up takes one addition a row.

Weights are whole thousandths. Those of a row stand side by side in one integer, each in a lane wide enough
for the sum of all the features that a text can have. The sum of such integers holds the exact sum of each
column, whatever the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import gcd

__all__ = ["PackedRows"]

_WHOLE = 1000
"""Weights are multiples of one part in so many."""
_ROOM = 20
"""Bits of a lane beyond those of the largest weight: sums of a million features fit."""


class PackedRows(Mapping[str, Sequence[float]]):
    """Weights by feature, one number a class, that can be added up fast.

    Equal rows are one object: to look at an object makes a forked process copy the page that holds it.
    """

    def __init__(self, bias: Sequence[float], rows: Mapping[str, Sequence[float]]) -> None:
        whole = {number: round(number * _WHOLE) for number in set(bias).union(*rows.values())}
        self._step = gcd(*whole.values()) or 1
        most = max(map(abs, whole.values()), default=0) // self._step
        width = most.bit_length() + 1 + _ROOM
        self._half, self._mask = 1 << (width - 1), (1 << width) - 1
        self._starts = range(0, width * len(bias), width)
        self._halves = sum(self._half << start for start in self._starts)
        packed: dict[tuple[float, ...], int] = {}
        for row in {tuple(bias), *map(tuple, rows.values())}:
            lanes = zip(row, self._starts, strict=True)
            packed[row] = sum(whole[number] // self._step << start for number, start in lanes)
        self._rows = {name: packed[tuple(row)] for name, row in rows.items()}
        self._bias = packed[tuple(bias)]

    def _numbers(self, packed: int) -> list[float]:
        """The columns of a row or of a sum of rows; half a lane more in each keeps it from being negative."""
        if len(self._starts) == 1:
            return [packed * self._step / _WHOLE]
        lanes, half, mask, step = packed + self._halves, self._half, self._mask, self._step
        return [((lanes >> start & mask) - half) * step / _WHOLE for start in self._starts]

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
