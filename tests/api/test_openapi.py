"""The contract: current, complete, with examples that hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import yaml  # type: ignore[import-untyped]

from extractor_api.app import HANDLERS
from extractor_api.openapi import document, examples, json_document

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"/", "/docs", "/docs/problems", "/openapi.json", "/openapi.yaml", "/assets/{name:str}"}


def test_the_committed_document_is_current() -> None:
    committed = (ROOT / "openapi" / "openapi.json").read_bytes()
    assert committed == json_document(), "stale: run `make openapi`"


def test_the_examples_are_what_the_extractor_says_today() -> None:
    assert json.loads(examples.PATH.read_text("utf-8")) == examples.current(), "stale: run `make openapi`"


def test_every_route_is_described_and_nothing_else() -> None:
    routes = {path for handler in HANDLERS for path in handler.paths} - PAGES
    assert set(document()["paths"]) == routes


def test_operations_have_the_handlers_names() -> None:
    named = {handler.operation_id for handler in HANDLERS}
    for operations in document()["paths"].values():
        for operation in operations.values():
            assert operation["operationId"] in named


def test_served_as_json_and_as_yaml(client: httpx.Client) -> None:
    as_json = client.get("/openapi.json").json()
    assert as_json == document()
    assert yaml.safe_load(client.get("/openapi.yaml").text) == as_json


def test_every_field_has_a_description_and_every_plain_one_an_example() -> None:
    bare = []
    for name, schema in document()["components"]["schemas"].items():
        assert schema.get("description"), name
        for field, part in schema.get("properties", {}).items():
            if not part.get("description") and "$ref" not in part:
                bare.append(f"{name}.{field}: description")
            if not _has_example(part):
                bare.append(f"{name}.{field}: example")
    assert bare == []


def _has_example(part: dict[str, Any]) -> bool:
    """Structs have theirs in their own fields."""
    inner = [part, part.get("items", {}), *part.get("anyOf", [])]
    return "examples" in part or "enum" in part or any("$ref" in each or "oneOf" in each for each in inner)


def test_the_document_has_no_problem_that_the_catalogue_has_not(client: httpx.Client) -> None:
    page = client.get("/docs/problems").text
    for operations in document()["paths"].values():
        for operation in operations.values():
            for answer in operation["responses"].values():
                content = answer["content"].get("application/problem+json", {"examples": {}})
                for name in content["examples"]:
                    assert f'id="{name}"' in page
