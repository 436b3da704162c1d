"""The seed documents: the events of the golden files are found, and nothing is read that is no news text."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from extractor.ontology import ontology
from extractor_schema import Result
from tests.golden.scoring import GoldenDocument, load, offsets, pinned, read, score
from tests.spans import check_offsets

DOCUMENTS = load()
PINNED = pinned()
FURNITURE = [
    "6 Kommentare",
    "FatherMozgus on",
    "manniesalado on",
    "1-randomonium on",
    "Leave A Reply",
    "Leave a Replay",
    "Share this article:",
    "By: Tomorrow's Affairs Staff",
    "Dott Marco Rossi geriatra Rimini",
]
each_document = pytest.mark.parametrize(
    "golden", DOCUMENTS, ids=[golden.document[:3] for golden in DOCUMENTS]
)


@pytest.fixture(scope="module")
def result_of(extractor: Any) -> Any:
    """The result of a golden document, read once."""
    return cache(lambda golden: read(extractor, golden))


def test_there_is_a_golden_file_for_each_seed(seeds: dict[str, str]) -> None:
    assert {golden.document for golden in DOCUMENTS} == set(seeds) == set(PINNED)


@each_document
def test_golden_files_follow_the_ontology(golden: GoldenDocument) -> None:
    text = golden.text()
    types = {t.name: t for t in ontology().types}
    statuses = {status.name for status in ontology().statuses}
    for event in golden.events:
        assert event.subtype in {s.name for s in types[event.type].subtypes}
        assert event.status in statuses
        assert {party.role for party in event.actors} <= set(types[event.type].roles)
        assert all(place in text for place in event.places)
        assert event.date is None or event.date.text in text
        for trigger in event.triggers:
            assert text.count(trigger.within) == trigger.within.count(trigger.text) == 1, trigger
            assert text[slice(*offsets(trigger, text))] == trigger.text


@each_document
def test_finds_as_much_as_is_pinned(golden: GoldenDocument, result_of: Any) -> None:
    found, least = score(golden, result_of(golden)), PINNED[golden.document]
    assert found.events >= least.events, f"{found}, pinned {least}"
    assert found.facts >= least.facts, f"{found}, pinned {least}"


@each_document
def test_every_offset_is_right(golden: GoldenDocument, result_of: Any) -> None:
    check_offsets(result_of(golden), golden.text())


@each_document
def test_no_event_comes_from_page_furniture(golden: GoldenDocument, result_of: Any) -> None:
    result: Result = result_of(golden)
    for event in result.events:
        for mention in event.mentions:
            assert mention.block != "boilerplate"
            assert not any(words in mention.sentence.text for words in FURNITURE), mention
            assert not any(s.start <= mention.trigger.start < s.end for s in result.skipped), mention


@each_document
def test_no_event_comes_from_a_link(golden: GoldenDocument, result_of: Any) -> None:
    for event in result_of(golden).events:
        for mention in event.mentions:
            assert "http" not in mention.trigger.text
            assert golden.text()[max(0, mention.trigger.start - 1)] not in "-/=", mention


def test_the_italian_interview_is_skipped(result_of: Any) -> None:
    (golden,) = [document for document in DOCUMENTS if document.document.startswith("002")]
    text, result = golden.text(), result_of(golden)
    first, last = text.index("**Intervista con"), text.index("Grazie a voi.")
    skipped = [s for s in result.skipped if s.reason == "language"]
    assert {s.detail for s in skipped} == {"it"}
    covered = {i for s in skipped for i in range(s.start, s.end)}
    assert all(text[i].isspace() or i in covered for i in range(first, last))
    assert not [m for e in result.events for m in e.mentions if m.trigger.start >= first]
    assert result.language == "en"


def test_dates_are_resolved_against_the_day_that_was_given(result_of: Any) -> None:
    for golden in DOCUMENTS:
        result = result_of(golden)
        assert (result.published_at, result.published_at_basis) == (golden.published, "given")


def test_the_day_in_the_text_is_read_where_none_is_given(extractor: Any, seeds: dict[str, str]) -> None:
    from extractor_schema import Article

    result = extractor.extract(Article(text=seeds["004_c32607bc45e0b592.txt"]))
    assert (str(result.published_at), result.published_at_basis) == ("2026-01-26", "text")
