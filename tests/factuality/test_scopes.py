"""The status that the rules of scope give a trigger; the trigger stands in square brackets."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.factuality.features import load_cues, status_features
from extractor.factuality.scopes import read_status
from tests.factuality.marked import marked

TABLE = [
    # facts, the news present, reported speech
    ("occurred", "The two presidents [met] in Vienna on Monday."),
    ("occurred", "Jets [bomb] a market in the old town."),
    ("occurred", "Officials said that jets had [bombed] the market."),
    ("occurred", "The envoy left the city after the [talks]."),
    ("occurred", "Rebels were accused of [shelling] the village."),
    ("occurred", "The group denied any involvement in the [attack]."),
    ("occurred", "She was the first minister to [visit] the island."),
    ("occurred", "The minister condemned the [attack] on the bus."),
    # going on
    ("ongoing", "The ministers are [meeting] in Geneva."),
    ("ongoing", "The [talks] are under way in Cairo."),
    ("ongoing", "The ongoing [offensive] has emptied the valley."),
    ("ongoing", "Warplanes continue to [bomb] the valley."),
    ("ongoing", "The army pushed ahead with its [offensive]."),
    ("ongoing", "The militia pressed on with its [offensive] against the port."),
    ("ongoing", "The army has been carrying out [raids] in the valley since March."),
    ("ongoing", "The army has been [shelling] the port since Monday."),
    # planned
    ("planned", "The leaders will [meet] on Friday."),
    ("planned", "The leaders are to [meet] on Friday."),
    ("planned", "The king plans to [visit] the port."),
    ("planned", "The upcoming [summit] has divided the bloc."),
    ("planned", "The [talks] planned for Friday are in doubt."),
    ("planned", "The host postponed the [summit] until March."),
    ("planned", "Protesters gathered ahead of the [summit]."),
    ("planned", "The [summit], due to begin on Monday, is in doubt."),
    ("planned", "The group halted its raids before the [talks] due to take place in Stockholm next week."),
    # possible: demands, fears, conditions, modals
    ("possible", "The union called for [talks] with the rebels."),
    ("possible", "Officials warned of an [attack] on the port."),
    ("possible", "The army could [strike] the port."),
    ("possible", "If the rebels [attack] the port, ships will leave."),
    ("possible", "The general is considering an [attack]."),
    ("possible", "The ministers hoped to host a [summit] in the autumn."),
    ("possible", "She urged the rebels to [negotiate]."),
    # denied
    ("denied", "The two leaders did not [meet]."),
    ("denied", "The president cancelled the [visit]."),
    ("denied", "The president cancelled the planned [visit]."),
    ("denied", "The rebels refused to [negotiate]."),
    ("denied", "The army denied that it had [shelled] the village."),
    ("denied", "No [talks] were held in the capital."),
    ("denied", "The host postponed the [summit]."),
    ("denied", "The two sides have yet to [meet]."),
    ("denied", "Neither side [shelled] the port."),
    ("denied", "Neither the army nor the rebels [attacked] the port."),
    ("denied", "The envoys did not stay the night, nor did they [meet] the general."),
    ("denied", "The envoys did not stay or [meet] with the general."),
    ("denied", "The envoy has neither phoned nor [met] the general."),
    ("denied", "The army did not send commandos to [raid] the camps."),
    ("denied", "The general sent nobody to [meet] the envoy."),
    ("denied", "The envoy [met] nobody in Oslo."),
    ("denied", "The [meeting] never took place."),
    ("denied", "The [talks] fell through."),
    ("denied", "The rebels pulled out of the [talks]."),
    # a negation beside them
    ("occurred", "The rebels walked out of the [talks]."),
    ("occurred", "The army did not wait or rest, and it [shelled] the port."),
    ("occurred", "The envoys did not speak but [met] in the corridor."),
    ("occurred", "He did not resign when he [met] the general."),
    ("occurred", "Not only did they [bomb] the port, they shelled the town."),
]


@pytest.mark.parametrize(("status", "text"), TABLE)
def test_status_by_rule(extractor: Any, status: str, text: str) -> None:
    sentence, mention = marked(extractor, text)
    reading = read_status(sentence.tree, mention.token, load_cues())
    assert (reading.status, reading.reason != "") == (status, True), (reading.reason, reading.path)


def test_the_rule_and_its_grounds_are_features(extractor: Any) -> None:
    sentence, mention = marked(extractor, "The king plans to [visit] the port next week.")
    found = status_features(sentence, mention, load_cues())
    assert {"vote=planned", "why=clause:planned", "time=meeting:v:coming"} <= set(found)
