"""Rows of weights as one whole number each, so that to add rows up takes one addition a row.

A weight is written as a multiple of the smallest power of two that all weights of the model are multiples of:
exactly, for that is what a binary fraction is. The numbers of a row stand side by side in one integer, each
in a lane wide enough for the sum of all the features that a text can have. The sum of such integers holds the
exact sum of each column, which rounded once is what `math.fsum` gives.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import fsum

__all__ = ["PackedRows", "Rows", "SingleRows"]

_ROOM = 24
"""Bits of a lane beyond those of the largest weight: sums of so many millions of features fit."""


class Rows(Mapping[str, Sequence[float]]):
    """Rows of weights by feature that add up those of many features themselves."""

    _kept: Mapping[str, float]
    """By feature: its weight, or where its row stands."""

    @abstractmethod
    def sums(self, features: Iterable[str]) -> list[float]:
        """Bias and weights of the features by class, exactly summed and then rounded."""

    def __contains__(self, name: object) -> bool:
        return name in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


class PackedRows(Rows):
    """Weights by feature, one number a class, that can be added up fast.

    All rows together are one object in memory: to look at an object makes a forked process copy its page.
    """

    _kept: dict[str, int]

    def __init__(self, bias: Sequence[float], rows: Mapping[str, Sequence[float]]) -> None:
        numbers = set(bias).union(*rows.values())
        ratios = {number: number.as_integer_ratio() for number in numbers}
        shift = max((below.bit_length() - 1 for _, below in ratios.values()), default=0)
        self._unit = 2.0**-shift
        whole = {number: (above << shift) // below for number, (above, below) in ratios.items()}
        most = max(map(abs, whole.values()), default=0)
        self._size = (most.bit_length() + _ROOM) // 8 + 1
        self._half = 1 << (8 * self._size - 1)
        self._starts = range(0, 8 * self._size * len(bias), 8 * self._size)
        self._halves = sum(self._half << start for start in self._starts)
        lanes = {
            number: (value + self._half).to_bytes(self._size, "little") for number, value in whole.items()
        }
        joined = [b"".join([lanes[number] for number in row]) for row in (bias, *rows.values())]
        self._lanes = b"".join(joined)
        self._length = len(joined[0])
        self._kept = {name: place * self._length for place, name in enumerate(rows, 1)}
        self._bias = self._sum([0])

    def _sum(self, places: Sequence[int]) -> int:
        """The rows at some places, that of the bias at 0, added up."""
        lanes, length = self._lanes, self._length
        rows = [int.from_bytes(lanes[place : place + length], "little") for place in places]
        return sum(rows) - len(rows) * self._halves

    def _numbers(self, packed: int) -> list[float]:
        """The columns of a row or of a sum of rows; half a lane more in each keeps it from being negative."""
        lanes, half, unit, mask = packed + self._halves, self._half, self._unit, 2 * self._half - 1
        return [((lanes >> start & mask) - half) * unit for start in self._starts]

    def sums(self, features: Iterable[str]) -> list[float]:
        """Bias and weights of the features by class, exactly summed and then rounded."""
        places = filter(None, map(self._kept.get, features))
        return self._numbers(self._sum([*places]) + self._bias)

    def __getitem__(self, name: str) -> list[float]:
        return self._numbers(self._sum([self._kept[name]]))


class SingleRows(Rows):
    """The weights of a model of two classes, for which a row is one number: kept without a row around it.

    Equal numbers are one object, so that few pages of memory hold them all.
    """

    def __init__(self, bias: Sequence[float], rows: Mapping[str, Sequence[float]]) -> None:
        self._bias = tuple(bias)
        numbers: dict[float, float] = {}
        self._kept = {name: numbers.setdefault(row[0], row[0]) for name, row in rows.items()}

    def sums(self, features: Iterable[str]) -> list[float]:
        """Bias and weights of the features, exactly summed and then rounded."""
        return [fsum(chain(self._bias, filter(None, map(self._kept.get, features))))]

    def __getitem__(self, name: str) -> tuple[float]:
        return (self._kept[name],)
