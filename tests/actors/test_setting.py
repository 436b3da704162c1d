"""Those whose words name no country have that of what stands around them, where it can be known."""

from __future__ import annotations

import pytest

from extractor.actors.setting import LocalReferent, country_of_setting
from extractor.evidence import Referent
from extractor_schema import ActorKind

from .reading import referent

WITHIN = [
    ("The government attacked rebels in Aleppo, Syria.", "The government", "SYR"),
    ("Police in Nairobi fired at protesters.", "Police", "KEN"),
    ("A bomb hit a school in Kabul.", "a school", "AFG"),
    ("Turkey said the blast killed five of its troops.", "five of its troops", "TUR"),
    ("The foreign ministry protested in Nairobi, Kenya.", "The foreign ministry", "KEN"),
    ("Turkey said its soldiers fled.", "its soldiers", "TUR"),
    ("Four died in Atlanta, Georgia, U.S.", "Georgia", "USA"),
    ("Militants in Egypt fled.", "Militants", None),
    ("Islamic State supporters met in Brussels.", "Islamic State supporters", None),
    ("Russia's allies met in Astana.", "Russia's allies", "RUS"),
    ("European leaders met in Malta.", "European leaders", None),
]


@pytest.mark.parametrize(("text", "phrase", "country"), WITHIN)
def test_country_of_what_stands_around(text: str, phrase: str, country: str | None) -> None:
    assert referent(text, phrase).country == country


@pytest.mark.parametrize(
    ("name", "kind", "role", "country"),
    [
        ("school", "facility", "target", "IRQ"),
        ("village", "place", "target", "IRQ"),
        ("three civilians", "group", "target", "IRQ"),
        ("two police officers", "group", "target", "IRQ"),
        ("security forces", "organization", "source", "IRQ"),
        ("Salim Haddad", "person", "target", "IRQ"),
        ("five people", "group", "target", None),
        ("two others", "group", "target", None),
        ("gunmen", "group", "source", None),
        ("suicide bomber", "person", "source", None),
        ("student", "person", "source", None),
        ("foreign mercenaries", "group", "target", None),
        ("EU ministers", "group", "participant", None),
    ],
)
def test_country_by_the_place_of_the_event(
    name: str, kind: ActorKind, role: str, country: str | None
) -> None:
    assert country_of_setting(Referent(1, name, kind), "IRQ", role=role) == country


def test_a_country_of_its_own_stays() -> None:
    assert country_of_setting(Referent(1, "French soldiers", "group", "FRA"), "MLI", role="target") == "FRA"


def test_a_known_body_of_no_country_has_none() -> None:
    assert country_of_setting(Referent(1, "NATO", "organization", None, known=True), "BEL") is None


def test_without_a_place_the_text_tells() -> None:
    assert country_of_setting(LocalReferent(1, "airbase", "facility", guess="SYR"), None) == "SYR"
    assert country_of_setting(Referent(1, "airbase", "facility"), None) is None
