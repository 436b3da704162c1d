"""A mention as one of a pair of which may be said that they state one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.dates import number_of
from extractor.evidence import Mention, Referent
from extractor.frames.determiners import determiner
from extractor.frames.tree import NAME, QUALIFYING

__all__ = ["UNKNOWN", "Side", "days_of", "numbers_in"]

UNKNOWN = frozenset({None, ""})
_TELLING = 3
"""Numbers from which on they tell one attack from another."""


@dataclass(slots=True, frozen=True)
class _Role:
    """Who has a role in a mention: the entities' keys, countries (None where it is not known) and kinds."""

    keys: frozenset[int]
    countries: frozenset[str | None]
    kinds: frozenset[str]

    @classmethod
    def of(cls, referents: Sequence[Referent]) -> _Role:
        """The actors of one role together."""
        return cls(
            frozenset([r.key for r in referents]),
            frozenset([r.country for r in referents]),
            frozenset([r.kind for r in referents]),
        )


@dataclass(slots=True, frozen=True)
class Side:
    """A mention as one of a pair, with the words that are compared: lemmas in the trigger's own functions and
    of its modifiers; lower-case words of the names in its sentence, and of its actors and places.
    """

    mention: Mention
    heads: frozenset[str]
    modifiers: frozenset[str]
    around: frozenset[str]
    named: frozenset[str]
    roles: dict[str, _Role]
    keys: frozenset[int]
    """Of all actors."""
    places: frozenset[str]
    place_countries: frozenset[str | None]
    determiner: str
    status: str
    subtype: str
    numbers: frozenset[int]
    """How many a strike hits, as far as it is told."""

    @classmethod
    def of(cls, mention: Mention) -> Side:
        """The side of a mention whose arguments are chosen."""
        tree = mention.sentence.tree
        functions = mention.sentence.functions_of(mention.token).items()
        actors = [w.lower() for a in mention.actors for w in a.referent.name.split() if w[0].isupper()]
        places = [w.lower() for p in mention.places for w in p.name.split()]
        roles = {
            role: _Role.of([a.referent for a in mention.actors if a.role == role])
            for role in {a.role for a in mention.actors}
        }
        return cls(
            mention,
            frozenset([tree.lemmas[k] for k, name in functions if ":" not in name and ">" not in name]),
            frozenset([tree.lemmas[k] for k in tree.children[mention.token] if tree.deps[k] in QUALIFYING]),
            frozenset(
                [w for w, tag in zip(tree.lower, tree.tags, strict=True) if tag in NAME and len(w) > 2]
            ),
            frozenset(actors).union(places),
            roles,
            frozenset([a.referent.key for a in mention.actors]),
            frozenset([p.name for p in mention.places]),
            frozenset([p.country for p in mention.places]),
            determiner(mention.sentence.tree, mention.token),
            _best(mention.status),
            _best(mention.subtypes),
            frozenset(_numbers(mention)),
        )


def numbers_in(name: str) -> list[int]:
    """The numbers a description holds, in their order."""
    return [number for number in map(number_of, name.casefold().split()) if number is not None]


def _numbers(mention: Mention) -> Iterator[int]:
    for actor in mention.actors if mention.type == "strike" else ():
        if actor.role == "target" and actor.kind != "name":
            yield from (number for number in numbers_in(actor.referent.name) if number >= _TELLING)


def _best(values: dict[str, float]) -> str:
    return max(values, key=values.__getitem__) if values else "-"


def days_of(first: Mention, second: Mention) -> list[str]:
    """How the days of two mentions lie to each other, as a feature."""
    a, b = first.date, second.date
    if a is None or b is None:
        return [f"date={'none' if a is None and b is None else 'one'}"]
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return ["date=open"]
    if (a.first, a.last) == (b.first, b.last):
        return ["date=same"]
    return ["date=overlap" if a.first <= b.last and b.first <= a.last else "date=apart"]
