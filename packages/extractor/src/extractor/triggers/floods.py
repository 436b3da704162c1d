"""What is told with the nouns of attacks, and nobody attacks: an invasion of tourists, a gas explosion, the
blowing up of an old bomb.
"""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.triggers.petty import ARMS, IN_FIGHTS

__all__ = ["is_disposal", "is_flood", "is_mishap", "is_treatment"]

_ONSLAUGHTS = frozenset(
    {"assault", "barrage", "blast", "bombardment", "explosion", "invasion", "onslaught", "siege"}
)
_HARMLESS = lemma_set("harmless_masses") | lemma_set("animals") | {"beetle", "hornet", "moth", "mosquito"}
_CARE = frozenset({"heart", "hip", "knee", "liver", "patient", "surgeon", "surgery", "wreck", "wreckage"})
_EXPLOSIONS = frozenset({"blast", "explosion"})
_ARMED = ARMS | IN_FIGHTS
_WORKPLACES = lemma_set("where_things_blow_up")
_ATTACKS = frozenset(
    {"assault", "attack", "bomb", "bomber", "bombing", "raid", "sabotage", "strike", "suicide"}
)
_FIGHTS = (
    ARMS
    | _ATTACKS
    | (IN_FIGHTS - _EXPLOSIONS - {"casualty", "die", "explode", "injure", "injured", "kill", "wound"})
)
_OLD = frozenset({"old", "unexploded", "wartime"})
_DISPOSING = frozenset({"blow", "destroy", "detonate", "explode"})
_BOMBS = frozenset({"bomb", "grenade", "mine", "ordnance", "shell"})


def is_flood(tree: Tree, noun: int) -> bool:
    """Whether it is only much of something: "an invasion of tourists", "a blast of cold air"."""
    if tree.lemmas[noun] not in _ONSLAUGHTS or tree.is_verb(noun):
        return False
    of = tree.behind(noun, "of")
    return bool(of) and all(tree.is_common(k, _HARMLESS) for k in of)


def is_treatment(tree: Tree, noun: int) -> bool:
    """ "The operation on the king's knee", "the operation to raise the wreck"."""
    return tree.lemmas[noun] == "operation" and tree.has_lemma(_CARE) and not tree.has_lemma(_ARMED)


def is_mishap(tree: Tree, noun: int) -> bool:
    """Whether something blew up at work, and nothing tells of an attack: "an explosion in a laboratory"."""
    if tree.lemmas[noun] not in _EXPLOSIONS or tree.is_verb(noun):
        return False
    where = [*tree.behind(noun, "at", "in"), *tree.kids(noun, "compound")]
    if not any(tree.lemmas[k] in _WORKPLACES for k in where):
        return False
    return not tree.has_lemma(_FIGHTS)


def is_disposal(tree: Tree, verb: int) -> bool:
    """ "Blew up a wartime mine", but not "an old bomb killed two"."""
    if tree.lemmas[verb] not in _DISPOSING or not tree.is_verb(verb):
        return False
    bombs = [k for k in tree.kids(verb, "dobj", "nsubjpass", "nsubj") if tree.lemmas[k] in _BOMBS]
    return any(tree.lower[m] in _OLD for k in bombs for m in tree.kids(k, "amod", "compound"))
