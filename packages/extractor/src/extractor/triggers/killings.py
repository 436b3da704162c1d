"""Whether a verb of killing tells of an attack: by whom, with what, and whom it kills."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NOUN, Tree
from extractor.triggers.bloodless import is_no_killing, is_toy

__all__ = [
    "HAND_ARMS",
    "doers_to_others",
    "is_armed",
    "is_killing",
    "is_killing_by_arms",
    "is_one_of",
    "killers",
]

_CAPTIVES = lemma_set("captives")
_TAKING_CAPTIVE = lemma_set("taking_captive")
_NEARLY = frozenset({"almost", "nearly"})
_ELIMINATING = lemma_set("eliminating")
_ELIMINATED = lemma_set("those_eliminated")
_COURTS = frozenset({"convict", "court", "judge", "sentence", "trial", "verdict"})
_SLAYING = lemma_set("slaying")
_KILLING = lemma_set("killing")
_SHOOTING = lemma_set("assaulting") | lemma_set("self_harm")
_ARMED = lemma_set("armed_ones")
_ASSAULTS = lemma_set("attacks") | lemma_set("assaults") | {"ambush"}
_FIGHTERS = lemma_set("fighters")
HAND_ARMS = lemma_set("thrown") | lemma_set("weapons_used") | lemma_set("war_machines") | {"dynamite"}
_OTHERS = frozenset({"her", "him", "it", "me", "them", "us", "you"})
"""Pronouns for somebody else than whoever does it."""


def is_killing_by_arms(tree: Tree, verb: int) -> bool:
    """Whether it is told that a weapon, or somebody with one, killed somebody: "was wounded by a sniper",
    "murdered her with a car bomb".
    """
    if not is_killing(tree, verb):
        return False
    with_arms = any(tree.lemmas[k] in HAND_ARMS for k in tree.behind(verb, "with"))
    return with_arms or any(is_armed(tree, k, verb) for k in killers(tree, verb))


def killers(tree: Tree, verb: int) -> Sequence[int]:
    """Those of whom a verb says that they killed somebody, and not themselves."""
    return doers_to_others(tree, verb, *tree.kids(verb, "conj"))  # "killed or wounded nine"


def doers_to_others(tree: Tree, verb: int, *further: int) -> Sequence[int]:
    """Those who do what a verb tells to somebody else, whom `further` verbs may name as well."""
    by = tree.agents(verb)
    if by:
        return by
    harmed = (k for each in (verb, *further) for k in tree.kids(each, "dobj"))
    others = any(tree.tags[k] != "PRP" or tree.lower[k] in _OTHERS for k in harmed)
    return tree.kids(verb, "nsubj") if others else ()


def is_killing(tree: Tree, verb: int) -> bool:
    """Whether a verb tells, by itself, that somebody was killed or hurt, so that there is an attack if those
    who did it are armed. What "killed two in a raid" tells is told by "raid", and what "was shot and killed"
    tells by "shot".
    """
    if not tree.is_verb(verb):
        return False
    if not _is_of_killing(tree, verb):
        return False
    if tree.deps[verb] == "conj" and tree.lemmas[tree.heads[verb]] in _SHOOTING:
        return False
    if tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG":
        return False  # "shelled a hospital, killing nine"
    if any(tree.lower[k] in _NEARLY for k in tree.kids(verb, "advmod")):
        return False
    if _is_of_captives(tree, verb):
        return False
    within = (p for k in tree.kids(verb, "prep") for p in tree.kids(k, "pobj"))
    if any(tree.lemmas[k] in _ASSAULTS for k in within):
        return False
    return not is_no_killing(tree, verb)


def is_armed(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun means a weapon or those who have some, so that they kill with it: "rebels", "armed men",
    "gang members", "a landmine". What states may do without an attack takes those who are none.
    """
    nouns = _FIGHTERS if tree.lemmas[verb] in _SLAYING else _ARMED
    if is_one_of(tree, noun, nouns):
        return True
    if tree.lemmas[noun] == "force":  # "the air force", "security forces"
        return tree.kid(noun, "compound", "amod") is not None
    group = [*tree.kids(noun, "compound"), *tree.behind(noun, "of")] if tree.lemmas[noun] == "member" else []
    return any(tree.lemmas[k] in nouns for k in group)


def _is_of_captives(tree: Tree, verb: int) -> bool:
    """Whether those are killed who are no longer free: "killed the hostages", "kidnapped and killed her"."""
    if tree.deps[verb] == "conj" and tree.lemmas[tree.heads[verb]] in _TAKING_CAPTIVE:
        return True
    killed = tree.kids(verb, "dobj", "nsubjpass")
    named = [p for k in killed for p in tree.kids(k, "compound", "appos", "amod")]
    return any(tree.lemmas[k] in _CAPTIVES for k in (*killed, *named))


def _is_of_killing(tree: Tree, verb: int) -> bool:
    """Whether a verb means that somebody is killed or hurt, by no court, and no thing is done away with."""
    lemma = tree.lemmas[verb]
    if lemma in _ELIMINATING:
        return any(tree.lemmas[k] in _ELIMINATED for k in tree.kids(verb, "dobj", "nsubjpass"))
    return lemma in _KILLING or (lemma in _SLAYING and not tree.has_lemma(_COURTS))


def is_one_of(tree: Tree, noun: int, nouns: frozenset[str]) -> bool:
    """Whether it is one of the nouns, or armed: "rebels", "armed men", but not "toy drones"."""
    if tree.tags[noun] in NOUN and tree.lemmas[noun] in nouns and not is_toy(tree, noun):
        return True
    return any(tree.lower[k] == "armed" for k in tree.kids(noun, "amod"))
