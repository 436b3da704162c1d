"""The ontology as the service publishes it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

__all__ = ["Entry", "Ontology", "TypeEntry"]


class Entry(msgspec.Struct, frozen=True):
    """A name and what it means."""

    name: Annotated[str, Meta(description="The name as results use it.", examples=["airstrike"])]
    description: Annotated[str, Meta(description="What it means.", examples=["An attack from the air."])]


class TypeEntry(msgspec.Struct, frozen=True):
    """An event type with its subtypes."""

    name: Annotated[str, Meta(description="The name as results use it.", examples=["strike"])]
    description: Annotated[str, Meta(description="What counts as one.", examples=["An armed attack."])]
    subtypes: Annotated[tuple[Entry, ...], Meta(description="Its subtypes.")]


class Ontology(msgspec.Struct, frozen=True):
    """Types, subtypes, roles and statuses."""

    types: Annotated[tuple[TypeEntry, ...], Meta(description="Event types.")]
    roles: Annotated[tuple[Entry, ...], Meta(description="What an actor can be in an event.")]
    statuses: Annotated[tuple[Entry, ...], Meta(description="How certain it is that the event happened.")]
