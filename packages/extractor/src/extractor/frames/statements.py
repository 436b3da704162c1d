"""What is one statement of verb and noun: "airstrikes hit a hospital", "flew to Oslo for talks"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["one_statement"]

_HOLDING = lemma_set("having_met")
_COMING = lemma_set("arriving") | {"come", "go", "head", "visit"}
_STATED = frozenset({"nsubj", "nsubjpass", "dobj", "agent"})
"""Functions in which a noun trigger belongs to the statement of its verb."""


def one_statement(tree: Tree, kind: str, first: int, second: int) -> bool:
    """Whether one of two triggers of a type is a verb and the other a noun that it says something of, or the
    meeting for which somebody comes ("flew to Oslo for talks", "flew to Oslo to meet her").
    """
    if kind == "meeting" and tree.is_verb(first) and tree.is_verb(second):
        return _comes_to_meet(tree, *sorted((first, second)))
    for noun, verb in ((first, second), (second, first)):
        if tree.is_verb(noun) or not tree.is_verb(verb):
            continue
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "pobj" and tree.deps[head] == "agent":
            dep, head = "agent", tree.heads[head]
        if head == verb and dep in _STATED:
            return True
        if kind == "meeting" and _is_purpose(tree, noun, verb):
            return True
    return False


def _is_purpose(tree: Tree, noun: int, verb: int) -> bool:
    """Whether the verb's subject comes for the noun, or to hold it; "the" tells of a gathering of its own."""
    if any(tree.lower[k] == "the" for k in tree.kids(noun, "det")):
        return False
    above = tree.heads[noun]
    if tree.deps[noun] == "pobj":
        return tree.lower[above] == "for" and tree.heads[above] == verb
    return (
        tree.deps[noun] == "dobj"
        and tree.lemmas[above] in _HOLDING
        and tree.deps[above] in ("xcomp", "advcl")
        and tree.heads[above] == verb
    )


def _comes_to_meet(tree: Tree, verb: int, other: int) -> bool:
    """ "Flew to Oslo to meet her", "is to travel to the province to meet survivors"."""
    purpose = tree.heads[other] == verb and tree.deps[other] in ("advcl", "xcomp")
    to = any(tree.lower[k] == "to" for k in tree.kids(other, "aux"))
    return purpose and to and tree.lemmas[verb] in _COMING
