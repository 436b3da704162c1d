"""The ontology: event types with their subtypes and roles, statuses and kinds of actors, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.resources import files

import msgspec

__all__ = ["ACTS", "REAL", "CustomType", "Functions", "Ontology", "Term", "TypeTerm", "extended", "ontology"]

ACTS = frozenset({"offer", "threat"})
"""Types of events that are made by saying something."""
REAL = frozenset({"occurred", "ongoing"})
"""Statuses of what has come about."""


class Term(msgspec.Struct, frozen=True):
    """A name and what it means."""

    name: str
    description: str


class TypeTerm(msgspec.Struct, frozen=True):
    """An event type: its roles by name, and its subtypes."""

    name: str
    description: str
    roles: tuple[str, ...]
    subtypes: tuple[Term, ...]


class Ontology(msgspec.Struct, frozen=True):
    """All that a result may hold."""

    types: tuple[TypeTerm, ...]
    statuses: tuple[Term, ...]
    roles: tuple[Term, ...]
    kinds: tuple[Term, ...]


class Functions(msgspec.Struct, frozen=True):
    """What has a role in an event: functions to a trigger that is a verb, a noun, an adjective.

    See `extractor.frames.functions` for their names.
    """

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()


class CustomType(msgspec.Struct, frozen=True):
    """An event type that a user's file adds, and what stands in for weights that nobody has trained."""

    term: TypeTerm
    like: str
    """The type of the package whose weights decide on status, places, dates and merging."""
    functions: dict[str, Functions]
    """What has each role, by the role's name."""
    words: dict[str, tuple[str, ...]]
    """Lemmas that tell the subtype, with the subtypes that they tell."""

    @property
    def name(self) -> str:
        """The type's name."""
        return self.term.name


class _TypeRow(msgspec.Struct, frozen=True):
    name: str
    description: str
    roles: tuple[str, ...]
    subtype: tuple[Term, ...]


class _File(msgspec.Struct, frozen=True):
    type: tuple[_TypeRow, ...]
    status: tuple[Term, ...]
    role: tuple[Term, ...]
    kind: tuple[Term, ...]


def ontology() -> Ontology:
    """The packaged ontology.

    >>> [t.name for t in ontology().types]
    ['meeting', 'offer', 'strike', 'threat']
    """
    text = (files("extractor") / "data" / "ontology.toml").read_text(encoding="utf-8")
    data = msgspec.convert(tomllib.loads(text), _File)
    types = tuple(TypeTerm(t.name, t.description, t.roles, t.subtype) for t in data.type)
    return Ontology(types, data.status, data.role, data.kind)


def extended(known: Ontology, types: Iterable[CustomType], roles: Iterable[Term]) -> Ontology:
    """The ontology with further types, and with the roles that are new in them."""
    named = {role.name for role in known.roles}
    new = {role.name: role for role in roles if role.name not in named}
    return msgspec.structs.replace(
        known, types=(*known.types, *(t.term for t in types)), roles=(*known.roles, *new.values())
    )
