"""What a text recalls of earlier times is not what its next noun takes up; what is done during an attack is
part of it.
"""

from __future__ import annotations

import pytest

from tests.reading import Reading

# A text, and the triggers of its events of one type.
BACK = [
    (
        "meeting",
        "Modi met Kishida in Delhi on Monday. The two had last met in Hiroshima in 2023. The meeting took two hours.",
        [["met", "meeting"], ["met"]],
    ),
    (
        "meeting",
        "The president of Zambia visited Windhoek on Friday. His predecessor had visited the Namibian capital in"
        " 2016. The visit ended with a dinner for 200 guests.",
        [["visited", "visit"], ["visited"]],
    ),
    (
        "strike",
        "A man with a rifle shot three people dead at a fair in Linz on Sunday. In 2015 a gunman killed four people"
        " in Graz. The chancellor said he was appalled by the shooting.",
        [["shot", "shooting"], ["killed"]],
    ),
    (
        "threat",
        "Trump threatened Mexico with tariffs on Monday. He had threatened Canada in January. The threat sent the"
        " peso down.",
        [["threatened", "threat"], ["threatened"]],
    ),
    (
        "strike",
        "Rebels shelled a market in Goma on Tuesday, a day after the army had bombed their camp. The shelling killed"
        " six traders.",
        [["shelled", "shelling"], ["bombed"]],
    ),
]
STAY = [
    (
        "strike",
        "A man with a rifle shot three worshippers at a temple in Linz on Sunday. In 2012 a gunman killed 51 people"
        " in Christchurch. The attack was streamed live on the internet.",
        [["shot"], ["killed", "attack"]],
    ),
    (
        "meeting",
        "Modi met Kishida in Delhi on Monday. The two had last met in Hiroshima in 2023. That meeting ended in a row.",
        [["met"], ["met", "meeting"]],
    ),
    (
        "strike",
        "Police on Monday named the dead. Gunmen had attacked the club on Saturday night, killing nine. The attack"
        " was the worst in the city for years.",
        [["attacked", "attack"]],
    ),
]
DURING = [
    (
        "strike",
        "Army troops raided a camp near Nablus on Tuesday and arrested six men. Soldiers fired at a house during"
        " the raid, witnesses said.",
        [["raided", "fired", "raid"]],
    ),
    (
        "strike",
        "Police commandos stormed a farm in Limpopo on Friday. Officers shot two men during the assault.",
        [["stormed", "shot", "assault"]],
    ),
    (
        "strike",
        "Jets bombed a depot near Homs on Monday. Gunmen stormed a bar in Sucre and shot two waiters during the assault.",
        [["bombed"], ["stormed", "shot", "assault"]],
    ),
]
SAID_OF_IT = [
    (
        "strike",
        "Rebels shelled the port of Hodeidah on Sunday. No ship was damaged. It was the fourth such attack on the"
        " harbour this month.",
        [["shelled", "attack"]],
    ),
    (
        "strike",
        "Israeli jets bombed two warehouses in Homs overnight. They were the first air strikes on the city in a month.",
        [["bombed", "strikes"]],
    ),
]
VISITS = [
    (
        "meeting",
        "Scholz will travel to Riga on Thursday for talks with the Latvian premier, his office said. The chancellor"
        " will also meet German soldiers. It is his first visit to Latvia in two years.",
        [["talks", "visit"], ["meet"]],
    ),
    (
        "meeting",
        "Lavrov is due in Ankara on Friday for talks with Hakan Fidan. The visit follows a phone call between the"
        " two presidents last week.",
        [["talks", "visit"], ["call"]],
    ),
]
ANOTHER = [
    (
        "strike",
        "A bomb hit a bus near Charikar on Monday. An hour later, another blast hit the centre of Kabul.",
        [["hit"], ["hit"]],
    ),
]
THEY = [
    (
        "strike",
        "Gunmen raided a school in Kaduna state on Thursday. The attackers stormed the classrooms and burnt the"
        " books. Two teachers died in the assault.",
        [["raided", "stormed", "assault"]],
    ),
    (
        "strike",
        "A man attacked a bus in Oslo on Friday. He fired six shots at the driver.",
        [["attacked", "fired"]],
    ),
    (
        "strike",
        "Three gunmen who stormed a court in Kasur on Monday were arrested. The men had shot a clerk and a guard.",
        [["stormed", "shot"]],
    ),
    (
        "strike",
        "Gunmen raided a school in Kaduna state on Thursday. The gunmen also attacked a church in Jos.",
        [["raided"], ["attacked"]],
    ),
    (
        "strike",
        "Rebels shelled Goma on Monday. They later attacked a camp near Sake.",
        [["shelled"], ["attacked"]],
    ),
    (
        "strike",
        "Gunmen stormed a hotel in Baidoa on Tuesday. The gunmen have attacked the town repeatedly.",
        [["stormed"], ["attacked"]],
    ),
]
PUT_OFF = [
    (
        "meeting",
        "Turkey's foreign minister will host his Greek counterpart in Ankara on Thursday. The meeting had been"
        " planned for last month but was postponed after an earthquake.",
        [["host", "meeting"]],
    ),
    (
        "meeting",
        "Talks between the government and the rebels will begin in Quito in September. The negotiations had been due"
        " to open in January but were put off when the rebels kept two hostages.",
        [["Talks", "negotiations"]],
    ),
    (
        "meeting",
        "Modi met Xi in Kazan on Monday. The visit of the Indian defence minister to Beijing had been due in March"
        " but was put off.",
        [["met"], ["visit"]],
    ),
]
FURTHER = [
    (
        "threat",
        "The rebels have again threatened to blow up the dam. They made the same threat two weeks ago.",
        [["threatened"], ["threat"]],
    ),
    (
        "offer",
        "On Monday China offered Nepal a loan. It had made a similar offer to Bhutan.",
        [["offered"], ["offer"]],
    ),
    (
        "threat",
        "The rebels threatened to blow up the dam on Monday. Their leader has repeated the same threat.",
        [["threatened", "threat"]],
    ),
]


@pytest.mark.parametrize(
    ("kind", "text", "events"),
    BACK + STAY + DURING + SAID_OF_IT + VISITS + ANOTHER + THEY + PUT_OFF + FURTHER,
)
def test_mentions_are_of_the_event_that_they_take_up(
    kind: str, text: str, events: list[list[str]], read: Reading
) -> None:
    found = [[m.trigger.text for m in e.mentions] for e in read(text).events if e.type == kind]
    assert found == events


@pytest.mark.parametrize(
    "text",
    [
        "The Greek prime minister flew to Ankara on Monday to meet Erdogan.",
        "Modi is expected to travel to Dhaka on Saturday to meet the queen.",
    ],
)
def test_who_comes_to_meet_somebody_has_one_meeting(text: str, read: Reading) -> None:
    assert [len(event.mentions) for event in read(text).events] == [1]


def test_the_day_is_that_to_which_it_was_put_off(read: Reading) -> None:
    text = (
        "King Charles will host the emperor of Japan in June. The state visit was first planned for 2016 but was put"
        " off because of the pandemic."
    )
    (event,) = read(text).events
    assert (event.status, event.date and event.date.span.text) == ("planned", "in June")
