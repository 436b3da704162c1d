"""Crowds, thieves and single persons who are rough with others, and no side attacks another: "shoppers
stormed the store", "was accused of assaulting two pupils".
"""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.triggers.petty import ARMS, FORCES

__all__ = ["is_misdemeanour", "is_rush", "is_theft"]

_CROWDS = lemma_set("crowds")
_THIEVES = lemma_set("thieves")
_ASSAULTING = lemma_set("assaulting")
_RAIDS = frozenset({"operation", "raid", "sweep"})
_OFFICERS = frozenset({"detective", "inspector", "officer", "police"})
_AWAY = frozenset({"off", "out", "past", "up"})
_CHARGING = frozenset({"accuse", "acquit", "charge", "convict", "deny", "suspect"})
_THINGS = lemma_set("hit_things")
_PARTICLES = frozenset({"electron", "ion", "neutron", "particle", "photon", "proton"})


def is_rush(tree: Tree, verb: int) -> bool:
    """Whether somebody is only in a hurry: "shoppers stormed the store", "stormed out of the room", "fired
    protons".
    """
    if not tree.is_verb(verb):
        return False
    objects = tree.kids(verb, "dobj", "nsubjpass")
    if tree.lemmas[verb] == "fire":
        return any(tree.lemmas[k] in _PARTICLES for k in objects)
    if tree.lemmas[verb] != "storm" or tree.has_lemma(ARMS):
        return False
    if not objects and any(tree.lower[k] in _AWAY for k in tree.kids(verb, "prep", "prt", "advmod")):
        return True
    doers = tree.doers(verb)
    return bool(doers) and all(tree.is_common(k, _CROWDS) for k in doers)


def is_misdemeanour(sentence: Sentence, token: int) -> bool:
    """Whether one is charged with an assault who is no side and has no weapon: "the teacher denied assaulting
    a pupil", but not "the army was accused of assaulting protesters", "of assaulting the town".
    """
    tree = sentence.tree
    if tree.lemmas[token] != "assault" or tree.has_lemma(ARMS):
        return False
    if any(tree.lemmas[k] in _THINGS for k in tree.kids(token, "dobj")):
        return False
    charge = next((k for k in tree.ancestors(token) if tree.lemmas[k] in _CHARGING), None)
    who = (
        () if charge is None else tree.kids(charge, "nsubjpass" if tree.lemmas[charge] != "deny" else "nsubj")
    )
    return any(_is_one(sentence, k) for k in who)


def is_theft(tree: Tree, token: int) -> bool:
    """Whether thieves do it, or the police are after them, without arms: "vandals targeted bus shelters",
    "the raids targeted car thieves".
    """
    if tree.has_lemma(ARMS - _OFFICERS):
        return False
    if not tree.is_verb(token):
        return tree.lemmas[token] in _RAIDS and _is_after_thieves(tree, _verb_above(tree, token))
    if tree.lemmas[token] not in _ASSAULTING:
        return False
    doers = tree.doers(token)
    by_thieves = bool(doers) and all(tree.lemmas[k] in _THIEVES for k in doers)
    return by_thieves or _is_after_thieves(tree, token)


def _verb_above(tree: Tree, noun: int) -> int:
    """Also of a noun behind a preposition: "targeted dealers in a raid"."""
    above = tree.heads[noun]
    return tree.heads[above] if tree.deps[noun] == "pobj" else above


def _is_after_thieves(tree: Tree, verb: int) -> bool:
    if tree.lemmas[verb] != "target" or not any(
        tree.lemmas[k] in _RAIDS | _OFFICERS for k in tree.doers(verb)
    ):
        return False
    aims = tree.kids(verb, "dobj")
    return any(tree.lemmas[k] in _THIEVES for aim in aims for k in (aim, *tree.behind(aim, "of")))


def _is_one(sentence: Sentence, noun: int) -> bool:
    """A person, and not "the army", "rebels"."""
    tree, referent = sentence.tree, sentence.referents.get(noun)
    if tree.tags[noun] not in ("NN", "NNP", "PRP") or tree.lemmas[noun] in FORCES:
        return False
    return referent is None or referent.kind == "person"
