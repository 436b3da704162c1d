"""Turns an expression into an interval of calendar days, against the publication date."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch
from typing import Any

from extractor.dates.calendars import (
    DAY,
    Days,
    add_months,
    month_span,
    named_day,
    nth_part,
    nth_weekday,
    season_span,
    third_of_month,
    unit_span,
    year_span,
)
from extractor.dates.choosing import Context, in_year, nearest_weekday, with_weekday
from extractor.dates.lexicon import holidays
from extractor.dates.values import (
    Anaphor,
    Calendar,
    Clock,
    Day,
    Duration,
    Era,
    Holiday,
    Interval,
    NthUnit,
    NthWeekday,
    Offset,
    Overnight,
    Partial,
    Range,
    Recurring,
    Season,
    Tense,
    Timex,
    UnitShift,
    Vague,
    Weekday,
    Weekend,
    Window,
)
from extractor_schema import Granularity

__all__ = ["resolve"]

VAGUE = Interval(None, None, "vague")
_GRANULARITY: dict[str, Granularity] = {
    "second": "day", "minute": "day", "hour": "day", "day": "day", "week": "week", "fortnight": "week",
    "weekend": "day", "month": "month", "quarter": "quarter", "half": "year", "season": "season",
    "year": "year", "decade": "decade", "century": "vague",
}  # fmt: skip
_SIZES: dict[Granularity, int] = {
    "day": 1, "week": 7, "month": 30, "quarter": 91, "season": 92, "year": 365, "decade": 3653, "vague": 0,
}  # fmt: skip


def resolve(
    timex: Timex, *, published: dt.date | None, tense: Tense = "past", anchor: dt.date | None = None
) -> Interval | None:
    """The days that `timex` names in an article of the day `published`, or None where it is no date.

    `tense` is that of the clause in which it stands: a past "Tuesday" is the last one, a future one the next.
    `anchor` is the day of the date before it in the text; "two days earlier" counts from it.
    Without `published`, dates that name their year still resolve; others have no start and no end.
    A time of day that stands alone ("at dawn") is the publication day in the future and unknown in the past,
    unless an `anchor` tells it.
    """
    context = Context(published, tense, anchor)
    try:
        return _related(timex, context)
    except (ValueError, OverflowError):
        return VAGUE


def _related(timex: Timex, context: Context) -> Interval | None:
    """The interval of the expression with its preposition: "since 2014", "until Monday"."""
    published = context.published
    if timex.relation == "since":
        found = _interval(timex.value, _past(context))
        if found is None or found.start is None:
            return found
        return Interval(found.start, max(published, found.start) if published else None, found.granularity)
    found = _interval(timex.value, context)
    if found is None or timex.relation == "at" or found.end is None:
        return found
    if timex.relation == "until":
        start = published if context.tense != "past" and published and published <= found.end else None
        return Interval(start, found.end, found.granularity)
    if context.tense != "future" or found.start is None:
        return VAGUE
    if timex.relation == "after":
        return Interval(found.end + DAY, None, "vague")
    ends = isinstance(timex.value, UnitShift) and timex.value.part == "end"
    end = found.end if ends else found.start - DAY
    return Interval(published if published and published <= end else None, end, found.granularity)


def _past(context: Context) -> Context:
    return Context(context.published, "past", context.anchor)


@singledispatch
def _interval(value: Any, context: Context) -> Interval | None:
    raise TypeError(f"no rule for {type(value).__name__}")


@_interval.register(Duration)
@_interval.register(Recurring)
def _none(value: Duration | Recurring, context: Context) -> None:
    return None


@_interval.register
def _clock(value: Clock, context: Context) -> Interval:
    if context.anchor is not None:
        return Interval(context.anchor, context.anchor, "day")
    if context.tense == "past" or context.published is None:
        return VAGUE
    return Interval(context.published, context.published, "day")


@_interval.register
def _vague(value: Vague, context: Context) -> Interval | None:
    if value.only not in (None, context.tense):
        return None
    start = context.published if value.direction > 0 else None
    end = context.published if value.direction < 0 else None
    return Interval(start, end, "vague")


@_interval.register
def _day(value: Day, context: Context) -> Interval:
    readings, published = value.readings, context.published
    if len(readings) == 1:
        return Interval(readings[0], readings[0], "day")
    if published is None:
        return Interval(None, None, "day")
    fitting = [
        day for day in readings if (day >= published if context.tense == "future" else day <= published)
    ]
    day = min(fitting or readings, key=lambda day: abs(day - published))
    return Interval(day, day, "day")


@_interval.register
def _era(value: Era, context: Context) -> Interval:
    return Interval(dt.date(value.year, 1, 1), dt.date(value.year + 9, 12, 31), "decade")


@_interval.register
def _calendar(value: Calendar, context: Context) -> Interval:
    granularity: Granularity = "day" if value.day else "month" if value.month else "year"
    days = _calendar_days(value, context)
    if days is None:
        return Interval(None, None, granularity)
    start, end = days
    if value.part and granularity == "month":
        start, end = third_of_month(start, end, value.part)
    return Interval(start, end, granularity)


def _calendar_days(value: Calendar, context: Context) -> Days | None:
    month, day = value.month, value.day
    if month is None:
        return year_span(value.year) if value.year is not None else None

    def of_year(year: int) -> Days:
        if day is None:
            return month_span(year, month)
        date = dt.date(year, month, day)
        return date, date

    if value.weekday is not None and day is not None and value.year is None and value.year_shift is None:
        matching = with_weekday(of_year, value.weekday, context)
        if matching is not None:
            return matching
    return in_year(of_year, value, context)


@_interval.register
def _season(value: Season, context: Context) -> Interval:
    days = in_year(lambda year: season_span(value.season, year), value, context)
    if days is None:
        return Interval(None, None, "season")
    running = value.mod == 0 and context.tense == "past" and context.published is not None
    return _clipped(days, context, "season") if running else Interval(*days, "season")


@_interval.register
def _holiday(value: Holiday, context: Context) -> Interval:
    named = holidays()[value.name]
    days = in_year(lambda year: named_day(named, year), value, context)
    return Interval(*days, "day") if days else Interval(None, None, "day")


def _clipped(days: Days, context: Context, granularity: Granularity) -> Interval:
    """A unit that is running ends at publication when told of in the past."""
    start, end = days
    published = context.published
    if context.tense == "past" and published is not None and start <= published < end:
        end = published
    return Interval(start, end, granularity)


@_interval.register
def _weekday(value: Weekday, context: Context) -> Interval:
    published = context.published
    if published is None:
        return Interval(None, None, "day")
    if value.week_shift is not None:
        monday, _ = unit_span("week", published, value.week_shift)
        day = monday + value.weekday * DAY
    elif value.weeks_ago is not None:
        middle = published - 7 * value.weeks_ago * DAY
        day = middle + ((value.weekday - middle.weekday() + 3) % 7 - 3) * DAY
    else:
        day = nearest_weekday(value, published, context.tense)
    return Interval(day, day, "day")


@_interval.register
def _weekend(value: Weekend, context: Context) -> Interval:
    published = context.published
    if published is None:
        return Interval(None, None, "day")
    saturday = published - ((published.weekday() - 5) % 7) * DAY
    on_it = published.weekday() >= 5
    if value.mod == -1 and on_it:
        saturday -= 7 * DAY
    elif value.mod == 1 or (context.tense == "future" and value.mod != -1 and not on_it):
        saturday += 7 * DAY
    days = saturday, saturday + DAY
    return _clipped(days, context, "day")


@_interval.register
def _unit_shift(value: UnitShift, context: Context) -> Interval | None:
    if value.only not in (None, context.tense):
        return None
    granularity = _GRANULARITY[value.unit]
    if context.published is None:
        return Interval(None, None, granularity)
    start, end = unit_span(value.unit, context.published, value.shift)
    if value.part and value.unit == "month":
        start, end = third_of_month(start, end, value.part)
    elif value.shift == 0 and value.part is None:
        return _clipped((start, end), context, granularity)
    return Interval(start, end, granularity)


@_interval.register
def _partial(value: Partial, context: Context) -> Interval:
    granularity = _GRANULARITY[value.unit]
    if context.published is None:
        return Interval(None, None, granularity)
    start, end = unit_span(value.unit, context.published, 0)
    if value.direction < 0:
        return Interval(start, context.published, granularity)
    if context.tense == "past":  # "in January; later in the month, they attacked"
        return Interval(None, None, granularity)
    return Interval(context.published, end, granularity)


@_interval.register
def _window(value: Window, context: Context) -> Interval | None:
    if value.only not in (None, context.tense):
        return None
    granularity = _GRANULARITY[value.unit]
    published = context.published
    if published is None:
        return Interval(None, None, granularity)
    if value.count is None:
        return _vague(Vague(value.direction), context)
    other = _moved(published, value.unit, value.count * value.direction)
    return Interval(min(published, other), max(published, other), granularity)


def _moved(day: dt.date, unit: str, count: int) -> dt.date:
    """`day` moved by a count of units, to the same day of the month where they are months or years."""
    months = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
    if unit in months:
        return add_months(day, count * months[unit])
    return day + count * (7 if unit in ("week", "weekend") else 1) * DAY


@_interval.register
def _overnight(value: Overnight, context: Context) -> Interval:
    published = context.published
    if published is None:
        return Interval(None, None, "day")
    other = published + (DAY if context.tense == "future" else -DAY)
    return Interval(min(published, other), max(published, other), "day")


@_interval.register
def _nth_weekday(value: NthWeekday, context: Context) -> Interval:
    month = value.month.month or 1

    def of_year(year: int) -> Days:
        day = nth_weekday(year, month, value.number, value.weekday)
        return day, day

    days = in_year(of_year, value.month, context)
    return Interval(*days, "day") if days else Interval(None, None, "day")


@_interval.register
def _nth_unit(value: NthUnit, context: Context) -> Interval:
    whole = value.whole
    granularity = _GRANULARITY[value.unit]
    if value.unit == "half" and isinstance(whole, Calendar) and whole.month is not None:
        granularity = "month"
    if isinstance(whole, Calendar) and whole.month is None and whole.year is None:
        days = _nearest_quarter(value.number, context)
    else:
        found = _interval(
            whole, Context(context.published, "future" if isinstance(whole, UnitShift) else context.tense)
        )
        days = None
        if found is not None and found.start is not None and found.end is not None:
            days = nth_part(value.unit, value.number, found.start, found.end)
    return Interval(*days, granularity) if days else Interval(None, None, granularity)


def _nearest_quarter(number: int, context: Context) -> Days | None:
    def of_year(year: int) -> Days:
        return unit_span("quarter", dt.date(year, 1, 1), number - 1 if number > 0 else 3)

    return in_year(of_year, Calendar(), context)


@_interval.register
def _anaphor(value: Anaphor, context: Context) -> Interval:
    anchor = context.anchor
    back = value.shift == -1 and value.unit not in ("day", "hour", "minute", "second")
    if anchor is None and (back or value.today):
        anchor = context.published
    if anchor is None or value.shift is None:
        return VAGUE
    if value.weekday is not None:
        ahead = (value.weekday - anchor.weekday()) % 7
        if value.shift:
            ahead = (ahead or 7) if value.shift > 0 else ahead - 7
        return Interval(anchor + ahead * DAY, anchor + ahead * DAY, "day")
    unit = "day" if _GRANULARITY[value.unit] == "day" and value.unit != "weekend" else value.unit
    return Interval(*unit_span(unit, anchor, value.shift), _GRANULARITY[value.unit])


@_interval.register
def _offset(value: Offset, context: Context) -> Interval | None:
    if value.exact and value.shift < 0:
        context = _past(context)
    base = _interval(value.base, context)
    if base is None or base.start is None or base.end is None:
        return base
    if value.shift == 0:
        return Interval(*unit_span(value.unit, base.start, 0), _GRANULARITY[value.unit])
    if value.exact or value.unit in ("day", "week"):
        edge = base.start if value.shift < 0 else base.end
        day = _moved(edge, value.unit, value.shift)
        return Interval(day, day, "day")
    return Interval(*unit_span(value.unit, base.start, value.shift), _GRANULARITY[value.unit])


@_interval.register
def _range(value: Range, context: Context) -> Interval | None:
    """An end that names no year or week takes it from the other end."""
    first, last = value.first, value.last
    if _fixed(last) and not _fixed(first):
        end = _interval(last, context)
        start = _interval(first, Context(end.end if end else None, "past", context.anchor))
    else:
        start = _interval(first, context)
        end = _interval(last, Context(start.start if start and start.start else context.published, "future"))
        if isinstance(last, (UnitShift, NthUnit)):
            end = _interval(last, context)
    if start is None or end is None:
        return None
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        start, end = _over(start, end, context)
    return Interval(start.start, end.end, max(start.granularity, end.granularity, key=_SIZES.__getitem__))


def _over(start: Interval, end: Interval, context: Context) -> tuple[Interval, Interval]:
    """The weekdays of a range, a week earlier where the past is told of and they end after publication."""
    if context.tense != "past" or None in (start.start, end.end, context.published):
        return start, end
    assert start.start and end.end and context.published
    if end.end <= context.published:
        return start, end
    first, last = start.start - 7 * DAY, end.end - 7 * DAY
    return Interval(first, first, "day"), Interval(last, last, "day")


def _fixed(value: object) -> bool:
    return isinstance(value, Day) or (
        isinstance(value, (Calendar, Season, Holiday)) and value.year is not None
    )
