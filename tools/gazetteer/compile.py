"""Joins the sources into one list of places."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import Any

from extractor.places.folding import fold
from extractor.places.words import load_demonyms

from . import sources
from .model import Draft, Region
from .naming import display, region_keys, useful_alternates

__all__ = ["compile_places"]

# Countries with so many small places that news hardly names: below this many people they are left out.
_SPARSE = dict.fromkeys(
    [
        "AT", "BE", "BR", "CH", "CI", "CN", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "HR", "HU",
        "ID", "IT", "JP",
        "MX", "NL", "NO", "PE", "PH", "PL", "PT", "RO", "SE", "SI", "SK",
    ],
    2000,
)  # fmt: skip
_KIND_SCORES = {
    "country": 5e8, "continent": 3e8, "area": 1e6, "region": 5e5, "district": 5e4, "sea": 1e6, "river": 5e5,
    "island": 3e5, "mountain": 3e5, "facility": 2e5, "city": 5e4, "capital": 1e7,
}  # fmt: skip


class _Compiler:
    def __init__(self) -> None:
        self.common = sources.words("common_words.txt")
        self.demonyms = frozenset(load_demonyms())
        rows = sources.countries()
        self.alpha3 = {r["iso"]: r["iso3"] for r in rows}
        self.capitals = {(r["iso3"], fold(r["capital"])) for r in rows}
        self.regions: dict[tuple[str, str], Region] = {}
        self.renames: dict[tuple[str, str, str], tuple[str, list[str]]] = {}
        for kind, country, source, name, *others in sources.table("renames.tsv"):
            self.renames[kind, country, source] = (name, _split(others))

    def run(self) -> list[Draft]:
        cities, districts = self._cities()
        own = self._own()
        countries = self._countries(own)
        regions = self._regions(own)
        return [*countries, *own, *regions, *cities, *districts]

    def _own(self) -> list[Draft]:
        drafts = []
        for file in sources.OWN_PLACES:
            for name, kind, country, latitude, longitude, fame, *others in sources.table(file):
                score = float(fame) if fame != "-" else _KIND_SCORES[kind]
                draft = Draft(
                    name, kind, country if country != "-" else None, float(latitude), float(longitude), score
                )
                for other in [name, *_split(others)]:
                    draft.add(fold(other), False)
                drafts.append(draft)
        return drafts

    def _countries(self, own: list[Draft]) -> list[Draft]:
        centres = sources.country_centres()
        names = {code: (name, _split(others)) for code, name, *others in sources.table("countries.tsv")}
        given = {d.country for d in own if d.kind == "country"}
        drafts = []
        for row in sources.countries():
            code = row["iso3"]
            name, others = names.get(code, (row["name"], []))
            latitude, longitude, _ = centres.get(code, (0.0, 0.0, []))
            if code in given:
                latitude, longitude = next(
                    (d.latitude, d.longitude) for d in own if d.country == code and d.kind == "country"
                )
            score = _KIND_SCORES["country"] + row["population"] if row["population"] > 3e5 else 2e7
            draft = Draft(
                name, "country", code, latitude, longitude, score, row["population"], row["geonameid"]
            )
            for other in [name, row["name"], *others]:
                draft.add(fold(other), False)
            draft.add(f"={code.lower()}", False)
            drafts.append(draft)
        codes = {d.country for d in drafts}
        own[:] = [d for d in own if d.kind != "country" or d.country not in codes]
        return drafts

    def _cities(self) -> tuple[list[Draft], list[Draft]]:
        places, counties = (
            sources.region_names(),
            defaultdict[tuple[str, str, str], Region](lambda: Region("", "")),
        )
        rows = sources.cities()
        self.largest = _largest(rows)
        code_names = self._code_names(rows, places)
        drafts = []
        for row in rows:
            state, county = places.get(_point(row), (None, None))
            state = state or code_names.get((row["countrycode"], row["admin1code"]))
            country = self.alpha3[row["countrycode"]]
            region = self._include(country, state, row)
            if county and region:
                counties[country, region[1], county].include(
                    row["latitude"], row["longitude"], row["population"]
                )
            if row["population"] >= _SPARSE.get(row["countrycode"], 0):
                drafts.append(self._city(row, country, region))
        return drafts, self._districts(counties, drafts)

    @staticmethod
    def _code_names(
        rows: list[dict[str, object]], places: dict[tuple[str, int, int], tuple[str | None, str | None]]
    ) -> dict[tuple[str, str], str]:
        """The name that most places of a first-level code bear, for the places that the second source
        lacks."""
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for row in rows:
            state = places.get(_point(row), (None, None))[0]
            if state:
                votes[str(row["countrycode"]), str(row["admin1code"])][state] += 1
        return {
            code: min(count.items(), key=lambda item: (-item[1], item[0]))[0] for code, count in votes.items()
        }

    def _include(self, country: str, state: str | None, row: dict[str, object]) -> tuple[str, str] | None:
        if not state:
            return None
        name, others = self.renames.get(
            ("region", country, state), (display(state, str(row["countrycode"])), [])
        )
        region = self.regions.setdefault((country, name), Region(country, name))
        region.names.update([state, *others])
        region.include(float(str(row["latitude"])), float(str(row["longitude"])), int(str(row["population"])))
        return country, name

    def _city(self, row: dict[str, object], country: str, region: tuple[str, str] | None) -> Draft:
        source, population = str(row["name"]), int(str(row["population"]))
        known = self.largest[str(row["countrycode"]), source] == row["geonameid"]
        usual = (display(source, str(row["countrycode"])), list[str]())
        name, others = self.renames.get(("city", country, source), usual) if known else usual
        alternates = row["alternatenames"]
        assert isinstance(alternates, list)
        capital = known and any((country, fold(n)) in self.capitals for n in (source, name, *others))
        score = 4 * (population + 300) ** 0.8 * (1 + len(alternates) / 10) ** 1.5
        if capital:
            score = score * 3 + 5e5
        kind, point = (
            "capital" if capital else "city",
            (float(str(row["latitude"])), float(str(row["longitude"]))),
        )
        draft = Draft(name, kind, country, *point, score, population, int(str(row["geonameid"])), region)
        for other in (name, source, *others):
            if (key := fold(other)) not in self.demonyms:
                draft.add(key, False)
        if capital:
            draft.add(f"={country.lower()} capital", False)
        for key in useful_alternates(row, self.common | self.demonyms):
            draft.add(key, True)
        return draft

    def _districts(self, counties: dict[tuple[str, str, str], Region], cities: list[Draft]) -> list[Draft]:
        known = {(d.region, key) for d in cities for key in d.keys}
        drafts = []
        for (country, state, county), centre in sorted(counties.items()):
            keys = region_keys(county) - self.common
            if not keys or any(((country, state), key) in known for key in keys) or county.isdigit():
                continue
            alpha2 = next(two for two, three in self.alpha3.items() if three == country)
            if alpha2 in _SPARSE and centre.population < 30_000:
                continue
            score = _KIND_SCORES["district"] / 10 + 0.1 * centre.population
            draft = Draft(
                display(county, alpha2), "district", country, centre.latitude, centre.longitude, score,
                0, 0, (country, state),
            )  # fmt: skip
            for key in keys:
                draft.add(key, False)
            drafts.append(draft)
        return drafts

    def _regions(self, own: list[Draft]) -> list[Draft]:
        by_country: dict[str, list[Region]] = defaultdict(list)
        for region in self.regions.values():
            by_country[region.country].append(region)
        iso = sources.iso_regions()
        sure = {at: {at[1], *region.names} for at, region in self.regions.items()}
        for alpha2, country in sorted(self.alpha3.items()):
            _match_iso(by_country.get(country, []), iso.get(alpha2, []))
        owned = {(d.country, key): d for d in own if d.kind in ("region", "district") for key in d.keys}
        drafts = []
        for (country, name), region in sorted(self.regions.items()):
            keys = {key for other in (name, *region.names) for key in region_keys(other)} - self.common
            mine = next((owned[country, key] for key in sorted(keys) if (country, key) in owned), None)
            if mine is not None:
                mine.region = mine.region or (country, name)
                # The nearest region of ISO 3166-2 may be a part of it only: "Ramallah" of the West Bank.
                for key in keys & {key for other in sure[country, name] for key in region_keys(other)}:
                    mine.add(key, False)
                continue
            score = max(_KIND_SCORES["region"] / 10, 0.3 * region.population)
            draft = Draft(
                name, "region", country, region.latitude, region.longitude, score, 0, 0, (country, name)
            )
            for key in sorted(keys):
                draft.add(key, False)
            drafts.append(draft)
        self._abbreviate(drafts)
        return drafts

    @staticmethod
    def _abbreviate(drafts: list[Draft]) -> None:
        by_name = {(d.country, d.name): d for d in drafts}
        for country, name, short in sources.table("abbreviations.tsv"):
            for form in _split([short]):
                if (country, name) in by_name and "." in form and len(fold(form)) > 2:
                    by_name[country, name].add(fold(form), True)


def _point(row: dict[str, Any]) -> tuple[str, int, int]:
    """What a place is known by in both of GeoNames' packages: country, and coordinates in 1e-5 degrees."""
    return row["countrycode"], round(row["latitude"] * 1e5), round(row["longitude"] * 1e5)


def _largest(rows: list[dict[str, object]]) -> dict[tuple[str, str], object]:
    """Id of the largest place of each name in a country: the one that capitals and own tables mean."""
    best: dict[tuple[str, str], tuple[int, int, object]] = {}
    for row in rows:
        key = (str(row["countrycode"]), str(row["name"]))
        alternates = row["alternatenames"]
        assert isinstance(alternates, list)
        best[key] = max(
            best.get(key, (-1, -1, 0)), (int(str(row["population"])), len(alternates), row["geonameid"])
        )
    return {key: number for key, (_, _, number) in best.items()}


def _match_iso(regions: list[Region], rows: list[dict[str, object]]) -> None:
    """Gives regions the names and coordinates of ISO 3166-2, where a name agrees or both are each other's
    nearest."""
    left = list(rows)
    open_regions = []
    for region in regions:
        keys = {key for name in (region.name, *region.names) for key in region_keys(name)}
        row = next((r for r in left if keys & _iso_keys(r)), None)
        if row is None:
            open_regions.append(region)
        else:
            left.remove(row)
            _adopt(region, row)
    for region in open_regions:
        near = min(left, key=lambda r: _distance(region, r), default=None)
        if (
            near
            and min(open_regions, key=lambda other: _distance(other, near)) is region
            and _distance(region, near) < 0.8
        ):
            _adopt(region, near)


def _adopt(region: Region, row: dict[str, object]) -> None:
    point = row["latLng"]
    assert isinstance(point, list)
    region.latitude, region.longitude = float(point[0]), float(point[1])
    region.names.update(_iso_names(row))


def _iso_names(row: dict[str, object]) -> set[str]:
    names = {str(row["name"])}
    for part in str(row["localOtherName"] or "").split("), "):
        name, _, language = part.rstrip(")").rpartition(" (")
        if (
            language == "eng"
            and len(name) > 3
            and " of " not in name
            and not name.startswith("The ")
            and name.count(" ") < 3
        ):
            names.add(name)
    return names


def _iso_keys(row: dict[str, object]) -> set[str]:
    return {key for name in _iso_names(row) for key in region_keys(name)}


def _distance(region: Region, row: dict[str, object]) -> float:
    point = row["latLng"]
    assert isinstance(point, list)
    return math.hypot(region.latitude - float(point[0]), (region.longitude - float(point[1])) * 0.8)


def _split(cells: list[str]) -> list[str]:
    return [name for cell in cells for name in cell.split("|") if name]


def compile_places() -> list[Draft]:
    """All places, in an order that depends on the sources alone."""
    return _Compiler().run()
