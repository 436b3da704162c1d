"""Countries that share their name with a region of another country: "Atlanta, Georgia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from extractor.actors.lexicon import words
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.places import Gazetteer, PlaceEntry

__all__ = ["Homonyms", "region_at"]

_LARGE = 100_000
_PASSING = -1_000_000
"""From here down the keys are those of regions; above stand those of other passing referents."""


class Homonyms:
    """Tells the region from the country by the rest of the article."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.region_of = cache(self._region_of)

    def _region_of(self, country: str) -> PlaceEntry | None:
        """The region abroad that has the name of a country (alpha-3)."""
        name = next((entry.name for entry in self._gazetteer.country(country)), None)
        found = self._gazetteer.lookup(name) if name else ()
        return next(
            (e for e in found if e.kind == "region" and e.name == name and e.country != country), None
        )

    def settle(self, sentences: Sequence[Sentence], country: str, region: PlaceEntry) -> None:
        """Put the region in the place of the country, where the article means it.

        It does where a town of the region stands before the name, or its governor behind it, or where it
        speaks of a large town there, and of nobody and nothing else of the country.
        """
        named: list[tuple[Sentence, Phrase]] = []
        others: list[tuple[Sentence, Phrase]] = []
        for sentence in sentences:
            for phrase in sentence.phrases:
                referent = sentence.referents[phrase.head]
                if referent.known and referent.country == country and referent.name != region.name:
                    return
                means = referent.known and referent.country == country
                (named if means else others).append((sentence, phrase))
        towns = (s.referents[p.head] for s, p in others if s.referents[p.head].toponym)
        told = any(self._is_region(sentence, phrase, country, region) for sentence, phrase in named)
        if not told and not any(self._is_town(town.name, region) for town in towns):
            return
        if named:
            one = region_at(*named[0], region.name, region.country)
            for sentence, phrase in named:
                sentence.referents[phrase.head] = one
        for referent in _of_country(sentences, country):
            referent.country = region.country

    def _is_region(self, sentence: Sentence, phrase: Phrase, country: str, region: PlaceEntry) -> bool:
        tree, before = sentence.tree, phrase.start - 2
        behind = {tree.lemmas[k].lower() for k in (phrase.end, phrase.end + 1) if k < len(tree)}
        if not behind.isdisjoint(words("regional")):
            return True
        if before < 0 or tree.words[before + 1] != ",":
            return False
        town = next((p for p in sentence.phrases if p.end == before + 1), None)
        found = self._gazetteer.lookup(sentence.referents[town.head].name) if town else ()
        return any(e.admin1 == region.name for e in found) and all(e.country != country for e in found)

    def _is_town(self, name: str, region: PlaceEntry) -> bool:
        found = self._gazetteer.lookup(name)[:1]
        return any(e.admin1 == region.name and e.population > _LARGE for e in found)


def region_at(sentence: Sentence, phrase: Phrase, name: str, country: str | None) -> Referent:
    """A referent for the region that a phrase names, where a country has the same name ("Atlanta, Georgia,
    U.S."); its key is that of no other.
    """
    key = _PASSING - sentence.tree.starts[phrase.head]
    return Referent(key, name, "place", country, toponym=True)


def _of_country(sentences: Sequence[Sentence], country: str) -> Iterator[Referent]:
    for sentence in sentences:
        yield from (r for r in sentence.referents.values() if r.country == country)
