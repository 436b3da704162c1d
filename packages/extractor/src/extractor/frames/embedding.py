"""Vectors of words before their context, each distinct word once.

The first layers of the pipeline's network see nothing of a word but its form; a third of the words of a text
are new to it. What they make of a form is kept, and what is kept is bounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["WordVectors", "keep_vectors"]

_KEPT = 3072
"""Forms: a word that comes back within so many others is not embedded again."""
_EDGES = ("extract_features", "list2ragged"), "ragged2list"


class WordVectors:
    """Layers that look at each token for itself, with a memory of what they made of the last forms."""

    def __init__(self, layers: Sequence[Any]) -> None:
        """`layers` are those of spaCy's embedding: features of docs, all tokens in one array, what makes
        vectors of them, and an array for each doc again.
        """
        self._features, _, *self._inner, _ = layers
        self._width = self._inner[-1].get_dim("nO")
        self._numpy = import_module("numpy")
        self._ragged = import_module("thinc.types").Ragged
        self._places: dict[bytes, int] = {}
        """Rows of the vectors by form, in the order in which they were last asked for."""
        self._vectors: Any = None

    def __call__(self, docs: list[Doc]) -> list[Any]:
        """The vectors of the tokens of each doc."""
        numpy = self._numpy
        columns = self._features.predict(docs)
        rows = numpy.concatenate(columns)
        size, data = rows.itemsize * rows.shape[1], rows.tobytes()
        forms = [data[at : at + size] for at in range(0, len(data), size)]
        self._learn(rows, forms)
        found = self._vectors[[*map(self._places.__getitem__, forms)]]
        ends = numpy.cumsum([len(each) for each in columns[:-1]], dtype="int64")
        return [*numpy.split(found, ends)]

    def _learn(self, rows: Any, forms: list[bytes]) -> None:
        """Have vectors for all forms; `rows` are what they are the bytes of."""
        places = self._places
        wanted = {form: k for k, form in enumerate(forms)}
        if self._vectors is None or len(wanted) > len(self._vectors):
            # Made once: arrays that grow leave holes in memory.
            self._vectors = self._numpy.empty((max(_KEPT, len(wanted)), self._width), "float32")
            places.clear()
        new = [form for form in wanted if form not in places]
        for form in wanted:
            if form in places:
                places[form] = places.pop(form)
        if not new:
            return
        made = self._ragged(rows[[wanted[form] for form in new]], self._numpy.array([len(new)], dtype="i"))
        for layer in self._inner:
            made = layer.predict(made)
        free = [*range(len(places), len(self._vectors))]
        free += [places.pop(form) for form in [*islice(places, max(0, len(new) - len(free)))]]
        taken = free[: len(new)]
        self._vectors[taken] = made.data
        places.update(zip(new, taken, strict=True))


def keep_vectors(model: Any) -> None:
    """Give the pipeline's network such a memory, if it is built as spaCy's small pipelines are."""
    embedding = model.layers[0] if model.layers else None
    if embedding is None or not _sees_single_tokens(embedding.layers):
        return
    vectors = WordVectors(embedding.layers)

    def forward(_: Any, docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        return embedding(docs, True) if is_train else (vectors(docs), None)

    model.layers[0] = import_module("thinc.api").Model("kept_vectors", forward, layers=[embedding])


def _sees_single_tokens(layers: Sequence[Any]) -> bool:
    names = [layer.name for layer in layers]
    if len(names) < 4 or (tuple(names[:2]), names[-1]) != _EDGES:
        return False
    return all(name.startswith("with_array(") and "window" not in name for name in names[2:-1])
