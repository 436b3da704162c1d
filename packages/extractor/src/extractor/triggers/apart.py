"""Whether two triggers of one sentence tell of two things that happened.

Verb and noun of one clause, and verbs with one subject, are mostly one event ("was shot and killed", "killed
in a bombing"); an attack and what it answers to are two, and so are attacks of two kinds side by side.
"""

from __future__ import annotations

from extractor.frames.answers import answer_between
from extractor.frames.tree import Tree

__all__ = ["stand_apart"]

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "pcomp", "parataxis", "appos"})


def stand_apart(tree: Tree, first: int, second: int) -> bool:
    """Whether a clause, a list of nouns, or a word for an answer is between two triggers."""
    if answer_between(tree, first, second):
        return True  # "struck in retaliation for the attack"
    for lower, upper in ((first, second), (second, first)):
        above = tree.ancestors(lower)
        if upper in above:
            way = [lower, *above[: above.index(upper)]]
            labels = {tree.deps[k] for k in way}
            if not _CLAUSES.isdisjoint(labels):
                return True
            return "conj" in labels and not _same_subject(tree, lower, upper)
    return not (
        tree.first_conjunct(first) == tree.first_conjunct(second) and _same_subject(tree, first, second)
    )


def _same_subject(tree: Tree, *verbs: int) -> bool:
    return all(map(tree.is_verb, verbs)) and any(tree.kid(k, "nsubj", "nsubjpass") is None for k in verbs)
