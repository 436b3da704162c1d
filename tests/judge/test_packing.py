"""Rows of weights packed into whole numbers add up as exact fractions do."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.judge.packing import PackedRows

WIDTH = 3
ROWS = {
    "tenth": (0.1, -0.1, 0.0),
    "third": (0.333, 0.667, -1.0),
    "much": (-5e6, 12.5, 0.001),
    "none": (0.0,) * 3,
}
PACKED = PackedRows((0.7, 0.0, -2.0), ROWS)
weights = st.integers(-10_000_000, 10_000_000).map(lambda thousandths: thousandths / 1000)
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
    parts = zip(bias, *rest, *rest, strict=True)
    assert found == [float(sum(Fraction(round(1000 * w), 1000) for w in column)) for column in parts]


def test_many_features_do_not_run_into_the_next_class() -> None:
    sums = [PACKED.sums(["much"] * count) for count in (0, 1_000, 2_000)]
    assert all(low[0] > high[0] and low[1] < high[1] for low, high in pairwise(sums))
    assert sums[2][1] == 25_000.0


def test_a_model_of_two_classes_has_one_number() -> None:
    packed = PackedRows((0.25,), {"for": (1.5,), "against": (-2.0,)})
    assert packed.sums(["for", "for", "against", "unheard of"]) == [1.25]
