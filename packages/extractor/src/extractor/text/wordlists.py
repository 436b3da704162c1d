"""Reads the word lists under `data/text`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from extractor.errors import DataError

__all__ = ["word_classes"]


@cache
def word_classes(name: str) -> dict[str, frozenset[str]]:
    """The classes of the file `data/text/<name>`: lines `class: word word ...`; `#` begins a comment.

    Raises DataError with file and line where a line has no class.
    """
    file = files("extractor") / "data" / "text"
    for part in name.split("/"):
        file = file / part
    text = file.read_text(encoding="utf-8")
    classes: dict[str, set[str]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        label, colon, words = line.partition(":")
        if not colon or not words.strip():
            raise DataError(f"data/text/{name}", number, f"expected 'class: words', got {line!r}")
        classes.setdefault(label.strip(), set()).update(words.split())
    return {label: frozenset(words) for label, words in classes.items()}
