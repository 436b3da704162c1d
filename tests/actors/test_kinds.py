"""Common nouns give the kind of actor that they name."""

from __future__ import annotations

import pytest

from extractor.actors.kinds import is_weapon_noun, kind_of, noun_of


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


def test_a_word_that_ends_no_listed_noun_is_told_at_once() -> None:
    assert noun_of("happiness", "happiness") is None


def test_a_word_knows_the_words_with_which_it_is_another_noun() -> None:
    station = noun_of("station", "stations")
    assert station is not None
    assert "police" in station.before


def test_the_form_of_a_noun_is_asked_where_the_lemma_leaves_doubt() -> None:
    doubtful, sure = noun_of("medium", "media"), noun_of("gunman", "gunmen")
    assert doubtful is not None and sure is not None
    assert doubtful.form_kinds[True] == "organization"
    assert sure.form_kinds == (None, None)
