"""The sets of lemmas that rules ask for, from `data/lexicon/senses.tsv`."""

from __future__ import annotations

from functools import cache

from extractor.errors import DataError
from extractor.tables import numbered_rows

__all__ = ["lemma_set"]

_TABLE = "lexicon/senses.tsv"


def lemma_set(name: str) -> frozenset[str]:
    """The lemmas of a row; those of the rows that it names with `@` are among them.

    Raises DataError where there is no such row, or one names a row that does not stand above it.

    >>> sorted(lemma_set("vowing"))
    ['pledge', 'promise', 'swear', 'vow']
    """
    found = _read().get(name)
    if found is None:
        raise DataError(f"data/{_TABLE}", None, f"there is no row {name!r}")
    return found


@cache
def _read() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for number, (name, cell, _) in numbered_rows(_TABLE, 3):
        if name in found:
            raise DataError(f"data/{_TABLE}", number, f"there are two rows {name!r}")
        words: set[str] = set()
        for word in cell.split():
            if not word.startswith("@"):
                words.add(word)
            elif word[1:] in found:
                words |= found[word[1:]]
            else:
                raise DataError(f"data/{_TABLE}", number, f"{word!r} names no row above")
        found[name] = frozenset(words)
    return found
