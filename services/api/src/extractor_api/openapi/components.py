"""Schemas of the contract, made from the structs, with examples that are real output."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import msgspec

from extractor_api import contract, ontology
from extractor_api.problems import Problem
from extractor_schema import Article, Result
from extractor_schema.wire import WireArticle

__all__ = ["components", "example", "reference"]

_REQUESTS = (WireArticle, contract.BatchRequest)
_ANSWERS = (
    Result,
    contract.BatchResponse,
    contract.ItemError,
    contract.SummaryLine,
    contract.Info,
    contract.Health,
    ontology.Ontology,
    Problem,
)
_NAMES = {"WireArticle": Article.__name__}
_DESCRIPTIONS = {
    ("Event", "actors"): "Who takes part: one entry for each actor in a role.",
    ("Event", "places"): "Where it happens, as specific as the text says.",
    ("Event", "date"): "When it happens; null where the text binds no date to the event.",
    ("Event", "attribution"): "The source that the article names; null where it names none.",
    ("Result", "id"): "The article's id, as it was sent.",
    ("Result", "events"): "The events, in the order of their first mentions.",
    ("Result", "skipped"): "Parts of the text that were not read, and why.",
    ("Result", "engine"): "What made the result.",
    ("Result", "schema_version"): "Version of the contract of results.",
    ("Skipped", "reason"): "Why it was not read.",
    ("SummaryLine", "summary"): "Counts of the finished stream.",
    ("Info", "limits"): "The limits in force.",
}
"""What the structs leave unsaid."""
_DAY = [
    {"type": "string", "format": "date"},
    {"type": "string", "format": "date-time"},
    {"type": "null"},
]
_SPARSE = frozenset({"Problem", "FieldError"})
"""Answers that leave out what does not apply."""


def reference(name: str) -> dict[str, str]:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def example(name: str) -> Any:
    """The example `name` of the committed file: what the service really answers to the example article."""
    return json.loads(files("extractor_api.openapi").joinpath("examples.json").read_text("utf-8"))[name]


def components() -> dict[str, Any]:
    """The part `components` of the document."""
    schemas = _schemas()
    entry = {"oneOf": [reference("Result"), reference("ItemError")]}
    schemas["BatchResponse"]["properties"]["results"]["items"] = entry
    schemas["BatchRequest"]["examples"] = [example("batch_request")]
    schemas["Article"]["examples"] = [example("article")]
    schemas["StreamRecord"] = {
        "title": "StreamRecord",
        "description": "One line of a stream: a result, an error, or, last of all, the summary.",
        "oneOf": [*entry["oneOf"], reference("SummaryLine")],
    }
    for (name, field), text in _DESCRIPTIONS.items():
        schemas[name]["properties"][field].setdefault("description", text)
    _fill_examples(schemas, "Result", example("result"))
    schemas["Result"]["examples"] = [example("result")]
    return {
        "schemas": dict(sorted(schemas.items())),
        "securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer", "description": "An API key."},
            "apiKey": {
                "type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same key in "
                "its own header.",
            },
        },
    }  # fmt: skip


def _schemas() -> dict[str, Any]:
    _, requests = msgspec.json.schema_components(_REQUESTS, ref_template="#/components/schemas/{name}")
    _, answers = msgspec.json.schema_components(_ANSWERS, ref_template="#/components/schemas/{name}")
    for name, schema in answers.items():
        if name not in _SPARSE and "properties" in schema:
            schema["required"] = _written(schema)
    for schema in (*requests.values(), *answers.values()):
        for part in schema.get("properties", {}).values():
            part.pop("default", None)  # generators take a field with a default for one that is always there
    requests["WireArticle"]["properties"]["published_at"]["anyOf"] = _DAY
    text = json.dumps({**answers, **requests})
    for old, new in _NAMES.items():
        text = text.replace(f'schemas/{old}"', f'schemas/{new}"').replace(f'"{old}"', f'"{new}"')
    schemas: dict[str, Any] = json.loads(text)
    return schemas


def _written(schema: dict[str, Any]) -> list[str]:
    """The members that an answer always has: all but those which are left out while they are unset."""
    always = schema.get("required", ())
    return [name for name, part in schema["properties"].items() if name in always or "default" in part]


def _fill_examples(schemas: dict[str, Any], name: str, value: dict[str, Any]) -> None:
    """Give each property that has no example the value that it has in real output."""
    for key, schema in schemas[name].get("properties", {}).items():
        found = value.get(key)
        inner = _target(schema)
        if isinstance(found, list):
            for entry in found:
                if inner and isinstance(entry, dict):
                    _fill_examples(schemas, inner, entry)
        elif inner and isinstance(found, dict):
            _fill_examples(schemas, inner, found)
        elif "examples" not in schema and found is not None and "$ref" not in schema:
            schema["examples"] = [found]


def _target(schema: dict[str, Any]) -> str | None:
    """The struct that a property, or each entry of it, holds."""
    options = [schema, schema.get("items", {}), *schema.get("anyOf", [])]
    found = (option["$ref"] for option in options if isinstance(option, dict) and "$ref" in option)
    return next((each.rpartition("/")[2] for each in found), None)
