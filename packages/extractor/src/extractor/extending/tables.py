"""Tables of one's own: actors and places, one a row, with a header that names the columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeVar, get_args

import msgspec

from extractor.actors.knowledge import Entity, NamedEntity
from extractor.errors import DataError
from extractor.places import NamedPlace, PlaceEntry, PlaceKind
from extractor.tables import rows, split, table_rows
from extractor_schema import ActorKind

__all__ = ["ACTOR_COLUMNS", "PLACE_COLUMNS", "read_table"]

ACTOR_COLUMNS = ("actor", "kind", "country", "aliases", "id", "wikidata")
PLACE_COLUMNS = ("place", "kind", "country", "latitude", "longitude", "aliases", "id", "geonames")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_CATEGORIES = {
    "person": "leader",
    "group": "armed_group",
    "organization": "organisation",
    "country": "country",
    "place": "region",
}
"""How the book of actors files each kind; the rest are bodies of no special sort."""
T = TypeVar("T", bound=str)
Complain = Callable[[int, str, str, object], None]
"""Is told line, column, what is wrong, and the value."""


def read_table(text: str, file: str, problems: list[DataError]) -> tuple[list[NamedEntity], list[NamedPlace]]:
    """The actors or the places of a table; which of them, the first column's name says.

    What is wrong is added to `problems`.
    """

    def complain(line: int, column: str, reason: str, value: object) -> None:
        problems.append(DataError(file, line, f"column {column}: {reason}", value=value))

    found = list(table_rows(text.removeprefix("\ufeff")))
    if not found:
        problems.append(DataError(file, None, "no header row: its first cell is `actor` or `place`"))
        return [], []
    line, header = found[0]
    known = {"actor": ACTOR_COLUMNS, "place": PLACE_COLUMNS}.get(header[0])
    if known is None:
        reason = f"the header's first cell is {header[0]!r}, where it is `actor` or `place`"
        problems.append(DataError(file, line, reason, value=header[0]))
        return [], []
    for column in header:
        if column not in known or header.count(column) > 1:
            reason = "stands twice" if column in known else f"is none of {', '.join(known)}"
            problems.append(DataError(file, line, f"column {column!r} {reason}", value=column))
            return [], []
    body = list(_cells(found[1:], header, file, problems))
    if header[0] == "actor":
        return [a for number, cells in body if (a := _actor(number, cells, complain))], []
    return [], [p for number, cells in body if (p := _place(number, cells, complain))]


def _cells(
    body: list[tuple[int, list[str]]], header: list[str], file: str, problems: list[DataError]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, cells in body:
        if len(cells) > len(header):
            reason = f"{len(cells)} columns where the header has {len(header)}"
            problems.append(DataError(file, number, reason, value=cells[len(header)]))
        else:  # editors cut the tabs off a row's empty end
            filled = [*cells, *[""] * (len(header) - len(cells))]
            yield number, {name: cell.strip() for name, cell in zip(header, filled, strict=True)}


def _actor(number: int, cells: Mapping[str, str], complain: Complain) -> NamedEntity | None:
    name, kind = cells["actor"], cells.get("kind", "")
    kinds: tuple[ActorKind, ...] = get_args(ActorKind)
    known = _one_of(kinds, number, kind, complain)
    wikidata = cells.get("wikidata", "")
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        complain(number, "wikidata", f"{wikidata!r} has not the form Q42", wikidata)
    aliases = _names(number, "actor", name, cells, complain)
    country = _country(number, cells, complain)
    if known is None or not aliases:
        return None
    entity = Entity(
        name=name,
        kind=known,
        country=country,
        category=_CATEGORIES.get(known, "organisation"),
        wikidata=wikidata or None,
        id=cells.get("id") or None,
    )
    return NamedEntity(entity, aliases)


def _one_of(kinds: tuple[T, ...], number: int, kind: str, complain: Complain) -> T | None:
    known = next((each for each in kinds if each == kind), None)
    if known is None:
        complain(number, "kind", f"{kind!r} is none of {', '.join(kinds)}", kind)
    return known


def _place(number: int, cells: Mapping[str, str], complain: Complain) -> NamedPlace | None:
    name, kind = cells["place"], cells.get("kind") or "city"
    kinds: tuple[PlaceKind, ...] = get_args(PlaceKind)
    known = _one_of(kinds, number, kind, complain)
    latitude = _degrees(number, "latitude", cells, 90, complain)
    longitude = _degrees(number, "longitude", cells, 180, complain)
    if bool(cells.get("latitude")) != bool(cells.get("longitude")):
        complain(number, "latitude", "latitude and longitude go together", cells.get("latitude", ""))
    geonames = cells.get("geonames", "")
    if geonames and not (geonames.isascii() and geonames.isdigit() and int(geonames)):
        complain(number, "geonames", f"{geonames!r} is no number", geonames)
        geonames = ""
    aliases = _names(number, "place", name, cells, complain)
    country = _country(number, cells, complain)
    if known is None or not aliases:
        return None
    entry = PlaceEntry(
        name=name,
        country=country,
        latitude=latitude,
        longitude=longitude,
        geonames_id=int(geonames) if geonames else None,
        kind=known,
        id=cells.get("id") or None,
    )
    return NamedPlace(entry, aliases)


def _names(
    number: int, column: str, name: str, cells: Mapping[str, str], complain: Complain
) -> tuple[str, ...]:
    """The names of a row, its own first; none where one of them can't be found in a text."""
    found = (name, *(alias.strip() for alias in split(cells.get("aliases", ""))))
    for each in found:
        where = column if each == name else "aliases"
        if not each:
            complain(number, where, "a name is empty", each)
            return ()
        if each == each.lower():
            complain(number, where, f"{each!r} has no capital letter, as names have in texts", each)
            return ()
    return found


def _country(number: int, cells: Mapping[str, str], complain: Complain) -> str | None:
    code = cells.get("country", "")
    if code and code not in _codes():
        complain(number, "country", f"{code!r} is no alpha-3 code, as FRA is", code)
    return code or None


@cache
def _codes() -> frozenset[str]:
    """The codes of all countries that the package knows."""
    return frozenset(row[1] for row in rows("actors/countries.tsv", 9) if row[1])


def _degrees(
    number: int, column: str, cells: Mapping[str, str], most: int, complain: Complain
) -> float | None:
    text = cells.get(column, "")
    if not text:
        return None
    try:
        value = msgspec.convert(text, float, strict=False)
    except msgspec.ValidationError:
        value = float("nan")
    if not -most <= value <= most:
        complain(number, column, f"{text!r} is no number from -{most} to {most}", text)
        return None
    return value
