"""An event as one flat row: what CSV, data frames and tables have in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from extractor_schema import Event, Place, Record, Result

__all__ = ["COLUMNS", "EventRow", "event_rows"]

SEPARATOR = "; "


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event. Where an event has several of a thing, their names stand in one cell, joined by `"; "`."""

    article_id: str | None
    """The caller's name for the article."""
    event_id: str
    """Name of the event within the article."""
    type: str
    """`meeting`, `offer`, `strike` or `threat`."""
    subtype: str
    """One of the type's subtypes."""
    status: str
    """`occurred`, `ongoing`, `planned`, `possible` or `denied`."""
    confidence: float
    """0 to 1."""
    date_start: dt.date | None
    """First day, ISO 8601."""
    date_end: dt.date | None
    """Last day, included."""
    date_granularity: str | None
    """Unit of the expression."""
    date_text: str | None
    """The expression in the text."""
    sources: str
    """Names of who offers, strikes or threatens."""
    targets: str
    """Names of whom or what it is done to."""
    participants: str
    """Names of the parties of a meeting."""
    mediators: str
    """Names of go-betweens."""
    actor_countries: str
    """Countries of all actors, ISO 3166-1 alpha-3, each once, in the actors' order."""
    actor_wikidata: str
    """Wikidata ids of the actors that the data knows, each once, in the actors' order."""
    places: str
    """Names of all places."""
    place_country: str | None
    """Country of the first place that has coordinates, or else of the first."""
    latitude: float | None
    """Of the same place, WGS84 degrees north."""
    longitude: float | None
    """Of the same place, WGS84 degrees east."""
    geonames_id: int | None
    """Of the same place."""
    content: str | None
    """What is offered or threatened."""
    attribution: str | None
    """Name of the source that the article gives."""
    trigger: str
    """The first mention's trigger."""
    sentence: str
    """The first mention's sentence."""
    start: int
    """Offset of the first mention's trigger, in code points."""
    end: int
    """Offset after it."""
    mentions: int
    """How often the article states the event."""
    rule: str
    """Id of the lexicon row of the first mention."""
    published_at: dt.date | None
    """The day that dates were resolved against."""
    language: str | None
    """ISO 639-1 code of the article's main language."""


COLUMNS: tuple[str, ...] = EventRow.__struct_fields__
"""Names of the columns, in order."""


def event_rows(records: Iterable[Record]) -> Iterator[EventRow]:
    """One row for each event of the results; error records have none."""
    for record in records:
        if isinstance(record, Result):
            for event in record.events:
                yield _row(record, event)


def _row(result: Result, event: Event) -> EventRow:
    first = event.mentions[0]
    place = _main_place(event)
    return EventRow(
        article_id=result.id,
        event_id=event.id,
        type=event.type,
        subtype=event.subtype,
        status=event.status,
        confidence=event.confidence,
        date_start=event.date.start if event.date else None,
        date_end=event.date.end if event.date else None,
        date_granularity=event.date.granularity if event.date else None,
        date_text=event.date.span.text if event.date else None,
        sources=_names(event, "source"),
        targets=_names(event, "target"),
        participants=_names(event, "participant"),
        mediators=_names(event, "mediator"),
        actor_countries=SEPARATOR.join(dict.fromkeys(a.country for a in event.actors if a.country)),
        actor_wikidata=SEPARATOR.join(dict.fromkeys(a.wikidata for a in event.actors if a.wikidata)),
        places=SEPARATOR.join(dict.fromkeys(p.name for p in event.places)),
        place_country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geonames_id=place.geonames_id if place else None,
        content=(event.content.plain or event.content.text) if event.content else None,
        attribution=event.attribution.name if event.attribution else None,
        trigger=first.trigger.plain or first.trigger.text,
        sentence=first.sentence.plain or first.sentence.text,
        start=first.trigger.start,
        end=first.trigger.end,
        mentions=len(event.mentions),
        rule=first.rule,
        published_at=result.published_at,
        language=result.language,
    )


def _names(event: Event, role: str) -> str:
    return SEPARATOR.join(dict.fromkeys(a.name for a in event.actors if a.role == role))


def _main_place(event: Event) -> Place | None:
    located = next((p for p in event.places if p.latitude is not None), None)
    return located or next(iter(event.places), None)
