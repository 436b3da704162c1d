"""The tables of marked sentences, for the tests that look at one aspect of them each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor_schema import Event
from tests.known_failures import Case
from tests.markup import Expected, parse
from tests.reading import Reading, lines, stated

__all__ = ["NOTHING", "cases", "event_of"]

TESTS = Path(__file__).parent
MARKED = (TESTS / "arguments" / "constructions.txt", TESTS / "pipeline" / "events.txt")
NOTHING = TESTS / "pipeline" / "nothing.txt"


def cases(aspect: str, wanted: Callable[[Expected], bool] = lambda expected: True) -> list[Case]:
    """All marked sentences as cases of the table called `aspect`, restricted to those with something to look at."""
    found = (parse(line) for path in MARKED for line in lines(path))
    return [Case(aspect, expected.text, expected) for expected in found if wanted(expected)]


def event_of(case: Case, read: Reading) -> Event:
    """The event that the case's sentence states; skips where it is not found (a failure of the table `event` alone)."""
    expected: Expected = case.value
    event = stated(read(expected.text), expected.type, expected.trigger)
    if event is None:
        pytest.skip("the event is not found")
    return event
