"""Chooses the year or the week that an expression leaves open, by the publication day and the tense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec

from extractor.dates.calendars import DAY, Days
from extractor.dates.values import Calendar, Holiday, Season, Tense, Weekday

__all__ = ["Context", "in_year", "nearest_weekday", "with_weekday"]


class Context(msgspec.Struct, frozen=True):
    """What an expression is resolved against."""

    published: dt.date | None
    tense: Tense
    anchor: dt.date | None = None


def with_weekday(of_year: Callable[[int], Days], weekday: int, context: Context) -> Days | None:
    """The nearest year in which the day falls on the weekday given with it, or None within three years."""
    if context.published is None:
        return None
    near = context.published.year
    fitting = [days for days in _possible(of_year, range(near - 3, near + 4)) if days[0].weekday() == weekday]
    return _nearest(fitting, context.published, context.tense)


def in_year(
    of_year: Callable[[int], Days], value: Calendar | Season | Holiday, context: Context
) -> Days | None:
    """The days in the year that the expression names or that the publication date and the tense imply."""
    if value.year is not None:
        return of_year(value.year)
    if context.published is None:
        return None
    near = context.published.year
    if value.year_shift is not None:
        return of_year(near + value.year_shift)
    candidates = _possible(of_year, range(near - 8, near + 9))
    if value.mod == 0:
        return of_year(near)
    if value.mod == -1:
        return max(days for days in candidates if days[1] < context.published)
    if value.mod == 1:
        return min(days for days in candidates if days[0] > context.published)
    return _nearest(candidates, context.published, context.tense)


def _possible(of_year: Callable[[int], Days], years: Iterable[int]) -> list[Days]:
    """The days in each year that has them: 29 February is in leap years alone."""
    found = []
    for year in years:
        try:
            found.append(of_year(year))
        except ValueError:
            continue
    return found


def _nearest(candidates: list[Days], published: dt.date, tense: Tense) -> Days | None:
    """Past: the last that has begun; future: the first that is not over; present: the one least far off."""
    if not candidates:
        return None
    if tense == "past":
        return max((days for days in candidates if days[0] <= published), default=None) or min(candidates)
    if tense == "future":
        return min((days for days in candidates if days[1] >= published), default=None) or max(candidates)
    return min(candidates, key=lambda days: max(days[0] - published, published - days[1], 0 * DAY))


def nearest_weekday(value: Weekday, published: dt.date, tense: Tense) -> dt.date:
    """The day that a weekday means: the last not after publication, or the first not before it in the future.

    In the present it is the one that is closer, the last where both are as close, and the first not before it
    of "this Friday".
    """
    back = (published.weekday() - value.weekday) % 7
    ahead = (value.weekday - published.weekday()) % 7
    if value.mod == -1:
        return published - (back or 7) * DAY
    if value.mod == 1:
        return published + (ahead or 7) * DAY
    nearest = tense == "present" and (value.mod == 0 or ahead < back)
    return published + ahead * DAY if tense == "future" or nearest else published - back * DAY
