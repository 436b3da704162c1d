"""The worked example served over HTTP: found, asked for, and in the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml

from extractor_api.openapi import document
from tests.api.server import Server

TEXT = "Farmers protested against the law in Brussels. Jets struck a depot near Homs."


@pytest.fixture(scope="module")
def client(example: Path) -> Iterator[httpx.Client]:
    with (
        Server(factory="extractor_api.engine:build", workers=1, extensions=example) as server,
        httpx.Client(base_url=server.url, timeout=120, verify=False) as client,
    ):
        yield client


def types(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [event["type"] for event in answer.json()["events"]]


def test_events_of_ones_own_type(client: httpx.Client) -> None:
    answer = client.post("/v1/extract", json={"text": TEXT})
    assert types(answer) == ["protest", "strike"]
    assert "+" in answer.json()["engine"]["rules"]


def test_the_type_can_be_asked_for(client: httpx.Client) -> None:
    assert types(client.post("/v1/extract?types=protest", json={"text": TEXT})) == ["protest"]
    refused = client.post("/v1/extract?types=party", json={"text": TEXT})
    assert refused.status_code == 422
    assert "'party' is none of meeting, offer, strike, threat, protest" in refused.json()["detail"]


def test_the_ontology_has_it(client: httpx.Client) -> None:
    found = client.get("/v1/ontology").json()
    assert [term["name"] for term in found["types"]] == ["meeting", "offer", "strike", "threat", "protest"]
    assert "protester" in [role["name"] for role in found["roles"]]


@pytest.mark.parametrize("path", ["/openapi.json", "/openapi.yaml"])
def test_the_contract_has_it(client: httpx.Client, path: str) -> None:
    served = yaml.safe_load(client.get(path).text)
    (asked,) = [p for p in served["paths"]["/v1/extract"]["post"]["parameters"] if p["name"] == "types"]
    assert asked["schema"]["items"]["enum"][-1] == "protest"
    properties = served["components"]["schemas"]["Event"]["properties"]
    assert "`protest`" in properties["type"]["description"]
    assert "labour_strike" in properties["subtype"]["examples"]
    assert "* `protest`: People gather" in served["info"]["description"]
    # Nothing else differs from the contract of the default configuration.
    assert served["paths"].keys() == document()["paths"].keys()
    assert served["components"]["schemas"].keys() == document()["components"]["schemas"].keys()


def test_a_broken_extension_keeps_the_service_from_starting(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("actor\tkind\nUnion\tclub\n", "utf-8")
    with Server(factory="extractor_api.engine:build", wait=False, extensions=path) as server:
        server.process.wait(60)
        assert server.process.returncode == 3
        assert f"{path}:2: column kind: 'club' is none of" in server.log()
