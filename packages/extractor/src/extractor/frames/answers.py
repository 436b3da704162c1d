"""What is done in answer to something: "struck a base in retaliation for the attack"."""

from __future__ import annotations

from extractor.frames.tree import Tree

__all__ = ["answer_above", "answer_between"]

_ANSWERS = frozenset(
    {"retaliation", "response", "revenge", "reprisal", "retribution", "vengeance", "reaction"}
)
_TO = frozenset({"for", "to"})


def answer_above(tree: Tree, token: int) -> int | None:
    """The noun for an answer that has the token in what it answers to; None where there is none."""
    if not tree.has_lemma(_ANSWERS):
        return None
    for node in tree.ancestors(token):
        if tree.lower[node] in _TO:
            for noun in (tree.heads[node], node - 1):  # the parser may hang the preposition on the verb
                if noun >= 0 and tree.lemmas[noun] in _ANSWERS:
                    return noun
    return None


def answer_between(tree: Tree, first: int, second: int) -> bool:
    """Whether one of two tokens is in what something answers to, and the other is not in the same."""
    return answer_above(tree, first) != answer_above(tree, second)
