"""The text of an article as it is read, and the way back to the text as it was sent."""

from __future__ import annotations

import datetime as dt

import msgspec

from extractor.text.offsets import MappedText
from extractor_schema import Basis, Block, Skipped, Span

__all__ = ["BlockSpan", "SourceText"]


class BlockSpan(msgspec.Struct, frozen=True):
    """One paragraph: half-open offsets into the plain text, its kind, its language, and whether it is read.

    `read` is false for boilerplate and for text in a language that was not asked for.
    """

    start: int
    end: int
    kind: Block
    language: str | None
    read: bool = True


class SourceText(msgspec.Struct, frozen=True, kw_only=True):
    """An article's text as sent and as read.

    `blocks` stand in text order, do not overlap, and cover everything but white space and markup of
    `plain`. `skipped` are offsets into `sent`. `published` is the day that the request gives, or the one
    that the text's own head names; `basis` says which. `dateline` is the place that a dateline names,
    `title` the request's or the page's.
    """

    sent: str
    mapped: MappedText
    blocks: tuple[BlockSpan, ...]
    skipped: tuple[Skipped, ...] = ()
    language: str | None = None
    published: dt.date | None = None
    basis: Basis | None = None
    dateline: str | None = None
    title: str | None = None

    @property
    def plain(self) -> str:
        """The words as read."""
        return self.mapped.text

    def span(self, start: int, end: int) -> Span:
        """The span of `plain[start:end]` in the text as sent."""
        left, right = self.mapped.origin(start, end)
        text, words = self.sent[left:right], self.mapped.text[start:end]
        return Span(left, right, text, None if words == text else words)
