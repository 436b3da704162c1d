"""What is offered or threatened, and who is named as the source of a statement."""

from __future__ import annotations

import pytest

from tests.known_failures import Case, check_share, params
from tests.reading import Reading

# Type, sentence, content.
CONTENT = [
    ("threat", "Iran threatened to close the Strait of Hormuz.", "to close the Strait of Hormuz"),
    ("threat", "Iran's threat to close the strait alarmed shippers.", "to close the strait"),
    ("threat", "The militia threatened that it would blow up the dam.", "it would blow up the dam"),
    ("threat", "Trump threatened to impose tariffs on Mexico.", "to impose tariffs on Mexico"),
    ("threat", "The rebels threatened to attack the capital, officials said.", "to attack the capital"),
    (
        "offer",
        "Switzerland offered to mediate between Russia and Ukraine.",
        "to mediate between Russia and Ukraine",
    ),
    ("offer", "Norway offered Somalia a loan of ten million dollars.", "a loan of ten million dollars"),
    ("offer", "The junta offered to release ten prisoners.", "to release ten prisoners"),
    ("offer", "The guerrillas rejected the government's offer of a ceasefire.", "a ceasefire"),
    ("offer", "South Korea's offer to hold talks has gone unanswered.", "to hold talks"),
    ("offer", "Zelensky is ready to meet Putin.", "to meet Putin"),
    (
        "offer",
        "Egypt proposed that the two sides should stop fighting.",
        "the two sides should stop fighting",
    ),
    ("offer", "The king invited the rebel leader to his palace.", "to his palace"),
    ("offer", "Norway invited the inspectors to Oslo.", "to Oslo"),
    ("threat", "Trump threatened Mexico with tariffs.", "tariffs"),
    ("threat", "North Korea threatened Japan.", None),
    ("offer", "Russia offered Niger technical help.", "technical help"),
    ("offer", "The United States offered Ukraine security guarantees.", "security guarantees"),
    ("threat", "Burkina Faso's ruler threatened it with retaliation.", "retaliation"),
    (
        "threat",
        "India warned Pakistan that any further attack would be treated as an act of war.",
        "any further attack would be treated as an act of war",
    ),
    ("offer", "Japan pledged 40 million dollars to Nepal.", "40 million dollars"),
    (
        "offer",
        "Russia offered Iran a loan of two billion dollars to build a dam.",
        "a loan of two billion dollars",
    ),
    ("offer", "A ceasefire was offered by the rebels after the battle.", "A ceasefire"),
    (
        "offer",
        "The bank made a two billion dollar takeover bid for its rival.",
        "two billion dollar takeover",
    ),
    ("offer", "Norway offered the refugees a shelter, which they accepted.", "a shelter"),
    (
        "offer",
        "Kuwait offered to host the talks after the Omani minister resigned.",
        "to host the talks",
    ),
    ("threat", "The general threatened Chad with air strikes if it shelters the rebels.", "air strikes"),
    ("threat", "The school received a bomb threat on Monday.", "bomb"),
    (
        "threat",
        "The situation is grave: Sudan has vowed to respond to the attack.",
        "to respond to the attack",
    ),
    ("threat", "“We will bomb your ports,” the general warned Iran.", "We will bomb your ports"),
]
# Type, sentence, the source of the statement or nothing.
ATTRIBUTION = [
    ("strike", "Officials said gunmen attacked a ministry in Kabul.", "Officials"),
    ("strike", "Gunmen attacked a ministry in Kabul, officials said.", "officials"),
    ("strike", "According to the army, rebels shelled the town.", "the army"),
    ("strike", "Rebels shelled the town, according to the army.", "the army"),
    (
        "strike",
        "The interior ministry reported that a suicide bomber attacked a mosque.",
        "The interior ministry",
    ),
    ("meeting", "The Kremlin announced that Putin met Erdogan in Sochi.", "The Kremlin"),
    ("threat", "A spokesman said that Iran threatened to close the strait.", "A spokesman"),
    ("strike", "Gunmen attacked a ministry in Kabul.", ""),
    ("meeting", "Putin met Erdogan in Sochi on Monday.", ""),
    ("strike", "Rebels said nothing and attacked the town.", ""),
    ("strike", "The ministry admitted that rebels had attacked a port.", "The ministry"),
    ("strike", "The governor, who saw the rebels attack a port, said it was quiet.", ""),
    ("threat", "Iran said it would threaten the ships of its enemies.", ""),
    ("offer", "Norway says it is ready to meet the rebels.", ""),
]
CONTENTS = [Case("content", sentence, (kind, expected)) for kind, sentence, expected in CONTENT]
ATTRIBUTIONS = [Case("attribution", sentence, (kind, expected)) for kind, sentence, expected in ATTRIBUTION]


@pytest.mark.parametrize("case", params(CONTENTS))
def test_tells_what_is_offered_or_threatened(case: Case, read: Reading) -> None:
    kind, expected = case.value
    found = [e.content and e.content.text for e in read(case.id).events if e.type == kind]
    assert found == [expected], f"{found}"


@pytest.mark.parametrize("case", params(ATTRIBUTIONS))
def test_tells_who_says_so(case: Case, read: Reading) -> None:
    kind, expected = case.value
    found = [e.attribution.span.text if e.attribution else "" for e in read(case.id).events if e.type == kind]
    assert found == [expected], f"{found}"


@pytest.mark.parametrize(
    "text", [sentence for kind, sentence, _ in ATTRIBUTION if kind in ("strike", "meeting")]
)
def test_meetings_and_strikes_have_no_content(text: str, read: Reading) -> None:
    assert all(e.content is None for e in read(text).events if e.type in ("strike", "meeting"))


def test_content_may_break_off_before_its_noun(read: Reading) -> None:
    read("The US promised Chad a")


@pytest.mark.parametrize("table", [CONTENTS, ATTRIBUTIONS], ids=["content", "attribution"])
def test_few_sentences_are_known_to_fail(table: list[Case]) -> None:
    check_share(table, 0.2)
