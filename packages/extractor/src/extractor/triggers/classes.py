"""Classes of lemmas ("weapon", "harm", "sport", …) as data."""

from __future__ import annotations

from extractor.tables import rows

__all__ = ["load_classes"]


def load_classes() -> dict[str, str]:
    """Class by lemma; the first class that lists a lemma wins."""
    found: dict[str, str] = {}
    for name, lemmas in rows("lexicon/classes.tsv", 2):
        for lemma in lemmas.split():
            found.setdefault(lemma, name)
    return found
