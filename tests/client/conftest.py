"""A running service with the fake extractor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.api.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Small limits, so that the client has to cut its batches."""
    with Server(max_characters=2_000, max_articles=5, max_batch_characters=3_000, queue_items=12) as running:
        yield running
