"""Reads the lexicon's tables of tab-separated rows."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

__all__ = ["lexicon_rows"]


def lexicon_rows(name: str) -> Iterator[list[str]]:
    """The fields of each row of a table in `data/lexicon/`; empty lines and comments are no rows."""
    text = (files("extractor") / "data" / "lexicon" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
