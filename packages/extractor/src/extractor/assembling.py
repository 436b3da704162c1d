"""From clusters of mentions to the events of the result; plain offsets become offsets of the sent text here
alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import UNSET

from extractor.actors.setting import country_of_setting
from extractor.arguments.fellows import MUTUAL
from extractor.evidence import ActorArgument, DateArgument, Mention, PlaceArgument
from extractor.frames.postponing import was_put_off
from extractor.ontology import ACTS, REAL
from extractor.sameness import one_clause
from extractor.sides import numbers_in
from extractor.text import SourceText
from extractor_schema import Actor, Attribution, Event, EventDate, EventStatus, Place
from extractor_schema import Mention as MentionRecord

__all__ = ["assemble", "best_value", "gather_actors", "gather_places", "stated_once"]

_STATUS: tuple[EventStatus, ...] = ("occurred", "ongoing", "planned", "possible", "denied")
_A_DAY = dt.timedelta(days=1)
_LIKELY = 0.2
"""Probability of being planned from which on an offer or a threat with a day to come is."""
_STATES = frozenset({"country", "organization", "vehicle"})
"""Kinds of those who strike for a state."""
_RANK = {"name": 3, "noun": 2, "adjective": 1, "pronoun": 0}
_ANYBODY = frozenset({"people", "persons", "dead", "killed", "victims", "casualties"})
_FURTHER = frozenset({"other", "others", "more", "another"})
_KEPT = 1024
_IGNORED = frozenset({"the", "a", "an", "of", "president", "minister", "mr", "leader"})


def assemble(cluster: Sequence[Mention], source: SourceText, number: int, confidence: float) -> Event:
    """The event that the mentions state together: what it is, by those that are sure."""
    sure = [m for m in cluster if m.sure]
    telling = [m for m in sure if not was_put_off(m.sentence.tree, m.token)] or sure
    date = _date(telling)
    status = best_value([m.status for m in telling])
    if status in REAL and _is_to_come(date, source):
        coming = sum(m.status.get("planned", 0.0) for m in sure) / len(sure)
        if sure[0].type in ACTS and coming < _LIKELY:  # it is what was said that has the date
            date = None
        else:
            status = best_value(map(_to_come, (m.status for m in sure)))
    places = gather_places(sure)
    speaks = sure[0].type in ACTS  # where somebody speaks says nothing of those whom he threatens
    setting = None if speaks else next((p.country for p in places if p.country), None)
    content = next((m.content for m in sure if m.content), None)
    attribution = next((m.attribution for m in sure if m.attribution), None)
    return Event(
        id=f"e{number}",
        type=sure[0].type,
        subtype=best_value([m.subtypes for m in sure]),
        status=next(s for s in _STATUS if s == status),
        confidence=round(confidence, 3),
        mentions=tuple(_mention(m, source) for m in stated_once(cluster)),
        actors=_actors(gather_actors(sure), source, setting),
        places=tuple(_place(p, source) for p in places),
        date=EventDate(source.span(date.start, date.end), date.first, date.last, date.granularity)
        if date
        else None,
        content=source.span(*content) if content else None,
        attribution=Attribution(source.span(*attribution[:2]), *attribution[2:]) if attribution else None,
    )


def _is_to_come(date: DateArgument | None, source: SourceText) -> bool:
    """Whether nothing can have occurred on a day yet: it lies behind that of publication, which may be a day
    later elsewhere, but for "tomorrow".
    """
    if date is None or date.first is None or source.published is None:
        return False
    ahead = date.first - source.published
    return ahead > _A_DAY or (ahead == _A_DAY and "tomorrow" in source.plain[date.start : date.end].lower())


def _to_come(table: dict[str, float]) -> dict[str, float]:
    """The probabilities of what has not happened yet: what looked done or under way is planned."""
    left = {value: p for value, p in table.items() if value not in REAL}
    return left | {"planned": 1.0 - sum(p for value, p in left.items() if value != "planned")}


def best_value(values: Iterable[dict[str, float]]) -> str:
    """The value with the largest sum of probabilities."""
    total: dict[str, float] = {}
    for table in values:
        for value, probability in table.items():
            total[value] = total.get(value, 0.0) + probability
    return max(total, key=lambda v: total[v])


def gather_actors(cluster: Sequence[Mention]) -> list[ActorArgument]:
    """One argument for an entity in a role, with its most informative span, in text order."""
    kept: list[ActorArgument] = []
    for mention in cluster:
        told = len(kept)
        for argument in mention.actors:
            _take(argument, kept, told)
    return sorted(kept, key=lambda a: (a.start, a.end))


def _take(argument: ActorArgument, kept: list[ActorArgument], told: int) -> None:
    """Put an argument beside those that are kept, or in place of the one for the same entity.

    The first `told` of these are of earlier mentions: one of them may be known by its number, or by more or
    fewer words.
    """
    for i, other in enumerate(kept):
        if other.referent.key == argument.referent.key or _same_name(
            other.referent.name, argument.referent.name
        ):
            if other.role == argument.role:
                kept[i] = max(other, argument, key=_information)
            elif other.rule == argument.rule == MUTUAL:
                continue
            else:
                kept[i] = max(other, argument, key=lambda a: a.probability)
            return
    for i, other in enumerate(kept[:told]):
        if other.role != argument.role:
            continue
        if _same_number(other.referent.name, argument.referent.name):
            kept[i] = other if _is_number(argument.referent.name) else argument
            return
        if other.kind == argument.kind == "noun" and _is_told_again(other, argument):
            kept[i] = max(other, argument, key=_information)
            return
    kept.append(argument)


def _number(name: str) -> int | None:
    """How many a description says they are, where it tells no others of them."""
    words = name.casefold().split()
    found = numbers_in(name)
    return found[0] if len(found) == 1 and _FURTHER.isdisjoint(words) else None


def _is_number(name: str) -> bool:
    """Whether a description says no more than how many they are: "at least 15 people"."""
    return name.casefold().split()[-1] in _ANYBODY and _number(name) is not None


def _same_number(left: str, right: str) -> bool:
    """Whether one of two descriptions gives the number of the other and nothing else: "15 worshippers", "15
    people".
    """
    return (_is_number(left) or _is_number(right)) and _number(left) == _number(right)


def _is_told_again(other: ActorArgument, argument: ActorArgument) -> bool:
    """Whether two mentions of an event name one thing in more or fewer words: "a depot", "the fuel depot"."""
    one, two = (a.referent.name.casefold().split() for a in (other, argument))
    shorter, longer = sorted((one, two), key=len)
    return shorter[-1] == longer[-1] and set(shorter) < set(longer)


def _information(argument: ActorArgument) -> tuple[int, int, int]:
    return _RANK.get(argument.kind, 0), argument.end - argument.start, -argument.start


def _same_name(left: str, right: str) -> bool:
    x, y = _words(left), _words(right)
    return bool(x) and x == y


@lru_cache(maxsize=_KEPT)
def _words(name: str) -> frozenset[str]:
    cleaned = "".join(c if c.isalnum() else " " for c in name.casefold())
    return frozenset(cleaned.split()) - _IGNORED


def gather_places(cluster: Sequence[Mention]) -> list[PlaceArgument]:
    """The event's places; a country or region beside a place within it is left out."""
    kept: list[PlaceArgument] = []
    for place in (p for m in cluster for p in m.places):
        twin = next((i for i, o in enumerate(kept) if o.name == place.name), None)
        if twin is None:
            kept.append(place)
        else:
            kept[twin] = max(kept[twin], place, key=lambda p: (p.named, p.end - p.start))
    specific = {p.country for p in kept if p.kind != "country"}
    found = [p for p in kept if p.kind != "country" or p.country not in specific]
    return sorted(found, key=lambda p: (p.start, p.end))


def _date(cluster: Sequence[Mention]) -> DateArgument | None:
    """The surest date of the mentions, or the surest of the finer ones that lie within it: "in May" and then
    "on 9 May".
    """
    dates = [m.date for m in cluster if m.date is not None]
    surest = max(dates, key=lambda d: (_is_closed(d), d.probability), default=None)
    finer = [d for d in dates if surest is not None and _lies_within(d, surest)]
    return max(finer, key=lambda d: d.probability, default=surest)


def _is_closed(date: DateArgument) -> bool:
    return date.first is not None and date.last is not None


def _lies_within(date: DateArgument, other: DateArgument) -> bool:
    """Whether a date is a true part of another one."""
    if date.first is None or date.last is None or other.first is None or other.last is None:
        return False
    days, all_days = date.last - date.first, other.last - other.first
    return other.first <= date.first and date.last <= other.last and days < all_days


def stated_once(cluster: Sequence[Mention]) -> list[Mention]:
    """The mentions with the surer one of a verb and its noun alone."""
    return [
        m
        for m in cluster
        if not any(
            o is not m and one_clause(m, o) and (o.probability, o.token) > (m.probability, m.token)
            for o in cluster
        )
    ]


def _mention(mention: Mention, source: SourceText) -> MentionRecord:
    tree = mention.sentence.tree
    return MentionRecord(
        source.span(tree.starts[mention.first], tree.ends[mention.last]),
        source.span(tree.start, tree.end),
        mention.sentence.block,
        mention.rule,
    )


def _actors(arguments: Sequence[ActorArgument], source: SourceText, setting: str | None) -> tuple[Actor, ...]:
    """The public forms; whose words name no country may have that of the place where it happens."""
    known = (a.referent.country for a in arguments if a.referent.known and a.role == "participant")
    partners = frozenset(country for country in known if country is not None)
    states = (a.referent for a in arguments if a.role == "source" and a.referent.kind in _STATES)
    attackers = frozenset(state.country for state in states if state.country is not None)
    return tuple(_actor(argument, source, setting, partners, attackers) for argument in arguments)


def _actor(
    argument: ActorArgument,
    source: SourceText,
    setting: str | None,
    partners: frozenset[str],
    attackers: frozenset[str],
) -> Actor:
    referent = argument.referent
    return Actor(
        source.span(argument.start, argument.end),
        argument.role,
        referent.kind,
        referent.name,
        country_of_setting(referent, setting, role=argument.role, partners=partners, attackers=attackers),
        referent.wikidata,
        referent.id or UNSET,
    )


def _place(place: PlaceArgument, source: SourceText) -> Place:
    return Place(
        source.span(place.start, place.end),
        place.name,
        place.country,
        place.latitude,
        place.longitude,
        place.geonames_id,
        place.id or UNSET,
    )
