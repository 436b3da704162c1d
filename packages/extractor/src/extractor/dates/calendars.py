"""Calendar arithmetic: spans of units, Easter, the Hebrew calendar."""

from __future__ import annotations

import datetime as dt

from extractor.dates.lexicon import NamedDay
from extractor.dates.moon import islamic_day

__all__ = [
    "DAY",
    "Days",
    "add_months",
    "month_span",
    "named_day",
    "nth_part",
    "nth_weekday",
    "season_span",
    "third_of_month",
    "unit_span",
    "year_span",
]

DAY = dt.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

_THIRDS = {
    "early": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
}

Days = tuple[dt.date, dt.date]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month `months` later, or the month's last where it is shorter.

    Raises ValueError beyond the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = dt.date(year, month + 1, 1)
    return first.replace(day=min(day.day, _month_length(first)))


def _month_length(first: dt.date) -> int:
    return ((first + 31 * DAY).replace(day=1) - first).days


def _months_from(first: dt.date, months: int) -> Days:
    return first, add_months(first, months) - DAY


def month_span(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return _months_from(dt.date(year, month, 1), 1)


def year_span(year: int) -> Days:
    """The first and last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def season_span(season: str, year: int) -> Days:
    """The three months of a season that begins in `year`."""
    return _months_from(dt.date(year, _SEASONS[season], 1), 3)


def unit_span(unit: str, day: dt.date, shift: int) -> Days:
    """The calendar unit `shift` units from the one that holds `day`; weeks begin on Monday.

    Raises ValueError or OverflowError beyond the years 1 to 9999.
    """
    if unit == "day":
        return day + shift * DAY, day + shift * DAY
    if unit in ("week", "weekend"):
        monday = day - day.weekday() * DAY + 7 * shift * DAY
        return (monday, monday + 6 * DAY) if unit == "week" else (monday + 5 * DAY, monday + 6 * DAY)
    if unit == "season":
        month = day.month % 12 // 3 * 3
        start = dt.date(day.year - (day.month < 3), month or 12, 1)
        return _months_from(add_months(start, 3 * shift), 3)
    months = _MONTHS[unit]
    index = (day.year * 12 + day.month - 1) // months * months + shift * months
    return _months_from(dt.date(index // 12, index % 12 + 1, 1), months)


def nth_weekday(year: int, month: int, number: int, weekday: int) -> dt.date:
    """The `number`-th weekday of a month, -1 for the last; a fifth that the month lacks raises ValueError."""
    first, last = month_span(year, month)
    if number < 0:
        return last - ((last.weekday() - weekday) % 7) * DAY
    return first.replace(day=1 + (weekday - first.weekday()) % 7 + 7 * (number - 1))


def third_of_month(start: dt.date, end: dt.date, part: str) -> Days:
    """The first ten days of a month, the second ten, or the rest."""
    first, last = _THIRDS[part]
    return start.replace(day=first), start.replace(day=min(last, end.day))


def nth_part(unit: str, number: int, start: dt.date, end: dt.date) -> Days:
    """The counted part of the days from `start` to `end`; weeks are counted from the first day on."""
    last = number < 0
    back = -number - 1
    if unit == "half":
        middle = start.replace(day=15) if (end - start).days < 32 else add_months(start, 6) - DAY
        return (start, middle) if number == 1 else (middle + DAY, end)
    if unit == "weekend":
        if last:
            sunday = end - ((end.weekday() - 6) % 7 + 7 * back) * DAY
            return sunday - DAY, sunday
        saturday = start + ((5 - start.weekday()) % 7 + 7 * (number - 1)) * DAY
        return saturday, saturday + DAY
    if unit in ("day", "week"):
        length = 7 if unit == "week" else 1
        if last:
            return end - (length * (back + 1) - 1) * DAY, end - length * back * DAY
        first = start + length * (number - 1) * DAY
        return first, min(first + (length - 1) * DAY, end)
    return unit_span(unit, end, -back) if last else unit_span(unit, start, number - 1)


def named_day(named: NamedDay, year: int) -> Days:
    """The days of a named day in a year of the common calendar."""
    kind, *numbers = named.rule
    if kind == "easter":
        start = _easter(year) + int(numbers[0]) * DAY
    elif kind == "orthodox":
        start = _orthodox_easter(year) + int(numbers[0]) * DAY
    elif kind == "hebrew":
        start = _hebrew(year, int(numbers[0]), int(numbers[1]))
    elif kind == "nth":
        number, weekday, month, *shift = (int(number) for number in numbers)
        start = nth_weekday(year, month, number, weekday) + sum(shift) * DAY
    elif kind == "islamic":
        return islamic_day(year, int(numbers[0]), int(numbers[1]), named.days)
    else:
        start = dt.date(year, int(kind[:2]), int(kind[3:]))
    return start, start + (named.days - 1) * DAY


def _easter(year: int) -> dt.date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, remainder = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * remainder + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _orthodox_easter(year: int) -> dt.date:
    """Eastern Easter Sunday, by the Julian computus; right for 1900 to 2099."""
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    return dt.date(year, month, day + 1) + 13 * DAY


def _hebrew(year: int, month: int, day: int) -> dt.date:
    """The day of the Hebrew calendar that falls into a common year, without the eve on which it begins.

    Nisan is month 1, Tishri 7; Tevet (10) and Shevat (11), which two common years can share, are not served.
    """
    autumn = 7 <= month <= 9
    hebrew_year = year + (3761 if autumn else 3760)
    new_year = _hebrew_new_year(hebrew_year)
    if autumn:
        return dt.date.fromordinal(new_year + sum(_hebrew_autumn(hebrew_year)[: month - 7]) + day - 1)
    nisan = _hebrew_new_year(hebrew_year + 1) - 177
    if month == 12:
        return dt.date.fromordinal(nisan - 29 + day - 1)
    return dt.date.fromordinal(nisan + sum((30, 29, 30, 29, 30, 29)[: month - 1]) + day - 1)


def _hebrew_autumn(year: int) -> tuple[int, int]:
    """Lengths of Tishri and Heshvan; the second depends on the length of the year."""
    complete = (_hebrew_new_year(year + 1) - _hebrew_new_year(year)) % 10 == 5
    return 30, 30 if complete else 29


def _hebrew_new_year(year: int) -> int:
    """Proleptic ordinal of 1 Tishri: the mean new moon, put off by the rules that keep feasts apart."""
    before, now, after = (_elapsed(year + step) for step in (-1, 0, 1))
    delay = 2 if after - now == 356 else 1 if now - before == 382 else 0
    return now - 1373427 + delay


def _elapsed(year: int) -> int:
    """Days from the calendar's epoch to the new moon of Tishri."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + ((3 * (day + 1)) % 7 < 3)
