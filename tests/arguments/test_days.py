"""Which of the days of a sentence is that of the event, and which is that of something beside it."""

from __future__ import annotations

import pytest

from extractor_schema import EventDate
from tests.reading import Reading

# A sentence, and the days of its only event.
OWN = [
    ("On Friday the mayor thanked the officers who had shot the gunman on Monday.", "2018-04-09"),
    ("The truce that Turkey had proposed on Monday was dead by Tuesday.", "2018-04-09"),
    ("The summit in Lima was adjourned on Monday until June.", "2018-04-09"),
    ("Envoys met on Sunday before breaking off until Friday.", "2018-04-08"),
    ("Rebels attacked Goma on the eve of Monday's vote.", "2018-04-08"),
    ("Rebels attacked Goma on Sunday, on the eve of the vote.", "2018-04-08"),
    ("The ministers met in Oslo the Friday before last.", "2018-03-30"),
    ("The ministers will meet in Oslo two weeks from Monday.", "2018-04-30"),
    ("The rebels threatened on Monday to attack Sunday's parade.", "2018-04-09"),
    ("On Tuesday the rebels threatened to disrupt June's election.", "2018-04-10"),
    ("The government rejected on Tuesday an offer of talks made on Sunday.", "2018-04-08"),
    ("On Sunday, the king repeated his 2011 offer of talks with the rebels.", "2018-04-08"),
    ("On Sunday the general reiterated his threat to bomb the dam.", "2018-04-08"),
    (
        "The threats, made by letter in 2014 and 2015, led to the closure of schools.",
        "2014-01-01..2015-12-31",
    ),
    ("The minister called for a meeting of port operators, to take place today.", "2018-04-12"),
    (
        "The mayor has called for a meeting of the heads of the firms based in Lomé, to be held today.",
        "2018-04-12",
    ),
    ("The summit of the two presidents, to take place next week, was welcomed.", "2018-04-16..2018-04-22"),
    ("The Arab League summit opens in Tunis and will last until April 15.", "2018-04-12..2018-04-15"),
    (
        "Thousands have fled since the army's bombardment of the camp began on 3 April.",
        "2018-04-03..2018-04-12",
    ),
    ("Hundreds have died since a wave of shelling of the town began on Friday.", "2018-04-06..2018-04-12"),
    ("Thousands have fled since Russia invaded Ukraine in February 2014.", "2014-02-01..2014-02-28"),
    ("The two ministers met on Friday at the margins of a concert in Singapore.", "2018-04-06"),
    (
        "Mourners gathered on Tuesday for the anniversary of the 2015 attack on the airport.",
        "2015-01-01..2015-12-31",
    ),
    ("The offer was first made in 2014.", "2014-01-01..2014-12-31"),
    ("Speaking on Tuesday, the general threatened to expel the UN.", "2018-04-10"),
    ("In a letter dated Tuesday, the EU offered to send observers.", "2018-04-10"),
    ("Egypt offered on Tuesday to host talks in Cairo in July.", "2018-04-10"),
    ("The talks, which began on Monday, will last until Friday.", "2018-04-09..2018-04-13"),
]
# A sentence, the status and the days of its only event.
MOVED = [
    ("The summit was due to begin on Tuesday but has been moved to 3 June.", "planned", "2018-06-03"),
    ("The talks had been planned for Monday but were postponed to Friday.", "planned", "2018-04-13"),
    (
        "The visit of the king to Oslo, which was cancelled in March, has been rescheduled for June.",
        "planned",
        "2018-06-01..2018-06-30",
    ),
    ("The talks, originally scheduled for Monday, were postponed to Friday.", "planned", "2018-04-13"),
    ("The summit, planned for Monday, was moved to Friday.", "planned", "2018-04-13"),
    ("The meeting was rescheduled from Monday to Friday.", "planned", "2018-04-13"),
    ("The ministers postponed their summit from May to July.", "planned", "2018-07-01..2018-07-31"),
    ("The meeting in Oslo was brought forward to Friday.", "planned", "2018-04-13"),
    ("Iran delayed the talks to Friday.", "planned", "2018-04-13"),
    ("The talks were put off until next week.", "planned", "2018-04-16..2018-04-22"),
    ("A visit that had been planned for Friday was postponed.", "denied", "2018-04-13"),
    ("A visit that had been planned for Wednesday was postponed.", "denied", "2018-04-11"),
    ("The talks, scheduled for 8 March, were cancelled at short notice.", "denied", "2018-03-08"),
    (
        "A summit that was to take place in Lima in February was cancelled.",
        "denied",
        "2018-02-01..2018-02-28",
    ),
    ("The king has cancelled a visit to Oslo planned for June.", "denied", "2018-06-01..2018-06-30"),
    ("The minister called off a visit to Lima in June.", "denied", "2018-06-01..2018-06-30"),
    ("The ministers had planned to meet on 12 March but called it off.", "denied", "2018-03-12"),
    (
        "The summit of the two presidents had been planned for Friday but was postponed.",
        "denied",
        "2018-04-13",
    ),
    ("The premier was to have met the king in Madrid on Saturday.", "denied", "2018-04-14"),
    ("The minister did not visit Lima in June.", "denied", "2017-06-01..2017-06-30"),
    ("The two sides moved the talks to Geneva on Monday.", "occurred", "2018-04-09"),
    ("Talks resume in Doha this Sunday.", "planned", "2018-04-15"),
    ("The ministers meet in Doha this Saturday.", "planned", "2018-04-14"),
    (
        "Jets carried out nine airstrikes in Yemen from Thursday to Saturday.",
        "occurred",
        "2018-04-05..2018-04-07",
    ),
    ("The rebels shelled the town from Wednesday to Friday.", "occurred", "2018-04-04..2018-04-06"),
]
DAYS_OF_WHEN = [
    ("The town has been quiet since Monday, when rebels shelled the market.", "2018-04-09"),
    (
        "Tensions have been high since Monday, when jets bombed what Oslo called a camp near Gao in retaliation for a"
        " March 14 attack.",
        "2018-04-09",
    ),
]


@pytest.mark.parametrize(("text", "days"), DAYS_OF_WHEN)
def test_a_day_is_that_of_the_clause_with_when(text: str, days: str, read: Reading) -> None:
    date = read(text).events[0].date
    assert date is not None and {str(date.start), str(date.end)} == {days}


# Two events; the day of the second counts from what is told before it.
COUNTED = [
    ("Two days after the summit in Vilnius, a drone attacked the port of Odesa.", "?"),
    ("A day after Sunday's attack on the bus, the army shelled the village.", "2018-04-09"),
    ("Israel struck Rafah on Monday, a day before talks were due to resume in Cairo.", "2018-04-10"),
    (
        "In March 2015 the two leaders met in Helsinki. They met again in Vienna that month.",
        "2015-03-01..2015-03-31",
    ),
    (
        "They met in Helsinki in 2015. Later that year they held a second summit in Vienna.",
        "2015-01-01..2015-12-31",
    ),
    (
        "They met in Helsinki in 2015. The following year they held a second summit in Vienna.",
        "2016-01-01..2016-12-31",
    ),
    ("Jets bombed the camp in 2014, and two years later gunmen attacked it again.", "2016-01-01..2016-12-31"),
    (
        "Jets bombed the camp last week. That same week, gunmen attacked a convoy near Gao.",
        "2018-04-02..2018-04-08",
    ),
    (
        "A bomb killed nine people in Kabul on 3 May 2016. Later that year, gunmen attacked a school.",
        "2016-01-01..2016-12-31",
    ),
    (
        "A bomb killed nine people near Jos on 3 April.\n\nTwo people were held.\n\nLater that day, rebels attacked Gao.",
        "2018-04-03",
    ),
    ("He visited Havana in 2016. Three days later he met the pope in Rome.", "?"),
    ("Jets bombed the camp between 2013 and 2016. Later that year gunmen attacked a convoy near Gao.", "?"),
]
# The day is of the content, of the answer, of what went before or comes after, of somebody, or of the end.
OTHER = [
    "Last week the general left Moscow without signing a truce that Turkey had proposed.",
    "On Friday the mayor thanked the officers who had shot the gunman.",
    "It was the third such attack on the town this month.",
    "The army said on Tuesday it had killed nine militants in an operation in Hiiraan.",
    "The Kremlin said on Monday Putin had met Erdogan in Sochi.",
    "The group said late on Sunday it attacked a base near Gao.",
    "The peace talks in Geneva were adjourned until June.",
    "The meeting of the two ministers was adjourned till Friday.",
    "Rebels attacked Goma on the eve of the vote.",
    "Hungary dropped its threat to block Monday's vote.",
    "Iran repeated its threat to quit Friday's talks in Oman.",
    "The premier was sent an invitation to visit Chad in 2019.",
    "The board rejected the offer last Thursday.",
    "The rebels accepted the proposal on Sunday.",
    "On Monday the foreign minister said Ankara would offer to mediate.",
    "Drone strikes on depots after Monday's ambush killed nine people.",
    "The ministers met in Rome after Monday's vote.",
    "The bombing was the worst since a ceasefire which came into force in January.",
    "Gunmen shot dead a judge who was named to the court in March.",
    "The envoy, who was born in 1971, met the emir.",
    "Months after a coup in July, the junta invited the bloc to talks.",
    "The army ended its offensive in the valley on Friday.",
    "The city marked the 20th anniversary of the attack on Monday.",
    "On Friday Norway marked the fifth anniversary of the shooting on Utoya.",
    "Today is the anniversary of the bombing of Guernica.",
    "On the morning of the announcement, the envoy was in Juba to meet church leaders.",
]


def spanned(date: EventDate | None) -> str:
    """The first and the last day of a date, one if it is the same, or `?` where neither is known."""
    assert date is not None
    if (date.start, date.end) == (None, None):
        return "?"
    return str(date.start) if date.start == date.end else f"{date.start}..{date.end}"


@pytest.mark.parametrize(("text", "days"), OWN)
def test_finds_the_day_of_the_event(text: str, days: str, read: Reading) -> None:
    assert spanned(read(text).events[0].date) == days


@pytest.mark.parametrize("text", OTHER)
def test_takes_no_day_of_something_else(text: str, read: Reading) -> None:
    assert [event.date for event in read(text).events] == [None]


@pytest.mark.parametrize(("text", "status", "days"), MOVED)
def test_finds_the_day_to_which_it_is_moved(text: str, status: str, days: str, read: Reading) -> None:
    (event,) = read(text).events
    assert event.status == status
    assert spanned(event.date) == days


@pytest.mark.parametrize(("text", "days"), COUNTED)
def test_counts_from_the_days_told_before(text: str, days: str, read: Reading) -> None:
    """`?` where these are too many to count from."""
    assert spanned(read(text).events[1].date) == days
