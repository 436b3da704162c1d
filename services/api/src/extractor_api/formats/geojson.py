"""GeoJSON (RFC 7946) as `extractor.export` makes it: one feature for an event whose place has coordinates."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractor.export import to_geojson
from extractor_api.contract import ItemError
from extractor_api.formats.base import Format
from extractor_schema import Result

__all__ = ["GEOJSON"]


def _item(result: Result) -> bytes:
    return msgspec.json.encode(to_geojson([result])["features"])[1:-1]


def _error(error: ItemError) -> bytes:
    """A feature without a place, which maps pass over."""
    properties = {"article_id": error.id, "error": error.error}
    return msgspec.json.encode({"type": "Feature", "geometry": None, "properties": properties})


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
