"""Actors of two events in one sentence, each with its own."""

from __future__ import annotations

import pytest

from tests.reading import Reading

TEXTS = [
    # an attack, and the blow that came after it
    ("Israel struck Gaza after a rocket attack on Sderot.",
     {"struck": {("source", "Israel"), ("target", "Gaza")}, "attack": {("target", "Sderot")}}),
    ("Kenyan jets bombed a camp in Somalia after a raid on a university in Garissa.",
     {"bombed": {("source", "Kenyan jets"), ("target", "camp")}, "raid": {("target", "university")}}),
    ("Israeli jets bombed a camp in Gaza City after a shooting in Jerusalem in which six people died.",
     {"bombed": {("source", "Israeli jets"), ("target", "camp")}, "shooting": {("target", "six people")}}),
    ("The town was bombed by Ethiopian planes after an attack on a base.",
     {"bombed": {("source", "Ethiopian planes"), ("target", "town")}, "attack": {("target", "base")}}),
    # who is met before a journey, or told of in a clause between commas
    ("The minister held talks with the emir in Doha on Monday and will visit Kuwait on Tuesday.",
     {"talks": {("participant", "minister"), ("participant", "emir")}, "visit": {("participant", "minister")}}),
    ("The bishops, who have twice offered to organise a dialogue, met the governor on Monday.",
     {"offered": {("source", "bishops")}, "met": {("participant", "bishops"), ("participant", "governor")}}),
    ("Putin, who met Xi in Beijing on Monday, will visit Hanoi next week.",
     {"met": {("participant", "Vladimir Putin"), ("participant", "Xi Jinping")},
      "visit": {("participant", "Vladimir Putin")}}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), TEXTS, ids=[text[:50] for text, _ in TEXTS])
def test_each_event_has_its_own_actors(
    text: str, actors: dict[str, set[tuple[str, str]]], read: Reading
) -> None:
    found = {
        event.mentions[0].trigger.text: {(actor.role, actor.name) for actor in event.actors}
        for event in read(text).events
    }
    assert found == actors


def test_where_another_attack_of_the_same_ones_was_is_not_where_this_was(read: Reading) -> None:
    text = "Jihadists massacred nine civilians in northern Mali and killed four troops in an ambush in Burkina Faso."
    found = {event.mentions[0].trigger.text: [p.name for p in event.places] for event in read(text).events}
    assert found == {"massacred": ["northern Mali"], "ambush": ["Burkina Faso"]}
