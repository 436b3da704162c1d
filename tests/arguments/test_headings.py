"""A line that is a day alone dates what stands under it, where the text has several such lines."""

from __future__ import annotations

import pytest

from tests.reading import Reading

# A text, and the day of each of its events in April 2018; 0 for none.
TEXTS = [
    (
        "Monday, 9 April\n\nRebels attacked a convoy near Goma.\n\nTuesday, 10 April\n\nJets bombed Sake.\n\n"
        "The two sides held talks in Luanda.",
        [9, 10, 10],
    ),
    ("## April 9\n\n- Gunmen attacked a mosque in Kabul.\n\n## April 10\n\n- Jets struck Herat.", [9, 10]),
    ("Monday\n\nThe pope met bishops in Rome.\n\nFriday\n\nThe pope will visit Assisi.", [9, 13]),
    (
        "Monday, 9 April\n\nRebels attacked a convoy near Goma on Sunday.\n\nTuesday, 10 April\n\nJets bombed Sake.",
        [8, 10],
    ),
    ("Tuesday 10 April 2018\n\nRebels attacked a convoy near Goma.", [0]),
    (
        "Monday, 9 April\n\nIt was quiet. In Goma, rebels attacked a convoy.\n\nTuesday, 10 April\n\nJets bombed Sake.",
        [0, 10],
    ),
    (
        "Monday, 9 April\n\nRebels attacked a convoy near Goma.\n\nTuesday, 10 April Prices rose in most towns again.\n\n"
        "Jets bombed Sake.\n\nThursday, 12 April Schools in Goma stayed shut all day.\n\nGunmen shot a priest in Uvira.",
        [9, 10, 12],
    ),
    (
        "Monday, 9 April was a quiet day in most of the towns.\n\nRebels attacked a convoy near Goma.\n\n"
        "Tuesday, 10 April was no different, residents told us.\n\nJets bombed Sake.",
        [0, 0],
    ),
]


@pytest.mark.parametrize(("text", "days"), TEXTS, ids=[text[:60] for text, _ in TEXTS])
def test_dates_the_first_sentence_of_each_paragraph(text: str, days: list[int], read: Reading) -> None:
    found = [event.date.start.day if event.date and event.date.start else 0 for event in read(text).events]
    assert found == days
