"""Nouns that refer back to a place named before, and days that count from one named before."""

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
    ("Schools were closed in Kara in Togo. Gunmen shot three people in the city.", ["Kara"]),
    ("Smoke rose over Tamrit village in Sagaing Region. Jets had bombed the settlement.", ["Tamrit"]),
    ("Few are left in Zaduna, a hamlet in Michoacán. Gunmen killed two officers in Zaduna.", ["Zaduna"]),
    ("Fighting broke out in Zaduna town. The air force bombed a base near Zaduna.", ["Zaduna"]),
]
# No settlement was named, or it is not said that anything happened there.
NOT_TOLD = [
    "Ships had left the Sea of Azov. Jets bombed the city.",
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


# A sentence of two attacks, and the names of the places of the first.
EARLIER = [
    ("Troops stormed a camp near Menaka after an attack on a market in Djibo.", ["Ménaka"]),
    ("Jets bombed Nyala following a drone strike on an airport in Port Sudan.", ["Nyala"]),
    ("The army shelled Taiz after gunmen attacked a patrol in Aden.", ["Taiz"]),
]


@pytest.mark.parametrize(("text", "names"), EARLIER)
def test_an_attack_is_not_where_the_one_before_was(text: str, names: list[str], read: Reading) -> None:
    assert [place.name for place in read(text).events[0].places] == names


# A text, and the day of its last event; paragraphs of one sentence are what most reports are made of.
COUNTED = [
    ("Rebels shelled the port on April 3.\n\nThe next day, jets bombed the town.", "2018-04-04"),
    ("Rebels shelled the port on April 3.\n\nTwo days later, jets bombed the town.", "2018-04-05"),
    ("Rebels shelled the port on April 3.\n\nThe following day the army stormed the town.", "2018-04-04"),
    (
        "The minister spoke in Warsaw on Monday.\n\nHe met the president in Vilnius the day before.",
        "2018-04-08",
    ),
    ("The ministers met in Lima on Saturday. Later in the day, Peru and Chile held talks.", "2018-04-07"),
    ("The minister spoke on Monday. Earlier in the day, jets had bombed the port.", "2018-04-09"),
    ("Jets bombed the port earlier in the day.", "2018-04-12"),
    ("Leaders meet in Lima on June 3. Talks are due to resume in Quito ten days later.", "2018-06-13"),
    ("Troops reached Gao on Monday. In the afternoon a helicopter bombed a camp near Menaka.", "2018-04-09"),
    ("On Tuesday the mayor resigned. At noon rebels stormed the town hall in Boni.", "2018-04-10"),
    ("The emir left Doha on Sunday. Shortly before midnight he met the sultan in Muscat.", "2018-04-08"),
]
# Two paragraphs above, or no day at all.
UNCOUNTED = [
    "Prices rose on April 3.\n\nFew people noticed.\n\nThe next day, jets bombed the town.",
    "Prices rose in spring.\n\nThe next day, jets bombed the town.",
]


@pytest.mark.parametrize(("text", "day"), COUNTED)
def test_counts_from_the_day_told_before(text: str, day: str, read: Reading) -> None:
    date = read(text).events[-1].date
    assert date is not None
    assert (str(date.start), str(date.end)) == (day, day)


def test_only_of_a_day_of_the_week_it_is_the_same_day(read: Reading) -> None:
    prayers = read("Gunmen attacked worshippers after Friday prayers in Kabul.").events[0].date
    assert prayers is not None
    assert str(prayers.start) == "2018-04-06"
    polls = read("Gunmen attacked officials after March elections in Kabul.").events[0].date
    assert polls is None or str(polls.start) != "2018-03-01"


@pytest.mark.parametrize("text", UNCOUNTED)
def test_counts_from_no_day_far_off(text: str, read: Reading) -> None:
    date = read(text).events[-1].date
    assert date is None or date.start is None


# An offer or a threat, and the day on which its maker spoke.
SAID = [
    (
        "The president spoke on Tuesday in Ankara. He warned that the army would cross the border.",
        "2018-04-10",
    ),
    (
        "The minister wrote on Sunday that allies should pay. He threatened to pull the troops out.",
        "2018-04-08",
    ),
    ("The envoy said on Monday that talks had failed. She offered to meet the rebels again.", "2018-04-09"),
    ("“We want peace,” the emir told reporters on Tuesday. He offered the rebels talks.", "2018-04-10"),
]
# Somebody else spoke, nobody did, or there are two days.
UNSAID = [
    "The strike on Monday killed nine. He threatened to strike again.",
    "The minister said on Monday that rain would come. Russia threatened to bomb the port.",
    "The minister said on Monday that prices rose on Friday. He threatened to bomb the port.",
    "The rebels took Boni on Monday. They threatened to kill the mayor.",
]


@pytest.mark.parametrize(("text", "day"), SAID)
def test_what_goes_on_was_said_on_the_same_day(text: str, day: str, read: Reading) -> None:
    date = read(text).events[-1].date
    assert date is not None
    assert (str(date.start), str(date.end)) == (day, day)


@pytest.mark.parametrize("text", UNSAID)
def test_what_does_not_go_on_has_no_day(text: str, read: Reading) -> None:
    assert read(text).events[-1].date is None


# A text of two sentences on one event, and the first and the last of its days.
FINER = [
    ("Gunmen attacked an army base near Kano in March. The attack on 9 March killed nine.", "2018-03-09"),
    ("Putin and Xi met in Beijing last week. The meeting on Friday lasted two hours.", "2018-04-06"),
    ("The pope will visit Kenya next month. The visit, on May 9, will be his first.", "2018-05-09"),
    ("Jets bombed Idlib this month. The bombing on 3 April hit a market.", "2018-04-03"),
]


@pytest.mark.parametrize(("text", "day"), FINER)
def test_takes_the_finer_of_two_dates(text: str, day: str, read: Reading) -> None:
    (event,) = read(text).events
    assert event.date is not None
    assert (str(event.date.start), str(event.date.end)) == (day, day)


# Headings of whose verb the tagger makes a part of a name.
HEADINGS = [
    "Bomber Attacks Shia Mosque, Kills Nine",
    "Missile Hits Kabul Hospital",
    "Gunmen Attack Police Checkpoint",
    "Drone Hits Saratov Refinery",
    "Rockets Hit Russian Naval Base",
]


@pytest.mark.parametrize("text", HEADINGS)
def test_no_place_has_the_verb_in_its_name(text: str, read: Reading) -> None:
    for event in read(text).events:
        triggers = {mention.trigger.text for mention in event.mentions}
        assert not any(word in triggers for place in event.places for word in place.name.split())
