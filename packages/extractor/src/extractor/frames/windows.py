"""The network's layers that look at a word's neighbours, a few hundred rows at a time.

spaCy works each step out for all words of a batch before the next one, in arrays that no cache holds, and for
the padding between sentences as for words. Here a piece of the batch goes through all steps of a layer, and
a layer works out only what a word's vector depends on in the end. The numbers are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

from msgspec import Struct

__all__ = ["WindowLayers", "keep_to_windows"]

_PIECE = 512
"""Rows that are worked out together."""
_LEAVES = {"expand_window", "maxout", "layernorm", "dropout"}


class _Layer(Struct, frozen=True, gc=False):
    """Weights of a layer: those of all first pieces of its maxout, then of all second ones and so on."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any


class WindowLayers:
    """spaCy's `MaxoutWindowEncoder` of windows of three: vectors of the tokens of docs from those without
    context.
    """

    def __init__(self, cells: Sequence[Sequence[Any]]) -> None:
        """`cells` are a maxout and a layer norm for each layer."""
        self._numpy = import_module("numpy")
        self._first = cells[0][0]
        self._width = cells[0][0].get_dim("nO")
        self._layers = [self._layer(maxout, norm) for maxout, norm in cells]

    def _layer(self, maxout: Any, norm: Any) -> _Layer:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        return _Layer(
            self._numpy.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(-1, weights.shape[2]),
            self._numpy.ascontiguousarray(bias.T).reshape(-1),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def __call__(self, vectors: Sequence[Any]) -> list[Any]:
        """The vectors of the tokens of each doc."""
        numpy, depth = self._numpy, len(self._layers)
        sizes = [len(each) for each in vectors if len(each)]
        if not sizes:
            return [*vectors]
        gaps = numpy.zeros((depth, self._width), "float32")
        rows = numpy.concatenate([gaps, *(part for each in vectors if len(each) for part in (each, gaps))])
        wanted = _around_tokens(numpy, sizes, depth)
        for layer, (before, after) in zip(self._layers, pairwise(wanted), strict=True):
            places = (numpy.cumsum(before) - 1)[after]
            rows = self._through(layer, rows, places)
        ends = numpy.cumsum([len(each) for each in vectors[:-1]], dtype="int64")
        return [*numpy.split(rows, ends)]

    def _through(self, layer: _Layer, rows: Any, places: Any) -> Any:
        """What a layer makes of the rows at some places, each with the rows before and behind it."""
        numpy, width, gemm = self._numpy, self._width, self._first.ops.gemm
        windows = places[:, None] + numpy.arange(-1, 2)
        made = numpy.empty((len(places), width), "float32")
        for first in range(0, len(places), _PIECE):
            seen = rows.take(windows[first : first + _PIECE], axis=0)
            found = gemm(seen.reshape(len(seen), -1), layer.weights, trans2=True)
            found += layer.bias
            largest = made[first : first + _PIECE]
            numpy.maximum(found[:, :width], found[:, width : 2 * width], out=largest)
            for start in range(2 * width, found.shape[1], width):
                numpy.maximum(largest, found[:, start : start + width], out=largest)
            largest -= largest.mean(axis=1, keepdims=True)
            variance = numpy.multiply(largest, largest).mean(axis=1, keepdims=True)
            variance += 1e-8
            largest *= variance ** (-1.0 / 2.0)
            largest *= layer.scale
            largest += layer.shift
            largest += seen[:, 1]
        return made


def _around_tokens(numpy: Any, sizes: Sequence[int], depth: int) -> list[Any]:
    """Which rows each layer is given, and which ones the last one makes: those on which the tokens' vectors
    depend, of docs of so many tokens with `depth` rows before and behind each.
    """
    total = sum(sizes) + depth * (len(sizes) + 1)
    tokens = numpy.zeros(total, "bool")
    at = depth
    for size in sizes:
        tokens[at : at + size] = True
        at += size + depth
    wanted = [tokens]
    for _ in range(depth - 1):
        near = wanted[0].copy()
        near[1:] |= wanted[0][:-1]
        near[:-1] |= wanted[0][1:]
        wanted.insert(0, near)
    return [numpy.ones(total, "bool"), *wanted]


def keep_to_windows(model: Any) -> None:
    """Have the pipeline's network work so behind its embedding, if it is built as spaCy's small ones are."""
    encoder: Any = model.layers[-1] if model.layers else None
    cells = _cells(encoder)
    if not cells or model.ops.device_type != "cpu":
        return
    through = WindowLayers(cells)

    def forward(_: Any, vectors: list[Any], is_train: bool) -> tuple[Any, Any]:
        return encoder(vectors, True) if is_train else (through(vectors), None)

    model.layers[-1] = import_module("thinc.api").Model("kept_windows", forward, layers=[encoder])


def _cells(encoder: Any) -> list[tuple[Any, Any]]:
    """Maxout and layer norm of each layer of an encoder that sees one word more on each side with each layer;
    none of any other.
    """
    if encoder is None or not encoder.name.startswith("with_array(residual("):
        return []
    stack = encoder.layers[0]
    found = []
    for layer in stack.layers if stack.layers[0].name.startswith("residual(") else [stack]:
        leaves = {node.name: node for node in layer.walk() if not node.layers}
        if leaves.keys() != _LEAVES or leaves["expand_window"].attrs["window_size"] != 1:
            return []
        found.append((leaves["maxout"], leaves["layernorm"]))
    return found if encoder.attrs["pad"] == len(found) else []
