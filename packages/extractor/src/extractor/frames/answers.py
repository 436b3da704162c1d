"""What is done in answer to something, or after it: "hit a base in retaliation for the raid"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = [
    "after_days",
    "answer_above",
    "answer_between",
    "answered_by",
    "blow_before",
    "has_answer",
    "strikes_afterwards",
]

_ANSWERS = lemma_set("answers")
_TO = frozenset({"for", "to"})
_THEN = frozenset({"after", "before", "since"})
_SPANS = lemma_set("spans")
_AFTERWARDS = frozenset({"after", "following"})
_OF_NOUNS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_BLOWS = lemma_set("blows")
_ATTACKS = lemma_set("attack_kinds") | {"assault", "attack", "explosion", "killing", "massacre"}
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
    return any(of(tree, first) != of(tree, second) for of in (answer_above, _span_above, blow_before))


def blow_before(tree: Tree, token: int) -> int | None:
    """The preposition behind which the token is of an attack after which others were hit: "bombed a camp
    after an ambush on a patrol"; None where there is none. Who storms a place after a blast may be the same.
    """
    if not tree.has_word(_AFTERWARDS) or not tree.has_lemma(_BLOWS):
        return None
    for prep in tree.ancestors(token):
        if tree.lower[prep] in _AFTERWARDS and tree.deps[prep] == "prep" and _is_of_blow(tree, prep):
            return prep
    return None


def strikes_afterwards(tree: Tree, verb: int, token: int) -> bool:
    """Whether a verb tells of the blow that came after the attack of a token."""
    prep = blow_before(tree, token)
    return prep is not None and verb in tree.ancestors(prep)


def _is_of_blow(tree: Tree, prep: int) -> bool:
    """Whether a preposition before an attack hangs on a verb of blows, or on where they fell."""
    if not any(tree.lemmas[k] in _ATTACKS for k in tree.kids(prep, "pobj")):
        return False
    verb = next((k for k in tree.ancestors(prep) if tree.is_verb(k)), prep)
    return tree.lemmas[verb] in _BLOWS and tree.deps[verb] not in _OF_NOUNS


def _span_above(tree: Tree, token: int) -> int | None:
    """The preposition that has the token as what a span of time is counted from; None where there is none."""
    if not tree.has_word(_THEN):
        return None
    for node in (token, *tree.ancestors(token)):
        for k in (node, *tree.kids(node, "mark")):
            if k and tree.lower[k] in _THEN and tree.lemmas[k - 1] in _SPANS:
                return k
    return None
