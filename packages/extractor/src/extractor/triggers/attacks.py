"""What a sentence says outright to be an attack: what weapons are used, what is thrown, what is to stop."""

from __future__ import annotations

from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, Tree
from extractor.triggers.bloodless import hits_nobody, is_bloodless, is_harmless, is_no_killing, is_toy

__all__ = ["is_attack_outright", "is_killing_by_arms"]

_WEAPONS = lemma_set("weapons_used")
_THROWING = lemma_set("throwing")
_THROWN = lemma_set("thrown")
_FIGHTERS = lemma_set("fighters")
_ASSAULTING = lemma_set("assaulting")
_DESTROYING = lemma_set("destroying")
_WAR_MACHINES = lemma_set("war_machines")
_KILLING = lemma_set("killing")
_ARMED = lemma_set("armed_ones")
_ASSAULTS = lemma_set("attacks") | lemma_set("assaults") | {"ambush"}
_ENDING = lemma_set("ceasing")
_ATTACKED = lemma_set("attacked_things")
_ALSO_BY_WORDS = frozenset({"assault", "attack", "hit", "strike", "target"})
_OTHERS = frozenset({"her", "him", "it", "me", "them", "us", "you"})
"""Pronouns for somebody else than whoever does it."""
_OUR = frozenset({"our", "their"})
_AT = frozenset({"against", "at", "inside", "into", "on", "onto", "through", "toward", "towards"})


def is_attack_outright(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of an attack whatever else the sentence says."""
    if not tree.is_verb(token):
        return _is_use_of_weapons(tree, token)
    return (
        _is_throw(tree, token)
        or (_is_by(tree, token, _ASSAULTING, _FIGHTERS) and not is_bloodless(tree, token))
        or (_is_by(tree, token, _DESTROYING, _WAR_MACHINES) and not is_no_killing(tree, token))
        or _is_to_stop(tree, token)
    )


def is_killing_by_arms(tree: Tree, verb: int) -> bool:
    """Whether it is told that a weapon or somebody with weapons killed somebody: "was wounded by a sniper".
    What "killed two in a raid" tells is told by "raid".
    """
    if not tree.is_verb(verb) or not _is_by(tree, verb, _KILLING, _ARMED):
        return False
    within = (p for k in tree.kids(verb, "prep") for p in tree.kids(k, "pobj"))
    if any(tree.lemmas[k] in _ASSAULTS for k in within):
        return False
    return not is_no_killing(tree, verb)


def _is_use_of_weapons(tree: Tree, noun: int) -> bool:
    """Whether weapons have been used against somebody: "the use of chemical weapons against X"."""
    if tree.lemmas[noun] != "use":
        return False
    of = tree.behind(noun, "of")
    if not any(tree.lemmas[k] in _WEAPONS for k in of):
        return False
    return any(tree.lower[k] == "against" for head in (noun, *of) for k in tree.kids(head, "prep"))


def _is_throw(tree: Tree, verb: int) -> bool:
    """Whether a weapon is thrown at something: "hurled grenades at the guards"."""
    if tree.lemmas[verb] not in _THROWING:
        return False
    things = tree.kids(verb, "dobj", "nsubjpass")
    weapons = [k for k in things if tree.lemmas[k] in _THROWN and not is_harmless(tree, k)]
    behind = [p for holder in (verb, *weapons) for p in tree.behind(holder, *_AT)]
    aims = [p for p in behind if tree.lower[p] not in CALENDAR]
    return bool(weapons and aims) and not hits_nobody(tree, verb, aims)


def _is_by(tree: Tree, verb: int, verbs: frozenset[str], nouns: frozenset[str]) -> bool:
    """Whether one of some verbs tells what some do: "the rebels assaulted a ship", "destroyed by jets"."""
    if tree.lemmas[verb] not in verbs:
        return False
    by = tree.agents(verb)
    if by:
        return any(_is_one_of(tree, k, nouns) for k in by)
    struck = any(tree.tags[k] != "PRP" or tree.lower[k] in _OTHERS for k in tree.kids(verb, "dobj"))
    return struck and any(_is_one_of(tree, k, nouns) for k in tree.kids(verb, "nsubj"))


def _is_one_of(tree: Tree, noun: int, nouns: frozenset[str]) -> bool:
    """Whether it is one of the nouns, or armed: "rebels", "armed men", but not "toy drones"."""
    if tree.tags[noun] in NOUN and tree.lemmas[noun] in nouns and not is_toy(tree, noun):
        return True
    return any(tree.lower[k] == "armed" for k in tree.kids(noun, "amod"))


def _is_to_stop(tree: Tree, verb: int) -> bool:
    """Whether somebody is to stop attacking somebody: "must stop shelling the port"."""
    above = tree.heads[verb]
    if tree.deps[verb] != "xcomp" or tree.lemmas[above] not in _ENDING or tree.tags[verb] != "VBG":
        return False
    struck = tree.kid(verb, "dobj")
    if struck is None or tree.lemmas[verb] not in _ASSAULTING:
        return False
    return tree.lemmas[verb] not in _ALSO_BY_WORDS or _has_no_say(tree, struck)


def _has_no_say(tree: Tree, noun: int) -> bool:
    """Whether who is attacked is hardly attacked with words: a place, troops, "our people"."""
    if tree.tags[noun] in NAME or tree.lemmas[noun] in _ATTACKED:
        return True
    return any(tree.lower[k] in _OUR for k in tree.kids(noun, "poss"))
