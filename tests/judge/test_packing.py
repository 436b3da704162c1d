"""Rows of weights packed into whole numbers add up as floats added exactly do."""

from __future__ import annotations

from itertools import pairwise
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.judge.packing import PackedRows

WIDTH = 3
ROWS = {
    "tenth": (0.1, -0.1, 0.0),
    "third": (1 / 3, 2 / 3, -1.0),
    "much": (-5e6, 12.5, 1e-9),
    "none": (0.0,) * 3,
}
PACKED = PackedRows((0.7, 0.0, -2.0), ROWS)
weights = st.floats(-1e4, 1e4, allow_subnormal=False).filter(lambda w: w == 0 or abs(w) > 1e-12)
rows = st.lists(weights, min_size=WIDTH, max_size=WIDTH)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_read_back_as_it_was(name: str) -> None:
    assert tuple(PACKED[name]) == ROWS[name]


def test_it_is_a_mapping_from_names_to_rows() -> None:
    assert list(PACKED) == list(ROWS) and len(PACKED) == len(ROWS)
    assert "third" in PACKED and "fourth" not in PACKED
    with pytest.raises(KeyError):
        PACKED["fourth"]


def test_what_it_does_not_know_adds_nothing() -> None:
    assert PACKED.sums(["unheard of"]) == [0.7, 0.0, -2.0]


@given(st.lists(rows, min_size=1, max_size=30))
def test_sums_are_exact(columns: list[list[float]]) -> None:
    bias, *rest = columns
    named = {str(k): row for k, row in enumerate(rest)}
    found = PackedRows(bias, named).sums([*named, *named])
    assert found == [fsum(column) for column in zip(bias, *rest, *rest, strict=True)]


def test_many_features_do_not_run_into_the_next_class() -> None:
    sums = [PACKED.sums(["much"] * count) for count in (0, 1_000, 2_000)]
    assert all(low[0] > high[0] and low[1] < high[1] for low, high in pairwise(sums))
    assert sums[2][1] == 25_000.0
