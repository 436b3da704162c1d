"""Articles that are read together: as if each were alone, and one that breaks a stage costs itself alone."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import Article, Extractor
from extractor_schema import ErrorRecord

ARTICLES = (
    Article(text="Jets bombed a market in Idlib on Monday.", id="one"),
    Article(text="Nothing happened in the harbour.", id="two"),
    Article(text="Macron met Scholz in Berlin. Russia offered Kyiv a truce on 3 May.", id="three"),
    Article(text="A drone strike killed four soldiers near Donetsk.", id="four"),
)
MARK = "Berlin"


def test_results_do_not_depend_on_who_is_read_beside(extractor: Extractor) -> None:
    alone = [extractor.extract(article) for article in ARTICLES]
    assert [len(result.events) for result in alone] == [1, 0, 2, 1]
    assert list(extractor.pipe(ARTICLES)) == alone
    assert list(extractor.pipe(reversed(ARTICLES))) == alone[::-1]


def _parts(extractor: Extractor) -> dict[str, tuple[Any, str]]:
    """What each stage calls: its owner and its name there."""
    decider = extractor._decider
    return {
        "text": (extractor._reader, "prepare"),
        "parse": (extractor._parser, "_trees"),
        "start": (extractor, "place_resolver"),
        "candidates": (decider, "contenders"),
        "who is who": (extractor._resolver, "resolve"),
        "triggers": (decider, "mentions"),
        "actors": (decider.arguer, "cast"),
        "places": (decider.arguer, "locate"),
        "dates": (decider.arguer, "finish"),
        "merging": (decider, "clusters"),
        "result": (extractor, "result"),
    }


@pytest.mark.parametrize(
    "stage",
    [
        "text",
        "parse",
        "start",
        "candidates",
        "who is who",
        "triggers",
        "actors",
        "places",
        "dates",
        "merging",
        "result",
    ],
)
def test_what_breaks_a_stage_costs_itself_alone(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    alone = {article.id: extractor.extract(article) for article in ARTICLES}
    owner, name = _parts(extractor)[stage]
    whole = getattr(owner, name)

    def breaks(*given: Any, **more: Any) -> Any:
        if MARK in repr(given):
            raise ZeroDivisionError("it broke")
        return whole(*given, **more)

    monkeypatch.setattr(owner, name, breaks)
    records = {record.id: record for record in extractor.pipe(ARTICLES)}
    broken = records.pop("three")
    assert isinstance(broken, ErrorRecord)
    assert broken.error.type == "extraction_failed"
    assert "ZeroDivisionError: it broke" in broken.error.detail
    assert records == {name: alone[name] for name in records}
    assert len(records) == 3
