"""Capitalised words that the tagger took for common nouns: "near Homs" are names."""

from __future__ import annotations

from extractor.frames.tree import Tree

__all__ = ["retag_names"]

_TITLE_CASE = 0.6


def retag_names(tree: Tree) -> None:
    """Tag capitalised nouns within the sentence as names, unless the whole sentence is in capitals or title
    case.
    """
    letters = [word for word in tree.words if word[:1].isalpha()]
    if not letters or sum(word[0].isupper() for word in letters) > _TITLE_CASE * len(letters):
        return
    opening = True
    for i, word in enumerate(tree.words):
        if not opening and tree.tags[i] in ("NN", "NNS") and word[:1].isupper() and word[1:2].islower():
            tree.tags[i] = "NNP" if tree.tags[i] == "NN" else "NNPS"
            tree.lemmas[i] = tree.lower[i]
        if word[:1].isalnum():
            opening = False
        elif word in ("“", '"', ":", "‘", "—"):
            opening = True
