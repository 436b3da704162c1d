"""What a sentence says outright to be a meeting: two talk with each other, donors confer, a state meal."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["is_meeting_outright"]

_CONFERRING = lemma_set("conferring")
_PARTIES = lemma_set("parties")
_PURPOSES = lemma_set("purposes_of_conferences")
_MEALS = lemma_set("meals")
_GIVEN = frozenset({"give", "have", "hold", "host", "share"})
_SEVERAL = frozenset({"both", "two", "three", "four", "five", "six", "seven"})


def is_meeting_outright(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of a meeting whatever else the sentence says."""
    if tree.is_verb(token):
        return _is_exchange(tree, token)
    if tree.lemmas[token] == "conference":
        return _is_of_donors(tree, token)
    return tree.lemmas[token] in _MEALS and _is_state_meal(tree, token)


def _is_exchange(tree: Tree, verb: int) -> bool:
    """Whether parties talk with each other: "both sides negotiated", "the two ministers will discuss it"."""
    if tree.lemmas[verb] not in _CONFERRING:
        return False
    if tree.lemmas[verb] == "discuss" and tree.kid(verb, "dobj") is None:
        return False
    clause = verb
    while tree.deps[clause] == "xcomp" and tree.kid(clause, "nsubj") is None:
        clause = tree.heads[clause]
    return any(_are_several(tree, k) for k in tree.kids(clause, "nsubj", "nsubjpass"))


def _are_several(tree: Tree, noun: int) -> bool:
    """ "The two ministers", "both sides", "Ann Doe and Kim Lund"."""
    if tree.tags[noun] in NAME:
        return any(tree.tags[k] in NAME for k in tree.kids(noun, "conj"))
    if tree.lemmas[noun] not in _PARTIES or tree.tags[noun] != "NNS":
        return False
    return any(tree.lower[k] in _SEVERAL for k in tree.kids(noun, "nummod", "det", "predet"))


def _is_of_donors(tree: Tree, noun: int) -> bool:
    """ "A donors' conference", "the peace conference", "a conference of donors"."""
    before = tree.kids(noun, "compound", "poss", "amod", "nmod")
    of = [p for k in tree.kids(noun, "prep") if tree.lower[k] == "of" for p in tree.kids(k, "pobj")]
    return any(tree.lemmas[k] in _PURPOSES for k in (*before, *of))


def _is_state_meal(tree: Tree, noun: int) -> bool:
    """ "The two presidents held a working breakfast", "gave a dinner for the envoys"."""
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _GIVEN:
        return False
    if any(_are_several(tree, k) for k in tree.kids(verb, "nsubj")):
        return True
    guests = [
        p
        for k in tree.kids(noun, "prep")
        if tree.lower[k] in ("for", "in", "with")
        for p in tree.kids(k, "pobj")
    ]
    guests += [p for g in guests for k in tree.kids(g, "prep") for p in tree.kids(k, "pobj")]
    return any(tree.lemmas[k] in _PARTIES for k in guests)
