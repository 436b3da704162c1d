"""Two attacks of one sentence: what somebody answers to, lists of kinds, and what stays one event."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import Article, Extractor

PUBLISHED = dt.date(2024, 3, 14)
# Sentence; of each event the trigger, its sources and targets, and its places.
ANSWERS = [
    (
        "Israeli jets struck a depot near Homs in retaliation for a Hezbollah rocket attack on Kiryat Shmona.",
        {"struck": ({"Israeli jets", "depot"}, {"Homs"}), "attack": ({"Hezbollah", "Kiryat Shmona"}, {"Kiryat Shmona"})},
    ),
    (
        "Turkish artillery shelled Kurdish positions in revenge for a bombing in Gaziantep.",
        {"shelled": ({"Turkish artillery", "Kurdish positions"}, set()), "bombing": ({"Gaziantep"}, {"Gaziantep"})},
    ),
    (
        "Iran fired missiles at a base in Erbil in retaliation for the killing of its general in a US drone strike.",
        {"fired": ({"Iran", "base"}, {"Erbil"})},
    ),
    (
        "Kenyan jets bombed two camps in Somalia days after gunmen attacked a university in Garissa.",
        {"bombed": ({"Kenyan jets", "two camps"}, {"Somalia"}), "attacked": ({"gunmen", "university"}, {"Garissa"})},
    ),
    (
        "Kenyan jets bombed two al-Shabaab camps near Kismayo in response to the attack on the university in Garissa.",
        {
            "bombed": ({"Kenyan jets", "two al-Shabaab camps"}, {"Kismayo"}),
            "attack": ({"al-Shabaab", "university"}, {"Garissa"}),  # which is hit in return
        },
    ),
    (
        "Turkish artillery shelled Kurdish posts near Kobani a day after a bombing in Suruc killed 32 people.",
        {"shelled": ({"Turkish artillery", "Kurdish posts"}, {"Kobani"}), "bombing": ({"32 people"}, {"Suruç"})},
    ),
    (
        "Hamas fired rockets at Ashkelon; Israel shelled Hamas posts in Gaza, wounding two militants.",
        {
            "fired": ({"Hamas", "Ashkelon"}, {"Ashkelon"}),
            "shelled": ({"Israel", "Hamas posts", "two militants"}, {"Gaza Strip"}),
        },
    ),
]  # fmt: skip
KINDS = [
    "Pakistan carried out air strikes and artillery shelling in Khost on Sunday.",
    "Russian drone strikes and shelling killed nine people in Kherson on Monday.",
]
ONE = [
    "A councillor was shot and killed in Naranjal on Tuesday.",
    "Rockets were fired at Ashkelon and exploded near a school.",
    "A mayor was assassinated in a car bombing in Melitopol.",
    "A tanker was attacked with drones launched by Houthi fighters.",
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_an_attack_and_what_it_answers_to_have_nothing_in_common(
    extractor: Extractor, text: str, expected: dict[str, tuple[set[str], set[str]]]
) -> None:
    events = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    found = {
        e.mentions[0].trigger.text: ({a.name for a in e.actors}, {p.name for p in e.places}) for e in events
    }
    assert expected.items() <= found.items()


@pytest.mark.parametrize("text", KINDS)
def test_attacks_of_two_kinds_are_two(extractor: Extractor, text: str) -> None:
    events = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert len({e.subtype for e in events}) == len(events) == 2


@pytest.mark.parametrize("text", ONE)
def test_what_one_clause_tells_is_one_event(extractor: Extractor, text: str) -> None:
    events = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert len(events) == 1


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A gunman entered a school in Dover on Monday. He shot three pupils.", "gunman"),
        ("A bomb exploded near a bus in Quetta. The militants claimed responsibility.", "militants"),
    ],
)
def test_sentences_without_events_tell_who_is_meant(extractor: Extractor, text: str, source: str) -> None:
    (event,) = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert source in {a.name for a in event.actors if a.role == "source"}


def test_who_claims_an_attack_elsewhere_is_explained(extractor: Extractor) -> None:
    text = "A bomb exploded in a market in Mogadishu, killing ten people. Al-Shabaab claimed responsibility."
    (explanation,) = extractor.explain(Article(text=text, published_at=PUBLISHED))
    reasons = {a.name: a.reasons for mention in explanation.mentions for a in mention.actors}
    assert [reason.feature for reason in reasons["al-Shabaab"]] == ["claims it"]


def test_who_claims_an_attack_in_a_longer_sentence_is_not_sought_in_the_attack_s_own(
    extractor: Extractor,
) -> None:
    text = (
        "There was an attack on Monday. In a message on a channel which it has often used before, "
        "the Islamic State group claimed responsibility for it. Police shot two gunmen in Lille."
    )
    sources = [
        {a.name for a in event.actors if a.role == "source"}
        for event in extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    ]
    assert sources == [{"Islamic State"}, {"Police"}]


def test_who_leaves_a_town_does_it_no_harm(extractor: Extractor) -> None:
    text = "Gunmen killed three soldiers and left the village on Monday."
    (event,) = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert {a.name for a in event.actors if a.role == "target"} == {"three soldiers"}


def test_a_town_near_which_in_a_country_is_the_place(extractor: Extractor) -> None:
    text = "Russian missiles struck a depot in Ukraine near Kharkiv on Monday."
    (event,) = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert [place.name for place in event.places] == ["Kharkiv"]


def test_whom_somebody_vows_to_attack_an_earlier_attack_has_not_struck(extractor: Extractor) -> None:
    text = "The prime minister condemned the bombing and vowed to crush the militants."
    events = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    targets = {e.type: [a.name for a in e.actors if a.role == "target"] for e in events}
    assert targets == {"strike": [], "threat": ["militants"]}
