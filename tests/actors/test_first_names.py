"""Persons who are called as places are, and places beside nouns for persons."""

from __future__ import annotations

import pytest

from .reading import referent

PERSONS = [
    ("Georgia, a nurse, was shot near Lagos.", "Georgia, a nurse"),
    ("Jordan, 23, was shot in Chicago.", "Jordan, 23"),
    ("Sydney, aged 12, was wounded in a raid.", "Sydney"),
    ("Gunmen shot his sister Sofia in Cali.", "his sister Sofia"),
    ("The minister and his wife Victoria met the pope.", "his wife Victoria"),
    ("Gunmen shot her daughter Florence.", "her daughter Florence"),
    ("Police shot her son Austin near Lima.", "her son Austin"),
    ("His son Jordan was killed by a rocket.", "His son Jordan"),
    ("Gunmen attacked Paris, a singer from Texas.", "Paris, a singer"),
    ("The envoy met Chelsea, his wife, in Oslo.", "Chelsea, his wife"),
    ("The teacher Madison was shot by gunmen.", "The teacher Madison"),
]
LANDS = [
    ("The president met Georgia, a country in the Caucasus.", "Georgia, a country"),
    ("Russia, a nuclear power, attacked Ukraine.", "Russia, a nuclear power"),
    ("Jordan, a neighbour, hosted the talks.", "Jordan, a neighbour"),
    ("The ambassador met Qatar, a donor, in Doha.", "Qatar, a donor"),
    ("The emir met his ally Qatar in Doha.", "his ally Qatar"),
    ("Its neighbour Jordan offered aid.", "Its neighbour Jordan"),
    ("His country Georgia was attacked.", "His country Georgia"),
    ("In Jordan, 23, 000 people met the king.", "Jordan"),
    ("South African miner Sibanye offered its engineers a bonus.", "South African miner Sibanye"),
]


@pytest.mark.parametrize(("text", "phrase"), PERSONS)
def test_is_somebody(text: str, phrase: str) -> None:
    found = referent(text, phrase)
    assert (found.kind, found.toponym, found.known) == ("person", False, False)


@pytest.mark.parametrize(("text", "phrase"), LANDS)
def test_is_a_land(text: str, phrase: str) -> None:
    found = referent(text, phrase)
    assert found.country is not None
    assert found.toponym or found.kind in ("country", "organization")


def test_the_name_tells_no_country() -> None:
    assert referent("Rebels shot his sister Sofia.", "his sister Sofia").country is None
    assert (
        referent(
            "The driver, a 31-year-old Tunisian, was shot.", "The driver, a 31-year-old Tunisian"
        ).country
        == "TUN"
    )
    assert referent("Georgia, an American nurse, was shot.", "Georgia, an American nurse").country == "USA"
