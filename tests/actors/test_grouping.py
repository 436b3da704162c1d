"""An office and its holder are one phrase, and so is a name with "and" in it."""

from __future__ import annotations

import pytest

from .reading import referents

ONE = [
    ("President of Ukraine Petro Poroshenko met reporters.", "President of Ukraine Petro Poroshenko", "Petro Poroshenko"),
    ("Tillerson's successor, United States Secretary of State Mike Pompeo, left.", "United States Secretary of State Mike Pompeo", "Mike Pompeo"),
    ("He met the President of the State of Palestine Mahmoud Abbas.", "the President of the State of Palestine Mahmoud Abbas", "Mahmoud Abbas"),
    ("Chairman of the National Grain Council Piet Ohlsson resigned.", "Chairman of the National Grain Council Piet Ohlsson", "Piet Ohlsson"),
    ("Minister of State for Trade and Industry Piet Ohlsson resigned.", "Minister of State for Trade and Industry Piet Ohlsson", "Piet Ohlsson"),
    ("He met Minister of Foreign Affairs Piet Ohlsson.", "Minister of Foreign Affairs Piet Ohlsson", "Piet Ohlsson"),
    ("He met Secretary General of the Organization for Security and Cooperation in Europe (OSCE) Piet Ohlsson.", "Secretary General of the Organization for Security and Cooperation in Europe (OSCE) Piet Ohlsson", "Piet Ohlsson"),
    ("Thailand's acting Prime Minister Piet Ohlsson left.", "Thailand's acting Prime Minister Piet Ohlsson", "Piet Ohlsson"),
    ("Thailand's acting Prime Minister, Piet Ohlsson, left.", "Thailand's acting Prime Minister, Piet Ohlsson", "Piet Ohlsson"),
    ("They were met by Kenya's President Piet Ohlsson and Somalia's President Karel Jan Novak.", "Somalia's President Karel Jan Novak", "Karel Jan Novak"),
    ("The governor of North Kivu, Peter Ohlsson, left.", "The governor of North Kivu, Peter Ohlsson", "Peter Ohlsson"),
    ("The head of the National Grain Council, Piet Ohlsson, left.", "The head of the National Grain Council, Piet Ohlsson", "Piet Ohlsson"),
    ("The commander of the Rapid Support Forces, Gen. Piet Ohlsson, left.", "The commander of the Rapid Support Forces, Gen. Piet Ohlsson", "Piet Ohlsson"),
    ("The Chancellor of Germany, Piet Ohlsson, left.", "The Chancellor of Germany, Piet Ohlsson", "Piet Ohlsson"),
    ("The Prime Minister of New Zealand, Piet Ohlsson, left.", "The Prime Minister of New Zealand, Piet Ohlsson", "Piet Ohlsson"),
    ("The U.S. Secretary of Defense, Piet Ohlsson, left.", "The U.S. Secretary of Defense, Piet Ohlsson", "Piet Ohlsson"),
    ("The president-elect of Nigeria, Peter Ohlsson, left.", "The president-elect of Nigeria, Peter Ohlsson", "Peter Ohlsson"),
    ("The Deputy Prime Minister of Russia, Piet Ohlsson, left.", "The Deputy Prime Minister of Russia, Piet Ohlsson", "Piet Ohlsson"),
    ("Iraqi Prime Minister Haider al-Abadi meets with U.S. President Barack Obama.", "Iraqi Prime Minister Haider al-Abadi", "Haider al-Abadi"),
    ("Obama's envoy to North Korea, Piet Ohlsson, left.", "Obama's envoy to North Korea, Piet Ohlsson", "Piet Ohlsson"),
    ("Chad's Deputy Prime Minister and Foreign Minister Piet Ohlsson left.", "Chad's Deputy Prime Minister and Foreign Minister Piet Ohlsson", "Piet Ohlsson"),
    ("Chad's deputy prime minister and foreign minister Piet Ohlsson left.", "Chad's deputy prime minister and foreign minister Piet Ohlsson", "Piet Ohlsson"),
    ("He met Premier and Interior Minister Piet Ohlsson.", "Premier and Interior Minister Piet Ohlsson", "Piet Ohlsson"),
    ("Fiji's Prime Minister and Minister for Foreign Affairs Piet Ohlsson left.", "Fiji's Prime Minister and Minister for Foreign Affairs Piet Ohlsson", "Piet Ohlsson"),
    ("The UAE's Minister of State for Foreign Affairs Piet Ohlsson left.", "The UAE's Minister of State for Foreign Affairs Piet Ohlsson", "Piet Ohlsson"),
    ("Chad's Minister of State for Petroleum Resources Piet Ohlsson left.", "Chad's Minister of State for Petroleum Resources Piet Ohlsson", "Piet Ohlsson"),
    ("US Assistant Secretary of State for African Affairs Piet Ohlsson left.", "US Assistant Secretary of State for African Affairs Piet Ohlsson", "Piet Ohlsson"),
    ("Minister of Foreign Affairs of the Republic of Moldova Piet Ohlsson left.", "Minister of Foreign Affairs of the Republic of Moldova Piet Ohlsson", "Piet Ohlsson"),
    ("His Highness Sheikh Piet Ohlsson left.", "His Highness Sheikh Piet Ohlsson", "Piet Ohlsson"),
    ("Her Excellency Piet Ohlsson left.", "Her Excellency Piet Ohlsson", "Piet Ohlsson"),
    ("He met H.E. Piet Ohlsson.", "H.E. Piet Ohlsson", "Piet Ohlsson"),
    ("Minister of Defence Piet Ohlsson of Chad left.", "Minister of Defence Piet Ohlsson", "Piet Ohlsson"),
    ("State Councilor and Foreign Minister Piet Ohlsson left.", "State Councilor and Foreign Minister Piet Ohlsson", "Piet Ohlsson"),
    ("Premier Ann Lee, Army Chief Bob Ray and Foreign Minister Piet Ohlsson met.", "Foreign Minister Piet Ohlsson", "Piet Ohlsson"),
    ("Ann Lee and her guest, Piet Ohlsson, left.", "her guest, Piet Ohlsson", "Piet Ohlsson"),
    ("Army chief Ann Lee and the head of the mission, Piet Ohlsson, left.", "Army chief Ann Lee", "Ann Lee"),
    ("Chad's army chief Ann Lee and the head of the Rapid Support Forces, Piet Ohlsson, will not meet face to face.", "Chad's army chief Ann Lee", "Ann Lee"),
    ("The rebel leader Ann Lee and the head of the mission, Piet Ohlsson, met.", "The rebel leader Ann Lee", "Ann Lee"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "name"), ONE)
def test_office_body_and_name_are_one_phrase(text: str, phrase: str, name: str) -> None:
    found = dict(referents(text))
    assert phrase in found
    assert (found[phrase].name, found[phrase].kind) == (name, "person")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The president of France met Angela Merkel.", ("Angela Merkel", "The president of France")),
        (
            "The minister of defence told Boris Johnson to leave.",
            ("Boris Johnson", "The minister of defence"),
        ),
        ("The bank of England warned Theresa May.", ("Theresa May",)),
        ("He flew to Sharm el-Sheikh, Egypt, on Monday.", ("Sharm el-Sheikh", "Egypt")),
        ("The mayor of Odesa, Ukraine, left.", ("Odesa", "Ukraine")),
        ("The archbishop of Paris, New York and Rome left.", ("Paris", "New York", "Rome")),
        ("The Putin-Xi summit ended.", ("Putin", "Xi")),
        ("The US-Iran talks ended.", ("US",)),
        (
            "Chad's president and Prime Minister Piet Ohlsson left.",
            ("Chad's president", "Prime Minister Piet Ohlsson"),
        ),
        ("The prime minister and Foreign Minister Piet Ohlsson left.", ("The prime minister",)),
        ("Chad's Premier and Interior Minister Piet Ohlsson are ill.", ("Interior Minister Piet Ohlsson",)),
        ("The President, Vice President Pence and others left.", ("The President", "Vice President Pence")),
        ("The mayor of Aleppo, Syria, left.", ("The mayor of Aleppo", "Syria")),
        ("The envoy to Syria, Iraq and Jordan left.", ("The envoy", "Syria", "Iraq", "Jordan")),
        ("Kenya's President William Ruto left.", ("Kenya",)),
    ],
)
def test_what_does_not_belong_together_stays_apart(text: str, apart: tuple[str, ...]) -> None:
    assert set(apart) <= {phrase for phrase, _ in referents(text)}


@pytest.mark.parametrize(
    ("text", "whole", "name", "halves"),
    [
        (
            "Bosnia and Herzegovina left the talks.",
            "Bosnia and Herzegovina",
            "Bosnia and Herzegovina",
            ("Bosnia", "Herzegovina"),
        ),
        (
            "Snow fell in Srinagar, Jammu and Kashmir.",
            "Jammu and Kashmir",
            "Jammu and Kashmir",
            ("Jammu", "Kashmir"),
        ),
        (
            "Envoys left the Organization for Security and Co-operation in Europe.",
            "the Organization for Security and Co-operation in Europe",
            "OSCE",
            ("Security", "Co-operation in Europe", "Europe"),
        ),
        (
            "The army killed 40 Islamic State of Iraq and Syria fighters.",
            "40 Islamic State of Iraq and Syria fighters",
            "40 Islamic State of Iraq and Syria fighters",
            ("Iraq", "Syria", "Syria fighters"),
        ),
    ],
)
def test_a_name_with_and_is_one_phrase(text: str, whole: str, name: str, halves: tuple[str, ...]) -> None:
    found = dict(referents(text))
    assert found[whole].name == name
    assert not set(halves) & set(found)


def test_two_names_with_and_stay_two() -> None:
    assert {"Russia", "China"} <= set(dict(referents("Russia and China left the talks.")))
