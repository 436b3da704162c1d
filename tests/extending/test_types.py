"""Small files of one's own: rows of the package's types, types like others, subtypes by words, roles by governors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest

from extractor import Article, Config, Event, Extractor

Build = Callable[[str], Callable[[str], tuple[Event, ...]]]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Reads sentences with an extractor that a file extends; one for each text."""

    @cache
    def make(text: str) -> Callable[[str], tuple[Event, ...]]:
        path = tmp_path_factory.mktemp("own") / "own.toml"
        path.write_text(text, "utf-8")
        extractor = Extractor(Config(extensions=(str(path),)))

        def read(sentence: str) -> tuple[Event, ...]:
            article = Article(text=sentence, published_at=dt.date(2026, 3, 4), language="en")
            return extractor.extract(article).events

        return read

    return make


KNEECAP = """
[[row]]
id = "strike.verb.kneecap"
type = "strike"
patterns = ["kneecap"]
pos = "verb"
subtype = "shooting"
prior = "high"
"""


@pytest.mark.parametrize("roles", ['frame = "attack"', 'roles = { subject = "source", object = "target" }'])
def test_a_row_of_a_type_of_the_package(build: Build, roles: str) -> None:
    (event,) = build(KNEECAP + roles)("Masked men kneecapped a courier in Derry on Monday.")
    assert (event.type, event.mentions[0].rule) == ("strike", "strike.verb.kneecap")
    assert [(actor.role, actor.span.text) for actor in event.actors] == [
        ("source", "Masked men"),
        ("target", "a courier"),
    ]
    assert [place.name for place in event.places] == ["Derry"]


def test_the_prior_of_a_row_counts(build: Build) -> None:
    text = KNEECAP.replace("high", "rare") + 'frame = "attack"'
    assert build(text)("The reform kneecapped a plan.") == ()


DEMAND = """
[[type]]
name = "demand"
description = "A party asks another publicly to do something."
like = "{like}"
[[type.role]]
name = "source"
verb = ["subject"]
[[type.role]]
name = "target"
verb = ["object", "from", "of"]
[[type.subtype]]
name = "release"
description = "To set somebody free."
words = ["release", "free", "prisoner"]
[[type.subtype]]
name = "payment"
description = "To pay."
words = ["pay", "payment", "debt"]
[[row]]
id = "demand.verb.call_on"
type = "demand"
patterns = ["implore"]
pos = "verb"
prior = "high"
"""
SENTENCE = "Oxfam implored the government to release the prisoners in Cairo on Monday."


def test_a_type_like_an_act_of_speech_has_a_content(build: Build) -> None:
    (event,) = build(DEMAND.format(like="threat"))(SENTENCE)
    assert (event.type, event.status) == ("demand", "occurred")
    assert event.content is not None
    assert event.content.text.startswith("to release the prisoners")
    assert [(a.role, a.name) for a in event.actors] == [("source", "Oxfam"), ("target", "government")]


def test_a_type_like_a_happening_has_none(build: Build) -> None:
    (event,) = build(DEMAND.format(like="meeting"))(SENTENCE)
    assert event.content is None


@pytest.mark.parametrize(
    ("sentence", "subtype"),
    [
        ("Oxfam implored the government to free its critics.", "release"),
        ("Oxfam implored the government to pay the farmers.", "payment"),
        ("Oxfam implored the government to act.", "release"),
        ("Oxfam implored the bank to pay the debt of a prisoner.", "payment"),
    ],
)
def test_words_tell_the_subtype(build: Build, sentence: str, subtype: str) -> None:
    (event,) = build(DEMAND.format(like="offer"))(sentence)
    assert event.subtype == subtype


SALE = """
[[type]]
name = "sale"
description = "Something is sold."
like = "meeting"
[[type.subtype]]
name = "sale"
description = "Any."
[[type.role]]
name = "seller"
description = "Who sells."
noun = ["by", "v:subject ^agree/hold"]
[[type.role]]
name = "buyer"
description = "Who buys."
noun = ["to", "v:subject ^block"]
[[row]]
id = "sale.noun.auction"
type = "sale"
patterns = ["auction"]
pos = "noun"
prior = "high"
"""


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("The city held an auction in Turin.", [("seller", "The city")]),
        ("Italy blocked an auction in Turin.", [("buyer", "Italy")]),
        ("Italy watched an auction in Turin.", []),
        ("An auction by the bank ended in Turin.", [("seller", "the bank")]),
    ],
)
def test_roles_by_the_governor(build: Build, sentence: str, actors: list[tuple[str, str]]) -> None:
    (event,) = build(SALE)(sentence)
    assert [(actor.role, actor.span.text) for actor in event.actors] == actors
