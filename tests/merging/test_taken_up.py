"""A mention that is not sure by itself is one of an event that another sentence states for sure, or none."""

from __future__ import annotations

import pytest

from extractor import Article, Extractor
from extractor.evidence import Mention
from extractor.judge.bars import TriggerBar

AGAIN = [
    "Gunmen attacked a hotel in Bamako on Friday. The attack left four people dead.",
    "Lavrov held talks with Tillerson in Vienna. Their talks were about Syria.",
    "Boko Haram raided a village in Cameroon on Sunday. Two soldiers died in the raid.",
]
APART = [
    "Gunmen attacked a hotel in Bamako on Friday. A suicide bomber blew up a mosque in Kabul on Sunday.",
    "Merkel visited Warsaw in March. The pope visited Myanmar in November.",
]


def _mentions(extractor: Extractor, text: str) -> list[Mention]:
    mentions = extractor.mentions(extractor.analyse(Article(text=text)))
    assert len(mentions) == 2
    return mentions


@pytest.mark.parametrize("text", AGAIN)
@pytest.mark.parametrize("unsure", [0, 1])
def test_it_joins_the_event_that_it_states_again(extractor: Extractor, text: str, unsure: int) -> None:
    mentions = _mentions(extractor, text)
    mentions[unsure].sure = False
    assert extractor._decider.clusters(mentions) == [mentions]


@pytest.mark.parametrize("text", APART)
@pytest.mark.parametrize("unsure", [0, 1])
def test_it_is_no_event_of_its_own(extractor: Extractor, text: str, unsure: int) -> None:
    mentions = _mentions(extractor, text)
    mentions[unsure].sure = False
    assert extractor._decider.clusters(mentions) == [[mentions[1 - unsure]]]


@pytest.mark.parametrize("text", AGAIN)
def test_without_a_sure_one_there_is_no_event(extractor: Extractor, text: str) -> None:
    other = extractor.with_models(extractor.models)
    other._decider.trigger_bar = TriggerBar(1.1, 1.1, 1.1, 1.1, 0.1)
    assert not other._decider.accepted(other.analyse(Article(text=text)))
    assert other.extract(Article(text=text)).events == ()


def test_what_it_says_of_the_event_does_not_count(extractor: Extractor) -> None:
    text = "Gunmen attacked a hotel in Bamako on Friday. The attack in Mali left four people dead."
    analysis = extractor.analyse(Article(text=text))
    mentions = extractor.mentions(analysis)
    mentions[1].sure = False
    ((_, event),) = extractor._events(extractor._decider.clusters(mentions), analysis)
    assert len(event.mentions) == 2
    assert {actor.span.text for actor in event.actors} == {"Gunmen", "a hotel"}


@pytest.mark.parametrize(
    ("behind", "triggers"),
    [
        ("The Islamic State claimed the attack.", ["explosion", "attack"]),
        ("The mayor spoke. The Islamic State claimed the attack.", ["explosion", "attack"]),
        ("Soldiers attacked a village in Mali.", ["attacked"]),
        ("It rained. It snowed. The Islamic State claimed the attack.", ["attack"]),
        ("It rained.", []),
    ],
)
def test_a_definite_noun_takes_up_what_is_too_improbable_by_itself(
    extractor: Extractor, behind: str, triggers: list[str]
) -> None:
    result = extractor.extract(Article(text=f"There was an explosion in Kabul. {behind}"))
    found = sorted((m.trigger.start, m.trigger.text) for event in result.events for m in event.mentions)
    assert [text for _, text in found] == triggers
