"""Classes of lemmas ("weapon", "harm", "sport", …) as data."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["load_classes"]


def load_classes() -> dict[str, str]:
    """Class by lemma; the first class that lists a lemma wins."""
    found: dict[str, str] = {}
    for line in (
        (files("extractor") / "data" / "lexicon" / "classes.tsv").read_text(encoding="utf-8").splitlines()
    ):
        if line and not line.startswith("#"):
            name, lemmas = line.split("\t")
            for lemma in lemmas.split():
                found.setdefault(lemma, name)
    return found
