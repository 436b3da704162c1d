"""What is done in answer to something: "struck a base in retaliation for the attack"."""

from __future__ import annotations

from extractor.frames.tree import Tree

__all__ = ["answer_above", "tells_of_answer"]

_ANSWERS = frozenset(
    {"retaliation", "response", "revenge", "reprisal", "retribution", "vengeance", "reaction"}
)
_TO = frozenset({"for", "to"})


def tells_of_answer(tree: Tree) -> bool:
    """Whether the sentence has a noun for an answer."""
    return tree.has_lemma(_ANSWERS)


def answer_above(tree: Tree, token: int) -> int | None:
    """The noun for an answer that has the token in what it answers to; None where there is none."""
    if not tells_of_answer(tree):
        return None
    for node in tree.ancestors(token):
        if tree.lower[node] in _TO:
            for noun in (tree.heads[node], node - 1):  # the parser may hang the preposition on the verb
                if noun >= 0 and tree.lemmas[noun] in _ANSWERS:
                    return noun
    return None
