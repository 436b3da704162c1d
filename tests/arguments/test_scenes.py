"""Where an attack was that the sentence before it sets."""

from __future__ import annotations

import pytest

from tests.reading import Reading

TEXTS = [
    ("Rebels are closing in on government troops in Goma. Two soldiers were shot dead overnight.", {"Goma"}),
    ("Soldiers were on their way to a base in Nangarhar. Gunmen opened fire on them and killed nine.",
     {"Nangarhar"}),
    ("A curfew was imposed in Srinagar. Militants threw a grenade at a police post.", {"Srinagar"}),
    ("Protests against the junta went on in Mandalay. Soldiers shot at the crowd and killed three people.",
     {"Mandalay"}),
    ("The army has sealed off two villages near Bama, Nigeria. Some people fled. Jihadists had raided them.",
     {"Bama"}),
    ("Bandits overran an Italian base in Afghanistan. The attackers shot three cooks dead.", {"Afghanistan"}),
    ("Rebels took control of Sake last week. Gunmen fired at those who tried to flee.", {"Sake"}),
    # what is left behind, and those who come to it; who attacks is not where it was
    ("Smoke rose over the port of Latakia. Israel had fired missiles at a depot.", {"Latakia"}),
    ("Rescuers are digging through rubble in Dnipro. A missile struck an apartment building.", {"Dnipro"}),
    ("Mourners gathered in Peshawar. A suicide bomber had struck a mosque.", {"Peshawar"}),
    ("Doctors in Khan Younis treated the wounded. Israeli tanks had shelled a school.", {"Khan Younis"}),
    ("Sirens wailed across Eilat. Yemen's rebels had launched a drone at a hotel.", {"Eilat"}),
    ("Shells landed before dawn, residents of Kherson said. Troops then stormed an airfield.", {"Kherson"}),
    # a place alone, in a paragraph or over it
    ("North Kordofan. Life is hard. Gunmen shot dead four nurses on Monday.", {"North Kordofan"}),
    ("NORTH KORDOFAN\n\nLife is hard. Gunmen shot dead four nurses on Monday.", {"North Kordofan"}),
    ("DARFUR\n\nLife is hard.\n\nAID\n\nGunmen shot dead four nurses on Monday.", set()),
    # where somebody only speaks
    ("Fighting goes on, a spokesman for the ministry in London says. Navy ships shot down drones.", set()),
    ("Shelling must stop, he told reporters in New York. Jets bombed a depot.", set()),
    # where something else was, or no one place
    ("The film festival opened in Cannes on Tuesday. Russian missiles hit a power plant.", set()),
    ("Thousands marched in London. Israeli forces bombed a refugee camp overnight.", set()),
    ("The minister was born in Leeds. Gunmen attacked a convoy overnight.", set()),
    ("The president is on holiday in Hawaii. A drone strike killed an al-Qaeda leader.", set()),
    ("The streets of Rome were empty. Russian jets bombed a depot.", set()),
    ("The price of oil rose in London. Houthi rebels attacked a tanker.", set()),
    ("The two presidents met in Geneva. Rebels shelled a village overnight.", set()),
    ("A spokesman said in Nairobi that he was ill. Gunmen attacked a convoy overnight, killing six.", set()),
    ("The ambassador arrived in Berlin. Militants later shot down a helicopter.", set()),
    ("The war drove people to camps in Chad and in Egypt. Gunmen shot dead four nurses.", set()),
    ("Shares fell in Tokyo. North Korea fired missiles at a fishing boat.", set()),
    ("Protests went on in Mandalay. The army may shoot at the crowd.", set()),
]  # fmt: skip

TAKEN_UP = [
    ("Rebels hold Kutum, a town in Darfur. The town has been the target of several drone strikes.", {"Kutum"}),
    ("Kharkiv is Ukraine's second largest city. Russian rockets hit the city on Monday.", {"Kharkiv"}),
    ("The island of Jolo is a stronghold of Abu Sayyaf. Marines raided the island on Sunday.", {"Jolo"}),
    ("Residents of a care home in Ghent fell ill. The minister visited the home on Friday.", {"Ghent"}),
    ("Rebels took control of Bunia. Gunmen shot dead two nurses there.", {"Bunia"}),
    ("Ann Lee will fly to Accra. A meeting with opposition figures there was cancelled.", {"Accra"}),
    ("Officers shot a man in Kaunas. The town lies on the Neris. It was hit by drones in May.", {"Kaunas"}),
    ("Homs is a city in Syria. It was shelled.", {"Homs"}),
    ("Kidal is a town in northern Mali. Jihadists attacked it on Monday.", {"Kidal"}),
    ("Nikopol is a town on the Dnipro. Russian guns shelled it on Friday.", {"Nikopol"}),
    ("Syria is a country at war. It was bombed by Israel on Sunday.", {"Syria"}),
    ("The ship lay off Odesa. It was hit by a drone.", set()),
    ("Homs is a city in Syria. The army said it attacked a convoy.", set()),
    ("Syria's envoy lives in Dayton, Ohio. Jets bombed a bridge in the capital.", {"Damascus"}),
    ("A storm hit Dayton, Ohio. A bomb attack killed a trader in the capital.", set()),
    ("The parts were made in Dallas. Rebels raided the capital.", set()),
    ("Hamas met envoys in Cairo on Monday. It was attacked by jets in May.", set()),
    ("The convoy reached Aleppo on Monday. It was shelled by rebels in May.", set()),
    ("Ann Lee will fly to Accra. There were talks with rebels.", set()),
    ("The president wants to go to Cairo on Monday. He will meet his counterpart there.", {"Cairo"}),
    ("The report is on Chad. Militants raided the village on Sunday.", set()),
    ("The army left a town near Bunia. There were talks with the elders.", set()),
    ("Officials met in Paris on Monday. Rebels attacked the village at dawn, killing six.", set()),
    ("Fighting went on in Bunia. Many recall the 2010 bombardment that killed four people.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), TAKEN_UP, ids=[text[-50:] for text, _ in TAKEN_UP])
def test_a_noun_takes_up_the_place(text: str, places: set[str], read: Reading) -> None:
    assert {place.name for place in read(text).events[-1].places} == places


DATELINES = [
    ("DONETSK, Ukraine (Reuters) - Shells killed nine people in this rebel-held city on Monday.", {"Donetsk"}),
    ("GAO, Mali (AFP) - Rebels fired rockets at the city on Monday, killing three.", {"Gao"}),
    ("NAIROBI (AFP) - Gunmen raided Garissa in May. The town was attacked again on Monday.", {"Garissa"}),
    ("NAIROBI (AFP) - Gunmen attacked a convoy on Monday, killing six soldiers.", set()),
    ("KARLOVY VARY (AFP) - Rebels fired rockets at the area on Monday.", {"Karlovy Vary"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), DATELINES, ids=[text[-50:] for text, _ in DATELINES])
def test_the_town_is_that_of_the_dateline(text: str, places: set[str], read: Reading) -> None:
    assert {place.name for place in read(text).events[-1].places} == places


ARRIVED = [
    ("The ministers arrived in Doha on Monday. They held talks on a ceasefire.", {"Doha"}),
    ("Blinken was in Tel Aviv on Monday. He met relatives of the hostages.", {"Tel Aviv"}),
    ("The emir's jet touched down in Lagos at eight. Over lunch he and the vice president held talks.", {"Lagos"}),
    ("The premier was born in Leeds. He met union leaders.", set()),
    ("The premier was in Leeds. The king met union leaders.", set()),
    ("The president flew to Ankara on Tuesday. He met his Turkish counterpart.", {"Ankara"}),
    ("The envoys arrived in Geneva. They will hold talks with the rebels.", {"Geneva"}),
    ("The premier flew to Rome from Oslo. He met the pope.", {"Rome"}),
    ("The delegation landed in Baku. It met the president.", {"Baku"}),
    ("The president left Ankara on Tuesday. He met the king on Wednesday.", set()),
    ("The premier flew to Rome on Monday. He will meet Macron next week.", set()),
    ("The ministers arrived in Doha on Monday. They held talks in Abu Dhabi on Friday.", {"Abu Dhabi"}),
    ("The minister travelled to Cairo on Monday. He spoke by phone with the emir.", set()),
    ("Rebels arrived in Goma. The army and the mediators held talks.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), ARRIVED, ids=[text[-50:] for text, _ in ARRIVED])
def test_a_meeting_is_where_they_have_arrived(text: str, places: set[str], read: Reading) -> None:
    assert {place.name for place in read(text).events[-1].places} == places


ONE_AFTER_ANOTHER = [
    ("Lee met Yun on the island of Jeju, following a summit between Moon and Trump in Seoul.",
     [{"Jeju"}, {"Seoul"}]),
    ("Ministers met in Bonn on Friday following talks between the two presidents.", [{"Bonn"}, set()]),
    ("The premier met the king in Riga. It was their first meeting since talks in Oslo in 2019.", [{"Riga"}]),
    ("Macron met his counterpart after arriving in Rome.", [{"Rome"}]),
    ("Rebels attack an army base in Goma as peace talks resume.", [{"Goma"}, set()]),
    ("Ministers met in Geneva as jets bombed a depot.", [{"Geneva"}, set()]),
    ("Rebels shelled the airport in Goma as troops bombed their camp.", [{"Goma"}, {"Goma"}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), ONE_AFTER_ANOTHER, ids=[t[-50:] for t, _ in ONE_AFTER_ANOTHER])
def test_each_meeting_is_at_its_own_place(text: str, places: list[set[str]], read: Reading) -> None:
    assert [{place.name for place in event.places} for event in read(text).events] == places


SPOKEN = [
    ("Trump threatened the EU with tariffs. Speaking in Davos, he said that he was in no hurry.", {"Davos"}),
    ("Minister Jean Dupont threatened sanctions. During his visit to Tyre, Dupont said that time was short.",
     {"Tyre"}),
    ("Trump threatened the EU with tariffs. Macron, speaking in Davos, said that he was in no hurry.", set()),
    ("Trump threatened the EU with tariffs. He said that the fair in Davos was a waste of time.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), SPOKEN, ids=[text[-50:] for text, _ in SPOKEN])
def test_a_threat_is_made_where_somebody_speaks(text: str, places: set[str], read: Reading) -> None:
    threats = [event for event in read(text).events if event.type == "threat"]
    assert {place.name for event in threats for place in event.places} == places


@pytest.mark.parametrize(("text", "places"), TEXTS, ids=[text[-50:] for text, _ in TEXTS])
def test_an_attack_is_where_the_sentence_before_is(text: str, places: set[str], read: Reading) -> None:
    strikes = [event for event in read(text).events if event.type == "strike"]
    assert {place.name for event in strikes for place in event.places} == places
