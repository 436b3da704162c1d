"""Reads a page: its blocks with their offsets, aligned with what the content extractor kept of it."""

from __future__ import annotations

import re

from extractor.text.characters import clean
from extractor.text.header import header
from extractor.text.html.blocks import BlockReader, HtmlBlock
from extractor.text.html.content import Content, Kept, extract, squeeze
from extractor.text.html.tokens import Tag, tokens
from extractor.text.offsets import MappedText
from extractor.text.page import Hint, Mark, Page

__all__ = ["read_html"]

_FINAL = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s*\Z")
_SENTENCE_WORDS = 8
_MOST_TAGS = 50_000
"""A page of more tags is read by its structure alone: the content extractor would need minutes."""


def read_html(source: str, url: str | None = None) -> Page:
    """The words of the page `source`, which boilerplate is part of and marked as such; never fails.

    `url` helps the content extractor and is not fetched.
    """
    reader = BlockReader(source)
    for token in tokens(source):
        if isinstance(token, Tag):
            reader.tag(token)
        else:
            reader.text(token)
    reader.end_block()
    words = reader.builder.build()
    content = extract(source, url) if reader.tags <= _MOST_TAGS else Content(Kept([]), Kept([]))
    marks = tuple(_marks(words.text, reader.blocks, content))
    cleaned = clean(words.text)
    return Page(
        words.then(cleaned), _moved(marks, cleaned), content.title, content.published, reader.language
    )


def _moved(marks: tuple[Mark, ...], cleaned: MappedText) -> tuple[Mark, ...]:
    """The marks where their blocks begin once the words are cleaned."""
    if not cleaned.pieces:
        return marks
    moved, at = [], 0
    for mark in marks:
        while at + 1 < len(cleaned.pieces) and cleaned.pieces[at + 1].origin <= mark.start:
            at += 1
        piece = cleaned.pieces[at]
        offset = mark.start - piece.origin
        moved.append(mark._replace(start=piece.start + max(0, min(offset, piece.size))))
    return tuple(moved)


def _marks(words: str, blocks: list[HtmlBlock], content: Content) -> list[Mark]:
    """What each block is, by what the extractor kept and by the elements that it stands in."""
    squeezed = [squeeze(words[block.start : block.end]) for block in blocks]
    kept = [not block.page and content.body.has(text) for block, text in zip(blocks, squeezed, strict=True)]
    first = kept.index(True) if True in kept else 0
    last = len(kept) - kept[::-1].index(True) if True in kept else len(kept)
    marks = []
    for index, block in enumerate(blocks):
        text = words[block.start : block.end]
        hint: Hint = block.hint
        if block.page:
            hint = "quote" if block.hint == "quote" and first <= index < last else "boilerplate"
        elif block.comment or (not kept[index] and content.comments.has(squeezed[index])):
            hint = "comment"
        elif not kept[index] and not _belongs(text, block, index, first, last, bool(content.body)):
            hint = "boilerplate"
        marks.append(Mark(block.start, hint, block.item))
    return marks


def _belongs(text: str, block: HtmlBlock, index: int, first: int, last: int, found: bool) -> bool:
    """Whether a block that the extractor did not keep is part of the article all the same.

    Headlines, captions and publication lines are; so is a paragraph of sentences among those that were kept.
    """
    if (
        block.hint == "title"
        or (block.hint == "caption" and index < last)
        or (not found and block.hint == "heading")
    ):
        return True
    if header(" ".join(text.split())) and index < last:
        return True
    if block.linked * 2 > len(text):
        return False
    sentence = text.count(" ") + 1 >= _SENTENCE_WORDS and bool(_FINAL.search(text))
    return sentence and (first <= index < last or not found)
