"""Who acts in the own country, and so tells where an article plays: its police, its people."""

from __future__ import annotations

from extractor.actors.lexicon import words
from extractor.frames.tree import Tree

__all__ = ["acts_at_home"]


def acts_at_home(tree: Tree, head: int) -> bool:
    """Whether a phrase is of people who stay at home, or of several without a name who tell what happened
    ("Lebanese officials said"). Leaders, envoys and soldiers may act abroad.
    """
    if tree.lemmas[head] in words("home"):
        return True
    told = tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] in words("saying")
    return told and tree.tags[head] == "NNS"
