"""What somebody says that he is to do, offers or threatens to do."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = [
    "FIGHTING",
    "MEANS",
    "READY",
    "VOWING",
    "has_content",
    "has_object",
    "is_choice",
    "is_ready_to_harm",
    "is_to_do",
]

READY = lemma_set("ready")
VOWING = lemma_set("vowing")
FIGHTING = lemma_set("fighting")
MEANS = lemma_set("means")
_REFUSING = lemma_set("judging_offers")
_VIOLENT = lemma_set("violent")


def is_to_do(tree: Tree, clause: int | None) -> bool:
    """Whether a clause is an infinitive: "threatened to close the strait"."""
    return clause is not None and any(tree.lower[k] == "to" for k in tree.kids(clause, "aux"))


def has_object(tree: Tree, verb: int, lemmas: frozenset[str]) -> bool:
    """Whether one of these is the object of a verb."""
    return any(tree.lemmas[k] in lemmas for k in tree.kids(verb, "dobj"))


def has_content(tree: Tree, noun: int) -> bool:
    """Whether it is said what is threatened: "to VERB", "of boycotting"."""
    if any(is_to_do(tree, k) for k in tree.kids(noun, "acl", "xcomp", "relcl")):
        return True
    of = [k for k in tree.kids(noun, "prep") if tree.lower[k] == "of"]
    return any(tree.deps[p] == "pcomp" or tree.lemmas[p] in _VIOLENT for k in of for p in tree.children[k])


def is_ready_to_harm(tree: Tree, token: int, harms: frozenset[str]) -> bool:
    """Whether somebody is ready to fight somebody: "prepared to strike the rebels"."""
    clause = tree.kid(token, "xcomp")
    if clause is None or not is_to_do(tree, clause):
        return False
    return tree.lemmas[clause] in harms or (tree.lemmas[clause] == "use" and has_object(tree, clause, MEANS))


def is_choice(tree: Tree, clause: int) -> bool:
    """Whether it is left to somebody what to do: "to accept or reject the bid"."""
    either = any(tree.lower[k] == "or" for k in tree.kids(clause, "cc"))
    return either and any(tree.lemmas[k] in _REFUSING for k in tree.kids(clause, "conj"))
