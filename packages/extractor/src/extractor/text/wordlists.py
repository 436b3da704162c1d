"""Reads the word lists under `data/text`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from extractor.errors import DataError

__all__ = ["data_lines", "word_classes"]


def data_lines(name: str) -> list[tuple[int, str]]:
    """The lines of the file `data/text/<name>` with their numbers, without comments (`#`) and empty lines."""
    file = files("extractor") / "data" / "text"
    for part in name.split("/"):
        file = file / part
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    return [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]


@cache
def word_classes(name: str) -> dict[str, frozenset[str]]:
    """The classes of the file `data/text/<name>`: lines `class: word word ...`; a class may repeat.

    Raises DataError with file and line where a line has no class.
    """
    classes: dict[str, set[str]] = {}
    for number, line in data_lines(name):
        label, colon, words = line.partition(":")
        if not colon or not words.strip():
            raise DataError(f"data/text/{name}", number, f"expected 'class: words', got {line!r}")
        classes.setdefault(label.strip(), set()).update(words.split())
    return {label: frozenset(words) for label, words in classes.items()}
