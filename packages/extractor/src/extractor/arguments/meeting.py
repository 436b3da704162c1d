"""Who takes part in a meeting, or mediates, by its words: "talks on a pact with X", "AU-led talks"."""

from __future__ import annotations

from itertools import pairwise

from extractor.arguments.above import Above, only_tells
from extractor.arguments.bearings import Bearing, can_act
from extractor.arguments.mediators import mediates
from extractor.arguments.met_before import is_of_clause_before
from extractor.arguments.onlookers import is_onlooker
from extractor.arguments.parties import BEFORE_PARTIES, is_party
from extractor.evidence import Mention
from extractor.frames.relations import relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["of_meeting"]

_NEGOTIATING = lemma_set("negotiating")
_PACTS = lemma_set("pacts")
_DISCUSSING = frozenset({"debate", "discuss"})
_BRINGING = lemma_set("bringing_together")
_JOINING = lemma_set("joining")
_SIDES = lemma_set("between_sides")
_ABOUT = frozenset({"about", "for", "of", "on", "over", "regarding", "towards"})
_COMING_WITH = frozenset({"accompany", "flank"})
_RELATIVE = frozenset({"that", "which"})
_TELEPHONING = lemma_set("telephoning")
_MEALS = lemma_set("meals")
_GIVING = frozenset({"give", "hold", "host"})
_TURNING_DOWN = lemma_set("turning_down")
_DEEDS = lemma_set("assaulting") | lemma_set("killing")


def of_meeting(mention: Mention, head: int, above: Above | None) -> Bearing | None:
    """Who mediates or takes part in a meeting by its words, and who only speaks of it or is spoken of."""
    tree, trigger = mention.sentence.tree, mention.token
    node = tree.first_conjunct(head)
    if mediates(mention, head, node):
        return "mediates"
    if (
        _attacks(tree, trigger, node)
        or is_of_clause_before(mention, node)
        or is_onlooker(tree, trigger, head, node, above)
    ):
        return "out"
    relation, governor = relation_of(tree, node)
    if (_takes_part(tree, trigger, relation, governor) and can_act(mention, head)) or is_party(mention, node):
        return "meets"
    if _is_spoken_of(tree, trigger, relation, governor) or _is_discussed(tree, trigger, node):
        return "out"
    return "out" if above is not None and only_tells(tree, above) else None


def _takes_part(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether somebody takes part in a meeting who hangs under `governor` by a label or preposition."""
    if relation == "with":
        return tree.lemmas[governor] in _PACTS and _is_topic(tree, trigger, governor)
    if relation == "dobj":
        return _brings_together(tree, trigger, governor)
    if relation in ("for", "to") and governor in (trigger, tree.heads[trigger]):
        return _is_given(tree, trigger, relation)
    if relation == "by":
        if tree.lemmas[governor] in _JOINING and trigger in (
            tree.heads[governor],
            *tree.kids(governor, "nsubjpass"),
        ):
            return True  # "talks attended by the emir"
        return tree.lemmas[governor] in _COMING_WITH and trigger in tree.ancestors(governor)
    if relation == "alongside":
        return governor == trigger and tree.is_verb(trigger)
    if relation == "nsubj" and tree.lemmas[governor] in _TURNING_DOWN:
        return _is_asked(tree, trigger, governor)
    return relation in ("attr", "nsubj") and _joins(tree, trigger, governor)


def _is_given(tree: Tree, trigger: int, relation: str) -> bool:
    """Whether somebody makes a call to another, or gives a meal for him: "placed a call to the king"."""
    if relation == "to":
        return tree.lemmas[trigger] == "call" and tree.lemmas[tree.heads[trigger]] in _TELEPHONING
    return tree.lemmas[trigger] in _MEALS and tree.lemmas[tree.heads[trigger]] in _GIVING


def _is_asked(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether somebody is asked to meet others, and refuses: "rejected a call for talks with the rebels"."""
    prep = tree.heads[trigger]
    if tree.deps[trigger] != "pobj" or tree.lower[prep] != "for" or not tree.behind(trigger, "with"):
        return False
    call = tree.heads[prep]
    return tree.heads[call] == verb and tree.deps[call] == "dobj"


def _is_spoken_of(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether a meeting that has its own parties is about what is between others: "discussed the war between
    Chad and Sudan".
    """
    if relation != "between" or governor == trigger or tree.lemmas[governor] not in _SIDES:
        return False
    verb = trigger if tree.is_verb(trigger) else tree.heads[trigger]
    held = tree.is_verb(verb) and tree.kid(verb, "nsubj") not in (None, trigger)
    return held or not BEFORE_PARTIES.isdisjoint(tree.lower[k] for k in tree.kids(trigger, "prep"))


def _is_discussed(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody stands in what is discussed, "discussed the fate of X when they met", but not who is
    in the meeting that is discussed.
    """
    if not tree.has_lemma(_DISCUSSING):
        return False
    for below, verb in pairwise((node, *tree.ancestors(node))):
        if tree.lower[below] in BEFORE_PARTIES:
            return False  # "discussed a pact with X"
        if tree.lemmas[verb] in _DISCUSSING and tree.deps[below] == "dobj":
            return trigger != below and below not in tree.ancestors(trigger)
    return False


def _is_topic(tree: Tree, trigger: int, pact: int) -> bool:
    """Whether it is a pact that is negotiated, and nobody else is named with whom or by whom it is."""
    if tree.lemmas[trigger] not in _NEGOTIATING:
        return False
    relation, above = relation_of(tree, tree.first_conjunct(pact))
    if relation != "dobj" and relation not in _ABOUT:
        return False
    verb = next((k for k in (trigger, *tree.ancestors(trigger)) if tree.is_verb(k)), trigger)
    if above not in (trigger, verb):
        return False
    several = any(tree.kid(k, "conj") is not None for k in tree.kids(verb, "nsubj"))
    named = (tree.lower[k] for holder in (trigger, verb) for k in tree.kids(holder, "prep"))
    return not several and BEFORE_PARTIES.isdisjoint(named)


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


def _attacks(tree: Tree, meeting: int, node: int) -> bool:
    """Whether somebody attacks those who meet: "a bomber struck a meeting of elders"."""
    verb = tree.heads[node]
    if tree.deps[node] != "nsubj" or tree.lemmas[verb] not in _DEEDS:
        return False
    return tree.heads[meeting] == verb and tree.deps[meeting] in ("dobj", "nsubjpass")
