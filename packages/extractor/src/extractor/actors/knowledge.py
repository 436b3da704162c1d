"""What is known of actors: countries and their peoples, seats of government, organisations, persons.

    >>> from datetime import date
    >>> book = ActorBook.load()
    >>> book.country_of_word("Russian").country
    'RUS'
    >>> book.metonym("the Kremlin").name
    'Russia'
    >>> book.holder("president", "USA", on=date(2018, 5, 1)).name
    'Donald Trump'

The tables are read on first use of each part. A book does not change afterwards; processes and threads
may share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from extractor.actors.knowledge_names import bare, fold, forms, has_capital, is_acronym, keys, plural
from extractor.actors.knowledge_people import Offices, People, latest, without_initials
from extractor.leaders import Person, Term
from extractor.tables import rows, split
from extractor_schema import ActorKind

__all__ = ["ActorBook", "Entity", "NamedEntity"]

_LONGER = re.compile(r" \S(?: |$)| \S+ \S+ ")
"""A name with an initial in it, or of more than three words."""
_TITLECASE_LENGTH = 4
_KEPT = 8_192
_TYPES: dict[str, tuple[ActorKind, str]] = {
    "part": ("place", "region"),
    "unrecognised": ("country", "region"),
    "people": ("group", "people"),
}


class Entity(msgspec.Struct, frozen=True, gc=False):
    """Somebody or something that the data know by name.

    `country` is an alpha-3 code or None; `category` is country, region, people, metonym, organisation,
    armed_group, party or leader; `office` is the person's office on the day that was asked for.
    """

    name: str
    kind: ActorKind
    country: str | None
    category: str
    wikidata: str | None = None
    office: str | None = None
    id: str | None = None
    """Id of a row of the user's own."""


class NamedEntity(msgspec.Struct, frozen=True, gc=False):
    """An entity of the user's own, and the names under which texts speak of it."""

    entity: Entity
    names: tuple[str, ...]


class _Names:
    """Names in three indexes: acronyms as written, other names in any case, words for a people."""

    def __init__(self) -> None:
        self.exact: dict[str, Entity] = {}
        self.names: dict[str, Entity] = {}
        self.peoples: dict[str, Entity] = {}
        self.strict: set[str] = set()

    def add(self, name: str, entity: Entity) -> None:
        """File the entity under a name; who came first keeps it."""
        folded = fold(name)
        if not is_acronym(folded):
            self.names.setdefault(folded.casefold(), entity)
            return
        self.exact.setdefault(folded, entity)
        if len(folded) >= _TITLECASE_LENGTH:
            self.exact.setdefault(folded.capitalize(), entity)

    def get(self, folded: str) -> Entity | None:
        """The entity of a folded name."""
        return self.find(folded, folded.casefold() if has_capital(folded) else "")

    def find(self, folded: str, low: str) -> Entity | None:
        """The entity of a folded name and its form in small letters, as `forms` gives them."""
        return self.exact.get(folded) or self.names.get(low)

    def named(self, text: str) -> Entity | None:
        """The entity of a name as a text has it."""
        for folded, low in forms(text):
            if (found := self.find(folded, low)) is not None:
                return found
        return None


class ActorBook:
    """Knowledge of actors, from the package's tables and the user's own, which go before them."""

    def __init__(self, own: Iterable[NamedEntity] = ()) -> None:
        self._own = _Names()
        for each in own:
            for name in each.names:
                self._own.add(name, each.entity)
        # The same names come back all through an article and from article to article.
        self._looked_up = lru_cache(maxsize=_KEPT)(self._lookup)
        self._on_day = lru_cache(maxsize=_KEPT)(self._somebody)
        self._of_word = lru_cache(maxsize=_KEPT)(self._country_of_word)
        self._begun = lru_cache(maxsize=_KEPT)(self._longest)
        self._spells = lru_cache(maxsize=_KEPT)(self._may_know)

    @classmethod
    def load(cls, own: Iterable[NamedEntity] = ()) -> ActorBook:
        """A book of the packaged data and of `own`; nothing is read before it is asked for."""
        return cls(own)

    @cached_property
    def _countries(self) -> _Names:
        book = _Names()
        for name, code, sort, aliases, adjectives, nouns, _, _, wikidata in rows("actors/countries.tsv", 9):
            kind, category = _TYPES.get(sort, ("country", "country"))
            entity = Entity(name, kind, code or None, category, wikidata or None)
            for alias in (name, *split(aliases)):
                book.add(alias, entity)
            for word in (*split(adjectives), *split(nouns)):
                _add_people(book, word, entity)
        return book

    @cached_property
    def _lands(self) -> dict[str, Entity]:
        lands = [e for e in self._countries.names.values() if e.country and e.category == "country"]
        return {e.country: e for e in reversed(lands) if e.country}  # those of today stand first

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(entity.country for entity in self._countries.names.values() if entity.country)

    @cached_property
    def _bodies(self) -> _Names:
        book = _Names()
        for name, aliases, sort, code, wikidata in rows("actors/organisations.tsv", 5):
            kind, category = _body_type(sort)
            entity = Entity(name, kind, code or None, category, wikidata or None)
            for alias in (name, *split(aliases)):
                book.add(alias, entity)
        for name, aliases, code, wikidata, members in rows("actors/armed_groups.tsv", 5):
            entity = Entity(name, "group", code or None, "armed_group", wikidata or None)
            for alias in (name, *split(aliases), *split(members), *map(plural, split(members))):
                book.add(alias, entity)
        return book

    @cached_property
    def _seats(self) -> _Names:
        book = _Names()
        for word, aliases, stands, use in rows("actors/metonyms.tsv", 4):
            for alias in (word, *split(aliases)):
                book.add(alias, self._metonym(stands))
                if use == "always":
                    book.strict.add(fold(alias).casefold())
        for name, _, sort, _, _, _, capital, _, _ in rows("actors/countries.tsv", 9):
            if capital and capital != name and sort in ("state", "territory", "unrecognised"):
                book.add(capital, self._metonym(name))
        return book

    @cached_property
    def _offices(self) -> Offices:
        return Offices()

    @cached_property
    def _people(self) -> People:
        leaders = {
            row[1]: split(row[7])
            for row in rows("actors/countries.tsv", 9)
            if row[2] in ("state", "territory")
        }
        return People(self._offices, leaders)

    @cached_property
    def _spelled(self) -> set[str]:
        """All known names, folded and in small letters."""
        found = {*self._people.names, *self._people.shorts}
        for book in (self._own, self._countries, self._bodies, self._seats):
            found.update(book.names, book.peoples, map(str.casefold, book.exact))
        return found

    @cached_property
    def _lengths(self) -> dict[str, int]:
        """How many words the longest name has that begins with a word, or with "the" and a word."""
        lengths: dict[str, int] = {}
        for name in self._spelled:
            words = name.split()
            first = " ".join(words[: 2 if words[0] == "the" else 1])
            lengths[first] = max(lengths.get(first, 0), len(words))
        return lengths

    def listed(self) -> Iterator[str]:
        """The known names with "and" in them, folded and in small letters."""
        return (name for name in self._spelled if " and " in name)

    def lookup(self, text: str, *, on: date | None = None) -> Entity | None:
        """The entity that bears exactly this name, None where none is known.

        Accents, hyphens, a leading article, a possessive ending and curly quotes make no difference. Nor
        does case, save that a name has a capital ("turkey" is a bird) and that acronyms stand as they are
        ("US", never "us").
        A seat of government gives what it stands for, with category `metonym`.
        `on` chooses among persons.
        """
        entity, lasting = self._looked_up(text)
        return entity if lasting else self._on_day(text, on)

    def _lookup(self, text: str) -> tuple[Entity | None, bool]:
        """The entity of a name, and whether it is the same on any day."""
        if not self.may_know(text):
            return None, True
        books = self._own, self._countries, self._bodies, self._seats
        for folded, low in forms(text):
            for book in books:
                found = book.find(folded, low)
                if found is not None:
                    return found, True
        return None, False

    def _somebody(self, text: str, on: date | None) -> Entity | None:
        return self.sole(text, on) or self.person(text, on=on)

    def may_know(self, text: str) -> bool:
        """Whether a name that is known, an office that there is once in the world, or a compound of either
        may be spelled like this; told at once, and False is certain.
        """
        return self._spells(text)

    def _may_know(self, text: str) -> bool:
        names, sole = self._spelled, self._offices.sole_phrases
        word = text.isascii() and text.isalnum()
        plain = word or (text.isascii() and text.replace(" ", "").isalnum())
        key = (text if plain else fold(bare(text))).casefold()
        if key in names or key in sole:
            return True
        if word:
            return False
        if article := key[:4] == "the ":
            key = key[4:]
            if key in names or key in sole:
                return True
        if "-" in text and (article or key.partition(" ")[0] in self._lengths):
            return True
        return _LONGER.search(key) is not None and without_initials(key) in names

    def sole(self, text: str, on: date | None) -> Entity | None:
        """Who holds an office of which there is one in the world."""
        office = self._offices.sole(bare(text)) if on else None
        return self.holder(*office, on=on) if office and on else None

    def country_of_word(self, word: str) -> Entity | None:
        """The country, part of a country or people of a word: "US", "Chechen", "Frenchmen".

        Compounds that say for whom the thing acts count as their first part ("Saudi-led").
        """
        return self._of_word(word)

    def _country_of_word(self, word: str) -> Entity | None:
        if not self.may_know(word):
            return None
        for folded, low in (*forms(word), *self._compound(word)):
            own = self._own.find(folded, low)
            found = own if own is not None and own.kind == "country" else self._countries.find(folded, low)
            found = found or self._countries.peoples.get(low)
            if found is not None:
                return found
        return None

    def land(self, code: str) -> Entity | None:
        """The country of a code (alpha-3)."""
        return self._lands.get(code)

    def metonym(self, text: str) -> Entity | None:
        """What a seat, capital or residence stands for, None where the text is no such name."""
        return self._seats.named(text)

    def is_strict_metonym(self, text: str) -> bool:
        """Whether the name means the government wherever it acts ("Kremlin"), and not also a town."""
        return has_capital(text) and any(key.casefold() in self._seats.strict for key in keys(text))

    def office_in(self, office: str, country: str | None) -> str:
        """What an office of the country is called elsewhere ("foreign minister" for a secretary of state)."""
        return self._offices.canonical(office, country or "") or office

    def holder(self, office: str, country: str, *, on: date) -> Entity | None:
        """Who held the office that day in the country (alpha-3) or organisation (canonical name).

        "leader" is the more powerful of head of state and head of government. None where the data know
        nobody, or several at a time.
        """
        found = self._people.holder(office, country, on)
        return None if found is None else self._entity(found[1], found[0])

    def person(self, name: str, *, on: date | None = None) -> Entity | None:
        """The person of a full name, or of a short name that has one bearer in the data at that time."""
        if not has_capital(name):
            return None
        own = self._own.named(name)
        if own is not None and own.kind == "person":
            return own
        person = self._people.named(name, on)
        return None if person is None else self._entity(person, latest(person, on))

    def office_category(self, phrase: str) -> str | None:
        """Category of the longest office at the end of a title, or before its first preposition.

        "Russian foreign minister" gives "minister", "president of France" gives "head of state".
        """
        office = self._offices.ending(phrase)
        return None if office is None else self._offices.category(office)

    def ends_office(self, word: str) -> bool:
        """Whether an office may end with the word (lower case); told at once."""
        return word in self._offices.last_words

    def office(self, phrase: str) -> str | None:
        """Canonical name of the longest office at the end of a title, or before its first preposition."""
        return self._offices.ending(phrase)

    def longest(self, word: str, following: str = "") -> int:
        """How many words the longest known name has that begins with a word; 0 where none does.

        The word that follows is asked for where the first one is an article, which counts.
        """
        return self._begun(word, following if word.casefold() == "the" else "")

    def _longest(self, word: str, following: str) -> int:
        if word.isalnum() and word.isascii():
            first = word.casefold()
            if following:
                rest = self.longest(following)
                return max(rest + 1 if rest else 0, self._lengths.get(f"the {fold(following)}".casefold(), 0))
            return self._lengths.get(first, 0)
        return max(
            self._lengths.get(fold(form).casefold().partition(" ")[0], 0) for form in (word, bare(word))
        )

    def _entity(self, person: Person, term: Term | None) -> Entity:
        """The person and the country that it acts for in that term; none for an organisation's officer."""
        country: str | None = person.country or None
        if term is not None and term.body != person.country:
            place = self._countries.get(fold(term.body))
            country = term.body if term.body in self._codes else country if place is not None else None
        office = term.office if term is not None else None
        return Entity(person.name, "person", country, "leader", person.wikidata or None, office)

    def _metonym(self, stands: str) -> Entity:
        target = next(filter(None, map(self._countries.get, keys(stands))), None)
        target = target or self._bodies.get(fold(stands))
        if target is None:
            return Entity(stands, "organization", None, "metonym")
        kind: ActorKind = "organization" if target.kind == "country" else target.kind
        return Entity(target.name, kind, target.country, "metonym", target.wikidata)

    @cached_property
    def _suffixes(self) -> frozenset[str]:
        return frozenset(row[0] for row in rows("actors/compounds.tsv", 1))

    def _compound(self, word: str) -> tuple[tuple[str, str], ...]:
        first, hyphen, last = bare(word).rpartition("-")
        return forms(first) if hyphen and last in self._suffixes else ()


def _add_people(book: _Names, word: str, entity: Entity) -> None:
    folded = fold(word)
    if is_acronym(folded):
        book.exact.setdefault(folded, entity)
        return
    for form in (folded, plural(folded)):
        book.peoples.setdefault(form.casefold(), entity)


def _body_type(sort: str) -> tuple[ActorKind, str]:
    return ("group", "party") if sort == "party" else ("organization", "organisation")
