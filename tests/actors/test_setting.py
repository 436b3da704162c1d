"""Those whose words name no country have that of what stands around them, where it can be known."""

from __future__ import annotations

import pytest

from extractor.actors.setting import LocalReferent, country_of_setting
from extractor.evidence import Referent
from extractor_schema import ActorKind

from .reading import referent

WITHIN = [
    ("The government attacked rebels in Aleppo, Syria.", "The government", "SYR"),
    ("Police in Nairobi fired at protesters.", "Police", "KEN"),
    ("A bomb hit a school in Kabul.", "a school", "AFG"),
    ("Turkey said the blast killed five of its troops.", "five of its troops", "TUR"),
    ("The foreign ministry protested in Nairobi, Kenya.", "The foreign ministry", "KEN"),
    ("Turkey said its soldiers fled.", "its soldiers", "TUR"),
    ("Ghana is rearming. The army shot two men, he told reporters in Rome.", "The army", "GHA"),
    ("Ghana is rearming. The defence minister met the American ambassador.", "The defence minister", "GHA"),
    ("Ghana is rearming. The defence minister met the Norwegian envoy.", "The defence minister", "GHA"),
    ("Four died in Atlanta, Georgia, U.S.", "Georgia", "USA"),
    ("Officers shot a man in Atlanta, Georgia.", "Officers", "USA"),
    ("Georgia's governor left.", "Georgia's governor", "USA"),
    ("Georgia's president left Tbilisi.", "Georgia's president", "GEO"),
    ("Police shot a man in Gori, Georgia.", "Police", "GEO"),
    ("North and South Korean officials met in Panmunjom.", "North and South Korean officials", None),
    ("Shells hit a market in Tora, North Darfur.", "Tora", "SDN"),
    ("Militants in Egypt fled.", "Militants", None),
    ("Islamic State supporters met in Brussels.", "Islamic State supporters", None),
    ("Russia's allies met in Astana.", "Russia's allies", "RUS"),
    ("European leaders met in Malta.", "European leaders", None),
    ("The general will visit Ankara in November.", "The general", None),
    ("The minister flew to Berlin.", "The minister", None),
    ("The minister met her Danish counterpart.", "The minister", None),
    ("The minister and his Danish counterpart left.", "The minister", None),
    ("The general spoke to his Thai and Lao counterparts.", "The general", None),
    ("Kenya's minister met her Danish counterpart.", "Kenya's minister", "KEN"),
    ("Egypt's press wrote of it. The general arrived in Ankara.", "The general", "EGY"),
    ("Two ministers were received in Muscat.", "Two ministers", None),
    ("The ministers of Kenya and Ghana met in Nairobi.", "The ministers of Kenya and Ghana", None),
    ("The minister of Kenya and its envoy met in Rome.", "The minister of Kenya", "KEN"),
    ("The Mekong Nations Forum met in Hanoi.", "The Mekong Nations Forum", None),
    ("Nigerian and foreign officials met in Abuja.", "Nigerian and foreign officials", None),
    ("Police shot two officers in Saanich, British Columbia.", "Saanich", "CAN"),
    ("Officers fled Kourou, French Guiana.", "Officers", "GUF"),
    ("Officers fled with British help to Saanich.", "British", "GBR"),
    ("Rebels fled, AFP quoted a spokesman as saying.", "a spokesman", None),
    ("The general spoke in Ankara.", "The general", "TUR"),
    ("The general returned to Ankara.", "The general", "TUR"),
    ("A team from the Peruvian health ministry met doctors.", "A team", "PER"),
    ("Inspectors from the Arab League left.", "Inspectors", None),
    ("Diplomats at the Greek embassy left.", "Diplomats", "GRC"),
    ("Diplomats in Athens left.", "Diplomats", None),
    ("Journalists at the Greek embassy left.", "Journalists", None),
    ("Talks with rectors from Chile were held.", "rectors", "CHL"),
    ("Envoys of Nigeria's president met the junta in Bamako.", "the junta", "MLI"),
    ("Ghana's envoy met coup leaders in Conakry.", "coup leaders", "GIN"),
    ("The Omani sultan sent his trade minister, Salim Nasser, to Rome.", "Salim Nasser", "OMN"),
    (
        "The Omani sultan sent his Foreign Minister Salim Nasser to Rome.",
        "Foreign Minister Salim Nasser",
        "OMN",
    ),
    ("The Omani sultan flew to Rome with a trade delegation.", "a trade delegation", "OMN"),
    ("The Omani sultan met with a trade delegation.", "a trade delegation", None),
    ("Juma Otieno of Kenya left.", "Juma Otieno of Kenya", "KEN"),
    ("Presidents Juma Otieno of Kenya and Ali Warsame of Somalia left.", "Ali Warsame of Somalia", "SOM"),
    ("Juma Otieno of Kenya and Somalia left.", "Juma Otieno of Kenya and Somalia", None),
    ("The speaker received MPs from Togo in Accra.", "MPs", "TGO"),
    ("Trump met no envoy of the regime. The Syrian regime waited.", "the regime", "SYR"),
    ("Kenya held talks with mayors from 12 countries.", "mayors", None),
    ("French ships and helicopters left.", "helicopters", "FRA"),
    ("French ships and a helicopter left.", "a helicopter", None),
    ("French-backed ships and helicopters left.", "helicopters", None),
    ("Kenya mourns. The ruling party met.", "The ruling party", "KEN"),
    ("Kenya mourns. Opposition groups met.", "Opposition groups", "KEN"),
    ("A Togolese team led by Foreign Minister Piet Ohlsson left.", "Foreign Minister Piet Ohlsson", "TGO"),
    ("A UN team led by Piet Ohlsson left.", "Piet Ohlsson", None),
    ("Talks between Kinshasa and the rebels resumed in Nairobi.", "the rebels", "COD"),
    ("Talks between the insurgents and the Philippine government resumed in Oslo.", "the insurgents", "PHL"),
    ("The opposition met the Venezuelan government in Mexico City.", "The opposition", "VEN"),
    ("Talks between Kinshasa and the bankers resumed in Nairobi.", "the bankers", None),
    ("Kenya mourns. Military leaders met.", "Military leaders", "KEN"),
    ("Punjab police fired in Lahore, Pakistan.", "Punjab police", "PAK"),
    ("Punjab police fired in Amritsar, India.", "Punjab police", "IND"),
    ("Norway mourns. The Queen met victims.", "The Queen", "NOR"),
    ("Norway mourns. Karel Novak met victims.", "Karel Novak", None),
    ("Kenya mourns. Several groups met.", "Several groups", None),
    ("Kenya mourns. Business leaders met.", "Business leaders", None),
    ("The president of FIFA spoke in Jeddah, Saudi Arabia.", "The president of FIFA", None),
    ("A consortium led by China's Huawei withdrew.", "A consortium", "CHN"),
    ("A ferry operated by a Danish firm sank.", "A ferry", "DNK"),
    ("A trawler attacked by a Danish ship sank.", "A trawler", None),
    ("A group led by French and German officers fled.", "A group", None),
    ("A coalition led by Egypt withdrew.", "A coalition", None),
    ("A company based in Oslo withdrew.", "A company", "NOR"),
    ("An Oslo-based company withdrew.", "An Oslo-based company", "NOR"),
    ("An Oslo-based activist left.", "An Oslo-based activist", None),
]


@pytest.mark.parametrize(("text", "phrase", "country"), WITHIN)
def test_country_of_what_stands_around(text: str, phrase: str, country: str | None) -> None:
    assert referent(text, phrase).country == country


@pytest.mark.parametrize(
    ("name", "kind", "role", "country"),
    [
        ("school", "facility", "target", "IRQ"),
        ("village", "place", "target", "IRQ"),
        ("three civilians", "group", "target", "IRQ"),
        ("two police officers", "group", "target", "IRQ"),
        ("security forces", "organization", "source", "IRQ"),
        ("Salim Haddad", "person", "target", "IRQ"),
        ("five people", "group", "target", None),
        ("two others", "group", "target", None),
        ("six ballistic missiles", "other", "target", None),
        ("fishing boat", "vehicle", "target", None),
        ("navy patrol boat", "vehicle", "target", "IRQ"),
        ("passenger train", "vehicle", "target", "IRQ"),
        ("working group", "organization", "participant", None),
        ("joint committee", "organization", "participant", None),
        ("committee", "organization", "participant", "IRQ"),
        ("gunmen", "group", "source", None),
        ("suicide bomber", "person", "source", None),
        ("student", "person", "source", None),
        ("foreign mercenaries", "group", "target", None),
        ("EU ministers", "group", "participant", None),
        ("Arctic Forum", "organization", "participant", None),
        ("Farmers' Forum", "organization", "participant", "IRQ"),
        ("both countries", "country", "participant", None),
        ("two sides", "group", "participant", None),
        ("the ministers", "group", "participant", None),
        ("representatives of several armed groups", "group", "participant", None),
        ("residents", "group", "participant", "IRQ"),
        ("leaders of Iran and Iraq", "group", "participant", None),
        ("heads of the armies of Chad, Niger and Nigeria", "group", "participant", None),
        ("Ministry of Trade and Industry", "organization", "participant", "IRQ"),
    ],
)
def test_country_by_the_place_of_the_event(
    name: str, kind: ActorKind, role: str, country: str | None
) -> None:
    assert country_of_setting(Referent(1, name, kind), "IRQ", role=role) == country


STRANGERS = [
    ("Karel Novak visited Kabul.", "Karel Novak", "AFG", None),
    ("Karel Novak's trip to Kabul was short.", "Karel Novak", "AFG", None),
    ("The sultan welcomed Karel Novak in Muscat.", "Karel Novak", "OMN", None),
    ("The sultan welcomed Karel Novak in Muscat.", "The sultan", "OMN", "OMN"),
    ("An envoy, Karel Novak, met elders in Aden.", "An envoy, Karel Novak", "YEM", None),
    (
        "Secretary General of NATO Karel Novak spoke in Vienna.",
        "Secretary General of NATO Karel Novak",
        "AUT",
        None,
    ),
    ("Karel Novak held talks in Aden.", "Karel Novak", "YEM", None),
    ("A German mission reached Aden. Karel Novak met elders there.", "Karel Novak", "YEM", "DEU"),
    ("The minister arrived in Tokyo for talks with the emperor.", "The minister", "JPN", None),
    ("The minister arrived in Tokyo for talks with the emperor.", "the emperor", "JPN", "JPN"),
]


@pytest.mark.parametrize(("text", "phrase", "place", "country"), STRANGERS)
def test_whoever_meets_in_a_place_may_come_from_elsewhere(
    text: str, phrase: str, place: str, country: str | None
) -> None:
    assert country_of_setting(referent(text, phrase), place, role="participant") == country


def test_an_envoy_is_not_of_the_country_of_its_post() -> None:
    text = "Obama's envoy to North Korea, Piet Ohlsson, left."
    assert referent(text, "Obama's envoy to North Korea, Piet Ohlsson").country == "USA"


def test_a_person_who_is_attacked_in_a_place_is_of_it() -> None:
    found = referent("Police in Nairobi shot Karel Novak.", "Karel Novak")
    assert country_of_setting(found, "KEN", role="target") == "KEN"


@pytest.mark.parametrize(
    ("text", "phrase", "role", "country"),
    [
        ("A raid killed Islamic State commander Abu Rashid.", "Islamic State commander Abu Rashid", "target", None),
        ("A raid killed al-Qaeda leader Abu Rashid.", "al-Qaeda leader Abu Rashid", "target", None),
        ("A raid killed Abu Rashid, an Islamic State commander.", "Abu Rashid, an Islamic State commander", "target", None),
        ("A raid killed Abu Rashid, an Iraqi commander.", "Abu Rashid, an Iraqi commander", "target", "IRQ"),
        ("Jets bombed an Islamic State convoy.", "an Islamic State convoy", "target", None),
        ("Jets bombed a convoy.", "a convoy", "target", "SYR"),
        ("Jets bombed a convoy carrying Islamic State fighters.", "a convoy", "target", None),
        ("Jets bombed a convoy carrying bread.", "a convoy", "target", "SYR"),
        ("Hamas and other armed groups fled.", "other armed groups", "source", "PSE"),
        ("Soldiers and other armed groups fled.", "other armed groups", "source", None),
        ("Armed bandits raided the market.", "Armed bandits", "source", "SYR"),
        ("Drug cartel members shot a mayor.", "Drug cartel members", "source", "SYR"),
        ("Militants shot a mayor.", "Militants", "source", None),
        ("The emir received his guest.", "his guest", "participant", None),
        ("A shell killed a teacher and his wife.", "his wife", "target", "SYR"),
        ("A gunman killed film maker Finn Olsen.", "film maker Finn Olsen", "target", "SYR"),
    ],
)  # fmt: skip
def test_members_of_bodies_of_no_one_country_and_local_bands(
    text: str, phrase: str, role: str, country: str | None
) -> None:
    assert country_of_setting(referent(text, phrase), "SYR", role=role) == country


def test_a_building_is_where_it_stands_whatever_it_is_called() -> None:
    hospital = Referent(1, "Saudi Maternity Hospital", "facility", "SAU")
    assert country_of_setting(hospital, "SDN", role="target") == "SDN"
    embassy = Referent(1, "French Embassy", "facility", "FRA")
    assert country_of_setting(embassy, "LBY", role="target") == "FRA"


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("Kenyan soldiers died when rebels stormed an army camp.", "an army camp", "KEN"),
        ("Kenyan soldiers died when rebels stormed a fishing camp.", "a fishing camp", None),
    ],
)
def test_a_building_of_the_state_is_of_the_country_spoken_of(
    text: str, phrase: str, country: str | None
) -> None:
    assert country_of_setting(referent(text, phrase), None, role="target") == country


@pytest.mark.parametrize(("place", "country"), [(None, None), ("SYR", "SYR"), ("RUS", "RUS")])
def test_a_state_does_not_attack_its_own_buildings(place: str | None, country: str | None) -> None:
    found = referent("Russia bombed an army camp.", "an army camp")
    attackers = frozenset({"RUS"})
    assert country_of_setting(found, place, role="target", attackers=attackers) == country


def test_a_country_of_its_own_stays() -> None:
    assert country_of_setting(Referent(1, "French soldiers", "group", "FRA"), "MLI", role="target") == "FRA"


def test_a_known_body_of_no_country_has_none() -> None:
    assert country_of_setting(Referent(1, "NATO", "organization", None, known=True), "BEL") is None


def test_without_a_place_the_text_tells() -> None:
    found = referent("Rebels shelled towns in Syria. Jets left an airbase at dawn.", "an airbase")
    assert isinstance(found, LocalReferent)
    assert found.country is None
    assert country_of_setting(found, None) == "SYR"
    assert country_of_setting(Referent(1, "airbase", "facility"), None) is None


@pytest.mark.parametrize(
    ("phrase", "text", "country"),
    [
        ("nine people", "A bomb killed nine people in Jos, Nigeria.", None),
        (
            "nine people",
            "Nigeria mourns. Nigerian officials met in Abuja. The Nigerian army patrols in Jos. "
            "A bomb in Lagos, Nigeria, wounded a Nigerian officer. It killed nine people in Jos, Nigeria.",
            "NGA",
        ),
        (
            "nine militants",
            "Nigeria mourns. Nigerian officials met in Abuja. The Nigerian army patrols in Jos. "
            "A bomb in Lagos, Nigeria, wounded a Nigerian officer. It killed nine militants in Jos, Nigeria.",
            None,
        ),
    ],
)
def test_where_much_is_told_of_a_country_its_victims_are_known(
    phrase: str, text: str, country: str | None
) -> None:
    assert country_of_setting(referent(text, phrase), "NGA", role="target") == country
    assert country_of_setting(referent(text, phrase), "NGA", role="source") is None
