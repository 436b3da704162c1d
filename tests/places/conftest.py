"""What the tests of places share."""

from __future__ import annotations

import pytest

from extractor.places import PlaceGrounder


@pytest.fixture(scope="session")
def grounder() -> PlaceGrounder:
    """A grounder over the packaged gazetteer."""
    return PlaceGrounder()
