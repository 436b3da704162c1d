"""What happens again and again is no event: "rebels often attack buses", "the scene of frequent attacks"."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set

__all__ = ["is_habit"]

_OFTEN = lemma_set("often")
_KNOWN = frozenset({"that", "the", "these", "this", "those"})
_ARGUMENTS = frozenset({"attr", "dobj", "nsubj", "nsubjpass", "self"})


def is_habit(sentence: Sentence, token: int) -> bool:
    """Whether a meeting or a strike is told, in the present tense, to happen often; a known one is not."""
    tree = sentence.tree
    clause = sentence.clause_of(token)
    if clause.tense != "present" or clause.relation not in _ARGUMENTS:
        return False
    if any(tree.lower[k] in _KNOWN for k in tree.kids(token, "det")):
        return False
    return any(tree.lower[k] in _OFTEN for k in tree.kids(clause.verb, "advmod"))
