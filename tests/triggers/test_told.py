"""The subtype that the content of an offer or a threat tells outright; the trigger stands in square brackets."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.ontology import ontology
from extractor.triggers.told import with_told
from tests.factuality.marked import candidate

TOLD = [
    ("threat.military", "Turkey [threatened] to annex the island."),
    ("threat.economic", "The minister [threatened] the court with tariffs."),
    ("threat.legal", "The ministry [threatened] legal action."),
    ("threat.military", "The ministry [threatened] military action."),
    ("threat.economic", "Beijing [threatened] to boycott Norwegian fish."),
    ("threat.economic", "Chad may [threaten] Peru with a boycott of its coal."),
    ("threat.diplomatic", "Iran [threatened] to boycott the summit."),
    ("strike.bombing", "A convoy [hit] a mine near Kidal."),
    ("threat.unspecified", "The ministry [threatened] retaliation."),
    ("threat.unspecified", "Oslo has never [threatened] Madrid."),
    ("threat.diplomatic", "The country got an [ultimatum] to leave the island."),
    ("offer.concession", "The commission [proposed] to lift the ban."),
    ("offer.mediation", "Oman [offered] to mediate."),
    ("offer.deal", "The brewer [offered] two billion dollars for a Danish bank."),
    ("offer.other", "The ministry [offered] two million dollars for information on the general."),
    ("threat.unspecified", "Oslo [warned] that Riga would pay a high price."),
    ("offer.talks", "The emir [offered] peace talks."),
    ("threat.diplomatic", "The premier [told] the king that Warsaw would veto the budget."),
]
OPEN = [
    ("threat", "The union [threatened] to strike."),
    ("threat", "The group [threatened] to attack the town."),
    ("threat", "The company [threatened] to paint the bridge."),
    ("offer", "The emir [offered] his guest a horse."),
    ("offer", "The ministry [offered] two million dollars for the refugees."),
    ("offer", "The firm made a [bid] of two billion dollars."),
]


def _among(kind: str) -> dict[str, float]:
    """All subtypes of a type, none more probable than another."""
    names = [s.name for t in ontology().types if t.name == kind for s in t.subtypes]
    return {name: 1.0 / len(names) for name in names}


@pytest.mark.parametrize(("subtype", "text"), TOLD)
def test_the_content_tells_it(extractor: Any, subtype: str, text: str) -> None:
    kind, name = subtype.split(".")
    found = with_told(*candidate(extractor, text, kind), _among(kind))
    assert max(found, key=lambda s: found[s]) == name
    assert sum(found.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(("kind", "text"), OPEN)
def test_leaves_it_to_the_weights(extractor: Any, kind: str, text: str) -> None:
    assert with_told(*candidate(extractor, text, kind), _among(kind)) == _among(kind)


def test_a_bomb_may_be_an_outlaws(extractor: Any) -> None:
    likely = _among("threat") | {"violence": 0.6}
    assert with_told(*candidate(extractor, "He [threatened] to invade the bank."), likely) == likely
