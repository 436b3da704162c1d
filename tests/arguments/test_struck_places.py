"""A place where an attack is, and nobody on whom it is, is what is struck."""

from __future__ import annotations

import pytest

from tests.reading import Reading

TEXTS = [
    ("Russia carried out airstrikes in Idlib on Monday.", {"Idlib"}),
    ("He blamed his limp on coalition airstrikes in Mosul.", {"Mosul"}),
    ("The army used mustard gas in Ethiopia and Libya.", {"Ethiopia", "Libya"}),
    ("There were two bombings in Kabul on Sunday.", {"Kabul"}),
    ("The attack in Moscow was claimed by a group from Dagestan.", {"Moscow"}),
    ("The army denied that it had carried out strikes in Darfur.", {"Darfur"}),
    # somebody is struck there
    ("US strikes in Yemen killed four fighters.", {"four fighters"}),
    ("Gunmen carried out an attack in Quetta. Nine policemen were killed.", {"Nine policemen"}),
    # beside the town, or out at sea
    ("Warplanes struck near Tyre on Sunday.", set()),
    ("Jets carried out airstrikes outside Tripoli.", set()),
    ("The navy carried out strikes in the Black Sea.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), TEXTS, ids=[text[:50] for text, _ in TEXTS])
def test_the_place_is_struck_where_nobody_else_is(text: str, targets: set[str], read: Reading) -> None:
    event = next(event for event in read(text).events if event.type == "strike")
    assert {actor.name for actor in event.actors if actor.role == "target"} == targets


def test_a_meeting_strikes_no_place(read: Reading) -> None:
    (event,) = read("The ministers held talks in Idlib.").events
    assert {actor.role for actor in event.actors} == {"participant"}
