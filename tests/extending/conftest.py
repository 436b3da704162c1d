"""What the tests of this folder share: the worked example, and an extractor that it extends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "protest"


@pytest.fixture(scope="session")
def example() -> Path:
    """The folder of the worked example."""
    return EXAMPLE


@pytest.fixture(scope="session")
def protests() -> Any:
    """An extractor with the worked example."""
    from extractor import Config, Extractor

    return Extractor(Config(extensions=(str(EXAMPLE),)))
