"""Attacks of parties and politicians on each other, with words and with weapons."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.factuality.marked import events_at, triggers_in

STRIKES = [
    "Hezbollah launched an [attack] on Haifa.",
    "The Taliban launched an [attack] on Kunduz.",
    "The PKK launched an [attack] on a base in Hakkari.",
    "Fatah launched an [attack] on Hamas.",
    "Putin launched an [attack] on Ukraine.",
    "The president launched an [attack] on Tigray in 2020.",
    "The drone [attack] on Maduro failed.",
    "Gunmen launched an [attack] on the prime minister.",
    "The [attack] on Fico shocked Slovakia.",
    "Turkey launched an [attack] on Kurdish forces in Syria.",
]
NOTHING = [
    "The Congress party launched an attack on Modi.",
    "Labour launched an attack on Sunak over tax.",
    "The Conservatives launched an attack on Starmer.",
    "Democrats launched an attack on Trump.",
    "The senator launched an attack on Biden.",
    "The chancellor launched an attack on the AfD.",
    "The Workers' Party launched an attack on Bolsonaro.",
    "The former minister launched an attack on the opposition.",
    "Labour's attack on Sunak drew cheers.",
    "Trump renewed his attacks on Harris.",
    "Republicans launched an attack on the Democrats over immigration.",
]


@pytest.mark.parametrize("text", STRIKES)
def test_is_with_weapons(extractor: Extractor, text: str) -> None:
    assert "strike" in [event.type for event in events_at(extractor, text)]


@pytest.mark.parametrize("text", NOTHING)
def test_is_with_words(extractor: Extractor, text: str) -> None:
    assert not triggers_in(extractor, text)
