"""Cuts a text into the tokens that date expressions are made of, one class character each.

Words outside the vocabulary break the chain, so patterns run over short stretches alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from functools import cache
from typing import NamedTuple

from extractor.dates.lexicon import char_of, holidays, words

__all__ = ["Token", "Tokens", "tokenize"]

_WORD_OR_NUMBER = re.compile(
    r"Q[1-4]\b|[A-Za-z\u00c0-\u024f]+|\d{4}-\d\d-\d\dT\d[\d:.]*(?:[+-]\d\d:?\d\d|Z)?"
    r"|\d+(?:[.,:/\-\u2010-\u2013]\d+)*(?:\s?(?:[AaPp]\.[Mm]\.?|[AaPp][Mm]\b)|[^\W\d_]+)?"
)
_DIGITS = frozenset("0123456789")
_ANCHORS = frozenset((
    "MONTH", "MONTHISH", "WEEKDAY", "WEEKDAYISH", "WEEKDAYS", "UNIT", "UNITS", "MINUTE", "WEEKEND", "SEASON",
    "SEASONISH", "DAYPART", "TODAY", "OVERNIGHT", "RECENT", "RECENTLY", "SOON", "FUTURE", "YEAR",
    "YEARS", "ERA", "DECADE", "CLOCK", "FULL", "HOLIDAY", "OLD", "QUARTER", "ZONE",
))  # fmt: skip
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
_GAP_MARKS = {",": "COMMA", "(": "OPEN", ")": "CLOSE", "/": "SLASH", **dict.fromkeys(_DASHES, "DASH")}
_POSSESSIVES = ("'s ", "\u2019s ", "'s-", "\u2019s-")
_BEFORE_NUMBER = frozenset("$€£¥#.@_+=&/'’\u2212")
_AFTER_NUMBER = frozenset("%°$€£¥_@+=")

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.I)
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?|hrs|h|z|gmt)?"
    r"|\d{1,2}(?:[-\u2013]\d{1,2})?\s?[ap]\.?m\.?", re.I,
)  # fmt: skip
_HYPHENED = re.compile(r"[-\u2010-\u2014]([A-Za-z]+)")
_BARE_DOT_TIME = re.compile(r"\d+\.\d+")
_PAIR = re.compile(r"(\d+)[-\u2010-\u2013/](\d+)")
_NUMERIC = re.compile(r"(\d{1,4})([-./\u2010-\u2013])(\d{1,2})\2(\d{1,4})(?:T.*)?")
_ERA = re.compile(r"(\d{2}|\d{4})s")


class Token(NamedTuple):
    """A word, number or punctuation mark that can be part of a date expression."""

    cls: str
    value: object
    start: int
    end: int
    dotted: bool = False
    """Whether it is an abbreviation that can carry a dot."""


class Tokens(NamedTuple):
    """A stretch of neighbouring tokens and their class characters, index by index."""

    chars: str
    items: list[Token]


def tokenize(text: str) -> list[Tokens]:
    """The stretches of `text` that can hold a date expression, in text order.

    A stretch grows to both sides from a word that bears a time, while its neighbours are in the vocabulary.
    """
    matches = list(_WORD_OR_NUMBER.finditer(text))
    bearing, named = _bearing_words(), _holiday_starts()
    stretches: list[Tokens] = []
    done = 0
    # Only words and numbers are pieces, so what sorts before the colon begins with a digit.
    for index in [at for at, match in enumerate(matches) if match[0] in bearing or match[0] < ":"]:
        if index < done:
            continue
        token = _token(text, matches[index], named)
        if token is not None and token.cls in _ANCHORS:
            run, done = _stretch(text, matches, index, token, done)
            stretches.append(Tokens("".join([char_of(token.cls) for token in run]), run))
    return stretches


def _stretch(
    text: str, matches: list[re.Match[str]], index: int, token: Token, floor: int
) -> tuple[list[Token], int]:
    """The tokens around the one at `index`, and the index of the first piece after them."""
    run: deque[Token] = deque([token])
    back = index - 1
    while back >= floor:
        before = _token(text, matches[back], {})
        marks = None if before is None else _gap(text, before, run[0])
        if before is None or marks is None:
            break
        run.extendleft(reversed(marks))
        run.appendleft(before)
        back -= 1
    named = _holiday_starts()
    ahead = index + 1
    while ahead < len(matches):
        match = matches[ahead]
        possessive = match[0] == "s" and text[match.start() - 1] in "'\u2019"
        if match.start() >= run[-1].end and not possessive:
            after = _token(text, match, named)
            marks = None if after is None else _gap(text, run[-1], after)
            if after is None or marks is None:
                break
            run.extend(marks)
            run.append(after)
        ahead += 1
    return _parenthesised(text, run), ahead


def _parenthesised(text: str, run: deque[Token]) -> list[Token]:
    """Adds the parentheses that touch the stretch."""
    start, end = run[0].start, run[-1].end
    if start and text[start - 1] == "(":
        run.appendleft(Token("OPEN", None, start - 1, start))
    if text[end : end + 1] == ")":
        run.append(Token("CLOSE", None, end, end + 1))
    return list(run)


def _token(text: str, match: re.Match[str], named: dict[str, re.Pattern[str]]) -> Token | None:
    """The token that begins with a piece of the text, or None where it is outside the vocabulary."""
    piece = match[0]
    if piece in named and (token := _holiday(text, match.start(), named[piece])):
        return token
    word = words().get(piece)
    if word is not None:
        return Token(word.cls, word.value, match.start(), match.end(), word.dotted)
    return _number(text, match) if piece[0] in _DIGITS else None


def _gap(text: str, left: Token, right: Token) -> list[Token] | None:
    """The punctuation between two tokens, or None where it parts them."""
    gap = text[left.end : right.start]
    if gap == " ":
        return []
    if not gap or len(gap) > 4:
        return None
    if gap in _POSSESSIVES:
        return [] if right.cls in ("TIME", "EDGE", "HOLIDAY") else None
    return _marks(gap, left.end, left.dotted)


def _marks(gap: str, start: int, dotted: bool) -> list[Token] | None:
    marks: list[Token] = []
    lines = 0
    for index, char in enumerate(gap):
        mark = _GAP_MARKS.get(char)
        if mark is not None:
            marks.append(Token(mark, None, start + index, start + index + 1))
        elif char.isspace():
            lines += char == "\n"
        elif not (char == "." and dotted and index == 0) and char not in "'\u2019":
            return None
    return marks if lines < 2 and len(marks) < 3 else None


@cache
def _bearing_words() -> frozenset[str]:
    """The words from which a stretch can grow."""
    return frozenset(form for form, word in words().items() if word.cls in _ANCHORS).union(_holiday_starts())


@cache
def _holiday_starts() -> dict[str, re.Pattern[str]]:
    """For each first word of a named day, the pattern of all names that begin with it, longest first."""
    groups: dict[str, set[str]] = {}
    for name in holidays():
        for spelling in (name, name.upper()):
            first = _WORD_OR_NUMBER.match(spelling)
            if first is not None:
                groups.setdefault(first[0], set()).add(spelling)
    return {
        first: re.compile(
            "(?:"
            + "|".join(_name_pattern(name) for name in sorted(names, key=lambda n: (-len(n), n)))
            + r")(?!\w)"
        )
        for first, names in groups.items()
    }


_SEASONAL = re.compile(
    r"\s(?:markets?|fairs?|trees?|lights?|decorations?|cards?|carols?|songs?|gifts?|presents?|eggs?|bunny"
    r"|shopping|shoppers|bonus(?:es)?|parties|party|islands?)\b",
    re.IGNORECASE,
)
"""What is called after a holiday, and is not of that day: "a Christmas market"."""


_ALSO_PERSONS = frozenset({"Ramadan"})
_NAME = 20
"""Characters before it in which one is looked for."""
_NAMED = re.compile(r" [A-Z][a-z]+")
_NAMING = re.compile(r"[\w,] [A-Z][a-z]+ $")
"""A name before a day that is a name of persons too: "the writer Tariq Ramadan"."""


def _name_pattern(name: str) -> str:
    return re.escape(name).replace("'", "['\u2019]").replace(r"\ ", r"\s")


@cache
def _spellings() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, day in holidays().items():
        found[name] = found[name.upper()] = day.name
    return found


def _holiday(text: str, start: int, pattern: re.Pattern[str]) -> Token | None:
    match = pattern.match(text, start)
    if match is None or _SEASONAL.match(text, match.end()):
        return None
    if match[0] in _ALSO_PERSONS and (
        _NAMED.match(text, match.end()) or _NAMING.search(text, max(0, start - _NAME), start)
    ):
        return None
    spelling = re.sub(r"\s", " ", match[0]).replace("\u2019", "'")
    return Token("HOLIDAY", _spellings()[spelling], start, match.end())


def _number(text: str, match: re.Match[str]) -> Token | None:
    """The token of a piece that begins with a digit, or None where it is no day, year, count or time."""
    start, end = match.span()
    piece = match[0]
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    if after in _AFTER_NUMBER and after:
        return None
    if before in _BEFORE_NUMBER or before.isalnum():
        apostrophe = before in "'\u2019" and not text[start - 2 : start - 1].isalnum() and piece.endswith("s")
        if not apostrophe and not (before == "/" and text[start - 2 : start - 1].isdigit()):
            return None
    if before in _DASHES and start > 1 and text[start - 2].isalpha() and not _prefixed(text, start):
        return None
    if len(piece) == 4 and piece.isdigit() and _is_compound(text, end):
        return Token("INT", int(piece), start, end)
    classified = _classify(piece)
    return None if classified is None else Token(*classified, start, end)


def _is_compound(text: str, end: int) -> bool:
    """Whether a hyphen joins the number to a word that is no month: "2000-strong", but not "2015-Jan"."""
    match = _HYPHENED.match(text, end)
    word = words().get(match[1]) if match else None
    return match is not None and (word is None or word.cls not in ("MONTH", "MONTHISH"))


def _prefixed(text: str, start: int) -> bool:
    """Whether the letters before a hyphen are a word of the vocabulary ("mid-2019"), not a code ("F-16")."""
    begin = start - 1
    while begin and text[begin - 1].isalpha() and start - begin < 12:
        begin -= 1
    return text[begin : start - 1] in words()


def _classify(piece: str) -> tuple[str, object] | None:
    if piece.isdecimal():
        return _integer(piece)
    if match := _ORDINAL.fullmatch(piece):
        return ("ORD", int(match[1]))
    if match := _ERA.fullmatch(piece):
        return _era(match[1])
    if _CLOCK.fullmatch(piece) and not _BARE_DOT_TIME.fullmatch(piece):
        return ("CLOCK", None)
    if piece in ("9/11",):
        return ("FULL", (dt.date(2001, 9, 11),))
    if match := _NUMERIC.fullmatch(piece):
        return _numeric(int(match[1]), int(match[3]), match[4], len(match[1]))
    if match := _PAIR.fullmatch(piece):
        return _pair(match[1], match[2])
    return None


def _integer(piece: str) -> tuple[str, object] | None:
    if len(piece) > 4 or (len(piece) > 1 and piece[0] == "0" and len(piece) != 2):
        return ("INT", int(piece)) if len(piece) == 4 else None
    value = int(piece)
    if 1 <= value <= 31 and len(piece) <= 2:
        return ("DAYNUM", value)
    return ("YEAR", value) if 1500 <= value < 2200 else ("INT", value)


def _era(digits: str) -> tuple[str, object] | None:
    value = int(digits)
    if value % 10:
        return None
    return ("ERA", value if len(digits) == 4 else 1900 + value) if value >= 20 else None


def _pair(first: str, second: str) -> tuple[str, object] | None:
    low, high = int(first), int(second)
    if len(first) <= 2 and len(second) <= 2 and 1 <= low < high <= 31:
        return ("DAYS", (low, high))
    if len(first) == 4 and len(second) in (2, 4) and 1500 <= low < 2200:
        high = high if len(second) == 4 else low // 100 * 100 + high
        return ("YEARS", (low, high)) if low < high < 2200 else None
    return None


def _numeric(first: int, second: int, third: str, width: int) -> tuple[str, object] | None:
    """A date in figures; of an ambiguous one both readings, the one with the month first before the other."""
    last = int(third)
    if width == 4:
        orders = [(first, second, last)]
    elif len(third) == 4:
        orders = [(last, first, second), (last, second, first)]
    else:
        return None
    readings = []
    for year, month, day in orders:
        try:
            reading = dt.date(year, month, day)
        except ValueError:
            continue
        if reading not in readings and 1500 <= year < 2200:
            readings.append(reading)
    return ("FULL", tuple(readings)) if readings else None
