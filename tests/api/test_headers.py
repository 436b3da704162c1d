"""What every answer carries, and compression both ways."""

from __future__ import annotations

import gzip
import json

import httpx
import pytest
import zstandard

ARTICLE = json.dumps({"text": "They met in Geneva. " * 50}).encode()


@pytest.mark.parametrize("path", ["/livez", "/v1/info", "/nope", "/docs", "/metrics"])
def test_security_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers


def test_request_id_is_echoed_or_made(client: httpx.Client) -> None:
    assert client.get("/livez", headers={"x-request-id": "abc-1"}).headers["x-request-id"] == "abc-1"
    made = {client.get("/livez").headers["x-request-id"] for _ in range(3)}
    assert len(made) == 3


@pytest.mark.parametrize("bad", ["a b", "x" * 129, 'a"b', "<script>"])
def test_request_id_that_could_do_harm_is_replaced(client: httpx.Client, bad: str) -> None:
    assert client.get("/livez", headers={"x-request-id": bad}).headers["x-request-id"] != bad


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_health_answers_get_and_head(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/livez").status_code == 200


@pytest.mark.parametrize(
    ("coding", "compress"),
    [("gzip", gzip.compress), ("zstd", zstandard.ZstdCompressor().compress), ("identity", bytes)],
)
def test_compressed_bodies_are_read(client: httpx.Client, coding: str, compress: object) -> None:
    headers = {"content-type": "application/json", "content-encoding": coding}
    answer = client.post("/v1/extract", content=compress(ARTICLE), headers=headers)  # type: ignore[operator]
    assert len(answer.json()["events"]) == 50


@pytest.mark.parametrize(
    ("accepted", "given"),
    [
        ("gzip", "gzip"),
        ("zstd", "zstd"),
        ("gzip;q=0.5, zstd", "zstd"),
        ("gzip, zstd;q=0", "gzip"),
        ("br", None),
        ("", None),
    ],
)
def test_answers_are_compressed_as_asked(client: httpx.Client, accepted: str, given: str | None) -> None:
    headers = {"content-type": "application/json", "accept-encoding": accepted}
    with client.stream("POST", "/v1/extract", content=ARTICLE, headers=headers) as answer:
        data = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == given
    if given == "gzip":
        data = gzip.decompress(data)
    elif given == "zstd":
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    assert len(json.loads(data)["events"]) == 50


def test_small_answers_are_not_compressed(client: httpx.Client) -> None:
    assert "content-encoding" not in client.get("/livez", headers={"accept-encoding": "gzip"}).headers


def test_trailing_slash_does_not_matter(client: httpx.Client) -> None:
    assert client.get("/livez/").status_code == 200


def test_metrics_count_what_happened(client: httpx.Client) -> None:
    client.post("/v1/extract", json={"text": "Jets struck."})
    client.post("/v1/extract", json={"text": 1})
    text = client.get("/metrics").text
    values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert float(values['newsact_requests_total{method="POST",path="/v1/extract",status="200"}']) >= 1
    assert float(values['newsact_requests_total{method="POST",path="/v1/extract",status="422"}']) >= 1
    assert float(values['newsact_events_total{type="strike"}']) >= 1
    assert float(values['newsact_articles_total{outcome="ok"}']) >= 1
    assert float(values["newsact_characters_total"]) >= 12
    assert float(values["newsact_queue_wait_seconds_count"]) >= 1
    assert float(values["newsact_run_seconds_count"]) >= 1
    assert float(values["newsact_queue_items"]) == 0
    assert float(values["newsact_workers"]) == 2
    assert float(values['newsact_worker_memory_bytes{worker="0"}']) > 1_000_000
