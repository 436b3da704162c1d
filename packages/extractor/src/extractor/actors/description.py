"""A phrase described: its core name, and what its words say of kind, country and office."""

from __future__ import annotations

from msgspec import Struct

from extractor.actors.knowledge import Entity
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree
from extractor_schema import ActorKind

__all__ = ["ONE_OF", "Description", "after_article", "of_entity"]

ONE_OF = frozenset({"a", "an", "another", "one", "every", "each"})
"""Words before one of several."""
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "whose"})


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


def of_entity(entity: Entity, *, office: str | None = None, plural: bool | None = None) -> Description:
    """The description of what the data know, with the office that its words tell if they tell one."""
    toponym = entity.category in ("country", "metonym", "region")
    return Description(
        entity.name, entity.kind, entity.country, entity, office or entity.office,
        plural=entity.category == "people" if plural is None else plural, toponym=toponym,
    )  # fmt: skip


def after_article(tree: Tree, phrase: Phrase) -> int:
    """The first token of a phrase behind its article."""
    return phrase.start + (tree.lower[phrase.start] in _ARTICLES and phrase.end - phrase.start > 1)
