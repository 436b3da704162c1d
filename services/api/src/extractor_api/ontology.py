"""The ontology as the service publishes it: the extractor's own, with its fields described."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

__all__ = ["Ontology", "Term", "TypeTerm"]


class Term(msgspec.Struct, frozen=True):
    """A name and what it means."""

    name: Annotated[str, Meta(description="The name as results use it.", examples=["airstrike"])]
    description: Annotated[str, Meta(description="What it means.", examples=["missiles from aircraft"])]


class TypeTerm(msgspec.Struct, frozen=True):
    """An event type with its roles and subtypes."""

    name: Annotated[str, Meta(description="The name as results use it.", examples=["strike"])]
    description: Annotated[str, Meta(description="What counts as one.", examples=["An armed attack."])]
    roles: Annotated[tuple[str, ...], Meta(description="Roles of its actors.", examples=[["source"]])]
    subtypes: Annotated[tuple[Term, ...], Meta(description="Its subtypes.")]


class Ontology(msgspec.Struct, frozen=True):
    """All names that a result may hold."""

    types: Annotated[tuple[TypeTerm, ...], Meta(description="Event types.")]
    statuses: Annotated[tuple[Term, ...], Meta(description="Whether the event happened.")]
    roles: Annotated[tuple[Term, ...], Meta(description="What an actor can be in an event.")]
    kinds: Annotated[tuple[Term, ...], Meta(description="Sorts of actors.")]
