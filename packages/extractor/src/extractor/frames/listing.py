"""Kinds of attacks that are listed beside each other: "strikes, gunfire and raids"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, Tree

__all__ = ["are_listed", "is_listed"]

_SPANS = lemma_set("spans")
_KINDS = lemma_set("attack_kinds")


def is_listed(tree: Tree, noun: int) -> bool:
    """Whether another kind of attack stands beside an attack; "a barrage of shelling and fire" is one."""
    if not _is_kind(tree, noun):
        return False
    first = tree.first_conjunct(noun)
    return any(are_listed(tree, noun, k) for k in range(tree.left(first), tree.right(first) + 1))


def are_listed(tree: Tree, noun: int, other: int) -> bool:
    """Whether two nouns tell of two kinds of attacks in one list: "days of shelling and airstrikes"."""
    first = tree.first_conjunct(noun)
    of = tree.heads[first]
    if tree.first_conjunct(other) != first or (
        tree.lower[of] == "of" and tree.lemmas[tree.heads[of]] not in _SPANS
    ):
        return False
    return tree.lemmas[noun] != tree.lemmas[other] and _is_kind(tree, noun) and _is_kind(tree, other)


def _is_kind(tree: Tree, noun: int) -> bool:
    """ "Airstrikes", "shelling", "artillery fire"."""
    if tree.tags[noun] == "VBG":
        return tree.lower[noun] in _KINDS
    if tree.lemmas[noun] == "fire":
        return tree.tags[noun] in NOUN and tree.kid(noun, "compound", "amod") is not None
    if tree.tags[noun] in NAME:  # "Airstrikes" at the head of a sentence
        return noun == 0 and tree.lower[noun].removesuffix("s") in _KINDS
    return tree.lemmas[noun] in _KINDS and tree.tags[noun] in NOUN
