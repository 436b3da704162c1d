"""What is done in answer to something: "struck a base in retaliation for the attack"."""

from __future__ import annotations

from extractor.frames.tree import Tree

__all__ = ["answer_above"]

_ANSWERS = frozenset(
    {"retaliation", "response", "revenge", "reprisal", "retribution", "vengeance", "reaction"}
)
_TO = frozenset({"for", "to"})


def answer_above(tree: Tree, token: int) -> int | None:
    """The noun for an answer right before "for" or "to", where the token is in what it answers to."""
    if _ANSWERS.isdisjoint(tree.lemmas):
        return None
    for node in tree.ancestors(token):
        # The parser may hang the preposition on the verb.
        if tree.lower[node] in _TO and node and tree.lemmas[node - 1] in _ANSWERS:
            return node - 1
    return None
