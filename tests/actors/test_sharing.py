"""A phrase for several of several countries is shared out among them; one for several of one is not."""

from __future__ import annotations

import pytest

from tests.actors.reading import resolved

# The text, and for each phrase that stands for several who they are: their words, name and country.
SHARED = [
    (
        "Kenya and Uganda officials met.",
        [("Kenya", "Kenya officials", "KEN"), ("Uganda officials", "Uganda officials", "UGA")],
    ),
    (
        "Officials from Peru and Ecuador met in Lima.",
        [("Officials", "Officials from Peru", "PER"), ("Ecuador", "Officials from Ecuador", "ECU")],
    ),
    (
        "The governments of Norway and Chile held talks.",
        [
            ("The governments of Norway", "government of Norway", "NOR"),
            ("Chile", "government of Chile", "CHL"),
        ],
    ),
    (
        "Representatives of France, Italy and Spain met.",
        [
            ("Representatives of France", "Representatives of France", "FRA"),
            ("Italy", "Representatives of Italy", "ITA"),
            ("Spain", "Representatives of Spain", "ESP"),
        ],
    ),
    (
        "The foreign ministers of Germany and France met.",
        [
            ("The foreign ministers of Germany", "Heiko Maas", "DEU"),
            ("France", "Jean-Yves Le Drian", "FRA"),
        ],
    ),
    (
        "North and South Korea held talks.",
        [("North", "North Korea", "PRK"), ("South Korea", "South Korea", "KOR")],
    ),
    (
        "The US and Chinese presidents spoke by telephone.",
        [("US", "Donald Trump", "USA"), ("Chinese presidents", "Xi Jinping", "CHN")],
    ),
    (
        "Kenya and Somalia have quarrelled. Both countries held talks on Friday.",
        [("Both countries", "Kenya", "KEN"), ("Both countries", "Somalia", "SOM")],
    ),
    (
        "Emmanuel Macron met Theresa May. The pair had talked before.",
        [("The pair", "Emmanuel Macron", "FRA"), ("The pair", "Theresa May", "GBR")],
    ),
    (
        "The presidents of Chad and Niger, Musa Adoum and Issa Garba, met.",
        [("Musa Adoum", "Musa Adoum", "TCD"), ("Issa Garba", "Issa Garba", "NER")],
    ),
    (
        "Macron hosted his counterparts from Rwanda and Togo in Paris.",
        [
            ("his counterparts", "counterparts from Rwanda", "RWA"),
            ("Togo", "counterparts from Togo", "TGO"),
        ],
    ),
    (
        "The Peruvian envoys, Ann Lee and Bob Ray, left.",
        [("Ann Lee", "Ann Lee", "PER"), ("Bob Ray", "Bob Ray", "PER")],
    ),
    (
        "The trade ministers of Kenya and Ghana, Juma Otieno and Ama Mensah, left.",
        [("Juma Otieno", "Juma Otieno", "KEN"), ("Ama Mensah", "Ama Mensah", "GHA")],
    ),
    (
        "The two ministers, Kenya's Juma Otieno and Ghana's Ama Mensah, left.",
        [("Kenya 's Juma Otieno", "Juma Otieno", "KEN"), ("Ghana 's Ama Mensah", "Ama Mensah", "GHA")],
    ),
    (
        "Two armed groups, Hamas and Hezbollah, left.",
        [("Hamas", "Hamas", "PSE"), ("Hezbollah", "Hezbollah", "LBN")],
    ),
    (
        "The two sides, Israel and Hamas, met.",
        [("Israel", "Israel", "ISR"), ("Hamas", "Hamas", "PSE")],
    ),
    (
        "Macron, Merkel and May met. The trio discussed gas.",
        [
            ("The trio", "Emmanuel Macron", "FRA"),
            ("The trio", "Angela Merkel", "DEU"),
            ("The trio", "Theresa May", "GBR"),
        ],
    ),
    (
        "Fighters from Hamas and Islamic Jihad fired rockets.",
        [
            ("Fighters", "Fighters from Hamas", "PSE"),
            ("Islamic Jihad", "Fighters from Islamic Jihad", "PSE"),
        ],
    ),
]
WHOLE = [
    "Indian and Chinese officials met.",
    "US and Russian forces bombed a depot.",
    "Rebels fired at the embassies of France and Italy.",
    "Jets bombed the towns of Homs and Hama.",
    "Chinese officials met.",
    "Officials from Peru met in Lima.",
    "Norwegian and other officials met.",
    "Old and new ministers met.",
    "The president of France and Italy's envoy met.",
    "The officials and Peru met.",
    "British and UK officials met.",
    "The governments met.",
]


@pytest.mark.parametrize(("text", "expected"), SHARED, ids=[text for text, _ in SHARED])
def test_several_are_told_apart(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = []
    for sentence in resolved(text):
        tree = sentence.tree
        for shares in sentence.shares.values():
            for share in shares:
                words = " ".join(tree.words[share.start : share.end])
                found.append((words, share.referent.name, share.referent.country))
    assert found == expected


@pytest.mark.parametrize("text", WHOLE)
def test_one_stays_one(text: str) -> None:
    assert not any(sentence.shares for sentence in resolved(text))


def test_a_holder_whom_the_article_names_is_found_again() -> None:
    *_, last = resolved("Chilean President Ana Ruiz spoke. The presidents of Chile and Peru met.")
    (shares,) = last.shares.values()
    assert shares[0].referent.name == "Ana Ruiz"


def test_without_a_day_the_office_stands() -> None:
    *_, last = resolved("The presidents of Mali and Chile met.", None)
    (shares,) = last.shares.values()
    assert [share.referent.name for share in shares] == ["president of Mali", "president of Chile"]


def test_a_first_name_tells_whom_she_means() -> None:
    *_, last = resolved("Uma Holm accused Harvey Brandt. She said he attacked her.")
    assert [last.referents[p.head].name for p in last.phrases] == ["Uma Holm", "Harvey Brandt", "Uma Holm"]


def test_the_two_are_those_named_last() -> None:
    *_, last = resolved("Eva Horak met Karel Novak in Prague. The two will meet again.")
    (shares,) = last.shares.values()
    assert {share.referent.name for share in shares} == {"Eva Horak", "Karel Novak"}


def test_whose_is_of_the_country_before_it() -> None:
    (only,) = resolved("Nigeria, whose president met the envoy, wants a seat.")
    president = next(p for p in only.phrases if p.text(only.tree) == "whose president")
    assert only.referents[president.head].country == "NGA"
