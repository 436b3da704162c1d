"""Vectors that are kept are those that the pipeline's network makes anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from extractor.config import DEFAULT_PIPELINE
from extractor.frames import embedding
from extractor.frames.embedding import keep_vectors

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
    keep_vectors(keeping)
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


def test_pipelines_of_another_make_are_left_alone() -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    keep_vectors(nlp)
    nlp.add_pipe("sentencizer")
    assert [len(list(nlp(text).sents)) for text in TEXTS] == [1, 1, 1, 1]
