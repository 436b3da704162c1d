"""Words that shape phrases for actors: classes of words.tsv."""

from __future__ import annotations

from functools import cache, lru_cache

from extractor.tables import rows, split

__all__ = ["words"]


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(split(entries)) for name, entries in rows("actors/words.tsv", 2)}


@cache
def words(name: str) -> frozenset[str]:
    """The words of a class, in lower case. Raises KeyError for a class that is not in the file."""
    return _classes()[name]
