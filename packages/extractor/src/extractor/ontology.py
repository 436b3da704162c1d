"""The ontology: event types with their subtypes and roles, statuses and kinds of actors, as data."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import msgspec

__all__ = ["Ontology", "Term", "TypeTerm", "ontology"]


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
