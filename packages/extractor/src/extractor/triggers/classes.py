"""Classes of lemmas ("weapon", "harm", "sport", …) and finer semantic fields as data."""

from __future__ import annotations

from extractor.tables import rows

__all__ = ["load_classes", "load_fields"]


def load_classes() -> dict[str, str]:
    """Class by lemma; the first class that lists a lemma wins."""
    return _by_lemma("lexicon/classes.tsv")


def load_fields() -> dict[str, str]:
    """Semantic field by lemma; the class of a lemma that has none."""
    return load_classes() | _by_lemma("lexicon/fields.tsv")


def _by_lemma(file: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, lemmas in rows(file, 2):
        for lemma in lemmas.split():
            found.setdefault(lemma, name)
    return found
