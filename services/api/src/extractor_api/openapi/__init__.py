"""The contract as an OpenAPI 3.1 document, built from the structs and from one table of operations.

`python -m extractor_api.openapi` prints it.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from extractor_api.openapi.components import components
from extractor_api.openapi.operations import TAGS, paths
from extractor_api.version import VERSION

__all__ = ["document", "dump_json", "dump_yaml", "json_document", "yaml_document"]

_DESCRIPTION = """\
Reads news articles into events: meetings, offers, strikes and threats, with actors, places and dates.

* **Offsets** are half-open. The slice of the sent text from `start` to `end` is the span's `text`, in the
unit that \
the parameter `offsets` asks for; code points by default.
* **Days** are ISO 8601 calendar days; intervals include both ends. No clock is asked: relative dates are
resolved \
against the article's publication date, and stay unresolved where it is not known.
* **Coordinates** are WGS84 degrees. **Countries** are ISO 3166-1 alpha-3 codes, and `XKX` for Kosovo.
* **`null`** stands where the text does not say. An article without events is answered with 200 and an empty
list.
* **Repeating** a request is safe, although it is a POST: reading an article changes nothing.
* **Problems** are RFC 9457 documents with a stable `type`; [every kind](/docs/problems) is described.
Answers with \
429, and most with 503, say in `Retry-After` when to try again.
* **Compression** with gzip or zstd works both ways: `Content-Encoding` and `Accept-Encoding`.
"""


@cache
def document() -> dict[str, Any]:
    """The document as a tree. Nobody may change it."""
    tree = {
        "openapi": "3.1.0",
        "info": {
            "title": "newsact",
            "version": VERSION,
            "summary": "Events from news text",
            "description": _DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "contact": {"name": "The operator of this service"},
        },
        "servers": [{"url": "/", "description": "This service"}],
        "tags": TAGS,
        "security": [{}, {"bearer": []}, {"apiKey": []}],
        "paths": paths(),
        "components": components(),
    }
    plain: dict[str, Any] = json.loads(json.dumps(tree))
    return plain


@cache
def json_document() -> bytes:
    """The document as JSON text."""
    return dump_json(document())


@cache
def yaml_document() -> bytes:
    """The document as YAML text."""
    return dump_yaml(document())


def dump_json(tree: dict[str, Any]) -> bytes:
    """A document as JSON text."""
    return json.dumps(tree, indent=2, ensure_ascii=False).encode() + b"\n"


def dump_yaml(tree: dict[str, Any]) -> bytes:
    """A document as YAML text."""
    import yaml  # type: ignore[import-untyped]  # used for this alone

    text: str = yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, width=110)
    return text.encode()
