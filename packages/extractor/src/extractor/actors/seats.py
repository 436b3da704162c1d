"""Which town "the capital" is: one named before, or that of the country of which the text speaks."""

from __future__ import annotations

from extractor.actors.description import Description
from extractor.actors.knowledge import ActorBook
from extractor.actors.memory import Memory
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.places import Gazetteer

__all__ = ["seat"]

_OF_STATES = frozenset({"USA"})
"""Countries whose states have capitals of their own, which are meant as often."""


def seat(
    sentence: Sentence, phrase: Phrase, memory: Memory, book: ActorBook, gazetteer: Gazetteer
) -> Referent | None:
    """The capital of the country in which the town named last lies: "Gunmen left Gao for the capital".

    None where that town is a seat itself, or where the phrase says more than "the capital". A town of the
    United States tells nothing: there it may be that of a state, and Washington is hardly called so.
    """
    tree, at, head = sentence.tree, sentence.index, phrase.head
    bare = tree.lower[phrase.start : phrase.end] == ["the", "capital"]
    if not bare or tree.kid(head, "prep", "appos") is not None:
        return None
    near = memory.latest(("place",), at, toponym=True)
    if near is None or near.country in _OF_STATES:
        near = memory.only(("country",))
    if near is None or near.country is None or book.metonym(near.name) is not None:
        return None
    found = gazetteer.capital(near.country)
    if not found:
        return None
    town = Description(found[0].name, "place", near.country, toponym=True)
    return memory.name(town, at, subject=tree.deps[head] in ("nsubj", "nsubjpass"))
