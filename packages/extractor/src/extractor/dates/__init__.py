"""Date expressions in English news text: found, and resolved to intervals of calendar days.

>>> import datetime as dt
>>> published = dt.date(2018, 4, 11)
>>> for timex in find_dates("They met on Monday and will meet again next week."):
...     print(timex.text, resolve(timex, published=published))
on Monday Interval(start=datetime.date(2018, 4, 9), end=datetime.date(2018, 4, 9), granularity='day')
next week Interval(start=datetime.date(2018, 4, 16), end=datetime.date(2018, 4, 22), granularity='week')
"""

from __future__ import annotations

import datetime as dt

from extractor.dates.fallback import parse_odd
from extractor.dates.finding import find_dates
from extractor.dates.lexicon import number_of
from extractor.dates.resolving import resolve
from extractor.dates.values import Anaphor, Interval, Kind, Relation, Tense, Timex, Value

__all__ = [
    "Anaphor",
    "Interval",
    "Kind",
    "Relation",
    "Tense",
    "Timex",
    "Value",
    "find_dates",
    "number_of",
    "resolve",
    "resolve_text",
]


def resolve_text(text: str, *, published: dt.date | None, tense: Tense = "past") -> Interval | None:
    """The days that a short text such as "late May 2014" names, or None where it names none.

    The first expression in it counts. Formats that the grammar lacks are read by dateparser.

    >>> resolve_text("in 2015", published=None)
    Interval(start=datetime.date(2015, 1, 1), end=datetime.date(2015, 12, 31), granularity='year')
    """
    for timex in find_dates(text):
        interval = resolve(timex, published=published, tense=tense)
        if interval is not None:
            return interval
    return parse_odd(text, published=published, tense=tense)
