"""The entities of one article: names grow together, pronouns and descriptions find whom they refer to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence

from extractor.actors.description import Description
from extractor.actors.lexicon import words
from extractor.actors.remembered import Remembered, content, gender_of, is_other, is_unheard_of, same_office
from extractor.actors.setting import LocalReferent
from extractor.actors.short_names import ShortNames
from extractor.evidence import BUILT, Referent
from extractor_schema import ActorKind

__all__ = ["WINDOW", "Memory"]

WINDOW = 6
"""Sentences back to which pronouns and descriptions refer."""
_FAR = 40
_DECAY = 1.8
_ASIDE = 4.0
"""Salience that a place lacks which only says where another one lies: more than two sentences take away."""
_BODIES: tuple[ActorKind, ...] = ("organization", "group")
"""Kinds that the last word of their name may stand for behind "the"."""
_SORTS: tuple[tuple[ActorKind, ...], ...] = (("person",), ("country",), _BODIES)
_HELD_BY_SEVERAL = words("several") | words("posted")
_PAST = words("past")
_GOVERNMENT = words("government")
_SAME_BODY = "government of "
_THINGS = frozenset({"facility", "vehicle", "other"})
"""Kinds that no pronoun and no description refers back to as to somebody."""


class Memory:
    """Entities seen so far, in the order of their first mention."""

    def __init__(self) -> None:
        self._entities: list[Remembered] = []
        self._actors: list[Remembered] = []
        """Those to whom pronouns and descriptions may refer back."""
        self._names: dict[str, Remembered] = {}
        self.short_names = ShortNames()
        """The short forms of the names."""
        self._heads: dict[str, list[Remembered]] = {}
        self._beside: list[tuple[int, list[int]]] = []
        self.groups: dict[int, tuple[Referent, ...]] = {}
        """Those whom each referent of `as_one` stands for, by its key."""
        self.topics: dict[int, int] = {}
        """The last sentence that each of the actors opens as its subject, by their keys."""
        self.victims: set[int] = set()
        """Keys of those who have been harmed."""
        self._passing = 0
        self.dateline: Referent | None = None
        """The town from which the article is written, as its dateline tells."""

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

    def name(self, description: Description, at: int, *, subject: bool, now: bool = False) -> Referent:
        """The entity that a name refers to, made where it is new.

        `now` says that the office of the description is one that its bearer holds: somebody told before by
        office and country alone ("the Danish prime minister") is the same.
        """
        folded = description.core.casefold()
        entity = self._names.get(folded) or self.short_names.variant(description, folded)
        if entity is None and now:
            entity = self._told_by_office(description, folded, at)
        if entity is None or (description.entity is not None and is_other(entity, description)):
            entity = self._new(description, folded)
            self.short_names.index(entity, description, folded)
        else:
            _enrich(entity, description)
        self._names.setdefault(folded, entity)
        if entity.referent.kind in _BODIES:
            self.short_names.name_body(entity.referent.name, entity)
        entity.touch(at, subject)
        return entity.referent

    def _told_by_office(self, description: Description, folded: str, at: int) -> Remembered | None:
        """Whom the article has called by an office of one holder in one country, before it gives the name."""
        office, country, known = description.office, description.country, description.entity
        if office is None or country is None or office in _HELD_BY_SEVERAL:
            return None
        for entity in self._actors:
            told = entity.referent
            if entity.office != office or not entity.head or told.country != country or entity.plural:
                continue
            if at - entity.last > WINDOW or not _PAST.isdisjoint(entity.folded.split()):
                continue
            told.name, entity.folded, entity.head = description.core, folded, ""
            if known is not None:
                told.known, told.wikidata, told.id = True, known.wikidata, known.id
            self.short_names.index(entity, description, folded)
            return entity
        return None

    def _new(self, description: Description, folded: str, head: str = "") -> Remembered:
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
        entity = Remembered(referent, folded, held, description.plural, gender_of(description), head)
        self._entities.append(entity)
        if description.kind not in _THINGS:
            self._actors.append(entity)
        return entity

    def written_in(self, town: str, country: str | None) -> None:
        """The dateline names a town; "the town" is that one where the text names none."""
        description = Description(town, "place", country, toponym=True)
        self.dateline = self._new(description, town.casefold()).referent

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
        best: Remembered | None = None
        highest = 0.0
        earliest = 0 if country or office else at - WINDOW
        for entity in self._actors:
            if entity.last < earliest or entity.referent.kind not in kinds:
                continue
            referent = entity.referent
            if plural is not None and entity.plural != plural and not (plural and entity.several):
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
            distance = at - entity.last
            score = entity.salience - _DECAY * (distance if distance < _FAR else _FAR)
            if entity.speaks and not speaking:
                score -= _FAR
            if best is None or score >= highest:
                best, highest = entity, score
        if best is None:
            return None
        best.gender = best.gender or gender
        return best.referent

    def is_topic(self, referent: Referent) -> bool:
        """Whether the last sentence that mentions it tells of it."""
        return self.topics.get(referent.key) == self._entities[referent.key].last

    def town_told_of(self, at: int) -> Referent | None:
        """The place of which the sentence before tells: "Homs is a city in Syria. It was shelled"."""
        for entity in self._actors:
            told = self.topics.get(entity.referent.key) == at - 1
            if told and entity.referent.kind == "place" and entity.referent.toponym:
                return entity.referent
        return None

    def only(self, kinds: tuple[ActorKind, ...]) -> Referent | None:
        """The one entity of the kinds with a name of its own, however far back; None where there are more."""
        found = [e.referent for e in self._actors if e.referent.kind in kinds and not (e.head or e.plural)]
        return found[0] if len(found) == 1 else None

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

        def fits(entity: Remembered) -> bool:
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

        found: list[Remembered] = []
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

    def two(self, at: int) -> list[Referent]:
        """The two of one sort who were named last, in text order: "Israel and Iran", "he wrote to her"."""
        when, keys = self._beside[-1] if self._beside else (-1, [])
        if when >= at - 1 and len(keys) == 2:
            return [self._entities[key].referent for key in keys]
        pairs = (
            self.recent(kinds, at, 2, country=None, barred=(), in_office=lambda held: True)
            for kinds in _SORTS
        )
        pair = max(filter(None, pairs), key=lambda p: [self._entities[r.key].last for r in p], default=[])
        return sorted(pair, key=lambda r: (self._entities[r.key].last, not self.is_topic(r), r.key))

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
        body = "" if description.country is None else _body_key(description, description.country, head)
        entity = self._names.get(body) if body else None
        if entity is None:
            entity = self._new(description, folded, head)
            self._heads.setdefault(head, []).append(entity)
            if body:
                self._names[body] = entity
        entity.touch(at, subject)
        return entity.referent

    def described(self, description: Description, head: str, at: int) -> Referent | None:
        """An entity of an earlier phrase with the same head noun that nothing in this one contradicts: one of
        the last sentences, or the only such thing that the article has told of.
        """
        earlier = self._heads.get(head)
        if earlier is None:
            return None
        own = content(description.core.casefold()) - {head}
        only = len(earlier) == 1 and description.kind in BUILT and not description.plural
        for entity in reversed(earlier):
            referent = entity.referent
            if (at - entity.last > WINDOW and not only) or referent.kind != description.kind:
                continue
            if description.country and referent.country and description.country != referent.country:
                continue
            if own <= content(entity.folded) or (
                description.country is not None and description.country == referent.country
            ):
                referent.country = referent.country or description.country
                return referent
        return None

    def government(self) -> Referent | None:
        """The government that the article named last with its country."""
        found = [e for e in self._entities if e.head in _GOVERNMENT and e.referent.country]
        return max(found, key=lambda e: e.last).referent if found else None

    def taken_for_several(self, referent: Referent) -> None:
        """A plural noun means it, so that "they" may as well."""
        self._entities[referent.key].several = True

    def speaker(self, referent: Referent) -> None:
        """The mention just made of somebody tells who said something."""
        if referent.key >= 0:
            self._entities[referent.key].speaks = True

    def touch(self, referent: Referent, at: int, *, subject: bool) -> None:
        """A further mention."""
        if referent.key >= 0:
            self._entities[referent.key].touch(at, subject)

    def dim(self, referent: Referent) -> None:
        """It was named, but is hardly what the text is about."""
        self._entities[referent.key].salience -= _ASIDE


def _international(referent: Referent) -> bool:
    return referent.known and referent.country is None


def _is_one_side(left: Referent, right: Referent) -> bool:
    """Whether one is a country and the other a body of it."""
    return left.country == right.country and {left.kind, right.kind} == {"country", "organization"}


def _enrich(entity: Remembered, description: Description) -> None:
    """Take over from a further name what an entity lacks."""
    referent = entity.referent
    if not referent.country:
        referent.country = description.country
    entity.office = entity.office or description.office
    if not entity.gender:
        entity.gender = gender_of(description)
    if referent.known and description.kind == "country":
        referent.kind = "country"
    if description.toponym and description.kind == "place" and is_unheard_of(entity):
        referent.kind, referent.toponym = "place", True
    if (
        not referent.known
        and len(description.core) > len(referent.name)
        and description.kind == referent.kind
    ):
        referent.name = description.core


def _body_key(description: Description, country: str, head: str) -> str:
    """A key for bodies of which a country has one; empty for everything else."""
    if description.kind not in ("organization", "group", "person"):
        return ""
    if head in _GOVERNMENT:
        return _SAME_BODY + country
    return f"={description.core.casefold()}" if description.kind == "organization" else ""
