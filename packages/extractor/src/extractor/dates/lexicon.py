"""Reads the words, forms and named days under `data/dates`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.errors import DataError
from extractor.tables import numbered_rows, rows

__all__ = ["Form", "NamedDay", "Word", "char_of", "examples", "forms", "holidays", "number_of", "words"]

NUMBER_CLASSES = ("DAYNUM", "INT", "YEAR", "DAYS", "YEARS", "ERA", "CLOCK", "FULL", "HOLIDAY")
MARK_CLASSES = ("COMMA", "DASH", "OPEN", "CLOSE", "SLASH")

_PIECE = re.compile(
    r"\s*(?:(?P<name>[a-z]\w*):|@(?P<macro>[A-Z]+)|(?P<cls>[A-Z]+)|(?P<look><=|<!|=|!)|(?P<op>[()|?]))"
)


class Word(NamedTuple):
    """A form of `words.tsv`: its class, its value and whether it may carry a dot."""

    cls: str
    value: str
    dotted: bool


class Form(NamedTuple):
    """A row of `forms.tsv` with its pattern compiled over one character per token."""

    id: str
    builder: str
    pattern: re.Pattern[str]


class NamedDay(NamedTuple):
    """A row of `holidays.tsv`."""

    name: str
    rule: tuple[str, ...]
    days: int


@cache
def words() -> dict[str, Word]:
    """Every spelling that the tokenizer looks up."""
    found: dict[str, Word] = {}
    for cls, value, spellings in rows("dates/words.tsv", 3):
        for spelling in spellings.split(" "):
            form = spelling.rstrip(".")
            word = Word(cls, value, spelling != form)
            cased = (form, form.upper()) if form[0].isupper() else (form, form.capitalize(), form.upper())
            for variant in cased:
                found.setdefault(variant, word)
    return found


@cache
def _chars() -> dict[str, str]:
    classes = dict.fromkeys([*NUMBER_CLASSES, *MARK_CLASSES, *(word.cls for word in words().values())])
    return {cls: chr(0x100 + index) for index, cls in enumerate(classes)}


def char_of(cls: str) -> str:
    """The one character that stands for a class in patterns; raises KeyError for an unknown class."""
    return _chars()[cls]


def _compile(pattern: str, macros: dict[str, str]) -> str:
    """The regular expression over class characters that a pattern of `forms.tsv` means."""
    out: list[str] = []
    looks = {"<=": "(?<=", "<!": "(?<!", "=": "(?=", "!": "(?!"}
    opened = ""
    depth: list[bool] = []
    position = 0
    while position < len(pattern.rstrip()):
        match = _PIECE.match(pattern, position)
        if match is None:
            raise ValueError(f"unreadable at {pattern[position:]!r}")
        position = match.end()
        if match["name"]:
            opened = f"(?P<{match['name']}>"
        elif match["look"]:
            opened = looks[match["look"]]
        elif match["op"] == "(":
            out.append((opened or "(?:") + ("(?:" if opened else ""))
            depth.append(bool(opened))
            opened = ""
        elif match["op"] == ")":
            out.append("))" if depth.pop() else ")")
        elif match["op"]:
            out.append(match["op"])
        else:
            atom = (
                f"(?:{_compile(macros[match['macro']], macros)})" if match["macro"] else char_of(match["cls"])
            )
            out.append(f"{opened}{atom})" if opened else atom)
            opened = ""
    return "".join(out)


def number_of(word: str) -> int | None:
    """The number that a word or a row of digits is: 15 for "15" and "fifteen"."""
    if word.isdecimal():
        return int(word)
    found = words().get(word)
    return int(found.value) if found is not None and found.cls == "NUM" else None


@cache
def forms() -> tuple[Form, ...]:
    """The forms in file order; raises DataError where a pattern can't be read."""
    macros: dict[str, str] = {}
    found: list[Form] = []
    for number, cells in numbered_rows("dates/forms.tsv", 4, aside="@"):
        if cells[0].startswith("@"):
            macros[cells[0][1:]] = cells[1]
            continue
        try:
            found.append(Form(cells[0], cells[1], re.compile(_unique(_compile(cells[2], macros)))))
        except (ValueError, KeyError, re.error) as error:
            raise DataError("data/dates/forms.tsv", number, f"{cells[0]}: {error}") from error
    return tuple(found)


def examples() -> dict[str, str]:
    """The example that each form carries, by the form's id."""
    return {
        cells[0]: cells[3]
        for _, cells in numbered_rows("dates/forms.tsv", 4, aside="@")
        if not cells[0].startswith("@")
    }


def _unique(pattern: str) -> str:
    """Group names made unique: the second `mod` of a pattern becomes `mod__1`."""
    seen: dict[str, int] = {}

    def rename(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, -1) + 1
        return f"(?P<{name}__{seen[name]}>" if seen[name] else match[0]

    return re.sub(r"\(\?P<(\w+)>", rename, pattern)


@cache
def holidays() -> dict[str, NamedDay]:
    """Named days by every spelling of their names."""
    found: dict[str, NamedDay] = {}
    for number, (names, rule, days) in numbered_rows("dates/holidays.tsv", 3):
        if not days.isdigit():
            raise DataError("data/dates/holidays.tsv", number, f"length {days!r} is no number")
        spellings = names.split("|")
        for name in spellings:
            found[name] = NamedDay(spellings[0], tuple(rule.split(" ")), int(days))
    return found
