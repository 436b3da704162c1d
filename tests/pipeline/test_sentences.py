"""The whole extractor on single sentences: which event, of which subtype, with which status; and no event at all."""

from __future__ import annotations

import pytest

from tests.known_failures import Case, check_share, params
from tests.reading import Reading, lines, stated
from tests.sentences import NOTHING, cases, event_of

EVENT = cases("event")
SUBTYPE = cases("subtype")
STATUS = cases("status")
NONE = [Case("nothing", line) for line in lines(NOTHING)]


@pytest.mark.parametrize("case", params(EVENT))
def test_finds_the_event_and_no_other(case: Case, read: Reading) -> None:
    result = read(case.id)
    told = [(e.type, [m.trigger.text for m in e.mentions]) for e in result.events]
    assert stated(result, case.value.type, case.value.trigger), f"found {told}"
    assert len(result.events) == 1, f"more than one event: {told}"


@pytest.mark.parametrize("case", params(SUBTYPE))
def test_tells_the_subtype(case: Case, read: Reading) -> None:
    event = event_of(case, read)
    assert event.subtype in case.value.subtypes, f"{event.subtype}, not {'/'.join(case.value.subtypes)}"


@pytest.mark.parametrize("case", params(STATUS))
def test_tells_the_status(case: Case, read: Reading) -> None:
    event = event_of(case, read)
    assert event.status in case.value.statuses, f"{event.status}, not {'/'.join(case.value.statuses)}"


@pytest.mark.parametrize("case", params(NONE))
def test_finds_nothing(case: Case, read: Reading) -> None:
    events = [(e.type, e.mentions[0].trigger.text) for e in read(case.id).events]
    assert not events, f"{events}"


@pytest.mark.parametrize(
    "table", [EVENT, SUBTYPE, STATUS, NONE], ids=["event", "subtype", "status", "nothing"]
)
def test_few_sentences_are_known_to_fail(table: list[Case]) -> None:
    check_share(table, 0.15)
