"""What the tests of this folder share."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import Reading, reader


@pytest.fixture(scope="session")
def read(extractor: Any) -> Reading:
    """Reads a text with the default extractor."""
    return reader(extractor)
