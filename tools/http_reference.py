"""The OpenAPI document as a Markdown page: `python tools/http_reference.py` prints it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["reference"]

_DOCUMENT = Path(__file__).resolve().parents[1] / "openapi" / "openapi.json"
_NAME = "#/components/schemas/"
_BOUNDS = {"minimum": "at least", "maximum": "at most", "minItems": "entries at least", "pattern": "matches"}


def reference(document: dict[str, Any]) -> str:
    """Every operation with its parameters and answers, then every schema with its members."""
    lines = [document["info"]["description"], ""]
    for tag in document["tags"]:
        lines += [f"## {tag['name'].capitalize()}", "", tag["description"], ""]
        for path, operations in document["paths"].items():
            for method, operation in operations.items():
                if tag["name"] in operation["tags"]:
                    lines += _operation(method, path, operation)
    lines += ["## Schemas", "", "A member marked with * is always there.", ""]
    for name, schema in document["components"]["schemas"].items():
        lines += _schema(name, schema)
    return "\n".join(lines) + "\n"


def _operation(method: str, path: str, operation: dict[str, Any]) -> Iterator[str]:
    said = f"**{operation['summary']}.** {operation['description']}"
    yield from (f"### {method.upper()} {path}", "", said, "")
    if parameters := operation.get("parameters"):
        yield from ("| query parameter | value | meaning |", "|---|---|---|")
        for each in parameters:
            default = each["schema"].get("default")
            shown = f", default `{default}`" if default not in (None, [], ()) else ""
            yield f"| `{each['name']}` | {_kind(each['schema'])}{shown} | {_cell(each['description'])} |"
        yield ""
    if body := operation.get("requestBody"):
        yield from ("Body:", "")
        yield from (f"- `{media}`: {_kind(content['schema'])}" for media, content in body["content"].items())
        yield ""
    yield from ("| answer | as | meaning |", "|---|---|---|")
    for status, answer in operation["responses"].items():
        forms = [
            f"`{media}`" + (f" {_kind(content['schema'])}" if "$ref" in content["schema"] else "")
            for media, content in answer.get("content", {}).items()
        ]
        yield f"| {status} | {'<br>'.join(forms)} | {_cell(answer['description'])} |"
    yield ""


def _schema(name: str, schema: dict[str, Any]) -> Iterator[str]:
    yield from (f"### {name} {{ #{name.lower()} }}", "", schema["description"], "")
    if "oneOf" in schema:
        yield from ("One of " + ", ".join(_kind(each) for each in schema["oneOf"]) + ".", "")
    if properties := schema.get("properties"):
        required = schema.get("required", ())
        yield from ("| member | value | meaning |", "|---|---|---|")
        for key, part in properties.items():
            mark = "\\*" if key in required else ""
            yield f"| `{key}`{mark} | {_kind(part)} | {_cell(part.get('description', ''))} |"
        yield ""


def _kind(schema: dict[str, Any]) -> str:
    """What a value may be, in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_NAME)
        return f"[{name}](#{name.lower()})"
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(_kind(each) for each in choices)
    if "enum" in schema:
        return ", ".join(f"`{each}`" for each in schema["enum"])
    if schema.get("type") == "array":
        inner = _kind(schema["items"]) if schema.get("items") else "anything"
        return f"list of {inner}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object of {_kind(schema['additionalProperties'])}"
    limits = [f"{word} `{schema[key]}`" for key, word in _BOUNDS.items() if key in schema]
    return _cell(", ".join([schema.get("format") or schema.get("type", "anything"), *limits]))


def _cell(text: str) -> str:
    """Text that does not break the table that it stands in."""
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    """Print the page."""
    print(reference(json.loads(_DOCUMENT.read_text("utf-8"))))


if __name__ == "__main__":
    main()
