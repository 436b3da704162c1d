"""The subtype that the cue words around a trigger speak for; the trigger stands in square brackets."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.ontology import ontology
from extractor.triggers.subtypes import load_kinds, subtype_features
from tests.factuality.marked import candidate

TABLE = [
    ("strike.airstrike", "Warplanes [attacked] a convoy near the border."),
    ("strike.drone", "A drone [attack] hit the depot."),
    ("strike.bombing", "A suicide bomber [attacked] the mosque."),
    ("strike.other", "A man [attacked] commuters with a knife."),
    ("threat.economic", "The minister [threatened] to impose tariffs."),
    ("threat.nuclear", "The general [threatened] the island with nuclear weapons."),
    ("threat.legal", "The editor [threatened] to sue the ministry."),
    ("offer.settlement", "The emir [proposed] a ceasefire."),
    ("offer.aid", "Norway [offered] the island a loan."),
    ("offer.concession", "The rebels [offered] to release the prisoners."),
    ("meeting.call", "The two leaders had a telephone [conversation]."),
    ("meeting.mediation", "Oman [mediated] between the two sides."),
]


@pytest.mark.parametrize(("subtype", "text"), TABLE)
def test_the_nearest_cue_words_lead(extractor: Any, subtype: str, text: str) -> None:
    kind, name = subtype.split(".")
    sentence, found = candidate(extractor, text, kind)
    features = subtype_features(sentence, found)
    votes = [feature for feature in features if feature.startswith("vote=")]
    assert any(vote.startswith(f"vote={kind}:") and vote.endswith(f":{name}") for vote in votes), votes


def test_what_is_struck_is_no_weapon(extractor: Any) -> None:
    sentence, found = candidate(extractor, "Gunmen [attacked] a tank.", "strike")
    features = subtype_features(sentence, found)
    assert [f for f in features if f.startswith("vote=")] == ["vote=strike:other:shooting"]


def test_the_table_names_subtypes_of_the_ontology() -> None:
    known = {(t.name, s.name) for t in ontology().types for s in t.subtypes}
    assert {(key.split()[0], name) for key, names in load_kinds().items() for name in names} <= known
