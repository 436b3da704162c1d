"""Saturation, faults under load, and clients that behave badly. `make soak` runs the long one."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest

from tests.api.load import fire, soak
from tests.api.server import Server

BUSY = "They met. SLEEP 0.02"
"""Two workers read about a hundred of these in a second."""


@pytest.fixture(scope="module")
def small() -> Iterator[Server]:
    """Room for eight articles."""
    with Server(queue_items=8, max_articles=8, deadline=5, body_timeout=2) as server:
        yield server


def test_saturation_is_answered_with_429_and_within_the_limits(small: Server) -> None:
    outcomes = asyncio.run(fire(small.url, BUSY, clients=32, seconds=3))
    assert outcomes.bad == []
    assert outcomes.broken == 0
    assert set(outcomes.statuses) <= {200, 429}, outcomes.statuses
    assert outcomes.statuses[200] > 100
    assert outcomes.statuses[429] > 0
    assert statistics.median(outcomes.seconds) < 1
    assert statistics.quantiles(outcomes.seconds, n=100)[98] < 5
    after = asyncio.run(fire(small.url, BUSY, clients=2, seconds=0.5))
    assert set(after.statuses) == {200}, "it recovers at once"


def test_patient_clients_get_everything_through(small: Server) -> None:
    outcomes = asyncio.run(fire(small.url, BUSY, clients=12, seconds=3, patient=True))
    assert outcomes.bad == []
    assert outcomes.statuses[200] > outcomes.statuses[429]


def test_workers_that_are_killed_under_load_lose_nothing(small: Server) -> None:
    """What was accepted is answered with its result, although workers die all the time."""
    stop = threading.Event()
    killed = 0

    def kill() -> None:
        nonlocal killed
        while not stop.wait(0.4):
            if workers := small.workers():
                with suppress(ProcessLookupError):
                    os.kill(workers[killed % len(workers)], signal.SIGKILL)
                    killed += 1

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        outcomes = asyncio.run(fire(small.url, BUSY, clients=6, seconds=5))
    finally:
        stop.set()
        thread.join()
    assert killed >= 8
    assert outcomes.bad == []
    assert outcomes.broken == 0
    assert set(outcomes.statuses) == {200}, outcomes.statuses


def test_slow_and_broken_clients_harm_nobody(small: Server) -> None:
    """Bodies that never end, heads that never end, and clients that leave, a hundred of each."""
    head = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n"
    whole = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n"
    pieces = [head + b'{"text": "', b"POST /v1/extr", head, whole + b'{"text": "x"}']
    connections = []
    try:
        for number in range(400):
            connection = socket.create_connection(("127.0.0.1", small.port), timeout=10)
            connection.sendall(pieces[number % len(pieces)])
            connections.append(connection)
        for connection in connections[::2]:
            connection.close()
        outcomes = asyncio.run(fire(small.url, BUSY, clients=3, seconds=2))
    finally:
        for connection in connections:
            connection.close()
    assert outcomes.bad == []
    assert set(outcomes.statuses) <= {200, 429}
    assert outcomes.statuses[200] > 20
    time.sleep(0.3)
    assert httpx.get(small.url + "/readyz").status_code == 200


def test_slow_readers_harm_nobody(small: Server) -> None:
    """Clients that ask for much and read nothing."""
    body = b'{"text": "' + b"They met. " * 600 + b'"}'
    request = (
        b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + f"Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    connections = []
    try:
        for _ in range(4):
            connection = socket.create_connection(("127.0.0.1", small.port), timeout=10)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.sendall(request)
            connections.append(connection)
        time.sleep(1)
        outcomes = asyncio.run(fire(small.url, BUSY, clients=2, seconds=1))
    finally:
        for connection in connections:
            connection.close()
    assert set(outcomes.statuses) == {200}


def test_a_short_soak_with_ever_new_words_keeps_its_memory() -> None:
    """Six seconds; `python -m tests.api.load 30` is the long one, with the real extractor."""
    soaked = soak(0.1)
    assert soaked.articles > 50
    assert soaked.late <= soaked.early * 1.1, soaked
