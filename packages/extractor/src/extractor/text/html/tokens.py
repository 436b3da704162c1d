"""Cuts HTML into tags and text, each with its offsets, in time that grows with the length alone.

The standard library's `html.parser` needs quadratic time for tags that never end (a megabyte of `<a ` keeps
it busy for hours), and the parsers that are fast keep no positions of text. What to read is not decided
here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Tag", "Text", "tokens"]

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/<>]*)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""")
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is no markup: it ends at their own closing tag alone."""
_WINDOW = 20_000
"""Longest tag that is read with its quotes, in characters."""


class Tag(NamedTuple):
    """An opening or closing tag: its name in lower case, and its attributes as they stand in the source."""

    name: str
    closing: bool
    attributes: str


class Text(NamedTuple):
    """Half-open source offsets of text between tags; entities are not resolved."""

    start: int
    end: int


def tokens(source: str) -> Iterator[Tag | Text]:
    """The tags and the text of `source` in order.

    Comments, declarations and the content of raw elements are left out, that of a title too: it is metadata.
    """
    scanner = _Scanner(source)
    at = start = 0
    while (at := source.find("<", at)) >= 0:
        end, tag = scanner.markup(at)
        if end == at:
            at += 1
            continue
        if start < at:
            yield Text(start, at)
        if tag:
            yield tag
            if tag.name in _RAW and not tag.closing:
                end = scanner.raw_end(tag.name, end)
        at = start = end
    if start < len(source):
        yield Text(start, len(source))


class _Scanner:
    """Finds where markup ends, and remembers what is not to be found again."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last = source.rfind(">")
        self._loose = 0

    def markup(self, at: int) -> tuple[int, Tag | None]:
        """The end of the markup at `at`, and its tag; `at` itself where "<" is a character of the text."""
        source = self._source
        if source.startswith("<!--", at):
            end = source.find("-->", at + 4)
            return (end + 3 if end >= 0 else len(source)), None
        if at > self._last:
            return at, None
        if source[at + 1] in "!?":
            return source.find(">", at) + 1, None
        if at >= self._loose:
            match = _TAG.match(source, at, at + _WINDOW)
            if match:
                return match.end(), Tag(match[2].lower(), bool(match[1]), match[3])
            name = _NAME.match(source, at, at + _WINDOW)
            if name:
                self._loose = at + _WINDOW
        else:
            name = _NAME.match(source, at, at + 60)
        if not name:
            return at, None
        return source.find(">", at) + 1, Tag(name[2].lower(), bool(name[1]), "")

    def raw_end(self, name: str, at: int) -> int:
        """Where the content of the raw element `name` ends."""
        end = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(self._source, at)
        return end.start() if end else len(self._source)
