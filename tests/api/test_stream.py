"""Articles line by line, results as they come."""

from __future__ import annotations

import gzip
import json
import socket
import time
from typing import Any

import httpx
import pytest

from tests.api.server import Server

NDJSON = {"content-type": "application/x-ndjson"}


def lines_of(answer: httpx.Response) -> list[dict[str, Any]]:
    """The records of an answer: lines end with a line feed, and with nothing else."""
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert answer.content.endswith(b"\n")
    return [json.loads(line) for line in answer.content.split(b"\n")[:-1]]


def post(client: httpx.Client, *lines: object, **options: Any) -> list[dict[str, Any]]:
    """Send lines: objects as JSON, bytes as they are."""
    body = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return lines_of(client.post("/v1/extract/stream", content=body, headers=NDJSON, **options))


def test_a_record_for_each_line_in_order_then_the_summary(client: httpx.Client) -> None:
    records = post(
        client,
        {"id": "1", "text": "SLEEP 0.1 They met."},
        {"id": "2", "text": "They offered."},
        b"",
        b'{"id": "3", "text": 5}',
        b"not json",
        {"id": "5", "text": "CRASH"},
        {"text": "line \u2028 and \u0085 separators are no line ends"},
    )
    *records, last = records
    assert [record["id"] for record in records] == ["1", "2", "3", None, "5", None]
    errors = [(r["line"], r["error"]["type"].rpartition("#")[2]) for r in records if "error" in r]
    assert errors == [(4, "invalid-article"), (5, "malformed-body"), (6, "worker-crashed")]
    assert last == {"summary": {"lines": 6, "results": 3, "errors": 3, "complete": True, "problem": None}}


def test_an_empty_stream_has_a_summary(client: httpx.Client) -> None:
    assert post(client, b"")[-1]["summary"]["lines"] == 0


def test_options_hold_for_every_line(client: httpx.Client) -> None:
    body = b'{"text": "They met. Jets struck."}\n'
    answer = client.post("/v1/extract/stream?types=strike", content=body, headers=NDJSON)
    assert [event["type"] for event in lines_of(answer)[0]["events"]] == ["strike"]


def test_compression_both_ways(client: httpx.Client) -> None:
    body = gzip.compress(b'{"text": "They met."}\n' * 20)
    answer = client.post(
        "/v1/extract/stream",
        content=body,
        headers={**NDJSON, "content-encoding": "gzip", "accept-encoding": "gzip"},
    )
    assert answer.headers["content-encoding"] == "gzip"
    assert lines_of(answer)[-1]["summary"]["results"] == 20


def test_a_line_that_is_too_large_ends_the_stream_with_the_reason(client: httpx.Client) -> None:
    records = post(
        client, {"text": "They met."}, b'{"text": "' + b"x" * 400_000 + b'"}', {"text": "They met."}
    )
    assert [record["id"] for record in records[:-1]] == [None]
    summary = records[-1]["summary"]
    assert (summary["complete"], summary["problem"]["type"]) == (False, "/docs/problems#body-too-large")


class Duplex:
    """A stream that is written to and read from by hand."""

    def __init__(self, server: Server) -> None:
        self._connection = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        self._connection.sendall(
            b"POST /v1/extract/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        self._file = self._connection.makefile("rb")

    def send(self, data: bytes) -> None:
        """One chunk; an empty one ends the body."""
        self._connection.sendall(b"%x\r\n%s\r\n" % (len(data), data))

    def head(self) -> bytes:
        """The answer's head."""
        head = b""
        while (line := self._file.readline()) not in (b"\r\n", b""):
            head += line
        return head

    def chunk(self) -> bytes:
        """The answer's next chunk."""
        size = int(self._file.readline(), 16)
        return self._file.read(size + 2)[:-2]

    def close(self) -> None:
        """Leave at once."""
        self._file.close()
        self._connection.close()


def test_results_come_before_the_body_ends(server: Server) -> None:
    stream = Duplex(server)
    try:
        stream.send(b'{"id": "1", "text": "They met."}\n')
        assert stream.head().startswith(b"HTTP/1.1 200")
        assert json.loads(stream.chunk())["id"] == "1"
        stream.send(b'{"id": "2", "text": "They met."}\n')
        assert json.loads(stream.chunk())["id"] == "2"
        stream.send(b"")
        assert json.loads(stream.chunk())["summary"]["results"] == 2
    finally:
        stream.close()


def test_a_sender_who_falls_silent_gets_what_is_done_and_the_reason(server: Server) -> None:
    stream = Duplex(server)
    try:
        stream.send(b'{"id": "1", "text": "They met."}\n{"id": "2", "te')
        stream.head()
        assert json.loads(stream.chunk())["id"] == "1"
        summary = json.loads(stream.chunk())["summary"]
        assert (summary["complete"], summary["problem"]["type"]) == (False, "/docs/problems#body-timeout")
    finally:
        stream.close()


def test_a_client_that_leaves_frees_its_place(server: Server, client: httpx.Client) -> None:
    stream = Duplex(server)
    stream.send(b'{"text": "SLEEP 1.5"}\n' * 6)
    time.sleep(0.2)
    stream.close()
    limit = time.monotonic() + 5
    while _inside(client) and time.monotonic() < limit:
        time.sleep(0.05)
    assert _inside(client) == 0


def test_a_slow_reader_is_read_from_slowly(server: Server, client: httpx.Client) -> None:
    """The service takes in no more than its window of articles, however many are sent."""
    stream = Duplex(server)
    try:
        stream.send(b'{"text": "SLEEP 0.05"}\n' * 200)
        time.sleep(0.3)
        assert 0 < _inside(client) <= 10, "eight that wait, one that is written and one that is read"
    finally:
        stream.close()


def _inside(client: httpx.Client) -> float:
    text = client.get("/metrics").text
    return float(
        next(line.split()[1] for line in text.splitlines() if line.startswith("newsact_queue_items "))
    )


@pytest.mark.parametrize("accept", ["application/x-ndjson", "application/json", "*/*"])
def test_accept(client: httpx.Client, accept: str) -> None:
    answer = client.post("/v1/extract/stream", content=b"", headers={**NDJSON, "accept": accept})
    assert answer.status_code == 200


def test_a_byte_order_mark_before_the_first_line_is_passed_over(client: httpx.Client) -> None:
    record, summary = post(client, "\ufeff".encode() + b'{"id": "a", "text": "They met."}')
    assert (record["id"], summary["summary"]["errors"]) == ("a", 0)
