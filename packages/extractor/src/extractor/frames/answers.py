"""What is done in answer to something, or some time after it: "hit a base in retaliation for the raid"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["answer_above", "answer_between"]

_ANSWERS = lemma_set("answers")
_TO = frozenset({"for", "to"})
_THEN = frozenset({"after", "before", "since"})
_SPANS = lemma_set("spans")


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
    """Whether one of two tokens is in what something answers to, or comes a span of time after ("a day after
    the attack"), and the other is not in the same.
    """
    return answer_above(tree, first) != answer_above(tree, second) or _span_above(tree, first) != _span_above(
        tree, second
    )


def _span_above(tree: Tree, token: int) -> int | None:
    """The preposition that has the token as what a span of time is counted from; None where there is none."""
    if _THEN.isdisjoint(tree.lower):
        return None
    for node in (token, *tree.ancestors(token)):
        for k in (node, *tree.kids(node, "mark")):
            if k and tree.lower[k] in _THEN and tree.lemmas[k - 1] in _SPANS:
                return k
    return None
