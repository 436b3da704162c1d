"""Where a value of a TOML text stands: the line of a path such as `("row", 2, "prior")`.

`tomllib` tells no lines of what it has read. They are found here by a light scan for headers and keys, which
is enough to point at a place: what the scan does not see has the line of what it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

__all__ = ["Lines", "Path", "path_of"]

Path: TypeAlias = tuple[str | int, ...]
"""Names of tables and keys, and numbers of entries counted from 0."""
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-\" ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*=")
_STEP = re.compile(r"\.(\w[\w-]*)|\[(\d+)\]|\[\.\.\.\]")


class Lines:
    """The lines of one TOML text."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts: dict[Path, int] = {}
        counts: dict[Path, int] = {}
        here: Path = ()
        for number, line in enumerate(self._lines, 1):
            if header := _HEADER.match(line):
                here = self._open(header[2], header[1] == "[[", counts)
                self._starts.setdefault(here, number)
            elif key := _KEY.match(line):
                self._starts.setdefault((*here, key[1] or key[2] or key[3]), number)

    @staticmethod
    def _open(name: str, array: bool, counts: dict[Path, int]) -> Path:
        """The path of a table that a header opens; one within an array is the last entry's."""
        path: Path = ()
        *outer, last = (part.strip().strip('"') for part in name.split("."))
        for part in outer:
            path = (*path, part)
            if path in counts:
                path = (*path, counts[path])
        path = (*path, last)
        if not array:
            return (*path, counts[path]) if path in counts else path
        counts[path] = counts.get(path, -1) + 1
        for other in [each for each in counts if len(each) > len(path) and each[: len(path)] == path]:
            del counts[other]
        return (*path, counts[path])

    def of(self, path: Path, value: object = None) -> int | None:
        """The line of a path; of a text within its array where `value` is given; None for an empty path."""
        for size in range(len(path), 0, -1):
            start = self._starts.get(path[:size]) or self._starts.get((*path[:size], 0))
            if start is not None:
                return self._within(start, value) if isinstance(value, str) else start
        return None

    def _within(self, start: int, value: str) -> int:
        """The first line from `start` on that holds the value, as it stands or escaped."""
        forms = {value, value.replace("\\", "\\\\").replace('"', '\\"')}
        for number in range(start, len(self._lines) + 1):
            line = self._lines[number - 1]
            if number > start and _HEADER.match(line):
                break
            if any(form in line for form in forms):
                return number
        return start


def path_of(message: str) -> tuple[str, Path]:
    """What a message of msgspec says, and the path that it names: "… - at `$.row[2].prior`"."""
    reason, _, place = message.partition(" - at `$")
    steps: Sequence[tuple[str, str]] = _STEP.findall(place)
    return reason, tuple(name or int(index) for name, index in steps if name or index)
