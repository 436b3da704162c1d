"""Actors, places and days of single sentences, for every construction that ties them to an event."""

from __future__ import annotations

import pytest

from tests.known_failures import Case, check_share, params
from tests.markup import actors_of, date_of, places_of
from tests.reading import Reading
from tests.sentences import cases, event_of

ACTORS = cases("actors")
PLACES = cases("places", lambda expected: bool(expected.places))
DATE = cases("date", lambda expected: expected.date is not None)
ELSEWHERE = cases("no place, no date", lambda expected: not expected.places or expected.date is None)


@pytest.mark.parametrize("case", params(ACTORS))
def test_finds_the_actors_and_their_roles(case: Case, read: Reading) -> None:
    event = event_of(case, read)
    found = actors_of(event)
    missing, spurious = sorted(case.value.actors - found), sorted(found - case.value.actors)
    assert not missing and not spurious, f"missing {missing}, spurious {spurious}"


@pytest.mark.parametrize("case", params(PLACES))
def test_finds_the_places(case: Case, read: Reading) -> None:
    event = event_of(case, read)
    found = places_of(event)
    assert found == case.value.places, f"found {sorted(found)}, not {sorted(case.value.places)}"


@pytest.mark.parametrize("case", params(DATE))
def test_finds_the_day(case: Case, read: Reading) -> None:
    event = event_of(case, read)
    found = date_of(event)
    assert found == case.value.date, f"{found and [str(day) for day in found]}"


@pytest.mark.parametrize("case", params(ELSEWHERE))
def test_invents_no_place_and_no_day(case: Case, read: Reading) -> None:
    event = event_of(case, read)
    assert case.value.date is not None or event.date is None, f"a date: {event.date.span.text}"
    assert case.value.places or not event.places, f"places: {sorted(places_of(event))}"


@pytest.mark.parametrize("table", [ACTORS, PLACES, DATE], ids=["actors", "places", "date"])
def test_few_sentences_are_known_to_fail(table: list[Case]) -> None:
    check_share(table, 0.15)
