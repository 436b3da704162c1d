"""What is done in answer to something, or some time after it: "hit a base in retaliation for the raid"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["after_days", "answer_above", "answer_between", "answered_by", "has_answer"]

_ANSWERS = lemma_set("answers")
_TO = frozenset({"for", "to"})
_THEN = frozenset({"after", "before", "since"})
_SPANS = lemma_set("spans")
_WITHIN_A_DAY = frozenset({"hour", "minute", "moment"})


def has_answer(tree: Tree) -> bool:
    """Whether there is a noun for an answer."""
    return tree.has_lemma(_ANSWERS)


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


def answered_by(tree: Tree, token: int) -> int | None:
    """The noun for an answer behind which a token stands in what it answers to, up to a comma, whatever the
    parser hangs it on: "in retaliation for the raid on Monday"; None where there is none.
    """
    if not tree.has_lemma(_ANSWERS):
        return None
    for k in range(token - 1, 0, -1):
        if tree.words[k] in (",", ";"):
            return None
        if tree.lower[k] in _TO and tree.lemmas[k - 1] in _ANSWERS:
            return k - 1
    return None


def after_days(tree: Tree, token: int) -> int | None:
    """The preposition that has the token as what a span of days or more is counted from; None where there is
    none.
    """
    k = _span_above(tree, token)
    return None if k is None or tree.lemmas[k - 1] in _WITHIN_A_DAY else k


def answer_between(tree: Tree, first: int, second: int) -> bool:
    """Whether one of two tokens is in what something answers to, or comes a span of time after ("a day after
    the attack"), and the other is not in the same.
    """
    return answer_above(tree, first) != answer_above(tree, second) or _span_above(tree, first) != _span_above(
        tree, second
    )


def _span_above(tree: Tree, token: int) -> int | None:
    """The preposition that has the token as what a span of time is counted from; None where there is none."""
    if not tree.has_word(_THEN):
        return None
    for node in (token, *tree.ancestors(token)):
        for k in (node, *tree.kids(node, "mark")):
            if k and tree.lower[k] in _THEN and tree.lemmas[k - 1] in _SPANS:
                return k
    return None
