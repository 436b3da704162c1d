"""Cuts a block into sentences without a parser.

A full stop ends a sentence by what stands on either side of it: the abbreviation before it, the case of the word
after it, quotes and brackets that close, and the words that usually begin sentences (`data/text/en/sentences.txt`).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.text.wordlists import word_classes

__all__ = ["sentences"]

_LONGEST = 4_000
"""A stretch with no end in sight is cut after so many characters, so that no parser is handed a megabyte."""

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\[¿¡–—*•-"
_END = re.compile(
    rf"(?:[.!?]+|…)+(?P<close>(?:\[\d{{1,3}}\]|[{_CLOSERS}])*)"
    rf"(?P<gap>\s+|(?=[\"“‘]?[A-Z]))"
)
_NEXT = re.compile(rf"[\s{_OPENERS}]*(?P<word>\d|[^\W\d_](?:[\w’'-]|\.(?=\w))*)?")
_BEFORE = re.compile(r"[\w.’'&-]*\Z")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]\Z")
_ADDRESS = re.compile(r"(?:www\.|[/@\\]|https?:)", re.IGNORECASE)


def sentences(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The sentences of the block `plain[start:end]` as half-open offsets into `plain`, trimmed of white space.

    Linear in the block's length. A stretch of more than 4,000 characters without an end is cut at white space.

        >>> text = "Gen. Smith met the U.S. envoy at 5 p.m. Monday. They talked."
        >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
        ['Gen. Smith met the U.S. envoy at 5 p.m. Monday.', 'They talked.']
    """
    found: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(plain, start, end):
        if _ends(plain, begin, match, end):
            _keep(plain, begin, match.end("close"), found)
            begin = match.end()
    _keep(plain, begin, end, found)
    return tuple(found)


def _keep(plain: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Add `[start, end)` without the white space around it, in pieces when it is very long."""
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = plain.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        _keep(plain, start, cut, found)
        start = cut
        while plain[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))


def _ends(plain: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the mark at `match` ends the sentence that begins at `begin`."""
    stop = match.end()
    if stop >= end:
        return False
    follower = _NEXT.match(plain, stop, min(end, stop + 60))
    following = follower.group("word") if follower else None
    before = _word_before(plain, begin, match.start())
    if match.end("gap") == match.start("gap"):
        return _ends_without_space(plain, match, before, following)
    if following is None:
        return True
    capital = not following.islower() and not following[0].isdigit()
    if match.group()[0] != "." or match.end("close") - match.start() > 1 and match.group()[:2] == "..":
        return capital or following[0].isdigit() and match.group()[0] in "!?"
    if match.start("close") != match.end("close"):
        return capital or following[0].isdigit()
    return _full_stop(plain, begin, match.start(), before, following, capital)


def _word_before(plain: str, begin: int, at: int) -> str:
    found = _BEFORE.search(plain, max(begin, at - 30), at)
    return found.group().lstrip("'’-") if found else ""


def _ends_without_space(plain: str, match: re.Match[str], before: str, following: str | None) -> bool:
    """A missing space: "held talks.The ministers". Addresses, versions and dotted names are left whole."""
    if not following or len(before) < 3 or not (before[-1].islower() or before[-1].isdigit()):
        return match.end("close") > match.start("close") and match.group()[0] in ".!?" and bool(following)
    if "." in before or "." in following or _ADDRESS.search(plain, max(0, match.start() - 40), match.start()):
        return False
    known = following.lower() in _classes()["starter"]
    return known or (len(following) > 1 and following[1:].islower() and not before[-1].isdigit())


def _full_stop(plain: str, begin: int, at: int, before: str, following: str, capital: bool) -> bool:
    """Whether a lone full stop ends a sentence, by the word before and the word after it."""
    classes, word, after = _classes(), before.lower(), following.lower()
    starter = after in classes["starter"]
    if word in classes["title"] or word in classes["inner"]:
        return False
    if word in classes["number"] or word in classes["month"]:
        return capital
    if word in classes["closing"]:
        return capital and after not in classes["after"]
    if word in classes["either"] or _DOTTED.match(word):
        return capital and starter
    if len(before) == 1 and before.isupper():
        return capital and starter
    if before.isdigit() and len(before) < 3 and at - len(before) == _first(plain, begin):
        return False
    if not capital:
        return following[0].isdigit() or (starter and len(before) > 3) or "-" in following[:4]
    return True


def _first(plain: str, begin: int) -> int:
    while plain[begin].isspace():
        begin += 1
    return begin


@cache
def _classes() -> dict[str, frozenset[str]]:
    return word_classes("en/sentences.txt")
