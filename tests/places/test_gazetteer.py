"""The gazetteer: names, entries, and the file itself."""

from __future__ import annotations

import importlib
import os
import time
from pathlib import Path
from types import ModuleType

import pytest

from extractor.errors import DataError
from extractor.places import Gazetteer, layout
from extractor.places.folding import fold

ROOT = Path(__file__).parents[2]
FILE = ROOT / "packages" / "extractor" / "src" / "extractor" / "data" / "places" / "gazetteer.bin"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "usual", "country", "kind"),
    [
        ("Kiev", "Kyiv", "UKR", "capital"),
        ("KYIV", "Kyiv", "UKR", "capital"),
        ("Ulan Bator", "Ulaanbaatar", "MNG", "capital"),
        ("Astana", "Astana", "KAZ", "capital"),
        ("aleppo", "Aleppo", "SYR", "city"),
        ("Sao Paulo", "São Paulo", "BRA", "city"),
        ("São Paulo", "São Paulo", "BRA", "city"),
        ("Deir ez Zor", "Deir ez-Zor", "SYR", "city"),
        ("Sana’a", "Sanaa", "YEM", "capital"),
        ("Saint Petersburg", "Saint Petersburg", "RUS", "city"),
        ("St. Petersburg", "Saint Petersburg", "RUS", "city"),
        ("U.S.", "United States", "USA", "country"),
        ("Kosovo", "Kosovo", "XKX", "country"),
        ("Myanmar", "Myanmar", "MMR", "country"),
        ("Crimea", "Crimea", "UKR", "region"),
        ("Gaza Strip", "Gaza Strip", "PSE", "region"),
        ("West Bank", "West Bank", "PSE", "region"),
        ("Kashmir", "Kashmir", None, "region"),
        ("Sahel", "Sahel", None, "area"),
        ("Black Sea", "Black Sea", None, "sea"),
        ("Euphrates", "Euphrates", None, "river"),
        ("Crete", "Crete", "GRC", "island"),
        ("Himalayas", "Himalayas", None, "mountain"),
        ("Asia", "Asia", None, "continent"),
        ("Kremlin", "Kremlin", "RUS", "facility"),
        ("Calif.", "California", "USA", "region"),
        ("Ala.", "Alabama", "USA", "region"),
    ],
)
def test_the_first_reading_of_a_name(
    gazetteer: Gazetteer, name: str, usual: str, country: str | None, kind: str
) -> None:
    first = gazetteer.lookup(name)[0]
    assert (first.name, first.country, first.kind) == (usual, country, kind)


@pytest.mark.parametrize("name", ["", "Xyzzyville", "of the", "Quuxistan Province"])
def test_a_name_that_no_place_bears(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_an_entry_says_where_it_lies(gazetteer: Gazetteer) -> None:
    aleppo = gazetteer.lookup("Aleppo")[0]
    assert aleppo.latitude == pytest.approx(36.201, abs=0.01)
    assert aleppo.longitude == pytest.approx(37.161, abs=0.01)
    assert (aleppo.geonames_id, aleppo.admin1) == (170063, "Aleppo")
    assert aleppo.population > 1_000_000


def test_all_readings_are_given(gazetteer: Gazetteer) -> None:
    regions = {place.admin1 for place in gazetteer.lookup("Springfield") if place.country == "USA"}
    assert {"Illinois", "Massachusetts", "Missouri", "Ohio", "Oregon"} <= regions


def test_every_country_is_found_by_its_code(gazetteer: Gazetteer) -> None:
    codes = ["AFG", "SYR", "UKR", "USA", "XKX", "PSE", "TWN", "SSD", "ESH"]
    assert [gazetteer.country(code)[0].country for code in codes] == codes
    assert gazetteer.country("ZZZ") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ma'rib", "Marib"), ("Al-Hasakah", "al Hasakah"), ("Łódź", "Lodz"), ("St. Louis", "Saint Louis"),
        ("Mount Sinjar", "Mt. Sinjar"), ("İzmir", "Izmir"), ("Port–au–Prince", "Port-au-Prince"), ("U.A.E.", "UAE"),
    ],
)  # fmt: skip
def test_ways_of_writing_a_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("number", [0, 1, 999_999, 1_048_575, 8_804_190, 1_411_778_724])
def test_populations_keep_six_digits(number: int) -> None:
    assert layout.unpack_population(layout.pack_population(number)) == pytest.approx(number, rel=2e-6)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-200_000], lambda data: b"XX" + data[2:], lambda data: b""]
)
def test_a_damaged_file_is_reported(damage: object) -> None:
    assert callable(damage)
    with pytest.raises(DataError) as raised:
        Gazetteer(damage(FILE.read_bytes()), "gazetteer.bin")
    assert "gazetteer.bin" in str(raised.value)


def test_the_file_is_small_and_quick_to_load() -> None:
    start = time.process_time()
    Gazetteer.load()
    assert time.process_time() - start < 0.015
    assert FILE.stat().st_size < 8_000_000


def test_every_entry_can_be_read(gazetteer: Gazetteer) -> None:
    kinds = set(layout.KINDS)
    for number in range(0, len(gazetteer), 97):
        entry = gazetteer.entry(number)
        assert entry.name and entry.kind in kinds
        assert entry.latitude is not None and -90 <= entry.latitude <= 90
        assert entry.longitude is not None and -180 <= entry.longitude <= 180
        assert entry.country is None or len(entry.country) == 3


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The build command as a module."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module("build_gazetteer")


def test_the_committed_file_is_whole_and_its_tables_unchanged(builder: ModuleType) -> None:
    recorded = (FILE.parent / "gazetteer.sha256").read_text("utf-8")
    assert builder.digests() == recorded, "run python tools/build_gazetteer.py and commit what it writes"


@pytest.mark.skipif("BUILD_GAZETTEER" not in os.environ, reason="half a minute; set BUILD_GAZETTEER=1")
def test_the_committed_file_is_what_the_sources_give(builder: ModuleType) -> None:
    if missing := builder.missing_packages():
        pytest.skip(f"needs {', '.join(missing)}")
    assert builder.build() == FILE.read_bytes()
