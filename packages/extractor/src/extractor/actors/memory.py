"""The entities of one article: names grow together, pronouns and descriptions find whom they refer to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from functools import cache

from msgspec import Struct

from extractor.actors.description import Description
from extractor.actors.lexicon import words
from extractor.actors.naming import OPPOSITE
from extractor.actors.setting import LocalReferent
from extractor.evidence import Referent
from extractor_schema import ActorKind

__all__ = ["WINDOW", "Memory", "same_office"]

WINDOW = 6
"""Sentences back to which pronouns and descriptions refer."""
_FAR = 40
_DECAY = 1.8
_ASIDE = 2.0
"""Salience that a place lacks which only says where another one lies: more than a sentence takes away."""
_FAMILY_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "PRK", "TWN", "VNM"})
"""Countries whose people are mostly called by the first word of their name."""
_SAME_BODY = "government of "
_BODIES: tuple[ActorKind, ...] = ("organization", "group")
"""Kinds that the last word of their name may stand for behind "the"."""
_THINGS = frozenset({"facility", "vehicle", "other"})
"""Kinds that no pronoun and no description refers back to as to somebody."""


class _Entity(Struct, gc=False):
    referent: Referent
    folded: str
    """Its name, case folded."""
    office: str | None
    plural: bool
    gender: str | None
    head: str = ""
    last: int = 0
    salience: float = 0.0
    speaks: bool = False
    """It was last named as the source of a statement."""


class Memory:
    """Entities seen so far, in the order of their first mention."""

    def __init__(self) -> None:
        self._entities: list[_Entity] = []
        self._actors: list[_Entity] = []
        """Those to whom pronouns and descriptions may refer back."""
        self._names: dict[str, _Entity] = {}
        self._surnames: dict[str, _Entity] = {}
        self._families: dict[str, _Entity] = {}
        self._firsts: dict[str, _Entity] = {}
        self._given: dict[str, _Entity] = {}
        self._heads: dict[str, list[_Entity]] = {}
        self._bodies: dict[str, _Entity] = {}
        self._beside: list[tuple[int, list[int]]] = []
        self.groups: dict[int, tuple[Referent, ...]] = {}
        """Those whom each referent of `as_one` stands for, by its key."""
        self._passing = 0

    def passing(self, name: str, kind: ActorKind, country: str | None = None) -> Referent:
        """A referent that nothing later refers back to; its key is negative."""
        self._passing -= 1
        return Referent(self._passing, name, kind, country)

    def as_one(self, several: Sequence[Referent]) -> Referent:
        """Several as a group with their names, and with their country where they share it."""
        countries = {referent.country for referent in several}
        *first, last = (referent.name for referent in several)
        group = self.passing(
            f"{', '.join(first)} and {last}", "group", countries.pop() if len(countries) == 1 else None
        )
        self.groups[group.key] = tuple(several)
        return group

    def group(self, key: int) -> Sequence[Referent]:
        """Those whom a referent of `as_one` stands for; nobody of another."""
        return self.groups.get(key, ())

    def members(self, key: int) -> list[int]:
        """The keys of those whom a referent stands for: of a group by `as_one` all in it, else its own."""
        return [referent.key for referent in self.group(key)] or [key]

    def gender(self, key: int) -> str | None:
        """ "f" or "m" of a person whose words tell it; None of others."""
        return next((entity.gender for entity in self._actors if entity.referent.key == key), None)

    # -- names ----------

    def is_part(self, word: str) -> bool:
        """Whether a single word may stand for a name that the article gave before."""
        folded = word.casefold()
        person = folded in self._surnames or folded in self._given or folded in self._families
        return person or folded in self._firsts or folded in self._bodies or folded in OPPOSITE

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
        self._touch(entity, at, subject)
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
        self._touch(entity, at, subject)
        return entity.referent

    def name(self, description: Description, at: int, *, subject: bool, now: bool = False) -> Referent:
        """The entity that a name refers to, made where it is new.

        `now` says that the office of the description is one that its bearer holds: somebody told before by
        office and country alone ("the Danish prime minister") is the same.
        """
        folded = description.core.casefold()
        entity = self._names.get(folded) or self._variant(description, folded)
        if entity is None and now:
            entity = self._told_by_office(description, folded, at)
        if entity is None or not _agree(entity, description):
            entity = self._new(description, folded)
            self._index(entity, description, folded)
        else:
            self._enrich(entity, description)
        self._names.setdefault(folded, entity)
        if entity.referent.kind in _BODIES:
            last = entity.referent.name.casefold().partition(" of ")[0].rpartition(" ")[2]
            if last in words("body"):
                self._bodies[last] = entity
        self._touch(entity, at, subject)
        return entity.referent

    def _variant(self, description: Description, folded: str) -> _Entity | None:
        """The entity of a shorter or longer form of the name."""
        parts = folded.split()
        if description.entity is not None or not parts:
            return None
        found = self._surnames.get(parts[-1])
        if len(parts) == 1:
            return found or self._firsts.get(folded)
        if found is None or description.kind != "person":
            return None
        own, known = _content(folded), _content(found.folded)
        return found if own <= known or known <= own else None

    def _told_by_office(self, description: Description, folded: str, at: int) -> _Entity | None:
        """Whom the article has called by an office of one holder in one country, before it gives the name."""
        office, country, known = description.office, description.country, description.entity
        if office is None or country is None or office in words("several") or office in words("posted"):
            return None
        for entity in self._actors:
            told = entity.referent
            if entity.office != office or not entity.head or told.country != country or entity.plural:
                continue
            if at - entity.last > WINDOW or not words("past").isdisjoint(entity.folded.split()):
                continue
            told.name, entity.folded, entity.head = description.core, folded, ""
            if known is not None:
                told.known, told.wikidata, told.id = True, known.wikidata, known.id
            self._index(entity, description, folded)
            return entity
        return None

    def _new(self, description: Description, folded: str) -> _Entity:
        known = description.entity
        if known is not None and known.category == "people" and known.country is None:
            known = None
        referent = LocalReferent(
            len(self._entities),
            description.core,
            description.kind,
            description.country,
            toponym=description.toponym,
            office=description.office,
            stateless=description.stateless,
        )
        if known is not None:
            referent.known, referent.wikidata, referent.id = True, known.wikidata, known.id
        held = description.office if description.body is None else None
        entity = _Entity(referent, folded, held, description.plural, _gender(description))
        self._entities.append(entity)
        if description.kind not in _THINGS:
            self._actors.append(entity)
        return entity

    def _index(self, entity: _Entity, description: Description, folded: str) -> None:
        """The short forms under which a name may come back."""
        parts = folded.split()
        if description.kind == "person":
            self._surnames.setdefault(parts[-1], entity)
            self._surnames.setdefault(parts[-1].rsplit("-", 1)[-1], entity)
            for part in parts[:-1]:
                self._given.setdefault(part, entity)
            if len(parts) > 1 and description.country in _FAMILY_FIRST:
                self._families.setdefault(parts[0], entity)
        elif len(parts) > 1 and (parts[0] in OPPOSITE or _distinctive(description, parts[0])):
            self._firsts.setdefault(parts[0], entity)

    def _enrich(self, entity: _Entity, description: Description) -> None:
        referent = entity.referent
        referent.country = referent.country or description.country
        entity.office = entity.office or description.office
        entity.gender = entity.gender or _gender(description)
        if referent.known and description.kind == "country":
            referent.kind = "country"
        if description.toponym and description.kind == "place" and _is_unheard_of(entity):
            referent.kind, referent.toponym = "place", True
        if (
            not referent.known
            and len(description.core) > len(referent.name)
            and description.kind == referent.kind
        ):
            referent.name = description.core

    def alias(self, short: str, referent: Referent) -> None:
        """ "Syrian Democratic Forces (SDF)": the short form is another name of the entity."""
        if referent.key >= 0:
            self._names.setdefault(short.casefold(), self._entities[referent.key])

    # -- reference back ----------

    def latest(
        self,
        kinds: tuple[ActorKind, ...],
        at: int,
        *,
        plural: bool | None = None,
        gender: str | None = None,
        country: str | None = None,
        office: str | None = None,
        toponym: bool | None = None,
        barred: Iterable[int] = (),
        named: bool = False,
        national: bool | None = None,
        speaking: bool = True,
    ) -> Referent | None:
        """The most salient entity of the kinds that was mentioned within the last sentences.

        Keys in `barred` are out. `named` leaves out peoples, and all that have no name. `national` asks for a
        known body of no one country (False), or for anything else (True). Unless `speaking`, whoever was last
        named as the source of a statement comes behind all others.
        """
        best: tuple[float, _Entity] | None = None
        earliest = 0 if country or office else at - WINDOW
        for entity in self._actors:
            if entity.last < earliest:
                continue
            referent, distance = entity.referent, at - entity.last
            if referent.kind not in kinds or (plural is not None and entity.plural != plural):
                continue
            if (gender and entity.gender and entity.gender != gender) or referent.key in barred:
                continue
            if (country and referent.country != country) or (
                office and not same_office(entity.office, office)
            ):
                continue
            if toponym is not None and referent.toponym != toponym:
                continue
            if (named and (entity.head or entity.plural)) or (
                national is not None and national == _international(referent)
            ):
                continue
            score = entity.salience - _DECAY * min(distance, _FAR)
            if entity.speaks and not speaking:
                score -= _FAR
            if best is None or score >= best[0]:
                best = (score, entity)
        if best is None:
            return None
        best[1].gender = best[1].gender or gender
        return best[1].referent

    def beside(self, first: Referent, second: Referent, at: int) -> None:
        """The second one is named side by side with the first ("Kagame and Tshisekedi")."""
        if first.key < 0 or second.key < 0:
            return
        if self._beside and self._beside[-1][0] == at and self._beside[-1][1][-1] == first.key:
            self._beside[-1][1].append(second.key)
        else:
            self._beside.append((at, [first.key, second.key]))

    def recent(
        self,
        kinds: tuple[ActorKind, ...],
        at: int,
        count: int,
        *,
        country: str | None,
        barred: Container[int],
        in_office: Callable[[str | None], bool],
    ) -> list[Referent]:
        """The `count` entities of the kinds that were named side by side, else those named last.

        They are in text order. Empty when there are fewer. Keys in `barred` are out, and so is who has an
        office that `in_office` refuses. A country and a body of its own are one side.
        """

        def fits(entity: _Entity) -> bool:
            referent = entity.referent
            return (
                referent.kind in kinds
                and at - entity.last <= WINDOW
                and not entity.plural
                and not (entity.head and referent.country is None)
                and country in (None, referent.country)
                and referent.key not in barred
                and in_office(entity.office)
            )

        found: list[_Entity] = []
        latest_last = sorted(filter(fits, self._actors), key=lambda e: (e.last, e.salience))
        for entity in latest_last[::-1]:
            if len(found) < count and not any(_is_one_side(entity.referent, e.referent) for e in found):
                found.insert(0, entity)
        if len(found) < count:
            return []
        for when, keys in reversed(self._beside):
            if when < found[0].last:
                break
            together = [self._entities[key] for key in keys]
            if len(together) == count and all(map(fits, together)):
                found = together
                break
        return [entity.referent for entity in found]

    def together(self, at: int, *, barred: Collection[int]) -> list[Referent]:
        """Those of one kind whom this sentence or the one before it names side by side.

        Empty where a group that was named since can be meant as well.
        """
        when, keys = self._beside[-1] if self._beside else (-1, [])
        found = [self._entities[key].referent for key in keys]
        if when < at - 1 or len({r.kind for r in found}) > 1 or any(r.key in barred for r in found):
            return []
        group = self.latest(("group", "person"), at, plural=True, barred=barred, speaking=False)
        return [] if group is not None and self._entities[group.key].last >= when else found

    def description(self, description: Description, head: str, at: int, *, subject: bool) -> Referent:
        """The entity of a phrase without a name: a new one, unless the same body was named before."""
        folded = description.core.casefold()
        body = self._body(description, head)
        entity = self._names.get(body) if body else None
        if entity is None:
            entity = self._new(description, folded)
            entity.head = head
            self._heads.setdefault(head, []).append(entity)
            if body:
                self._names[body] = entity
        self._touch(entity, at, subject)
        return entity.referent

    def _body(self, description: Description, head: str) -> str:
        """A key for bodies of which a country has one; empty for everything else."""
        if description.country is None or description.kind not in ("organization", "group", "person"):
            return ""
        if head in words("government"):
            return _SAME_BODY + description.country
        return f"={description.core.casefold()}" if description.kind == "organization" else ""

    def described(self, description: Description, head: str, at: int) -> Referent | None:
        """An entity of an earlier phrase with the same head noun that nothing in this one contradicts."""
        earlier = self._heads.get(head)
        if earlier is None:
            return None
        own = _content(description.core.casefold()) - {head}
        for entity in reversed(earlier):
            referent = entity.referent
            if at - entity.last > WINDOW or referent.kind != description.kind:
                continue
            if description.country and referent.country and description.country != referent.country:
                continue
            if own <= _content(entity.folded) or (
                description.country is not None and description.country == referent.country
            ):
                referent.country = referent.country or description.country
                return referent
        return None

    def government(self) -> Referent | None:
        """The government that the article named last with its country."""
        nouns = words("government")
        found = [e for e in self._entities if e.head in nouns and e.referent.country]
        return max(found, key=lambda e: e.last).referent if found else None

    def speaker(self, referent: Referent) -> None:
        """The mention just made of somebody tells who said something."""
        if referent.key >= 0:
            self._entities[referent.key].speaks = True

    def touch(self, referent: Referent, at: int, *, subject: bool) -> None:
        """A further mention."""
        if referent.key >= 0:
            self._touch(self._entities[referent.key], at, subject)

    def dim(self, referent: Referent) -> None:
        """It was named, but is hardly what the text is about."""
        self._entities[referent.key].salience -= _ASIDE

    def _touch(self, entity: _Entity, at: int, subject: bool) -> None:
        gain = 2.0 if subject else 1.0
        entity.salience = (
            0.5 * entity.salience + gain if entity.last != at else entity.salience + max(0.3, gain - 1)
        )
        entity.last = at
        entity.speaks = False


def _gender(description: Description) -> str | None:
    """As title or noun tell it, else the first name, or a title that is part of the name ("Queen Silvia")."""
    if description.gender or description.kind != "person":
        return description.gender
    first, _, rest = description.core.casefold().partition(" ")
    if not rest:
        return None
    if first in words("female_name") or first in words("female"):
        return "f"
    return "m" if first in words("male_name") or first in words("male") else None


def _is_unheard_of(entity: _Entity) -> bool:
    """Whether nothing but its capital made a person of a name: "control of Bourasso"."""
    person = entity.referent.kind == "person" and not entity.referent.known
    return person and entity.office is None and entity.gender is None


def _agree(entity: _Entity, description: Description) -> bool:
    if entity.referent.kind != description.kind and entity.referent.known and description.entity is not None:
        return entity.referent.name == description.core
    return True


def _content(folded: str) -> frozenset[str]:
    return frozenset(folded.replace("-", " ").split()) - _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    """Words of a name that do not tell it from another."""
    return words("particle") | words("leading")


def _distinctive(description: Description, first: str) -> bool:
    """Whether the first word alone can stand for an organisation or ship."""
    if description.kind not in ("organization", "vehicle") or description.entity is not None:
        return False
    return (
        len(first) > 3
        and first not in words("body")
        and first not in words("leading")
        and description.country is None
    )


def same_office(left: str | None, right: str) -> bool:
    """Whether an office is the one that a shorter or vaguer title means."""
    if left is None:
        return False
    if right == "leader":
        return left in words("leaders")
    return left == right or (
        left.endswith(f" {right}") and left.split()[0] not in ("vice", "deputy", "former")
    )


def _international(referent: Referent) -> bool:
    return referent.known and referent.country is None


def _is_one_side(left: Referent, right: Referent) -> bool:
    """Whether one is a country and the other a body of it."""
    return left.country == right.country and {left.kind, right.kind} == {"country", "organization"}
