"""The entities of one article: names grow together, pronouns and descriptions find whom they refer to."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor_schema import ActorKind

from extractor.actors.describing import Description
from extractor.evidence import Referent

__all__ = ["Memory"]

_WINDOW = 6
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "von", "van", "der", "di", "da", "jr", "sr", "ii", "iii"})


@dataclass(slots=True)
class _Entity:
    referent: Referent
    words: frozenset[str]
    office: str | None
    plural: bool
    last: int = 0
    salience: float = 0.0
    gender: str | None = None
    heads: set[str] = field(default_factory=set)


class Memory:
    """Entities seen so far, in the order of their first mention."""

    def __init__(self) -> None:
        self._entities: list[_Entity] = []
        self._names: dict[str, _Entity] = {}
        self._surnames: dict[str, _Entity] = {}
        self._passing = 0

    def passing(self, name: str, kind: ActorKind) -> Referent:
        """A referent that nothing later refers back to; its key is negative."""
        self._passing -= 1
        return Referent(self._passing, name, kind)

    # -- names ---------------------------------------------------------------------------------------------------------

    def name(self, description: Description, at: int, *, subject: bool) -> Referent:
        """The entity that a name refers to, made where it is new."""
        folded = description.core.casefold()
        entity = self._names.get(folded) or self._short(description)
        if entity is None or not _agree(entity, description):
            entity = self._new(description, folded)
        else:
            self._enrich(entity, description)
        self._names.setdefault(folded, entity)
        self._touch(entity, at, subject)
        return entity.referent

    def _short(self, description: Description) -> _Entity | None:
        words = description.core.casefold().split()
        if description.entity is not None:
            return next((e for e in self._entities if e.referent.name == description.entity.name), None)
        if len(words) == 1:
            return self._surnames.get(words[0])
        if len(words) > 1 and description.kind == "person":
            for entity in self._entities:
                if entity.referent.kind == "person" and len(entity.words) >= 1 and (
                    entity.words <= frozenset(words) or frozenset(words) <= entity.words
                ):
                    return entity
        return None

    def _new(self, description: Description, folded: str) -> _Entity:
        known = description.entity
        referent = Referent(
            key=len(self._entities), name=description.core, kind=description.kind, country=description.country,
            known=known is not None, wikidata=known.wikidata if known else None, toponym=description.toponym,
        )
        words = [w for w in folded.replace("-", " ").split() if w not in _PARTICLES]
        entity = _Entity(referent, frozenset(words), description.office, description.plural)
        self._entities.append(entity)
        if description.kind == "person" and description.named and words:
            self._surnames.setdefault(words[-1], entity)
            self._surnames.setdefault(folded.split()[-1], entity)
        return entity

    def _enrich(self, entity: _Entity, description: Description) -> None:
        referent = entity.referent
        if referent.country is None:
            referent.country = description.country
        if entity.office is None:
            entity.office = description.office
        if not referent.known and len(description.core) > len(referent.name) and description.kind == referent.kind:
            referent.name = description.core

    def alias(self, short: str, referent: Referent) -> None:
        """ "Syrian Democratic Forces (SDF)": the short form is another name of the entity."""
        if referent.key >= 0:
            self._names.setdefault(short.casefold(), self._entities[referent.key])

    # -- reference back ------------------------------------------------------------------------------------------------

    def latest(self, kinds: tuple[ActorKind, ...], at: int, *, plural: bool | None = None, gender: str | None = None,
               country: str | None = None, office: str | None = None) -> Referent | None:
        """The most salient entity of the kinds that was named within the last sentences."""
        best: tuple[float, _Entity] | None = None
        for entity in self._entities:
            referent = entity.referent
            if referent.kind not in kinds or (plural is not None and entity.plural != plural):
                continue
            if gender and entity.gender and entity.gender != gender:
                continue
            if (country and referent.country != country) or (office and not _same_office(entity.office, office)):
                continue
            distance = at - entity.last
            if distance > _WINDOW and not (country or office):
                continue
            score = entity.salience - 1.2 * min(distance, 40)
            if best is None or score >= best[0]:
                best = (score, entity)
        if best is None:
            return None
        if gender:
            best[1].gender = gender
        return best[1].referent

    def recent(self, kinds: tuple[ActorKind, ...], at: int, count: int) -> list[Referent]:
        """The `count` entities of the kinds named last, in text order; empty when there are fewer."""
        found = [e for e in self._entities if e.referent.kind in kinds and at - e.last <= _WINDOW and not e.plural]
        found.sort(key=lambda e: (e.last, e.salience))
        chosen = found[-count:]
        return [e.referent for e in chosen] if len(chosen) == count else []

    def description(self, description: Description, at: int, *, subject: bool) -> Referent:
        """A new entity for a phrase without a name."""
        entity = self._new(description, description.core.casefold())
        entity.heads.add(description.core.casefold().split()[-1] if description.core else "")
        self._touch(entity, at, subject)
        return entity.referent

    def described(self, head: str, at: int, kind: ActorKind) -> Referent | None:
        """An unnamed entity that an earlier phrase with the same head noun brought in."""
        for entity in reversed(self._entities):
            if head in entity.heads and at - entity.last <= _WINDOW and entity.referent.kind == kind:
                return entity.referent
        return None

    def touch(self, referent: Referent, at: int, *, subject: bool) -> None:
        """A further mention."""
        if referent.key >= 0:
            self._touch(self._entities[referent.key], at, subject)

    def _touch(self, entity: _Entity, at: int, subject: bool) -> None:
        entity.salience = 0.5 * entity.salience + (2.0 if subject else 1.0) if entity.last != at else entity.salience + 0.3
        entity.last = at


def _agree(entity: _Entity, description: Description) -> bool:
    if entity.referent.kind != description.kind and (entity.referent.known and description.entity is not None):
        return entity.referent.name == description.core
    return True


def _same_office(left: str | None, right: str) -> bool:
    if left is None:
        return False
    return left == right or left.split()[-1] == right.split()[-1]
