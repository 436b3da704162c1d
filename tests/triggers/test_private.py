"""Who meets in a life of his own, and who meets for others."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.factuality.marked import events_at, triggers_in

MEETINGS = [
    "The minister [met] her Danish counterpart at a dinner.",
    "The prime minister [met] the wife of the jailed dissident in Minsk.",
    "The president and his wife [met] the pope in Rome.",
    "The two presidents [met] at a reception in Lisbon in 1998.",
    "The envoys [met] while attending a funeral in Oslo.",
    "The two leaders [met] in Leeds and agreed to a truce.",
    "The king [met] the families of the victims in Madrid.",
    "The pair of ministers [met] the mediator in Doha.",
    "The royal couple [met] the president of Ghana in Accra.",
    "The rebels and the envoy [met] at a school near Goma.",
    "The pair [met] in Geneva on Monday.",
    "Macron chaired an emergency [meeting] of members of the European Council.",
]
NOTHING = [
    "He met his future wife in college in Ohio.",
    "The couple met at a party in Lisbon in 1998.",
    "Tom met his girlfriend on a dating app last year.",
    "The two met as students in Leeds and married in 1987.",
    "Smith met his second wife, an actress, while filming in Rome.",
    "Her parents met at a church picnic.",
    "He met the woman he would marry at a bus stop.",
    "Anna and Paul met online and fell in love.",
    "She first met her fiance at a concert in Dublin.",
    "The pair met at school and have been together since 2009.",
    "The senator met her husband during a campaign in Iowa.",
    "They met at university in the seventies and founded the firm a decade later.",
]


@pytest.mark.parametrize("text", MEETINGS)
def test_is_a_meeting(extractor: Extractor, text: str) -> None:
    assert "meeting" in [event.type for event in events_at(extractor, text)]


@pytest.mark.parametrize("text", NOTHING)
def test_is_no_meeting(extractor: Extractor, text: str) -> None:
    assert not triggers_in(extractor, text)
