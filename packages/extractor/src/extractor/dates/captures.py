"""What a form of `forms.tsv` captured, read as numbers, units and parts."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any, cast

from extractor.dates.tokens import Token
from extractor.dates.values import Part, Unit

__all__ = ["Captures"]


class Captures:
    """The tokens of a match, by the names of the form's captures."""

    def __init__(self, match: re.Match[str], items: list[Token]) -> None:
        self._spans = {
            name.partition("__")[0]: match.span(name) for name in match.groupdict() if match.start(name) >= 0
        }
        self._items = items
        self.tokens = items[match.start() : match.end()]

    def __contains__(self, name: str) -> bool:
        return name in self._spans

    @property
    def names(self) -> Set[str]:
        """What was captured."""
        return self._spans.keys()

    def of(self, name: str) -> list[Token]:
        """The captured tokens; empty where the capture took no part."""
        start, end = self._spans.get(name, (0, 0))
        return self._items[start:end]

    def value(self, name: str) -> Any:
        """The value of the last captured word that has one, or None."""
        tokens = self.of(name)
        return tokens[-1].value if tokens else None

    def year(self) -> int | None:
        """The captured year; of two ("the winter of 2014-15") the first."""
        value = self.value("year")
        return cast(int, value[0] if isinstance(value, tuple) else value) if value is not None else None

    def integer(self, name: str) -> int | None:
        """The captured number as a whole number: "twenty-first" is 21."""
        tokens = self.of(name)
        return sum(int(cast(str, token.value)) for token in tokens if token.cls != "DASH") if tokens else None

    def mod(self, name: str = "mod") -> int | None:
        """-1, 0 or 1 for last, this and next."""
        tokens = [token for token in self.of(name) if token.cls != "THE"]
        return int(cast(str, tokens[-1].value)) if tokens else None

    def part(self) -> Part | None:
        """The part of the unit that is meant ("late"), or None for all of it."""
        values = [
            cast(Part, token.value)
            for name in ("part", "part2")
            for token in self.of(name)
            if token.cls in ("EARLY", "EDGE")
        ]
        return values[-1] if values else None

    def unit(self, name: str = "unit") -> Unit:
        """The captured unit of time."""
        token = self.of(name)[-1]
        return "half" if token.cls == "HALF" else cast(Unit, token.value)

    def count(self) -> float | None:
        """The captured count; None for "a few"."""
        tokens = self.of("count")
        total = 0.0
        for token in tokens:
            if token.cls == "FEW":
                return None
            if token.cls == "A" and (len(tokens) == 1 or (token is tokens[0] and tokens[1].cls == "AND")):
                total += 1
            elif token.cls == "HALF":
                total += 0.5
            elif token.cls == "HUNDRED":
                total = (total or 1) * float(cast(str, token.value))
            elif token.cls not in ("A", "OF", "AND", "DASH"):
                total += float(cast(str, token.value))
        return total
