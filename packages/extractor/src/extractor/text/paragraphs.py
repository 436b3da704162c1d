"""Where paragraphs begin and end in plain text.

A blank line ends a paragraph, and so does a line break, unless the text was wrapped at a column or the sentence
plainly goes on: the line before has no final mark and the next begins in lower case.
"""

from __future__ import annotations

import re

from extractor.text.offsets import MappedText, TextBuilder

__all__ = ["paragraphs", "unwrap"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]*_]*\s*\Z")
_LOWER = re.compile(r"[\s\"'“‘(\[]*[^\W\d_A-Z]")
_BULLET = re.compile(r"\s*(?:[-*•–—]\s|\d{1,2}[.)]\s)")
_WRAPPED = range(45, 121)
"""Columns at which plain text is wrapped."""


def paragraphs(plain: str) -> list[tuple[int, int]]:
    """The paragraphs of `plain`, trimmed, as half-open offsets; one may contain line breaks."""
    found: list[tuple[int, int]] = []
    for lines in _groups(plain):
        for start, end in _unwrapped(plain, lines):
            if found and _goes_on(plain, found[-1], start, end):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def unwrap(plain: str, blocks: list[tuple[int, int]]) -> MappedText:
    """`plain` with each line break inside one of `blocks`, and the white space around it, read as one space."""
    builder, at = TextBuilder(), 0
    for start, end in blocks:
        for match in re.finditer(r"\s*\n\s*", plain[start:end]):
            left, right = start + match.start(), start + match.end()
            builder.add(plain[at:left], at, left)
            builder.add(" ", left, right)
            at = right
    if not at:
        return MappedText(plain)
    builder.add(plain[at:], at, len(plain))
    return builder.build()


def _groups(plain: str) -> list[list[tuple[int, int]]]:
    """Lines with words, trimmed, in groups between blank lines."""
    groups: list[list[tuple[int, int]]] = []
    last = -2
    for match in _LINE.finditer(plain):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        line = (start, match.start() + len(words.rstrip()))
        if match.start() == last + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
        last = match.end()
    return groups


def _unwrapped(plain: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of a group of lines: all of it where it was wrapped at a column, else each line."""
    if len(lines) < 2:
        return lines
    width = max(end - start for start, end in lines)
    if width not in _WRAPPED:
        return lines
    found = [lines[0]]
    for start, end in lines[1:]:
        first = plain[start:end].split(None, 1)[0]
        full = len(first) + 1 + found[-1][1] - max(found[-1][0], plain.rfind("\n", 0, found[-1][1]) + 1) > width
        if full and len(lines) > 2 and not _BULLET.match(plain, start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _goes_on(plain: str, last: tuple[int, int], start: int, end: int) -> bool:
    """Whether the sentence of the paragraph `last` goes on in the paragraph at `start`."""
    lower = _LOWER.match(plain, start, end)
    if not lower or not plain[lower.end() - 1].islower() or _BULLET.match(plain, start):
        return False
    tail = plain[max(last[0], last[1] - 12) : last[1]]
    return not _FINAL.search(tail) and plain.find(" ", *last) > 0
