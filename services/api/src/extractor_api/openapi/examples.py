"""The examples of the contract: what the real extractor makes of one article.

`write` makes openapi/examples.json anew; a test compares the file with what the extractor says today.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from extractor_api.contract import ArticleBody
from extractor_api.decoding import to_article
from extractor_api.extraction import Reader
from extractor_api.formats import FORMATS
from extractor_api.settings import Settings

__all__ = ["PATH", "current", "write"]

PATH = Path(__file__).with_name("examples.json")
_ARTICLE = {
    "id": "a1",
    "text": "GENEVA, Jan 26 - Russian airstrikes hit a hospital in Aleppo, Syria, on Sunday, a rescue "
    "group said. "
    "U.S. President Donald Trump threatened on Monday to impose sanctions on Russia.\n\n"
    "Turkish Foreign Minister **Hakan Fidan** met his French counterpart in Geneva on Monday. "
    "Turkey offered Ukraine to host new talks next week.\n\n"
    "Il ministro degli Esteri ha incontrato oggi a Roma il suo omologo francese per discutere della "
    "situazione.\n",
    "title": "Hospital hit in Aleppo",
    "published_at": "2026-01-26",
    "language": "en",
    "url": "https://example.org/news/1",
}


def current() -> dict[str, Any]:
    """The examples as the extractor makes them now. Loads the pipeline."""
    reader = Reader.build(Settings().factory, None, Settings().max_characters)
    result = reader.extract(to_article(msgspec.convert(_ARTICLE, ArticleBody)))
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
