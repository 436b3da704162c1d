"""What a phrase says by itself of whom it refers to: core name, kind, country, office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from extractor_schema import ActorKind

from extractor.actors.kinds import kind_of
from extractor.actors.knowledge import ActorBook, Entity
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, Tree
from extractor.places import Gazetteer

__all__ = ["Describer", "Description"]

_LEADING = frozenset(
    {"the", "a", "an", "former", "ex", "then", "late", "acting", "outgoing", "incoming", "senior", "top", "new", "veteran", "deputy",
     "powerful", "influential", "far-right", "far-left", "right-wing", "left-wing", "hardline", "ousted", "exiled", "embattled", "his",
     "her", "its", "their", "our", "my", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "dame"}
)
_ORGANISATION_WORDS = frozenset(
    {"party", "ministry", "army", "navy", "council", "commission", "committee", "agency", "bank", "union", "corporation", "group", "police",
     "force", "forces", "government", "parliament", "congress", "senate", "court", "department", "office", "university", "institute",
     "association", "federation", "league", "organization", "organisation", "movement", "front", "brigade", "brigades", "battalion",
     "division", "command", "guard", "guards", "inc", "corp", "ltd", "plc", "company", "airlines", "airways", "media", "news", "times",
     "post", "network", "foundation", "fund", "society", "club", "team", "alliance", "coalition", "administration", "authority", "bureau",
     "service", "services", "cabinet", "assembly", "house", "militia", "military", "regime", "state", "states", "nations", "republic",
     "board", "tribunal", "embassy", "church", "centre", "center", "college", "school", "hospital", "airport", "base"}
)


@dataclass(slots=True, frozen=True)
class Description:
    """`core` is the name without titles, or the phrase's words without its determiner where there is no name."""

    core: str
    kind: ActorKind
    country: str | None
    entity: Entity | None
    office: str | None
    named: bool
    plural: bool
    definite: bool
    toponym: bool


class Describer:
    """Describes phrases from the project's knowledge; holds no state of an article."""

    def __init__(self, book: ActorBook, gazetteer: Gazetteer) -> None:
        self._book = book
        self._gazetteer = gazetteer

    def describe(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        """The description of a phrase in its sentence; `on` chooses among holders of an office and namesakes."""
        if phrase.kind == "adjective":
            entity = self._book.country_of_word(tree.words[phrase.head])
            return self._of_entity(entity, tree.words[phrase.head], named=True) if entity else self._plain(tree, phrase)
        if phrase.kind == "name":
            return self._name(tree, phrase, on)
        if phrase.apposition is not None and tree.tags[phrase.apposition] in NAME:
            return self._apposed(tree, phrase, on)
        return self._plain(tree, phrase)

    def _name(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        if phrase.name is not None:
            return self._grouped(tree, phrase, phrase.name, on)
        start = _name_start(tree, phrase)
        words = _joined(tree, start, phrase.head + 1).split()
        whole = " ".join(words)
        tail = self._tail(tree, phrase)
        known = (self._book.lookup(f"{whole} {tail}", on=on) if tail else None) or self._book.lookup(whole, on=on)
        if known is None and words[0].lower() in ("the", "a"):
            known = self._book.lookup(" ".join(words[1:]), on=on)
        if known is not None:
            return self._of_entity(known, whole, named=True)
        title, core = self._split_title(words)
        context = self._country_in(tree, phrase.start, start) or self._country_of(title) or self._possessor(tree, phrase)
        office = self._office(title) or self._apposed_office(tree, phrase)
        if core:
            name = " ".join(core)
            person = self._book.person(name, on=on) if office or len(core) > 1 else self._book.lookup(name, on=on)
            if person is not None:
                return self._of_entity(person, name, named=True, office=office)
        return self._unknown(tree, phrase, core or words, context, office)

    def _grouped(self, tree: Tree, phrase: Phrase, name: tuple[int, int], on: dt.date | None) -> Description:
        """An office with its body and the name behind it."""
        core = _joined(tree, *name)
        title = tree.words[phrase.start : name[0]]
        office = self._office([w.lower() for w in title if w.lower() != "the"][:2]) or self._office([title[0].lower()])
        known = self._book.person(core, on=on)
        if known is not None:
            return self._of_entity(known, core, named=True, office=office)
        return Description(core, "person", self._country_in(tree, phrase.start, name[0]), None, office, True, False, True, False)

    def _unknown(self, tree: Tree, phrase: Phrase, core: list[str], country: str | None, office: str | None) -> Description:
        name = " ".join(core)
        last = core[-1].lower()
        toponym = False
        kind: ActorKind
        plural = tree.tags[phrase.head] == "NNPS"
        if office is not None:
            kind = "person"
        elif last in _ORGANISATION_WORDS or any(word.lower() in _ORGANISATION_WORDS for word in core[:-1]):
            kind = kind_of(last, plural=plural) or "organization"
            kind = "organization" if kind in ("person", "other", "country", "place") else kind
            country = country or self._country_of(core)
        elif places := self._gazetteer.lookup(name):
            toponym, kind, country = True, "place", country or places[0].country
        else:
            known = kind_of(last, plural=plural)
            kind = known if known and len(core) > 1 else "person" if len(core) in (2, 3) and name.replace(" ", "").isalpha() else "group" if plural else "person"
            country = country or self._country_of(core[:-1])
        return Description(name, kind, country, None, office, True, plural, True, toponym)

    def _apposed(self, tree: Tree, phrase: Phrase, on: dt.date | None) -> Description:
        """ "the Russian president, Vladimir Putin": named by the apposition, described by the noun."""
        assert phrase.apposition is not None
        inner = Phrase(phrase.apposition, _run_start(tree, phrase.apposition), phrase.apposition + 1, "name")
        named = self._name(tree, inner, on)
        if named.entity is not None:
            return named
        plain = self._plain(tree, phrase)
        kind = plain.kind if plain.kind != "other" else named.kind
        return Description(named.core, kind, named.country or plain.country, None, plain.office, True, plain.plural, True, False)

    def _plain(self, tree: Tree, phrase: Phrase) -> Description:
        head = phrase.head
        lemma = tree.lemmas[head]
        first = tree.lower[phrase.start]
        plural = tree.tags[head] in ("NNS", "NNPS") or tree.kid(head, "conj") is not None
        number = any(tree.tags[k] == "CD" for k in range(phrase.start, head))
        kind = kind_of(lemma, plural=plural, number=number) or kind_of(tree.lower[head], plural=plural, number=number) or "other"
        if tree.tags[head] in ("CD", "DT", "JJ"):
            kind = "person"
        words = tree.words[phrase.start : phrase.end]
        core = words[1:] if first in ("the", "a", "an", "his", "her", "its", "their") and len(words) > 1 else words
        country = self._country_in(tree, phrase.start, phrase.end) or self._possessor(tree, phrase)
        office = self._office([lemma]) if kind == "person" else None
        if office is None:
            office = self._office([*tree.lower[phrase.start : head], lemma])
        if office is not None:
            kind = "group" if plural and kind == "group" else "person"
        definite = first in ("the", "this", "that", "these", "those", "both") or tree.kid(head, "poss") is not None
        entity = self._book.country_of_word(tree.words[head]) if plural or tree.tags[head] in NAME else None
        if entity is not None:
            country = country or entity.country
            kind = "group"
        return Description(" ".join(core), kind, country, None, office, False, plural, definite, False)

    # -- parts ---------------------------------------------------------------------------------------------------------

    def _of_entity(self, entity: Entity, words: str, *, named: bool, office: str | None = None) -> Description:
        toponym = entity.category == "country" or entity.category == "metonym"
        return Description(entity.name, entity.kind, entity.country, entity, office or entity.office, named, False, True, toponym)

    def _tail(self, tree: Tree, phrase: Phrase) -> str:
        """What follows the head inside the phrase ("of Defence")."""
        if phrase.apposition is not None or phrase.end <= phrase.head + 1:
            return ""
        return " ".join(tree.words[phrase.head + 1 : phrase.end])

    def _split_title(self, words: list[str]) -> tuple[list[str], list[str]]:
        for k in range(len(words) - 1, 0, -1):
            for start in range(k):
                if self._book.office_category(" ".join(words[start:k])) is not None:
                    return words[:k], words[k:]
        k = 0
        while k < len(words) - 1 and (words[k].lower() in _LEADING or self._book.country_of_word(words[k])):
            k += 1
        return words[:k], words[k:]

    def _office(self, words: list[str]) -> str | None:
        for start in range(max(0, len(words) - 5), len(words)):
            phrase = " ".join(words[start:])
            if self._book.office_category(phrase.lower()) is not None:
                return phrase.lower()
        return None

    def _apposed_office(self, tree: Tree, phrase: Phrase) -> str | None:
        node = phrase.apposition
        if node is None and tree.deps[phrase.head] == "appos":
            node = tree.heads[phrase.head]
        if node is None or tree.tags[node] in NAME:
            return None
        return self._office([tree.lemmas[k] for k in range(tree.left(node), node + 1)])

    def _country_in(self, tree: Tree, start: int, end: int) -> str | None:
        for k in range(start, end):
            if tree.words[k][:1].isupper() or tree.words[k] == "US":
                if k + 1 < end and (pair := self._book.country_of_word(f"{tree.words[k]} {tree.words[k + 1]}")):
                    return pair.country
                entity = self._book.country_of_word(tree.words[k]) or self._book.metonym(tree.words[k])
                if entity is not None and entity.country:
                    return entity.country
                if (known := self._book.lookup(tree.words[k])) is not None and known.country:
                    return known.country
        return None

    def _country_of(self, words: list[str]) -> str | None:
        for word in words:
            entity = self._book.country_of_word(word)
            if entity is not None:
                return entity.country
        return None

    def _possessor(self, tree: Tree, phrase: Phrase) -> str | None:
        for node in (phrase.head, phrase.apposition):
            if node is not None:
                poss = tree.kid(node, "poss")
                if poss is not None:
                    return self._country_in(tree, tree.left(poss), poss + 1)
        return None


def _joined(tree: Tree, start: int, end: int) -> str:
    """The words as the sentence has them."""
    parts = []
    for k in range(start, end):
        if parts and tree.starts[k] > tree.ends[k - 1]:
            parts.append(" ")
        parts.append(tree.words[k])
    return "".join(parts)


def _run_start(tree: Tree, head: int) -> int:
    start = head
    while start > 0 and (tree.tags[start - 1] in NAME or tree.words[start - 1] in ("-", "al", "bin", "de", "von", "van", "der", "el", "ibn", "di", "da")):
        if tree.words[start - 1] == "," or not (tree.heads[start - 1] == head or tree.deps[start - 1] in ("compound", "punct", "nmod", "amod", "det")):
            break
        start -= 1
    while start < head and tree.words[start] == "-":
        start += 1
    return start


def _name_start(tree: Tree, phrase: Phrase) -> int:
    """First token of the name proper: the capitalised run that ends at the head."""
    start = phrase.head
    while start > phrase.start:
        word = tree.words[start - 1]
        if tree.tags[start - 1] in NAME or (word[:1].isupper() and tree.tags[start - 1] != "PRP$") or word in ("-", "al", "bin", "de", "von", "van", "der", "el", "ibn", "di", "da"):
            start -= 1
        else:
            break
    while start < phrase.head and tree.words[start] in ("-", "The", "A", "An"):
        start += 1
    return start
