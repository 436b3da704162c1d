"""Classes of lemmas ("weapon", "harm", "sport", …) and finer semantic fields as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.tables import rows
from extractor.triggers.inflection import forms

__all__ = ["Fields", "load_classes", "load_fields"]


@dataclass(slots=True, frozen=True)
class Fields:
    """Semantic fields by lemma, and by each of a lemma's written forms (in small letters)."""

    lemmas: Mapping[str, str]
    forms: Mapping[str, str]


def load_classes() -> dict[str, str]:
    """Class by lemma; the first class that lists a lemma wins."""
    return _by_lemma("lexicon/classes.tsv")


def load_fields() -> Fields:
    """The semantic fields; a lemma that has none counts by its class."""
    lemmas = load_classes() | _by_lemma("lexicon/fields.tsv")
    written = {form: field for lemma, field in lemmas.items() for form in sorted(forms(lemma))}
    return Fields(lemmas, written | lemmas)


def _by_lemma(file: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, lemmas in rows(file, 2):
        for lemma in lemmas.split():
            found.setdefault(lemma, name)
    return found
