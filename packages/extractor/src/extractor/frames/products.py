"""Matrix products of the network by numpy's BLAS, where it is as even as spaCy's own.

spaCy multiplies by BLIS, which gives a row of a matrix the same numbers whatever stands around it. OpenBLAS,
which comes with numpy, is two to three times as fast, but has other code for a few rows than for many. It is
used where rows in multiples of eight come out even, to the last bit, and held to one thread: then a
sentence's tree does not depend on the sentences that are parsed with it, nor on the number of cores.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

__all__ = ["multiply_by_numpy", "one_thread"]

_LEAST = 256
"""Fewer columns than this are left to BLIS: there is little to gain, and OpenBLAS has more special cases."""
_ROWS = 8
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
        if out is None:
            out = self._numpy.empty((len(x), len(y)), "float32")
        whole = len(x) - len(x) % _ROWS
        if whole:
            self._numpy.matmul(x[:whole], y.T, out=out[:whole])
        if whole < len(x):
            rest = self._numpy.zeros((_ROWS, x.shape[1]), "float32")
            rest[: len(x) - whole] = x[whole:]
            out[whole:] = self._numpy.matmul(rest, y.T)[: len(x) - whole]
        return out

    def _is_even(self, y: Any) -> bool:
        """Whether eight rows give the same numbers alone and among many. Tried once for each shape."""
        known = self._even.get(y.shape)
        if known is None:
            width = y.shape[1]
            x = self._numpy.sin(self._numpy.arange(_TRIED * width, dtype="float32")).reshape(_TRIED, width)
            among = x @ y.T
            known = self._even[y.shape] = all(
                self._numpy.array_equal(x[k : k + _ROWS] @ y.T, among[k : k + _ROWS])
                for k in range(0, _TRIED - _ROWS, _STEP)
            )
        return known
