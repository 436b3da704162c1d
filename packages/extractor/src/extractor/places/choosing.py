"""Chooses among places of one name: by what contains them, by the article's countries and regions, by
prominence."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from .context import Context
from .structs import PlaceEntry

__all__ = ["Choice", "choose", "distance_km", "fits"]

_COUNTRY_WEIGHT = 3.0
"""What a country with all mentions of the article adds to a reading, as a power of ten, up to a limit."""
_MOST = 1.45
"""A limit, for whoever acts may act abroad: "US officials met in Athens" is not the one in Georgia. What the
article names within a country lifts it.
"""
_REGION_WEIGHT = 0.7
_CONTAINER_WEIGHT = 5.0
_KIND_WEIGHT = 2.0
_SWAY = _COUNTRY_WEIGHT + _REGION_WEIGHT + 0.1
"""More than what the article can add to one reading and not to another."""
_SHORE_KM, _SEA_KM, _BY_THE_SEA = 400.0, 7000.0, 0.3
"""A sea is known by a point in it: a place far from that may still be at its shore, and how well it fits
then."""
_BIG = ("country", "continent", "area", "sea")
_KINDS: dict[str, tuple[str, ...]] = {
    "city": ("city", "capital"),
    "country": ("country",),
    "region": ("region", "country", "area"),
    "district": ("district", "region", "city"),
    "island": ("island", "country", "area"),
    "river": ("river", "area"),
    "sea": ("sea",),
    "mountain": ("mountain", "area"),
    "facility": ("facility",),
    "area": ("area", "region"),
}

Choice = tuple[PlaceEntry, float]


def choose(
    candidates: Sequence[PlaceEntry],
    *,
    containers: Sequence[Sequence[PlaceEntry]] = (),
    context: Context | None = None,
    kind: str | None = None,
) -> Choice | None:
    """The best reading and how well the containers bear it out (0: none does, 1: all do); None without
    candidates.

    Each container comes as all its own readings, one of which has to fit. The context is not looked at where
    it could not change the choice.
    """
    rated: list[tuple[float, float, PlaceEntry]] = []
    wanted = _KINDS.get(kind or "", ())
    for candidate in candidates:
        borne = [
            max((fits(candidate, outer) for outer in outers), default=0.0) for outers in containers if outers
        ]
        support = sum(borne) / len(borne) if borne else 1.0
        rated.append((candidate.prominence + _CONTAINER_WEIGHT * sum(borne), support, candidate))
    scores = [score + _of_kind(candidate, wanted) for score, _, candidate in rated]
    if context is not None and not _is_clear(scores):
        scores = [
            score + _of_context(candidate, context) + _of_kind(candidate, wanted)
            for score, _, candidate in rated
        ]
    if not scores:
        return None
    _, support, candidate = rated[scores.index(max(scores))]
    return candidate, support


def _of_kind(candidate: PlaceEntry, wanted: Sequence[str]) -> float:
    return _KIND_WEIGHT * (1 - 0.25 * wanted.index(candidate.kind)) if candidate.kind in wanted else 0.0


def _is_clear(scores: Sequence[float]) -> bool:
    """Whether one reading leads by more than the context can make good."""
    if len(scores) < 2:
        return True
    first, second = heapq.nlargest(2, scores)
    return first - second > _SWAY


def _of_context(candidate: PlaceEntry, context: Context | None) -> float:
    if context is None or candidate.country is None:
        return 0.0
    most = _MOST + _COUNTRY_WEIGHT * context.within.get(candidate.country, 0.0)
    score = min(most, _COUNTRY_WEIGHT * context.countries.get(candidate.country, 0.0))
    if (candidate.country, candidate.admin1) in context.admin1s and candidate.kind not in (
        "country",
        "region",
    ):
        score += _REGION_WEIGHT
    return score


def fits(inner: PlaceEntry, outer: PlaceEntry) -> float:
    """How far a reading lies in a container's reading: 1 surely, 0 surely not."""
    if inner is outer or (inner.kind in _BIG and outer.kind not in _BIG):
        return 0.0
    same = inner.country == outer.country and inner.country is not None
    if outer.kind == "country":
        return 1.0 if same else 0.0
    if (
        outer.kind in ("region", "district")
        and same
        and outer.admin1
        and inner.admin1
        and outer.kind == "region"
    ):
        return 1.0 if outer.admin1 == inner.admin1 else 0.0
    kilometres = distance_km(inner, outer)
    if outer.kind == "sea" and kilometres > _SHORE_KM:
        return _BY_THE_SEA if kilometres < _SEA_KM else 0.0
    reach = {"region": 250, "district": 80, "city": 60, "capital": 60, "facility": 30}.get(outer.kind, 400)
    if kilometres > reach:
        return 0.0
    return 1.0 if same or inner.country is None or outer.country is None else 0.6


def distance_km(one: PlaceEntry, other: PlaceEntry) -> float:
    """Great-circle distance in kilometres; infinite where a coordinate is missing."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(one.longitude - other.longitude)
    h = math.sin((a - b) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
