"""Joins neighbouring expressions: a time of day with its day, the ends of a range, a date with its year."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from extractor.dates.tokens import Tokens
from extractor.dates.values import (
    Anaphor,
    Calendar,
    Clock,
    Day,
    Duration,
    Era,
    Holiday,
    NthWeekday,
    Offset,
    Overnight,
    Range,
    Recurring,
    Season,
    UnitShift,
    Value,
    Weekday,
    Weekend,
)

__all__ = ["Atom", "join"]

_TO_DAY = (
    (),
    ("ON",),
    ("COMMA",),
    ("OF",),
    ("COMMA", "ON"),
    ("IN",),
    ("BY",),
    ("EARLY",),
    ("EARLY", "ON"),
    ("FROM",),
)
_TO_CLOCK = (
    (), ("AT",), ("COMMA",), ("COMMA", "AT"), ("AT", "APPROX"), ("APPROX",), ("FROM",), ("BY",), ("IN",),
    ("BEFORE",), ("AFTER",), ("UNTIL",), ("BETWEEN",), ("SOON", "BEFORE"), ("SOON", "AFTER"),
    ("APPROX", "AFTER"), ("APPROX", "BEFORE"), ("COMMA", "APPROX", "AFTER"),
)  # fmt: skip
_TO = (("TO",), ("DASH",), ("UNTIL",), ("COMMA", "TO"))
_AND = (
    ("AND",), ("OR",), ("AND", "ON"), ("AND", "IN"), ("COMMA",), ("SLASH",), ("OR", "ON"), ("AND", "EARLY"),
    ("AND", "EARLY", "ON"),
)  # fmt: skip
_OF = ((), ("OF",), ("COMMA",))
_ASIDE = (("COMMA",), ("OPEN",))


class Atom(NamedTuple):
    """An expression as a half-open range of tokens and its value."""

    start: int
    end: int
    value: Value


def join(atoms: list[Atom], tokens: Tokens) -> list[Atom]:
    """The atoms, in text order, with neighbours made one where they name one time together."""
    joined: list[Atom] = []
    for atom in atoms:
        current = atom
        while joined:
            between = tuple(token.cls for token in tokens.items[joined[-1].end : current.start])
            if len(between) > 3:
                break
            merged = _pair(joined[-1], between, current, tokens)
            if merged is None:
                break
            joined.pop()
            current = merged
        joined.append(current)
    return joined


def _pair(left: Atom, between: tuple[str, ...], right: Atom, tokens: Tokens) -> Atom | None:
    before = tokens.items[left.start - 1].cls if left.start else ""
    value = (
        _with_clock(left.value, between, right.value)
        or _with_year(left.value, between, right.value)
        or _range(left.value, between, right.value, before)
        or _offset(left, between, right.value, tokens)
        or _aside(left.value, between, right.value)
    )
    if value is None:
        return None
    end = right.end
    if between == ("OPEN",) and tokens.items[end].cls == "CLOSE":
        end += 1
    return Atom(left.start, end, value)


def _is_day(value: Value) -> bool:
    if isinstance(value, UnitShift):
        return value.unit == "day"
    if isinstance(value, Calendar):
        return value.day is not None
    if isinstance(value, Range):
        return _is_day(value.first)
    if isinstance(value, Anaphor):
        return value.unit == "day"
    return isinstance(value, (Weekday, Day, NthWeekday, Holiday, Overnight))


def _with_clock(left: Value, between: tuple[str, ...], right: Value) -> Value | None:
    if isinstance(left, Clock):
        if isinstance(right, Clock):
            return left if between in (*_TO, ("AND",), ("COMMA",), (), ("OPEN",), ("OR",)) else None
        return right if _is_day(right) and between in _TO_DAY else None
    if isinstance(left, Overnight) and _is_day(right) and between in _TO_DAY:
        return right
    if isinstance(right, (Clock, Overnight)) and _is_day(left) and between in _TO_CLOCK:
        return left
    return None


def _with_year(left: Value, between: tuple[str, ...], right: Value) -> Value | None:
    """ "June 12" and "last year"; "Friday" and "next week"; "last week" and "Friday"."""
    if isinstance(left, Weekday) and _is_shift(right, "week") and left.mod is None and between in _OF:
        assert isinstance(right, UnitShift)
        return msgspec.structs.replace(left, week_shift=right.shift)
    if (
        isinstance(right, Weekday)
        and _is_shift(left, "week")
        and right.mod is None
        and between in (("ON",), ("COMMA", "ON"))
    ):
        assert isinstance(left, UnitShift)
        return msgspec.structs.replace(right, week_shift=left.shift)
    if isinstance(right, Holiday) and _is_shift(left, "year") and not between and right.year is None:
        assert isinstance(left, UnitShift)
        return msgspec.structs.replace(right, year_shift=left.shift)  # "last year's Easter"
    if not isinstance(left, (Calendar, Holiday, Season)) or left.year is not None or left.mod is not None:
        return None
    if _is_shift(right, "year") and between in _OF:
        assert isinstance(right, UnitShift)
        return msgspec.structs.replace(left, year_shift=right.shift)
    return None


def _is_shift(value: Value, unit: str) -> bool:
    return isinstance(value, UnitShift) and value.unit == unit and value.part is None


def _range(left: Value, between: tuple[str, ...], right: Value, before: str) -> Value | None:
    size = _size(left)
    if size is None or size != _size(right):
        return None
    first = left.first if isinstance(left, Range) else left
    last = right.last if isinstance(right, Range) else right
    if between in _TO or (between == ("AND",) and before == "BETWEEN"):
        return Range(first, last)
    last_of_left = left.last if isinstance(left, Range) else left
    return Range(first, last) if between in _AND and _adjacent(last_of_left, right) else None


def _size(value: Value) -> str | None:
    """The unit of an expression that can be the end of a range."""
    if isinstance(value, Range):
        return _size(value.first)
    if isinstance(value, Calendar):
        return "day" if value.day else "month" if value.month else "year"
    if isinstance(value, UnitShift):
        return value.unit
    if isinstance(value, (Weekday, Day, Holiday)):
        return "day"
    if isinstance(value, Era):
        return "decade"
    return "season" if isinstance(value, Season) else None


def _adjacent(left: Value, right: Value) -> bool:
    """Whether two expressions joined by "and" follow each other without a gap."""
    if isinstance(left, Weekday) and isinstance(right, Weekday):
        return right.mod is None and (right.weekday - left.weekday) % 7 == 1
    if isinstance(left, UnitShift) and isinstance(right, UnitShift):
        return left.unit == right.unit and right.shift - left.shift == 1 and left.part is right.part is None
    if isinstance(left, Era) and isinstance(right, Era):
        return right.year == left.year + 10
    if not isinstance(left, Calendar) or not isinstance(right, Calendar):
        return False
    if left.day is not None and left.month == right.month:
        return right.day == left.day + 1 and left.year in (None, right.year)
    if left.month is None and right.month is None and left.year and right.year:
        return right.year == left.year + 1
    if left.month and right.month and left.day is None:
        return right.month - left.month in (1, -11) and left.year in (None, right.year)
    return False


def _offset(left: Atom, between: tuple[str, ...], right: Value, tokens: Tokens) -> Value | None:
    """ "two days before" and "Christmas", "the eve of" and "May 9"."""
    value = left.value
    if not isinstance(value, Anaphor) or value.shift is None or value.unit in ("second", "minute", "hour"):
        return None
    word = tokens.items[left.end - 1].cls
    if word not in ("BEFORE", "AFTER", "FROM", "OF") or between not in ((), ("THE",)):
        return None
    if isinstance(right, (Clock, Duration, Recurring, Anaphor)):
        return None
    return Offset(unit=value.unit, shift=value.shift, base=right, exact=word == "FROM")


def _aside(left: Value, between: tuple[str, ...], right: Value) -> Value | None:
    """ "yesterday (Monday)"."""
    if (
        between in _ASIDE
        and isinstance(left, UnitShift)
        and left.unit == "day"
        and isinstance(right, (Weekday, Calendar))
    ):
        return left if isinstance(right, Weekday) else right if right.day is not None else None
    if between == ("OPEN",) and isinstance(left, Weekend) and isinstance(right, Range):
        return right
    return None
