"""What a sentence tells to have been put off: "the talks had been due in May but were postponed"."""

from __future__ import annotations

from extractor.frames.clauses import is_negated, is_past_perfect, verb_tense
from extractor.frames.determiners import determiner
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_put_off", "was_put_off"]

_PUTTING_OFF = lemma_set("putting_off") - {"move"}
_WITH_PARTICLE = frozenset({"push", "put"})
_PARTICLES = frozenset({"back", "off"})
_PLANNED = lemma_set("planning") | {"be", "set", "slate"}
_TO_A_DAY = frozenset({"for", "till", "to", "until"})


def was_put_off(tree: Tree, noun: int) -> bool:
    """Whether a known event is told to have been put off before, to no day that is told with it: what day it
    was planned for is not its own.
    """
    if determiner(tree, noun) != "definite":
        return False
    verb = tree.heads[noun]
    subject = tree.deps[noun] in ("nsubj", "nsubjpass")
    return is_put_off(tree, noun) or (subject and _puts_off(tree, verb) and is_past_perfect(tree, verb))


def is_put_off(tree: Tree, noun: int) -> bool:
    """ "A meeting had been planned for May but was put off"."""
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("nsubj", "nsubjpass") or tree.lemmas[verb] not in _PLANNED:
        return False
    told = verb_tense(tree, verb) in ("past", "perfect")
    return told and any(_puts_off(tree, k) for k in tree.kids(verb, "conj"))


def _puts_off(tree: Tree, verb: int) -> bool:
    """ "Was postponed", "had been put off", but not "was put off until June"."""
    if tree.lemmas[verb] not in _PUTTING_OFF or is_negated(tree, verb):
        return False
    if any(tree.lower[k] in _TO_A_DAY for k in tree.kids(verb, "prep")):
        return False
    particles = {tree.lower[k] for k in tree.kids(verb, "advmod", "prt")}
    return tree.lemmas[verb] not in _WITH_PARTICLE or not _PARTICLES.isdisjoint(particles)
