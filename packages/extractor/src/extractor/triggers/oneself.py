"""What is aimed at nobody else, or with no weapon, is no attack: "shot himself in the foot", "fired warning
shots", "fired tear gas at the crowd".
"""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["at_nobody_else"]

_HARM = lemma_set("self_harm")
_SENDING = lemma_set("throwing")
_NO_WEAPONS = lemma_set("harmless") - {"bath", "gas", "model", "petrol", "toy"}
_SALUTES = frozenset({"blank", "broadside", "firework", "flare", "salute"})
_ONESELF = frozenset(
    {"myself", "yourself", "himself", "herself", "itself", "oneself", "ourselves", "yourselves", "themselves"}
)


def at_nobody_else(tree: Tree, token: int) -> bool:
    """Whether what a trigger tells of is aimed at nobody, or at whoever does it, or kills nobody."""
    return _on_oneself(tree, token) or _is_warning_shot(tree, token) or _is_harmless(tree, token)


def _on_oneself(tree: Tree, token: int) -> bool:
    """Whether a trigger is a verb of harm with a reflexive object; of killing, if it tells what came after
    something else: "before killing himself".
    """
    last = tree.lemmas[token] == "kill" and tree.deps[token] == "pcomp"
    return (last or tree.lemmas[token] in _HARM) and any(
        tree.lower[k] in _ONESELF for k in tree.kids(token, "dobj")
    )


def _is_warning_shot(tree: Tree, token: int) -> bool:
    """Whether a trigger is a warning shot or flare, a salute, a starting gun, or the verb that fires nothing
    else.
    """
    fired = tree.kids(token, "dobj", "nsubjpass")
    fired += [k for thing in fired for k in tree.kids(thing, "conj")]
    if tree.lemmas[token] in _SALUTES or (fired and all(tree.lemmas[k] in _SALUTES for k in fired)):
        return True
    shots = [k for k in (token, *fired) if k]
    return any(
        tree.lower[k - 1] == "starting" or (tree.lemmas[k] == "shot" and tree.lower[k - 1] == "warning")
        for k in shots
    )


def _is_harmless(tree: Tree, verb: int) -> bool:
    """Whether a trigger is a verb of sending what is no weapon of war, and nothing else: "fired tear gas"."""
    if tree.lemmas[verb] not in _SENDING:
        return False
    things = tree.kids(verb, "dobj", "nsubjpass")
    more = [k for k in range(verb, len(tree)) if tree.deps[k] == "conj" and tree.first_conjunct(k) in things]
    return bool(things) and all(
        not _NO_WEAPONS.isdisjoint(tree.lower[tree.left(k) : k]) for k in (*things, *more)
    )
