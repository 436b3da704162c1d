"""Places of one's own beside the packaged ones."""

from __future__ import annotations

import pytest

from extractor.places import Gazetteer, NamedPlace, OwnGazetteer, PlaceEntry, PlaceGrounder

OWN = [
    NamedPlace(
        PlaceEntry("Port Amani", "KEN", -4.05, 39.67, None, "city", id="loc-45"), ("Port Amani", "Amani Bay")
    ),
    NamedPlace(PlaceEntry("Tripoli", "GRC", 37.51, 22.37, None, "city", id="loc-7"), ("Tripoli",)),
    NamedPlace(PlaceEntry("Zone Four", None, None, None, None, "area", id="loc-9"), ("Zone Four",)),
]
GROUNDER = PlaceGrounder(OwnGazetteer.with_places(OWN))


def found(text: str) -> list[tuple[str, str | None]]:
    """Names of the text's toponyms as written, with the id of the first reading."""
    return [(toponym.text, toponym.candidates[0].id) for toponym in GROUNDER.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ships left Port Amani on Monday.", [("Port Amani", "loc-45")]),
        ("They met in Amani Bay and in Rome.", [("Amani Bay", "loc-45"), ("Rome", None)]),
        ("Patrols entered Zone Four at dawn.", [("Zone Four", "loc-9")]),
        ("A port was named after Mr Zone.", []),
        ("They met in Aleppo.", [("Aleppo", None)]),
    ],
)
def test_own_names_are_found_beside_packaged_ones(text: str, names: list[tuple[str, str | None]]) -> None:
    assert found(text) == names


def test_an_own_place_goes_before_packaged_ones_of_its_name() -> None:
    first, *rest = GROUNDER.gazetteer.lookup("Tripoli")
    assert first.id == "loc-7"
    assert "LBY" in {entry.country for entry in rest}


def test_the_articles_countries_may_speak_for_a_packaged_one() -> None:
    text = "In Lebanon, Lebanese soldiers left Beirut, Sidon and Tyre for Tripoli."
    context = GROUNDER.context(GROUNDER.find(text), {"LBN": 5.0})
    place = GROUNDER.resolve("Tripoli", context=context)
    assert place is not None
    assert (place.country, place.id) == ("LBN", None)


def test_a_part_of_an_own_place_is_not_that_place() -> None:
    place = GROUNDER.resolve("Port Amani airport")
    assert place is not None
    assert (place.country, place.id) == ("KEN", None)


def test_the_packaged_gazetteer_is_as_it_was() -> None:
    assert Gazetteer.load().lookup("Port Amani") == ()
