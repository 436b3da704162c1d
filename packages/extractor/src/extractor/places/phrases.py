"""Takes apart the phrases by which a text describes a place: "the Syrian city of Aleppo", "Rab El
Thalathine in southern Lebanon".

What is left is the core (the name itself), what sort of place it is said to be, and the names of the places
that
contain it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from .folding import fold
from .words import PhraseWords

__all__ = ["Phrase", "PhraseReader"]

_COMMA = re.compile(r",\s+(?!D\.?\s?C\b)(?:and\s+)?|\s*[()]\s*")
_POSSESSIVE = re.compile(r"^(.*?\w)['’]s?\s+(.+)$")
_PARTICIPLE = re.compile(r"^[\w.]+-(?:\w+ed|held|led|run|majority|backed)$")
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ad|an|az|ed|ez|es)[-–][^\W\d_a-z]")
_BESIDE = frozenset(("near", "close to", "next to", "outside", "just outside", "along", "beside"))
_LONGEST_GENERIC = 3


class Phrase(NamedTuple):
    """A description of a place, taken apart."""

    core: str
    """The name as written, without what only describes; empty where the phrase names nothing."""
    bare: str
    """The core without the word for its sort: "Idlib" of "Idlib province"."""
    kind: str | None
    """Kind that the words say: that of "province", "airbase" ..."""
    direction: str
    """Part of the place that is meant: "northern"; else empty."""
    containers: tuple[str, ...]
    """Names and adjectives of countries and places around it, innermost first."""


class PhraseReader:
    """Reads phrases; `known` tells whether a folded name is in the gazetteer, `outer` whether it is one of
    a country
    or of a first-level region."""

    def __init__(
        self,
        words: PhraseWords,
        demonyms: Mapping[str, str],
        known: Callable[[str], bool],
        outer: Callable[[str], bool],
    ) -> None:
        self._words = words
        self._demonyms = demonyms
        self._known = known
        self._outer = outer

    def read(self, text: str) -> Phrase:
        """The parts of a phrase."""
        head, *rest = [part for part in _COMMA.split(" ".join(text.split())) if part] or [""]
        phrase = self._segment(head)
        outer: list[str] = []
        for part in rest:
            inner = self._segment(part)
            outer += [inner.core] if inner.core else []
            outer += inner.containers
        if not phrase.core and outer:
            return Phrase(outer[0], outer[0], phrase.kind, phrase.direction, (*phrase.containers, *outer[1:]))
        return phrase._replace(containers=(*phrase.containers, *outer))

    def _segment(self, text: str) -> Phrase:
        """One part between commas, which may nest others: "X in Y", "the city of X", "Y's X"."""
        stripped = self._strip_qualifiers(text)
        if self._known(fold(stripped)) and stripped[:1].isupper():
            return self._name(stripped, [])
        containers: list[str] = []
        core: Phrase | None = None
        kind, direction = None, ""
        pieces = self._split(stripped)
        for number, (joint, piece) in enumerate(pieces):
            phrase = self._piece(piece)
            if core is not None:
                containers += [*([phrase.core] if phrase.core else []), *phrase.containers]
            elif joint in _BESIDE and containers:
                break
            elif phrase.core and not (
                pieces[number + 1 :] and pieces[number + 1][0] == "of" and self._heads(phrase)
            ):
                core = phrase._replace(kind=phrase.kind or kind)
                containers = [*phrase.containers, *containers]
            else:
                kind, direction = phrase.kind or kind, phrase.direction
                containers += [*([self._stem(phrase.core)] if phrase.core else []), *phrase.containers]
        if core is None and containers:
            core = Phrase(containers[0], containers[0], None, direction, ())
            containers = containers[1:]
        return core._replace(containers=tuple(containers)) if core else Phrase("", "", kind, "", ())

    def _heads(self, phrase: Phrase) -> bool:
        """Whether what follows with "of" is the place itself: "the New York state city of X"."""
        last = phrase.core.split(" ")[-1]
        return last.islower() and phrase.kind == "city" and self._outer(fold(self._stem(phrase.core)))

    def _stem(self, name: str) -> str:
        """The name without the words for its sort behind it."""
        words = name.split(" ")
        while len(words) > 1 and words[-1].islower() and words[-1] in self._words.generic:
            words = words[:-1]
        return " ".join(words)

    def _strip_qualifiers(self, text: str) -> str:
        words = text.split(" ")
        while (
            len(words) > 1
            and words[0].lower() in self._words.qualifier
            and fold(" ".join(words)) != "the hague"
        ):
            words = words[1:]
        return " ".join(words)

    def _split(self, text: str) -> list[tuple[str, str]]:
        """Divides at words like "in" and "of" unless they are within a known name; each part with the word
        before it."""
        words = text.split(" ")
        pieces: list[tuple[str, list[str]]] = [("", [])]
        at = 0
        while at < len(words):
            size = next(
                (
                    n
                    for n in (2, 1)
                    if " ".join(words[at : at + n]) in self._words.split and at + n < len(words)
                ),
                0,
            )
            if size and pieces[-1][1] and not self._spans(words, at):
                pieces.append((" ".join(words[at : at + size]), []))
                at += size
            else:
                pieces[-1][1].append(words[at])
                at += 1
        return [(joint, " ".join(piece)) for joint, piece in pieces if piece]

    def _spans(self, words: list[str], at: int) -> bool:
        """Whether a known name covers the word at `at`: "Gulf of Aden"."""
        return any(
            words[start][:1].isupper() and self._known(fold(" ".join(words[start:end])))
            for start in range(max(0, at - 3), at)
            for end in range(at + 2, min(len(words), at + 5) + 1)
        )

    def _piece(self, text: str) -> Phrase:
        containers: list[str] = []
        while match := _POSSESSIVE.match(text):
            owner = self._piece(match.group(1))
            containers = [*([owner.core] if owner.core else []), *owner.containers, *containers]
            text = match.group(2)
        words = self._strip_qualifiers(text).split(" ")
        kind, direction = None, ""
        while words:
            whole = fold(" ".join(words))
            if (words[0][:1].isupper() or words[0] in self._words.direction) and self._known(whole):
                break
            first = words[0]
            outer = self._leading_country(words)
            if outer:
                containers.append(" ".join(words[:outer]))
                words = words[outer:]
            elif first.lower() in self._words.direction and len(words) > 1:
                direction = " ".join(words[:1])
                words = words[1:]
            elif _PARTICIPLE.match(first) or (
                not first[:1].isupper() and not _ARTICLE.match(first) and not first[:1].isdigit()
            ):
                kind = kind or self._generic(words)
                words = words[1:]
            else:
                break
        name = (
            self._name(" ".join(words), containers) if words else Phrase("", "", None, "", tuple(containers))
        )
        return name._replace(kind=name.kind or kind, direction=direction)

    def _leading_country(self, words: list[str]) -> int:
        """How many leading words are an adjective of a country or a country before what it contains."""
        for count in range(min(5, len(words) - 1), 0, -1):
            key = fold(" ".join(words[:count]))
            if key in self._demonyms:
                return count
            if words[count][:1].islower() and words[0][:1].isupper() and self._outer(key):
                rest = words[count:]
                if self._generic(rest) == "city" or any(word[:1].isupper() for word in rest[1:]):
                    return count
        return 0

    def _generic(self, words: list[str]) -> str | None:
        for count in range(min(_LONGEST_GENERIC, len(words)), 0, -1):
            kind = self._words.generic.get(" ".join(words[:count]).lower())
            if kind:
                return kind
        return None

    def _name(self, core: str, containers: list[str]) -> Phrase:
        words = core.split(" ")
        for count in range(min(_LONGEST_GENERIC, len(words) - 1), 0, -1):
            kind = self._words.generic.get(" ".join(words[-count:]).lower())
            if kind:
                return Phrase(core, " ".join(words[:-count]), kind, "", tuple(containers))
        return Phrase(core, core, None, "", tuple(containers))
