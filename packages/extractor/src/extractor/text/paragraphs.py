"""Where paragraphs begin and end in plain text.

A blank line ends a paragraph, and so does a line break, unless the text was wrapped at a column or the
sentence plainly goes on: the line before has no final mark and the next begins in lower case.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.text.offsets import MappedText, TextBuilder
from extractor.text.page import Mark, Paragraph

__all__ = ["paragraphs", "unwrap"]

_LINE = re.compile(r"[^\n]+")
_FINAL = re.compile(r"[.!?…:;][\"'\u201d\u2019»)\]*_]*\s*\Z")
_LOWER = re.compile(r"[\s\"'\u201c\u2018(\[]*[^\W\d_A-Z]")
_NAME = re.compile(r"[^\W\d_]{1,3}[-'\u2019]?[A-Z]")
"""A name that begins in lower case: "al-Shabaab", "iPhone"."""
_BULLET = re.compile(r"\s*(?:[-*•\u2013\u2014]\s|\d{1,2}[.)]\s)")
_WRAPPED = range(45, 121)
"""Columns at which plain text is wrapped."""


def paragraphs(plain: str, marks: tuple[Mark, ...] = ()) -> list[Paragraph]:
    """The paragraphs of `plain`, trimmed, with what `marks` say of each; one may contain line breaks."""
    found: list[Paragraph] = []
    at = -1
    for lines in _groups(plain):
        for start, end in _unwrapped(plain, lines):
            mark = None
            while at + 1 < len(marks) and marks[at + 1].start <= start:
                at += 1
                mark = marks[at]
            item = mark.item if mark else not marks and _BULLET.match(plain, start) is not None
            hint = marks[at].hint if at >= 0 else "text"
            if found and hint == "text" and not item and _goes_on(plain, found[-1], start, end):
                found[-1] = found[-1]._replace(end=end)
            else:
                found.append(Paragraph(start, end, hint, item))
    return found


def unwrap(plain: str, blocks: list[Paragraph]) -> tuple[MappedText, list[Paragraph]]:
    """`plain` with each line break inside a block, and the white space around it, read as one space.

    Also the blocks where they stand in it.
    """
    builder, at, moved = TextBuilder(), 0, []
    for block in blocks:
        builder.add(plain[at : block.start], at, block.start)
        start, at = len(builder), block.start
        while (left := plain.find("\n", at, block.end)) >= 0:
            right = left + 1
            while plain[right].isspace():
                right += 1
            words = plain[at:left].rstrip()
            builder.add(words, at, at + len(words))
            builder.add(" ", at + len(words), right)
            at = right
        builder.add(plain[at : block.end], at, block.end)
        at = block.end
        moved.append(block._replace(start=start, end=len(builder)))
    builder.add(plain[at:], at, len(plain))
    return builder.build(), moved


def _groups(plain: str) -> list[list[tuple[int, int]]]:
    """Lines with words, trimmed, in groups between blank lines."""
    groups: list[list[tuple[int, int]]] = []
    last = -2
    for match in _LINE.finditer(plain):
        words = match.group()
        if words.isspace():
            continue
        start = match.start() + len(words) - len(words.lstrip())
        line = (start, match.start() + len(words.rstrip()))
        if match.start() == last + 1:
            groups[-1].append(line)
        else:
            groups.append([line])
        last = match.end()
    return groups


def _unwrapped(plain: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of a group of lines: joined where they were wrapped at a column, else each line."""
    width = max(end - start for start, end in lines)
    if len(lines) < 3 or width not in _WRAPPED:
        return lines
    full = [
        end - start + 1 + len(plain[after[0] : after[1]].split(None, 1)[0]) > width
        for (start, end), after in pairwise(lines)
    ]
    if not _is_wrapped(full, [bool(_FINAL.search(plain[max(start, end - 8) : end])) for start, end in lines]):
        return lines
    found = [lines[0]]
    for (start, end), joined in zip(lines[1:], full, strict=True):
        if joined and not _BULLET.match(plain, start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_wrapped(full: list[bool], final: list[bool]) -> bool:
    """Whether lines were cut for their length: those that end no sentence are full, and most end none."""
    if sum(full) < 2 or not all(whole or ends for whole, ends in zip(full, final, strict=False)):
        return False
    return sum(whole and not ends for whole, ends in zip(full, final, strict=False)) * 2 >= sum(full)


def _goes_on(plain: str, last: Paragraph, start: int, end: int) -> bool:
    """Whether the sentence of the paragraph `last` goes on in the paragraph at `start`."""
    if last.hint != "text":
        return False
    lower = _LOWER.match(plain, start, end)
    if (
        not lower
        or not plain[lower.end() - 1].islower()
        or _NAME.match(plain, lower.end() - 1)
        or _BULLET.match(plain, start)
    ):
        return False
    tail = plain[max(last.start, last.end - 12) : last.end]
    return not _FINAL.search(tail) and plain.find(" ", last.start, last.end) > 0
