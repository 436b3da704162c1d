"""What is told with the words of an attack, and is none: what rebels say, accidents, animals, matches."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["has_score", "hits_nobody", "is_bloodless", "is_harmless", "is_no_killing", "is_toy"]

_ACCIDENTS = lemma_set("accidents")
_ANIMALS = lemma_set("animals")
_BLOODLESS = lemma_set("bloodless_means")
_BOXING = lemma_set("boxing")
_EMPTY = lemma_set("empty_places")
_FIGURES = lemma_set("killed_in_words")
_HARMED_BY_WORDS = lemma_set("harmed_by_words")
_HARMLESS = lemma_set("harmless")
_DASHES = frozenset({"-", "–"})
_POLLS = frozenset({"ballot", "motion", "poll", "vote"})
_MOST = 199
"""Points that a side makes in a match at most; years are more."""


def is_bloodless(tree: Tree, verb: int) -> bool:
    """Whether those who attack have no weapons: "rebels attacked the budget", "hit his opponent in the ring",
    "targeted pensioners with a scam".
    """
    objects = tree.kids(verb, "dobj", "nsubjpass")
    if any(tree.lemmas[k] in _HARMED_BY_WORDS for k in objects) or tree.has_lemma(_BOXING):
        return True
    return any(tree.lemmas[p] in _BLOODLESS for n in (verb, *objects) for p in tree.behind(n, "with"))


def is_no_killing(tree: Tree, verb: int) -> bool:
    """Whether no attack need stand behind what a weapon or somebody armed did: to a bear, in a crash, in a
    match, or to what does not live ("killed the engine").
    """
    if tree.kid(verb, "prt") is not None:  # "killed off the plan"
        return True
    killed = tree.kids(verb, "dobj", "nsubjpass")
    if any(tree.lower[m] == "most" for k in killed for m in tree.kids(k, "amod")):
        return True  # "most journalists are killed by gangsters"
    of = [p for n in killed for k in tree.kids(n, "prep") for p in tree.kids(k, "pobj")]
    if any(tree.lemmas[k] in _ANIMALS for k in (*killed, *of)) or tree.has_lemma(_ACCIDENTS):
        return True
    return any(tree.lemmas[k] in _FIGURES for k in killed) or has_score(tree)


def hits_nobody(tree: Tree, verb: int, aims: Iterable[int]) -> bool:
    """Whether what is thrown at some things harms nobody: "into the sky", "dropped the bomb on him"."""
    aims = list(aims)
    if tree.lemmas[verb] == "drop" and all(tree.tags[k] == "PRP" for k in aims):
        return True
    return any(tree.lemmas[k].lower() in _EMPTY for k in aims)


def is_harmless(tree: Tree, noun: int) -> bool:
    """ "Smoke bombs", "stun grenades", "a shell of foam"."""
    return is_toy(tree, noun) or any(tree.lower[k] == "of" for k in tree.kids(noun, "prep"))


def is_toy(tree: Tree, noun: int) -> bool:
    """ "Toy drones", "water bombs"."""
    return not _HARMLESS.isdisjoint(tree.lower[tree.left(noun) : noun])


def has_score(tree: Tree) -> bool:
    """Whether a sentence gives the score of a match, and not of a vote: "beat them 6-0"."""
    for k in range(1, len(tree) - 1):
        points = (tree.lower[k - 1], tree.lower[k + 1])
        if tree.words[k] in _DASHES and all(p.isdecimal() and int(p) <= _MOST for p in points):
            return not tree.has_lemma(_POLLS)
    return False
