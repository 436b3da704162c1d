"""Who stands in the clause before a meeting that he has no part in: "Ann met Bo, and Carl met Dan"."""

from __future__ import annotations

from extractor.arguments.parties import BEFORE_PARTIES
from extractor.evidence import Mention
from extractor.frames.determiners import determiner
from extractor.frames.tree import NAME, PRONOUN, Tree

__all__ = ["is_of_clause_before"]

_VISIT = "visit"


def is_of_clause_before(mention: Mention, node: int) -> bool:
    """Whether somebody stands in the clause before, and the meeting has its sides by itself, or is a journey
    after he was met: "held talks with Bo and flew to Rome".
    """
    tree, trigger = mention.sentence.tree, mention.token
    verb = _verb_of(tree, trigger)
    before = tree.heads[verb]
    if tree.deps[verb] != "conj" or not tree.is_verb(before) or node > verb:
        return False
    above = tree.ancestors(node)
    if before not in above or verb in above:
        return False
    subject = tree.kid(verb, "nsubj")
    if subject is not None:
        return _is_another(tree, subject) and _has_other_side(tree, trigger)
    return (
        mention.subtype == _VISIT and tree.is_verb(trigger) and tree.lower[tree.heads[node]] in BEFORE_PARTIES
    )


def _verb_of(tree: Tree, trigger: int) -> int:
    """The verb of the clause that tells of a meeting: "hosted" of "hosted talks"."""
    verb = next((k for k in (trigger, *tree.ancestors(trigger)) if tree.is_verb(k)), trigger)
    while tree.deps[verb] == "xcomp" and tree.is_verb(tree.heads[verb]):
        verb = tree.heads[verb]
    return verb


def _is_another(tree: Tree, subject: int) -> bool:
    """Whether a subject is nobody who was told of before: not "the two leaders" or "they"."""
    if not tree.is_noun(subject):
        return False
    return tree.tags[subject] in NAME or determiner(tree, subject) != "definite"


def _has_other_side(tree: Tree, trigger: int) -> bool:
    """Whether a verb tells whom its subject meets, or a noun who meet."""
    if tree.is_verb(trigger):
        other = tree.kid(trigger, "dobj")
        return other is not None and tree.tags[other] not in PRONOUN
    return any(tree.tags[k] not in PRONOUN for prep in BEFORE_PARTIES for k in tree.behind(trigger, prep))
