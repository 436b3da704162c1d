"""Reads a page: its blocks with their offsets, aligned with what the content extractor kept of it."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from extractor.text.characters import clean
from extractor.text.header import header
from extractor.text.html.content import Content, Kept, extract, squeeze
from extractor.text.html.tokens import Tag, Text, tokens
from extractor.text.offsets import MappedText, TextBuilder
from extractor.text.page import Hint, Mark, Page

__all__ = ["read_html"]

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub"
    " sup time tt u var wbr label nobr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SILENT = frozenset(
    "script style noscript template svg math canvas object audio video select button textarea title iframe head"
    " datalist map".split()
)
"""Elements whose text is not read."""
_PAGE = frozenset("nav footer aside menu dialog".split())
"""Elements that belong to the page, not to the article."""
_HINTS: dict[str, Hint] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "figcaption": "caption", "caption": "caption", "blockquote": "quote",
}  # fmt: skip
_COMMENTS = re.compile(
    r"\b(?:id|class)\s*=\s*[\"']?(?:[^\"'>]*\s)?"
    r"(?:comments?-?(?:list|area|body|content|section|thread|text|wrapper)|comments|disqus_thread|commentlist)[\"'\s]",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?:^|\s)hidden(?:[\s=/]|$)|display\s*:\s*none|aria-hidden\s*=\s*[\"']?true", re.IGNORECASE)
_LANGUAGE = re.compile(r"\blang\s*=\s*[\"']?([a-zA-Z]{2,3})")
_ENTITY = re.compile(r"&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};|(?:amp|nbsp|lt|gt|quot)\b)")
_PIECE = re.compile(rf"(?P<space>\s+)|(?P<entity>{_ENTITY.pattern})|[^\s&]+|&")
_FINAL = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s*\Z")
_SENTENCE_WORDS = 8
_MOST_TAGS = 50_000
"""A page of more tags is read by its structure alone: the content extractor would need minutes."""


class _Block(NamedTuple):
    """A run of text between block tags: offsets into the page's words, and where it stands."""

    start: int
    end: int
    hint: Hint
    item: bool
    page: bool
    comment: bool
    linked: int


def read_html(source: str, url: str | None = None) -> Page:
    """The words of the page `source`, which boilerplate is part of and marked as such; never fails.

    `url` helps the content extractor and is not fetched.
    """
    reader = _Reader(source)
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
    return Page(words.then(cleaned), _moved(marks, cleaned), content.title, content.published, reader.language)


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


class _Reader:
    """Collects words and blocks; knows which elements are open by their number, so that deep nesting costs nothing."""

    def __init__(self, source: str) -> None:
        self.builder = TextBuilder()
        self.blocks: list[_Block] = []
        self.language: str | None = None
        self.tags = 0
        self._source = source
        self._stack: list[tuple[str, bool, bool]] = []
        self._open: dict[str, int] = {}
        self._silent = self._page = self._comment = self._linked = 0
        self._start: int | None = None
        self._item = False
        self._space = self._broken = False
        self._at = 0

    def tag(self, tag: Tag) -> None:
        """Open or close an element; block elements end the block before them."""
        self.tags += 1
        if tag.name == "html" and not self.language and (found := _LANGUAGE.search(tag.attributes)):
            self.language = found[1].lower()
        if tag.name == "br":
            self._line_break()
        elif tag.name not in _INLINE:
            self.end_block()
            self._item = self._item or (tag.name == "li" and not tag.closing)
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in _VOID and not (tag.attributes.endswith("/") and tag.name in _SILENT):
            hidden = tag.name in _SILENT or bool(tag.attributes and _HIDDEN.search(tag.attributes))
            comment = bool("omment" in tag.attributes or "disqus" in tag.attributes) and bool(
                _COMMENTS.search(tag.attributes + " ")
            )
            self._stack.append((tag.name, hidden, comment))
            self._count(tag.name, hidden, comment, 1)

    def _close(self, name: str) -> None:
        if not self._open.get(name):
            return
        while self._stack:
            top, hidden, comment = self._stack.pop()
            self._count(top, hidden, comment, -1)
            if top == name:
                return

    def _count(self, name: str, hidden: bool, comment: bool, step: int) -> None:
        self._open[name] = self._open.get(name, 0) + step
        self._silent += step * hidden
        self._comment += step * comment
        self._page += step * (name in _PAGE)

    def _line_break(self) -> None:
        if self._broken:
            self.end_block()
        elif self._start is not None and not self._silent:
            self.builder.add("\n", self._at, self._at)
            self._space, self._broken = False, True

    def text(self, text: Text) -> None:
        """Add the words of a stretch of text, its entities resolved and its white space squeezed."""
        if self._silent:
            return
        source = self._source
        for piece in _PIECE.finditer(source, text.start, text.end):
            start, end = piece.span()
            if piece.lastgroup == "space":
                self._space = self._start is not None
                continue
            if self._start is None:
                self._begin(start)
            elif self._space:
                self.builder.add(" ", self._at, start)
            self._space = self._broken = False
            words = html.unescape(piece.group()) if piece.lastgroup == "entity" else piece.group()
            self.builder.add(words, start, end)
            self._at = end
            self._linked += (end - start) * bool(self._open.get("a"))

    def _begin(self, at: int) -> None:
        if len(self.builder):
            self.builder.add("\n\n", self._at, self._at)
        self._start = len(self.builder)
        self._at = at

    def end_block(self) -> None:
        """End the block that is being read."""
        if self._start is not None:
            hint = next((hint for name, hint in _HINTS.items() if self._open.get(name)), "text")
            self.blocks.append(
                _Block(
                    self._start, len(self.builder), hint, self._item, self._page > 0, self._comment > 0, self._linked
                )
            )
            self._item = False
        self._start, self._linked, self._space, self._broken = None, 0, False, False


def _marks(words: str, blocks: list[_Block], content: Content) -> list[Mark]:
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


def _belongs(text: str, block: _Block, index: int, first: int, last: int, found: bool) -> bool:
    """Whether a block that the extractor did not keep is part of the article all the same.

    Headlines, captions and publication lines are; so is a paragraph of sentences among those that were kept.
    """
    if block.hint == "title" or (block.hint == "caption" and index < last) or not found and block.hint == "heading":
        return True
    if header(" ".join(text.split())) and index < last:
        return True
    if block.linked * 2 > len(text):
        return False
    sentence = text.count(" ") + 1 >= _SENTENCE_WORDS and bool(_FINAL.search(text))
    return sentence and (first <= index < last or not found)
