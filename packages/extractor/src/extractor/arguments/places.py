"""Chooses the places of a mention and resolves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from msgspec import structs

from extractor.arguments.event_places import (
    is_called_after,
    is_included,
    is_label,
    is_on_sidelines,
    is_only_struck,
    is_spoken_at,
    is_where_done,
    is_where_harmed,
    told_where,
)
from extractor.arguments.features import place_features
from extractor.arguments.hosts import is_arrived_at, is_destination, is_host
from extractor.arguments.other_places import is_of_office, is_other_place
from extractor.arguments.place_candidates import PlaceCandidate
from extractor.evidence import Mention, PlaceArgument, Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.judge.bars import Bar
from extractor.judge.linear import LinearModel
from extractor.places import TOWNS

__all__ = ["PlaceSelector", "Resolve", "ResolvedPlace", "place_of"]

_WIDE = frozenset({"country", "region", "area"})
_OPEN = frozenset({"area", "continent", "country", "mountain", "region", "river", "sea"})
"""Kinds of what no settlement is."""
_SETTLEMENTS = lemma_set("settlements")
_LEAST = 0.2
"""Probability from which on a place is the event's where none is likelier and it is part of what is there."""


class ResolvedPlace(Protocol):
    """What the gazetteer says of a place."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def geonames_id(self) -> int | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str | None: ...


Resolve = Callable[[str, Sequence[str]], ResolvedPlace | None]
"""Looks up a place by its words and those of what contains it."""


class PlaceSelector:
    """Places by a linear model over the features of phrase and mention."""

    def __init__(self, model: LinearModel, classes: Mapping[str, str], *, bar: Bar) -> None:
        self._model = model
        self._classes = classes
        self.bar = bar

    def features(
        self,
        mention: Mention,
        candidate: PlaceCandidate,
        rivals: Sequence[Mention],
        around: Sequence[PlaceCandidate],
    ) -> list[str]:
        """The features of one candidate among all those `around` it."""
        others = [c for c in around if c is not candidate]
        return place_features(
            mention.sentence,
            mention,
            candidate.phrase,
            carrier=candidate.carrier,
            container=candidate.container,
            kind=candidate.kind,
            end=candidate.end,
            rivals=rivals,
            others=[(c.phrase.head, c.kind != "country") for c in others],
            namesakes=len([c for c in others if c.name == candidate.name]),
            classes=self._classes,
        )

    def select(
        self,
        mention: Mention,
        candidates: Sequence[PlaceCandidate],
        rivals: Sequence[Mention],
        resolve: Resolve,
        within: range | None = None,
    ) -> list[PlaceArgument]:
        """The mention's places; a container is left out beside what it contains.

        More is asked of a second place, unless it stands in a list with the first or is what that contains.
        Of those `within` some tokens, where these are given, the likeliest is one in any case.
        """
        rated = self._rated(mention, candidates, rivals)
        if within is not None:
            rated = [(probability, c) for probability, c in rated if c.phrase.head in within]
        chosen = self._chosen(mention, rated, rivals, least_one=within is not None) or [
            (c, self.bar.first)
            for probability, c in rated
            if is_label(mention.sentence.tree, c, mention)
            or is_host(mention, c, candidates)
            or (probability >= _LEAST and is_where_done(mention, c))
        ]
        if any(c.kind == "toponym" for c, _ in chosen):
            chosen = [(c, probability) for c, probability in chosen if not is_only_struck(mention, c)]
        chosen.sort(key=lambda item: item[0].phrase.start)
        outer = [
            (candidate, probability)
            for candidate, probability in chosen
            if not any(
                o.phrase.start < candidate.phrase.start and candidate.phrase.end <= o.end for o, _ in chosen
            )
        ]
        told = (_told(mention, candidate, probability, resolve) for candidate, probability in outer)
        return [argument for argument in told if argument is not None]

    def _rated(
        self, mention: Mention, candidates: Sequence[PlaceCandidate], rivals: Sequence[Mention]
    ) -> list[tuple[float, PlaceCandidate]]:
        """The candidates that are told of nothing else, with how probable each is; what the words give
        outright to the event is certain.
        """
        tree, sole = mention.sentence.tree, len(candidates) == 1
        where = told_where(tree, mention.token, candidates)
        rated = []
        for c in candidates:
            if where is not None and where != c.phrase.head and where not in tree.ancestors(c.phrase.head):
                continue
            outright = (
                is_destination(mention, c)
                or is_arrived_at(mention, c)
                or is_called_after(mention, c)
                or is_on_sidelines(mention, c)
            )
            spoken = is_spoken_at(mention, c)
            if not spoken and is_other_place(mention, c, rivals):
                continue
            if not (spoken or outright) and is_of_office(mention, c, sole=sole):
                continue
            if spoken or outright or where == c.phrase.head:
                rated.append((1.0, c))
            else:
                rated.append((self._model.probability(self.features(mention, c, rivals, candidates)), c))
        return rated

    def _chosen(
        self,
        mention: Mention,
        rated: Sequence[tuple[float, PlaceCandidate]],
        rivals: Sequence[Mention],
        *,
        least_one: bool,
    ) -> list[tuple[PlaceCandidate, float]]:
        """Those that are probable enough beside each other, and where `least_one` is asked for, the likeliest
        in any case.
        """
        tree = mention.sentence.tree
        lists: set[int] = set()
        chosen: list[tuple[PlaceCandidate, float]] = []
        for probability, candidate in sorted(rated, key=lambda item: (-item[0], item[1].phrase.start)):
            member = tree.first_conjunct(candidate.phrase.head)
            inner = any(candidate.phrase.start < c.phrase.start < candidate.end for c, _ in chosen)
            bar = self.bar.first if not lists or inner or member in lists else self.bar.more
            if (
                probability >= bar
                or (least_one and not chosen)
                or is_where_harmed(mention, candidate, rivals)
                or is_included(tree, candidate, chosen)
            ):
                lists.add(member)
                chosen.append((candidate, probability))
        return chosen


def place_of(
    sentence: Sentence, candidate: PlaceCandidate, probability: float, resolve: Resolve
) -> PlaceArgument:
    """The place of a candidate, whatever is told of it."""
    return _argument(sentence.tree, *_resolved(sentence.tree, candidate, resolve), probability)


def _told(
    mention: Mention, candidate: PlaceCandidate, probability: float, resolve: Resolve
) -> PlaceArgument | None:
    """The place of a candidate; None where it turns out to be none."""
    sentence, tree = mention.sentence, mention.sentence.tree
    swallowed = candidate.phrase.start <= mention.token < candidate.phrase.end
    if swallowed and mention.token == candidate.phrase.end - 1:
        return None  # "GAZA CITY -- Israeli airstrikes", which the parser takes for one name
    if swallowed:  # "Missile Hits Kabul Hospital", of which the tagger makes a name
        rest = structs.replace(candidate.phrase, start=mention.token + 1)
        candidate = replace(candidate, phrase=rest, name=rest.text(tree))
    named, place = _resolved(tree, _by_name(sentence, candidate), resolve)
    if swallowed and (place is None or place.geonames_id is None):
        return None
    if not candidate.named and not _fits(tree, candidate, place):
        return None
    argument = _argument(tree, named, place, probability)
    referent = sentence.referents[candidate.phrase.head]
    if argument.geonames_id is None and referent.toponym and _is_settlement(tree, candidate):
        argument.name = referent.name  # "Tamrit village" is Tamrit
    return argument


def _fits(tree: Tree, candidate: PlaceCandidate, place: ResolvedPlace | None) -> bool:
    """Whether a place can be what the noun says that refers back to it: "the city" is no sea, no region."""
    return place is None or place.kind not in _OPEN or not _is_settlement(tree, candidate)


def _is_settlement(tree: Tree, candidate: PlaceCandidate) -> bool:
    return tree.lemmas[candidate.phrase.head] in _SETTLEMENTS


def _by_name(sentence: Sentence, candidate: PlaceCandidate) -> PlaceCandidate:
    """The country that a pronoun means where its sentence names it: "Turkey says it will host a summit"."""
    if candidate.phrase.kind != "pronoun":
        return candidate
    referent = sentence.referents[candidate.phrase.head]
    named = (p for p in sentence.phrases if p.kind == "name" and sentence.referents.get(p.head) is referent)
    phrase = next(named, None)
    return candidate if phrase is None else replace(candidate, phrase=phrase, end=phrase.end, named=True)


def _resolved(
    tree: Tree, candidate: PlaceCandidate, resolve: Resolve
) -> tuple[PlaceCandidate, ResolvedPlace | None]:
    """The place of a candidate; of a region, the town in it near which something happens."""
    place, mark = resolve(candidate.name, candidate.containers), candidate.landmark
    if mark is None or place is None or place.kind not in _WIDE or place.latitude is None:
        return candidate, place
    town = resolve(mark.text(tree), (candidate.name, *candidate.containers))
    if town is None or town.kind not in TOWNS or town.latitude is None or town.country != place.country:
        return candidate, place
    return replace(candidate, end=mark.end), town


def _argument(
    tree: Tree, candidate: PlaceCandidate, place: ResolvedPlace | None, probability: float
) -> PlaceArgument:
    start, end = tree.starts[candidate.phrase.start], tree.ends[candidate.end - 1]
    if place is None:
        return PlaceArgument(
            start, end, candidate.name, None, None, None, None, "other", probability, named=candidate.named
        )
    return PlaceArgument(
        start,
        end,
        place.name,
        place.country,
        place.latitude,
        place.longitude,
        place.geonames_id,
        place.kind,
        probability,
        place.id,
        candidate.named,
    )
