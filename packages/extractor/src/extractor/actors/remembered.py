"""Somebody whom an article has told of, and whether further words may mean the same."""

from __future__ import annotations

from msgspec import Struct

from extractor.actors.description import Description
from extractor.actors.lexicon import words
from extractor.evidence import Referent

__all__ = ["Remembered", "content", "gender_of", "is_other", "is_unheard_of", "same_office"]

_EMPTY = words("particle") | words("leading")
"""Words of a name that do not tell it from another."""
_FEMALE = words("female_name") | words("female")
_MALE = words("male_name") | words("male")
"""First names, and titles before a name, that tell the gender."""


class Remembered(Struct, gc=False):
    """A referent with what pronouns, descriptions and shorter names ask of it."""

    referent: Referent
    folded: str
    """Its name, case folded."""
    office: str | None
    plural: bool
    gender: str | None
    head: str = ""
    last: int = 0
    salience: float = 0.0
    several: bool = False
    """A plural noun meant it: "the militants" of a group that has a name."""
    speaks: bool = False
    """It was last named as the source of a statement."""

    def touch(self, at: int, subject: bool) -> None:
        """It is mentioned in the sentence of this index, maybe as a subject."""
        if self.last != at:
            self.salience = 0.5 * self.salience + (2.0 if subject else 1.0)
        else:
            self.salience += 1.0 if subject else 0.3
        self.last = at
        if self.speaks:
            self.speaks = False


def is_unheard_of(entity: Remembered) -> bool:
    """Whether nothing but its capital made a person of a name: "control of Bourasso"."""
    person = entity.referent.kind == "person" and not entity.referent.known
    return person and entity.office is None and entity.gender is None


def is_other(entity: Remembered, description: Description) -> bool:
    """Whether a description of somebody known is that of another one of the name."""
    told = entity.referent
    return told.known and told.kind != description.kind and told.name != description.core


def gender_of(description: Description) -> str | None:
    """As title or noun tell it, else the first name, or a title that is part of the name ("Queen Silvia")."""
    if description.gender or description.kind != "person":
        return description.gender
    first, _, rest = description.core.casefold().partition(" ")
    if not rest:
        return None
    return "f" if first in _FEMALE else "m" if first in _MALE else None


def same_office(left: str | None, right: str) -> bool:
    """Whether an office is the one that a shorter or vaguer title means."""
    if left is None:
        return False
    if right == "leader":
        return left in words("leaders")
    return left == right or (
        left.endswith(f" {right}") and left.split()[0] not in ("vice", "deputy", "former")
    )


def content(folded: str) -> frozenset[str]:
    """The words that tell a name, case folded, from another."""
    return frozenset(folded.replace("-", " ").split()) - _EMPTY
