"""Results that earlier versions wrote still decode, with all that they held."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from extractor import __version__
from extractor_schema import SCHEMA_VERSION, ErrorRecord, Result
from tests.contract.recording import FOLDER, articles

FILES = sorted(FOLDER.glob("*.*.*.jsonl"))


def lacks(old: Any, new: Any, where: str = "") -> list[str]:
    """The places at which `new` does not hold what `old` holds."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [
            place
            for key in old
            for place in (lacks(old[key], new[key], f"{where}.{key}") if key in new else [f"{where}.{key}"])
        ]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [
            place
            for at, (a, b) in enumerate(zip(old, new, strict=True))
            for place in lacks(a, b, f"{where}[{at}]")
        ]
    return [] if old == new else [where]


def records(path: Path) -> list[Result | ErrorRecord]:
    return [
        msgspec.json.decode(line, type=ErrorRecord if "error" in msgspec.json.decode(line) else Result)
        for line in path.read_bytes().splitlines()
    ]


def test_the_present_version_is_recorded() -> None:
    assert FOLDER / f"{__version__}.jsonl" in FILES, "run `python -m tests.contract.recording`"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_nothing_is_lost_in_decoding(path: Path) -> None:
    for line, record in zip(path.read_bytes().splitlines(), records(path), strict=True):
        assert lacks(msgspec.json.decode(line), msgspec.json.decode(msgspec.json.encode(record))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_offsets_mean_what_they_meant(path: Path) -> None:
    spans = 0
    for record, article in zip(records(path), articles(), strict=False):
        if isinstance(article, ErrorRecord):
            continue
        assert record.id == article.id
        for event in getattr(record, "events", ()):
            for span in [m.trigger for m in event.mentions] + [
                a.span for a in (*event.actors, *event.places)
            ]:
                assert article.text[span.start : span.end] == span.text
                spans += 1
    assert spans > 20


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_major_version_of_the_schema_is_kept(path: Path) -> None:
    """With a new major version, the older files move to a folder of their own, with what still reads them."""
    kept = {record.schema_version.split(".")[0] for record in records(path) if isinstance(record, Result)}
    assert kept == {SCHEMA_VERSION.split(".")[0]}


def test_what_is_lost_is_noticed() -> None:
    assert lacks({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}]}) == []
    assert lacks({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": 1}]}) == [".a[0].c"]
    assert lacks({"a": [1]}, {"a": [2]}) == [".a[0]"]


def test_the_articles_show_every_shape() -> None:
    """A file without an offer or without a skipped part would say nothing of those."""
    made = [r for path in FILES for r in records(path)]
    results = [r for r in made if isinstance(r, Result)]
    events = [e for r in results for e in r.events]
    assert {e.type for e in events} == {"meeting", "offer", "strike", "threat"}
    assert {e.status for e in events} >= {"occurred", "planned", "denied"}
    assert any(r.skipped for r in results) and any(isinstance(r, ErrorRecord) for r in made)
    assert (
        any(not r.events for r in results) and any(e.date for e in events) and any(e.places for e in events)
    )
    assert any(e.attribution for e in events) and any(e.content for e in events)
