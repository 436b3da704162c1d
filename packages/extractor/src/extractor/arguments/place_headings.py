"""The place that stands alone above what happened there: "Darfur. Eight people were shot dead." """

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.place_candidates import PlaceCandidate, place_candidates
from extractor.arguments.places import Resolve, place_of
from extractor.evidence import Mention, PlaceArgument, Sentence

__all__ = ["place_above"]

_BARE = 5
"""Words at most of a sentence that is nothing but a place."""
_SECTION = 6
"""Sentences for which such a place holds."""
_PROBABILITY = 0.6


def place_above(mention: Mention, sentences: Sequence[Sentence], resolve: Resolve) -> PlaceArgument | None:
    """The place that opens the paragraph of an event, or is the heading over it, where its own sentence names
    none and no other heading follows.
    """
    if place_candidates(mention.sentence):
        return None
    index = mention.sentence.index
    for before in reversed(sentences[max(0, index - _SECTION) : index]):
        place = _alone(before)
        if place is not None:
            return place_of(before, place, _PROBABILITY, resolve)
        if before.block == "heading":
            return None
    return None


def _alone(sentence: Sentence) -> PlaceCandidate | None:
    """The place that is all that a sentence says, with a stop or a colon behind it."""
    words = len(sentence.tree)
    named = place_candidates(sentence) if words <= _BARE else []
    whole = len(named) == 1 and named[0].phrase.start == 0 and named[0].end >= words - 1
    return named[0] if whole else None
