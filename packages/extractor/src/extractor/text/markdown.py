"""Markdown to words that know where they came from.

markdown-it-py reads the markup; its inline parser keeps no positions, so a state that notes them stands in
for the parser's own. Addresses of links, images and raw tags are not words and are left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from extractor.text.characters import clean
from extractor.text.offsets import TextBuilder
from extractor.text.page import Hint, Mark, Page

__all__ = ["read_markdown"]

_MAX_NESTING = 20
_COSTLY = "[*_`<!\\"
_MOST_MARKS = 5_000
"""A paragraph with more marks is no prose; they are not read, since their nesting costs too much."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_YEAR_LIKE = 3
"""An ordered list's number with so many digits begins a sentence ("2019. ...") and is no list marker."""


def read_markdown(text: str) -> Page:
    """The words of Markdown `text` and what its markup says of them; never fails, whatever the text holds."""
    cleaned = clean(text)
    reader = _Reader(cleaned.text)
    for token in _parser().parse(cleaned.text):
        reader.take(token)
    words = reader.builder.build()
    return Page(cleaned.then(words), tuple(reader.marks))


class _Placed(StateInline):
    """Notes for each token where in the inline text it stands (`meta`: `at`, or `places` of its parts)."""

    places: list[tuple[int, str]]

    def append_pending(self, text: str) -> None:
        self.__dict__.setdefault("places", []).append((self.pos, text))
        super().append_pending(text)

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta["places"] = self.__dict__.pop("places", [])
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        at = self.pos
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = at
        return token


class _PlacedInline(ParserInline):
    """The inline parser with a state that notes positions."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _Placed(src, md, env, tokens)
        if sum(map(src.count, _COSTLY)) > _MOST_MARKS:
            state.append_pending(src)
            state.pushPending()
            return state.tokens
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def _parser() -> MarkdownIt:
    """Prose only: indented text is no code, and raw HTML is read tag by tag, not dropped as a block."""
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING})
    parser.inline = _PlacedInline()
    parser.enable("table")
    parser.disable(["code", "html_block", "linkify", "strikethrough", "fragments_join", "text_join"])
    return parser


class _Reader:
    """Collects words and marks from tokens in order."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.builder = TextBuilder()
        self.marks: list[Mark] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._hints: list[Hint] = ["text"]
        self._item = False
        self._number: tuple[str, int] | None = None
        self._at = 0

    def take(self, token: Token) -> None:
        """Read one block token."""
        if token.type == "inline" and token.map:
            self._inline(token)
        elif token.type == "heading_open":
            self._hints.append("title" if token.tag == "h1" else "heading")
        elif token.type == "blockquote_open":
            self._hints.append("quote")
        elif token.type in ("heading_close", "blockquote_close"):
            self._hints.pop()
        elif token.type == "list_item_open":
            self._item = True
            if len(token.info) >= _YEAR_LIKE and token.map:
                self._number = (token.info + token.markup, self._lines[token.map[0]])
                self._item = False

    def _inline(self, token: Token) -> None:
        """Read the words of a paragraph, a heading or a cell."""
        assert token.map is not None
        if len(self.builder):
            self.builder.add("\n\n", self._at, self._at)
        self.marks.append(Mark(len(self.builder), self._hints[-1], self._item))
        self._item = False
        if self._number:
            self._marker(*self._number)
        place = _Places(self.source, self._lines, token.content, token.map[0], self._at)
        link = False
        for child in token.children or ():
            if child.type in ("link_open", "link_close"):
                link = child.type == "link_open" and child.markup == "autolink"
            elif not link:
                self._child(child, place)

    def _marker(self, marker: str, line: int) -> None:
        at = self.source.find(marker, max(line, self._at))
        if at >= 0:
            self._add(marker + " ", at, at + len(marker) + 1)
        self._number = None

    def _child(self, child: Token, place: _Places) -> None:
        if child.type == "text" and "places" in child.meta:
            left = len(child.content)
            for at, words in child.meta["places"]:
                self._span(words[:left], place(at))
                left -= len(words[:left])
        elif child.type == "text":
            self._span(child.content, place(child.meta["at"]))
        elif child.type == "text_special":
            at = place(child.meta["at"])
            self._add(clean(child.content).text, at, at + len(child.markup))
        elif child.type == "code_inline":
            self._span(child.content, place(child.meta["at"]) + len(child.markup))
        elif child.type in ("softbreak", "hardbreak") or (
            child.type == "html_inline" and _BREAK.match(child.content)
        ):
            self._span("\n", place(child.meta["at"]))

    def _span(self, words: str, at: int) -> None:
        self._add(words, at, at + len(words))

    def _add(self, words: str, start: int, end: int) -> None:
        """Add words; an origin never goes back, whatever the markup."""
        start = max(start, self._at)
        end = max(start, min(end, len(self.source)))
        self.builder.add(words, start, end)
        self._at = end


class _Places:
    """Offsets of an inline text in the source, where its lines stand one by one with their indentation."""

    def __init__(self, source: str, lines: list[int], content: str, line: int, least: int) -> None:
        self._rows: list[tuple[int, int]] = []
        self._row = 0
        start = 0
        for number, row in enumerate(content.split("\n")):
            words = row.strip()
            begin = max(least, lines[min(line + number, len(lines) - 1)])
            last = lines[line + number + 1] if line + number + 1 < len(lines) else len(source)
            at = source.find(words, begin, last)
            at = at if at >= 0 else begin
            lead = len(row) - len(row.lstrip())
            self._rows.append((start, at - lead))
            start += len(row) + 1
            least = at + len(words)

    def __call__(self, at: int) -> int:
        """The source offset of the inline text's `at`; asked in rising order."""
        while self._row + 1 < len(self._rows) and self._rows[self._row + 1][0] <= at:
            self._row += 1
        start, origin = self._rows[self._row]
        return origin + at - start
