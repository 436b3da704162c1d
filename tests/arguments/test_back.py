"""Nouns that refer back to a place named before, as the place of an event."""

from __future__ import annotations

import pytest

from tests.reading import Reading

# A text, and the names of the places of its last event.
TOLD = [
    ("Rebels had entered Goma in January. Shells then hit the city.", ["Goma"]),
    ("The army had left Kidal. Jihadists attacked a convoy near the town on Sunday.", ["Kidal"]),
    ("Aid workers had left Gaza. Israel launched a ground offensive into the enclave.", ["Gaza Strip"]),
    ("The mayor of Kherson spoke to reporters. The city was shelled on Monday.", ["Kherson"]),
    ("The governor of Sumy met reporters. Drones hit the region again on Sunday.", ["Sumy"]),
    ("Families had fled Bakhmut. Russian guns shelled the outskirts of the town.", ["Bakhmut"]),
    ("Police had closed the centre of Nice. A man shot four people in the city.", ["Nice"]),
    ("Officials in Odesa spoke of a fire. A drone struck a warehouse in the area.", ["Odesa"]),
    ("Two traders were hurt in Machil. Gunmen attacked a post in the sector.", ["Machil"]),
    ("Most families had left Kidal. Wagner fighters stormed the settlement at dawn.", ["Kidal"]),
    ("Snow covered Portland, Oregon. A gunman shot three people in the city.", ["Portland"]),
    ("Taxis stood still in Hodeidah, a Red Sea port. Jets bombed the city.", ["Hodeidah"]),
]
# No settlement was named, or it is not said that anything happened there.
NOT_TOLD = [
    "Ships had left the Red Sea. Jets bombed the city.",
    "Crops failed in Oregon. A gunman shot three people in the town.",
]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_takes_up_the_place_that_a_noun_means(text: str, names: list[str], read: Reading) -> None:
    assert [place.name for place in read(text).events[-1].places] == names


@pytest.mark.parametrize("text", NOT_TOLD)
def test_takes_up_no_other_place(text: str, read: Reading) -> None:
    assert not read(text).events[-1].places


def test_shows_the_name_where_one_mention_has_it(read: Reading) -> None:
    event = read("Jets bombed Idlib on Monday. The bombing of the city killed nine people.").events[0]
    assert [place.span.text for place in event.places if place.span] == ["Idlib"]
