"""What is outright a meeting, and what is private or none; the trigger stands in square brackets."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.factuality.marked import events_at, triggers_in

MEETINGS = [
    # parties that talk with each other
    "The two leaders will [discuss] the new defence agreement.",
    "The two companies are continuing to [negotiate], people close to them said.",
    "Both governments will [negotiate] over the water of the river.",
    "Ann Doe and Kim Lund [discussed] the truce.",
    "The two foreign ministers [conferred] for an hour.",
    "Aung Lin [discusses] the transfer of power with President Than.",
    "The premier [discussed] the truce with rebel leaders.",
    "The minister [discussed] the crisis with his Greek counterpart.",
    # talks with a side
    "The strike was called off pending [talks] with the city.",
    "The colonel wants [talks] with the opposition.",
    "The guild ended [talks] with the studios on Friday.",
    "The tribe refused [talks] with the company.",
    # who brings sides together, and who is met in a body
    "The village lay outside the zone of a truce [brokered] by Qatar.",
    "A deal [mediated] by Oman ended the siege.",
    "They praised the ceasefire [mediated] by the African Union.",
    "The president [met] with a rescue team in the port.",
    "The minister [met] a mission from the bank.",
    "The junta said it would [meet] the envoys only if sanctions were lifted.",
    "The rebels say they will [meet] the government only after a truce.",
    # conferences of donors, and for peace
    "At a one-day donors' [conference] in London, the prime minister promised aid.",
    "A [conference] of donors in Brussels raised six billion euros.",
    "A donor [conference] in Brussels raised six billion euros.",
    "Leaders of nine states attended a peace [conference] in Bonn.",
    # meals
    "The two presidents held a working [breakfast].",
    "The two kings held a [luncheon] at the palace.",
    "The king gave a [dinner] for the Qatari delegation.",
    "The two prime ministers shared a [lunch] of herring in the harbour.",
    # who meets for others
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
    "The two men discussed football in the pub.",
    "Doctors discuss the disease in the journal.",
    "He discussed the case with his wife.",
    "She discussed her novel with John Smith on the radio.",
    "The annual general meeting of shareholders was short.",
    "The shareholders' meeting approved the dividend.",
    "She gives talks with slides at schools.",
    "The park is a meeting point for climbers.",
    "Canada advises its citizens not to visit Niger.",
    "The health agency told people not to visit the lake.",
    "The truce brokered in May has collapsed.",
    "A pact brokered last year holds, farmers say.",
    "The brokered deal angered the colonel.",
    "The minister met with success.",
    "The president met with criticism.",
    "The two leaders' books discuss the war.",
    "He told a conference of dentists in Lyon that sugar is bad.",
    "She won a peace prize and spoke at a conference of teachers.",
    "The party held a dinner for its members.",
    "The two teams shared a breakfast.",
    "The minister's dinner got cold.",
    # who meets in a life of his own
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
