"""A small extractor for tests of the service: it finds a few words, and misbehaves when the text says so.

A text may hold orders: `SLEEP 0.2` waits, `CRASH` ends the process, `CRASH-ONCE FILE` does so the first time,
`FAIL` raises, `GROW` keeps memory.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import time
from pathlib import Path

from extractor_api.ontology import Ontology, Term, TypeTerm
from extractor_schema import Actor, Article, Engine, Event, EventDate, Mention, Place, Result, Span

__all__ = ["BrokenExtractor", "FakeExtractor", "SlowToLoad"]

_WORDS = {
    "met": "meeting",
    "talks": "meeting",
    "offered": "offer",
    "struck": "strike",
    "threatened": "threat",
}
_EVENT = re.compile(r"\b(" + "|".join(_WORDS) + r")\b")
_PLACE = re.compile(r"\b(Geneva|Aleppo|Zürich)\b")
_SUBTYPES = {"meeting": "in_person", "offer": "other", "strike": "airstrike", "threat": "unspecified"}


class FakeExtractor:
    """Stands in for `extractor.Extractor`."""

    engine = Engine(version="0.0.0", pipeline="fake 1", rules="0")

    def __init__(self, pipeline: str | None = None, max_characters: int = 0) -> None:
        self._kept: list[bytearray] = []

    def extract(self, article: Article) -> Result:
        """Events of the words above."""
        text = article.text
        self._obey(text)
        events = tuple(self._event(text, match, n) for n, match in enumerate(_EVENT.finditer(text), 1))
        day = article.published_at
        return Result(
            id=article.id,
            language=article.language or "en",
            published_at=day.date() if isinstance(day, dt.datetime) else day,
            published_at_basis="given" if day else None,
            events=events,
            engine=self.engine,
        )

    def ontology(self) -> Ontology:
        """A few names."""
        types = tuple(
            TypeTerm(kind, kind, ("source",), (Term(_SUBTYPES[kind], "-"),))
            for kind in dict.fromkeys(_WORDS.values())
        )
        return Ontology(types, (Term("occurred", "it happened"),), (Term("source", "who acts"),), ())

    def _event(self, text: str, match: re.Match[str], number: int) -> Event:
        kind = _WORDS[match[0]]
        place = _PLACE.search(text, match.end())
        places = (
            (Place(_span(text, *place.span()), place[0], latitude=46.2, longitude=6.15),) if place else ()
        )
        mention = Mention(
            _span(text, *match.span()), _span(text, 0, len(text)), "body", f"{kind}.verb.{match[0]}"
        )
        actor = Actor(_span(text, 0, 3), "source", "group", text[:3])
        date = EventDate(_span(text, 0, 1), dt.date(2026, 1, 26), dt.date(2026, 1, 26), "day")
        confidence = 0.9 if kind == "strike" else 0.4
        return Event(
            f"e{number}", kind, _SUBTYPES[kind], "occurred", confidence, (mention,), (actor,), places, date
        )

    def _obey(self, text: str) -> None:
        if order := re.search(r"SLEEP ([\d.]+)", text):
            time.sleep(float(order[1]))
        if order := re.search(r"CRASH-ONCE (\S+)", text):
            if not Path(order[1]).exists():
                Path(order[1]).touch()
                os._exit(9)
        elif "CRASH" in text:
            os._exit(9)
        if "FAIL" in text:
            raise RuntimeError(f"cannot read: {text}")
        if "GROW" in text:
            self._kept.append(bytearray(os.urandom(1)) * 200_000_000)


class SlowToLoad(FakeExtractor):
    """Takes a while to be built."""

    def __init__(self, pipeline: str | None = None, max_characters: int = 0) -> None:
        time.sleep(1.5)
        super().__init__(pipeline, max_characters)


class BrokenExtractor:
    """Can't be built."""

    def __init__(self, pipeline: str | None = None, max_characters: int = 0) -> None:
        raise RuntimeError("no pipeline here")


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
