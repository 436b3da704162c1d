"""What the grounder hands out: entries of the gazetteer, and toponyms found in a text."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

__all__ = ["TOWNS", "NamedPlace", "PlaceEntry", "PlaceKind", "Toponym"]

PlaceKind: TypeAlias = Literal[
    "country", "capital", "city", "region", "district", "sea", "river", "island", "mountain", "area",
    "continent", "facility",
]  # fmt: skip
TOWNS: frozenset[PlaceKind] = frozenset({"capital", "city"})
"""Kinds of settlements."""


class PlaceEntry(msgspec.Struct, frozen=True):
    """One place of the gazetteer, or a place that only the text knows (no coordinates, no id)."""

    name: str
    """Usual English name."""
    country: str | None
    """ISO 3166-1 alpha-3, `XKX` for Kosovo; None for seas, continents and where the country is in dispute."""
    latitude: float | None
    """WGS84 degrees north of a point in the place."""
    longitude: float | None
    """WGS84 degrees east."""
    geonames_id: int | None
    kind: PlaceKind
    population: int = 0
    """Inhabitants; 0 where unknown."""
    admin1: str | None = None
    """Name of the first-level region in which it lies; a region names itself."""
    prominence: float = 0.0
    """How much speaks for this reading of the name where nothing else is known, as a power of ten."""
    id: str | None = None
    """Id of a row of the user's own."""


class NamedPlace(msgspec.Struct, frozen=True):
    """A place of the user's own, and the names under which texts speak of it."""

    entry: PlaceEntry
    names: tuple[str, ...]


class Toponym(msgspec.Struct, frozen=True):
    """A name of a place in a text: half-open code-point offsets, and what it may mean, most prominent
    first; `located` tells of a country whether something lies in it ("in northern Lebanon")."""

    start: int
    end: int
    text: str
    candidates: tuple[PlaceEntry, ...]
    located: bool = False
