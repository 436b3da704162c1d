"""Names that the data do not hold: their words and their neighbours tell the kind and the country."""

from __future__ import annotations

from extractor.actors.description import ONE_OF, Description, after_article
from extractor.actors.kinds import is_weapon_noun, kind_of
from extractor.actors.lexicon import words
from extractor.actors.nationality import Nationality
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree
from extractor.places import Gazetteer, PlaceEntry, fold, load_guard_words
from extractor_schema import ActorKind

__all__ = ["UnknownNames"]

_ARMS = words("arm")
_CRAFT = words("craft")
_VESSELS = words("vessel")
_BODY_WORDS = words("body")
_LEADING = words("leading")
_COMPANIES = words("company")
_BODIES = ("person", "other", "country", "place")
_BID = frozenset({"bid", "takeover", "billion", "million"})
"""Nouns behind which "for" and a name mean a company."""
_LARGE = 200_000


class UnknownNames:
    """Describes names by their words and their neighbours."""

    def __init__(self, gazetteer: Gazetteer, nationality: Nationality) -> None:
        self._gazetteer = gazetteer
        self._nationality = nationality
        self._guards = load_guard_words()

    def describe(
        self,
        tree: Tree,
        phrase: Phrase,
        core: list[str],
        country: str | None,
        office: str | None,
        gender: str | None,
    ) -> Description:
        """A name that the data do not hold; its words and its neighbours tell the kind."""
        name, plural = " ".join(core), tree.tags[phrase.head] == "NNPS"
        governor = tree.heads[phrase.head]
        lower = name.lower().split()
        armed = tree.deps[phrase.head] == "compound" and is_weapon_noun(tree.lemmas[governor])
        typed = "-" in lower[-1]
        if armed or len(name) == 1 or lower[-1] in _ARMS or (typed and _is_model(lower[-1], "gun")):
            return Description(name, "other", country, plural=plural)
        first = _first_of(tree, phrase, name)
        ship = first > phrase.start and kind_of(tree.lower[first - 1]) == "vehicle"  # "the corvette Cheonan"
        if ship or lower[-1] in _CRAFT or (typed and _is_model(lower[-1], "model")):
            return Description(name, "vehicle", country, plural=plural)
        common = len(core) > 1 or phrase.start < phrase.head
        noun = kind_of(name, plural=plural) if common and office is None else None
        if noun in ("place", "facility") and _follows_person(tree, phrase, first):
            noun = None  # "actor Tom Wood"
        kind: ActorKind
        if office is not None or gender is not None:
            kind = "person"
        elif lower[0] in _VESSELS and len(core) > 1:
            kind = "vehicle"
        elif (apposed := _apposed_kind(tree, phrase.head)) is not None:
            kind = apposed
        elif noun in ("facility", "vehicle") and lower[-1] not in _BODY_WORDS:
            kind, country = noun, country or self._nationality.of_words(core[:-1]) or self._town(core)
            name = tree.text(after_article(tree, phrase), phrase.head + 1) if plural is False else name
        elif not _BODY_WORDS.isdisjoint(lower):
            kind = "organization" if noun is None or noun in _BODIES else noun
            country = country or self._nationality.of_words(core) or self._town(core)
        elif len(core) == 1 and lower[0] in _LEADING:  # "the North" is no town
            kind = "country"
        elif (places := self._gazetteer.lookup(name)) and (
            len(core) > 1
            or (
                (_is_no_noun(tree, phrase, name, places[0]) or places[0].population >= _LARGE)
                and not self._is_family(tree, phrase, name, places[0])
                and not _speaks_for_itself(tree, phrase, name, places[0])
            )
        ):
            return Description(name, "place", places[0].country, plural=plural, toponym=True)
        elif noun == "place":
            return Description(
                name, "place", country or self._nationality.of_words(core), plural=plural, toponym=True
            )
        else:
            person = len(core) in (2, 3) and all(word.replace("-", "").isalpha() for word in core)
            thing = (
                "&" in core
                or _is_firm(tree, phrase, first)
                or (_is_acronym(name) and not person)
                or _has_article(tree, phrase, name)
            )
            kind = noun or ("group" if plural else "organization" if thing else "person")
            country = country or self._nationality.of_words(core[:-1] if plural or noun else ())
        return Description(name, kind, country, office=office, plural=plural, gender=gender)

    def _is_family(self, tree: Tree, phrase: Phrase, name: str, place: PlaceEntry) -> bool:
        """Whether the name of a town that few know is somebody's: "met Wang", not "in Wang, Bavaria"."""
        if not self._guards.is_family(fold(name), place.prominence):
            return False
        before = tree.lower[phrase.start - 1] if phrase.start else ""
        comma, following = (tree.words[phrase.end + k : phrase.end + k + 1] for k in (0, 1))
        contained = comma == [","] and self._nationality.of_words(following) is not None
        return before not in self._guards.locative and not contained

    def _town(self, core: list[str]) -> str | None:
        """The country of the place that a name is, or of the large town or region that it begins with ("Odesa
        Arts Museum").
        """
        for name in (" ".join(core), " ".join(core[:-1])):
            owned = name.endswith(("'s", "’s"))  # "St. Mary's Church" is not in St. Mary
            if " " in name and not owned and (found := self._gazetteer.lookup(name)):
                return found[0].country
        found = self._gazetteer.lookup(core[0])
        return found[0].country if found and found[0].population >= _LARGE else None


def _first_of(tree: Tree, phrase: Phrase, name: str) -> int:
    """The token of a phrase with which the name that ends at its head, or goes on behind it, begins."""
    if phrase.start == phrase.head:
        return phrase.head
    for k in range(phrase.start, phrase.head):
        if name.startswith(tree.words[k]) and name.startswith(tree.text(k, phrase.head + 1)):
            return k
    return phrase.head


def _apposed_kind(tree: Tree, head: int) -> ActorKind | None:
    """The kind that a noun behind a name tells: "Wolt, a ride company"."""
    for k in tree.kids(head, "appos"):
        if k > head and tree.tags[k] == "NN" and tree.lower[tree.left(k)] in ONE_OF:
            kind = kind_of(tree.lemmas[k])
            if kind in ("organization", "group", "vehicle", "facility"):
                return kind
    return None


def _speaks_for_itself(tree: Tree, phrase: Phrase, name: str, place: PlaceEntry) -> bool:
    """Whether a name is that of who says something, "Ivanov said", which no small town does, and no large one
    under another name than its own (Ivanovo).
    """
    known = place.population >= _LARGE and fold(place.name) == fold(name)
    verb = tree.heads[phrase.head]
    return not known and tree.deps[phrase.head] == "nsubj" and tree.lemmas[verb] in words("saying")


def _follows_person(tree: Tree, phrase: Phrase, start: int) -> bool:
    """Whether a noun for a person stands before a name from token `start` on: "actor Tom Wood"."""
    return phrase.start < start and kind_of(" ".join(tree.lower[phrase.start : start])) == "person"


def _is_firm(tree: Tree, phrase: Phrase, start: int) -> bool:
    """Whether a name from token `start` on is a company's: "drugmaker Metsera", "a bid for Metsera"."""
    if not _COMPANIES.isdisjoint(tree.lower[phrase.start : start]):
        return not _follows_person(tree, phrase, start)  # "film maker Finn Olsen"
    prep = tree.heads[phrase.head]
    bid = tree.deps[phrase.head] == "pobj" and tree.lower[prep] == "for"
    return bid and tree.lemmas[tree.heads[prep]] in _BID


def _has_article(tree: Tree, phrase: Phrase, name: str) -> bool:
    """Whether "the" stands right before a name: before ships and papers it does, before persons not."""
    first = phrase.start + 1
    return tree.lower[phrase.start] == "the" and tree.text(first, phrase.head + 1) == name


def _is_model(word: str, kinds: str) -> bool:
    """Whether a word is the type of an aircraft or tank, or of a weapon: "Su-24", "MiG-29s", "AK-47"."""
    letters, _, number = word.rstrip("s").partition("-")
    return number[:1].isdigit() and letters in words(kinds)


def _is_acronym(name: str) -> bool:
    return name.isupper() and 1 < len(name) < 7


def _is_no_noun(tree: Tree, phrase: Phrase, name: str, place: PlaceEntry) -> bool:
    """Whether a name is no noun for something, or that of a region without an article: "Plateau"."""
    kind = kind_of(name)
    return kind is None or (
        kind == "place" and place.kind == "region" and not _has_article(tree, phrase, name)
    )
