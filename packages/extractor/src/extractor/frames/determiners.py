"""What stands before a noun and tells whether it brings something new or takes something up."""

from __future__ import annotations

import re

from extractor.frames.tree import Tree

__all__ = ["ARTICLES", "POINTING", "determiner", "is_of_a_year"]

ARTICLES = frozenset({"the", "a", "an"})
POINTING = frozenset({"the", "this", "that"})
"""Words before a noun for something that is known."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "its", "their"})
_INDEFINITE = frozenset(
    {
        "a", "an", "another", "other", "more", "further", "new", "several", "some", "any", "no", "many",
        "two", "three",
    }
)  # fmt: skip

_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def determiner(tree: Tree, token: int) -> str:
    """How a noun is determined: "definite", "indefinite", "possessive" (by a noun), "plural" or "bare".

    A verb is "verb".
    """
    if tree.is_verb(token):
        return "verb"
    for k in tree.children[token]:
        if tree.lower[k] in _DEFINITE:
            return "definite"
        if tree.lower[k] in _INDEFINITE:
            return "indefinite"
        if tree.deps[k] == "poss":
            return "possessive"
    return "plural" if tree.tags[token] == "NNS" else "bare"


def is_of_a_year(tree: Tree, noun: int) -> bool:
    """Whether a noun says by its year which one it means: "the 2010 bombardment"."""
    return noun > 1 and tree.lower[noun - 2] == "the" and _YEAR.fullmatch(tree.words[noun - 1]) is not None
