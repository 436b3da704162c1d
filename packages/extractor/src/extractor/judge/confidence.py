"""How sure an event is: features of its mentions and of the agreement of its parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from extractor.evidence import Mention

__all__ = ["confidence_features"]

_STEPS = 20
"""Steps of a probability, which are features each: how far it reaches."""


def confidence_features(cluster: Sequence[Mention]) -> list[str]:
    """Features of an event: probabilities in steps, the number of its mentions, and which parts it has."""
    surest = max(cluster, key=lambda m: m.probability)
    kind = surest.type
    first = cluster[0].sentence
    return [
        *_reached("p", surest.probability, 6),
        *_reached(f"{kind}:p", surest.probability, 6),
        f"type={kind}",
        f"mentions={min(len(cluster), 4)}",
        f"block={first.block}",
        f"sentence={min(first.index, 4)}",
        f"index={min(first.index, 9)}",
        f"length={len(surest.sentence.tree) // 8}",
        f"place={any(m.places for m in cluster)}",
        f"date={any(m.date for m in cluster)}",
        *_values(surest),
        *_actors(cluster),
    ]


def _values(mention: Mention) -> list[str]:
    """Subtype and status, and how sure they are."""
    status = mention.likeliest_status()
    return [
        f"st={mention.type}:{status}",
        f"sub={mention.type}:{mention.subtype}",
        *_reached("status", mention.status[status], 6),
        *_reached("subtype", max(mention.subtypes.values()), 4),
    ]


def _actors(cluster: Sequence[Mention]) -> list[str]:
    """The roles that are filled, by whom, and how surely."""
    kind = cluster[0].type
    actors = [a for m in cluster for a in m.actors]
    roles = sorted({a.role for a in actors})
    fillers = sorted({f"{a.role}-{a.referent.kind}" for a in actors})
    countries = {a.referent.country for a in actors if a.referent.country}
    return [
        *(f"role={kind}:{role}" for role in roles),
        f"actors={min(len(actors), 3)}",
        f"roles={kind}:{'+'.join(roles)}",
        f"fillers={kind}:{'+'.join(fillers)}",
        f"countries={kind}:{min(3, len(countries))}",
        *_reached("actor", max((a.probability for a in actors), default=0.0), 6),
    ]


def _reached(name: str, probability: float, least: int) -> tuple[str, ...]:
    """The steps from `least` on that a probability reaches."""
    marks, labels = _marks(name, least)
    return labels[: bisect_right(marks, probability)]


@cache
def _marks(name: str, least: int) -> tuple[tuple[float, ...], tuple[str, ...]]:
    marks = [k / _STEPS for k in range(least, _STEPS)]
    return tuple(marks), tuple([f"{name}>={mark:.2f}" for mark in marks])
