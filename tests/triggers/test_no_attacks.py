"""What is told with the words of an attack where nobody fights, and attacks that are told beside such words."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.factuality.marked import events_at, triggers_in

STRIKES = [
    "Guards [shot] dead two herders in a border dispute.",
    "Gunmen [shot] dead 12 villagers in a dispute over cattle in Jonglei.",
    "Rebels [attacked] the village in a row over grazing land, killing nine.",
    "Russia [bombed] Odesa four days in a row.",
    "Russian forces [shelled] Kherson for the third night in a row.",
    "A Syrian missile [struck] Turkey on Tuesday.",
    "An army truck [struck] a convoy of protesters in Dhaka.",
    # attacks at matches
    "Gunmen [attacked] the stadium during a football match.",
    "Attackers [fired] on the team bus before the game.",
    "Militants [attacked] a hotel where the players stayed.",
    "Israel launched a late [attack] on Rafah on Sunday.",
    "The army launched a ground [assault] in the second half of the year.",
    "Police [shot] a man after the cup final in Milan.",
    "A Russian missile [struck] the home of a midfielder in Kharkiv.",
    "Drones [hit] the stadium where the goalkeeper trains.",
    # halves of other things than matches
    "Israel [struck] targets in Gaza in the first half.",
    "Militants [raided] 30 villages in the first half, the ministry said.",
    "Russian drones [hit] 40 power stations in the second half of October.",
    "Jets [bombed] the port twice in the first half of the year.",
    # what weapons hit
    "A ship was [hit] by a missile.",
    "A bus was [struck] by a rocket near Haifa.",
    "A car bomb [struck] the embassy.",
    "A rocket [struck] a hotel in Kabul.",
    "The house was [struck] by a mortar.",
    "A truck bomb [hit] the barracks.",
    "Nine villagers died when their bus [struck] an explosive device near Gao.",
    "An army lorry [hit] a landmine near Mandera, killing two soldiers.",
    # what craft do
    "An [attack] by drones killed two guards.",
    "The drone [attack] set a depot alight.",
    # who is fired at
    "Soldiers [fired] on a minister's convoy in Bamako.",
    "Two shots were [fired] at the mayor.",
    # strikes beside unions
    "A [strike] on the union's headquarters killed two guards.",
    "The Russian [strike] hit a union office in Sumy.",
    "The European Union condemned the [strike] in Rafah.",
    "The Labor minister said the [strike] destroyed two warehouses in Odesa.",
    # who attacks at no race, and whom nobody counts in strokes
    "Troops [attacked] from the corner of the square in Homs.",
    "The insurgents [attacked] at 20 kilometres from Mosul.",
    "Soldiers [shot] the two near Hebron.",
    # who is hit at sea, at home, in parliament
    "Israeli naval vessels [struck] the dock in Hodeidah.",
    "Masked men [shot] dead her brother in Quetta.",
    "Protesters [attacked] the embassy in Kabul with eggs and petrol bombs.",
    "Houthi drones [struck] a tanker in the Red Sea.",
    "The navy [attacked] a bridge in Kerch with sea drones.",
    "A gunman [shot] his wife and three colleagues at a factory in Texas.",
    "Gunmen [shot] a critic of the regime in Grozny.",
    "Jihadists launched an [attack] on the rights group's office in Gao.",
    "Turkey launched the [assault] on Saturday.",
    "Putin's [attack] on Ukraine shocked Europe.",
    "Police [fired] on a crowd that threw eggs.",
    "Police [shot] 11 of the protesters.",
    "The gunman [shot] 12 in a cinema in Aurora.",
    "Rebels [shot] down a plane over Donetsk.",
    "Gunmen seized 300 pupils in a [raid] on a school in Kuriga.",
    "Troops arrested five militants in a [raid] on a camp in Jenin.",
    "A drone crossed the border on Monday. It was [shot] down by a jet.",
    "The militia [attacks] the town every day with mortars.",
]
NOTHING = [
    "A missile struck the Pacific in a test.",
    "A truck struck a bus in Dhaka.",
    # quarrels
    "A man was shot dead in a dispute over a parking space in Houston.",
    "He shot his neighbour during an argument about a fence.",
    "The comet will visit the inner solar system in 2061.",
    "The striker led the attack as Roma beat Lazio 2-0.",
    "The home side mounted a final assault in stoppage time.",
    "The Tigers hit back in the third quarter to win 21-17.",
    "The batsman attacked the bowling and made 80 runs.",
    "Bayern bombarded the goal but the match ended goalless.",
    "A late attack in the first half brought the winger a penalty.",
    "Salah struck twice in the second half.",
    "The visitors mounted an attack in the first half of the game.",
    "United hit back in the second half with two goals.",
    "City attacked from the start of the first half.",
    "The driver was hit by a car.",
    "The truck overturned on a highway near Quito. Police said the driver was hit by a car.",
    "The rocket hit the sea after launch.",
    "The missile hit its target in a test.",
    "A missile hit a dummy ship in the drill.",
    "The drone hit a bird.",
    "The thriller was shot in Rome.",
    "The package includes ten attack drones and two patrol boats.",
    "The ministry will buy forty attack helicopters.",
    "Assault rifles were found in the van.",
    "Two ground-attack aircraft were moved to the base in June.",
    "The adviser was fired by the president.",
    "The governor fired the police chief, who had led the force for a decade.",
    "The two ministers, who were fired in May, have sued.",
    "The court ordered the strike to end after the union lost its case.",
    "The strike ended when the company raised wages.",
    "The navy fired warning flares at a trawler.",
    "The senator spent two nights in hospital after an asthma attack.",
    "The producer denied a sexual assault on an actress.",
    "The coach was accused of an indecent assault on a pupil.",
    "The rocket blasted off on Monday with four astronauts.",
    "The airline blamed a hacker attack for the delays.",
]


@pytest.mark.parametrize("text", STRIKES)
def test_is_a_strike(extractor: Extractor, text: str) -> None:
    assert "strike" in [event.type for event in events_at(extractor, text)]


@pytest.mark.parametrize("text", NOTHING)
def test_is_no_strike(extractor: Extractor, text: str) -> None:
    assert not triggers_in(extractor, text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mayor was shot and killed by gunmen near his home.", "shot"),
        ("Two officers were ambushed and killed by militants in Sinai.", "ambushed"),
        ("Three traders were stabbed and wounded by an attacker.", "stabbed"),
        ("The general was killed by a sniper in Homs.", "killed"),
        ("The raid targeting a gang leader killed two guards.", "raid"),
        ("Rebels are targeting the airport with mortars.", "targeting"),
    ],
)
def test_one_deed_has_one_trigger(extractor: Extractor, text: str, trigger: str) -> None:
    assert triggers_in(extractor, text) == [trigger]
