"""What trafilatura takes for the main content, the comments and the metadata of a page."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import NamedTuple, Protocol

__all__ = ["Content", "Kept", "extract", "squeeze"]

_WORD = re.compile(r"\w+")
_AHEAD = 100_000
"""A block is looked for so far ahead of the one before it, in characters."""
_MISSES = 200
_LATEST = "2100-12-31"
"""Publication days are not compared with the machine's clock, so the latest one must be named."""


class Element(Protocol):
    """What is asked of an lxml element here; lxml ships no types."""

    @property
    def tag(self) -> object: ...
    @property
    def text(self) -> str | None: ...
    @property
    def tail(self) -> str | None: ...
    def iter(self, *tags: str) -> Iterator[Element]:
        """The element and those in it, in document order, of the named kinds."""
        ...


class Content(NamedTuple):
    """The main content and the comments as squeezed words, and the metadata."""

    body: Kept
    comments: Kept
    title: str | None = None
    published: dt.date | None = None


class Kept:
    """Paragraphs that were kept, asked for in the order of the source."""

    def __init__(self, paragraphs: list[str]) -> None:
        words = [squeeze(paragraph) for paragraph in paragraphs]
        self._whole = {paragraph for paragraph in words if paragraph}
        self._all = "\n".join(f" {paragraph} " for paragraph in words)
        self._at = 0
        self._misses = 0

    def __bool__(self) -> bool:
        return bool(self._whole)

    def has(self, squeezed: str) -> bool:
        """Whether the block of these words was kept, as a paragraph or as a part of one."""
        if squeezed in self._whole:
            return True
        if squeezed.count(" ") < 2:
            return False
        words = f" {squeezed} "
        found = self._all.find(words, self._at, self._at + _AHEAD)
        if found < 0 and self._misses < _MISSES:
            self._misses += 1
            found = self._all.find(words)
        if found < 0:
            return False
        self._at = found
        return True


def squeeze(text: str) -> str:
    """The words of `text` in lower case with single spaces, so that white space and marks do not matter."""
    return " ".join(_WORD.findall(text.lower()))


def extract(source: str, url: str | None) -> Content:
    """The content of the page; with nothing kept where the library makes nothing of it."""
    trafilatura = _library()
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    try:
        document = trafilatura.bare_extraction(
            source.replace("\0", " "),
            url=url,
            include_comments=True,
            with_metadata=True,
            date_extraction_params=dates,
        )
    except Exception:  # whatever breaks the library, the page can still be read by its structure
        document = None
    if document is None or isinstance(document, dict):
        return Content(Kept([]), Kept([]))
    return Content(
        Kept(_paragraphs(document.body)),
        Kept(_paragraphs(document.commentsbody)),
        document.title,
        _day(document.date),
    )


@cache
def _library() -> ModuleType:
    """The content extractor; what it logs about broken pages is not for standard error."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura


def _paragraphs(element: Element | None) -> list[str]:
    """The text of each innermost block of what was kept."""
    if element is None:
        return []
    found = []
    for child in element.iter("p", "head", "item", "quote", "cell", "ab", "code"):
        words = "".join(_texts(child))
        if words.strip():
            found.append(words)
    return found


def _texts(element: Element) -> Iterator[str]:
    """The texts within the element, with a space for each line break."""
    for part in element.iter():
        if part.tag == "lb":
            yield " "
        if isinstance(part.text, str):
            yield part.text
        if part is not element and part.tail:
            yield part.tail


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
