"""Toponyms in sentences: what stands in double brackets is found, and nothing else."""

from __future__ import annotations

import re

import pytest

from extractor.places import PlaceGrounder

SENTENCES = [
    "Jets bombed [[Aleppo]] and [[Idlib]] on Monday.",
    "[[Syria]]'s army shelled [[Douma]], near [[Damascus]].",
    "The envoy flew from [[Geneva]] to [[Abu Dhabi]] late on Tuesday.",
    "A blast hit [[Port-au-Prince]], the capital of [[Haiti]].",
    "Fighters left [[al-Bab]] for [[Deir ez-Zor]].",
    "Ships were attacked in the [[Strait of Hormuz]] and the [[Gulf of Aden]].",
    "Leaders of the [[U.S.]] and [[North Korea]] met in [[Hanoi]].",
    "Shots were fired in [[St. Petersburg]] and in [[Saint-Denis]].",
    "He lives in [[Washington, D.C.]], not in [[New York]].",
    "The [[Democratic Republic of the Congo]] borders [[Rwanda]] and [[Burundi]].",
    "Troops crossed the [[Euphrates]] east of [[Raqqa]].",
    "[[BRUSSELS]] - ministers met behind closed doors.",
    "They fled from [[Ma'rib]] to [[Sana’a]].",
    "Talks at [[Camp David]] went on all week.",
    "A fire broke out in [[Nice]], and nobody was hurt.",
    "It was nice in [[Bath]], she said.",
    "[[Reading]], [[England]], was quiet.",
    "The summit of [[Côte d'Ivoire]] and [[Ghana]] was short.",
    "The [[UAE]] and [[Saudi Arabia]] sent aid to [[Yemen]].",
    "In [[Kyiv]] and [[Kharkiv]] sirens were heard; in [[Odesa]] too.",
    "A delegation visited [[The Hague]].",
    "Police in [[Jackson]], [[Mississippi]] made an arrest.",
    "The [[Chad]] army and the army of [[Niger]] held the road.",
    "The president of [[Georgia]] went to [[Jordan]].",
    # Persons.
    "Paris Hilton and Chad Smith sang.",
    "Jordan Henderson passed to Jack Grealish.",
    "Samuel Jackson and Denzel Washington starred.",
    "Mr Lincoln and President Jackson agreed.",
    "Theresa May spoke to Boris Johnson.",
    "Sydney Pollack and Austin Butler won.",
    "Charlotte Church sang for Victoria Beckham.",
    "Storm Laura grew, and Maria was feared.",
    "Pedro Sánchez answered Harrington's letter.",
    "Georgia Meloni is not Giorgia Meloni.",
    # Organisations, works and treaties.
    "The Bank of England kept rates; the New York Times reported it.",
    "The Washington Post and the Chicago Tribune disagreed.",
    "They left the Paris Agreement and the Geneva Convention.",
    "The Duke of York was absent.",
    "Manchester United beat the Dallas Cowboys, as if that were possible.",
    # Common words, also at the beginning of a sentence.
    "Police said that nobody was hurt. Of the ten men, two fled.",
    "Most were asleep. March was cold, and so was August.",
    "Victory is near. Hope remains. Union members cheered.",
    "Reading books is nice. Mobile phones rang. Split the bill!",
    "Many people read. University students wept. Congress voted.",
    "The minister spoke in March and in May.",
    # Adjectives and compounds.
    "Syrian and Russian jets flew; US-led forces did not.",
    "The pro-Moscow official and the Saudi-led coalition disagreed.",
    "Palestinian, Israeli and Egyptian officials met.",
    # Lower case.
    "a turkey, a chile and some china stood on the table.",
]


def unmarked(sentence: str) -> tuple[str, list[str]]:
    """The sentence without brackets, and what stands in them."""
    return re.sub(r"\[\[|\]\]", "", sentence), re.findall(r"\[\[(.+?)\]\]", sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_places_are_found_and_nothing_else(grounder: PlaceGrounder, sentence: str) -> None:
    text, wanted = unmarked(sentence)
    found = [toponym.text for toponym in grounder.find(text)]
    assert found == wanted


@pytest.mark.parametrize("sentence", SENTENCES)
def test_offsets_name_the_text(grounder: PlaceGrounder, sentence: str) -> None:
    text, _ = unmarked(sentence)
    for toponym in grounder.find(text):
        assert text[toponym.start : toponym.end] == toponym.text
        assert toponym.candidates


def test_candidates_come_most_prominent_first(grounder: PlaceGrounder) -> None:
    (toponym,) = grounder.find("A strike hit Tripoli.")
    prominence = [c.prominence for c in toponym.candidates]
    assert prominence == sorted(prominence, reverse=True)
    assert {c.country for c in toponym.candidates} >= {"LBY", "LBN"}


def test_a_text_without_places_has_none(grounder: PlaceGrounder) -> None:
    assert grounder.find("") == ()
    assert grounder.find("nothing here but words, numbers 12 and (brackets)") == ()
