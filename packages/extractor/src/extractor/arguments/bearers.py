"""The word of whose day a time expression tells."""

from __future__ import annotations

from extractor.frames.tree import Tree

__all__ = ["ADNOMINAL", "bearer_of", "top_of"]

ADNOMINAL = ("poss", "compound", "nmod", "amod", "npadvmod", "nummod")
"""How a day hangs that says of which day a noun is: "the November election"."""


def top_of(tree: Tree, first: int, last: int) -> int:
    """The token under which the others of an expression hang."""
    return next((k for k in range(first, last + 1) if not first <= tree.heads[k] <= last), first)


def bearer_of(tree: Tree, first: int, last: int) -> int:
    """The word that the expression between two tokens says the day of, without prepositions between."""
    bearer = tree.heads[top_of(tree, first, last)]
    while tree.tags[bearer] in ("IN", "TO") and tree.heads[bearer] != bearer:
        bearer = tree.heads[bearer]
    return bearer
