"""Verbs of headings that the tagger makes nouns of, in the columns of a parse."""

from __future__ import annotations

import pytest

from extractor.frames.headlines import find_gunned


@pytest.mark.parametrize(("word", "tag"), [("gun", "VBP"), ("guns", "VBZ"), ("gunned", "VBD")])
def test_who_is_gunned_down_is_the_object_of_a_verb(word: str, tag: str) -> None:
    words = ["rebels", "came", "and", word, "down", "nine", "men"]
    tags = ["NNS", "VBD", "CC", "NN", "RP", "CD", "NNS"]
    deps = ["nsubj", "ROOT", "cc", "conj", "advmod", "nummod", "dobj"]
    heads = [1, 1, 1, 1, 3, 6, 4]
    find_gunned(words, words.copy(), tags, deps, heads)
    assert (tags[3], deps[6], heads[6]) == (tag, "dobj", 3)
