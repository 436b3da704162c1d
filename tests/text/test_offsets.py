"""The map from the words as read to the text as sent."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from extractor.text.offsets import MappedText, TextBuilder


def _built(*parts: tuple[str, int, int]) -> MappedText:
    builder = TextBuilder()
    for part in parts:
        builder.add(*part)
    return builder.build()


def test_text_without_pieces_is_its_own_origin() -> None:
    assert MappedText("abc").origin(1, 2) == (1, 2)


def test_pieces_that_continue_each_other_are_one_and_the_whole_is_none() -> None:
    assert _built(("ab", 0, 2), ("c", 2, 3)).pieces == ()
    assert len(_built(("ab", 0, 2), ("c", 2, 3), ("d", 9, 10)).pieces) == 2


def test_what_was_dropped_inside_a_stretch_belongs_to_its_origin() -> None:
    text = _built(("ab", 0, 2), ("cd", 5, 7))
    assert text.origin(1, 3) == (1, 6)
    assert text.origin(0, 2) == (0, 2)
    assert text.origin(2, 4) == (5, 7)


def test_a_piece_of_another_length_corresponds_as_a_whole() -> None:
    text = _built(("x", 0, 1), ("fi", 1, 2), ("&", 2, 7), ("y", 7, 8))
    assert text.origin(1, 2) == (1, 2)
    assert text.origin(3, 4) == (2, 7)
    assert text.origin(4, 5) == (7, 8)


def test_maps_compose() -> None:
    first = _built(("ab", 0, 2), ("cd", 5, 7), ("e", 10, 15))
    second = _built(("b", 1, 2), ("-", 2, 4), ("e", 4, 5))
    both = first.then(second)
    assert both.text == "b-e"
    assert [both.origin(at, at + 1) for at in range(3)] == [(1, 2), (5, 7), (10, 15)]


pieces = st.lists(
    st.tuples(st.text("abc", min_size=1, max_size=3), st.integers(0, 2), st.integers(0, 4)), max_size=6
)


def _random(parts: list[tuple[str, int, int]]) -> MappedText:
    builder, at = TextBuilder(), 0
    for words, gap, width in parts:
        builder.add(words, at + gap, at + gap + width)
        at += gap + width
    return builder.build()


@given(pieces, pieces)
def test_origins_never_go_back(first: list[tuple[str, int, int]], second: list[tuple[str, int, int]]) -> None:
    text = _random(first)
    later = _random(second)
    if later.pieces and later.pieces[-1].origin + later.pieces[-1].width <= len(text.text):
        text = text.then(later)
    spans = [text.origin(at, at + 1) for at in range(len(text.text))]
    assert all(start <= end for start, end in spans)
    assert all(left[0] <= right[0] and left[1] <= right[1] for left, right in itertools.pairwise(spans))
