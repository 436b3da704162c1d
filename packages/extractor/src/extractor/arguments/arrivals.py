"""Where somebody has come to, by a sentence that need not be parsed: "his jet touched down in Doha"."""

from __future__ import annotations

from extractor.arguments.place_candidates import PlaceCandidate
from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_reached", "travellers"]

_ARRIVING = lemma_set("arriving")
_ARRIVED = lemma_set("arrived")
_ON_ARRIVAL = frozenset({"back", "day", "down", "evening", "morning", "night", "the", "week", "weekend"})
"""Words between the verb and the preposition: "came back to", "spent the night in"."""
_INTO = frozenset({"at", "in", "into", "to"})


def travellers(sentence: Sentence) -> set[int]:
    """The keys of those who do what a sentence tells, or whose jet does."""
    tree, referents = sentence.tree, sentence.referents
    doers = [k for k in referents if tree.deps[k] == "nsubj"]
    doers += [k for k in referents if tree.deps[k] == "poss" and tree.deps[tree.heads[k]] == "nsubj"]
    return {referents[k].key for k in doers}


def is_reached(tree: Tree, candidate: PlaceCandidate) -> bool:
    """ "Arrived in Doha", "visited Doha", "touched down in Doha", "was in Doha"; of a sentence that is not
    parsed as well.
    """
    head, start = candidate.carrier, candidate.phrase.start
    above = tree.heads[head]
    if tree.deps[head] == "dobj":
        return tree.lemmas[above] in _ARRIVING and tree.tags[above] == "VBD" and tree.deps[above] == "ROOT"
    if start < 2 or tree.lower[start - 1] not in _INTO:
        return False
    verb = start - 2
    while verb and tree.lower[verb] in _ON_ARRIVAL:
        verb -= 1
    return tree.lower[verb] in _ARRIVED
