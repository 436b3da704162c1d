"""Dates in formats that the grammar does not cover, read by dateparser.

dateparser is slow to import and slow to run, so it is imported on first use and its answers are kept.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from extractor.dates.values import Interval, Tense

__all__ = ["parse_odd"]

_WORTH_A_TRY = re.compile(r"\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.I)
_LONGEST = 60


def parse_odd(text: str, *, published: dt.date | None, tense: Tense = "past") -> Interval | None:
    """The day that `text` names, or None where dateparser finds none with day, month and (undated) year."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not _WORTH_A_TRY.search(text):
        return None
    return _parse(text, published, tense)


@lru_cache(maxsize=2048)
def _parse(text: str, published: dt.date | None, tense: Tense) -> Interval | None:
    import dateparser

    base = published or dt.date(2000, 1, 1)
    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "RELATIVE_BASE": dt.datetime(base.year, base.month, base.day),
            "REQUIRE_PARTS": ["day", "month"] if published else ["day", "month", "year"],
            "PREFER_DATES_FROM": "future" if tense == "future" else "past",
            "PARSERS": ["absolute-time"],
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if found is None else Interval(found.date(), found.date(), "day")
