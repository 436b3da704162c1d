"""Days that stand above what happened on them, as in a list of a week's events."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from extractor.dates import Tense, Timex, find_dates, resolve
from extractor.evidence import DateArgument, Mention

__all__ = ["day_above"]

_MARKS = "#*_:.-–—• \t"
_LONGEST = 40
"""Characters of a line that can be a day alone."""
_SURE = 0.5


def day_above(mention: Mention, plain: str, published: dt.date | None) -> DateArgument | None:
    """The day in the line above a mention's paragraph, where the text has several such lines; of the
    paragraph's first sentence alone.
    """
    start = mention.sentence.tree.start
    line = plain.rfind("\n", 0, start) + 1
    if plain[line:start].strip(_MARKS):
        return None
    days = _days(plain)
    above = [(at, timex) for at, timex in days if at < start]
    if len(days) < 2 or not above:
        return None
    at, timex = above[-1]
    tense: Tense = "past" if mention.likeliest_status() in ("occurred", "ongoing") else "future"
    interval = resolve(timex, published=published, tense=tense)
    if interval is None or interval.start is None:
        return None
    return DateArgument(
        at + timex.start, at + timex.end, interval.start, interval.end, interval.granularity, _SURE
    )


@lru_cache(maxsize=4)
def _days(plain: str) -> tuple[tuple[int, Timex], ...]:
    """The lines that name a day and nothing else, by their offsets."""
    found = []
    at = 0
    for line in plain.splitlines(keepends=True):
        words = line.strip(_MARKS + "\n")
        if 0 < len(words) <= _LONGEST:
            timexes = find_dates(line)
            if len(timexes) == 1 and timexes[0].text == words and timexes[0].kind == "date":
                found.append((at, timexes[0]))
        at += len(line)
    return tuple(found)
