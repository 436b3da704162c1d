"""Cuts a block into sentences without a parser.

What stands on either side of a full stop decides: the abbreviation before it, the case of the word after it,
quotes and brackets that close, and the words that usually begin sentences (`data/text/en/sentences.txt`).
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from extractor.text.wordlists import word_classes

__all__ = ["sentences", "short_titles"]

_LONGEST = 4_000
"""A stretch with no end in sight is cut after so many characters, so that no parser is handed a megabyte."""

_BULLETS = frozenset("\u2022\u2023\u2043\u00b7\u2219")
_PICTURES = frozenset({"So", "Sk", "Cf", "Mn"})
"""Categories of emoji and of what joins and colours them."""
_CLOSERS = "\"'\u201d\u2019»)\\]"
_OPENING = '"\u201c\u2018'
_OPENERS = f"{_OPENING}'«(\\[¿¡*•\u2013\u2014-"
_END = re.compile(
    rf"(?P<mark>[.!?…](?<![.!?…].)(?<!\.[ ].)(?:(?<=\.)(?:[ ]\.)++|[.!?…]*+))"
    rf"(?P<close>(?:\[\d{{1,3}}\]|[{_CLOSERS}])*+)"
    rf"(?P<gap>\s+|(?=[{_OPENING}]?[A-Z]))"
)
_NEXT = re.compile(rf"[\s{_OPENERS}]*(?P<word>\d|[^\W\d_](?:[\w\u2019'-]|\.(?=\w))*)?")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]\Z")
_ADDRESS = re.compile(r"(?:www\.|[/@\\]|https?:)", re.IGNORECASE)


def sentences(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The sentences of the block `plain[start:end]`: half-open offsets into `plain`, trimmed of white space.

    Time is linear in the length. A stretch of over 4,000 characters without an end is cut at white space.

        >>> text = "Gen. Smith met the U.S. envoy at 5 p.m. Monday. They talked."
        >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
        ['Gen. Smith met the U.S. envoy at 5 p.m. Monday.', 'They talked.']
    """
    found: list[tuple[int, int]] = []
    begin = _first(plain, start, end)
    for match in _END.finditer(plain, start, end):
        if _ends(plain, begin, match, end):
            _keep(plain, begin, match.end("close"), found)
            begin = match.end()
    _keep(plain, begin, end, found)
    return tuple(found)


def _keep(plain: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Add `[start, end)` without the white space around it, in pieces when it is very long."""
    start = _first(plain, start, end)
    while end > start and plain[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = plain.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        _keep(plain, start, cut, found)
        start = _first(plain, cut, end)
    if start < end:
        found.append((start, end))


def _ends(plain: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the mark at `match` ends the sentence that begins at `begin`."""
    stop = match.end()
    if stop >= end:
        return False
    follower = _NEXT.match(plain, stop, min(end, stop + 60))
    following = follower.group("word") if follower else None
    mark, closed = match.group("mark"), bool(match.group("close"))
    if not match.group("gap"):
        before = _word_before(plain, begin, match.start())
        return _ends_without_space(plain, match.start(), before, following, closed)
    if following is None:
        return not (mark[0] == "." and not closed and _follows_mark(plain, stop))
    digit = following[0].isdigit()
    capital = not digit and not following.islower()
    if mark != "." or closed:
        return capital or (digit and mark[-1] in ".!?" and (closed or mark[-1] != "."))
    return _full_stop(plain, begin, match.start(), following, capital)


def _follows_mark(plain: str, at: int) -> bool:
    return plain[at] in ".,;:)"


def _word_before(plain: str, begin: int, at: int) -> str:
    """The word that ends at `at`, without quotes before it."""
    start, least = at, max(begin, at - 30)
    while start > least and (plain[start - 1].isalnum() or plain[start - 1] in ".\u2019'&-_"):
        start -= 1
    return plain[start:at].lstrip("'\u2019-")


def _ends_without_space(plain: str, at: int, before: str, following: str | None, closed: bool) -> bool:
    """A missing space: "held talks.The ministers". Addresses, versions and dotted names are left whole."""
    if not following:
        return False
    if len(before) < 3 or not (before[-1].islower() or before[-1].isdigit()):
        return closed
    if "." in before or "." in following or _ADDRESS.search(plain, max(0, at - 40), at):
        return False
    if following.lower() in _classes()["starter"]:
        return True
    return len(following) > 1 and following[1:].islower() and not before[-1].isdigit()


def _full_stop(plain: str, begin: int, at: int, following: str, capital: bool) -> bool:
    """Whether a lone full stop ends a sentence, by the word before and the word after it."""
    classes, before = _classes(), _word_before(plain, begin, at)
    word, after = before.lower(), following.lower()
    starter = after in classes["starter"]
    if len(before) == 1 and before.isupper():
        return capital and starter
    if word in classes["title"] or word in classes["inner"]:
        return False
    if word in classes["number"] or word in classes["month"]:
        return capital
    if word in classes["closing"]:
        return capital and after not in classes["after"]
    if word in classes["either"] or _DOTTED.match(word):
        return capital and starter
    if before.isdigit() and len(before) < 3 and at - len(before) == begin:
        return False
    return capital or _begins_low(before, following, starter)


def _begins_low(before: str, following: str, starter: bool) -> bool:
    """Whether a sentence begins with a digit, a name such as "al-Shabaab", or a small letter by mistake."""
    return following[0].isdigit() or (starter and len(before) > 3) or "-" in following[:4]


def _first(plain: str, start: int, end: int) -> int:
    """Where the words begin, behind white space, bullets and pictures."""
    while start < end and (plain[start].isspace() or _is_mark(plain[start])):
        start += 1
    return start


def _is_mark(character: str) -> bool:
    """Whether a character before a sentence is none of its words: "• Jets", an emoji."""
    return character > "~" and (character in _BULLETS or category(character) in _PICTURES)


def short_titles() -> frozenset[str]:
    """Shortened titles and other words before names, in lower case, without their full stop: "col", "mt"."""
    return _classes()["title"] - _classes()["wordlike"]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return word_classes("en/sentences.txt")
