"""Vectors in context are those that the pipeline's network gives, to the last bit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from extractor.config import DEFAULT_PIPELINE
from extractor.frames import windows
from extractor.frames.maxing import keep_only_largest
from extractor.frames.products import multiply_by_numpy, one_thread
from extractor.frames.windows import keep_to_windows

SIZES = [[1], [3, 0, 25], [0], [0, 0, 2], [4, 60, 1, 1, 9]]


@pytest.fixture(scope="module", params=["by numpy", "by BLIS"])
def networks(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    spacy = pytest.importorskip("spacy")
    both = [spacy.load(DEFAULT_PIPELINE, exclude=["ner"]).get_pipe("tok2vec").model for _ in range(2)]
    for model in both:
        keep_only_largest(model)
    keep_to_windows(both[1])
    if request.param == "by numpy":
        for model in both:
            multiply_by_numpy(model)
    return both[0].layers[-1], both[1].layers[-1]


@pytest.mark.parametrize("piece", [512, 16])
@pytest.mark.parametrize("sizes", SIZES)
def test_same_vectors(
    networks: tuple[Any, Any], sizes: list[int], piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "_PIECE", piece)
    plain, ours = networks
    assert ours.name == "kept_windows"
    random = np.random.default_rng(len(sizes))
    vectors = [random.standard_normal((size, 96)).astype("float32") for size in sizes]
    with one_thread():
        found, wanted = ours.predict(vectors), plain.predict(vectors)
    assert [each.shape for each in found] == [each.shape for each in vectors]
    assert all(np.array_equal(a, b) for a, b in zip(found, wanted, strict=True))


def test_networks_of_another_make_are_left_alone() -> None:
    spacy = pytest.importorskip("spacy")
    model = spacy.load(DEFAULT_PIPELINE, exclude=["ner"]).get_pipe("tagger").model
    layers = [*model.walk()]
    keep_to_windows(model)
    assert [*model.walk()] == layers
