"""Reads a short text as far as its referents, without the screen for language that longer texts pass."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from extractor.actors.grouping import group_offices
from extractor.actors.knowledge import ActorBook
from extractor.actors.resolving import Resolver
from extractor.config import Config
from extractor.evidence import Referent, Sentence
from extractor.frames.parser import Parser
from extractor.frames.phrases import phrases
from extractor.places import Gazetteer
from extractor.text import sentences

ON = dt.date(2018, 5, 1)


@lru_cache(maxsize=1)
def _tools() -> tuple[Parser, ActorBook, Resolver]:
    book = ActorBook.load()
    return Parser(Config().pipeline, listed=book.listed), book, Resolver(book, Gazetteer.load())


def resolved(text: str, on: dt.date | None = ON) -> list[Sentence]:
    """The sentences of a text with their referents."""
    parser, book, resolver = _tools()

    def demonym(word: str) -> bool:
        return word[:1].isupper() and book.country_of_word(word) is not None

    trees = parser.parse((start, text[start:end]) for start, end in sentences(text, 0, len(text)))
    read = [
        Sentence(index, "body", tree, group_offices(tree, phrases(tree, demonym), book))
        for index, tree in enumerate(trees)
    ]
    resolver.resolve(read, on)
    return read


def referents(text: str, on: dt.date | None = ON) -> list[tuple[str, Referent]]:
    """The phrases of a text with their referents, in text order."""
    return [(p.text(s.tree), s.referents[p.head]) for s in resolved(text, on) for p in s.phrases]


def referent(text: str, phrase: str, on: dt.date | None = ON) -> Referent:
    """The referent of the last phrase with these words."""
    found = referents(text, on)
    hits = [r for words, r in found if words == phrase]
    assert hits, f"no phrase {phrase!r} among {[words for words, _ in found]}"
    return hits[-1]
