"""Tells an article that somebody pasted into a comment from the comments around it."""

from __future__ import annotations

from extractor.text.page import Paragraph

__all__ = ["pasted_article"]

_PARAGRAPHS = 4
_WORDS = 150


def pasted_article(paragraphs: list[Paragraph], texts: list[str], comments: list[int]) -> set[int]:
    """The indices among `comments` that are an article's: the first comment that is as long as one.

    A comment begins at a list item and goes on to the next. An article has several paragraphs and many words.
    """
    threads: list[list[int]] = []
    for index in comments:
        if paragraphs[index].item or not threads:
            threads.append([])
        threads[-1].append(index)
    for thread in threads:
        if len(thread) >= _PARAGRAPHS and sum(texts[index].count(" ") for index in thread) >= _WORDS:
            return set(thread)
    return set()
