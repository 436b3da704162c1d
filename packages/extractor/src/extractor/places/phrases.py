"""Takes apart the phrases by which a text describes a place: "the Syrian city of Aleppo", "Rab El
Thalathine in southern Lebanon".

What is left is the core (the name itself), what sort of place it is said to be, and the names of the places
that
contain it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from .folding import fold
from .words import PhraseWords

__all__ = ["Phrase", "PhraseReader"]

_COMMA = re.compile(r",\s+(?!D\.?\s?C\b)(?:and\s+)?|\s*[()]\s*")
_POSSESSIVE = re.compile(r"^(.*?\w)['’]s?\s+(.+)$")
_SAINT = re.compile(r"(?:St\.?|Saint) \w+['’]s? [A-Z]")
_PARTICIPLE = re.compile(r"^[\w.]+-(?:\w+ed|held|led|run|majority|backed)$")
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ad|an|az|ed|ez|es)[-–][^\W\d_a-z]")
_BESIDE = frozenset(("near", "close to", "next to", "outside", "just outside", "along", "beside"))
_LONGEST_GENERIC = 3
_SETTLED = frozenset(("city", "capital", "facility"))
"""Kinds of places that contain no settlement."""
_LARGE = ("country", "region")


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
    unnamed: str = ""
    """Kind of a place in the core that the words mean and do not name: "city" for "Anbar's capital"; else
    empty."""
    mission: bool = False
    """An embassy or its like: the country in its name is not the one in which it lies."""
    street: bool = False
    """A street or square: what it is called after may lie anywhere."""


class PhraseReader:
    """Reads phrases; `first_kind` tells of what kind the most prominent place of a folded name is, `outer`
    whether one of its two first is a country or a first-level region."""

    def __init__(
        self,
        words: PhraseWords,
        demonyms: Container[str],
        known: Callable[[str], bool],
        outer: Callable[[str], bool],
        first_kind: Callable[[str], str | None],
    ) -> None:
        self._words = words
        self._demonyms = demonyms
        self._known = known
        self._outer = outer
        self._first_kind = first_kind

    def read(self, text: str, beside: Sequence[str] = ()) -> Phrase:
        """The parts of a phrase; `beside` are the places that the text puts around it, innermost first."""
        head, *rest = [part for part in _COMMA.split(" ".join(text.split())) if part] or [""]
        phrase = self._segment(head)
        outer: list[str] = []
        for part in rest:
            inner = self._segment(part)
            outer += [inner.core] if inner.core else []
            outer += inner.containers
        if (phrase.unnamed or not phrase.core) and not outer and beside:
            inner = self._segment(beside[0])
            outer = [inner.core, *inner.containers] if inner.core else []
            beside = beside[1:]
        around = (*outer[1:], *beside)
        if not phrase.core and outer:
            return Phrase(outer[0], outer[0], phrase.kind, phrase.direction, (*phrase.containers, *around))
        if phrase.unnamed and outer and self._first_kind(fold(outer[0])) != "country":
            owners = () if phrase.unnamed == "facility" else (phrase.core, *phrase.containers)
            return Phrase(outer[0], outer[0], phrase.unnamed, "", (*owners, *around))
        if phrase.unnamed == "facility" and outer:  # "US base in Qatar"
            name = self._strip_qualifiers(head)
            return Phrase(name, name, "facility", "", (*outer, *around))
        owners = () if phrase.kind == "facility" and (outer or beside) else phrase.containers
        return phrase._replace(containers=(*owners, *outer, *beside))

    def _segment(self, text: str) -> Phrase:
        """One part between commas, which may nest others: "X in Y", "the city of X", "Y's X"."""
        stripped = self._strip_qualifiers(text)
        if self._known(fold(stripped)) and stripped[:1].isupper():
            return self._name(stripped, [])
        containers: list[str] = []
        core: Phrase | None = None
        before, unnamed = Phrase("", "", None, "", ()), ""
        pieces = self._split(stripped)
        for number, (joint, piece) in enumerate(pieces):
            phrase = self._piece(piece)
            following, after = pieces[number + 1] if number + 1 < len(pieces) else ("", "")
            if core is not None:
                containers += [*([phrase.core] if phrase.core else []), *phrase.containers]
            elif joint in _BESIDE and containers:
                break
            elif phrase.core and not (following == "of" and self._heads(phrase, after)):
                if joint == "of" and before.kind == "facility" and not self._known(fold(phrase.core)):
                    name = f"{before.bare} of {piece}"
                    phrase = phrase._replace(core=name, bare=name, kind="facility")
                core = phrase._replace(kind=phrase.kind or before.kind)
                if joint == "of" and self._is_seat(before) and self._outer(fold(phrase.core)):
                    unnamed = "city"
                owned = phrase.kind == "facility" and following not in ("", "of")
                containers = [*(() if owned else phrase.containers), *containers]
            else:
                before = phrase._replace(kind=phrase.kind or before.kind)
                if phrase.kind != "facility" or following in ("", "of"):
                    containers += [
                        *([self._stem(phrase.core)] if phrase.core else []),
                        *phrase.containers,
                    ]
        if core is None and containers:
            unnamed = "" if before.kind == "area" else before.kind or ""
            core = Phrase(containers[0], containers[0], None, before.direction, ())
            containers = containers[1:]
        if core is None:
            return Phrase("", "", before.kind, before.direction, ())
        return core._replace(containers=tuple(containers), unnamed=unnamed)

    def _heads(self, phrase: Phrase, after: str) -> bool:
        """Whether what follows with "of" is the place itself: "the Black Sea city of X", "the Siberian city
        of X", not "Mosul city of Iraq"."""
        if not phrase.core.split(" ")[-1].islower() or phrase.kind not in ("city", "district"):
            return False
        inner, stem = self._piece(after), fold(self._stem(phrase.core))
        kind, other = self._first_kind(stem), inner.kind or self._first_kind(fold(inner.core))
        if phrase.kind == "district":
            return kind in ("city", "capital") and other not in (*_LARGE, *_SETTLED)
        if kind is None:
            return other not in _LARGE
        return (kind not in _SETTLED or self._outer(stem)) and other != "country"

    def _is_seat(self, phrase: Phrase) -> bool:
        """ "The regional capital", "the largest city": before "of" and a region it is a place in that."""
        words = phrase.bare.lower().split(" ")
        return not phrase.core and any(
            " ".join(words[-count:]) in self._words.seat for count in range(1, _LONGEST_GENERIC + 1)
        )

    def _stem(self, name: str) -> str:
        """The name without the words for its sort behind it."""
        words = name.split(" ")
        if words[-1] in self._words.generic:
            while len(words) > 1 and words[-1].islower():
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
            if size and pieces[-1][1] and not self._spans(words, at) and not self._names_body(words, at):
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

    def _names_body(self, words: list[str], at: int) -> bool:
        """Whether the word at `at` is within the name of a body: "Ministry of Defence"."""
        before = words[at - 1]
        if words[at] != "of":
            return False
        return before.lower() in self._words.mission or (
            before[:1].isupper() and self._is_body(before.lower())
        )

    def _is_body(self, word: str) -> bool:
        return word in self._words.body or self._words.generic.get(word) == "facility"

    def _piece(self, text: str) -> Phrase:
        containers: list[str] = []
        described = self._strip_qualifiers(text)
        while (match := _POSSESSIVE.match(text)) and not _SAINT.match(text):
            owner = self._piece(match.group(1))
            containers = [*([owner.core] if owner.core else []), *owner.containers, *containers]
            text = match.group(2)
        words = self._strip_qualifiers(text).split(" ")
        kind, direction, noun = None, "", ""
        while words:
            named = words[0][:1].isupper() or (words[0] in self._words.direction and words[-1][:1].isupper())
            if named and self._known(fold(" ".join(words))):
                break
            first = words[0]
            outer = self._leading_country(words)
            if outer:
                containers.append(" ".join(words[:outer]))
                words = words[outer:]
            elif self._is_office(words) and self._generic(words[-1:]) is None:
                words = []
            elif first.lower() in self._words.direction and len(words) > 1:
                direction = " ".join(words[:1])
                words = words[1:]
            elif self._names_nobody(words):
                kind = kind or self._generic(words)
                noun = noun or " ".join(words)
                words = [] if noun.lower() in self._words.mission else words[1:]
            else:
                break
        if not words and containers and noun.lower() in self._words.mission:
            return Phrase(described, described, "facility", direction, (), mission=True)
        if (
            not words
            and noun[:1].isupper()
            and any(c != described and self._is_nowhere(c) for c in containers)
        ):
            return Phrase(described, described, kind, direction, ())
        if not words:
            return Phrase("", noun, kind, direction, tuple(containers))
        name = self._name(" ".join(words), containers)
        return name._replace(kind=name.kind or kind, direction=direction)

    def _names_nobody(self, words: list[str]) -> bool:
        """Whether the first of the words is no part of a name: it only describes, or all are a sort ("the US
        Embassy")."""
        first, lower = words[0], " ".join(words).lower()
        if _PARTICIPLE.match(first):
            return True
        if words[1:2] == ["of"]:
            return False
        if not first[:1].isupper():
            return not _ARTICLE.match(first) and not first[:1].isdigit()
        words_of_sort = (self._words.generic, self._words.body, self._words.mission)
        return any(lower in sorts for sorts in words_of_sort)

    def _is_office(self, words: list[str]) -> bool:
        """Whether the words name a person by an office: "Prime Minister", "President Aliyev"."""
        for count in range(1, min(_LONGEST_GENERIC, len(words)) + 1):
            if " ".join(words[-count:]).lower() in self._words.office:
                return True
            named = count < len(words) and words[count][:1].isupper()
            if named and " ".join(words[:count]).lower() in self._words.office:
                return True
        return False

    def _leading_country(self, words: list[str]) -> int:
        """How many leading words are an adjective of a country or a country before what it contains."""
        for count in range(min(5, len(words) - 1), 0, -1):
            key = fold(" ".join(words[:count]))
            if key in self._demonyms:
                named = all(word[:1].isupper() for word in words)
                return 0 if named and self._generic(words[count:]) == "district" else count
            if count > 1 and words[count][:1].islower() and self._first_kind(key) == "sea":
                return 0
            if words[count][:1].islower() and words[0][:1].isupper() and self._is_outer(words[:count]):
                rest = words[count:]
                if self._generic(rest) == "city" or any(word[:1].isupper() for word in rest[1:]):
                    return count
        return 0

    def _is_outer(self, words: list[str]) -> bool:
        """Whether the words name a country or a region, with or without its sort: "Adamawa State"."""
        if self._outer(fold(" ".join(words))):
            return True
        sort = self._words.generic.get(words[-1].lower())
        return len(words) > 1 and sort == "region" and self._outer(fold(" ".join(words[:-1])))

    def _is_nowhere(self, name: str) -> bool:
        key = fold(name)
        return key not in self._demonyms and not self._known(key)

    def _generic(self, words: list[str]) -> str | None:
        for count in range(min(_LONGEST_GENERIC, len(words)), 0, -1):
            phrase = " ".join(words[:count]).lower()
            if kind := "facility" if phrase in self._words.body else self._words.generic.get(phrase):
                return kind
        return None

    def _name(self, core: str, containers: list[str]) -> Phrase:
        words = core.split(" ")
        around = tuple(containers)
        first = words[words.index("of") - 1].lower() if "of" in words else ""
        if (first in self._words.mission or self._is_body(first)) and not self._known(fold(core)):
            return Phrase(core, core, "facility", "", around, mission=first in self._words.mission)
        ends = [" ".join(words[-count:]).lower() for count in (1, 2)]
        if any(end in self._words.body for end in ends) and not self._known(fold(core)):
            return Phrase(core, core, "facility", "", around)
        for count in range(min(_LONGEST_GENERIC, len(words) - 1), 0, -1):
            sort = " ".join(words[-count:]).lower()
            if kind := self._words.generic.get(sort):
                street = sort in self._words.street
                return Phrase(core, " ".join(words[:-count]), kind, "", around, street=street)
        return Phrase(core, core, None, "", around)
