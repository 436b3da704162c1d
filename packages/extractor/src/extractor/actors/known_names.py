"""Names that the data hold: which entity one is, with what stands around it, and what it means there."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from msgspec.structs import replace

from extractor.actors.description import Description, after_article, of_entity
from extractor.actors.knowledge import ActorBook, Entity
from extractor.actors.lexicon import words
from extractor.actors.naming import goes_on
from extractor.actors.nationality import Nationality
from extractor.actors.titles import Titles
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree
from extractor.places import Gazetteer, PlaceEntry, fold
from extractor.places.words import WELL_KNOWN

__all__ = ["KnownNames"]

_BODIES = words("body")
_FIRMS = words("firm")
_KEPT = 8192
_LONGEST_TAIL = 9
_IN_TOWN = frozenset({"in", "near", "outside"})
_POSSESSIVE = frozenset({"'s", "’s"})


class KnownNames:
    """Finds the entity of a name, and how the name means it where it stands."""

    def __init__(
        self, book: ActorBook, gazetteer: Gazetteer, nationality: Nationality, titles: Titles
    ) -> None:
        self._book = book
        self._gazetteer = gazetteer
        self._nationality = nationality
        self._titles = titles
        # The same words come back all through an article.
        self.plain = lru_cache(maxsize=_KEPT)(self._plain)

    def _plain(self, word: str, on: dt.date | None) -> Description | None:
        """The description of a name of one word that means the same wherever it stands without neighbours."""
        entity = self._book.lookup(word, on=on)
        if entity is None or entity.kind == "person" or word.lower() in _BODIES:
            return None
        by_use = entity.category == "people" and entity.country is None
        return None if by_use else of_entity(entity)

    def find(self, tree: Tree, phrase: Phrase, start: int, whole: str, on: dt.date | None) -> Entity | None:
        """The entity of a name, together with what follows or precedes it where that is part of it."""
        known = None
        if phrase.apposition is None and phrase.end > phrase.head + 1 and tree.words[phrase.head + 1] != "-":
            end = next(
                (k for k in range(phrase.head + 1, phrase.end) if tree.lower[k] in _POSSESSIVE), phrase.end
            )
            for first in sorted({after_article(tree, phrase), start}):
                known = known or self._book.lookup(tree.text(first, end), on=on)
        if known is None and phrase.start < start - 1 and tree.lower[start - 1] in _POSSESSIVE:
            known = self._book.lookup(tree.text(after_article(tree, phrase), phrase.head + 1), on=on)
        if known is None and start > phrase.start and tree.tags[start - 1] == "JJ":
            known = self._book.lookup(f"{tree.words[start - 1]} {whole}", on=on)
        if known is None and start - 2 >= phrase.start and tree.words[start - 1] == "-":
            known = self._book.lookup(tree.text(start - 2, phrase.head + 1), on=on)  # "ISIL-KP"
        if known is None and tree.lower[phrase.head] in _BODIES:
            known = self._longer(tree, start, phrase.head + 1)
        known = known or self._book.lookup(whole, on=on)
        if known is None and "-" in whole:
            known = self._pair(whole)
        return self._firm(whole) if known is None and " " in whole else known

    def compatriot(
        self, tree: Tree, phrase: Phrase, start: int, known: Entity, on: dt.date | None
    ) -> Entity | None:
        """Who of a known person's name holds the office in the country named: "Jordan's King Abdullah"."""
        if start == phrase.head:
            return None
        run = tree.text(start, phrase.head + 1).split()
        title, core = self._titles.split(tree, start, run, on)
        office = self._titles.office(title)
        if office is None:
            return None
        country = self._nationality.within(tree, phrase.start, start) or self._nationality.of_words(title)
        country = country or self._nationality.possessor(tree, phrase.head)
        return None if country == known.country else self._titles.holder(office, country, core, on)

    def _pair(self, whole: str) -> Entity | None:
        """Of two countries with a hyphen ("US-Russia relations") the one that the phrase ends at."""
        left, _, right = whole.rpartition("-")
        second = self._book.country_of_word(right) if self._book.country_of_word(left) else None
        return second if second is not None and second.category == "country" else None

    def is_branch(self, name: str) -> bool:
        """Whether a name is that of an organisation of no one country, which may have a branch in one."""
        found = self._book.lookup(name)
        return found is not None and found.category == "organisation" and found.country is None

    def _firm(self, whole: str) -> Entity | None:
        """The company whose name has a word for its legal form behind it: "Monsanto Co."."""
        name, _, form = whole.rpartition(" ")
        found = self._book.lookup(name) if form.lower() in _FIRMS else None
        return found if found is not None and found.category == "organisation" else None

    def _longer(self, tree: Tree, start: int, end: int) -> Entity | None:
        """The known body whose name goes on behind its head ("Organization for Security and ...")."""
        last = end
        while last < len(tree) and last - end < _LONGEST_TAIL and goes_on(tree, last):
            last += 1
        ends = range(last, end, -1)
        return next(filter(None, (self._book.lookup(tree.text(start, each)) for each in ends)), None)

    def in_country(self, found: Description, tree: Tree, phrase: Phrase, start: int) -> Description:
        """ "Syrian Kurds": a people or organisation of no one country takes that of its modifiers."""
        if found.country is not None or found.kind == "person":
            return found
        country = self._nationality.within(tree, phrase.start, start)
        if country is None:
            return found
        return replace(
            found,
            core=tree.text(after_article(tree, phrase), phrase.head + 1),
            country=country,
            entity=None,
        )

    def spoken_of(self, tree: Tree, phrase: Phrase, entity: Entity, whole: str) -> Description:
        """An entity as a name means it: a part of the world by its own name is a place, and no people where
        one visits it.
        """
        found = of_entity(entity)
        if entity.category != "people" or entity.country or fold(whole) != fold(entity.name):
            return found
        lands = self._gazetteer.lookup(entity.name)[:1]
        if all(land.kind not in ("continent", "area") for land in lands):
            return found
        return replace(found, kind="place" if tree.deps[phrase.head] == "dobj" else found.kind, toponym=True)

    def namesake(self, tree: Tree, phrase: Phrase, name: str) -> PlaceEntry | None:
        """The town of a known person's name where the name is that of a town: "in Garland, Texas"."""
        head = phrase.head
        if " " in name or tree.deps[head] != "pobj" or tree.lower[tree.heads[head]] not in _IN_TOWN:
            return None
        found = self._gazetteer.lookup(name)
        if found and found[0].prominence >= WELL_KNOWN:
            return found[0]
        if tree.words[head + 1 : head + 2] != [","]:
            return None
        around = [
            outer
            for count in (3, 2, 1)
            for outer in self._gazetteer.lookup(" ".join(tree.words[head + 2 : head + 2 + count]))
            if outer.kind in ("country", "region")
        ]
        return next(
            (
                town
                for town in found
                for outer in around
                if town.country == outer.country and outer.admin1 in (None, town.admin1)
            ),
            None,
        )
