"""GeoJSON (RFC 7946): the events that have a place on the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from extractor.export.rows import event_rows
from extractor_schema import Event, Record, Result

__all__ = ["to_geojson"]


def to_geojson(records: Iterable[Record]) -> dict[str, Any]:
    """A FeatureCollection with one feature for each event that has a place with coordinates.

    The geometry is a Point, or a MultiPoint where the event has several places; coordinates are WGS84
    degrees, longitude first. The properties are the columns of `EventRow` except `latitude` and `longitude`.
    Events without coordinates are left out. The values are plain: `json.dumps` takes them.

    >>> to_geojson([])
    {'type': 'FeatureCollection', 'features': []}
    """
    features = [
        _feature(record, event)
        for record in records
        if isinstance(record, Result)
        for event in record.events
        if _positions(event)
    ]
    return {"type": "FeatureCollection", "features": features}


def _positions(event: Event) -> list[list[float]]:
    return [
        [place.longitude, place.latitude]
        for place in event.places
        if place.longitude is not None and place.latitude is not None
    ]


def _feature(result: Result, event: Event) -> dict[str, Any]:
    positions = _positions(event)
    row = next(event_rows([msgspec.structs.replace(result, events=(event,))]))
    properties = msgspec.to_builtins(row)
    del properties["latitude"], properties["longitude"]
    single = len(positions) == 1
    return {
        "type": "Feature",
        "id": f"{result.id}/{event.id}" if result.id else event.id,
        "geometry": {
            "type": "Point" if single else "MultiPoint",
            "coordinates": positions[0] if single else positions,
        },
        "properties": properties,
    }
