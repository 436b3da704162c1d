"""Matrix products of the network by numpy's BLAS, where it is as even as spaCy's own.

spaCy multiplies by BLIS, which gives a row of a matrix the same numbers whatever stands around it. OpenBLAS,
which comes with numpy, is two to ten times as fast, but has other code for small products than for large
ones. It is used where rows in multiples of eight, or of 32 where columns are few, come out even, to the last
bit, and held to one thread: then a sentence's tree does not depend on the sentences that are parsed with it,
nor on the number of cores.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

__all__ = ["multiply_by_numpy", "one_thread"]

_LEAST = 48
"""Fewer columns than this are left to BLIS: there is little to gain, and OpenBLAS has more special cases."""
_WIDE = 256
_ROWS, _ROWS_OF_NARROW = 8, 32
"""Rows are multiplied so many at a time, or multiples of it: with `_WIDE` columns or more, and with fewer."""
_FEW = 256
"""So many rows are rather copied, for want of some to make them a multiple, than multiplied in two parts."""
_TRIED, _STEP = 520, 37


def multiply_by_numpy(model: Any) -> None:
    """Have the layers below a thinc model multiply by numpy, if they do by BLIS and numpy's threads can be
    held.
    """
    if type(model.ops).__name__ != "NumpyOps" or not _libraries().lib_controllers:
        return
    ops = type(model.ops)(use_blis=True)
    ops.gemm = _Products(ops.gemm)
    for node in model.walk():
        node.ops = ops


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold numpy's BLAS to one thread; what is forked within is held for good."""
    libraries = _libraries()
    if all(library.num_threads == 1 for library in libraries.lib_controllers):
        yield
    else:
        with libraries.limit(limits=1):
            yield


@cache
def _libraries() -> Any:
    import_module("numpy")
    return import_module("threadpoolctl").ThreadpoolController().select(user_api="blas")


class _Products:
    """`gemm` of thinc's operations, by numpy where that is even."""

    def __init__(self, other: Any) -> None:
        """`other` multiplies what numpy does not."""
        self._other = other
        self._numpy = import_module("numpy")
        self._even: dict[tuple[int, int], bool] = {}

    def __call__(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        fitting = trans2 and not trans1 and len(y) >= _LEAST and x.dtype == y.dtype == "float32"
        if not fitting or not self._is_even(y):
            return self._other(x, y, out=out, trans1=trans1, trans2=trans2)
        numpy, size, step = self._numpy, len(x), _rows(y)
        rest = size % step
        if out is None and rest and size <= _FEW:
            return numpy.matmul(self._filled_up(x, size + step - rest), y.T)[:size]
        if out is None:
            out = numpy.empty((size, len(y)), "float32")
        whole = size - rest
        if whole:
            numpy.matmul(x[:whole], y.T, out=out[:whole])
        if rest:
            out[whole:] = numpy.matmul(self._filled_up(x[whole:], step), y.T)[:rest]
        return out

    def _filled_up(self, x: Any, size: int) -> Any:
        """The rows and as many of zeros as make them so many."""
        rows = self._numpy.zeros((size, x.shape[1]), "float32")
        rows[: len(x)] = x
        return rows

    def _is_even(self, y: Any) -> bool:
        """Whether a few rows give the same numbers alone and among many. Tried once for each shape."""
        known = self._even.get(y.shape)
        if known is None:
            width, size = y.shape[1], _rows(y)
            x = self._numpy.sin(self._numpy.arange(_TRIED * width, dtype="float32")).reshape(_TRIED, width)
            among = x @ y.T
            known = self._even[y.shape] = all(
                self._numpy.array_equal(x[k : k + size] @ y.T, among[k : k + size])
                for k in range(0, _TRIED - size, _STEP)
            )
        return known


def _rows(y: Any) -> int:
    """How many rows, or a multiple of it, are multiplied with a matrix."""
    return _ROWS if len(y) >= _WIDE else _ROWS_OF_NARROW
