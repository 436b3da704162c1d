"""Builds the value of an expression from what a form of `forms.tsv` captured.

Each builder is named in the second column of that file; it gives None where the words make no date.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from typing import cast

from extractor.dates.captures import Captures
from extractor.dates.tokens import Token
from extractor.dates.values import (
    Anaphor,
    Calendar,
    Clock,
    Day,
    Duration,
    Era,
    Holiday,
    NthUnit,
    NthWeekday,
    Offset,
    Overnight,
    Part,
    Partial,
    Range,
    Recurring,
    Season,
    Tense,
    Unit,
    UnitShift,
    Vague,
    Value,
    Weekday,
    Weekend,
    Window,
)

__all__ = ["BUILDERS"]

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_PARTS_OF = {"day": 31, "week": 5, "weekend": 5, "quarter": 4, "half": 2, "month": 12}
_SHORT = ("second", "minute", "hour")


def _calendar(c: Captures) -> Value | None:
    weekday = c.integer("wd")
    day = c.integer("day")
    if day is not None and not 1 <= day <= 31:
        return None
    year = c.year()
    month = c.integer("month")
    return Calendar(year=year, month=month, day=day, weekday=weekday, part=c.part(), mod=c.mod())


def _day_list(c: Captures) -> Value | None:
    first, last = c.value("days") if "days" in c else (c.integer("day") or 0, c.integer("day2") or 0)
    if not 1 <= first < last <= 31:
        return None
    month, year = c.integer("month"), c.year()
    return Range(Calendar(year=year, month=month, day=first), Calendar(year=year, month=month, day=last))


def _full(c: Captures) -> Value:
    return Day(cast("tuple[dt.date, ...]", c.tokens[0].value))


def _ordinal_weekday(c: Captures) -> Value | None:
    number, weekday = c.integer("n"), c.integer("wd")
    if number is None or weekday is None or not -1 <= number <= 5:
        return None
    return NthWeekday(number=number, weekday=weekday, month=Calendar(month=c.integer("month"), year=c.year()))


def _nth_unit(c: Captures) -> Value | None:
    unit = c.unit()
    number = {"start": 1, "end": -1}.get(c.value("n")) if c.of("n")[0].cls == "EDGE" else c.integer("n")
    whole = _whole(c)
    bounded = not {"whole", "holiday", "month", "year"}.isdisjoint(c.names)
    if number is None or number > _PARTS_OF.get(unit, 0) or (unit == "quarter" and "month" in c):
        return None
    return NthUnit(number=number, unit=unit, whole=whole) if bounded or unit == "quarter" else None


def _quarter(c: Captures) -> Value:
    """A quarter by its short name: "Q1 2015"."""
    return NthUnit(number=c.integer("number") or 1, unit="quarter", whole=Calendar(year=c.year()))


def _nth_units(c: Captures) -> Value | None:
    """Several parts at one end: "the last three months of 2017"."""
    number, count = c.integer("n"), c.count()
    if number not in (1, -1) or not count or count % 1 or count > _PARTS_OF.get(c.unit(), 0):
        return None
    last = int(count) if number == 1 else 1
    first = 1 if number == 1 else int(count)
    whole, unit = _whole(c), c.unit()
    return Range(
        NthUnit(number=number * first, unit=unit, whole=whole),
        NthUnit(number=number * last, unit=unit, whole=whole),
    )


def _whole(c: Captures) -> Calendar | UnitShift | Holiday:
    """The month, year or feast that is counted in."""
    if "holiday" in c:
        return Holiday(name=str(c.value("holiday")), year=c.year())
    if "whole" in c:
        return UnitShift(unit=c.unit("whole"), shift=c.mod() or 0)
    return Calendar(month=c.integer("month"), year=c.year())


def _containing(c: Captures) -> Value | None:
    base = Calendar(month=c.integer("month"), day=c.integer("day"), year=c.year())
    return Offset(unit=c.unit(), shift=0, base=base) if c.unit() in ("week", "weekend") else None


def _season(c: Captures) -> Value:
    return Season(season=str(c.value("season")), year=c.year(), mod=c.mod())


def _year_alone(c: Captures) -> Value:
    return Calendar(year=c.year(), part=c.part())


def _years(c: Captures) -> Value:
    first, last = c.value("years")
    return Range(Calendar(year=first), Calendar(year=last))


def _era(c: Captures) -> Value:
    return Era(int(c.value("era")))


def _weekday(c: Captures) -> Value:
    return Weekday(weekday=int(c.value("wd")), mod=c.mod())


def _weekday_ago(c: Captures) -> Value | None:
    count = c.count()
    if c.unit() not in ("week", "fortnight") or count is None or count % 1:
        return None
    weeks = int(count) * (2 if c.unit() == "fortnight" else 1)
    weekday = int(c.value("wd"))
    if "on" in c:
        return Weekday(weekday=weekday, weeks_ago=weeks)
    return Offset(unit="week", shift=-weeks, base=Weekday(weekday=weekday), exact=True)


def _weekday_week(c: Captures) -> Value | None:
    """ "On Friday week"."""
    base = Weekday(weekday=int(c.value("wd")), mod=1)
    return Offset(unit="week", shift=1, base=base, exact=True) if c.unit() == "week" else None


def _weekday_far(c: Captures) -> Value:
    """ "The Friday before last"."""
    direction = c.mod("way") or -1
    base = Weekday(weekday=int(c.value("wd")), mod=direction)
    return Offset(unit="week", shift=direction, base=base, exact=True)


def _weekend(c: Captures) -> Value:
    return Weekend(c.mod())


def _unit(c: Captures) -> Value | None:
    unit = c.unit()
    if unit in _SHORT:
        return None
    return _shifted(unit, c.mod() or 0, c.part())


def _shifted(unit: Unit, count: float, part: Part | None = None, only: Tense | None = None) -> Value:
    """A shift of `count` units; what is no whole number of them is counted in the next smaller unit."""
    if unit in _SHORT:
        return UnitShift(unit="day", shift=_hours_to_days(unit, count), only=only)
    if unit == "fortnight":
        unit, count = "week", count * 2
    elif (unit == "decade" and abs(count) != 1) or unit == "century":
        unit, count = "year", count * _MONTHS_IN[unit] / 12
    if count % 1 and unit in _MONTHS_IN:
        unit, count = "month", count * _MONTHS_IN[unit]
    elif count % 1 and unit == "week":
        unit, count = "day", count * 7
    return UnitShift(unit=unit, shift=int(count), part=part, only=only)


def _hours_to_days(unit: Unit, count: float) -> int:
    hours = count if unit == "hour" else 0
    return int(hours / 24)


def _way(c: Captures) -> Value | None:
    direction = c.mod("way") if "way" in c else -1
    if c.of("unit")[-1].cls == "DAYPART" or c.unit() == "day":
        told = any(token.cls == "IN" for token in c.tokens)  # "in the day", not "this morning"
        return Anaphor(unit="day", shift=0, today=True) if told else UnitShift(unit="day", shift=0)
    return None if c.unit() in _SHORT else Partial(unit=c.unit(), direction=direction or -1)


def _rest(c: Captures) -> Value:
    return Partial(unit=c.unit(), direction=1)


def _today(c: Captures) -> Value:
    return UnitShift(unit="day", shift=int(c.value("today")))


def _ago_today(c: Captures) -> Value | None:
    count, unit = c.count(), c.unit()
    if count is None or count % 1 or unit in _SHORT or unit in ("fortnight", "weekend", "season"):
        return None
    return Offset(unit=unit, shift=-int(count), base=_today(c), exact=True)


def _offset_today(c: Captures) -> Value | None:
    direction = 1 if c.of("way")[0].cls == "AFTER" else -1
    if c.unit() in _SHORT:
        return None
    if "today" not in c:
        return UnitShift(unit=c.unit(), shift=2 * direction)
    if c.unit() != "day":
        return None
    return UnitShift(unit="day", shift=int(c.value("today")) + direction)


def _overnight(c: Captures) -> Value:
    return Overnight()


def _ago(c: Captures) -> Value:
    if "mod" in c:
        return _shifted(c.unit(), c.mod() or 0)
    count = c.count() if "count" in c else None
    if count is None:
        return UnitShift(unit="day", shift=0) if c.unit() in _SHORT else Vague(0)
    if c.unit() == "decade":
        return UnitShift(unit="year", shift=-int(count * 10))
    return _shifted(c.unit(), -count)


def _ago_half(c: Captures) -> Value:
    return _shifted(c.unit(), -((c.count() or 1) + 0.5))


def _from_now(c: Captures) -> Value:
    count = c.count()
    if count is not None and "today" in c and count % 1 == 0 and c.unit() in ("day", "week", "month", "year"):
        return Offset(unit=c.unit(), shift=int(count), base=_today(c), exact=True)
    return Vague(1) if count is None else _shifted(c.unit(), count)


def _in_units(c: Captures) -> Value:
    count = c.count()
    return Vague(1, only="future") if count is None else _shifted(c.unit(), count, only="future")


def _within(c: Captures) -> Value:
    direction = c.mod("way")
    only: Tense | None = "future" if direction is None else None
    return _windowed(c, direction or 1, 1 if c.of("unit")[0].cls == "UNIT" else None, only)


def _windowed(c: Captures, direction: int, default: int | None, only: Tense | None = None) -> Value:
    count = c.count() if "count" in c else default
    unit = c.unit()
    if unit in _SHORT:
        days = 1 if count is None else math.ceil(count * (1 if unit == "hour" else 0) / 24)
        return Window(unit="day", count=days, direction=direction, only=only)
    if count is None:
        return Vague(direction, only=only)
    if unit == "fortnight":
        unit, count = "week", count * 2
    if count % 1 and unit in _MONTHS_IN:
        unit, count = "month", count * _MONTHS_IN[unit]
    return Window(unit=unit, count=int(count), direction=direction, only=only)


def _window(c: Captures) -> Value | None:
    way = c.of("way")[-1]
    unit = c.unit()
    if way.cls in ("PREVIOUS", "FOLLOWING"):
        return Anaphor(unit=unit, shift=None)
    if way.cls == "RECENT":
        return Vague(-1)
    single = c.of("unit")[-1].cls == "UNIT" and "count" not in c
    if single and unit == "day" and way.cls in ("LAST", "NEXT"):
        return None
    plain = len(c.tokens) == 2 and not single
    if plain and way.cls in ("LAST", "NEXT"):
        return None
    return _windowed(c, c.mod("way") or -1, 1 if single else None)


def _vague(c: Captures) -> Value:
    return Vague(c.mod("way") or 0)


def _anaphor_unit(token: Token) -> Unit:
    if token.cls in ("DAYPART", "WEEKDAY"):
        return "day"
    return "season" if token.cls == "SEASON" else cast(Unit, token.value)


def _same(c: Captures) -> Value | None:
    shifts = [int(cast(str, t.value)) for t in c.tokens if t.cls in ("FOLLOWING", "PREVIOUS", "NEXT")]
    if "wd" in c:
        return Anaphor(unit="day", shift=shifts[0] if shifts else 0, weekday=int(c.value("wd")))
    unit = _anaphor_unit(c.of("unit")[-1])
    return None if unit in _SHORT else Anaphor(unit=unit, shift=shifts[0] if shifts else 0)


def _later(c: Captures) -> Value:
    direction = 1 if c.of("way")[-1].cls == "FROM" else c.mod("way") or 1
    count: float | None = c.count() if "count" in c else 1
    unit = c.unit()
    if count is None:
        return Anaphor(unit=unit, shift=None)
    shifted = _shifted(unit, count * direction)
    assert isinstance(shifted, UnitShift)
    return Anaphor(unit=shifted.unit, shift=shifted.shift)


def _eve(c: Captures) -> Value:
    """ "The eve of", before a day."""
    return Anaphor(unit="day", shift=-1)


def _clock(c: Captures) -> Value | None:
    """A time of day; "the early hours" are one, "the early months" are not."""
    return None if any(token.cls == "UNITS" and token.value != "hour" for token in c.tokens) else Clock()


def _nothing(c: Captures) -> Value:
    return Recurring()


def _duration(c: Captures) -> Value:
    return Duration(unit=c.unit())


def _holiday(c: Captures) -> Value:
    return Holiday(name=str(c.value("day")), year=c.year(), mod=c.mod())


BUILDERS: Mapping[str, Callable[[Captures], Value | None]] = {
    "ago": _ago,
    "ago_today": _ago_today,
    "ago_half": _ago_half,
    "calendar": _calendar,
    "clock": _clock,
    "containing": _containing,
    "day_list": _day_list,
    "duration": _duration,
    "era": _era,
    "from_now": _from_now,
    "eve": _eve,
    "full": _full,
    "holiday": _holiday,
    "in_units": _in_units,
    "later": _later,
    "nothing": _nothing,
    "nth_unit": _nth_unit,
    "nth_units": _nth_units,
    "offset_today": _offset_today,
    "ordinal_weekday": _ordinal_weekday,
    "overnight": _overnight,
    "quarter": _quarter,
    "rest": _rest,
    "same": _same,
    "season": _season,
    "today": _today,
    "unit": _unit,
    "vague": _vague,
    "way": _way,
    "weekday": _weekday,
    "weekday_ago": _weekday_ago,
    "weekday_far": _weekday_far,
    "weekday_week": _weekday_week,
    "weekend": _weekend,
    "window": _window,
    "within": _within,
    "year": _year_alone,
    "years": _years,
}
"""The builders by the names that `forms.tsv` uses."""
