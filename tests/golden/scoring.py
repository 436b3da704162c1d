"""Scores the extractor on the golden files of the seed documents, and pins what it reaches.

python -m tests.golden.scoring [--update]
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from extractor_schema import Article, Event, Result

__all__ = ["FOLDER", "GoldenDocument", "Score", "load", "offsets", "pinned", "read", "score"]

FOLDER = Path(__file__).parent
SEEDS = FOLDER.parents[1] / "seeds"


class Trigger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word, found by the words around it."""

    text: str
    within: str


class Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An actor: role and canonical name."""

    role: Literal["source", "target", "participant", "mediator"]
    name: str


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A time expression and the days that it comes to."""

    text: str
    start: dt.date | None
    end: dt.date | None


class GoldenEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event as a careful reader tells it."""

    type: str
    subtype: str
    status: str
    triggers: tuple[Trigger, ...]
    actors: tuple[Party, ...]
    places: tuple[str, ...]
    date: Day | None
    note: str | None = None


class GoldenDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The events of one document."""

    document: str
    published: dt.date
    events: tuple[GoldenEvent, ...]

    def text(self) -> str:
        """The document as it stands in `seeds/`."""
        return (SEEDS / self.document).read_bytes().decode()


class Score(msgspec.Struct, frozen=True):
    """How many golden events are found, and how many facts about them are right."""

    events: int
    facts: int


def load() -> list[GoldenDocument]:
    """All golden documents, by name."""
    files = sorted(FOLDER.glob("0*.json"))
    return [msgspec.json.decode(path.read_bytes(), type=GoldenDocument) for path in files]


def pinned() -> dict[str, Score]:
    """The figures that are to be reached, by document."""
    return msgspec.json.decode((FOLDER / "pinned.json").read_bytes(), type=dict[str, Score])


def offsets(trigger: Trigger, text: str) -> tuple[int, int]:
    """Half-open offsets of the trigger."""
    start = text.index(trigger.within) + trigger.within.index(trigger.text)
    return start, start + len(trigger.text)


def read(extractor: Any, golden: GoldenDocument) -> Result:
    """The extractor's result for the document."""
    result: Result = extractor.extract(Article(text=golden.text(), published_at=golden.published))
    return result


def pairs(golden: GoldenDocument, result: Result) -> Iterator[tuple[GoldenEvent, Event | None]]:
    """Each golden event with the event of its type that shares most triggers with it; an event serves once."""
    text = golden.text()
    left = list(result.events)
    for wanted in golden.events:
        places = [offsets(trigger, text) for trigger in wanted.triggers]
        shared = [
            (
                sum(
                    m.trigger.start < end and start < m.trigger.end
                    for m in e.mentions
                    for start, end in places
                ),
                -i,
            )
            for i, e in enumerate(left)
            if e.type == wanted.type
        ]
        number, index = max(shared, default=(0, 0))
        yield wanted, left.pop(-index) if number else None


def facts(wanted: GoldenEvent, found: Event) -> int:
    """How many facts of the golden event the found one has right."""
    actors = {(actor.role, actor.name) for actor in found.actors}
    places = {place.span.text for place in found.places}
    days = (found.date.start, found.date.end) if found.date else None
    right = [
        found.subtype == wanted.subtype,
        found.status == wanted.status,
        days == ((wanted.date.start, wanted.date.end) if wanted.date else None),
        *((party.role, party.name) in actors for party in wanted.actors),
        *(place in places for place in wanted.places),
    ]
    return sum(right)


def score(golden: GoldenDocument, result: Result) -> Score:
    """The figures of one document."""
    found = [(wanted, event) for wanted, event in pairs(golden, result) if event is not None]
    return Score(len(found), sum(facts(wanted, event) for wanted, event in found))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is found; with `--update`, pin it."""
    from extractor import Extractor

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write pinned.json")
    options = parser.parse_args(arguments)
    extractor = Extractor()
    figures = {}
    for golden in load():
        result = read(extractor, golden)
        figures[golden.document] = score(golden, result)
        print(
            f"{golden.document}: {figures[golden.document]} of {len(golden.events)} events; {len(result.events)} read"
        )
        for wanted, event in pairs(golden, result):
            print(
                "  missing" if event is None else f"  {facts(wanted, event)} facts",
                wanted.type,
                wanted.triggers[0].within,
            )
    if options.update:
        text = msgspec.json.format(msgspec.json.encode(figures), indent=2)
        (FOLDER / "pinned.json").write_bytes(text + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
