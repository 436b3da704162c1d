"""What only looks like an event: what happens often, a play, no attack, meeting, threat or offer at all."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.tree import Tree
from extractor.ontology import ACTS
from extractor.triggers.habits import is_habit, is_never_done
from extractor.triggers.no_attacks import is_no_attack
from extractor.triggers.no_meetings import is_no_meeting
from extractor.triggers.no_offers import is_no_offer
from extractor.triggers.no_threats import is_no_threat
from extractor.triggers.sport import is_sport
from extractor.triggers.works import is_in_work

__all__ = ["is_no_act"]


def is_no_act(sentence: Sentence, token: int, kind: str) -> bool:
    """Whether what looks like an event of a type is none."""
    tree = sentence.tree
    if (
        is_in_work(tree, token, kind)
        or is_sport(tree, token, kind)
        or (kind in ACTS and _is_forbidden(tree, token))
        or is_never_done(sentence, token)
    ):
        return True
    if is_habit(sentence, token, kind):
        return True
    if kind == "strike":
        return is_no_attack(sentence, token)
    if kind == "meeting":
        return is_no_meeting(tree, token)
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
