"""What files of the user's hold, as they are written and as it is used."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from extractor.actors.knowledge import NamedEntity
from extractor.ontology import CustomType, Term
from extractor.places import NamedPlace
from extractor.triggers.lexicon import PartOfSpeech, Prior, Row

__all__ = ["NO_EXTENSION", "Extension", "RoleTable", "RowTable", "SubtypeTable", "TypeTable", "TypesFile"]

Name = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$", max_length=64)]
Text = Annotated[str, Meta(min_length=1)]
Word = Annotated[str, Meta(pattern=r"^\S+$")]
RowId = Annotated[str, Meta(pattern=r"^[\w.:-]+$", max_length=128)]


class SubtypeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[type.subtype]]`."""

    name: Name
    description: Text
    words: tuple[Word, ...] = ()


class RoleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[type.role]]`."""

    name: Name
    description: str = ""
    verb: tuple[Text, ...] = ()
    noun: tuple[Text, ...] = ()
    adj: tuple[Text, ...] = ()


class TypeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[type]]`."""

    name: Name
    description: Text
    like: str = "strike"
    subtype: tuple[SubtypeTable, ...] = ()
    role: tuple[RoleTable, ...] = ()


class RowTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[row]]`."""

    id: RowId
    type: str
    patterns: Annotated[tuple[Text, ...], Meta(min_length=1)]
    pos: PartOfSpeech
    prior: Prior = "even"
    subtype: str | None = None
    frame: str | None = None
    roles: dict[str, str] = {}
    not_with: tuple[Word, ...] = ()
    needs: tuple[Word, ...] = msgspec.field(default=(), name="with")
    yes: tuple[Text, ...] = ()
    no: tuple[Text, ...] = ()


class TypesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole TOML file."""

    type: tuple[TypeTable, ...] = ()
    row: tuple[RowTable, ...] = ()


class Extension(msgspec.Struct, frozen=True, kw_only=True):
    """All that an extractor's extensions add to it; empty where there are none."""

    types: tuple[CustomType, ...] = ()
    roles: tuple[Term, ...] = ()
    rows: tuple[Row, ...] = ()
    frames: dict[str, dict[str, str]] = {}
    """Role by function, by "type.frame"."""
    actors: tuple[NamedEntity, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    digest: str = ""
    """Hexadecimal SHA-256 of the files' contents in their order; empty where there are no files."""
    origins: dict[tuple[str, str], tuple[str, int | None]] = {}
    """File and line of each example, by its row's id and its sentence."""


NO_EXTENSION = Extension()
"""Nothing is added."""
