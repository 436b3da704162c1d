"""Days of the Islamic calendar, whose months begin a day after the new moon."""

from __future__ import annotations

import datetime as dt
from math import floor, radians, sin

__all__ = ["islamic_day", "islamic_month"]

_ORDINAL = 1721424.5
"""Julian day of the day before 1 January 1."""
_CRESCENT = 1.45
"""Days from the new moon within which a month begins; right for nine in ten months of Mecca's calendar since
2015, and else a day off.
"""
_FIRST = 17037
"""Months from the calendar's first to the new moon of January 2000, from which lunations are counted."""


def islamic_month(months: int) -> dt.date:
    """The first day of a month, counted from that of the year 1.

    >>> islamic_month(1444 * 12 + 8)
    datetime.date(2024, 3, 11)
    """
    return dt.date.fromordinal(floor(_new_moon(months - _FIRST) - _ORDINAL + _CRESCENT))


def islamic_day(year: int, month: int, day: int, days: int = 1) -> tuple[dt.date, dt.date]:
    """Some days of a month (Muharram is 1) that begin in a common year, from 622 on; the first such where
    there are two.

    What is longer than the month ends with it.
    """
    months = ((year - 622) * 33 // 32 - 2) * 12 + month - 1
    while (first := islamic_month(months) + dt.timedelta(day - 1)).year < year:
        months += 12
    return first, min(first + dt.timedelta(days - 1), islamic_month(months + 1) - dt.timedelta(1))


def _new_moon(lunation: int) -> float:
    """Julian day of a new moon, by its mean and the larger disturbances (Meeus, chapter 49)."""
    sun = radians(2.5534 + 29.1053567 * lunation)
    moon = radians(201.5643 + 385.81693528 * lunation)
    node = radians(160.7108 + 390.67050284 * lunation)
    mean = 2451550.09766 + 29.530588861 * lunation
    return (
        mean
        - 0.4072 * sin(moon)
        + 0.17241 * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * node)
        + 0.00739 * sin(moon - sun)
        - 0.00514 * sin(moon + sun)
    )
