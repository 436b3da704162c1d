"""Whom descriptions refer to: "the group", "the Danish premier", and of whom a noun says what he is."""

from __future__ import annotations

import datetime as dt

from extractor.actors.description import Description
from extractor.actors.knowledge import ActorBook
from extractor.actors.lexicon import words
from extractor.actors.memory import Memory
from extractor.actors.naming import capitalised
from extractor.actors.office_holders import (
    behind_of,
    counterpart,
    in_office,
)
from extractor.actors.pairs import PAIRS, guest, several
from extractor.evidence import Referent, Sentence
from extractor.frames.determiners import ARTICLES, POINTING
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME
from extractor.places import TOWNS, Gazetteer
from extractor_schema import ActorKind

__all__ = ["PREDICATIVE", "capital_band", "definite", "predicate", "within_name"]

_LAND = words("land")
_PAST = words("past")
_TOWN = words("town")
_FIGHTERS = words("fighters")
_GOVERNMENT = words("government")
_NATIONAL: dict[str, bool | None] = {"armed": None, "company": True, "party": None, "body_back": False}
PREDICATIVE = frozenset({"appos", "attr"})
"""How a phrase hangs that may say what somebody is."""
_BEING = frozenset({"be", "become", "remain"})
_NATIONS = frozenset({"armed", "company"})
_AREA = "area"
"""What a sea may be as well, which is no town and no region."""
_LARGE = 100_000
"""Inhabitants that no village has."""
_BAND: tuple[ActorKind, ...] = ("group",)
_BACK: tuple[tuple[str, tuple[ActorKind, ...]], ...] = (
    ("armed", _BAND),
    ("company", ("organization",)),
    ("party", ("group", "organization")),
    ("body_back", ("organization",)),
)
_CLASSED = _LAND.union(_TOWN, *(words(name) for name, _ in _BACK))
"""Nouns that can mean the latest entity of a sort."""


def predicate(sentence: Sentence, phrase: Phrase, description: Description) -> Referent | None:
    """Of whom a phrase that is `PREDICATIVE` is said to be one: "Trump is the only president who met Kim",
    "Ruiz, a judge", "Rice became the first Secretary of State".
    """
    tree, relation = sentence.tree, sentence.tree.deps[phrase.head]
    above, one = tree.heads[phrase.head], tree.lower[phrase.start] in ARTICLES
    titled = description.named and description.entity is None and one
    of_people = one and description.kind == "country" and phrase.head - phrase.start > 1  # "the first German"
    other = description.named and not titled and not of_people
    if description.plural or other or phrase.kind not in ("noun", "name"):
        return None
    if relation == "appos" and above < phrase.start:
        named = tree.tags[above] in NAME and one
        who: int | None = above if named else None
    elif relation == "attr" and tree.lemmas[above] in _BEING and tree.kid(above, "neg") is None:
        who = tree.kid(above, "nsubj")
    else:
        return None
    found = None if who is None else sentence.referents.get(who)
    if found is None or found.key < 0 or found.kind not in ("person", "organization"):
        return None
    if of_people:
        return found if found.kind == "person" else None
    return found if found.kind == description.kind else None


def definite(
    sentence: Sentence,
    phrase: Phrase,
    description: Description,
    memory: Memory,
    book: ActorBook,
    on: dt.date | None,
    gazetteer: Gazetteer,
) -> Referent | None:
    """Whom a definite description refers to, None where it brings somebody new."""
    tree, at = sentence.tree, sentence.index
    lemma, first = tree.lemmas[phrase.head].lower(), tree.lower[phrase.start]
    if lemma in PAIRS and (pair := several(sentence, phrase, description, memory, book)):
        return memory.as_one(pair)
    if lemma == "counterpart" and not description.plural:
        other = counterpart(sentence, phrase, description, memory, book, on)
        if other is not None:
            return other
    if "visiting" in tree.lower[phrase.start : phrase.head]:
        return guest(sentence, phrase, description, memory)
    if lemma in _LAND and (land := _own_land(sentence, phrase, book)) is not None:
        return memory.name(land, at, subject=False)
    if (
        description.office is not None
        and not description.plural
        and _PAST.isdisjoint(tree.lower[phrase.start : phrase.head])
    ):
        return in_office(sentence, phrase, description, memory, book, on)
    if lemma in _GOVERNMENT and description.country is None and phrase.head - phrase.start == 1:
        return memory.government() or memory.described(description, lemma, at)
    if first == "this" and lemma in _TOWN - words("region") and memory.dateline is not None:
        return memory.dateline
    found = memory.described(description, lemma, at)
    if found is not None and tree.tags[phrase.start] == "PRP$" and " and " in found.name:
        return None  # "its soldiers" are not "Indian and Pakistani soldiers"
    if found is not None or first not in POINTING or lemma not in _CLASSED:
        return found
    between = tree.lower[phrase.start + 1 : phrase.head]
    behind = behind_of(tree, phrase.head)
    bare = all(w in words("qualifier") for w in between) and not (behind and capitalised(tree, behind))
    if not bare and _is_of_nation(sentence, phrase, description):
        return _of_nation(description, lemma, memory, at)
    if lemma in _TOWN and bare:
        return _town(lemma, memory, at, book, gazetteer)
    found = _by_class(description, lemma, memory, at, bare=bare)
    if lemma != "party" or found is None or _is_party(found, book):
        return found
    return None


def _own_land(sentence: Sentence, phrase: Phrase, book: ActorBook) -> Description | None:
    """The country of whom a pronoun means: "Zelensky said that his country had been attacked"."""
    tree, start = sentence.tree, phrase.start
    owner = sentence.referents.get(start) if tree.tags[start] == "PRP$" else None
    if owner is None or owner.country is None or phrase.end != start + 2 or phrase.head != start + 1:
        return None
    land = book.land(owner.country)
    if land is None:
        return None
    return Description(land.name, land.kind, land.country, land, toponym=True)


def _is_party(referent: Referent, book: ActorBook) -> bool:
    """Whether a group is a political party, by the data or by its name."""
    known = book.lookup(referent.name)
    return known.category == "party" if known is not None else referent.name.endswith(" Party")


def _by_class(
    description: Description, lemma: str, memory: Memory, at: int, *, bare: bool
) -> Referent | None:
    """ "the country", "the group": the latest entity of that sort, where nothing but the noun says which."""
    if lemma in _LAND and description.country is None:
        return None if description.plural else memory.latest(("country",), at)
    if description.country is not None or not bare:
        return None
    for name, kinds in _BACK:
        if lemma in words(name):
            found = memory.latest(kinds, at, named=True, national=_NATIONAL[name])
            found = found or (memory.only(_BAND) if kinds == _BAND else None)
            if found is not None:
                if description.plural:
                    memory.taken_for_several(found)
                return found
    return None


def _town(lemma: str, memory: Memory, at: int, book: ActorBook, gazetteer: Gazetteer) -> Referent | None:
    """ "the town", "the village": the latest named place that may be one."""
    others: list[int] = []
    while (found := memory.latest(("place",), at, toponym=True, barred=others)) is not None:
        if not _is_of_other_sort(lemma, found.name, book, gazetteer):
            return found
        others.append(found.key)
    return None


def _is_of_other_sort(lemma: str, name: str, book: ActorBook, gazetteer: Gazetteer) -> bool:
    """Whether a place is not what the noun says: no town is a river, no province a capital, no village a
    city.
    """
    if lemma != _AREA and name.rpartition(" ")[2].lower() in words("water"):
        return True
    if lemma in words("no_capital") and book.metonym(name) is not None:
        return True
    if lemma == "capital" and book.metonym(name) is None and gazetteer.lookup(name):
        return True
    found = gazetteer.lookup(name) if lemma in words("no_city") else ()
    return bool(found) and found[0].kind in TOWNS and found[0].population > _LARGE


def _is_of_nation(sentence: Sentence, phrase: Phrase, description: Description) -> bool:
    """Whether nothing but the adjective of a country says which one a noun means: "the Lebanese group"."""
    tree, country = sentence.tree, description.country
    inside = range(phrase.start + 1, phrase.head)
    said = [k for k in inside if tree.lower[k] not in words("qualifier")]
    if country is None or len(said) != 1 or phrase.end != phrase.head + 1 or description.plural:
        return False
    nation = sentence.referents.get(said[0])
    return nation is not None and nation.kind == "country" and nation.country == country


def _of_nation(description: Description, lemma: str, memory: Memory, at: int) -> Referent | None:
    """The armed group or the company of a country that was named last."""
    for name, kinds in _BACK:
        if name in _NATIONS and lemma in words(name):
            found = memory.latest(
                kinds, at, named=True, national=_NATIONAL[name], country=description.country
            )
            official = found is not None and found.name.casefold().rpartition(" ")[2] in words("body")
            return None if official and name == "company" else found
    return None


def capital_band(sentence: Sentence, phrase: Phrase, memory: Memory) -> Referent | None:
    """The armed group that a noun with a capital means, which looks like a name of two words: "the
    Islamists".
    """
    tree, head = sentence.tree, phrase.head
    if tree.lower[phrase.start] != "the":
        return None
    word = tree.lower[head]
    if (
        not word.endswith("s")
        or word.removesuffix("s") not in words("armed")
        or tree.kid(head, "conj", "appos")
    ):
        return None
    found = memory.latest(_BAND, sentence.index, named=True) or memory.only(_BAND)
    if found is not None:
        memory.taken_for_several(found)
    return found


def within_name(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Of a noun behind a compound: the armed group of "Taliban fighters", and the region of "Idlib
    province".
    """
    tree, head = sentence.tree, phrase.head
    part = sentence.referents.get(head - 1)
    if part is None:
        return None
    lemma = tree.lemmas[head].lower()
    if not (lemma in _FIGHTERS or lemma in _TOWN):
        return None
    if tree.kid(head, "nummod") is not None or tree.kid(head, "conj") is not None:
        return None
    if lemma in _TOWN:
        return part if part.toponym and part.kind == "place" else None
    plural = tree.tags[head] == "NNS" or lemma in ("movement", "group")
    return part if plural and part.known and part.kind == "group" else None
