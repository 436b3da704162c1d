"""A running service with the fake extractor, for generated clients and fuzzing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.api.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Ordinary limits."""
    with Server() as running:
        yield running
