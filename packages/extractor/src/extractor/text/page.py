"""What the readers of plain text, Markdown and HTML hand on: words, and what the markup says of them."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from extractor.text.offsets import MappedText

__all__ = ["Hint", "Mark", "Page", "Paragraph"]

Hint: TypeAlias = Literal["text", "title", "heading", "quote", "caption", "comment", "boilerplate"]
"""What the markup says of a paragraph; `text` where it says nothing."""


class Mark(NamedTuple):
    """From `start` on, up to the next mark, the markup says `hint`; `item` where a list item begins there."""

    start: int
    hint: Hint = "text"
    item: bool = False


class Paragraph(NamedTuple):
    """Half-open offsets of a paragraph, trimmed, and what the markup says of it."""

    start: int
    end: int
    hint: Hint = "text"
    item: bool = False


class Page(msgspec.Struct, frozen=True):
    """Words with the way back to the text as sent, and what a page's own metadata says.

    A blank line in the words ends a paragraph; `marks` stand in text order.
    """

    mapped: MappedText
    marks: tuple[Mark, ...] = ()
    title: str | None = None
    published: dt.date | None = None
    language: str | None = None
