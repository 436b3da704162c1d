"""Structs of requests and results: the contract that library, service and clients share.

All structs are frozen msgspec structs: `msgspec.json.encode(result)` and `msgspec.json.decode(data, type=Result)` round-trip.

Conventions that hold for every field:

- Offsets are Unicode code points into the text as it was sent, half-open: `text[span.start:span.end] == span.text`.
- Days are ISO 8601 calendar days; intervals include both ends.
- Coordinates are WGS84 degrees.
- Countries are ISO 3166-1 alpha-3 codes, and `XKX` for Kosovo.
- `None` (JSON `null`) stands where the text does not say.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, UnsetType

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ActorKind",
    "Article",
    "Attribution",
    "Basis",
    "Block",
    "ContentType",
    "Engine",
    "ErrorDetail",
    "ErrorRecord",
    "Event",
    "EventDate",
    "EventStatus",
    "EventType",
    "Granularity",
    "Mention",
    "Place",
    "Record",
    "Result",
    "Role",
    "SkipReason",
    "Skipped",
    "Span",
]

SCHEMA_VERSION = "1.0"
"""Version of this contract: the major number changes when a consumer of results could break."""

Offset: TypeAlias = Annotated[int, Meta(ge=0)]
EventType: TypeAlias = str
EventStatus: TypeAlias = Literal["occurred", "ongoing", "planned", "possible", "denied"]
Role: TypeAlias = str
ActorKind: TypeAlias = Literal[
    "person", "group", "organization", "country", "place", "facility", "vehicle", "other"
]
Granularity: TypeAlias = Literal["day", "week", "month", "quarter", "season", "year", "decade", "vague"]
Basis: TypeAlias = Literal["given", "text"]
Block: TypeAlias = Literal[
    "headline", "dateline", "body", "heading", "quote", "caption", "comment", "boilerplate"
]
SkipReason: TypeAlias = Literal["language", "boilerplate", "markup", "limit"]
ContentType: TypeAlias = Literal["text/plain", "text/markdown", "text/html"]
CountryCode: TypeAlias = Annotated[str, Meta(pattern="^[A-Z]{3}$")]


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A news article to read."""

    text: Annotated[str, Meta(description="The article's text, the only place that events are read from.")]
    id: Annotated[
        str | None, Meta(description="The caller's name for the article, handed back in the result.")
    ] = None
    title: Annotated[
        str | None,
        Meta(description="Headline, as context for names, dates and language; no event is read from it."),
    ] = None
    published_at: Annotated[
        dt.datetime | dt.date | None,
        Meta(
            description="Publication day, or date-time with its offset (the day is the one of that offset)."
        ),
    ] = None
    language: Annotated[
        str | None,
        Meta(description="ISO 639-1 code of the text; recognised where absent."),
    ] = None
    url: Annotated[str | None, Meta(description="Where the article stands; not fetched.")] = None
    content_type: Annotated[
        ContentType | None, Meta(description="Format of `text`; recognised where absent.")
    ] = None


class Span(msgspec.Struct, frozen=True):
    """A stretch of the text as sent: half-open code-point offsets and the slice that they name."""

    start: Annotated[Offset, Meta(description="Offset of the first code point.")]
    end: Annotated[Offset, Meta(description="Offset after the last code point.")]
    text: Annotated[str, Meta(description="The slice of the sent text from `start` to `end`.")]
    plain: Annotated[
        str | None,
        Meta(
            description="The words as read, where markup or entities make them differ from `text`; else null."
        ),
    ] = None


class Mention(msgspec.Struct, frozen=True):
    """One clause or noun phrase that states the event."""

    trigger: Annotated[Span, Meta(description="The word or words that carry the meaning.")]
    sentence: Annotated[Span, Meta(description="The sentence in which the trigger stands.")]
    block: Annotated[Block, Meta(description="The kind of paragraph in which it stands.")]
    rule: Annotated[
        str, Meta(description="Id of the lexicon row that matched.", examples=["strike.noun.airstrike"])
    ]


class Actor(msgspec.Struct, frozen=True):
    """Somebody or something that takes part in the event."""

    span: Annotated[Span, Meta(description="The most informative mention of the actor.")]
    role: Annotated[
        Role,
        Meta(description="`participant`, `mediator`, `source`, `target`, or a role of a user's own type."),
    ]
    kind: Annotated[ActorKind, Meta(description="What sort of actor it is.")]
    name: Annotated[str, Meta(description="Canonical name within the article and the project's data.")]
    country: Annotated[
        CountryCode | None, Meta(description="The country that it belongs to or acts for.")
    ] = None
    wikidata: Annotated[
        str | None, Meta(description="Wikidata id of the actor where the data holds one.")
    ] = None
    id: Annotated[
        str | UnsetType,
        Meta(description="Id of a row of the user's own actors; absent elsewhere.", examples=["org-0017"]),
    ] = UNSET


class Place(msgspec.Struct, frozen=True):
    """Where the event happens."""

    span: Annotated[Span, Meta(description="The place as the text says it.")]
    name: Annotated[
        str, Meta(description="Name of the gazetteer's entry, or the text's own where there is none.")
    ]
    country: Annotated[CountryCode | None, Meta(description="The country in which it lies.")] = None
    latitude: Annotated[
        Annotated[float, Meta(ge=-90, le=90)] | None, Meta(description="WGS84 degrees north.")
    ] = None
    longitude: Annotated[
        Annotated[float, Meta(ge=-180, le=180)] | None, Meta(description="WGS84 degrees east.")
    ] = None
    geonames_id: Annotated[int | None, Meta(description="GeoNames id where there is one.")] = None
    id: Annotated[
        str | UnsetType,
        Meta(description="Id of a row of the user's own places; absent elsewhere.", examples=["loc-44"]),
    ] = UNSET


class EventDate(msgspec.Struct, frozen=True):
    """When the event happens: an interval of calendar days, both ends included."""

    span: Annotated[Span, Meta(description="The expression in the text.")]
    start: Annotated[dt.date | None, Meta(description="First day; null when it can't be resolved.")]
    end: Annotated[dt.date | None, Meta(description="Last day; null when it can't be resolved.")]
    granularity: Annotated[Granularity, Meta(description="Unit of the expression.")]


class Attribution(msgspec.Struct, frozen=True):
    """The source that the article names for the statement."""

    span: Annotated[Span, Meta(description="The source as the text says it.")]
    name: Annotated[str, Meta(description="Canonical name of the source.")]
    wikidata: Annotated[
        str | None,
        Meta(description="Wikidata id, where the source is one that the data knows.", examples=["Q11209"]),
    ] = None


class Event(msgspec.Struct, frozen=True):
    """One thing that the article says happened, is planned, might happen, or did not happen."""

    id: Annotated[str, Meta(description="Name of the event within the result.", examples=["e1"])]
    type: Annotated[
        EventType, Meta(description="`meeting`, `offer`, `strike`, `threat`, or a type of the user's own.")
    ]
    subtype: Annotated[str, Meta(description="One of the type's subtypes.")]
    status: Annotated[EventStatus, Meta(description="Factuality of the event.")]
    confidence: Annotated[float, Meta(ge=0, le=1, description="Calibrated: of 0.8, four in five are right.")]
    mentions: Annotated[tuple[Mention, ...], Meta(description="Where the text states it, in text order.")]
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    date: EventDate | None = None
    content: Annotated[Span | None, Meta(description="What is offered or threatened.")] = None
    attribution: Attribution | None = None


class Skipped(msgspec.Struct, frozen=True):
    """A part of the text that was not read."""

    start: Annotated[Offset, Meta(description="Offset of the first code point.")]
    end: Annotated[Offset, Meta(description="Offset after the last code point.")]
    reason: SkipReason
    detail: Annotated[str | None, Meta(description="For `language`, the ISO 639-1 code.")] = None


class Engine(msgspec.Struct, frozen=True):
    """What made the result."""

    version: Annotated[str, Meta(description="Version of the extractor.")]
    pipeline: Annotated[str, Meta(description="Name and version of the language pipeline.")]
    rules: Annotated[str, Meta(description="Version of the lexicons and weights.")]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one article."""

    id: str | None
    language: Annotated[str | None, Meta(description="ISO 639-1 code of the article's main language.")]
    published_at: Annotated[dt.date | None, Meta(description="The day that dates are resolved against.")]
    published_at_basis: Annotated[
        Basis | None, Meta(description="`given` by the request, or found in the `text`.")
    ]
    events: tuple[Event, ...]
    skipped: tuple[Skipped, ...] = ()
    engine: Engine
    schema_version: str = SCHEMA_VERSION


class ErrorDetail(msgspec.Struct, frozen=True):
    """What went wrong with one article."""

    type: Annotated[str, Meta(description="Stable name of the error class.", examples=["text_too_long"])]
    detail: Annotated[str, Meta(description="A sentence that names the offending value.")]


class ErrorRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Stands in the place of a result when an article could not be read."""

    id: str | None
    error: ErrorDetail
    line: Annotated[
        int | None, Meta(description="Line of the input file, counted from 1; null elsewhere.")
    ] = None


Record: TypeAlias = Result | ErrorRecord
"""What a stream of articles yields: a result or the article's error."""
