"""Expectations as markup in the sentence.

    <source>Israeli jets</> <strike.airstrike>bombed</> <target>a depot</> near <place>Homs</> <date=2018-04-09>on Monday</>.

- `<TYPE.SUBTYPE>` is the trigger of the sentence's event; `<TYPE.SUBTYPE STATUS>` where it has not occurred; `/` parts
  subtypes or statuses of which each would be right (`<strike.other/ground>`);
- `<source>`, `<target>`, `<participant>`, `<mediator>`, `<protester>` are its actors;
- `<place>` is where, and `<date=DAY>` or `<date=FIRST..LAST>` is when it happens;
- `</>` closes what was opened last, so that a place may stand within an actor: `<target><place>Aleppo</></>`.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from extractor_schema import Event

__all__ = ["Expected", "actors_of", "bare", "date_of", "parse", "places_of"]

ROLES = frozenset({"source", "target", "participant", "mediator", "protester"})
_TAG = re.compile(r"<([^>]*)>")
_LOOSE = re.compile(r"^(?:the|a|an|in|on|at|near|from|by|over|last|this)\s+", re.IGNORECASE)


class Expected(msgspec.Struct, frozen=True):
    """What a marked sentence expects; words without article or preposition, as `bare` gives them."""

    text: str
    type: str
    subtypes: tuple[str, ...]
    statuses: tuple[str, ...]
    trigger: tuple[int, int]
    actors: frozenset[tuple[str, str]]
    places: frozenset[str]
    date: tuple[dt.date, dt.date] | None


def bare(words: str) -> str:
    """Words without the articles and prepositions that a span may begin with or not."""
    while (shorter := _LOOSE.sub("", words)) != words:
        words = shorter
    return words.removesuffix("’s").removesuffix("'s")


def parse(marked: str) -> Expected:
    """The expectation of a marked sentence with exactly one trigger."""
    text, spans = _strip(marked)
    actors, places, date, found = set(), set(), None, None
    for label, start, end in spans:
        words = bare(text[start:end])
        if label in ROLES:
            actors.add((label, words))
        elif label == "place":
            places.add(words)
        elif label.startswith("date="):
            first, _, last = label.removeprefix("date=").partition("..")
            date = (dt.date.fromisoformat(first), dt.date.fromisoformat(last or first))
        else:
            assert found is None, f"two triggers: {marked}"
            found = (label, start, end)
    assert found is not None, f"no trigger: {marked}"
    (kind, _, status), start, end = found[0].partition(" "), found[1], found[2]
    event_type, _, subtypes = kind.partition(".")
    statuses = tuple((status or "occurred").split("/"))
    return Expected(
        text,
        event_type,
        tuple(subtypes.split("/")),
        statuses,
        (start, end),
        frozenset(actors),
        frozenset(places),
        date,
    )


def _strip(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    parts: list[str] = []
    length, position = 0, 0
    stack: list[tuple[str, int]] = []
    spans = []
    for tag in _TAG.finditer(marked):
        parts.append(marked[position : tag.start()])
        length += tag.start() - position
        position = tag.end()
        if tag[1] == "/":
            label, start = stack.pop()
            spans.append((label, start, length))
        else:
            stack.append((tag[1], length))
    assert not stack, f"not closed: {marked}"
    return "".join([*parts, marked[position:]]), spans


def actors_of(event: Event) -> frozenset[tuple[str, str]]:
    """Role and bare words of the event's actors."""
    return frozenset((actor.role, bare(actor.span.text)) for actor in event.actors)


def places_of(event: Event) -> frozenset[str]:
    """Bare words of the event's places."""
    return frozenset(bare(place.span.text) for place in event.places)


def date_of(event: Event) -> tuple[dt.date | None, dt.date | None] | None:
    """First and last day of the event."""
    return (event.date.start, event.date.end) if event.date else None
