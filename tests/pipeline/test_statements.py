"""What one clause states is one event, whose actors are no events and have one role each."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import Article, Extractor

PUBLISHED = dt.date(2024, 3, 14)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Russian airstrikes hit a hospital in Idlib on Monday, killing 12 people.", "Russia"),
        ("A market in Sanaa was hit by Saudi airstrikes.", "Saudi Arabia"),
        ("Israeli shelling struck a school in Rafah on Tuesday.", "Israel"),
        ("Russian shelling hit a market in Kherson.", "Russia"),
    ],
)
def test_verb_and_noun_of_one_statement_are_one_mention(extractor: Extractor, text: str, source: str) -> None:
    events = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert [e.type for e in events] == ["strike"]
    assert len(events[0].mentions) == 1
    assert [a.name for a in events[0].actors if a.role == "source"] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Traoré flew to Bamako on Sunday for talks with his Malian counterpart, Assimi Goïta.",
        "Putin arrived in Delhi for a meeting with Modi.",
        "The Norwegian king visited Riga to hold talks with the Latvian president.",
    ],
)
def test_who_comes_for_a_meeting_meets_once(extractor: Extractor, text: str) -> None:
    (event,) = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert event.type == "meeting" and len(event.mentions) == 1


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("A suicide bomber killed ten people in Kabul. The Taliban claimed responsibility.", {"Taliban"}),
        ("Gunmen attacked a bus in Karachi. Jundallah later claimed responsibility.", {"Jundallah"}),
        ("A bomb exploded in Quetta, killing ten people. No group claimed responsibility.", set()),
        ("A bomb exploded in Quetta, killing ten people. The bank's chairman took notes.", set()),
    ],
)
def test_who_claims_an_attack_is_its_source(extractor: Extractor, text: str, sources: set[str]) -> None:
    (event,) = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    named = {a.name for a in event.actors if a.role == "source" and a.name[0].isupper()}
    assert named - {"Gunmen"} == sources


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        (
            "Gunmen killed 15 worshippers in Zamfara. At least 15 people died in the attack.",
            {"15 worshippers"},
        ),
        ("A bomb killed twelve soldiers in Mogadishu. The blast killed 12 people.", {"twelve soldiers"}),
        (
            "A bomb killed nine soldiers in Mogadishu. The blast killed 12 people.",
            {"nine soldiers", "12 people"},
        ),
        ("Gunmen killed five soldiers and five other people in Gao.", {"five soldiers", "five other people"}),
    ],
)
def test_victims_are_counted_once(extractor: Extractor, text: str, victims: set[str]) -> None:
    (event,) = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert {a.name for a in event.actors if a.role == "target" and a.kind == "group"} == victims


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Somalia and Ethiopia agreed to restore ties following a meeting in Ankara on Monday.",
            "2024-03-11",
        ),
        ("Modi and Carney agreed to resume trade talks after meeting in Rome on Tuesday.", "2024-03-12"),
        ("Modi agreed to meet Carney in Rome on Tuesday.", "2024-03-19"),
        ("A meeting of the two presidents that had been planned for Monday was scrapped.", "2024-03-11"),
        ("The EU called a summit for Wednesday.", "2024-03-20"),
        ("The minister's visit to Seoul has been postponed until July 3.", "2024-07-03"),
    ],
)
def test_the_side_on_which_a_weekday_lies(extractor: Extractor, text: str, day: str) -> None:
    events = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert [str(e.date.start) for e in events if e.date is not None] == [day]


def test_one_statement_is_explained_as_one_mention(extractor: Extractor) -> None:
    text = "Russian airstrikes hit a hospital in Idlib on Monday, killing 12 people."
    (explanation,) = extractor.explain(Article(text=text, published_at=PUBLISHED))
    assert [m.trigger for m in explanation.mentions] == [m.trigger.text for m in explanation.event.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Trump threatened Iran with new sanctions on Friday, and Tehran warned that it would retaliate.",
        "Ukraine struck an airfield in Russia. Russia struck the port of Odesa.",
        "Norway offered Somalia a loan.",
    ],
)
def test_no_entity_is_on_both_sides_of_an_event(extractor: Extractor, text: str) -> None:
    for event in extractor.extract(Article(text=text, published_at=PUBLISHED)).events:
        sides = [{a.name for a in event.actors if a.role == role} for role in ("source", "target")]
        assert sides[0].isdisjoint(sides[1])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Xi Jinping called off a visit to Tokyo planned for April.", dt.date(2024, 4, 1)),
        ("The two presidents postponed a summit scheduled for Friday.", dt.date(2024, 3, 15)),
        ("Envoys of Chad and Sudan met in Abeche on Monday.", dt.date(2024, 3, 11)),
    ],
)
def test_what_is_planned_for_a_day_lies_ahead(extractor: Extractor, text: str, start: dt.date) -> None:
    (event,) = extractor.extract(Article(text=text, published_at=PUBLISHED)).events
    assert event.date is not None
    assert event.date.start == start


def test_a_pair_is_no_third_one(extractor: Extractor) -> None:
    text = "Macron phoned Scholz and Meloni, urging both leaders to meet."
    for event in extractor.extract(Article(text=text, published_at=PUBLISHED)).events:
        names = {actor.name for actor in event.actors}
        assert names >= {"Olaf Scholz", "Giorgia Meloni"}
        assert not any(" and " in name for name in names)


def test_the_reasons_for_one_of_several_are_those_for_all(extractor: Extractor) -> None:
    text = "The governments of Mali and Niger held talks in Bamako."
    (explanation,) = extractor.explain(Article(text=text, published_at=PUBLISHED))
    (mention,) = explanation.mentions
    assert [actor.name for actor in mention.actors] == ["government of Mali", "government of Niger"]
    assert {actor.text for actor in mention.actors} == {"The governments of Mali and Niger"}
    assert mention.actors[0].reasons == mention.actors[1].reasons != ()
