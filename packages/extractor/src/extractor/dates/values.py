"""What a date expression says, before it is resolved against a publication date.

Every value is a frozen struct; `extractor.dates.resolving` turns it into an interval of days.
A shift counts units from the publication day's unit: -1 is the one before, 0 the same, 1 the next.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeAlias

import msgspec

from extractor_schema import Granularity

__all__ = [
    "Anaphor",
    "Calendar",
    "Clock",
    "Day",
    "Duration",
    "Era",
    "Holiday",
    "Interval",
    "Kind",
    "NthUnit",
    "NthWeekday",
    "Offset",
    "Overnight",
    "Part",
    "Partial",
    "Range",
    "Recurring",
    "Relation",
    "Season",
    "Tense",
    "Timex",
    "Unit",
    "UnitShift",
    "Vague",
    "Value",
    "Weekday",
    "Weekend",
    "Window",
]

Tense: TypeAlias = Literal["past", "present", "future"]
Kind: TypeAlias = Literal["date", "time", "range", "duration", "set"]
Relation: TypeAlias = Literal["at", "since", "until", "before", "after"]
Unit: TypeAlias = Literal[
    "second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "half", "season",
    "year", "decade", "century",
]  # fmt: skip
Part: TypeAlias = Literal["early", "mid", "late", "start", "middle", "end"]


class Interval(msgspec.Struct, frozen=True):
    """Calendar days, both ends included; an end that can't be known is None."""

    start: dt.date | None
    end: dt.date | None
    granularity: Granularity


class Calendar(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A year, month or day by its name: "2014", "late May 2014", "Monday, May 3", "last December"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    mod: int | None = None
    """-1 for "last", 1 for "next", 0 for "this" before the month's name."""
    year_shift: int | None = None
    """-1 for "May last year"."""


class Day(msgspec.Struct, frozen=True, tag=True):
    """A day written in figures: "2014-05-03"; of an ambiguous one ("3/5/2014") every reading."""

    readings: tuple[dt.date, ...]


class Season(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A season of the northern half of the globe, in whole months; winter begins in December."""

    season: str
    year: int | None = None
    mod: int | None = None
    year_shift: int | None = None


class Era(msgspec.Struct, frozen=True, tag=True):
    """A decade by its first year: "the 1990s"."""

    year: int


class NthUnit(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A counted part of a month or year: "the first week of May", "the second quarter of 2015"."""

    number: int
    """1 is the first, -1 the last."""
    unit: Unit
    whole: Calendar | UnitShift | Holiday


class NthWeekday(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A counted weekday of a month: "the first Monday of May"."""

    number: int
    weekday: int
    month: Calendar


class Weekday(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A weekday (Monday is 0); `mod` as in "last Friday", `week_shift` as in "Friday next week"; the
    one closest to the day `weeks_ago` as in "a week ago on Friday".
    """

    weekday: int
    mod: int | None = None
    week_shift: int | None = None
    weeks_ago: int | None = None


class Weekend(msgspec.Struct, frozen=True, tag=True):
    """A Saturday and Sunday."""

    mod: int | None = None


class Holiday(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A named day of `data/dates/holidays.tsv`."""

    name: str
    year: int | None = None
    mod: int | None = None
    year_shift: int | None = None


class UnitShift(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A calendar unit counted from the publication day's: "last week", "two years ago", "today"."""

    unit: Unit
    shift: int
    part: Part | None = None
    only: Tense | None = None
    """The tense in which it is a date; in others it is a duration ("in two days")."""


class Partial(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """The part of the running unit before (-1) or after (1) publication: "earlier this month"."""

    unit: Unit
    direction: int


class Window(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Units that end (-1) or begin (1) at publication: "the past week"; `count` None where it is vague."""

    unit: Unit
    count: int | None
    direction: int
    only: Tense | None = None
    """As in UnitShift."""


class Overnight(msgspec.Struct, frozen=True, tag=True):
    """The night that touches the publication day."""


class Vague(msgspec.Struct, frozen=True, tag=True):
    """Too vague for a first and last day: "recently" (-1), "soon" (1), "some months ago" (0)."""

    direction: int
    only: Tense | None = None
    """As in UnitShift."""


class Clock(msgspec.Struct, frozen=True, tag=True):
    """A time of day that stands without a day: "at 14:00 GMT", "at dawn"."""


class Anaphor(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Counted from another date of the text: "the same day", "two days earlier", "the following Monday"."""

    unit: Unit
    shift: int | None
    """None where the count is vague."""
    weekday: int | None = None
    today: bool = False
    """Whether it counts from publication where the text has no date before it: "later in the day"."""


class Offset(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Counted from a date of the same expression: "two days before Christmas"."""

    unit: Unit
    shift: int
    base: Value
    exact: bool = False
    """Whether it is that very day: "two years ago today"."""


class Range(msgspec.Struct, frozen=True, tag=True):
    """From the first day of one to the last day of the other."""

    first: Value
    last: Value


class Duration(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """A length of time, no date: "for three days"."""

    unit: Unit


class Recurring(msgspec.Struct, frozen=True, tag=True):
    """A set of times, no date: "every Monday"."""


Value: TypeAlias = (
    Calendar | Day | Season | Era | NthUnit | NthWeekday | Weekday | Weekend | Holiday | UnitShift | Partial
    | Window | Overnight | Vague | Clock | Anaphor | Offset | Range | Duration | Recurring
)  # fmt: skip


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """A date expression found in a text; offsets are half-open code points."""

    start: int
    end: int
    text: str
    head_start: int
    """Where the expression begins without its preposition."""
    kind: Kind
    relation: Relation
    value: Value
