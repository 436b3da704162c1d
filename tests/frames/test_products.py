"""Matrix products by numpy are even, and leave the process's threads alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import threadpoolctl

from extractor.config import DEFAULT_PIPELINE
from extractor.frames.parser import Parser
from extractor.frames.products import multiply_by_numpy, one_thread


def threads() -> list[int]:
    return [library["num_threads"] for library in threadpoolctl.threadpool_info()]


@pytest.fixture
def ops() -> Any:
    spacy = pytest.importorskip("spacy")
    model = spacy.load(DEFAULT_PIPELINE, exclude=["ner"]).get_pipe("tok2vec").model
    multiply_by_numpy(model)
    assert {id(node.ops) for node in model.walk()} == {id(model.ops)}
    return model.ops


@pytest.mark.parametrize(("columns", "width"), [(288, 288), (288, 576), (1024, 96), (106, 64), (50, 96)])
def test_a_row_gives_the_same_numbers_wherever_it_stands(ops: Any, columns: int, width: int) -> None:
    random = np.random.default_rng(7)
    rows = random.standard_normal((1200, width)).astype("float32")
    weights = random.standard_normal((columns, width)).astype("float32")
    with one_thread():
        everything = ops.gemm(rows, weights, trans2=True)
        for start, size in [(0, 1), (5, 1), (11, 7), (100, 8), (333, 50), (700, 333), (1199, 1)]:
            alone = ops.gemm(rows[start : start + size], weights, trans2=True)
            assert np.array_equal(alone, everything[start : start + size]), (start, size)
    assert np.allclose(everything, rows @ weights.T, atol=1e-3)


def test_products_go_where_the_caller_wants_them(ops: Any) -> None:
    rows, weights = np.ones((13, 288), "float32"), np.full((288, 288), 0.5, "float32")
    space = np.zeros((14, 288), "float32")
    ops.gemm(rows, weights, trans2=True, out=space[1:])
    assert (space[0] == 0).all()
    assert (space[1:] == 144).all()


def test_no_rows(ops: Any) -> None:
    assert ops.gemm(np.zeros((0, 288), "float32"), np.ones((288, 288), "float32"), trans2=True).shape == (
        0,
        288,
    )


def test_where_rows_are_uneven_the_pipelines_own_product_is_used(
    ops: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(np, "array_equal", lambda *_: False)
    asked: list[int] = []
    own = ops.gemm._other
    monkeypatch.setattr(ops.gemm, "_other", lambda *a, **k: asked.append(len(a[0])) or own(*a, **k))
    ops.gemm(np.ones((3, 288), "float32"), np.ones((288, 288), "float32"), trans2=True)
    assert asked == [3]


def test_parsing_takes_one_thread_and_gives_the_others_back(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    annotate = parser._nlp.get_pipe("tagger").predict  # type: ignore[attr-defined]
    monkeypatch.setattr(
        parser._nlp.get_pipe("tagger"), "predict", lambda docs: seen.extend(threads()) or annotate(docs)
    )
    with threadpoolctl.threadpool_limits(2, user_api="blas"):
        before = threads()
        parser.parse([(0, "Rebels shelled the port on Friday.")])
        assert threads() == before
    assert set(seen) <= {1}
