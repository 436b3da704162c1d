"""What is outright an attack, and what happens too often to be an event; the trigger stands in square brackets."""

from __future__ import annotations

import pytest

from extractor import Article, Extractor

STRIKES = [
    # weapons thrown at something
    "The others [hurled] grenades at the guards.",
    "Two men on a motorcycle [hurled] a grenade into a bar.",
    "Militants [lobbed] several mortar shells at the airport.",
    "A grenade was [thrown] at a police post in the suburb.",
    "Somebody [tossed] an explosive into the restaurant's kitchen.",
    "The guerrillas [fired] three rockets at the refinery.",
    # fighters who attack something
    "The rebels have also [assaulted] a number of ships off the coast.",
    "The village has previously been [hit] by the extremists.",
    "Armed men [torched] two villages and killed nine people.",
    "A bus was [torched] by armed men near the border.",
    "The ferry was [raided] by separatists in the night.",
    "Insurgents [bombarded] the dam for an hour.",
    # what is to stop has begun
    "We ask the government to stop [attacking] our villages.",
    "The minister told the army to stop [bombing] the hospitals.",
    "Both sides must stop [shelling] the dam, the agency said.",
    # one that is known
    "The [attack] is often cited as the start of the war.",
    "The rebels, who often hide in the hills, [attacked] a bus on Sunday.",
]
MEETINGS = [
    "The two presidents shook hands at their first [encounter] in Geneva.",
    "The pope described his [encounter] with the patriarch in Havana as fraternal.",
    "The [summit] in Rome, often described as a failure, brought the two kings together.",
]
NOTHING = [
    # no weapons, or at nobody
    "Fans hurled smoke bombs at the referee.",
    "The children threw stones at the train.",
    "The navy fired a missile into the ocean in a test.",
    "The North fired two missiles into the sea on Tuesday.",
    # words
    "Rebel lawmakers attacked the budget.",
    "The rebels hit a deal with the government.",
    "Separatists hit back at claims that they were weak.",
    "The militants stormed out of the talks.",
    "He should stop attacking the judges, the opposition said.",
    "The two brothers stopped hitting each other.",
    # again and again
    "The porous border is often the scene of cross-border attacks.",
    "Bandits often attack buses on this road.",
    "Pirates often attack tankers in the strait.",
    "Cattle thieves regularly raid villages in the valley.",
    "Roadside bombs frequently kill soldiers in the province.",
    "Drones are frequently shot down over the desert.",
    "The two foreign ministers often meet for lunch.",
    "The presidents rarely meet.",
    # fights that are called encounters
    "An encounter broke out between security forces and suspected militants in the valley on Thursday.",
    "Two officers were injured in the encounter with the gang.",
    "The encounter left three militants and a policeman dead.",
    "Police said the two robbers fired first in the encounter.",
]


@pytest.mark.parametrize(
    ("kind", "text"), [*(("strike", text) for text in STRIKES), *(("meeting", text) for text in MEETINGS)]
)
def test_is_an_event(extractor: Extractor, kind: str, text: str) -> None:
    at = text.index("[")
    result = extractor.extract(Article(text=text.replace("[", "").replace("]", "")))
    assert kind in [e.type for e in result.events for m in e.mentions if m.trigger.start == at]


@pytest.mark.parametrize("text", NOTHING)
def test_is_no_event(extractor: Extractor, text: str) -> None:
    found = [m.trigger.text for e in extractor.extract(Article(text=text)).events for m in e.mentions]
    assert not found
