"""Paragraphs that belong to the page, not to the article: the patterns of `data/text/boilerplate.txt`."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, cast

from extractor.errors import DataError
from extractor.text.wordlists import data_lines

__all__ = ["Effect", "Row", "effect", "rows"]

Effect: TypeAlias = Literal["drop", "comments", "teasers"]

_LONGEST = 320
_EDGES = " \t*_#|:.!…>»\u203a→←«\u2039-•·[]+"


class Row(NamedTuple):
    """One line of the file."""

    id: str
    effect: Effect
    pattern: str
    example: str


def effect(paragraph: str) -> Effect | None:
    """What the page's paragraph does, or None where it is no boilerplate."""
    if len(paragraph) > _LONGEST:
        return None
    words = " ".join(paragraph.split()).strip(_EDGES).lower()
    if not words:
        return "drop"
    found = _any().fullmatch(words)
    return next((row.effect for row in rows() if re.fullmatch(row.pattern, words)), None) if found else None


@cache
def rows() -> tuple[Row, ...]:
    """The patterns; raises DataError where the file is broken."""
    found = []
    for number, line in data_lines("boilerplate.txt"):
        cells = line.split("\t")
        if len(cells) != 4 or cells[1] not in ("drop", "comments", "teasers"):
            raise DataError("data/text/boilerplate.txt", number, "expected id, effect, pattern and example")
        found.append(Row(cells[0], cast(Effect, cells[1]), cells[2], cells[3]))
    return tuple(found)


@cache
def _any() -> re.Pattern[str]:
    """All patterns at once: most paragraphs are none, and one comparison shows it."""
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows()))
