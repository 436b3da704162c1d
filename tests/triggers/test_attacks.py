"""What is outright an attack, and what is of no one time; the trigger stands in square brackets."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.factuality.marked import events_at, triggers_in

STRIKES = [
    "Gunmen disguised as fans [stormed] the stadium.",
    "Supporters of the general [stormed] the parliament with rifles.",
    "The army was accused of [assaulting] protesters with rifles.",
    "A [strike] by Israeli jets killed two nurses in Gaza.",
    "A car [bomb] rocked a hotel in Mogadishu.",
    "Two [bombs] shook the port of Latakia.",
    "The militants [flung] a grenade into the bar.",
    "The army relaunched its [assault] on the town.",
    "Gunmen burst into a bar and [gun down] 14 people.",
    # weapons thrown at something
    "The others [hurled] grenades at the guards.",
    "Two men on a motorcycle [hurled] a grenade into a bar.",
    "Militants [lobbed] several mortar shells at the airport.",
    "A grenade was [thrown] at a police post in the suburb.",
    "Somebody [tossed] an explosive into the restaurant's kitchen.",
    "The guerrillas [fired] three rockets at the refinery.",
    # weapons sent that harm somebody
    "Russia [launched] 100 drones and missiles overnight, killing five people.",
    "Russia [launched] dozens of missiles overnight, killing five people in Dnipro.",
    "The group [fired] mortars and rockets, destroying nine houses.",
    "More than 100 drones were [launched] overnight, damaging a power plant.",
    "Warplanes [dropped] barrel bombs, killing nine people.",
    "Russia [launched] 145 drones overnight, Ukraine said.",
    "Russia [launched] a record 145 drones at Ukraine overnight, Kyiv said.",
    "Iran [launched] drones at Israel on Sunday.",
    "Rebels [fired] flares and mortar shells at the embassy in Kabul.",
    "India [launched] missiles into Pakistan before dawn.",
    "Ukraine [launched] dozens of drones at Moscow.",
    # headings without "was"
    "Kenyan police station [attacked] near the Somali border",
    "Two schools [shelled] in Donetsk",
    "Cargo ship [attacked] off Yemen",
    "Drones [set] fire to a fuel depot in Voronezh.",
    "An oil depot was [set] alight by Ukrainian drones.",
    "Government forces [set] fire to a dozen homes in the valley.",
    "A US [strike] on a boat in the Caribbean killed 11 people.",
    "Police [fired] tear gas and live rounds at protesters in Nairobi, killing two.",
    # whom somebody wants to bomb
    "Trump's decision to [strike] Iran stunned his allies.",
    "Washington wanted to [bomb] Iran.",
    # fighters who attack something
    "The rebels have also [assaulted] several ships off the coast.",
    "The village has previously been [hit] by the extremists.",
    "Armed men [torched] two villages and killed nine people.",
    "A bus was [torched] by armed men near the border.",
    "The ferry was [raided] by separatists in the night.",
    "Insurgents [bombarded] the dam for an hour.",
    # what weapons do
    "A navy vessel was [sunk] by a sea drone off the coast.",
    "The depot was [destroyed] by Israeli jets overnight.",
    "Israeli jets [destroyed] two houses in the camp.",
    "Their house was [levelled] by a missile on Friday.",
    "A drone [damaged] a tanker in the strait.",
    "A torpedo [sank] the frigate, killing 40 sailors.",
    "A missile [hit] the port on Sunday, and the army said it can hit it again.",
    "Rebels of the M23 have [attacked] the airport.",
    "A shell of the rebels [killed] two boys.",
    # what is to stop has begun
    "Boko Haram must stop [attacking] villages, the bishop said.",
    "We ask the government to stop [attacking] our villages.",
    "The minister told the army to stop [bombing] the hospitals.",
    "Both sides must stop [shelling] the dam, the agency said.",
    # weapons that serve nothing else
    "The regime [used] nerve gas in the town of Saraqib.",
    "Sudan stands accused of [using] chemical weapons in Darfur.",
    "The junta is [using] cluster munitions against villages in Chin state.",
    "Witnesses said phosphorus munitions were [used] on the village.",
    # launched on somebody by name, or on a thing
    "The general said he may launch an [offensive] against Aden.",
    "Would it hit back if Oman launched [strikes] on Muscat?",
    "An [assault] was launched on the airport at dawn.",
    # kinds of attacks beside each other
    "Israeli strikes, [gunfire] and raids killed five people in Jenin.",
    "Airstrikes and [shelling] continued in Idlib.",
    "The junta answered with airstrikes and artillery [fire] on villages.",
    # what kills
    "Shells [fired] by rebels killed 18 people near Aden.",
    "A rocket [fired] from Gaza wounded a farmer.",
    # lands that are invaded, and things that are attacked
    "He apologised for [invading] Georgia.",
    "They feared an [invasion] of Taiwan.",
    "The embassy building was [attacked] on Monday.",
    "They accused Ankara of [attacking] Kurdish villages.",
    "A senator was [attacked] with a grenade.",
    "Pakistan launched [strikes] on Kabul for the second time this week.",
    # one that is known
    "The court said the [bombing] of the hospital in Sana was a war crime.",
    "Prosecutors say the [attacks] on the convoy were war crimes.",
    "The [attack] is often cited as the start of the war.",
    "The rebels, who often hide in the hills, [attacked] a bus on Sunday.",
]
MEETINGS = [
    "The royal family [met] the emir at the palace.",
    "The parents of the hostages [met] the president in Oslo.",
    "Xi [visits] Moscow on Monday.",
    "The two presidents shook hands at their first [encounter] in Geneva.",
    "The pope described his [encounter] with the patriarch in Havana as fraternal.",
    "The [summit] in Rome, often described as a failure, brought the two kings together.",
]
NOTHING = [
    "Customs agents stormed a warehouse in Antwerp and found counterfeit handbags.",
    "Immigration officers carried out a raid at a farm in Iowa and detained 43 pickers.",
    "Shoppers stormed the store on the first day of the sales.",
    "The minister stormed out of the studio.",
    "The strike by baggage handlers disrupted flights in Rome.",
    "A former teacher was accused of assaulting two pupils.",
    "Physicists fired protons at the target.",
    "The lorry rammed into a toll booth after its brakes failed.",
    "Grandparents may visit patients only in the afternoon.",
    "The doctor phoned the patient with the results.",
    "The band will visit nine cities on its tour.",
    "The premier travelled to his home town for Christmas.",
    "The old classmates met for dinner after forty years.",
    "Barcelona visit Getafe on Saturday without their captain.",
    "A love affair rocked the court.",
    "The boss flung his hat into the crowd.",
    "Cuts to schools rocked the party.",
    "The firm relaunched its attack on the market for phones.",
    # no weapons, or at nobody
    "Fans hurled smoke bombs at the referee.",
    "The children threw stones at the train.",
    "The navy fired a missile into the ocean in a test.",
    "The North fired two missiles into the sea on Tuesday.",
    "The firm launched drones this year, killing off its rival's business.",
    "The studio launched a line of toy missiles, hurting its rivals.",
    "The hurricane is expected to strike Florida on Friday.",
    "A tsunami was forecast to strike Japan.",
    "The comet is likely to strike Jupiter.",
    "The lawyers want to strike Smith from the list.",
    "Protesters set fire to the parliament.",
    "Three buses were set on end in the street to block the view of a sniper.",
    "A Texas lightning strike killed two golfers.",
    "Police fired tear gas at protesters in Nairobi.",
    "The coastguard fired water cannon at Philippine vessels.",
    "Tear gas was fired at the crowd.",
    "North Korea launched two missiles, alarming Japan.",
    "The company launched a new missile, beating its rival.",
    "DJI launched two new drones at CES in Las Vegas.",
    "China launched 145 drones in a light show on Sunday.",
    "Amazon launched 145 delivery drones overnight in Texas.",
    "Ukraine launched 12 drones overnight in a light show over Kyiv.",
    "Russia launched drones at Kursk to deliver medicine.",
    "India launched its first drones at an air show in Bengaluru.",
    "The hospital hit back at its critics.",
    # nobody is hit
    "Taiwan said it had fired flares to drive away drones that flew over the islands.",
    "A French warplane crossed into northern Mali on Monday and flew over a camp.",
    # words
    "Rebel lawmakers attacked the budget.",
    "The rebels hit a deal with the government.",
    "Separatists hit back at claims that they were weak.",
    "The militants stormed out of the hall.",
    "He should stop attacking the judges, the opposition said.",
    "The two brothers stopped hitting each other.",
    "The church was attacked for its silence.",
    "The police were attacked over their failures.",
    "The firm launched an attack on its rival's prices.",
    "The union launched a strike against the airline.",
    "Strikes and protests continued in France.",
    "Layoffs and strikes hit the plant.",
    "Gunfire and shouting were heard at the wedding.",
    "A sting operation killed the deal.",
    "A rocket launched by India carries two satellites.",
    # nobody is fought
    "Farmers use chlorine gas to clean wells.",
    "The treaty bans the use of chemical weapons.",
    "The plant uses toxic gas to make plastic.",
    "Tourists invade Venice every summer.",
    # again and again
    "The porous border is often the scene of armed attacks.",
    "Bandits often attack buses on this road.",
    "Pirates often attack tankers in the strait.",
    "Cattle thieves regularly raid villages in the valley.",
    "Roadside bombs frequently kill soldiers in the province.",
    "Drones are frequently shot down over the desert.",
    "The two foreign ministers often meet for lunch.",
    "The presidents rarely meet.",
    "The general was promised nothing by the rebels.",
    "The Kremlin regularly threatens Finland with consequences.",
    "Bus companies receive threats almost every month.",
    "Beijing often offers loans to poor countries.",
    "The emir never meets the press.",
    "The mediator never threatens and never promises, she said.",
    "The treaty of 1951 covers an armed attack on Philippine vessels.",
    "The Geneva Conventions outlaw attacks on hospitals.",
    # what weapons can do, and rules
    "The missile can strike targets 2,000 km away.",
    "The North says its new missile can hit the American mainland.",
    "The drone, which can strike moving ships, costs 30,000 dollars.",
    "The shells can hit targets at a distance of 40 km.",
    "The law of war forbids the bombing of hospitals.",
    "The treaty bans attacks on nuclear plants.",
    "Deliberate attacks on schools are war crimes.",
    "Intentionally attacking a hospital is a war crime.",
    # no weapon does it
    "The village was destroyed by a landslide.",
    "The depot was destroyed by fire.",
    "The house was levelled by a gas explosion.",
    # fights that are called encounters
    "An encounter began between police and suspected militants in the valley on Thursday.",
    "Two officers were injured in the encounter with the gang.",
    "The encounter left three militants and a policeman dead.",
    "Police said the two robbers fired first in the encounter.",
    # words, crowds and animals
    "The radio station was bombarded with complaints after the interview.",
    "Labour launched an attack on Sunak over the cost of living.",
    "The senator launched a scathing attack on Biden on Monday.",
    "Pythons that have invaded Florida are killing native birds.",
    "Police used tear gas against demonstrators in Nairobi.",
    "The population was bombarded by adverts.",
    "The school was stormed by angry parents.",
    "Trump fired a fresh salvo at the central bank on Tuesday.",
    "Hackers launched an attack on Sony last week.",
]


@pytest.mark.parametrize(
    ("kind", "text"), [*(("strike", text) for text in STRIKES), *(("meeting", text) for text in MEETINGS)]
)
def test_is_an_event(extractor: Extractor, kind: str, text: str) -> None:
    assert kind in [event.type for event in events_at(extractor, text)]


@pytest.mark.parametrize("text", NOTHING)
def test_is_no_event(extractor: Extractor, text: str) -> None:
    assert not triggers_in(extractor, text)
