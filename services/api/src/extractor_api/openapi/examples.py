"""The examples of the contract: what the real extractor makes of one article.

`write` makes openapi/examples.json anew; a test compares the file with what the extractor says today.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from extractor_api.extraction import SAMPLE, Reader
from extractor_api.formats import FORMATS
from extractor_api.settings import Settings

__all__ = ["PATH", "current", "write"]

PATH = Path(__file__).with_name("examples.json")
_ARTICLE = {name: value for name, value in msgspec.to_builtins(SAMPLE).items() if value is not None}


def current() -> dict[str, Any]:
    """The examples as the extractor makes them now. Loads the pipeline."""
    reader = Reader.build(Settings().factory, None, Settings().max_characters)
    result = reader.extract(SAMPLE.to_article())
    made = {name: each.single(each.item(result)) for name, each in FORMATS.items()}
    as_json = json.loads(made["json"])
    return {
        "article": _ARTICLE,
        "batch_request": {"articles": [_ARTICLE]},
        "result": as_json,
        "batch": {"results": [as_json]},
        "csv": made["csv"].decode(),
        "geojson": json.loads(made["geojson"]),
        "ontology": json.loads(reader.ontology()),
    }


def write() -> None:
    """Make the file anew."""
    PATH.write_text(json.dumps(current(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
