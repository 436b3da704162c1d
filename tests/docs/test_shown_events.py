"""The events that README and the first page show in words or as JSON are what the extractor finds."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import msgspec
import pytest

from extractor import Article, Extractor
from tests.docs.running import ROOT, blocks

README = ROOT / "README.md"
DAY = dt.date(2026, 1, 26)


def event_of(extractor: Extractor, text: str) -> Any:
    """The first event of a text, as JSON has it."""
    event, *_ = extractor.extract(Article(text=text, published_at=DAY)).events
    return json.loads(msgspec.json.encode(event))


def misshown(shown: Any, found: Any, at: str = "") -> list[str]:
    """Where what is shown is not what is found; "..." stands for any text, and what is null may be left out."""
    if isinstance(shown, dict) and isinstance(found, dict):
        left = [f"{at}/{name}" for name, value in found.items() if name not in shown and value is not None]
        return left + [w for n, v in shown.items() for w in misshown(v, found.get(n), f"{at}/{n}")]
    if isinstance(shown, list) and isinstance(found, list) and len(shown) == len(found):
        return [
            w for i, pair in enumerate(zip(shown, found, strict=True)) for w in misshown(*pair, f"{at}/{i}")
        ]
    if at == "/confidence":
        return [] if abs(shown - found) < 0.03 else [f"{at}: {found}"]
    return [] if shown in ("...", found) else [f"{at}: {found}"]


def test_the_result_in_the_readme(extractor: Extractor) -> None:
    (shown,) = (json.loads(block.text) for block in blocks(README) if block.language == "json")
    text = re.search(r'text="(US jets .*?)"', README.read_text("utf-8"))
    assert text is not None
    assert misshown(shown, event_of(extractor, text[1])) == []


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_the_first_example(extractor: Extractor, page: str) -> None:
    written = (ROOT / page).read_text("utf-8")
    quoted = re.search(r"^> (.*)$", written, re.MULTILINE)
    assert quoted is not None
    event = event_of(extractor, quoted[1])
    lead = written[quoted.end() :].partition("\n#")[0]
    (place,) = event["places"]
    degrees = f"{place['latitude']:.2f}° N {place['longitude']:.2f}° E"
    values = [
        event["type"],
        event["subtype"],
        event["status"],
        event["date"]["start"],
        degrees,
        place["name"],
    ]
    values += [event["attribution"]["span"]["text"], *(actor["name"] for actor in event["actors"])]
    assert [value for value in values if value not in lead] == []
