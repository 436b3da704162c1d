"""Finds the names of places in a text: the longest names of the gazetteer among capitalised words.

A name alone does not make a place. Persons ("Chad Smith"), newspapers ("Washington Post") and words that
happen to
name a hamlet somewhere ("Police", "Of") are kept out by what stands beside the name; a name that is also a
common
word or a family name counts where a locative word stands before it or its container behind it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .folding import fold
from .gazetteer import Gazetteer
from .structs import PlaceEntry, Toponym
from .words import WELL_KNOWN, GuardWords

__all__ = ["Finder"]

_UPPER = "A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff"
_TAIL = r"(?:\.(?:[^\W\d_]\.)+|[tT]\.(?= )|[\w'\u2019\u2018\u02bb`]*)"
# The pattern begins with one class of characters, for which the engine scans fastest.
_START = re.compile(rf"[{_UPPER}]{_TAIL}")
_NEXT = re.compile(rf"(?:[ \u00a0\u202f]|[-\u2013\u2010\u2011]|, (?=D\.?C\b))([^\W_]{_TAIL})")
_ARTICLE_BEFORE = re.compile(r"(?<!\w)([a-z]{2,3})[- \u2013]$")
_BEFORE = re.compile(r"(\w[\w.'’-]*)([ \u00a0\n]+|, )$")
_CONTAINER = re.compile(r", (?:the )?([^\W_][\w.'\u2019]*(?:[ -][^\W_][\w.'\u2019]*){0,3})")
_INSIDE = frozenset(".'\u2019")
_JOINS = frozenset("- \u2013")
_CANDIDATES = 8
_KEPT = 4096
_UNSURE = 5.4
_SMALL = 4.5


class _Place(NamedTuple):
    """A stretch of the text that the gazetteer knows."""

    start: int
    end: int
    key: str
    words: int


class Finder:
    """Finds toponyms by the gazetteer and the guards' word lists.

    The same capitalised words come back from text to text; what was looked up for the last ones is kept.
    """

    def __init__(self, gazetteer: Gazetteer, guards: GuardWords) -> None:
        self._gazetteer = gazetteer
        self._guards = guards
        self._standing = guards.locative | guards.beside
        self._beginning = lru_cache(maxsize=_KEPT)(self._look_up)

    def find(self, text: str) -> tuple[Toponym, ...]:
        """All toponyms in the order of the text; they do not overlap."""
        found = []
        at = 0
        while match := _START.search(text, at):
            at = match.end()
            place = self._match(text, match)
            if place is None:
                continue
            at = max(at, place.end)
            if organisation := self._organisation(text, place):
                at = organisation
                continue
            candidates = self._gazetteer.lookup_key(place.key, _CANDIDATES)
            if self._is_place(text, place, candidates):
                located = (
                    candidates[0].kind == "country"
                    and self._before(text, place.start)[0].lower() in self._guards.locative
                )
                name = text[place.start : place.end]
                found.append(Toponym(place.start, place.end, name, candidates, located))
        return tuple(found)

    def _match(self, text: str, match: re.Match[str]) -> _Place | None:
        """The longest known name that begins here; an Arabic article may stand before it or not."""
        word, start = match.group(), match.start()
        before = text[start - 1 : start]
        if before.isalnum() or before in _INSIDE or not word[0].isupper():
            return None
        if before in _JOINS and (article := _ARTICLE_BEFORE.search(text, max(0, start - 5), start)):
            opening, stop = article.group(1), article.end(1)
            if opening in self._guards.article:
                place = self._longest(text, article.start(), stop, opening)
                if place is not None and place.words > 1:
                    return place
            elif before == "-":
                return None
        return self._longest(text, start, match.end(), word)

    def _look_up(self, word: str) -> tuple[str, int, bool]:
        """Fold of a word as written, the words of the longest name that begins with it, and whether it is one
        itself.
        """
        first = fold(_bare(word))
        return (first, *self._gazetteer.beginning(first))

    def _longest(self, text: str, start: int, end: int, word: str) -> _Place | None:
        first, limit, single = self._beginning(word)
        if not limit:
            return None
        keys, ends = [first], [end - (len(word) - len(_bare(word)))]
        while len(keys) < limit and ends[-1] == end and (match := _NEXT.match(text, end)):
            word, end = match.group(1), match.end()
            bare = _bare(word)
            keys.append(f"{keys[-1]} {fold(bare)}")
            ends.append(end - len(word) + len(bare))
        for count in range(len(keys) - 1, 0, -1):
            key, stop = keys[count], ends[count]
            if key in self._gazetteer and not text[ends[count - 1] + 1 : stop].islower():
                return _Place(start, stop, key, count + 1)
        return _Place(start, ends[0], first, 1) if single else None

    def _is_place(self, text: str, place: _Place, candidates: tuple[PlaceEntry, ...]) -> bool:
        guards, name = self._guards, text[place.start : place.end]
        best = candidates[0].prominence
        after = text[place.end : place.end + 2]
        if after[:1] in "-–" and after[1:].islower():
            return False
        if len(place.key) < 4 and best < (WELL_KNOWN if name.isupper() else WELL_KNOWN - 1):
            return False
        before, gap = self._before(text, place.start)
        if before == "of" and gap == " " and self._before(text, place.start - 3)[0].lower() in guards.body:
            return False
        locative = before.lower() in guards.locative and gap != ", "
        first = place.key.partition(" ")[0]
        if place.words > 1:
            doubtful = first in guards.common or (first in guards.given_names and first not in guards.article)
            weak = best < _UNSURE and doubtful
            return not weak or locative or self._contained(text, place, candidates)
        if self._in_person(text, place, before, gap, best):
            return False
        if place.key in guards.beside and place.key in guards.common:
            return self._contained(text, place, candidates)
        if place.key in guards.common or guards.is_family(place.key, best):
            named = locative
        elif best < _UNSURE and place.key in guards.given_names:
            named = locative and not after.startswith(("'s", "’s"))
        elif best < _SMALL:
            listed = gap == ", " or before in ("and", "or", "of")
            named = (
                (locative and not after.startswith(("'s", "’s")))
                or listed
                or text[place.end : place.end + 1] == ","
            )
        else:
            return True
        return named or self._contained(text, place, candidates)

    @staticmethod
    def _before(text: str, start: int) -> tuple[str, str]:
        """The word before, and what stands between; empty at the beginning of a sentence or after a
        bracket."""
        match = _BEFORE.search(text, max(0, start - 30), start)
        if not match or "\n" in match.group(2):
            return "", ""
        return match.group(1), match.group(2)

    def _organisation(self, text: str, place: _Place) -> int:
        """Where the name of a newspaper, a club or a treaty ends that begins with the place; 0 where none
        does."""
        following = _NEXT.match(text, place.end)
        if (
            following
            and following.group(1)[0].isupper()
            and following.group(1).lower() in self._guards.organisation
        ):
            return following.end()
        return 0

    def _in_person(self, text: str, place: _Place, before: str, gap: str, best: float) -> bool:
        guards = self._guards
        tight = gap in (" ", "\u00a0")
        lower = before.rstrip(".").lower()
        named = place.key in guards.surnames or best < _UNSURE
        if tight and before[:1].isupper():
            if lower in guards.given_names and lower not in guards.beside and best < 8.5:
                return True
            if lower in guards.title and named:
                return True
        if tight and before[:1].isupper() and best < _UNSURE and not self._stands_alone(before):
            return True
        following = _NEXT.match(text, place.end)
        word = following.group(1) if following and following.group().startswith(" ") else ""
        if not word[:1].isupper() or word.isupper():
            return False
        if place.key in guards.given_names and (word.lower() not in guards.beside or best < WELL_KNOWN):
            return True
        return best < _UNSURE and word.lower() not in guards.beside

    def _stands_alone(self, before: str) -> bool:
        """Whether a capitalised word is no part of a longer name: a place, or a word that opens the
        sentence."""
        return fold(before) in self._gazetteer or before.lower() in self._standing

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
                    c.country == outer.country and (outer.kind == "country" or c.admin1 == outer.admin1)
                    for c in candidates
                ):
                    return True
        return False


def _bare(word: str) -> str:
    """A word without the ending of its possessive."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word.rstrip("'’‘`")
