"""Who holds an office: in a country or a body, as whose counterpart, and at which post."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from extractor.actors.description import Description
from extractor.actors.kinds import kind_of
from extractor.actors.knowledge import ActorBook, Entity
from extractor.actors.lexicon import words
from extractor.actors.memory import Memory
from extractor.actors.setting import LocalReferent
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, Tree

__all__ = ["LEADING", "behind_of", "counterpart", "in_office", "office_holder"]

LEADING = frozenset({"head of state", "head of government", "leader", "royal", "party", "armed group"})
"""Categories of offices of those who lead."""


def in_office(
    sentence: Sentence,
    phrase: Phrase,
    description: Description,
    memory: Memory,
    book: ActorBook,
    on: dt.date | None,
) -> Referent | None:
    """Whom an office without a name means: "the pope", "the Danish premier", "the ambassador to Oman", "the
    president of Chile's senate".
    """
    tree, at = sentence.tree, sentence.index
    sole = book.sole(description.core, on)
    named = None if sole is None else memory.latest(("person",), at, office=description.office, named=True)
    if named is not None and not named.known:
        return named
    if sole is not None:
        return _in_person(sole, description, memory, at)
    office, one_of_several = _at_post(tree, phrase.head, description.office, book)
    titled = replace(description, office=office)
    led = description.body or _led_body(tree, phrase.head, book)
    if led is not None:
        return _body_leader(titled, led, memory, at, book, on)
    return office_holder(titled, memory, at, book, None if one_of_several else on)


def office_holder(
    description: Description, memory: Memory, at: int, book: ActorBook, on: dt.date | None
) -> Referent | None:
    """Who holds the office: somebody whom the article named with it, else who held it that day."""
    if description.office is None:
        return None
    named = memory.latest(
        ("person",), at, plural=False, country=description.country, office=description.office
    )
    if named is not None:
        return named
    if description.country is None or on is None or description.office in words("several"):
        return None
    holder = book.holder(description.office, description.country, on=on)
    if holder is None:
        return None
    return _in_person(holder, description, memory, at)


def _in_person(holder: Entity, description: Description, memory: Memory, at: int) -> Referent:
    """Who holds the office, as somebody whom the article knows from here on."""
    known = Description(holder.name, "person", holder.country, holder, description.office)
    return memory.name(known, at, subject=False)


def counterpart(
    sentence: Sentence,
    phrase: Phrase,
    description: Description,
    memory: Memory,
    book: ActorBook,
    on: dt.date | None,
) -> Referent | None:
    """Who holds in another country the office of the one whose counterpart it is.

    The counterpart of who leads a country is who leads the other one.
    """
    possessor = sentence.tree.kid(phrase.head, "poss")
    owner = None if possessor is None else sentence.referents.get(possessor)
    held = owner.office if isinstance(owner, LocalReferent) else None
    if owner is None or held is None or owner.country is None or description.country in (None, owner.country):
        return None
    office, category = book.office_in(held, owner.country), book.office_category(held)
    if category in LEADING and on is not None:
        first = book.holder("leader", owner.country, on=on)
        office = "leader" if first is not None and first.name == owner.name else office
    elif category != "minister":
        return None
    return office_holder(replace(description, office=office), memory, sentence.index, book, on)


def _at_post(tree: Tree, head: int, office: str | None, book: ActorBook) -> tuple[str | None, bool]:
    """The office with the words that say to whom somebody is sent, and whether it is then one of several.

    A state has one ambassador for each country, and one to the United Nations.
    """
    if tree.lemmas[head].lower() not in words("posted"):
        return office, False
    to = next((k for k in tree.kids(head, "prep") if tree.lower[k] in ("to", "for")), None)
    if to is None:
        return office, False
    title = " ".join(tree.lower[k] for k in range(head, tree.right(to) + 1) if tree.deps[k] != "det")
    found = book.office(title)
    return found, found == office


def behind_of(tree: Tree, head: int) -> int | None:
    """The head of what stands behind the noun with "of"."""
    of = next((k for k in tree.kids(head, "prep") if tree.lower[k] == "of"), None)
    return None if of is None else tree.kid(of, "pobj")


def _led_body(tree: Tree, head: int, book: ActorBook) -> str | None:
    """The body, region or armed group of which somebody is told to hold an office: "the leader of the ELN",
    "the president of Chile's senate".
    """
    of = behind_of(tree, head)
    if of is None:
        return None
    if tree.tags[of] not in NAME and not tree.words[of][:1].isupper():
        body = kind_of(tree.lemmas[of]) in ("organization", "group")
        return tree.lower[of] if body and tree.lower[of] not in words("own_leader") else None
    owner = tree.kid(of, "poss")
    first = tree.left(of) if owner is None else min(tree.right(owner) + 1, of)
    found = book.lookup(tree.text(first, of + 1))
    if found is None:  # a body that the data do not know, no land of one name
        name = tree.text(first, of + 1)
        body = kind_of(tree.lower[of]) in ("organization", "group") or tree.lower[of] in words("body")
        return name if body and book.country_of_word(name) is None else None
    led = found.kind in ("group", "organization") and found.category not in ("metonym", "people")
    return found.name if led or found.category == "region" else None


def _body_leader(
    description: Description, body: str, memory: Memory, at: int, book: ActorBook, on: dt.date | None
) -> Referent | None:
    """Who holds an office in a body or region: by the data, else whom the article named with it.

    That is not the one who has the like office in the country.
    """
    office, country = description.office, description.country
    if office is None:
        return None
    holder = book.holder(office, body, on=on) if on else None
    if holder is not None:
        return _in_person(holder, description, memory, at)
    found = office_holder(description, memory, at, book, None)
    country = country or (found.country if found is not None else None)
    own = book.holder(office, country, on=on) if country and on else None
    return None if found is not None and own is not None and found.name == own.name else found
