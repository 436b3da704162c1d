"""Pairs of sentences that tell of one event, and pairs that tell of two."""

from __future__ import annotations

import pytest

from tests.known_failures import Case, check_share, params
from tests.reading import Reading

# Type, and a text of two sentences that each state an event of it.
ONE = [
    ("strike", "Gunmen shot dead four nurses in Gao. The shooting came at dawn."),
    ("offer", "Qatar offered to mediate. The offer that Doha made last week was rejected by Sudan."),
    ("strike", "France raided a camp in Mali. The group vowed revenge for the French raid."),
    (
        "strike",
        "Rebels have repeatedly attacked Gao. They attacked it often, killing six people, residents said.",
    ),
    ("strike", "Gunmen attacked a hotel in Bamako on Friday. The attack left four people dead."),
    ("strike", "A suicide bomber attacked a mosque in Kabul. The bombing killed ten worshippers."),
    ("strike", "Israeli jets bombed a depot near Homs. The air strike destroyed several trucks."),
    ("strike", "Rebels shelled the town of Taiz on Monday. The shelling lasted an hour."),
    ("strike", "Russian air strikes on Idlib killed ten people. The strikes hit a market, rescuers said."),
    (
        "strike",
        "Turkish forces launched an offensive in Afrin. The offensive against Kurdish fighters began at dawn.",
    ),
    ("strike", "A gunman shot four people at a mall in Ohio. Police said the shooting was not terrorism."),
    ("strike", "Boko Haram raided a village in Cameroon on Sunday. Two soldiers died in the raid."),
    ("strike", "Shells fell on the bazaar of Sana on Friday. It was the worst shelling in months."),
    ("strike", "Gunmen shot six people at a bar in Sucre. It was the third shooting in the city this week."),
    ("strike", "A drone hit a refinery near Samara. That was the first strike so far from the border."),
    (
        "strike",
        "Gunmen attacked a checkpoint in Bajaur on Monday. About 20 militants stormed a post near Bajaur.",
    ),
    ("meeting", "Putin met Erdogan in Sochi on Monday. The meeting lasted three hours."),
    ("meeting", "Merkel visited Warsaw on Tuesday. The visit was her first since the election."),
    ("meeting", "North and South Korea held talks in Panmunjom. The talks ended without a result."),
    (
        "meeting",
        "Trump and Kim met in Singapore in June. The summit was the first between the two countries.",
    ),
    ("meeting", "Lavrov held talks with Tillerson in Vienna. Their talks were about Syria."),
    ("offer", "Norway offered Somalia a loan. Somalia has accepted the offer."),
    (
        "offer",
        "The king invited the rebel leader to his palace. The rebel leader turned the invitation down.",
    ),
    ("offer", "The emir proposed a truce to the rebels. The rebels rejected the proposal."),
    ("threat", "Iran threatened to close the Strait of Hormuz. The threat alarmed shippers."),
    (
        "threat",
        "Trump threatened China with new tariffs on Friday. Beijing said it was not impressed by the threat.",
    ),
]
TWO = [
    ("strike", "Thirty gunmen stormed a village and killed a priest. Three of the attackers were shot dead."),
    ("offer", "The African Union offered to host talks. South Sudan's president has offered to mediate."),
    (
        "offer",
        "Malaysia has offered to mediate. They rejected the offer that Beijing put to them last spring.",
    ),
    ("strike", "A bomb killed six in Agadez. The group said it was revenge for the French raids in Mali."),
    ("strike", "Gunmen stormed a hotel in Baidoa on Tuesday. The gunmen have attacked the town repeatedly."),
    (
        "strike",
        "A rocket struck a stop in Toretsk on Wednesday. The town has been shelled almost daily since May.",
    ),
    ("strike", "Gunmen attacked a hotel in Bamako on Friday. A suicide bomber blew up a mosque in Kabul."),
    (
        "strike",
        "Israeli jets bombed a depot near Homs on Monday. Houthi rebels fired a missile at Riyadh on Sunday.",
    ),
    ("strike", "Rebels attacked a convoy in Mali in March. Rebels attacked a convoy in Niger in April."),
    ("strike", "Russia invaded Ukraine in 2022. Iraq invaded Kuwait in 1990."),
    (
        "strike",
        "A gunman shot four people in Ohio on Monday. Turkish jets bombed a village in Iraq on Tuesday.",
    ),
    (
        "strike",
        "Taliban fighters attacked a police post in Ghazni. Al-Shabaab fighters attacked an army base in Somalia.",
    ),
    (
        "strike",
        "A gunman opened fire at a church in Waco, killing six people. The gunman was shot dead by an officer.",
    ),
    (
        "meeting",
        "Putin met Erdogan in Sochi on Monday. Macron met the Lebanese prime minister in Paris on Tuesday.",
    ),
    ("meeting", "Merkel visited Warsaw in March. The pope visited Myanmar in November."),
    ("meeting", "Trump met Abe in Tokyo last year. Xi will meet Modi in Wuhan next week."),
    ("meeting", "North and South Korea held talks in Panmunjom. Greece and Macedonia held talks in Vienna."),
    ("meeting", "Lavrov visited Tehran on Monday. He will visit Ankara next week."),
    ("strike", "Drones hit a depot in Tula overnight. Drones also hit a refinery in Samara."),
    ("strike", "Russian forces shelled a market in Kherson. They struck a school in Nikopol as well."),
    (
        "strike",
        "Israeli forces targeted a camp in Zawaida. Israeli forces targeted an apartment in Rafah, and many were hurt.",
    ),
    (
        "meeting",
        "The palace announced the cancellation of the king's meeting with the emir. "
        "Aides say that a meeting of the king with the emir might still happen.",
    ),
    (
        "strike",
        "Last week the mayor warned that rebels could attack the port of Buba. Rebels attacked the port of Buba.",
    ),
    ("offer", "Norway offered Somalia a loan. Egypt offered to mediate between Hamas and Fatah."),
    ("offer", "Japan pledged ten million dollars to Nepal. China proposed joint patrols to the Philippines."),
    (
        "threat",
        "Iran threatened to close the Strait of Hormuz. Pyongyang threatened Guam with a nuclear strike.",
    ),
    ("threat", "Trump threatened China with tariffs. Hamas threatened Israel with more rockets."),
    ("offer", "Norway offered Chad a loan. It also offered Niger a hospital."),
    ("threat", "Kim Lund has threatened Chad for months. Ann Doe and Lund exchanged threats in June."),
]
SIDES = ("source", "target")
MUTUAL = [
    ("Ann Doe and Kim Lund exchanged threats.", {"Ann Doe", "Kim Lund"}),
    ("Ghana has traded insults and threats with Togo.", {"Ghana", "Togo"}),
    ("The threats that Ankara and Athens have exchanged alarm shippers.", {"Turkey", "Greece"}),
]
ONE_SENTENCE = [
    "Hours after the emir repeated his offer to mediate in the dispute, India rejected the offer.",
    "Egypt has proposed a truce of six weeks, but the rebels dismissed the proposal as a trick.",
]
TOGETHER = [Case("merge", text, kind) for kind, text in ONE]
APART = [Case("keep apart", text, kind) for kind, text in TWO]


def _sentences_by_event(case: Case, read: Reading) -> list[set[int]]:
    """For each event of the type, which of the two sentences state it."""
    border = case.id.index(". ") + 1
    found = [e for e in read(case.id).events if e.type == case.value]
    events = [{int(m.trigger.start > border) for m in event.mentions} for event in found]
    if set().union(*events) != {0, 1}:
        pytest.skip("a sentence's event is not found")
    return events


@pytest.mark.parametrize("case", params(TOGETHER))
def test_one_event_is_told_once(case: Case, read: Reading) -> None:
    events = _sentences_by_event(case, read)
    assert events == [{0, 1}], f"{len(events)} events"


@pytest.mark.parametrize("case", params(APART))
def test_two_events_stay_apart(case: Case, read: Reading) -> None:
    events = _sentences_by_event(case, read)
    assert {0, 1} not in events, "merged"


@pytest.mark.parametrize(("text", "sides"), MUTUAL)
def test_who_threaten_each_other_have_both_roles(text: str, sides: set[str], read: Reading) -> None:
    (event,) = (e for e in read(text).events if e.type == "threat")
    for role in SIDES:
        assert {a.name for a in event.actors if a.role == role} == sides


def test_an_attack_on_a_building_is_taken_up_past_others(read: Reading) -> None:
    text = (
        "Rebels shelled a hospital in Nyala on Tuesday, killing 14 patients. The army answered with air strikes on"
        " rebel positions near Gao. Ann Lee met Jan Horak in Cairo. The African Union condemned the attack on the"
        " hospital. Earlier this month, a drone struck a funeral in Goma."
    )
    found = [[m.trigger.text for m in e.mentions] for e in read(text).events if e.type == "strike"]
    assert found == [["shelled", "attack"], ["strikes"], ["struck"]]


POLICE = [
    (
        "A student opened fire in Prague, killing 14 people before he was shot dead by police.",
        [({"student"}, {"14 people"}), ({"police"}, {"student"})],
    ),
    (
        "Gunman kills three in Prague before police shoot him dead\n\nA student opened fire in"
        " Prague on Monday, killing three people.",
        [({"Gunman", "student"}, {"three people"}), ({"police"}, {"Gunman"})],
    ),
]


@pytest.mark.parametrize(("text", "sides"), POLICE)
def test_police_who_shoot_the_gunman_are_another_attack(
    text: str, sides: list[tuple[set[str], set[str]]], read: Reading
) -> None:
    found = [
        tuple({a.name for a in event.actors if a.role == role} for role in ("source", "target"))
        for event in read(text).events
    ]
    assert found == sides


def test_what_is_told_with_its_year_is_another(read: Reading) -> None:
    text = "Shells fell on a border island. Many remember the 2010 bombardment that killed four people."
    found = [(e.date and e.date.start and e.date.start.year) for e in read(text).events if e.type == "strike"]
    assert found == [None, 2010]


TAKEN_UP = [
    ("A car bomb exploded in Beirut, leaving five people dead from the blast.", 1),
    ("Gunmen stormed a bar in Sucre, killing two waiters in the attack.", 1),
    ("A bomber struck a mosque in Kabul on Friday, and twelve people died in the explosion.", 1),
    ("Jets bombed a camp near Homs a day after the attack.", 2),
    ("Rebels shelled the port on Monday in retaliation for the raid.", 2),
]


@pytest.mark.parametrize(("text", "number"), TAKEN_UP)
def test_a_noun_takes_up_the_strike_before_it(text: str, number: int, read: Reading) -> None:
    assert len([e for e in read(text).events if e.type == "strike"]) == number


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_an_offer_is_taken_up_in_its_sentence(text: str, read: Reading) -> None:
    assert [e.type for e in read(text).events] == ["offer"]


@pytest.mark.parametrize("table", [TOGETHER, APART], ids=["merge", "keep apart"])
def test_few_pairs_are_known_to_fail(table: list[Case]) -> None:
    check_share(table, 0.2)


BOTH = [
    ("Germany offered Poland warplanes and offered Ukraine tanks.", [["Poland"], ["Ukraine"]]),
    ("Japan pledged 50 million dollars to Somalia and promised Kenya a port.", [["Somalia"], ["Kenya"]]),
    (
        "Russia threatened Poland with missiles and threatened Sweden with sanctions.",
        [["Poland"], ["Sweden"]],
    ),
]


def test_who_answers_to_the_threat_of_another_makes_one_of_their_own(read: Reading) -> None:
    text = "Maduro threatened to expel the envoys if Trump fulfilled his threat to impose sanctions."
    found = [[a.name for a in event.actors if a.role == "source"] for event in read(text).events]
    assert found == [["Nicolás Maduro"], ["Donald Trump"]]


@pytest.mark.parametrize(("text", "targets"), BOTH)
def test_who_offers_or_threatens_twice_does_it_to_two(
    text: str, targets: list[list[str]], read: Reading
) -> None:
    found = [[a.name for a in event.actors if a.role == "target"] for event in read(text).events]
    assert found == targets


TYPES = [
    "Israel threatened to attack Iran on Monday. Rebels attacked a convoy in Mali.",
    "Norway offered to host talks. North and South Korea held talks in Panmunjom.",
]


@pytest.mark.parametrize("text", TYPES)
def test_events_of_different_types_are_never_one(text: str, read: Reading) -> None:
    for event in read(text).events:
        assert len({m.rule.split(".")[0] for m in event.mentions}) == 1


def test_an_actor_of_several_mentions_is_listed_once(read: Reading) -> None:
    text = "President Vladimir Putin met Erdogan in Sochi on Monday. The meeting between Putin and Erdogan lasted three hours."
    (event,) = read(text).events
    assert [actor.name for actor in event.actors].count("Vladimir Putin") == 1
    assert "President Vladimir Putin" in {actor.span.text for actor in event.actors}


def test_mentions_stand_in_text_order_and_events_by_their_first_mention(read: Reading) -> None:
    text = "Gunmen attacked a hotel in Bamako on Friday. Putin met Erdogan in Sochi. The attack in Bamako left four people dead."
    events = read(text).events
    firsts = [event.mentions[0].trigger.start for event in events]
    assert firsts == sorted(firsts)
    assert len(firsts) >= 2
    for event in events:
        starts = [m.trigger.start for m in event.mentions]
        assert starts == sorted(starts)


HEADLINES = [
    (
        "Drone attack kills nine at Sudanese market\n\nA drone strike on a market in the Sudanese town of El Obeid killed "
        "at least nine people on Tuesday, medics said. The army blamed the rebels.",
        1,
    ),
    (
        "Bomb hits bus in Peshawar\n\nA roadside bomb struck a bus carrying police recruits near Peshawar on Friday, killing "
        "six of them. It was the deadliest attack since January, when a suicide bomber killed 59 people at a mosque.",
        2,
    ),
    (
        "Israeli strike kills Hezbollah commander in Beirut\n\nAn Israeli airstrike killed a senior Hezbollah commander in "
        "Beirut on Sunday. On Tuesday, a strike on a camp near Sidon had killed 13 people.",
        2,
    ),
]


@pytest.mark.parametrize(("text", "count"), HEADLINES)
def test_a_headline_tells_what_the_text_does(text: str, count: int, read: Reading) -> None:
    strikes = [e for e in read(text).events if e.type == "strike"]
    assert len(strikes) == count
    assert {m.block for m in strikes[0].mentions} == {"headline", "body"}


def test_a_thing_is_listed_once_in_its_longer_form(read: Reading) -> None:
    text = "Israeli jets bombed a fuel depot near Homs on Monday. The strike set the depot on fire."
    (event,) = read(text).events
    assert [a.name for a in event.actors if a.role == "target"] == ["fuel depot"]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Airstrikes and shelling continued in Idlib.", ["Airstrikes", "shelling"]),
        ("The junta answered with airstrikes and artillery fire on villages.", ["airstrikes", "fire"]),
        ("Chad's army hit Togo with strikes, gunfire and raids.", ["strikes", "gunfire", "raids"]),
        ("Weeks of shelling and airstrikes killed forty people in Daraa.", ["shelling", "airstrikes"]),
    ],
)
def test_each_kind_of_attack_in_a_list_is_one(text: str, triggers: list[str], read: Reading) -> None:
    found = [[m.trigger.text for m in e.mentions] for e in read(text).events if e.type == "strike"]
    assert [trigger for (trigger, *_) in found if trigger in triggers] == triggers
