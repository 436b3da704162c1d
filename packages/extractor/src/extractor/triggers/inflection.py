"""English word forms of a lemma, for the screen that runs before any tagging."""

from __future__ import annotations

from functools import lru_cache

from extractor.tables import rows

__all__ = ["forms"]

_VOWELS = "aeiou"


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, ...]]:
    return {lemma: tuple(further.split()) for lemma, further in rows("lexicon/irregular.tsv", 2)}


@lru_cache(maxsize=4096)
def forms(lemma: str) -> frozenset[str]:
    """Every form under which a noun, verb or adjective with this lemma can stand, in lower case.

    Generous: a form that does not exist costs nothing, one that is missing loses an event.
    """
    last = lemma[-1:]
    found = {lemma, *_irregular().get(lemma, ())}
    if not lemma.isascii() or not last.isalpha():
        return frozenset(found)
    found.update({f"{lemma}s", f"{lemma}es", f"{lemma}ing", f"{lemma}ed", f"{lemma}er", f"{lemma}ers"})
    if last == "e":
        found.update({f"{lemma}d", f"{lemma[:-1]}ing"})
    if last == "y" and lemma[-2:-1] not in _VOWELS:
        found.update({f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"})
    if lemma.endswith("man"):
        found.add(f"{lemma[:-3]}men")
    if lemma.endswith("ie"):
        found.add(f"{lemma[:-2]}ying")
    if last not in _VOWELS + "wxy" and lemma[-2:-1] in _VOWELS and lemma[-2:-1]:
        found.update({f"{lemma}{last}ed", f"{lemma}{last}ing"})
    return frozenset(found)
