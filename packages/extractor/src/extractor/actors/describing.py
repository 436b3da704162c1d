"""What a phrase says by itself of whom it refers to: core name, kind, country, office."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from extractor.actors.description import ONE_OF, Description, after_article, of_entity
from extractor.actors.first_names import BESIDE, is_first_name, is_of_kin
from extractor.actors.kinds import kind_of
from extractor.actors.knowledge import ActorBook, Entity
from extractor.actors.known_names import KnownNames
from extractor.actors.naming import name_span, run_start, with_tail, with_tail_of
from extractor.actors.nationality import Nationality
from extractor.actors.nouns import Nouns
from extractor.actors.titles import Titles, gender_of_title
from extractor.actors.unknown_names import UnknownNames
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, QUALIFYING, Tree
from extractor.places import Gazetteer

__all__ = ["Describer"]

_LANDS = frozenset({"country", "place"})
_THE = frozenset({"the", "The"})
_BESIDE = BESIDE | {"conj"}


class Describer:
    """Describes phrases from the project's knowledge; holds no state of an article."""

    def __init__(self, book: ActorBook, gazetteer: Gazetteer) -> None:
        self._book = book
        self._gazetteer = gazetteer
        self._nationality = Nationality(book)
        self._titles = Titles(book, gazetteer)
        self._known = KnownNames(book, gazetteer, self._nationality, self._titles)
        self._unknown = UnknownNames(gazetteer, self._nationality)
        self._nouns = Nouns(book, self._nationality, self._titles)

    def describe(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        """The description of a phrase; `on` chooses among holders of an office and namesakes."""
        head = phrase.head
        if head and tree.lower[head - 1] in ONE_OF and tree.words[head][0].isupper():
            one = self._one_of_people(tree, phrase)
            if one is not None:
                return one
        if phrase.kind == "name":
            return self._name(tree, phrase, on)
        if phrase.kind == "adjective":
            entity = self._nationality.adjective(tree, head)
            return of_entity(entity, plural=False) if entity else self._nouns.describe(tree, phrase)
        behind_hyphen = head > phrase.start and tree.words[head - 1] == "-"
        if (behind_hyphen or tree.words[head][0].isupper()) and self._is_name(tree, phrase, on):
            return self._name(tree, phrase, on)
        if phrase.apposition is not None and tree.tags[phrase.apposition] in NAME:
            return self._apposed(tree, phrase, on)
        return self._nouns.describe(tree, phrase)

    def _is_name(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> bool:
        """Whether the tagger took a word with a capital, or behind a hyphen, for a noun: "Trump said"."""
        word, start = tree.words[phrase.head], phrase.head
        if start > phrase.start and tree.words[start - 1] == "-":
            return tree.tags[start - 2] in NAME and kind_of(word) is None
        if phrase.kind != "noun" or len(word) < 3:
            return False
        found = self._book.lookup(word, on=on)
        if kind_of(word) is not None:  # "Oman" is no man, but a Frenchman is one
            return found is not None and found.kind == "country"
        if start == 0:  # "Kherson: A drone struck a bus."
            labels = tree.words[1:2] == [":"] and bool(self._gazetteer.lookup(word))
            return found is not None or labels
        return found is not None or tree.tags[start] == "NN" or tree.tags[start - 1] in NAME

    def _one_of_people(self, tree: Tree, phrase: Phrase) -> Description | None:
        """ "an Israeli", "a Frenchman": one of a people."""
        head = phrase.head
        if tree.deps[head] in QUALIFYING or tree.tags[head] in ("NNS", "NNPS"):
            return None
        if tree.words[head + 1 : head + 2] == ["-"]:  # "a US-brokered meeting"
            return None
        people = self._book.country_of_word(tree.words[head])
        if people is None or people.name == tree.words[head]:
            return None
        return Description(tree.words[head], "person", people.country, named=False, definite=False)

    def _name(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        if phrase.name is not None:
            return self._grouped(tree, phrase, phrase.name, on)
        names = self._known
        plain = names.plain(tree.words[phrase.head], on) if _is_bare(tree, phrase) else None
        if plain is not None:
            return plain
        start, end = name_span(tree, phrase)
        if phrase.end > end and tree.lower[end] == "of" and (land := self._area(tree, start, phrase.end)):
            return land
        run = tree.text(start, end).split()
        whole = " ".join(run)
        known = names.find(tree, phrase, start, whole, on)
        if end == start + 1 and _is_beside(tree, start) and _is_of_another(tree, start, known):
            people = self._book.country_of_word(whole)
            own = people.country if people is not None and people.name != whole else None  # "a Frenchman"
            return Description(whole, "person", own or self._nationality.behind(tree, phrase)[0])
        if known is not None and known.kind == "person":
            if town := names.namesake(tree, phrase, whole):
                return Description(whole, "place", town.country, toponym=True)
            known = names.compatriot(tree, phrase, start, known, on) or known
        if known is not None:
            return names.in_country(names.spoken_of(tree, phrase, known, whole), tree, phrase, start)
        if self._book.office_category(whole) is not None:
            return self._titled(tree, phrase, on)
        nation = self._book.country_of_word(whole)
        people = nation
        if nation is None and len(run) > 1 and run[-1][-1:] != ".":
            people = self._book.country_of_word(run[-1])
        if (
            people is not None
            and len(run) < 3
            and (tree.tags[phrase.head] == "NNPS" or run[-1].endswith("s"))
        ):
            return self._people(tree, phrase, people, run)
        if people is not None and (len(run) == 1 or nation is not None):
            return names.spoken_of(tree, phrase, people, whole)
        title, core = self._titles.split(tree, start, run, on)
        context = self._nationality.within(tree, phrase.start, start) or self._nationality.of_words(title)
        context = context or self._nationality.possessor(tree, phrase.head, phrase.apposition)
        office = self._titles.office(title) or self._titles.of_apposition(tree, phrase)
        gender = gender_of_title(tree.lower[phrase.start : start]) or gender_of_title(title)
        if core and core != run:
            name = " ".join(core)
            person = (
                self._book.person(name, on=on) if office or len(core) > 1 else self._book.lookup(name, on=on)
            ) or self._titles.holder(office, context, core, on)
            if person is not None:
                return replace(of_entity(person, office=office), gender=gender)
            if context is not None and office is None and names.is_branch(name):  # "the Kenyan Red Cross"
                return Description(whole, "organization", context)
        named = self._unknown.describe(tree, phrase, core or run, context, office, gender)
        if named.kind in ("organization", "facility") and phrase.end > phrase.head + 1:
            behind = self._nationality.within(tree, phrase.head + 1, phrase.end)
            named = replace(named, country=behind or named.country)
            named = replace(named, core=with_tail_of(tree, phrase, named.core))
        if named.country is not None or named.kind == "organization":
            return named
        country, stateless = self._nationality.behind(tree, phrase)
        stateless = stateless or (
            country is None and self._nationality.names_stateless(tree, phrase.start, start)
        )
        return replace(named, country=country, stateless=stateless) if country or stateless else named

    def _area(self, tree: Tree, start: int, end: int) -> Description | None:
        """A part of land or sea whose name has an "of": "the Gulf of Aden"."""
        name = tree.text(start, end)
        found = self._gazetteer.lookup(name)
        if not found or found[0].kind not in ("area", "sea"):
            return None
        return Description(name, "place", found[0].country, toponym=True)

    def _people(self, tree: Tree, phrase: Phrase, people: Entity, run: list[str]) -> Description:
        country = people.country or self._nationality.within(tree, phrase.start, phrase.head)
        core = tree.text(after_article(tree, phrase), phrase.head + 1) if len(run) > 1 else run[-1]
        number = tree.kid(phrase.head, "nummod") is not None
        return Description(core, "group", country, plural=True, named=not number, definite=not number)

    def _titled(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        """An office in capitals: with its holder in apposition, or alone."""
        appos = phrase.apposition
        if appos is not None and tree.tags[appos] in NAME:
            return self._apposed(tree, phrase, on)
        plain = self._nouns.describe(tree, phrase)
        return replace(plain, kind="group" if plain.plural else "person", definite=True)

    def _grouped(self, tree: Tree, phrase: Phrase, name: tuple[int, int], on: dt.date | None) -> Description:
        """An office with its body and the name behind it."""
        start, end = name
        while start < end - 1 and self._book.office_category(tree.lower[start]) in ("honorific", "royal"):
            start += 1
        core = tree.text(start, end)
        title = [word.lower() for word in tree.words[phrase.start : name[0]]]
        first = title[: title.index("and")] if "and" in title else title  # of two offices the higher one
        office = (
            self._titles.office(first)
            or self._titles.office(title)
            or next(filter(None, (self._titles.office(title[: k + 1]) for k in range(len(title)))), None)
        )
        known = self._book.person(core, on=on)
        if known is not None:
            return of_entity(known, office=office)
        sent = next((k for k in range(phrase.start, name[0]) if tree.lower[k] == "to"), name[0])
        country = self._nationality.within(tree, phrase.start, sent)
        stateless = country is None and self._nationality.names_stateless(tree, phrase.start, sent)
        return Description(
            core, "person", country, office=office, gender=gender_of_title(title), stateless=stateless
        )

    def _apposed(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        """ "the Russian president, Vladimir Putin": named by the apposition, described by the noun."""
        assert phrase.apposition is not None
        appos = phrase.apposition
        inner = Phrase(appos, run_start(tree, appos), with_tail(tree, appos + 1), "name")
        named = self._name(tree, inner, on)
        plain = self._nouns.describe(tree, phrase)
        if named.entity is not None and named.entity.category == "metonym" and plain.kind == "place":
            town = tree.text(inner.start, inner.end)  # "the Syrian capital Damascus"
            return Description(town, "place", named.country, toponym=True)
        if named.entity is not None:
            return named
        kind = plain.kind if plain.kind != "other" else named.kind
        country = plain.country or named.country
        if is_first_name(tree, appos):  # of "his sister Sofia" the name tells no country
            country = named.country or self._nationality.within(tree, phrase.start, phrase.head + 1)
            country = country or self._nationality.possessor(tree, phrase.head)
        return Description(
            named.core,
            kind,
            country,
            office=plain.office,
            plural=plain.plural,
            gender=plain.gender,
        )


def _is_bare(tree: Tree, phrase: Phrase) -> bool:
    """Whether a name is one word, maybe with an article, and nothing is beside it."""
    head = phrase.head
    if phrase.end != head + 1 or _is_beside(tree, head):
        return False
    return phrase.start == head or (phrase.start == head - 1 and tree.words[phrase.start] in _THE)


def _is_beside(tree: Tree, head: int) -> bool:
    """Whether a name stands beside something, or something beside it, that may tell whose it is."""
    deps, children = tree.deps, tree.children[head]
    if deps[head] == "appos":
        return True
    return bool(children) and not _BESIDE.isdisjoint(map(deps.__getitem__, children))


def _is_of_another(tree: Tree, head: int, known: Entity | None) -> bool:
    """Whether a name of one word is that of somebody who is called as a place or a known person is: "her son
    Austin".
    """
    if known is None or known.kind in _LANDS or known.category == "metonym":
        return is_first_name(tree, head)
    return known.kind == "person" and is_of_kin(tree, head) and known.name.endswith(f" {tree.words[head]}")
