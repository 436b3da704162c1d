"""What the tests of frames share."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.frames.parser import Parser


@pytest.fixture(scope="session")
def parser(extractor: Any) -> Parser:
    """The default pipeline, loaded once for the whole run."""
    found: Parser = extractor._parser
    return found
