"""Who is to be helped by what is offered, and who is to be bought."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NUMBER, Tree

__all__ = ["is_helped", "is_sought"]

_BUYING = lemma_set("buying")
_PURCHASES = lemma_set("purchases")
_HELPING = lemma_set("helping")
_SHARES = lemma_set("shares")


def is_helped(tree: Tree, trigger: int, node: int) -> bool:
    """Whether what is offered is to help somebody: "pledged a million dollars to help the towns"."""
    verb = tree.heads[node]
    if tree.deps[node] != "dobj" or tree.lemmas[verb] not in _HELPING:
        return False
    holder = tree.heads[verb]
    if tree.deps[verb] in ("acl", "relcl") and tree.deps[holder] == "dobj":
        holder = tree.heads[holder]
    return holder == trigger and tree.deps[verb] in ("acl", "relcl", "advcl", "xcomp")


def is_sought(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a company is what somebody offers to buy: "offered to buy a stake in X", "its bid for X"."""
    if tree.tags[node] in NUMBER or tree.kid(node, "nummod") is not None or tree.lemmas[node] in _PURCHASES:
        return False  # "a bid of two million euros", "a bid for the purchase of X"
    while tree.deps[node] == "appos":
        node = tree.heads[node]
    if tree.deps[node] == "pobj" and tree.lower[tree.heads[node]] in ("of", "in", "for"):
        holder = tree.heads[tree.heads[node]]
        while tree.lemmas[holder] in _SHARES and tree.deps[holder] == "pobj":
            holder = tree.heads[tree.heads[holder]]  # "a majority of the shares of X"
        if tree.lemmas[holder] in _PURCHASES:
            return holder == trigger or _is_offered(tree, trigger, holder)
        if tree.lemmas[holder] not in _SHARES or tree.deps[holder] != "dobj":
            return False
        node = holder
    verb = tree.heads[node]
    bought = tree.deps[node] == "dobj" and (tree.lemmas[verb] in _BUYING or _is_taken_over(tree, verb))
    return bought and tree.deps[verb] in ("xcomp", "acl", "advcl") and tree.heads[verb] == trigger


def _is_offered(tree: Tree, trigger: int, noun: int) -> bool:
    """Whether a noun is what is offered: "proposed the acquisition of X", "the proposed takeover of X"."""
    below = tree.deps[noun] in ("dobj", "nsubjpass") and tree.heads[noun] == trigger
    return below or (tree.deps[trigger] == "amod" and tree.heads[trigger] == noun)


def _is_taken_over(tree: Tree, verb: int) -> bool:
    return tree.lemmas[verb] == "take" and any(tree.lower[k] == "over" for k in tree.kids(verb, "prt"))
