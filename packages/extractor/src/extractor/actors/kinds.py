"""Common nouns and the kind of actor that they name: "gunman" is a person, "checkpoint" a facility.

    >>> kind_of("gunman"), kind_of("gunmen", plural=True), kind_of("police station")
    ('person', 'group', 'facility')
    >>> kind_of("happiness") is None
    True

Several persons are a group, with or without a number ("three civilians"); for every other kind the plural
is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

import msgspec

from extractor.tables import rows, split
from extractor_schema import ActorKind

__all__ = [
    "Noun",
    "NounClasses",
    "is_listed",
    "is_weapon_noun",
    "kind_of",
    "noun_classes",
    "noun_of",
    "plural_of",
]

_LONGEST = 4
_KEPT = 8192
_NO_WORDS: frozenset[str] = frozenset()
_DOUBTFUL = frozenset({None, "other"})
"""Kinds by a lemma of which the form in the text may know better."""


class NounClasses(msgspec.Struct, frozen=True):
    """Nouns as lemmas in lower case: three sets of them, and the indexes behind `kind_of`."""

    weapons: frozenset[str]
    attackers: frozenset[str]
    civilians: frozenset[str]
    singular: dict[str, ActorKind]
    """Kind of each lemma."""
    plural: dict[str, ActorKind]
    """Kind of several of what the lemma names."""
    lemmas: dict[str, str]
    """Lemma of each plural form."""
    plurals: dict[str, str]
    """Plural form of each lemma that has one of its own."""
    endings: tuple[tuple[str, str], ...]
    """Endings with their lemma rows, the longest first, for nouns that are not listed."""
    last_letters: tuple[str, ...]
    """The endings alone, for `may_end`."""
    last_words: frozenset[str]
    """Last words of all listed nouns, in singular and plural, for `may_end`."""
    before: dict[str, frozenset[str]]
    """By the last word of each listed noun of more than one word, the words right before it."""

    @classmethod
    def load(cls) -> NounClasses:
        """The classes of the packaged kinds.tsv. Raises DataError where a row is broken."""
        sets: dict[str, set[str]] = {}
        singular: dict[str, ActorKind] = {}
        plural: dict[str, ActorKind] = {}
        lemmas: dict[str, str] = {}
        for forms, kind, several, classes in rows("actors/kinds.tsv", 4):
            lemma, _, irregular = forms.partition("/")
            singular[lemma] = cast("ActorKind", kind)
            plural[lemma] = cast("ActorKind", several)
            lemmas[irregular or _plural(lemma)] = lemma
            for name in split(classes):
                sets.setdefault(name, set()).add(lemma)
        endings = [(form[1:], lemma) for form, lemma in lemmas.items() if form[0] == "*"]
        endings += [(lemma[1:], lemma) for lemma in singular if lemma[0] == "*"]
        return cls(
            weapons=frozenset(sets["weapon"]),
            attackers=frozenset(sets["attacker"]),
            civilians=frozenset(sets["civilian"]),
            singular=singular,
            plural=plural,
            lemmas=lemmas,
            plurals={lemma: form for form, lemma in lemmas.items()},
            endings=tuple(sorted(endings, key=lambda pair: (-len(pair[0]), pair[0]))),
            last_letters=tuple(ending for ending, _ in endings),
            last_words=frozenset(noun.rpartition(" ")[2] for noun in (*singular, *lemmas)),
            before=_before(noun.split() for noun in (*singular, *lemmas)),
        )

    def may_end(self, word: str) -> bool:
        """Whether a listed noun, or one with a listed ending, may end with the word; told at once."""
        return word in self.last_words or word.endswith(self.last_letters)

    def lemma(self, phrase: str) -> tuple[str, bool] | None:
        """Lemma of the longest listed noun at the end of a phrase, and whether it is in its plural form."""
        words = phrase.casefold().replace("’", "'").split()
        last = words[-1] if words else ""
        if not self.may_end(last):
            return None
        if len(words) > 1 and words[-2] in self.before.get(last, _NO_WORDS):
            for start in range(max(0, len(words) - _LONGEST), len(words) - 1):
                if found := self._listed(" ".join(words[start:])):
                    return found
        return self._listed(last) or self._by_ending(last)

    def _listed(self, noun: str) -> tuple[str, bool] | None:
        """Lemma of a noun that is listed as it stands, and whether it is in its plural form."""
        if noun in self.singular:
            return noun, False
        lemma = self.lemmas.get(noun)
        return None if lemma is None else (lemma, True)

    def _by_ending(self, word: str) -> tuple[str, bool] | None:
        """Lemma of the listed ending of a word, and whether that is in its plural form."""
        if not word.endswith(self.last_letters):
            return None
        for ending, lemma in self.endings:
            if word.endswith(ending) and len(word) > len(ending):
                return lemma, ending != lemma[1:]
        return None

    def kinds_of(self, phrase: str) -> tuple[ActorKind | None, ActorKind | None]:
        """Kind of actor that the noun at the phrase's end names, in this form and for several of them; None
        where it is not listed.
        """
        found = self.lemma(phrase)
        if found is None:
            return None, None
        lemma, several = found
        return (self.plural if several else self.singular)[lemma], self.plural[lemma]

    def has(self, classes: frozenset[str], phrase: str) -> bool:
        """Whether the noun at the phrase's end is in one of this struct's sets, in singular or plural."""
        found = self.lemma(phrase)
        return found is not None and found[0] in classes


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A single word as the classes know it."""

    kinds: tuple[ActorKind | None, ActorKind | None]
    """By its lemma: the kind of one, and of several."""
    form_kinds: tuple[ActorKind | None, ActorKind | None]
    """The same by another form; None where there is no other, or the lemma leaves no doubt."""
    before: frozenset[str]
    """Words with which it is a listed noun of several words: "police" before "station"."""


@lru_cache(maxsize=1)
def noun_classes() -> NounClasses:
    """The packaged classes, read once on first use."""
    return NounClasses.load()


def plural_of(lemma: str) -> str:
    """Plural form of a noun: "civilians", "children"."""
    return noun_classes().plurals.get(lemma) or _plural(lemma)


@lru_cache(maxsize=_KEPT)
def kind_of(head: str, *, plural: bool = False) -> ActorKind | None:
    """Kind of actor of a head noun (lemma, word, or phrase that ends with it), None if it is not listed.

    `plural` says that the phrase speaks of several.
    """
    return noun_classes().kinds_of(head)[plural]


@lru_cache(maxsize=_KEPT)
def noun_of(lemma: str, form: str) -> Noun | None:
    """What the classes tell of a single word by its lemma, else by its form in the text where that is another
    one; None where no phrase that ends with the word has a kind.
    """
    classes, last = noun_classes(), lemma.casefold()
    alike = lemma == form
    if not classes.may_end(last) and (alike or not classes.may_end(form.casefold())):
        return None
    kinds, before = classes.kinds_of(lemma), classes.before.get(last, _NO_WORDS)
    sure = not before and _DOUBTFUL.isdisjoint(kinds)
    return Noun(kinds, (None, None) if alike or sure else classes.kinds_of(form), before)


@lru_cache(maxsize=_KEPT)
def is_listed(noun: str) -> bool:
    """Whether any phrase that ends with the noun, a single word, has a kind."""
    return noun_classes().may_end(noun.casefold())


@lru_cache(maxsize=_KEPT)
def is_weapon_noun(noun: str) -> bool:
    """Whether the noun names a weapon ("grenade"); drones and jets are vehicles that may be weapons too."""
    return noun_classes().has(noun_classes().weapons, noun)


def _before(nouns: Iterable[list[str]]) -> dict[str, frozenset[str]]:
    """The words before each last word of nouns of several words."""
    found: dict[str, set[str]] = {}
    for *words, last in nouns:
        if words:
            found.setdefault(last, set()).add(words[-1])
    return {last: frozenset(words) for last, words in found.items()}


def _plural(noun: str) -> str:
    """Regular plural of a noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
