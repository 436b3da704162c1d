"""Places that are struck: "shelled Moscow", and "airstrikes in Idlib", which are on nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from extractor.evidence import ActorArgument, Mention, PlaceArgument, Referent, Sentence
from extractor.frames.phrases import Phrase

__all__ = ["add_struck_places", "as_town", "is_seat"]

_TOWN = -2_000_000_000
"""Keys of towns that are struck, as far as they stand for governments elsewhere."""
_FIXED = frozenset({"country", "facility"})
_WATERS = frozenset({"river", "sea"})
_BESIDE = frozenset({"along", "near", "off", "outside"})
_NOBODY_ELSE = "nobody else is struck"


def add_struck_places(clusters: Sequence[Sequence[Mention]], sentences: Sequence[Sentence]) -> None:
    """Give each attack of which no target is told the places where it is as its targets.

    `sentences` are all of the article's, by their index.
    """
    for cluster in clusters:
        sure = [mention for mention in cluster if mention.sure]
        if cluster[0].type != "strike" or any(a.role == "target" for m in sure for a in m.actors):
            continue
        for mention in sure:
            for place in mention.places:
                target = _target_of(place, sentences)
                if target is not None:
                    mention.actors.append(target)


def _target_of(place: PlaceArgument, sentences: Sequence[Sentence]) -> ActorArgument | None:
    """A place as a target, in the words that name it."""
    for sentence in sentences:
        starts = sentence.tree.starts
        for phrase in sentence.phrases:
            if phrase.kind == "name" and starts[phrase.start] == place.start:
                return _struck(sentence, phrase, place)
    return None


def _struck(sentence: Sentence, phrase: Phrase, place: PlaceArgument) -> ActorArgument | None:
    """The place that a phrase names as a target; None where the attack is only near it, or out at sea."""
    if place.kind in _WATERS or (phrase.start and sentence.tree.lower[phrase.start - 1] in _BESIDE):
        return None
    found = as_town(sentence, sentence.argument(phrase, "target", place.probability, _NOBODY_ELSE))
    if found.referent.kind in _FIXED:
        return found
    there = msgspec.structs.replace(found.referent, name=place.name, kind="place", wikidata=None)
    return replace(found, referent=there)


def as_town(sentence: Sentence, actor: ActorArgument) -> ActorArgument:
    """A seat of government that is struck is a town or a building, and not whom it stands for otherwise."""
    referent = actor.referent
    if actor.role != "target" or actor.kind != "name" or not is_seat(referent):
        return actor
    tree = sentence.tree
    shown = (p for p in sentence.phrases if tree.starts[p.start] == actor.start)
    phrase = next((p for p in shown if tree.ends[p.end - 1] == actor.end), None)
    if phrase is None:
        return actor
    text = phrase.text(tree)
    name = text[4:] if text.lower().startswith("the ") else text
    town = msgspec.structs.replace(referent, key=_TOWN - referent.key, name=name, kind="place", wikidata=None)
    return replace(actor, referent=town)


def is_seat(referent: Referent) -> bool:
    """Whether a phrase stands for a state by its capital, or by a building in it."""
    return referent.kind == "organization" and referent.toponym
