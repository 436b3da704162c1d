"""The lexicon: which predicates are triggers of which event type."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, Literal, get_args

import msgspec

from extractor.errors import DataError
from extractor.triggers.inflection import forms
from extractor.triggers.screen import Conditions, Screen, conditions, load_company

__all__ = ["Lexicon", "PartOfSpeech", "Pattern", "Prior", "Row", "compile_pattern", "read_rows"]

PartOfSpeech = Literal["verb", "noun", "adj"]
Prior = Literal["high", "even", "low", "rare"]
_WORDS = re.compile(r"[^\W_]+")


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sense of a group of lemmas."""

    id: str
    patterns: tuple[str, ...]
    pos: PartOfSpeech
    subtype: str
    frame: str
    prior: Prior
    type: str = ""
    not_with: tuple[str, ...] = ()
    needs: tuple[str, ...] = msgspec.field(default=(), name="with")
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Pattern(msgspec.Struct, frozen=True):
    """A compiled pattern: the anchor's lemma, what must stand below or above it, what words it asks for."""

    anchor: str
    below: frozenset[str]
    above: frozenset[str]
    row: Row
    conditions: Conditions = ()

    def possible(self, words: frozenset[str]) -> bool:
        """Whether a sentence of these words (see `words_of`) can hold the pattern."""
        return not any(group.isdisjoint(words) for group in self.conditions)


class Lexicon:
    """Rows by anchor lemma; immutable once built."""

    def __init__(self, rows: Iterable[Row], roles: Mapping[str, Mapping[str, str]]) -> None:
        self.rows = tuple(rows)
        self.roles = {frame: dict(table) for frame, table in roles.items()}
        self.company = load_company()
        index: dict[tuple[str, str], list[Pattern]] = {}
        for row in self.rows:
            for text in row.patterns:
                pattern = compile_pattern(text, row, self.company)
                index.setdefault((pattern.anchor, row.pos), []).append(pattern)
        self._index = {key: tuple(found) for key, found in index.items()}
        self.anchors = frozenset(anchor for anchor, _ in self._index)
        self.forms: frozenset[str] = frozenset().union(*map(forms, self.anchors))
        self.screen = Screen(pattern.conditions for found in self._index.values() for pattern in found)

    @classmethod
    def load(cls, *, types: tuple[str, ...] | None = None) -> Lexicon:
        """The packaged lexicon, restricted to `types` if given.

        Raises:
            DataError: a file is broken; names file and reason.
        """
        folder = files("extractor") / "data" / "lexicon"
        sources = sorted(
            (entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name
        )
        rows: list[Row] = []
        roles: dict[str, dict[str, str]] = {}
        for source in sources:
            event_type = source.name.removesuffix(".toml")
            if types is None or event_type in types:
                found, tables = read_rows(source.read_bytes(), source.name)
                rows += found
                roles.update({f"{event_type}.{frame}": table for frame, table in tables.items()})
        return cls(rows, roles)

    def extended(self, rows: Iterable[Row], roles: Mapping[str, Mapping[str, str]]) -> Lexicon:
        """This lexicon with further rows, and the roles of their frames ("type.frame")."""
        return Lexicon((*self.rows, *rows), {**self.roles, **roles})

    def patterns(self, lemma: str, pos: str) -> tuple[Pattern, ...]:
        """The patterns anchored at a lemma with this part of speech."""
        return self._index.get((lemma, pos), ())

    def all_patterns(self) -> Iterator[Pattern]:
        """Every pattern of every row."""
        return (pattern for found in self._index.values() for pattern in found)

    def frame(self, row: Row) -> Mapping[str, str]:
        """Role by function, as the row's frame has them."""
        return self.roles.get(f"{row.type}.{row.frame}", {})

    def role(self, row: Row, function: str) -> str | None:
        """The role that the row's frame gives to a function."""
        return self.frame(row).get(function)


def read_rows(content: bytes, name: str) -> tuple[list[Row], dict[str, dict[str, str]]]:
    """Rows and frames of a file `TYPE.toml`. Raises DataError where it is broken."""
    try:
        data: dict[str, Any] = tomllib.loads(content.decode())
        rows = msgspec.convert(data.get("row", []), list[Row])
        roles = msgspec.convert(data.get("roles", {}), dict[str, dict[str, str]])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise DataError(name, None, str(error)) from error
    for row in rows:
        if row.pos not in get_args(PartOfSpeech):
            raise DataError(name, None, f"row {row.id}: unknown part of speech {row.pos!r}")
        if row.frame not in roles:
            raise DataError(name, None, f"row {row.id}: unknown frame {row.frame!r}")
    event_type = name.removesuffix(".toml")
    return [msgspec.structs.replace(row, type=row.type or event_type) for row in rows], roles


def compile_pattern(text: str, row: Row, company: Mapping[str, frozenset[str]]) -> Pattern:
    """One pattern of a row; `company` are the classes that its `with` may name. Raises DataError."""
    if not _WORDS.findall(text):
        raise DataError(row.id, None, f"pattern {text!r} holds no word", value=text)
    anchor, *neighbours = text.split()
    below: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()
    for condition in neighbours:
        words = frozenset(condition[1:].split("/"))
        if not all(map(_WORDS.search, (anchor, *words))):
            raise DataError(row.id, None, f"pattern {text!r}: a word is missing", value=text)
        if condition.startswith("~"):
            below = words
        elif condition.startswith("^"):
            above = words
        else:
            raise DataError(
                row.id, None, f"pattern {text!r}: {condition!r} begins with neither '~' nor '^'", value=text
            )
    groups = [group for group in (below, above, _needed(row, company)) if group]
    return Pattern(anchor, below, above, row, conditions(anchor, *groups))


def _needed(row: Row, company: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The lemmas of the row's `with`, classes resolved."""
    found: set[str] = set()
    for need in row.needs:
        if not _WORDS.search(need):
            raise DataError(row.id, None, f"with: {need!r} holds no word", value=need)
        if not need.startswith("@"):
            found.add(need)
        elif need[1:] in company:
            found |= company[need[1:]]
        else:
            raise DataError(row.id, None, f"with: unknown class {need!r}", value=need)
    return frozenset(found)
