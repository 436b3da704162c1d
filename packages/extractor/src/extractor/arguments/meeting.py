"""Who takes part in a meeting by the words beside it: "talks on a pact with X", "talks that involve Y"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_spoken_of", "takes_part"]

_NEGOTIATING = lemma_set("negotiating")
_PACTS = lemma_set("pacts")
_BRINGING = lemma_set("bringing_together")
_JOINING = lemma_set("joining")
_SIDES = lemma_set("between_sides")
_ABOUT = frozenset({"about", "for", "of", "on", "over", "regarding", "towards"})
_PARTIES = frozenset({"with", "between"})
_COMING_WITH = frozenset({"accompany", "flank"})
_RELATIVE = frozenset({"that", "which"})


def takes_part(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether somebody takes part in a meeting who hangs under `governor` by a label or preposition."""
    if relation == "with":
        return tree.lemmas[governor] in _PACTS and _is_topic(tree, trigger, governor)
    if relation == "dobj":
        return _brings_together(tree, trigger, governor)
    if relation == "by":
        return tree.lemmas[governor] in _COMING_WITH and trigger in tree.ancestors(governor)
    return relation in ("attr", "nsubj") and _joins(tree, trigger, governor)


def is_spoken_of(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether a meeting that has its own parties is about what is between others: "discussed the war between
    Chad and Sudan".
    """
    if relation != "between" or governor == trigger or tree.lemmas[governor] not in _SIDES:
        return False
    verb = trigger if tree.is_verb(trigger) else tree.heads[trigger]
    held = tree.is_verb(verb) and tree.kid(verb, "nsubj") not in (None, trigger)
    return held or not _PARTIES.isdisjoint(tree.lower[k] for k in tree.kids(trigger, "prep"))


def _is_topic(tree: Tree, trigger: int, pact: int) -> bool:
    """Whether it is a pact that is negotiated, and nobody else is named with whom or by whom it is."""
    if tree.lemmas[trigger] not in _NEGOTIATING:
        return False
    first = tree.first_conjunct(pact)
    above = tree.heads[first]
    if tree.deps[first] == "pobj" and tree.lower[above] in _ABOUT:
        above = tree.heads[above]
    elif tree.deps[first] != "dobj":
        return False
    verb = next((k for k in (trigger, *tree.ancestors(trigger)) if tree.is_verb(k)), trigger)
    if above not in (trigger, verb):
        return False
    several = any(tree.kid(k, "conj") is not None for k in tree.kids(verb, "nsubj"))
    named = (tree.lower[k] for holder in (trigger, verb) for k in tree.kids(holder, "prep"))
    return not several and _PARTIES.isdisjoint(named)


def _brings_together(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb tells whom a meeting brings together: "talks that gathered X", "one involving X"."""
    lemma = tree.lemmas[verb]
    if lemma == "bring":
        if not any(tree.lower[k] == "together" for k in tree.kids(verb, "prt", "advmod")):
            return False
    elif lemma not in _BRINGING:
        return False
    who = tree.kid(verb, "nsubj")
    if who is None or tree.lower[who] in _RELATIVE:
        return tree.heads[verb] == trigger and tree.deps[verb] in ("acl", "relcl")
    return who == trigger


def _joins(tree: Tree, trigger: int, be: int) -> bool:
    """Whether it is told behind the verb who joins others at a meeting: "Joining X at the talks was Y"."""
    if tree.lemmas[be] != "be":
        return False
    first = tree.heads[be] if tree.deps[be] == "aux" else tree.kid(be, "csubj", "advcl", "nsubj")
    return first is not None and tree.lemmas[first] in _JOINING and first in tree.ancestors(trigger)
