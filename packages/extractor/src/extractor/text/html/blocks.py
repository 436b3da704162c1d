"""The blocks of a page: words between block tags, and the elements that they stand in."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from extractor.text.html.tokens import Tag, Text
from extractor.text.offsets import TextBuilder
from extractor.text.page import Hint
from extractor.text.wordlists import word_classes

__all__ = ["BlockReader", "HtmlBlock"]

_COMMENTS = re.compile(
    r"\b(?:id|class)\s*=\s*[\"']?(?:[^\"'>]*\s)?"
    r"(?:comments?-?(?:list|area|body|content|section|thread|text|wrapper)|comments|disqus_thread)"
    r"[\"'\s]",
    re.IGNORECASE,
)
_ATTRIBUTES = 1_000
"""So much of a tag's attributes is looked at, in characters."""
_HIDDEN = re.compile(
    r"(?:^|\s)hidden(?:[\s=/]|$)|display\s*:\s*none|aria-hidden\s*=\s*[\"']?true", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\blang\s*=\s*[\"']?([a-zA-Z]{2,3})")
_ENTITY = re.compile(
    r"&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};|(?:amp|nbsp|lt|gt|quot)\b)"
)
_PIECE = re.compile(rf"(?P<space>\s+)|(?P<entity>{_ENTITY.pattern})|[^\s&]++(?: [^\s&]++)*+|&")
_HINTS: tuple[Hint, ...] = ("title", "heading", "caption", "quote")


class HtmlBlock(NamedTuple):
    """A run of text between block tags, as half-open offsets into the page's words, and where it stands.

    `item` begins a list item; `page` stands in an element of the page, such as `nav`; `comment` among
    readers' comments; `linked` is the number of characters in links.
    """

    start: int
    end: int
    hint: Hint
    item: bool
    page: bool
    comment: bool
    linked: int


class BlockReader:
    """Collects words and blocks from tags and text in order.

    It knows which elements are open by their number, so that deep nesting costs nothing.
    """

    def __init__(self, source: str) -> None:
        self.builder = TextBuilder()
        self.blocks: list[HtmlBlock] = []
        self.language: str | None = None
        self.tags = 0
        self._elements = word_classes("html.txt")
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
        name, elements = tag.name, self._elements
        self.tags += 1
        if name == "html" and not self.language and (found := _LANGUAGE.search(tag.attributes)):
            self.language = found[1].lower()
        if self._open.get("head") and not tag.closing and name not in elements["head"]:
            self._close("head")
        if name == "br":
            self._line_break()
        elif name not in elements["inline"]:
            self.end_block()
            self._item = self._item or (name == "li" and not tag.closing)
        if tag.closing:
            self._close(name)
        elif name not in elements["void"] and not (
            tag.attributes.endswith("/") and name in elements["silent"]
        ):
            self._push(name, tag.attributes[:_ATTRIBUTES])

    def _push(self, name: str, attributes: str) -> None:
        hidden = name in self._elements["silent"] or _HIDDEN.search(attributes) is not None
        comment = "omment" in attributes.lower() or "disqus" in attributes
        comment = comment and _COMMENTS.search(attributes + " ") is not None
        self._stack.append((name, hidden, comment))
        self._count(name, hidden, comment, 1)

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
        self._page += step * (name in self._elements["page"])

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
            end, page, comment = len(self.builder), self._page > 0, self._comment > 0
            self.blocks.append(
                HtmlBlock(self._start, end, self._hint(), self._item, page, comment, self._linked)
            )
            self._item = False
        self._start, self._linked, self._space, self._broken = None, 0, False, False

    def _hint(self) -> Hint:
        """What the open elements say of their text, the strongest first."""
        open_ = self._open
        return next((hint for hint in _HINTS if any(map(open_.get, self._elements[hint]))), "text")
