"""Days that stand above what happened on them, as in a list of a week's events."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from itertools import pairwise

from extractor.dates import Tense, Timex, find_dates, resolve
from extractor.evidence import DateArgument, Mention
from extractor.ontology import REAL

__all__ = ["day_above"]

_MARKS = "#*_:.-–—• \t"
_LONGEST = 40
"""Characters of a line that can be a day alone."""
_SURE = 0.5
_WHOLE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:\d|[A-Z][a-z]+ \d)")
"""A day of the week with the day of the month."""


def day_above(mention: Mention, plain: str, published: dt.date | None) -> DateArgument | None:
    """The day in the last line above a mention's paragraph that is a day alone or begins with one, where the
    text has several such lines with sentences between them, and no other heading follows; of the first
    sentence alone.
    """
    start = mention.sentence.tree.start
    line = plain.rfind("\n", 0, start) + 1
    if plain[line:start].strip(_MARKS):
        return None
    days = _days(plain)
    above = [(at, timex) for at, timex in days if at < start]
    if len(days) < 2 or not above or not _are_apart(plain, [at for at, _ in days]):
        return None
    at, timex = above[-1]
    if any(_is_heading(each) for each in plain[at:line].splitlines()[1:]):
        return None
    tense: Tense = "past" if mention.likeliest_status() in REAL else "future"
    interval = resolve(timex, published=published, tense=tense)
    if interval is None or interval.start is None:
        return None
    return DateArgument(
        at + timex.start, at + timex.end, interval.start, interval.end, interval.granularity, _SURE
    )


def _are_apart(plain: str, starts: list[int]) -> bool:
    """Whether there is text between the days in lines that begin at these offsets."""
    between = (plain[a:b].splitlines() for a, b in pairwise(starts))
    return all(len(day) > _LONGEST or any(line.strip(_MARKS) for line in lines) for day, *lines in between)


def _is_heading(line: str) -> bool:
    words = line.strip(_MARKS)
    return 0 < len(words) <= _LONGEST and line.rstrip()[-1:] not in (".", "!", "?", '"', "”")


@lru_cache(maxsize=4)
def _days(plain: str) -> tuple[tuple[int, Timex], ...]:
    """The lines that name a day and nothing else, by their offsets, and those that begin with a whole one, as
    where a page's headings have lost their line: "Tuesday, 10 April Jets bombed Sake."
    """
    found = []
    at = 0
    for line in plain.splitlines(keepends=True):
        words = line.strip(_MARKS + "\n")
        if 0 < len(words) <= _LONGEST:
            timexes = find_dates(line)
            if len(timexes) == 1 and timexes[0].text == words and timexes[0].kind == "date":
                found.append((at, timexes[0]))
        elif _WHOLE.match(words):
            timex = next(iter(find_dates(line[: line.index(words) + _LONGEST])), None)
            if timex and words.startswith(timex.text) and words[len(timex.text) :][1:2].isupper():
                found.append((at, timex))
        at += len(line)
    return tuple(found)
