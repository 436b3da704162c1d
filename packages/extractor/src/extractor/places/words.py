"""The word lists of the grounder, read from `data/places`."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from ..tables import rows, split
from .folding import fold

__all__ = [
    "WELL_KNOWN",
    "GuardWords",
    "PhraseWords",
    "load_abbreviations",
    "load_demonyms",
    "load_guard_words",
    "load_phrase_words",
]


WELL_KNOWN = 6.0
"""Prominence from which on a place is meant rather than a person of its name."""
_STATES = ("state", "territory", "historic", "unrecognised")
"""Sorts of the actors' countries whose adjective says the country; that of a part is a region's."""


class GuardWords(NamedTuple):
    """Words that decide whether a capitalised name is a place; see `guard_words.tsv` for the classes."""

    common: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    locative: frozenset[str]
    title: frozenset[str]
    organisation: frozenset[str]
    body: frozenset[str]
    beside: frozenset[str]
    article: frozenset[str]

    def is_family(self, key: str, prominence: float) -> bool:
        """Whether the folded name of a place that few know is rather somebody's: "Wang"."""
        return key in self.surnames and prominence < WELL_KNOWN


class PhraseWords(NamedTuple):
    """Words of phrases that describe a place; see `phrase_words.tsv`."""

    generic: dict[str, str]
    """Word or phrase to the kind of place that it says."""
    direction: frozenset[str]
    split: frozenset[str]
    qualifier: frozenset[str]
    seat: frozenset[str]
    mission: frozenset[str]
    body: frozenset[str]
    street: frozenset[str]
    office: frozenset[str]


@cache
def load_guard_words() -> GuardWords:
    """Reads the lists; raises DataError when one is missing or broken."""
    classes: dict[str, set[str]] = defaultdict(set)
    for kind, words in rows("places/guard_words.tsv", 2):
        classes[kind].update(words.split())
    lists = [
        frozenset(line for (line,) in rows(f"places/{name}", 1))
        for name in ("common_words.txt", "given_names.txt", "surnames.txt")
    ]
    rest = [frozenset(classes[name]) for name in GuardWords._fields[3:]]
    return GuardWords(*lists, *rest)


def load_phrase_words() -> PhraseWords:
    """Reads the list; raises DataError when it is missing or broken."""
    generic: dict[str, str] = {}
    classes: dict[str, set[str]] = defaultdict(set)
    for kind, says, words in rows("places/phrase_words.tsv", 3):
        if kind in ("generic", "street"):
            for word in split(words):
                generic.setdefault(word, says)
        classes[kind].update(split(words))
    return PhraseWords(generic, *(frozenset(classes[name]) for name in PhraseWords._fields[1:]))


def load_demonyms() -> dict[str, tuple[str, ...]]:
    """Adjectives of countries, folded, and the countries' ISO alpha-3 codes, the likelier country first:
    those that actors know, and some more."""
    found: dict[str, tuple[str, ...]] = {}
    states = ((r[1], r[4]) for r in rows("actors/countries.tsv", 9) if r[1] and r[2] in _STATES)
    for code, words in (*states, *rows("places/demonyms.tsv", 2)):
        for key in map(fold, split(words)):
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), code)))
    return found


def load_abbreviations() -> dict[str, str]:
    """Short forms of states and provinces as written ("Calif.", "TX"), and the regions' names."""
    return {form: name for _, name, forms in rows("places/abbreviations.tsv", 3) for form in split(forms)}
