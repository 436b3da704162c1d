"""Common nouns give the kind of actor that they name."""

from __future__ import annotations

import pytest

from extractor.actors.kinds import is_weapon_noun, kind_of


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


@pytest.mark.parametrize(("yes", "no"), [("rockets", "balloon"), ("drone", "bus")])
def test_weapons(yes: str, no: str) -> None:
    assert is_weapon_noun(yes)
    assert not is_weapon_noun(no)
