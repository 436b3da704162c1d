"""What is offered or threatened is no event of its own."""

from __future__ import annotations

import pytest

from extractor import Article, Extractor


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Oman offered to host talks between the two governments.", ["offer"]),
        ("The pope offered to host talks in Rome between Moscow and Kyiv.", ["offer"]),
        ("Japan invited the president of Kenya to a summit in Tokyo.", ["offer"]),
        ("The general threatened to bomb the port of Hodeidah.", ["threat"]),
        ("Its threat of airstrikes on Damascus was repeated by Israel on Monday.", ["threat"]),
        ("An invitation for Modi to visit Colombo was extended by the Sri Lankan president.", ["offer"]),
        ("At a meeting in Geneva, Iran threatened to close the strait.", ["meeting", "threat"]),
        ("The emir vowed to avenge the attack on Doha.", ["strike", "threat"]),
        ("Togo threatened to boycott the summit in Accra.", ["meeting", "threat"]),
        ("Chad vowed to retaliate for the bombing of the market in Abeche.", ["strike", "threat"]),
        ("The army vowed to respond to any attack on its camps.", ["threat"]),
        ("After the attack on Kabul, Qatar offered to send doctors.", ["offer", "strike"]),
        ("The talks that Oman offered to Chad came too late.", ["offer"]),
        ("Talks offered by Oman to Chad came too late.", ["offer"]),
        ("The offer made by Oman to Chad included peace talks.", ["offer"]),
        ("The attack that Iran threatened never came.", ["threat"]),
        ("The talks proposed by Oman took place in Muscat on Monday.", ["meeting", "offer"]),
        ("The meeting at which Trump threatened Mexico lasted an hour.", ["meeting", "threat"]),
        ("The bombing Iran vowed to avenge killed ten people in Kerman.", ["strike", "threat"]),
    ],
)
def test_a_trigger_in_the_content_is_no_event(extractor: Extractor, text: str, types: list[str]) -> None:
    assert sorted(event.type for event in extractor.extract(Article(text=text)).events) == types


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Pyongyang threatened that Seoul would pay a terrible price if the drills went on.", 1),
        ('Biden said he had warned the Russian leader of "devastating" consequences if she died.', 1),
        ("Trump answered the threats of the general with threats of his own.", 2),
    ],
)
def test_what_is_threatened_is_no_further_threat(extractor: Extractor, text: str, mentions: int) -> None:
    events = extractor.extract(Article(text=text)).events
    assert sum(len(event.mentions) for event in events if event.type == "threat") == mentions
