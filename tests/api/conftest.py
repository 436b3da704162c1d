"""A running service with the fake extractor, for the tests that need no settings of their own."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.api.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Small limits, so that tests reach them."""
    with Server(
        max_characters=20_000,
        max_batch_characters=50_000,
        queue_characters=200_000,
        max_articles=20,
        max_body=300_000,
        deadline=5,
        body_timeout=1,
    ) as running:
        yield running


@pytest.fixture(scope="session")
def client(server: Server) -> Iterator[httpx.Client]:
    """A client of that service."""
    with httpx.Client(base_url=server.url, timeout=20, verify=False) as client:
        yield client
