"""Every way to go wrong is answered with a problem document."""

from __future__ import annotations

import gzip
import json
import re
import socket
from typing import Any

import httpx
import msgspec
import pytest

from extractor_api.catalogue import CATALOGUE
from tests.api.server import Server

JSON = {"content-type": "application/json"}
EXTRACT = "/v1/extract"
BATCH = "/v1/extract/batch"

# name, method, path, headers, body, kind of problem, JSON pointer or parameter
TABLE: list[tuple[str, str, str, dict[str, str], Any, str, str | None]] = [
    ("unknown path", "GET", "/nope", {}, b"", "not-found", None),
    ("below the docs", "GET", "/docs/nope", {}, b"", "not-found", None),
    ("unknown file", "GET", "/assets/nope.js", {}, b"", "not-found", None),
    ("path climbing", "GET", "/assets/..%2f__init__.py", {}, b"", "not-found", None),
    ("wrong method", "GET", EXTRACT, {}, b"", "method-not-allowed", None),
    ("wrong method on health", "DELETE", "/livez", {}, b"", "method-not-allowed", None),
    ("odd method", "TRACE", EXTRACT, {}, b"", "method-not-allowed", None),
    ("no body", "POST", EXTRACT, JSON, b"", "malformed-body", None),
    ("white space", "POST", EXTRACT, JSON, b"  ", "malformed-body", None),
    ("cut off", "POST", EXTRACT, JSON, b'{"text": "a', "malformed-body", None),
    ("not JSON", "POST", EXTRACT, JSON, b"text=a", "malformed-body", None),
    ("not UTF-8", "POST", EXTRACT, JSON, b'{"text": "\xff"}', "malformed-body", None),
    ("lone surrogate", "POST", EXTRACT, JSON, b'{"text": "\\ud800"}', "malformed-body", None),
    ("nested deeply", "POST", BATCH, JSON, b'{"articles": ' + b"[" * 100_000, "malformed-body", None),
    ("an array", "POST", EXTRACT, JSON, b"[]", "invalid-article", ""),
    ("text missing", "POST", EXTRACT, JSON, b"{}", "invalid-article", "/text"),
    ("text null", "POST", EXTRACT, JSON, b'{"text": null}', "invalid-article", "/text"),
    ("text a number", "POST", EXTRACT, JSON, b'{"text": 1}', "invalid-article", "/text"),
    ("unknown field", "POST", EXTRACT, JSON, b'{"text": "a", "a/b": 1}', "invalid-article", "/a~1b"),
    (
        "no such day",
        "POST",
        EXTRACT,
        JSON,
        b'{"text": "a", "published_at": "2026-02-30"}',
        "invalid-article",
        "/published_at",
    ),
    (
        "day in words",
        "POST",
        EXTRACT,
        JSON,
        b'{"text": "a", "published_at": "today"}',
        "invalid-article",
        "/published_at",
    ),
    (
        "time without offset",
        "POST",
        EXTRACT,
        JSON,
        b'{"text": "a", "published_at": "2026-02-03T10:00:00"}',
        "invalid-article",
        "/published_at",
    ),
    (
        "language in words",
        "POST",
        EXTRACT,
        JSON,
        b'{"text": "a", "language": "English"}',
        "invalid-article",
        "/language",
    ),
    (
        "bad content_type",
        "POST",
        EXTRACT,
        JSON,
        b'{"text": "a", "content_type": "a/b"}',
        "invalid-article",
        "/content_type",
    ),
    ("empty batch", "POST", BATCH, JSON, b'{"articles": []}', "invalid-article", "/articles"),
    ("batch without articles", "POST", BATCH, JSON, b"{}", "invalid-article", "/articles"),
    (
        "no media type",
        "POST",
        EXTRACT,
        {"content-type": ""},
        b'{"text": "a"}',
        "unsupported-media-type",
        None,
    ),
    (
        "plain text",
        "POST",
        EXTRACT,
        {"content-type": "text/plain"},
        b'{"text": "a"}',
        "unsupported-media-type",
        None,
    ),
    (
        "other charset",
        "POST",
        EXTRACT,
        {"content-type": "application/json; charset=latin-1"},
        b"{}",
        "unsupported-media-type",
        None,
    ),
    ("JSON as a stream", "POST", "/v1/extract/stream", JSON, b"{}", "unsupported-media-type", None),
    (
        "unknown coding",
        "POST",
        EXTRACT,
        {**JSON, "content-encoding": "br"},
        b"x",
        "unsupported-encoding",
        None,
    ),
    ("broken gzip", "POST", EXTRACT, {**JSON, "content-encoding": "gzip"}, b"x", "malformed-body", None),
    (
        "cut off gzip",
        "POST",
        EXTRACT,
        {**JSON, "content-encoding": "gzip"},
        gzip.compress(b'{"text":"a"}')[:-3],
        "malformed-body",
        None,
    ),
    ("broken zstd", "POST", EXTRACT, {**JSON, "content-encoding": "zstd"}, b"x", "malformed-body", None),
    (
        "gzip bomb",
        "POST",
        EXTRACT,
        {**JSON, "content-encoding": "gzip"},
        gzip.compress(b" " * 50_000_000),
        "body-too-large",
        None,
    ),
    (
        "nothing acceptable",
        "POST",
        EXTRACT,
        {**JSON, "accept": "image/png"},
        b'{"text": "a"}',
        "not-acceptable",
        None,
    ),
    (
        "unknown parameter",
        "POST",
        EXTRACT + "?colour=red",
        JSON,
        b'{"text": "a"}',
        "invalid-parameter",
        "colour",
    ),
    ("bad unit", "POST", EXTRACT + "?offsets=line", JSON, b'{"text": "a"}', "invalid-parameter", "offsets"),
    ("bad type", "POST", EXTRACT + "?types=party", JSON, b'{"text": "a"}', "invalid-parameter", "types"),
    (
        "confidence above 1",
        "POST",
        EXTRACT + "?min_confidence=2",
        JSON,
        b'{"text": "a"}',
        "invalid-parameter",
        "min_confidence",
    ),
    (
        "confidence not a number",
        "POST",
        EXTRACT + "?min_confidence=nan",
        JSON,
        b'{"text": "a"}',
        "invalid-parameter",
        "min_confidence",
    ),
    (
        "confidence empty",
        "POST",
        EXTRACT + "?min_confidence=",
        JSON,
        b'{"text": "a"}',
        "invalid-parameter",
        "min_confidence",
    ),
    (
        "twice",
        "POST",
        EXTRACT + "?language=en&language=de",
        JSON,
        b'{"text": "a"}',
        "invalid-parameter",
        "language",
    ),
    ("body too large", "POST", EXTRACT, JSON, b" " * 300_001, "body-too-large", None),
    (
        "text too long",
        "POST",
        EXTRACT,
        JSON,
        json.dumps({"text": "x" * 20_001}).encode(),
        "text-too-long",
        None,
    ),
    (
        "too many articles",
        "POST",
        BATCH,
        JSON,
        json.dumps({"articles": [{"text": ""}] * 21}).encode(),
        "too-many-articles",
        None,
    ),
    (
        "batch too long",
        "POST",
        BATCH,
        JSON,
        json.dumps({"articles": [{"text": "x" * 20_000}] * 3}).encode(),
        "batch-too-long",
        None,
    ),
    ("extractor fails", "POST", EXTRACT, JSON, b'{"text": "FAIL secret words"}', "extraction-failed", None),
    ("native crash", "POST", EXTRACT, JSON, b'{"text": "CRASH"}', "worker-crashed", None),
]


def check(answer: httpx.Response, kind: str) -> dict[str, Any]:
    """What holds for every problem document."""
    assert answer.status_code == CATALOGUE[kind].status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["type"] == f"/docs/problems#{kind}"
    assert problem["title"] == CATALOGUE[kind].title
    assert problem["status"] == answer.status_code
    assert problem["request_id"] == answer.headers["x-request-id"]
    assert not re.search(r"Traceback|File \"|\.py\b|secret words", answer.text)
    return problem


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "kind", "at"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_problem(
    client: httpx.Client,
    method: str,
    path: str,
    headers: dict[str, str],
    body: bytes,
    kind: str,
    at: str | None,
) -> None:
    problem = check(client.request(method, path, headers=headers, content=body), kind)
    if at is not None:
        (error,) = problem["errors"]
        assert error.get("pointer", error.get("parameter")) == at


@pytest.mark.parametrize(
    ("body", "path", "limit", "value"),
    [
        ({"text": "x" * 20_002}, EXTRACT, 20_000, 20_002),
        ({"articles": [{"text": ""}] * 22}, BATCH, 20, 22),
        ({"articles": [{"text": "x" * 20_000}] * 3}, BATCH, 50_000, 60_000),
    ],
)
def test_limits_are_named_with_the_value_that_passed_them(
    client: httpx.Client, body: dict[str, Any], path: str, limit: int, value: int
) -> None:
    problem = client.post(path, json=body).json()
    assert (problem["limit"], problem["value"]) == (limit, value)


def test_methods_and_media_types_that_would_do_are_listed(client: httpx.Client) -> None:
    assert "POST" in client.get(EXTRACT).headers["allow"]
    answer = client.post(EXTRACT, content=b"x", headers={"content-type": "text/xml"})
    assert "application/json" in answer.json()["supported"]


def test_broken_messagepack(client: httpx.Client) -> None:
    headers = {"content-type": "application/msgpack"}
    check(client.post(EXTRACT, content=b"\xc1", headers=headers), "malformed-body")
    check(client.post(EXTRACT, content=b"\x81\xa4text\xa1\xff", headers=headers), "malformed-body")
    check(
        client.post(EXTRACT, content=msgspec.msgpack.encode({"text": 1}), headers=headers), "invalid-article"
    )


def raw(server: Server, data: bytes) -> bytes:
    """Send bytes and read until the service closes the connection."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(data)
        received = b""
        while piece := connection.recv(65_536):
            received += piece
    return received


@pytest.mark.parametrize(
    "data",
    [b"not HTTP at all\r\n\r\n", b"GET / HTTP/1.1\r\nbad header\r\n\r\n", b"\x16\x03\x01\x00\x05hello"],
)
def test_bytes_that_are_not_http(server: Server, data: bytes) -> None:
    head, _, body = raw(server, data).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400")
    assert json.loads(body)["type"] == "/docs/problems#bad-request"


def test_half_sent_body_is_given_up_in_time(server: Server) -> None:
    head = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n"
    answer = raw(server, head + b'{"text": ')
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"/docs/problems#body-timeout" in answer


def test_every_type_resolves_to_its_section(client: httpx.Client) -> None:
    page = client.get("/docs/problems").text
    for kind in CATALOGUE.values():
        path, _, section = kind.uri.partition("#")
        assert path == "/docs/problems"
        assert f'<section id="{section}">' in page


def test_log_holds_no_text_and_names_the_request(server: Server, client: httpx.Client) -> None:
    client.post(EXTRACT, json={"text": "FAIL secret words"}, headers={"x-request-id": "find-me"})
    client.post(EXTRACT, content=b'{"text": "secret words', headers={**JSON, "x-request-id": "find-me-too"})
    log = server.log()
    assert "secret words" not in log
    entries = [json.loads(line) for line in log.splitlines()]
    found = [entry for entry in entries if entry["request_id"] == "find-me"]
    assert {entry["message"] for entry in found} == {"extraction failed", "request"}
    assert any("_obey" in place for entry in found for place in entry.get("trace", []))
