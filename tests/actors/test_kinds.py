"""Common nouns give the kind of actor that they name."""

from __future__ import annotations

import pytest

from extractor.actors import kinds
from extractor.actors.kinds import kind_of


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("gunman", "person"),
        ("gunmen", "group"),
        ("child", "person"),
        ("children", "group"),
        ("Journalist", "person"),
        ("suicide bomber", "person"),
        ("canoeist", "person"),
        ("airwoman", "person"),
        ("people", "group"),
        ("crowd", "group"),
        ("militia", "group"),
        ("militias", "group"),
        ("party", "group"),
        ("insurgents", "group"),
        ("troops", "group"),
        ("army", "organization"),
        ("ministries", "organization"),
        ("the ruling coalition", "organization"),
        ("police", "organization"),
        ("steel producer", "organization"),
        ("gold miners", "organization"),
        ("lender", "organization"),
        ("logistics group", "organization"),
        ("film producer", "person"),
        ("miner", "person"),
        ("rebel group", "group"),
        ("country", "country"),
        ("nations", "country"),
        ("village", "place"),
        ("police station", "facility"),
        ("two schools", "facility"),
        ("air base", "facility"),
        ("convoy", "vehicle"),
        ("buses", "vehicle"),
        ("oil tanker", "vehicle"),
        ("grenade", "other"),
        ("happiness", None),
        ("", None),
    ],
)
def test_kinds(noun: str, kind: str | None) -> None:
    assert kind_of(noun) == kind


def test_several_persons_are_a_group_with_and_without_a_number() -> None:
    assert kind_of("civilian", plural=True) == "group"
    assert kind_of("bridge", plural=True) == "facility"


@pytest.mark.parametrize(
    ("test", "yes", "no"),
    [
        (kinds.is_person_noun, "soldiers", "army"),
        (kinds.is_group_noun, "mob", "soldier"),
        (kinds.is_organisation_noun, "ministry", "minister"),
        (kinds.is_facility_noun, "checkpoint", "village"),
        (kinds.is_vehicle_noun, "warships", "shipyard"),
        (kinds.is_place_noun, "suburbs", "mosque"),
        (kinds.is_weapon_noun, "rockets", "balloon"),
        (kinds.is_weapon_noun, "drone", "bus"),
        (kinds.is_attacker_noun, "assailants", "victim"),
        (kinds.is_military_noun, "insurgent", "nurse"),
        (kinds.is_official_noun, "ambassadors", "tourist"),
    ],
)
def test_classes(test: object, yes: str, no: str) -> None:
    assert callable(test)
    assert test(yes)
    assert not test(no)
