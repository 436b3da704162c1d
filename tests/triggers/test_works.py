"""What happens in films, books and games alone, and what pictures show to have happened."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.factuality.marked import events_at, triggers_in

EVENTS = [
    "Footage shows an [airstrike] on a school in Gaza.",
    "A video shows gunmen [attacking] a bus in Kano.",
    "Satellite images show a [strike] on the air base.",
    "Photos show the [bombing] of a market in Sanaa.",
    "Security camera film shows the gunmen [shooting] at the guards.",
    "A documentary crew filmed an [airstrike] on the village.",
    "The report describes an [attack] on the convoy near Goma.",
    "The film recounts the 2008 [attack] on a hotel in Mumbai.",
    "The book describes the [attack] on the embassy in Kabul.",
    "A film from a drone, released by the army, shows a tank [firing] at a lorry near Kupiansk.",
    "A film crew was [attacked] by gunmen in Nairobi.",
    "The series of attacks began with the [bombing] of a checkpoint near Gao.",
    "The director of the film [met] the president in Rome.",
]
NOTHING = [
    "The film shows bombings in Aleppo.",
    "The novel tells of an air raid on Dresden.",
    "The play depicts the shooting of a priest.",
    "The series follows soldiers who attack a village in Mali.",
    "The novel opens with an attack on a train.",
    "In the novel, gunmen attack a bank in Rome.",
    "The documentary tells of a meeting between two spies.",
    "The video game shows an attack on an airport.",
    "The thriller tells the story of a bombing in London.",
    "The painting shows a battle and an attack on the city.",
    "The comedy sees two spies attack an embassy.",
    "His poem recalls the shelling of the town.",
    "The movie starts with a meeting of gang leaders who threaten to kill the mayor.",
]


@pytest.mark.parametrize("text", EVENTS)
def test_is_told_as_a_fact(extractor: Extractor, text: str) -> None:
    assert events_at(extractor, text)


@pytest.mark.parametrize("text", NOTHING)
def test_is_in_a_work_alone(extractor: Extractor, text: str) -> None:
    assert not triggers_in(extractor, text)
