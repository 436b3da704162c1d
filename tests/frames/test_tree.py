"""Walking a tree."""

from __future__ import annotations

import pytest

from tests.trees import tree

PARSED = tree(
    "The/DT det 1 | man/NN nsubj 5 | who/WP nsubj 3 | shot/VBD relcl 1 | judges/NNS dobj 3 | fled/VBD ROOT 5",
    start=10,
)


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [("man", "The", "judges"), ("shot", "who", "judges"), ("fled", "The", "fled"), ("who", "who", "who")],
)
def test_a_subtree_reaches_from_its_first_to_its_last_token(word: str, first: str, last: str) -> None:
    i = PARSED.words.index(word)
    assert PARSED.words[PARSED.left(i)] == first
    assert PARSED.words[PARSED.right(i)] == last


def test_dependents_are_found_by_label_in_text_order() -> None:
    assert PARSED.kids(3, "dobj", "nsubj") == [2, 4]
    assert PARSED.kid(3, "dobj") == 4
    assert PARSED.kid(3, "agent") is None


def test_governors_are_listed_up_to_the_root() -> None:
    assert PARSED.ancestors(4) == [3, 1, 5]
    assert PARSED.ancestors(5) == []


def test_the_token_under_a_governor() -> None:
    assert PARSED.below(5, 4) == 1
    assert PARSED.below(3, 4) == 4
    assert PARSED.below(4, 3) is None
    assert PARSED.below(3, 3) is None


def test_nouns_behind_prepositions_of_some_words() -> None:
    talks = tree("talks/NNS ROOT 0 | with/IN prep 0 | Oman/NNP pobj 1 | on/IN prep 0 | oil/NN pobj 3")
    assert talks.behind(0, "with") == [2]
    assert talks.behind(0, "on", "with") == [2, 4]
    assert talks.behind(0, "for") == []
    assert talks.behind(2, "on") == []


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        ("judges", "The", (["judges", "shot"], "man", ["The"])),
        ("shot", "judges", ([], "shot", ["judges"])),
        ("judges", "shot", (["judges"], "shot", [])),
        ("man", "man", ([], "man", [])),
    ],
)
def test_the_way_between_two_tokens_leads_over_what_governs_both(
    start: str, end: str, way: tuple[list[str], str, list[str]]
) -> None:
    words = PARSED.words
    path = PARSED.path(words.index(start), words.index(end))
    assert path is not None
    rise, top, fall = path
    assert ([words[k] for k in rise], words[top], [words[k] for k in fall]) == way


def test_a_way_that_is_too_long_is_none() -> None:
    assert PARSED.path(4, 0, 3) is not None
    assert PARSED.path(4, 0, 2) is None


def test_parts_of_speech() -> None:
    assert [PARSED.is_verb(i) for i in range(len(PARSED))] == [False, False, False, True, False, True]
    assert [PARSED.is_noun(i) for i in range(len(PARSED))] == [False, True, False, False, True, False]


def test_tokens_stand_where_the_sentence_begins() -> None:
    assert (PARSED.start, PARSED.starts[0], PARSED.ends[-1], PARSED.end) == (10, 10, 38, 38)
