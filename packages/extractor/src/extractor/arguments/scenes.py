"""The place of an attack that the sentence before sets: "Fighting went on in Goma. Two men were shot." """

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.place_candidates import PlaceCandidate, place_candidates
from extractor.arguments.places import Resolve, place_of
from extractor.evidence import Mention, Sentence
from extractor.frames.senses import lemma_set
from extractor.ontology import REAL

__all__ = ["add_scenes"]

_WHERE = frozenset({"above", "across", "around", "at", "in", "inside", "near", "off", "outside", "over"})
_ELSEWHERE = lemma_set("elsewhere") | lemma_set("said")
_FAR = 2
"""Sentences from the attack back to the one that sets the place are at most as many."""
_PROBABILITY = 0.6


def add_scenes(
    clusters: Sequence[Sequence[Mention]], sentences: Sequence[Sentence], resolve: Resolve
) -> None:
    """Give each attack for which no mention tells a place that of the sentence before its first mention.

    `sentences` are all of the article's, by their index. The place of a meeting, an offer or a threat does
    not count.
    """
    others = {place.start for c in clusters if c[0].type != "strike" for m in c for place in m.places}
    for cluster in clusters:
        if cluster[0].type != "strike" or any(mention.places for mention in cluster):
            continue
        mention = next(m for m in cluster if m.sure)
        if mention.likeliest_status() not in REAL or place_candidates(mention.sentence):
            continue
        scene = _scene(mention.sentence.index, sentences)
        if scene is not None:
            place = place_of(*scene, _PROBABILITY, resolve)
            if place.start not in others:
                mention.places.append(place)


def _scene(index: int, sentences: Sequence[Sentence]) -> tuple[Sentence, PlaceCandidate] | None:
    """The one place at which something is, by the nearest sentence before one that names places."""
    near = sentences[max(0, index - _FAR) : index]
    for sentence in reversed(near):
        if sentence.block != sentences[index].block:
            continue
        named = place_candidates(sentence)
        if named:
            located = [c for c in named if _is_located(sentence, c)]
            outer = [c for c in located if not any(_is_part(o, c, located) for o in named)]
            return (sentence, outer[0]) if len(outer) == 1 else None
    return None


def _is_part(outer: PlaceCandidate, candidate: PlaceCandidate, located: Sequence[PlaceCandidate]) -> bool:
    """Whether a place only says where another one lies; of a building that is none of those `located` it is
    the place.
    """
    inside = outer.phrase.start < candidate.phrase.start < outer.end
    return inside and (outer.kind != "facility" or outer in located)


def _is_located(sentence: Sentence, candidate: PlaceCandidate) -> bool:
    """Whether a preposition before a place says that something happens or is there."""
    tree, start = sentence.tree, candidate.phrase.start
    if start < 2 or tree.lower[start - 1] not in _WHERE:
        return False
    return _ELSEWHERE.isdisjoint((tree.lemmas[start - 2], tree.lower[start - 2]))
