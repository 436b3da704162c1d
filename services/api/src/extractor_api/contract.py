"""The structs of the HTTP interface that are not the extractor's own."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from extractor_api.problems import Problem
from extractor_schema import Engine
from extractor_schema.wire import LanguageCode, WireArticle

__all__ = [
    "TYPES",
    "BatchRequest",
    "BatchResponse",
    "Health",
    "Info",
    "ItemError",
    "Limits",
    "Offsets",
    "Options",
    "StreamSummary",
    "SummaryLine",
]

Offsets: TypeAlias = Literal["codepoint", "utf16", "byte"]


TYPES = ("meeting", "offer", "strike", "threat")
"""Event types of the extractor where no extension adds others."""


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The options of a request, sent in the query."""

    offsets: Annotated[
        Offsets,
        Meta(
            description="Unit of `start` and `end`: Unicode code points (Python, Rust `chars`), UTF-16 units "
            "(JavaScript, Java, C#) or bytes of UTF-8 (Go, C). The slice of the sent text in this unit "
            "is the "
            "span's `text`.",
            examples=["codepoint"],
        ),
    ] = "codepoint"
    types: Annotated[
        tuple[str, ...],
        Meta(description="Event types that are wanted; all where absent.", examples=[["strike", "threat"]]),
    ] = ()
    min_confidence: Annotated[
        float, Meta(ge=0, le=1, description="Leave out events below this confidence.", examples=[0.5])
    ] = 0.0
    language: Annotated[
        LanguageCode | None,
        Meta(
            description="ISO 639-1 code of the articles that do not name theirs; recognised where absent.",
            examples=["en"],
        ),
    ] = None


class BatchRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Several articles at once."""

    articles: Annotated[
        tuple[WireArticle, ...],
        Meta(
            min_length=1, description="The articles. A bad one yields an error in its place; the rest go on."
        ),
    ]


class ItemError(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Stands in the place of a result when an article could not be read."""

    id: Annotated[
        str | None,
        Meta(description="The article's id, where it could be read.", examples=["a2"]),
    ]
    error: Annotated[Problem, Meta(description="Why there is no result.")]
    line: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="Line of a streamed body, counted from 1; null in a batch.", examples=[4]),
    ] = None


class BatchResponse(msgspec.Struct, frozen=True):
    """What became of each article, in the order of the request."""

    results: Annotated[
        tuple[msgspec.Raw, ...],
        Meta(description="One entry for each article: its result, or an object with the member `error`."),
    ]


class StreamSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of a finished stream."""

    lines: Annotated[int, Meta(ge=0, description="Lines read, blank ones left out.", examples=[3])]
    results: Annotated[int, Meta(ge=0, description="Lines that gave a result.", examples=[2])]
    errors: Annotated[int, Meta(ge=0, description="Lines that gave an error.", examples=[1])]
    complete: Annotated[
        bool,
        Meta(description="Every line has its record; false where the stream was given up.", examples=[True]),
    ]
    problem: Annotated[Problem | None, Meta(description="Why the stream was given up, else null.")] = None


class SummaryLine(msgspec.Struct, frozen=True):
    """Last line of every stream; a stream without it was cut off."""

    summary: StreamSummary


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The limits in force."""

    max_characters: Annotated[int, Meta(description="Longest article, in code points.", examples=[1000000])]
    max_articles: Annotated[int, Meta(description="Most articles of one batch.", examples=[100])]
    max_batch_characters: Annotated[
        int, Meta(description="Most code points of one batch.", examples=[2000000])
    ]
    max_body: Annotated[int, Meta(description="Most bytes of a body, decompressed.", examples=[16000000])]
    queue_items: Annotated[int, Meta(description="Articles that may wait or run at once.", examples=[400])]
    queue_characters: Annotated[
        int, Meta(description="Code points that may wait or run at once.", examples=[4000000])
    ]
    queue_wait: Annotated[
        float,
        Meta(description="Seconds that a request may wait for its first article to begin.", examples=[10.0]),
    ]
    deadline: Annotated[
        float,
        Meta(description="Seconds that one article of up to 100,000 code points may take.", examples=[60.0]),
    ]
    body_timeout: Annotated[
        float, Meta(description="Seconds without a byte after which a body is given up.", examples=[20.0])
    ]
    rate_limit: Annotated[
        int, Meta(description="Articles a minute for each key; 0 is no limit.", examples=[0])
    ]


class Info(msgspec.Struct, frozen=True, kw_only=True):
    """What serves, and within which limits."""

    service: Annotated[str, Meta(description="Version of the service.", examples=["0.1.0"])]
    engine: Annotated[Engine, Meta(description="What makes the results.")]
    schema_version: Annotated[str, Meta(description="Version of the results' contract.", examples=["1.0"])]
    workers: Annotated[int, Meta(description="Worker processes, one article at a time each.", examples=[2])]
    limits: Limits
    formats: Annotated[
        tuple[str, ...],
        Meta(description="Media types that `Accept` may ask for.", examples=[["application/json"]]),
    ]
    encodings: Annotated[
        tuple[str, ...], Meta(description="Content encodings, both ways.", examples=[["gzip", "zstd"]])
    ]
    offsets: Annotated[
        tuple[Offsets, ...],
        Meta(description="Units that can be asked for.", examples=[["codepoint", "utf16", "byte"]]),
    ] = (
        "codepoint",
        "utf16",
        "byte",
    )


class Health(msgspec.Struct, frozen=True):
    """State of the service."""

    status: Annotated[Literal["alive", "ready"], Meta(description="What is so.", examples=["ready"])]
    workers: Annotated[int, Meta(ge=0, description="Workers that can take an article.", examples=[2])]
