"""Whether a sentence can hold a trigger, from its bare words: what decides which sentences are parsed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from extractor.leaders import person_rows
from extractor.tables import rows, split
from extractor.triggers.inflection import forms

__all__ = ["Conditions", "Screen", "conditions", "load_company", "words_of"]

Conditions = tuple[frozenset[str], ...]
"""Sets of words in lower case: a sentence must hold a word of each."""

_WORD = re.compile(r"[^\W_]+")
_LONG_ENOUGH = 3
"""Letters of a name that is not also a small word ("IS")."""


def words_of(text: str) -> frozenset[str]:
    """The words of a sentence in lower case; hyphens, apostrophes and full stops separate them.

    How the sentence is cut into tokens later makes no difference to them.
    """
    return frozenset(_WORD.findall(text.lower()))


def conditions(anchor: str, *further: Iterable[str]) -> Conditions:
    """What a sentence's words must meet for a pattern: a form of the anchor, and one of each group of
    lemmas.
    """
    *before, last = _WORD.findall(anchor.lower())
    whole = [frozenset({piece}) for piece in before] + [forms(last)]
    return (*whole, *(_any_of(frozenset(group)) for group in further))


@lru_cache(maxsize=256)
def _any_of(lemmas: frozenset[str]) -> frozenset[str]:
    """A word of each lemma's forms; of a hyphenated lemma the longest part stands for all of it."""
    found: set[str] = set()
    for lemma in lemmas:
        found |= forms(max(_WORD.findall(lemma.lower()), key=len))
    return frozenset(found)


class Screen:
    """The conditions of all patterns of a lexicon, by a word that each of them asks for."""

    def __init__(self, patterns: Iterable[Conditions]) -> None:
        index: dict[str, list[Conditions]] = {}
        for first, *rest in dict.fromkeys(patterns):
            for word in first:
                index.setdefault(word, []).append(tuple(rest))
        # A word that is enough by itself needs no look at the rest.
        self._enough = frozenset(word for word, found in index.items() if () in found)
        self._index = {word: tuple(found) for word, found in index.items() if word not in self._enough}
        self._words = frozenset(self._index)

    def passes(self, text: str) -> bool:
        """Whether the sentence meets the conditions of a pattern.

        >>> Screen([conditions("fire", ("rocket", "missile"))]).passes("The rockets were fired at noon.")
        True
        >>> Screen([conditions("fire", ("rocket", "missile"))]).passes("The firm fired its manager.")
        False
        """
        words = words_of(text)
        if not words.isdisjoint(self._enough):
            return True
        return any(
            not any(group.isdisjoint(words) for group in rest)
            for word in words & self._words
            for rest in self._index[word]
        )


def load_company() -> Mapping[str, frozenset[str]]:
    """Lemmas by class, of `classes.tsv` and `company.tsv`: what `@name` in a row's `with` stands for.

    `leader` are the names that stand for one person of leaders.tsv alone, `armed_group` also the names of one
    word of armed_groups.tsv.
    """
    found: dict[str, frozenset[str]] = {}
    for name in ("classes.tsv", "company.tsv"):
        for label, lemmas in rows(f"lexicon/{name}", 2):
            found[label] = found.get(label, frozenset()) | frozenset(lemmas.split())
    found["leader"] = frozenset(_leaders())
    found["armed_group"] |= frozenset(_armed_groups())
    return found


def _armed_groups() -> Iterator[str]:
    """Names of armed groups that are one word, and what their people are called."""
    for name, aliases, _, _, members in rows("actors/armed_groups.tsv", 5):
        for alias in (name, *split(aliases), *split(members)):
            if " " not in alias and len(alias) >= _LONG_ENOUGH:
                yield alias.lower()


def _leaders() -> Iterator[str]:
    """Names without a title, as written and without accents; none that is a common word."""
    common = {word for (word,) in rows("places/common_words.txt", 1)}
    for person in person_rows():
        for name in () if person.wordlike else person.short:
            last = _WORD.findall(name.lower())[-1:]
            plain = [unicodedata.normalize("NFKD", w).encode("ascii", "ignore").decode() for w in last]
            yield from {*last, *plain} - common
