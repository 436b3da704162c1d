"""Sentences whose trigger stands in square brackets."""

from __future__ import annotations

import datetime as dt
from typing import Any

from extractor import Article
from extractor.evidence import Mention, Sentence
from extractor.triggers.match import Candidate
from extractor_schema import Event

__all__ = ["candidate", "events_at", "marked", "triggers_in", "unmarked"]


def unmarked(text: str) -> tuple[str, int]:
    """The sentence without its brackets, and the offset of what stands in them."""
    return text.replace("[", "").replace("]", ""), text.index("[")


def events_at(extractor: Any, text: str, published: dt.date | None = None) -> list[Event]:
    """The events that are stated by the word in the brackets."""
    plain, at = unmarked(text)
    result = extractor.extract(Article(text=plain, published_at=published))
    return [e for e in result.events for m in e.mentions if m.trigger.start == at]


def triggers_in(extractor: Any, text: str) -> list[str]:
    """The triggers of all that a sentence without brackets tells."""
    return [m.trigger.text for e in extractor.extract(Article(text=text)).events for m in e.mentions]


def candidate(extractor: Any, text: str, kind: str | None = None) -> tuple[Sentence, Candidate]:
    """The parsed sentence and the candidate at the brackets, of the type if one is named."""
    plain, at = unmarked(text)
    analysis = extractor.analyse(Article(text=plain))
    for sentence in analysis.sentences:
        for found in analysis.candidates.get(sentence.index, []):
            if sentence.tree.starts[found.token] == at and kind in (None, found.row.type):
                return sentence, found
    raise AssertionError(f"no candidate in {text!r}")


def marked(extractor: Any, text: str) -> tuple[Sentence, Mention]:
    """The parsed sentence and a mention at the brackets."""
    sentence, found = candidate(extractor, text)
    row = found.row
    mention = Mention(sentence, found.token, found.first, found.last, row.type, row.subtype, row.id, 1.0)
    return sentence, mention
