"""Vectors that are kept, and made by fewer steps, are those that the pipeline's network makes anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from extractor.config import DEFAULT_PIPELINE
from extractor.frames import embedding
from extractor.frames.embedding import keep_vectors
from extractor.frames.maxing import keep_only_largest

TEXTS = [
    "The minister met the envoy in Cairo.",
    "The envoy left Cairo on Friday, and the minister stayed.",
    "Talks",
    "No deal was reached.",
]


@pytest.fixture(scope="module")
def pipelines() -> Iterator[tuple[Any, Any]]:
    spacy = pytest.importorskip("spacy")
    plain, keeping = spacy.load(DEFAULT_PIPELINE), spacy.load(DEFAULT_PIPELINE)
    keep_only_largest(keeping.get_pipe("tok2vec").model)
    keep_vectors(keeping.get_pipe("tok2vec").model)
    yield plain, keeping


def vectors(nlp: Any, texts: list[str]) -> list[Any]:
    found: list[Any] = nlp.get_pipe("tok2vec").predict([nlp.make_doc(text) for text in texts])
    return found


def the_same(left: list[Any], right: list[Any]) -> bool:
    return all(a.shape == b.shape and (a == b).all() for a, b in zip(left, right, strict=True))


@pytest.mark.parametrize("kept", [2048, 1])
def test_vectors_are_the_same_the_first_time_and_every_time_after(
    pipelines: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    monkeypatch.setattr(embedding, "_KEPT", kept)
    plain, keeping = pipelines
    for texts in (TEXTS, TEXTS[::-1], TEXTS[:1], TEXTS[2:3], TEXTS):
        assert the_same(vectors(keeping, texts), vectors(plain, texts))


def test_what_is_kept_holds_in_another_vocabulary(pipelines: tuple[Any, Any]) -> None:
    plain, keeping = pipelines
    for _ in range(2):
        with plain.memory_zone(), keeping.memory_zone():
            texts = ["Zxqvians zxqvated Zxqvia."]
            assert the_same(vectors(keeping, texts), vectors(plain, texts))


def test_both_are_in_place(pipelines: tuple[Any, Any]) -> None:
    _, keeping = pipelines
    names = [layer.name for layer in keeping.get_pipe("tok2vec").model.walk()]
    assert names.count("kept_vectors") == 1
    assert names.count("largest_piece") == names.count("maxout") == 5


def test_networks_of_another_make_are_left_alone(pipelines: tuple[Any, Any]) -> None:
    plain, _ = pipelines
    model = plain.get_pipe("tagger").model
    layers = [*model.walk()]
    keep_only_largest(model)
    keep_vectors(model)
    assert [*model.walk()] == layers
