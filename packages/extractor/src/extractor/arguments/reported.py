"""Who only tells of an attack, or calls something one."""

from __future__ import annotations

from extractor.arguments.telling import does_harm, stance_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_reported", "names_it"]

_ARMIES = frozenset({"army", "force", "military", "navy"})
_CIVILIANS = lemma_set("civilians")
_KEEPERS = lemma_set("keepers") | lemma_set("witnesses")
_WITNESSING = lemma_set("witnessing")


def is_reported(tree: Tree, trigger: int, head: int, verb: int) -> bool:
    """Whether who tells of an attack has not made it: "the agency reported an attack", "Chad said the raid
    killed four people".
    """
    if _is_mourned(tree, trigger, verb):
        return tree.lemmas[head] not in _ARMIES
    if tree.heads[trigger] != verb or tree.deps[trigger] not in ("dobj", "xcomp"):
        return False
    lemma = tree.lemmas[verb]
    return lemma == "report" or (lemma in _WITNESSING and tree.lemmas[head] in _KEEPERS)


def names_it(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody only calls it an attack: "condemned what it called an attack on the port"."""
    naming = tree.heads[trigger]
    if tree.deps[trigger] != "oprd" or tree.heads[node] != naming or tree.deps[node] != "nsubj":
        return False
    return stance_of(tree, tree.heads[naming]) == "judges"


def _is_mourned(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether somebody says of an attack that civilians were harmed in it."""
    harm = tree.heads[trigger]
    if tree.deps[trigger] != "nsubj" or tree.deps[harm] != "ccomp" or tree.heads[harm] != verb:
        return False
    return does_harm(tree, harm) and any(tree.lemmas[k] in _CIVILIANS for k in tree.kids(harm, "dobj"))
