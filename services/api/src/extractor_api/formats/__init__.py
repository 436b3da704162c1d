"""Formats of results, chosen by `Accept`. Workers encode items, the service joins them."""

from __future__ import annotations

from extractor_api.formats.base import Format
from extractor_api.formats.geojson import GEOJSON
from extractor_api.formats.negotiation import negotiate
from extractor_api.formats.structured import JSON, MSGPACK
from extractor_api.formats.table import CSV

__all__ = ["FORMATS", "Format", "negotiate"]

FORMATS: dict[str, Format] = {each.name: each for each in (JSON, MSGPACK, CSV, GEOJSON)}
"""Every format by its name; the first is the default."""
