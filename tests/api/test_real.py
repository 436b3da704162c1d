"""The service with the real extractor: it says what the library says."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from extractor_schema import Article, Result
from tests.api.server import Server

ROOT = Path(__file__).resolve().parents[2]
DATES = json.loads((ROOT / "seeds" / "published.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A client of a service as `extractor-serve` starts it."""
    with (
        Server(factory="extractor_api.engine:build") as server,
        httpx.Client(base_url=server.url, timeout=120, verify=False) as client,
    ):
        yield client


@pytest.mark.parametrize("name", sorted(DATES))
def test_seeds_give_what_the_library_gives(client: httpx.Client, extractor: object, name: str) -> None:
    text = (ROOT / "seeds" / name).read_bytes().decode()
    answer = client.post("/v1/extract", json={"text": text, "published_at": DATES[name]})
    assert answer.status_code == 200
    article = Article(text=text, published_at=dt.date.fromisoformat(DATES[name]))
    expected: Result = extractor.extract(article)  # type: ignore[attr-defined]
    assert msgspec.json.decode(answer.content, type=Result) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\u0000",
        "x" * 3000,
        "Il ministro ha incontrato a Roma il suo omologo francese.",
        "😀" * 500,
        "<p>They met</p",
    ],
)
def test_odd_texts_are_answered(client: httpx.Client, text: str) -> None:
    answer = client.post("/v1/extract?offsets=byte", json={"text": text})
    assert answer.status_code == 200, answer.text


def test_a_text_over_the_limit_is_refused_and_not_cut(client: httpx.Client) -> None:
    problem = client.post("/v1/extract", json={"text": "x" * 1_000_001}).json()
    assert (problem["type"], problem["limit"], problem["value"]) == (
        "/docs/problems#text-too-long",
        1_000_000,
        1_000_001,
    )


def test_ontology_is_the_extractor_s(client: httpx.Client) -> None:
    types = {each["name"]: each for each in client.get("/v1/ontology").json()["types"]}
    assert set(types) == {"meeting", "offer", "strike", "threat"}
    assert {"source", "target"} <= set(types["strike"]["roles"])
    assert "airstrike" in {each["name"] for each in types["strike"]["subtypes"]}
