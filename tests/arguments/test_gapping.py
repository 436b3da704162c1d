"""What one word tells of several days is an event for each."""

from __future__ import annotations

import pytest

from tests.reading import Reading

# A text, and the places with the day in April 2018 of each of its events.
SEVERAL = [
    ("Russian missiles hit Kharkiv on Monday and Odesa on Tuesday.", [("Kharkiv", 9), ("Odesa", 10)]),
    (
        "Drones hit a refinery in Samara on Sunday, a depot in Saratov on Monday and a port in Tuapse on Tuesday.",
        [("Samara", 8), ("Saratov", 9), ("Tuapse", 10)],
    ),
    (
        "The secretary of state will visit Riyadh on Friday and Cairo on Saturday.",
        [("Riyadh", 13), ("Cairo", 14)],
    ),
    (
        "The president met the chancellor in Berlin on Monday and the French leader in Paris on Tuesday.",
        [("Berlin", 9), ("Paris", 10)],
    ),
    (
        "Merkel met Putin on Monday and the Turkish president on Tuesday in Sochi.",
        [("Sochi", 9), ("Sochi", 10)],
    ),
    (
        "Attacks on Kharkiv on Monday and Odesa on Tuesday killed 12 people.",
        [("Kharkiv", 9), ("Odesa", 10)],
    ),
    (
        "Two days after Sunday's attack in Quetta, gunmen attacked a mosque in Lahore.",
        [("Quetta", 8), ("Lahore", 10)],
    ),
]
ONE = [
    "The foreign minister is to visit Amman on Sunday and Monday.",
    "The army shelled Taiz on Monday and, residents said on Tuesday, Hodeidah.",
    "Russian missiles hit Kharkiv and Odesa on Monday.",
    "Gunmen attacked villages in Kaduna on Saturday and on Tuesday.",
    "Gunmen attacked Kabul on Monday and officials in Kandahar on Tuesday blamed the Taliban.",
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_each_day_is_an_event_with_what_stands_beside_it(
    text: str, expected: list[tuple[str, int]], read: Reading
) -> None:
    found = []
    for event in read(text).events:
        assert event.date is not None
        assert event.date.start is not None
        found.append((", ".join(place.name for place in event.places), event.date.start.day))
    assert found == expected


@pytest.mark.parametrize("text", ONE)
def test_one_statement_is_one_event(text: str, read: Reading) -> None:
    assert len(read(text).events) == 1


def test_who_stands_beside_another_day_has_no_part(read: Reading) -> None:
    text = "Iran threatened Israel on Monday and the United States on Tuesday."
    actors = [{actor.name for actor in event.actors} for event in read(text).events]
    assert actors == [{"Iran", "Israel"}, {"Iran", "United States"}]


# A text, and the partners in the parts of its two days.
PARTNERS = [
    ("Putin met Orban on Monday and Erdogan on Tuesday.", ["Orban", "Erdogan"]),
    (
        "A delegation met US diplomats in Doha in March 2017 and Qatari officials in Oslo in April 2017.",
        ["US diplomats", "Qatari officials"],
    ),
    (
        "The army shelled a power plant in Kharkiv on Monday and a railway station in Odesa on Tuesday.",
        ["a power plant", "a railway station"],
    ),
    ("Macron held talks with Scholz on Monday and with Modi on Tuesday.", ["Scholz", "Modi"]),
    ("Jets struck targets in Syria on Monday and in Lebanon on Tuesday.", ["targets", "targets"]),
    ("Missiles hit Kharkiv on Monday, killing two people, and Odesa on Tuesday.", ["two people", "Odesa"]),
    ("Israel struck Damascus on Monday, killing four, and Aleppo on Tuesday.", ["four", "Aleppo"]),
]


@pytest.mark.parametrize(("text", "partners"), PARTNERS, ids=[text for text, _ in PARTNERS])
def test_each_day_has_who_stands_beside_it(text: str, partners: list[str], read: Reading) -> None:
    assert [event.actors[-1].span.text for event in read(text).events] == partners
