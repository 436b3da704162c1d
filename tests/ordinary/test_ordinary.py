"""Ordinary news without any event of the ontology: how often does the extractor see one that is not there?

`news.txt` holds documents in the format of the training corpus, none of which has an event. They are never
trained on.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from extractor import Article, Extractor
from extractor_schema import Event

NEWS = Path(__file__).with_name("news.txt")
ALLOWED = 0.1  # spurious events for each document
SHOWN = 10


def _articles() -> list[Article]:
    """The documents; ` / ` is a paragraph break."""
    found = []
    for chunk in NEWS.read_text(encoding="utf-8").strip().split("\n\n"):
        head, text = chunk.split("\n")
        _, name, day = head.split(" ")
        text = text.replace(" / ", "\n\n")
        found.append(Article(text=text, id=name, published_at=dt.date.fromisoformat(day)))
    return found


@pytest.fixture(scope="session")
def spurious(extractor: Extractor) -> dict[str, tuple[Event, ...]]:
    """By document, the events that the extractor reports: all of them are false."""
    return {str(article.id): tuple(extractor.extract(article).events) for article in _articles()}


def _line(name: str, event: Event) -> str:
    triggers = ", ".join(mention.trigger.text for mention in event.mentions)
    return f"{name}: {event.type} {event.subtype} {event.status} {event.confidence:.2f} ({triggers})"


def test_the_collection_is_large_enough_to_tell() -> None:
    articles = _articles()
    assert len(articles) >= 160
    assert len({article.id for article in articles}) == len({article.text for article in articles})


def test_at_most_one_spurious_event_in_ten_documents(spurious: dict[str, tuple[Event, ...]]) -> None:
    rows = [(name, event) for name, events in spurious.items() for event in events]
    rows.sort(key=lambda row: -row[1].confidence)
    print(f"{len(rows)} in {len(spurious)}:", Counter(event.type for _, event in rows))
    print("\n".join(_line(*row) for row in rows[:SHOWN]))
    assert len(rows) / len(spurious) <= ALLOWED
