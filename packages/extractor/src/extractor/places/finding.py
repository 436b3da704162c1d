"""Finds the names of places in a text: the longest names of the gazetteer among capitalised words.

A name alone does not make a place. Persons ("Chad Smith"), newspapers ("Washington Post") and words that happen to
name a hamlet somewhere ("Police", "Of") are kept out by what stands beside the name; a name that is also a common
word or a family name counts where a locative word stands before it or its container behind it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .folding import fold
from .gazetteer import Gazetteer
from .structs import PlaceEntry, Toponym
from .words import GuardWords

__all__ = ["Finder"]

_WORD = r"(?:(?:[^\W\d_]\.){2,}|St\.|Mt\.|Ft\.|[^\W_](?:[\w'’‘ʻ`]*\w)?)"
_START = re.compile(rf"(?<![\w.'’])(?:(?:al|el|ar|as|ash|at|ad|an|az|ed|ez|es)[-– ])?(?=[^\W\d_a-z]){_WORD}")
_NEXT = re.compile(rf"(?:[ \u00a0\u202f]|[-–‐‑]|, (?=D\.?C\b))({_WORD})")
_BEFORE = re.compile(r"(\w[\w.'’-]*)([ \u00a0\n]+|, )$")
_CONTAINER = re.compile(rf", (?:the )?({_WORD}(?:[ -]{_WORD}){{0,3}})")
_POSSESSIVE = re.compile(r"['’]s$")
_CANDIDATES = 12
_WELL_KNOWN = 6.0
_UNSURE = 5.4


class _Place(NamedTuple):
    """A stretch of the text that the gazetteer knows."""

    start: int
    end: int
    key: str
    words: int


class Finder:
    """Finds toponyms by the gazetteer and the guards' word lists; keeps nothing between texts."""

    def __init__(self, gazetteer: Gazetteer, guards: GuardWords) -> None:
        self._gazetteer = gazetteer
        self._guards = guards

    def find(self, text: str) -> tuple[Toponym, ...]:
        """All toponyms in the order of the text; they do not overlap."""
        known: dict[str, tuple[PlaceEntry, ...]] = {}
        found = []
        at = 0
        while match := _START.search(text, at):
            place = self._match(text, match)
            if place is None:
                at = match.end()
                continue
            at = place.end
            candidates = known.get(place.key)
            if candidates is None:
                candidates = known[place.key] = self._gazetteer.lookup_key(place.key, _CANDIDATES)
            if self._is_place(text, place, candidates):
                found.append(Toponym(place.start, place.end, text[place.start : place.end], candidates))
        return tuple(found)

    def _match(self, text: str, match: re.Match[str]) -> _Place | None:
        """The longest known name that begins here; an Arabic article may stand before it or not."""
        start, end = match.span()
        first = fold(_POSSESSIVE.sub("", match.group()))
        article, _, rest = first.partition(" ")
        if rest and article in self._guards.article:
            place = self._longest(text, start, end, article, rest)
            if place is not None and place.words > 1:
                return place
            start = start + len(article) + 1
            return self._longest(text, start, end, rest, "")
        return self._longest(text, start, end, first, "")

    def _longest(self, text: str, start: int, end: int, first: str, second: str) -> _Place | None:
        limit = self._gazetteer.longest(first)
        if not limit:
            return None
        words, ends = [first], [end]
        if second:
            words.append(second)
            ends = [start, end]
        possessive = _POSSESSIVE.search(text, start, end)
        while len(words) < limit and not possessive and (match := _NEXT.match(text, ends[-1])):
            possessive = _POSSESSIVE.search(match.group(1))
            words.append(fold(_POSSESSIVE.sub("", match.group(1))))
            ends.append(match.end(1))
        for count in range(len(words), 0, -1):
            key = " ".join(words[:count])
            last = text[ends[count - 1] - 1]
            if key in self._gazetteer and (count == 1 or not text[ends[count - 2] + 1 : ends[count - 1]].islower() or last == "."):
                stop = ends[count - 1]
                tail = _POSSESSIVE.search(text, start, stop)
                return _Place(start, tail.start() if tail else stop, key, count)
        return None

    def _is_place(self, text: str, place: _Place, candidates: tuple[PlaceEntry, ...]) -> bool:
        guards, name = self._guards, text[place.start : place.end]
        best = candidates[0].prominence
        after = text[place.end : place.end + 2]
        if after[:1] in "-–" and after[1:].islower():
            return False
        if len(place.key) < 4 and (not name.isupper() and best < _WELL_KNOWN - 1 or name.isupper() and best < _WELL_KNOWN):
            return False
        before, gap = self._before(text, place.start)
        if self._in_organisation(text, place, before, gap):
            return False
        locative = before.lower() in guards.locative and gap != ", "
        if place.words > 1 or place.key.isdigit():
            return best > _UNSURE or locative or place.key.split()[0] not in guards.common or self._contained(text, place, candidates)
        if self._in_person(text, place, before, gap, best, locative):
            return False
        weak = place.key in guards.common or (place.key in guards.surnames and best < _WELL_KNOWN)
        return not weak or (locative and name[0].isupper()) or self._contained(text, place, candidates)

    @staticmethod
    def _before(text: str, start: int) -> tuple[str, str]:
        """The word before, and what stands between; empty at the beginning of a sentence or after a bracket."""
        match = _BEFORE.search(text, max(0, start - 30), start)
        if not match or "\n" in match.group(2):
            return "", ""
        return match.group(1), match.group(2)

    def _in_organisation(self, text: str, place: _Place, before: str, gap: str) -> bool:
        following = _NEXT.match(text, place.end)
        if following and following.group(1)[0].isupper() and following.group(1).lower() in self._guards.organisation:
            return True
        if before == "of" and gap == " ":
            head, _ = self._before(text, place.start - 3)
            return head[:1].isupper() and head.lower() in self._guards.body
        return False

    def _in_person(self, text: str, place: _Place, before: str, gap: str, best: float, locative: bool) -> bool:
        guards = self._guards
        tight = gap in (" ", "\u00a0")
        lower = before.rstrip(".").lower()
        named = place.key in guards.surnames or best < _UNSURE
        if tight and before[:1].isupper():
            if lower in guards.given_names and lower not in guards.beside and best < 8.5:
                return True
            if lower in guards.title and named:
                return True
        following = _NEXT.match(text, place.end)
        word = following.group(1) if following and following.group().startswith(" ") else ""
        if not word[:1].isupper() or word.lower() in guards.beside:
            return tight and before[:1].isupper() and not locative and best < 5 and fold(before) not in self._gazetteer
        if place.key in guards.given_names and not word.isupper():
            return True
        return best < _UNSURE and not locative and not word.isupper()

    def _contained(self, text: str, place: _Place, candidates: tuple[PlaceEntry, ...]) -> bool:
        """Whether the place's region or country stands behind a comma: "Nice, France"."""
        match = _CONTAINER.match(text, place.end)
        if not match:
            return False
        words = match.group(1).split(" ")
        for count in range(len(words), 0, -1):
            around = self._gazetteer.lookup(" ".join(words[:count]))[:6]
            for outer in around:
                if outer.kind in ("country", "region") and any(
                    c.country == outer.country and (outer.kind == "country" or c.admin1 == outer.admin1) for c in candidates
                ):
                    return True
        return False
