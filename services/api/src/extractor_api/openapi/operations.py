"""The operations of the contract: one table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from extractor_api.catalogue import CATALOGUE
from extractor_api.contract import TYPES, Options
from extractor_api.openapi.components import example, reference
from extractor_api.problems import PROBLEM_JSON, Problem

__all__ = ["TAGS", "paths"]

TAGS = [
    {"name": "extraction", "description": "Articles in, events out."},
    {"name": "description", "description": "What the service knows and which limits it has."},
    {"name": "operations", "description": "For those who run the service."},
]
_OPEN = ("bad-request", "internal-error")
_COMMON = (*_OPEN, "missing-key", "invalid-key")
_READING = (
    "malformed-body", "not-acceptable", "body-timeout", "body-too-large", "unsupported-media-type",
    "unsupported-encoding", "invalid-article", "invalid-parameter", "rate-limited", "not-ready", "draining",
)  # fmt: skip
_QUEUED = ("queue-full", "queue-timeout", "deadline-exceeded", "extraction-failed", "worker-crashed")
_HEADERS: dict[str, Any] = {
    "X-Request-Id": {
        "description": "Name of the request in the service's logs: the caller's own, or a new one.",
        "schema": {"type": "string"},
        "example": "4f0c2a9d7b1e4c55",
    }
}
_RATE: dict[str, Any] = {
    "RateLimit-Policy": {
        "description": "Articles (`q`) that are allowed in a window of seconds (`w`), where there is a "
        "limit.",
        "schema": {"type": "string"},
        "example": '"articles";q=600;w=60',
    },
    "RateLimit": {
        "description": "Articles that are left (`r`), and seconds until all of them are there again (`t`).",
        "schema": {"type": "string"},
        "example": '"articles";r=599;t=1',
    },
}
_TIMING: dict[str, Any] = {
    "Server-Timing": {
        "description": "Milliseconds that a worker took to read the article.",
        "schema": {"type": "string"},
        "example": "read;dur=41.27",
    }
}
_RETRY: dict[str, Any] = {
    "Retry-After": {
        "description": "Seconds after which to try again. Absent where trying again would not help.",
        "schema": {"type": "integer", "minimum": 0},
        "example": 2,
    }
}


_PLAIN: dict[str, tuple[str, str, str, str, str, tuple[str, ...]]] = {
    "/v1/ontology": (
        "ontology",
        "description",
        "Types, subtypes, roles and statuses",
        "Ontology",
        "Every name that results use, with its description.",
        (*_COMMON, "not-ready"),
    ),
    "/v1/info": (
        "info",
        "description",
        "Versions, limits and formats",
        "Info",
        "What serves, and within which limits.",
        (*_COMMON, "not-ready"),
    ),
    "/livez": (
        "livez",
        "operations",
        "Is the process alive",
        "Health",
        "Answers as long as the process does. A full queue or missing workers do not matter: restart the "
        "process "
        "only where this fails.",
        _OPEN,
    ),
    "/readyz": (
        "readyz",
        "operations",
        "Would articles be taken on",
        "Health",
        "503 while the workers are loaded and while the service stops. A full queue does not matter.",
        (*_OPEN, "not-ready", "draining"),
    ),
}


def paths() -> dict[str, Any]:
    """The part `paths` of the document."""
    return {
        "/v1/extract": {"post": _extract()},
        "/v1/extract/batch": {"post": _batch()},
        "/v1/extract/stream": {"post": _stream()},
        **{path: {"get": _get(*row)} for path, row in _PLAIN.items()},
        "/metrics": {"get": _metrics()},
    }  # fmt: skip


def _extract() -> dict[str, Any]:
    answer = {
        "application/json": {"schema": reference("Result"), "example": example("result")},
        "application/msgpack": {"schema": reference("Result")},
        "text/csv": {"schema": {"type": "string"}, "example": example("csv")},
        "application/geo+json": {"schema": {"type": "object"}, "example": example("geojson")},
    }
    return {
        "operationId": "extract",
        "tags": ["extraction"],
        "summary": "Read one article",
        "description": "Answers with the events of the article. One without events is answered with 200 "
        "and an empty "
        "list. The answer's format is chosen by `Accept`.",
        "parameters": _parameters(),
        "requestBody": _body("Article", ("application/json", "application/msgpack"), example("article")),
        "responses": {
            "200": _ok("The article's events.", answer, _TIMING),
            **_problems((*_COMMON, *_READING, *_QUEUED, "text-too-long")),
        },
    }


def _batch() -> dict[str, Any]:
    answer = {
        "application/json": {"schema": reference("BatchResponse"), "example": example("batch")},
        "application/msgpack": {"schema": reference("BatchResponse")},
        "text/csv": {"schema": {"type": "string"}, "example": example("csv")},
        "application/geo+json": {"schema": {"type": "object"}, "example": example("geojson")},
    }
    return {
        "operationId": "extract_batch",
        "tags": ["extraction"],
        "summary": "Read several articles",
        "description": "Answers with one entry for each article, in order: its result, or an object with "
        "the member "
        "`error` that holds the problem. A bad article never fails the others, so the status is 200 even "
        "where every "
        "entry is an error. What fails as a whole is a body that is no batch, or that passes a limit of "
        "batches.",
        "parameters": _parameters(),
        "requestBody": _body(
            "BatchRequest", ("application/json", "application/msgpack"), example("batch_request")
        ),
        "responses": {
            "200": _ok("An entry for each article.", answer),
            **_problems((*_COMMON, *_READING, *_QUEUED[:2], "too-many-articles", "batch-too-long")),
        },
    }


def _stream() -> dict[str, Any]:
    answer = {"application/x-ndjson": {"schema": reference("StreamRecord"), "example": example("result")}}
    return {
        "operationId": "extract_stream",
        "tags": ["extraction"],
        "summary": "Read a stream of articles",
        "description": "One article a line in, one record a line out, in order, as results come. Lines "
        "end with a line "
        "feed; blank ones are passed over. A line that can't be read yields an object with the members "
        "`error` and "
        "`line`. The last line holds the `summary`: a stream without it was cut off. The service reads "
        "only a few "
        "articles ahead of what it has answered, so read the answer while you send.",
        "parameters": _parameters(),
        "requestBody": _body("Article", ("application/x-ndjson",), example("article")),
        "responses": {
            "200": _ok("A record for each line, then the summary.", answer),
            **_problems((*_COMMON, *(name for name in _READING if name not in _LATE))),
        },
    }


_LATE = ("malformed-body", "body-timeout", "body-too-large", "invalid-article", "rate-limited")
"""Problems that a stream meets after its answer has begun: they stand in a record or in the summary."""


def _get(
    name: str, tag: str, summary: str, schema: str, text: str, problems: Sequence[str]
) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": name,
        "tags": [tag],
        "summary": summary,
        "description": text,
        "responses": {
            "200": _ok(f"{summary}.", {"application/json": {"schema": reference(schema)}}, rate=False),
            **_problems(problems),
        },
    }
    if "missing-key" not in problems:
        operation["security"] = []
    return operation


def _metrics() -> dict[str, Any]:
    return {
        "operationId": "metrics",
        "tags": ["operations"],
        "summary": "Numbers for Prometheus",
        "description": "Queue depth and wait, run time, characters, events by type, worker restarts, memory.",
        "responses": {
            "200": _ok(
                "Prometheus' text format.", {"text/plain": {"schema": {"type": "string"}}}, rate=False
            ),
            **_problems(_COMMON),
        },
    }


def _body(schema: str, types: Sequence[str], value: Any) -> dict[str, Any]:
    content = {name: {"schema": reference(schema)} for name in types}
    content[types[0]]["example"] = value
    return {"required": True, "content": content}


def _ok(
    text: str, content: dict[str, Any], more: dict[str, Any] | None = None, *, rate: bool = True
) -> dict[str, Any]:
    return {
        "description": text,
        "headers": {**_HEADERS, **(_RATE if rate else {}), **(more or {})},
        "content": content,
    }


def _problems(names: Sequence[str]) -> dict[str, Any]:
    """Answers by status; each lists the kinds of problems that it can hold."""
    answers: dict[str, Any] = {}
    for status in sorted({CATALOGUE[name].status for name in names}):
        kinds = [kind for kind in CATALOGUE.values() if kind.name in names and kind.status == status]
        headers = {**_HEADERS, **(_RETRY if any(kind.retry for kind in kinds) else {})}
        examples = {
            kind.name: {"value": msgspec.to_builtins(Problem(type=kind.uri, title=kind.title, status=status))}
            for kind in kinds
        }
        answers[str(status)] = {
            "description": "; ".join(f"`{kind.name}`: {kind.title.lower()}" for kind in kinds),
            "headers": headers,
            "content": {PROBLEM_JSON: {"schema": reference("Problem"), "examples": examples}},
        }
    return answers


def _parameters() -> list[dict[str, Any]]:
    """The options of a request, as the struct describes them."""
    _, schemas = msgspec.json.schema_components((Options,))
    parameters = []
    for name, schema in schemas["Options"]["properties"].items():
        kept = {key: value for key, value in schema.items() if key not in ("description", "examples")}
        if name == "types":
            kept["items"] = {"enum": list(TYPES)}
        if "anyOf" in kept:
            kept = next(option for option in kept["anyOf"] if option != {"type": "null"})
        parameter = {
            "name": name, "in": "query", "required": False, "description": schema["description"],
            "schema": {key: value for key, value in kept.items() if value not in (None, [])},
            "example": schema["examples"][0],
        }  # fmt: skip
        if kept.get("type") == "array":
            parameter |= {"style": "form", "explode": True}
        parameters.append(parameter)
    return parameters
