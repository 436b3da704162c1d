"""GeoJSON (RFC 7946): one feature for an event whose place has coordinates, ready for a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from extractor_api.contract import ItemError
from extractor_api.formats.base import Format
from extractor_schema import Event, Place, Result

__all__ = ["GEOJSON"]


def _position(place: Place) -> list[float | None]:
    return [place.longitude, place.latitude]


def _feature(article: str | None, event: Event) -> dict[str, Any] | None:
    placed = [place for place in event.places if place.latitude is not None and place.longitude is not None]
    if not placed:
        return None
    positions = [_position(place) for place in placed]
    single = len(positions) == 1
    return {
        "type": "Feature",
        "geometry": {
            "type": "Point" if single else "MultiPoint",
            "coordinates": positions[0] if single else positions,
        },
        "properties": {
            "article": article,
            "event": event.id,
            "type": event.type,
            "subtype": event.subtype,
            "status": event.status,
            "confidence": event.confidence,
            "start": event.date.start if event.date else None,
            "end": event.date.end if event.date else None,
            "places": [{"name": place.name, "country": place.country} for place in placed],
            "actors": [
                {"name": actor.name, "role": actor.role, "country": actor.country} for actor in event.actors
            ],
            "trigger": event.mentions[0].trigger if event.mentions else None,
            "sentence": event.mentions[0].sentence.text if event.mentions else None,
        },
    }


def _item(result: Result) -> bytes:
    features = [feature for event in result.events if (feature := _feature(result.id, event))]
    return msgspec.json.encode(features)[1:-1]


def _error(error: ItemError) -> bytes:
    feature = {"type": "Feature", "geometry": None, "properties": {"article": error.id, "error": error.error}}
    return msgspec.json.encode(feature)


def _batch(pieces: Sequence[bytes]) -> bytes:
    return b'{"type":"FeatureCollection","features":[' + b",".join(piece for piece in pieces if piece) + b"]}"


GEOJSON = Format(
    name="geojson",
    media_type="application/geo+json",
    item=_item,
    error=_error,
    single=lambda piece: _batch([piece]),
    batch=_batch,
)
