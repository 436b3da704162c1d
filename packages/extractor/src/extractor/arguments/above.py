"""The verb that governs a phrase and an event, and what each is to it."""

from __future__ import annotations

from typing import NamedTuple

from extractor.arguments.telling import stance_of
from extractor.frames.relations import RELATIVE, SUBJECTS, of_same_subject, relation_of
from extractor.frames.tree import NAME, Tree

__all__ = ["Above", "above_both", "only_tells"]

_TELLING = frozenset({"relcl", "acl"})
"""Labels of clauses that tell something of a noun."""


class Above(NamedTuple):
    """The verb that governs a phrase and the trigger: its stance, what the phrase is to it (its label or
    preposition), and the token directly under it on the way to the trigger.
    """

    verb: int
    stance: str
    relation: str
    below: int


def above_both(tree: Tree, trigger: int, head: int) -> Above | None:
    """The verb of a known stance above the phrase with this head, where the trigger is below it as well."""
    node = tree.first_conjunct(head)
    relation, verb = _told_of(tree, node, trigger) or relation_of(tree, node)
    stance = stance_of(tree, verb)
    if stance is None:
        return None
    below = tree.below(of_same_subject(tree, verb), trigger)
    return None if below is None or below == node else Above(verb, stance, relation, below)


def _told_of(tree: Tree, node: int, trigger: int) -> tuple[str, int] | None:
    """What a phrase is to the verb of a relative clause that holds the event: "a group that was blamed for
    the attack", "the men accused of the raid".
    """
    for verb in tree.children[node]:
        if tree.deps[verb] not in _TELLING or verb not in tree.ancestors(trigger):
            continue
        if stance_of(tree, verb) not in (None, "harms"):
            who = tree.kid(verb, *SUBJECTS)
            if who is None:
                return ("nsubjpass", verb) if tree.tags[verb] == "VBN" else ("nsubj", verb)
            return (tree.deps[who], verb) if tree.tags[who] in RELATIVE else None
    return None


def only_tells(tree: Tree, above: Above) -> bool:
    """Whether the subject of the verb only sees an event, or says what somebody by name does in it."""
    if above.relation != "nsubj" or above.stance not in ("sees", "says"):
        return False
    return above.stance == "sees" or (
        tree.deps[above.below] == "ccomp" and _has_name_as_subject(tree, above.below)
    )


def _has_name_as_subject(tree: Tree, clause: int) -> bool:
    subject = tree.kid(clause, *SUBJECTS)
    return subject is not None and tree.tags[subject] in NAME
