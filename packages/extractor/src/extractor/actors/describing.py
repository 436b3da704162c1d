"""What a phrase says by itself of whom it refers to: core name, kind, country, office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from extractor.actors.first_names import BESIDE, is_first_name, is_of_kin
from extractor.actors.kinds import is_compounded, is_listed, is_weapon_noun, kind_of
from extractor.actors.knowledge import ActorBook, Entity
from extractor.actors.lexicon import words
from extractor.actors.naming import name_span, run_start, with_tail
from extractor.actors.nationality import Nationality
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, Tree
from extractor.places import Gazetteer, PlaceEntry, fold, load_guard_words
from extractor.places.words import WELL_KNOWN
from extractor_schema import ActorKind

__all__ = ["Describer", "Description", "after_article"]

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "whose"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_ONE = frozenset({"one", "1"})
_ONE_OF = frozenset({"a", "an", "another", "one", "every", "each"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "poss"})
_POSSESSIVE = frozenset({"'s", "’s"})
_LANDS = frozenset({"country", "place"})
_BODIES = ("person", "other", "country", "place")
_BELONGING = frozenset({"of", "for", "on"})
_LONGEST_TITLE = 5
_LONGEST_TAIL = 9
_BARE = frozenset({"CD", "DT", "JJ", "JJR", "PRP", "WP"})
"""Tags of heads that leave out a noun for persons: "49 dead"."""
_LINKS = frozenset({"of", "for", "on", "in", "and", "the", "to", "operation", "'s", "’s"})
_BID = frozenset({"bid", "takeover", "billion", "million"})
"""Nouns behind which "for" and a name mean a company."""
_LEADING = frozenset({"head of state", "head of government", "leader"})
"""Categories of offices of which a state has one, and those that bodies and parties have as well."""
_LED = frozenset({"head of state", "leader"})
_BODY_SORTS = frozenset({"organisation", "party", "armed_group"})
_ALIKE = 0.7
"""How much two spellings of a name have in common at least."""
_LARGE = 200_000
_IN_TOWN = frozenset({"in", "near", "outside"})
_KEPT = 4096


class Description(Struct, frozen=True, gc=False):
    """`core` is the name without titles; where there is no name, the phrase without its determiner."""

    core: str
    kind: ActorKind
    country: str | None
    entity: Entity | None = None
    office: str | None = None
    named: bool = True
    plural: bool = False
    definite: bool = True
    toponym: bool = False
    gender: str | None = None
    stateless: bool = False
    """It belongs to a body of no one country."""
    body: str | None = None
    """What less than a country the office is in: a party, a parliament, a region."""


class Describer:
    """Describes phrases from the project's knowledge; holds no state of an article."""

    def __init__(self, book: ActorBook, gazetteer: Gazetteer) -> None:
        self._book = book
        self._gazetteer = gazetteer
        self._nationality = Nationality(book)
        self._guards = load_guard_words()

    def describe(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        """The description of a phrase; `on` chooses among holders of an office and namesakes."""
        head = phrase.head
        capital = tree.words[head][:1].isupper()
        if capital and (one := self._one_of_people(tree, phrase)) is not None:
            return one
        if phrase.kind == "adjective":
            entity = self._nationality.adjective(tree, phrase.head)
            return self._of_entity(entity, plural=False) if entity else self._plain(tree, phrase)
        behind_hyphen = head > phrase.start and tree.words[head - 1] == "-"
        if phrase.kind == "name" or ((capital or behind_hyphen) and self._is_name(tree, phrase, on)):
            return self._name(tree, phrase, on)
        if phrase.apposition is not None and tree.tags[phrase.apposition] in NAME:
            return self._apposed(tree, phrase, on)
        return self._plain(tree, phrase)

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
        if not head or tree.lower[head - 1] not in _ONE_OF:
            return None
        if tree.deps[head] in _MODIFYING or tree.tags[head] in ("NNS", "NNPS"):
            return None
        if tree.words[head + 1 : head + 2] == ["-"]:  # "a US-brokered meeting"
            return None
        people = self._book.country_of_word(tree.words[head])
        if people is None or people.name == tree.words[head]:
            return None
        return Description(tree.words[head], "person", people.country, named=False, definite=False)

    # -- names ----------

    def _name(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        if phrase.name is not None:
            return self._grouped(tree, phrase, phrase.name, on)
        start, end = name_span(tree, phrase)
        run = tree.text(start, end).split()
        whole = " ".join(run)
        known = self._known(tree, phrase, start, whole, on)
        alone = end == start + 1 and not BESIDE.isdisjoint(
            map(tree.deps.__getitem__, (start, *tree.children[start]))
        )
        if alone and _is_of_another(tree, start, known):
            people = self._book.country_of_word(whole)
            own = people.country if people is not None and people.name != whole else None  # "a Frenchman"
            return Description(whole, "person", own or self._nationality.behind(tree, phrase)[0])
        if known is not None and known.kind == "person" and (town := self._namesake(tree, phrase, whole)):
            return Description(whole, "place", town.country, toponym=True)
        if known is not None:
            known = self._compatriot(tree, phrase, start, known, on) or known
            return self._in_country(self._spoken_of(tree, phrase, known, whole), tree, phrase, start)
        if self._book.office_category(whole) is not None:
            return self._titled(tree, phrase, on)
        nation = self._book.country_of_word(whole)
        people = nation or (self._book.country_of_word(run[-1]) if run[-1][-1:] != "." else None)
        if (
            people is not None
            and len(run) < 3
            and (tree.tags[phrase.head] == "NNPS" or run[-1].endswith("s"))
        ):
            return self._people(tree, phrase, people, run)
        if people is not None and (len(run) == 1 or nation is not None):
            return self._spoken_of(tree, phrase, people, whole)
        title, core = self._split_title(tree, start, run, on)
        context = self._nationality.within(tree, phrase.start, start) or self._nationality.of_words(title)
        context = context or self._nationality.possessor(tree, phrase.head, phrase.apposition)
        office = self._office(title) or self._apposed_office(tree, phrase)
        gender = _gender([*tree.lower[phrase.start : start], *(word.lower() for word in title)])
        if core and core != run:
            name = " ".join(core)
            person = (
                self._book.person(name, on=on) if office or len(core) > 1 else self._book.lookup(name, on=on)
            ) or self._holder(office, context, core, on)
            if person is not None:
                return replace(self._of_entity(person, office=office), gender=gender)
            if context is not None and office is None and self._is_branch(name):  # "the Kenyan Red Cross"
                return Description(whole, "organization", context)
        named = self._unknown(tree, phrase, core or run, context, office, gender)
        if named.kind in ("organization", "facility") and phrase.end > phrase.head + 1:
            behind = self._nationality.within(tree, phrase.head + 1, phrase.end)
            named = replace(named, country=behind or named.country)
            named = replace(named, core=_with_tail_of(tree, phrase, named.core))
        if named.country is not None or named.kind == "organization":
            return named
        country, stateless = self._nationality.behind(tree, phrase)
        stateless = stateless or (
            country is None and self._nationality.names_stateless(tree, phrase.start, start)
        )
        return replace(named, country=country, stateless=stateless)

    def _known(self, tree: Tree, phrase: Phrase, start: int, whole: str, on: dt.date | None) -> Entity | None:
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
        if known is None and tree.lower[phrase.head] in words("body"):
            known = self._longer(tree, start, phrase.head + 1)
        return known or self._book.lookup(whole, on=on) or self._pair(whole) or self._firm(whole)

    def _compatriot(
        self, tree: Tree, phrase: Phrase, start: int, known: Entity, on: dt.date | None
    ) -> Entity | None:
        """Who of a known person's name holds the office in the country named: "Jordan's King Abdullah"."""
        if known.kind != "person":
            return None
        run = tree.text(start, phrase.head + 1).split()
        title, core = self._split_title(tree, start, run, on)
        office = self._office(title)
        if office is None:
            return None
        country = self._nationality.within(tree, phrase.start, start) or self._nationality.of_words(title)
        country = country or self._nationality.possessor(tree, phrase.head)
        return None if country == known.country else self._holder(office, country, core, on)

    def _holder(
        self, office: str | None, country: str | None, name: list[str], on: dt.date | None
    ) -> Entity | None:
        """Who holds the office in the country and has these names, or spellings of them."""
        found = self._book.holder(office, country, on=on) if office and country and on else None
        names = [word.casefold() for word in found.name.split()] if found else []
        if not names:
            return None
        own = [word.casefold() for word in name]
        return found if all(word in names for word in own) or _is_spelling(own, names) else None

    def _pair(self, whole: str) -> Entity | None:
        """Of two countries with a hyphen ("US-Russia relations") the one that the phrase ends at."""
        left, hyphen, right = whole.rpartition("-")
        second = self._book.country_of_word(right) if hyphen and self._book.country_of_word(left) else None
        return second if second is not None and second.category == "country" else None

    def _is_branch(self, name: str) -> bool:
        """Whether a name is that of an organisation of no one country, which may have a branch in one."""
        found = self._book.lookup(name)
        return found is not None and found.category == "organisation" and found.country is None

    def _firm(self, whole: str) -> Entity | None:
        """The company whose name has a word for its legal form behind it: "Monsanto Co."."""
        name, _, form = whole.rpartition(" ")
        found = self._book.lookup(name) if name and form.lower() in words("firm") else None
        return found if found is not None and found.category == "organisation" else None

    def _longer(self, tree: Tree, start: int, end: int) -> Entity | None:
        """The known body whose name goes on behind its head ("Organization for Security and ...")."""
        last = end
        while last < len(tree) and last - end < _LONGEST_TAIL and _goes_on(tree, last):
            last += 1
        ends = range(last, end, -1)
        return next(filter(None, (self._book.lookup(tree.text(start, each)) for each in ends)), None)

    def _in_country(self, found: Description, tree: Tree, phrase: Phrase, start: int) -> Description:
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
        plain = self._plain(tree, phrase)
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
            self._office(first)
            or self._office(title)
            or next(filter(None, (self._office(title[: k + 1]) for k in range(len(title)))), None)
        )
        known = self._book.person(core, on=on)
        if known is not None:
            return self._of_entity(known, office=office)
        sent = next((k for k in range(phrase.start, name[0]) if tree.lower[k] == "to"), name[0])
        country = self._nationality.within(tree, phrase.start, sent)
        stateless = country is None and self._nationality.names_stateless(tree, phrase.start, sent)
        return Description(core, "person", country, office=office, gender=_gender(title), stateless=stateless)

    def _unknown(
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
        lower = [word.lower() for word in core]
        armed = tree.deps[phrase.head] == "compound" and is_weapon_noun(tree.lemmas[governor])
        if armed or len(name) == 1 or lower[-1] in words("arm") or _is_model(lower[-1], "gun"):
            return Description(name, "other", country, plural=plural)
        first = _first_of(tree, phrase, name)
        ship = first > phrase.start and kind_of(tree.lower[first - 1]) == "vehicle"  # "the corvette Cheonan"
        if ship or lower[-1] in words("craft") or _is_model(lower[-1], "model"):
            return Description(name, "vehicle", country, plural=plural)
        common = len(core) > 1 or phrase.start < phrase.head
        noun = kind_of(name, plural=plural) if common and office is None else None
        if noun in ("place", "facility") and _follows_person(tree, phrase, first):
            noun = None  # "actor Tom Wood"
        kind: ActorKind
        if office is not None or gender is not None:
            kind = "person"
        elif lower[0] in words("vessel") and len(core) > 1:
            kind = "vehicle"
        elif (apposed := _apposed_kind(tree, phrase.head)) is not None:
            kind = apposed
        elif noun in ("facility", "vehicle") and lower[-1] not in words("body"):
            kind, country = noun, country or self._nationality.of_words(core[:-1]) or self._town(core)
            name = tree.text(after_article(tree, phrase), phrase.head + 1) if plural is False else name
        elif not words("body").isdisjoint(lower):
            kind = "organization" if noun is None or noun in _BODIES else noun
            country = country or self._nationality.of_words(core) or self._town(core)
        elif len(core) == 1 and lower[0] in words("leading"):  # "the North" is no town
            kind = "country"
        elif (places := self._gazetteer.lookup(name)) and (
            len(core) > 1
            or (
                (self._is_no_noun(tree, phrase, name, places[0]) or places[0].population >= _LARGE)
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

    def _is_no_noun(self, tree: Tree, phrase: Phrase, name: str, place: PlaceEntry) -> bool:
        """Whether a name is no noun for something, or that of a region without an article: "Plateau"."""
        kind = kind_of(name)
        return kind is None or (
            kind == "place" and place.kind == "region" and not _has_article(tree, phrase, name)
        )

    def _is_family(self, tree: Tree, phrase: Phrase, name: str, place: PlaceEntry) -> bool:
        """Whether the name of a town that few know is somebody's: "met Wang", not "in Wang, Bavaria"."""
        if not self._guards.is_family(fold(name), place.prominence):
            return False
        before = tree.lower[phrase.start - 1] if phrase.start else ""
        comma, following = (tree.words[phrase.end + k : phrase.end + k + 1] for k in (0, 1))
        contained = comma == [","] and self._nationality.of_words(following) is not None
        return before not in self._guards.locative and not contained

    def _namesake(self, tree: Tree, phrase: Phrase, name: str) -> PlaceEntry | None:
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

    def _apposed(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        """ "the Russian president, Vladimir Putin": named by the apposition, described by the noun."""
        assert phrase.apposition is not None
        appos = phrase.apposition
        inner = Phrase(appos, run_start(tree, appos), with_tail(tree, appos + 1), "name")
        named = self._name(tree, inner, on)
        plain = self._plain(tree, phrase)
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

    # -- phrases without a name ----------

    def _plain(self, tree: Tree, phrase: Phrase) -> Description:
        head = counted(tree, phrase)
        lemma, first = tree.lemmas[head], tree.lower[phrase.start]
        tag = tree.tags[head]
        plural = tag in ("NNS", "NNPS") or head != phrase.head
        plural = plural or (tag == "CD" and tree.lower[head] not in _ONE)
        if head != phrase.head and tree.lower[phrase.head] in ("one", "member"):
            plural = False
        kind: ActorKind = "other"
        if is_listed(lemma):
            before = tree.lower[max(phrase.start, head - 2) : head] if is_compounded(lemma) else ()
            noun = " ".join((*before, lemma))
            kind = kind_of(noun, plural=plural or _is_counted(tree, head)) or "other"
        if kind == "other" and lemma != tree.lower[head]:
            kind = kind_of(tree.lower[head], plural=plural) or "other"
        if lemma == "old" and tree.words[max(0, head - 1)] == "-":  # "a 16-year-old"
            kind = "person"
        if tag in _BARE and not (tag == "JJ" and kind == "organization"):  # "the Israeli military"
            plural = plural or (tag == "JJ" and _is_counted(tree, head))  # "49 dead"
            kind = "group" if plural or tag in ("DT", "JJR") else "person"
        poss = tree.kid(phrase.head, "poss")
        country = self._nationality.within(tree, phrase.start, phrase.end)
        if country is None and (poss is not None or phrase.apposition is not None):
            country = self._nationality.possessor(tree, phrase.head, phrase.apposition)
        office = None if head != phrase.head else self._noun_office(tree, phrase)
        if (
            kind == "organization"
            and office is not None
            and self._book.office_category(office) == "honorific"
        ):
            office = None  # "an oil producer"
        if office is not None:
            kind = "group" if plural and kind == "group" else "person"
        people = None
        if (plural or tag in NAME) and tree.words[head] != tree.lower[head]:
            people = self._book.country_of_word(tree.words[head])
        if people is not None:
            country, kind = country or people.country, "group"
        headed = office is not None and country is not None and not plural  # "Danish PM visits Oslo"
        definite = first in _DEFINITE or poss is not None or (headed and tree.deps[phrase.start] != "det")
        core = tree.text(after_article(tree, phrase), phrase.end)
        return Description(
            core,
            kind,
            country,
            office=office,
            named=False,
            plural=plural,
            definite=definite,
            gender=_gender_of(lemma),
            body=None if office is None else self._body_led(tree, phrase, office),
        )

    def _body_led(self, tree: Tree, phrase: Phrase, office: str) -> str | None:
        """The body or region that stands before an office of which a state has one ("Brazil's Senate
        president"): who leads it does not lead the state.
        """
        category = self._book.office_category(office)
        if category not in _LEADING:
            return None
        k = after_article(tree, phrase)
        while k < phrase.head:
            begins = tree.words[k][:1].isupper()
            size, entity = self._nationality.longest(tree, k, phrase.head) if begins else (1, None)
            if begins and entity is None:
                found = self._book.lookup(tree.words[k])
                entity = found if found is not None and found.kind in ("organization", "group") else None
            if entity is not None and entity.category == "region":
                return entity.name
            if category in _LED and entity is None and self._is_body(tree, k, phrase.head, office):
                return tree.words[k]
            if category in _LED and entity is not None and entity.category in _BODY_SORTS:
                last = entity.name.rpartition(" ")[2].casefold()
                return None if last in words("own_leader") else entity.name  # the Palestinian Authority's
            k += size
        return None

    def _is_body(self, tree: Tree, k: int, head: int, office: str) -> bool:
        """Whether a word before an office that the data do not know names a body: a party, a bank."""
        word = tree.lower[k]
        hyphen = "-" in tree.words[max(0, k - 1) : k + 2]
        if hyphen or word in words("leading") or word in words("own_leader"):
            return False
        if not tree.words[k][:1].isupper():
            return tree.tags[k] == "NN" and kind_of(word) in ("organization", "group")
        return tree.tags[k] == "NNP" and self._book.office(" ".join(tree.lower[k + 1 : head + 1])) == office

    def _noun_office(self, tree: Tree, phrase: Phrase) -> str | None:
        noun, behind = tree.lemmas[phrase.head].lower(), phrase.head + 1
        whole = behind < phrase.end and tree.lower[behind] == "of"
        if not whole and not self._book.ends_office(noun):
            return None
        before = [*tree.lower[phrase.start : phrase.head], noun]
        title = [*before[-_LONGEST_TITLE:], *tree.lower[behind : phrase.end]]
        office = self._book.office(" ".join(title)) if whole else None
        return office or self._office(before)

    # -- parts ----------

    def _of_entity(
        self, entity: Entity, *, office: str | None = None, plural: bool | None = None
    ) -> Description:
        toponym = entity.category in ("country", "metonym", "region")
        return Description(
            entity.name, entity.kind, entity.country, entity, office or entity.office,
            plural=entity.category == "people" if plural is None else plural, toponym=toponym,
        )  # fmt: skip

    def _spoken_of(self, tree: Tree, phrase: Phrase, entity: Entity, whole: str) -> Description:
        """An entity as a name means it: a part of the world by its own name is a place, and no people where
        one visits it.
        """
        found = self._of_entity(entity)
        if entity.category != "people" or entity.country or fold(whole) != fold(entity.name):
            return found
        lands = self._gazetteer.lookup(entity.name)[:1]
        if all(land.kind not in ("continent", "area") for land in lands):
            return found
        return replace(found, kind="place" if tree.deps[phrase.head] == "dobj" else found.kind, toponym=True)

    def _split_title(
        self, tree: Tree, start: int, run: list[str], on: dt.date | None
    ) -> tuple[list[str], list[str]]:
        """The words before a name, and the name."""
        if len(run) > 2 and kind_of(run[-1]) == "facility":  # "King Khalid International Airport"
            return [], run
        for k in range(len(run) - 1, 0, -1):
            title = " ".join(run[:k])
            if self._book.office_category(title) is not None:
                return run[:k], run[k:]
            if title[-1] == "s" and self._book.office_category(title[:-1]) is not None:  # "Ministers X and Y"
                return title[:-1].split(), run[k:]
        if run[0].lower() in words("leading") and self._gazetteer.lookup(" ".join(run)):
            return [], run
        k, body = 0, run[-1].lower() in words("body") or run[-1].lower() in words("unit")
        while k < len(run) - 1 and (
            run[k].lower() in words("leading") or self._is_nation(tree, start + k, run, k, on)
        ):
            if body and run[k].lower() in words("own_name"):  # "Southern Transitional Council"
                break
            k += 1
        return run[:k], run[k:]

    def _is_nation(self, tree: Tree, token: int, run: list[str], k: int, on: dt.date | None) -> bool:
        """Whether a word is the nationality before a name, and not a first name ("Israel Katz")."""
        nation = self._book.country_of_word(run[k])
        if nation is None:
            return False
        if token < len(tree) and tree.words[token] == run[k] and tree.tags[token] == "JJ":
            return True
        known = self._book.lookup(" ".join(run[k + 1 :]), on=on)
        if known is not None and known.kind == "person" and known.country != nation.country:
            return False  # "Asia Bibi" is not Netanyahu
        return len(run) - k > 2 or known is not None

    def _office(self, title: list[str]) -> str | None:
        return self._book.office(" ".join(title[-_LONGEST_TITLE:])) if title else None

    def _apposed_office(self, tree: Tree, phrase: Phrase) -> str | None:
        node = phrase.apposition
        if node is None and tree.deps[phrase.head] == "appos":
            node = tree.heads[phrase.head]
        if node is None or (tree.tags[node] in NAME and self._book.office_category(tree.words[node]) is None):
            return None
        return self._office([tree.lemmas[k] for k in range(tree.left(node), node + 1)])


def counted(tree: Tree, phrase: Phrase) -> int:
    """The token that says what the phrase is: "drones" of "seven of the drones", else the head."""
    head = phrase.head
    if tree.lower[head] in words("quantity") or tree.tags[head] == "CD":
        of = tree.kid(head, "prep")
        if of is not None and tree.lower[of] == "of":
            return tree.kid(of, "pobj") or head
    return head


def _is_counted(tree: Tree, head: int) -> bool:
    """Whether a number above one stands with a noun."""
    numbers = (k for k in tree.children[head] if tree.deps[k] == "nummod")
    return any(tree.lower[k] not in _ONE for k in numbers)


def after_article(tree: Tree, phrase: Phrase) -> int:
    """The first token of a phrase behind its article."""
    return phrase.start + (tree.lower[phrase.start] in _ARTICLES and phrase.end - phrase.start > 1)


def _goes_on(tree: Tree, k: int) -> bool:
    return tree.words[k][:1].isupper() or tree.words[k] == "-" or tree.lower[k] in _LINKS


def _with_tail_of(tree: Tree, phrase: Phrase, name: str) -> str:
    """The name of a body with what belongs to it behind its head: "Ministry of Trade and Industry"."""
    k = phrase.head + 1
    if tree.lower[k] not in _BELONGING or not name.endswith(tree.words[phrase.head]):
        return name
    while k < phrase.end and _goes_on(tree, k):
        k += 1
    return f"{name} {tree.text(phrase.head + 1, k)}" if k == phrase.end else name


def _first_of(tree: Tree, phrase: Phrase, name: str) -> int:
    """The token of a phrase with which the name that ends at its head, or goes on behind it, begins."""
    last = phrase.head + 1
    return next((k for k in range(phrase.start, last) if name.startswith(tree.text(k, last))), phrase.head)


def _is_spelling(own: list[str], names: list[str]) -> bool:
    """Whether first and last name, or the last one alone, are the same in another spelling."""
    pairs = [(own[-1], names[-1])] + ([(own[0], names[0])] if len(own) > 1 else [])
    return all(SequenceMatcher(None, one, other).ratio() >= _ALIKE for one, other in pairs)


def _apposed_kind(tree: Tree, head: int) -> ActorKind | None:
    """The kind that a noun behind a name tells: "Wolt, a ride company"."""
    nouns = (k for k in tree.children[head] if k > head and tree.deps[k] == "appos" and tree.tags[k] == "NN")
    kinds = (kind_of(tree.lemmas[k]) for k in nouns if tree.lower[tree.left(k)] in _ONE_OF)
    return next((kind for kind in kinds if kind in ("organization", "group", "vehicle", "facility")), None)


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


def _is_of_another(tree: Tree, head: int, known: Entity | None) -> bool:
    """Whether a name of one word is that of somebody who is called as a place or a known person is: "her son
    Austin".
    """
    if known is None or known.kind in _LANDS or known.category == "metonym":
        return is_first_name(tree, head)
    return known.kind == "person" and is_of_kin(tree, head) and known.name.endswith(f" {tree.words[head]}")


def _is_firm(tree: Tree, phrase: Phrase, start: int) -> bool:
    """Whether a name from token `start` on is a company's: "drugmaker Metsera", "a bid for Metsera"."""
    if not words("company").isdisjoint(tree.lower[phrase.start : start]):
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
    letters, hyphen, number = word.rstrip("s").partition("-")
    return bool(hyphen) and number[:1].isdigit() and letters in words(kinds)


def _is_acronym(name: str) -> bool:
    return name.isupper() and 1 < len(name) < 7


@lru_cache(maxsize=_KEPT)
def _gender_of(noun: str) -> str | None:
    low = noun.lower()
    return "m" if low in words("male") else "f" if low in words("female") else None


def _gender(nouns: Iterable[str]) -> str | None:
    for noun in nouns:
        if (found := _gender_of(noun)) is not None:
            return found
    return None
