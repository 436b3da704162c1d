"""What an article says about where it plays: the countries and regions that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import msgspec

from .structs import PlaceEntry, Toponym

__all__ = ["Context", "LazyContext", "PlaceContext", "weigh"]

_DATELINE = 3.0
"""Weight of the dateline's country, in mentions."""
_CERTAIN = 0.6
_RIVAL = 0.01
"""Odds from which a reading in another country makes a name unsure: what is to be decided is no evidence."""
_UNSURE = 0.25


class LazyContext:
    """A context that is worked out when it is first looked at: most places are clear without."""

    def __init__(self, work: Callable[[], PlaceContext]) -> None:
        self._work = work

    @cached_property
    def _context(self) -> PlaceContext:
        return self._work()

    @property
    def countries(self) -> dict[str, float]:
        """As those of `PlaceContext`."""
        return self._context.countries

    @property
    def within(self) -> dict[str, float]:
        """As those of `PlaceContext`."""
        return self._context.within

    @property
    def admin1s(self) -> frozenset[tuple[str, str]]:
        """As those of `PlaceContext`."""
        return self._context.admin1s

    def main_country(self, share: float = 0.55) -> str | None:
        """As that of `PlaceContext`."""
        return self._context.main_country(share)


class PlaceContext(msgspec.Struct, frozen=True):
    """Where an article plays."""

    countries: dict[str, float]
    """ISO alpha-3 to its share of the mentions; the shares add up to 1 (or there are none)."""
    within: dict[str, float]
    """The part of each share that comes from the dateline, from what lies in the country and from people who
    act at home."""
    admin1s: frozenset[tuple[str, str]]
    """Country and name of the first-level regions that are named or hold a named place."""

    def main_country(self, share: float = 0.55) -> str | None:
        """The country that has at least this share of the mentions."""
        code = max(self.countries, key=lambda c: self.countries[c], default=None)
        return code if code is not None and self.countries[code] >= share else None


Context = PlaceContext | LazyContext


def weigh(
    toponyms: Iterable[Toponym],
    countries: Mapping[str, float],
    dateline: PlaceEntry | None = None,
    *,
    home: Mapping[str, float],
) -> PlaceContext:
    """Counts the countries of the readings, each by how likely it is; `countries` adds mentions known from
    elsewhere, and `home` tells how many of these lie within the country."""
    weights: dict[str, float] = defaultdict(float, countries)
    within: dict[str, float] = defaultdict(float, home)
    admin1s: set[tuple[str, str]] = set()
    for toponym in toponyms:
        likely = [10 ** (c.prominence - toponym.candidates[0].prominence) for c in toponym.candidates]
        total = sum(likely)
        rival = any(
            c.country != toponym.candidates[0].country and odds > _RIVAL
            for c, odds in zip(toponym.candidates, likely, strict=True)
        )
        voice = _UNSURE if rival else 1.0
        for candidate, odds in zip(toponym.candidates, likely, strict=True):
            if candidate.country:
                weights[candidate.country] += voice * odds / total
                if candidate.kind != "country" or toponym.located:
                    within[candidate.country] += voice * odds / total
                if not rival and candidate.admin1 and odds / total > _CERTAIN:
                    admin1s.add((candidate.country, candidate.admin1))
    if dateline is not None and dateline.country:
        weights[dateline.country] += _DATELINE
        within[dateline.country] += _DATELINE
    total = sum(weights.values())
    return PlaceContext(
        {c: w / total for c, w in sorted(weights.items())} if total else {},
        {c: w / total for c, w in sorted(within.items())} if total else {},
        frozenset(admin1s),
    )
