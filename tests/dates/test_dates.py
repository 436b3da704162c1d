"""Find and resolve beyond the table: offsets, prepositions, anchors, odd formats, hostile texts."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor.dates
from extractor.dates import Interval, find_dates, resolve, resolve_text

WEDNESDAY = dt.date(2018, 4, 11)


def test_public_names() -> None:
    assert extractor.dates.__all__ == [
        "Anaphor", "Interval", "Kind", "Relation", "Tense", "Timex", "Value", "find_dates", "number_of",
        "resolve", "resolve_text",
    ]  # fmt: skip


def test_several_in_text_order() -> None:
    text = "In 2014 they met on May 3; on Tuesday they did; two weeks ago or tomorrow, no."
    assert [timex.text for timex in find_dates(text)] == [
        "In 2014", "on May 3", "on Tuesday", "two weeks ago", "tomorrow",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "text", "head", "relation"),
    [
        ("They met on May 3.", "on May 3", "May 3", "at"),
        ("They met early on Saturday.", "early on Saturday", "Saturday", "at"),
        ("It has held since 2014.", "since 2014", "2014", "since"),
        ("It holds until Monday.", "until Monday", "Monday", "until"),
        ("It ends by Monday.", "by Monday", "Monday", "until"),
        ("They met before 2014.", "before 2014", "2014", "before"),
        ("They met after Monday night.", "after Monday night", "Monday night", "after"),
        ("They met before dawn on Monday.", "before dawn on Monday", "dawn on Monday", "at"),
        ("They met after Monday's raid.", "Monday's", "Monday's", "at"),
        ("They met in the spring of 2014.", "in the spring of 2014", "the spring of 2014", "at"),
        ("A post-2014 order.", "post-2014", "post-2014", "after"),
    ],
)
def test_preposition_belongs_to_the_expression(sentence: str, text: str, head: str, relation: str) -> None:
    (timex,) = find_dates(sentence)
    assert (timex.text, sentence[timex.head_start : timex.end], timex.relation) == (text, head, relation)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They met on Monday.", "date"),
        ("They met at dawn.", "time"),
        ("They met from Monday to Friday.", "range"),
        ("They met for three days.", "duration"),
        ("They meet every Friday.", "set"),
    ],
)
def test_kind(sentence: str, kind: str) -> None:
    assert [timex.kind for timex in find_dates(sentence)] == [kind]


@pytest.mark.parametrize(
    ("expression", "start", "end", "granularity"),
    [
        ("the same day", "2018-03-07", "2018-03-07", "day"),
        ("later that day", "2018-03-07", "2018-03-07", "day"),
        ("two days earlier", "2018-03-05", "2018-03-05", "day"),
        ("10 days later", "2018-03-17", "2018-03-17", "day"),
        ("the next day", "2018-03-08", "2018-03-08", "day"),
        ("the day before", "2018-03-06", "2018-03-06", "day"),
        ("the following Monday", "2018-03-12", "2018-03-12", "day"),
        ("the previous week", "2018-02-26", "2018-03-04", "week"),
        ("three years later", "2021-01-01", "2021-12-31", "year"),
        ("that month", "2018-03-01", "2018-03-31", "month"),
    ],
)
def test_anchor_gives_the_days_of_what_refers_back(
    expression: str, start: str, end: str, granularity: str
) -> None:
    (timex,) = find_dates(f"They met {expression}.")
    interval = resolve(timex, published=WEDNESDAY, anchor=dt.date(2018, 3, 7))
    assert interval == Interval(dt.date.fromisoformat(start), dt.date.fromisoformat(end), granularity)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Fri, 03 Jun 2016 14:00:00 +0000", None, "2016-06-03"),
        ("3.Jun.2016", None, "2016-06-03"),
        ("on Monday", WEDNESDAY, "2018-04-09"),
        ("2016 June 3", None, "2016-06-03"),
        ("the Geneva talks", WEDNESDAY, None),
        ("for three days", WEDNESDAY, None),
        ("x" * 500 + " 3", WEDNESDAY, None),
    ],
)
def test_resolve_text(text: str, published: dt.date | None, day: str | None) -> None:
    interval = resolve_text(text, published=published)
    assert (interval.start.isoformat() if interval and interval.start else None) == day


def test_days_beyond_the_calendar_are_vague() -> None:
    assert resolve_text("9999 years ago", published=WEDNESDAY) == Interval(None, None, "vague")


def test_february_30_is_no_day() -> None:
    assert resolve_text("on February 30, 2016", published=WEDNESDAY) == Interval(None, None, "vague")


@pytest.mark.parametrize(
    "piece",
    [
        "last ",
        "in the ",
        "May 3 to ",
        "Monday and ",
        "(",
        "a few days before ",
        "2014 ",
        "1:",
        "two days ",
        "twenty-",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(copies: int) -> float:
        taken = []
        for _ in range(3):  # the collector of garbage may run in one of them
            begin = time.process_time()
            find_dates(piece * copies)
            taken.append(time.process_time() - begin)
        return min(taken)

    find_dates(piece)
    assert seconds(8000) < 8 * seconds(2000) + 0.2


@given(st.text(alphabet="MayonMdy 3-,.'’s12047/:()the last week of", max_size=60))
def test_offsets_name_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for timex in find_dates(text):
        assert end <= timex.start <= timex.head_start < timex.end
        assert text[timex.start : timex.end] == timex.text
        resolve(timex, published=WEDNESDAY, tense="future")
        end = timex.end
