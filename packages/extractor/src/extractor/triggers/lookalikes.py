"""What only looks like an event: what happens often, a play, a summons, no threat and no offer at all."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS
from extractor.triggers.deeds import is_to_do
from extractor.triggers.habits import is_ability, is_habit, is_under_law
from extractor.triggers.no_offers import is_no_offer
from extractor.triggers.no_threats import is_no_threat

__all__ = ["is_no_act"]

_FICTION = lemma_set("fiction")
_MAKING = lemma_set("making")
_IN_FIGHTS = lemma_set("in_fights")


def is_no_act(sentence: Sentence, token: int, kind: str) -> bool:
    """Whether what looks like an event of a type is none."""
    tree = sentence.tree
    if kind in ("meeting", "strike") and is_habit(sentence, token):
        return True
    if kind == "strike":
        return is_ability(sentence, token) or is_under_law(sentence, token)
    if kind == "meeting":
        return _is_summons(tree, token) or _is_fight(tree, token)
    if kind in ACTS and (_is_fiction(tree, token) or _is_forbidden(tree, token)):
        return True
    if kind == "threat":
        return is_no_threat(sentence, token)
    return kind == "offer" and is_no_offer(tree, token)


def _is_forbidden(tree: Tree, token: int) -> bool:
    """Whether somebody is told not to: "do not give us an ultimatum"."""
    for verb in (token, *tree.ancestors(token)):
        if tree.is_verb(verb) and (
            tree.kid(verb, "nsubj", "nsubjpass") is not None or tree.tags[verb] != "VB"
        ):
            return False
        if tree.is_verb(verb) and tree.kid(verb, "neg") is not None:
            return all(tree.lemmas[k] == "do" for k in tree.kids(verb, "aux"))
    return False


def _is_fiction(tree: Tree, token: int) -> bool:
    """Whether it happens in a play: "in the film a gangster threatens to kill a judge"."""
    if not tree.has_lemma(_FICTION):
        return False
    verbs = (k for k in (token, *tree.ancestors(token)) if tree.is_verb(k))
    return any(tree.lemmas[p] in _FICTION for verb in verbs for p in tree.behind(verb, "in"))


def _is_summons(tree: Tree, noun: int) -> bool:
    """Whether a call is a demand or a decision: "the call to free him angered", "issued the call"."""
    kids = tree.children[noun]
    if tree.lemmas[noun] != "call" or any(
        tree.deps[k] == "compound" or tree.lower[k] in ("with", "between") for k in kids
    ):
        return False
    if tree.deps[noun] != "dobj":  # "used the call to urge him"
        return any(is_to_do(tree, k) for k in tree.kids(noun, "acl"))
    to = any(tree.lower[k] == "to" for k in kids)  # "made a call to the emir"
    return tree.lemmas[tree.heads[noun]] in _MAKING and not to


def _is_fight(tree: Tree, noun: int) -> bool:
    """Whether it is with weapons that two sides meet: "killed in an encounter with the police"."""
    return tree.lemmas[noun] == "encounter" and tree.has_lemma(_IN_FIGHTS)
