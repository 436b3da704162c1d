"""Write the JSON Schemas of requests and results: `python tools/json_schema.py openapi`.

They are made from the structs, in the dialect 2020-12. Article, result and the two bodies of a batch are the
schemas of the OpenAPI document, so that the two can't differ; `record` is a line that the command line and
`Extractor.pipe` give.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from extractor_api.openapi import document
from extractor_schema import SCHEMA_VERSION, ErrorRecord

__all__ = ["FILES", "schemas", "texts", "write"]

FILES = {
    "article": "Article",
    "result": "Result",
    "batch-request": "BatchRequest",
    "batch-response": "BatchResponse",
}
"""The files NAME.schema.json that stand for one schema of the OpenAPI document each."""
_COMPONENT = "#/components/schemas/"
_DEFINITION = "#/$defs/"


def schemas() -> dict[str, dict[str, Any]]:
    """Each schema by the name of its file without `.schema.json`."""
    components: dict[str, Any] = document()["components"]["schemas"]
    made = {name: _standalone(name, components, [target]) for name, target in FILES.items()}
    made["record"] = _standalone("record", components | _error_record(), ["Result", "ErrorRecord"])
    return made


def texts() -> dict[str, str]:
    """What each file of the folder `openapi/` must hold, by the file's name."""
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas().items()
    }


def write(folder: Path) -> None:
    """Write the files."""
    for name, text in texts().items():
        (folder / name).write_text(text, "utf-8", newline="\n")


def _error_record() -> dict[str, Any]:
    """The struct that stands in the place of a result outside HTTP; it is always written in full."""
    _, found = msgspec.json.schema_components([ErrorRecord], ref_template=_COMPONENT + "{name}")
    for schema in found.values():
        schema["required"] = list(schema["properties"])
        for part in schema["properties"].values():
            part.pop("default", None)
    found["ErrorRecord"]["properties"]["id"]["description"] = "The article's id, where it could be read."
    return found


def _standalone(name: str, components: dict[str, Any], targets: list[str]) -> dict[str, Any]:
    """A document of its own with all that it refers to."""
    needed = {key: components[key] for key in sorted(_closure(targets, components))}
    references = [{"$ref": _DEFINITION + target} for target in targets]
    tree = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsact:schema:{name}:{SCHEMA_VERSION}",
        "title": name,
        **(references[0] if len(references) == 1 else {"oneOf": references}),
        "$defs": needed,
    }
    plain: dict[str, Any] = json.loads(json.dumps(tree).replace(_COMPONENT, _DEFINITION))
    return plain


def _closure(names: Iterable[str], components: dict[str, Any]) -> set[str]:
    """The names, and those that they refer to, directly or not."""
    found: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += _references(components[name])
    return found


def _references(tree: Any) -> list[str]:
    """The schemas that a tree refers to."""
    if isinstance(tree, list):
        return [name for part in tree for name in _references(part)]
    if not isinstance(tree, dict):
        return []
    here = [tree["$ref"].removeprefix(_COMPONENT)] if isinstance(tree.get("$ref"), str) else []
    return here + [name for part in tree.values() for name in _references(part)]


if __name__ == "__main__":
    write(Path(sys.argv[1]))
