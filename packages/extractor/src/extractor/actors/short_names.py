"""Short forms of names that the article gave in full: "Merkel", "the Council", "the North"."""

from __future__ import annotations

from extractor.actors.description import Description
from extractor.actors.lexicon import words
from extractor.actors.naming import OPPOSITE
from extractor.actors.remembered import Remembered, content, same_office
from extractor.evidence import Referent

__all__ = ["ShortNames"]

_BODIES = words("body")
_FAMILY_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "PRK", "TWN", "VNM"})
"""Countries whose people are mostly called by the first word of their name."""


class ShortNames:
    """The short forms of the names that an article gave, and whom each of them means."""

    def __init__(self) -> None:
        self._surnames: dict[str, Remembered] = {}
        self._families: dict[str, Remembered] = {}
        self._firsts: dict[str, Remembered] = {}
        self._given: dict[str, Remembered] = {}
        self._bodies: dict[str, Remembered] = {}
        """By the last word of their name, those that were named last: "the Council"."""
        self._parts = set(OPPOSITE)
        """Words, case folded, that may stand for a name."""

    def is_part(self, word: str) -> bool:
        """Whether a single word may stand for a name that the article gave before."""
        return word.casefold() in self._parts

    def short(self, word: str, at: int, *, article: bool, subject: bool) -> Referent | None:
        """Whom a single word means here because the article gave the full name before, whatever the data say.

        `article` says that "the" stands before it ("the North", "the Council").
        """
        folded = word.casefold()
        entity = self._bodies.get(folded) if article else self._families.get(folded)
        if entity is None and not article:
            entity = self._surnames.get(folded)
            if entity is not None and entity.referent.known and entity.referent.kind != "person":
                return None
        entity = entity or self._firsts.get(folded)
        if entity is None or (folded in OPPOSITE and not article):
            return None
        entity.touch(at, subject)
        return entity.referent

    def across(self, word: str) -> str | None:
        """The full name of "the North" in an article that has only named the South ("South Korea")."""
        entity = self._firsts.get(OPPOSITE.get(word.casefold(), ""))
        return None if entity is None else f"{word} {entity.referent.name.partition(' ')[2]}"

    def is_given(self, word: str) -> bool:
        """Whether the article has a word within a name, and none as the last one of a name."""
        folded = word.casefold()
        return folded in self._given and folded not in self._surnames

    def titled(self, office: str, word: str, at: int, *, subject: bool) -> Referent | None:
        """Whom such a word means, with the office of the full name that the article gave ("President
        Lacalle").
        """
        entity = self._given.get(word.casefold()) if self.is_given(word) else None
        if entity is None or not same_office(entity.office, office):
            return None
        entity.touch(at, subject)
        return entity.referent

    def variant(self, description: Description, folded: str) -> Remembered | None:
        """The entity of a shorter or longer form of the name."""
        parts = folded.split() if description.entity is None else None
        if not parts:
            return None
        found = self._surnames.get(parts[-1])
        if len(parts) == 1:
            return found or self._firsts.get(folded)
        if found is None or description.kind != "person":
            return None
        own, known = content(folded), content(found.folded)
        return found if own <= known or known <= own else None

    def index(self, entity: Remembered, description: Description, folded: str) -> None:
        """The short forms under which a name may come back."""
        parts = folded.split()
        if description.kind == "person":
            last = parts[-1].rpartition("-")[2]
            self._parts.update(parts)
            self._parts.add(last)
            self._surnames.setdefault(parts[-1], entity)
            self._surnames.setdefault(last, entity)
            for part in parts[:-1]:
                self._given.setdefault(part, entity)
            if len(parts) > 1 and description.country in _FAMILY_FIRST:
                self._families.setdefault(parts[0], entity)
        elif len(parts) > 1 and (parts[0] in OPPOSITE or _distinctive(description, parts[0])):
            self._parts.add(parts[0])
            self._firsts.setdefault(parts[0], entity)

    def name_body(self, name: str, entity: Remembered) -> None:
        """An organisation or group is named: the noun for bodies with which its name ends may mean it."""
        last = name.casefold().partition(" of ")[0].rpartition(" ")[2]
        if last in _BODIES:
            self._parts.add(last)
            self._bodies[last] = entity


def _distinctive(description: Description, first: str) -> bool:
    """Whether the first word alone can stand for an organisation or ship."""
    if description.kind not in ("organization", "vehicle") or description.entity is not None:
        return False
    return (
        len(first) > 3
        and first not in _BODIES
        and first not in words("leading")
        and description.country is None
    )
