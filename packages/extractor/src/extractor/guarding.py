"""How articles are read safely together: one that can't be read harms no other, and the collector rests."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from extractor.errors import ArticleError, ExtractionFailed
from extractor_schema import Article, ErrorDetail, ErrorRecord

__all__ = ["checked_article", "collector_at_rest", "each_or_error"]

T = TypeVar("T")
S = TypeVar("S")


def each_or_error(
    work: Callable[[S], T], held: Sequence[S | ErrorRecord], articles: Sequence[Article]
) -> list[T | ErrorRecord]:
    """What `work` makes of what is held of each article, or the record of its error, then or before."""
    return [
        each if isinstance(each, ErrorRecord) else _or_error(work, each, article.id)
        for each, article in zip(held, articles, strict=True)
    ]


def _or_error(work: Callable[[S], T], held: S, name: str | None) -> T | ErrorRecord:
    try:
        return work(held)
    except ArticleError as error:
        return ErrorRecord(id=name, error=ErrorDetail(error.type, str(error)))
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        return ErrorRecord(
            id=name, error=ErrorDetail(ExtractionFailed.type, f"{type(error).__name__}: {error}")
        )


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let no collection of garbage run while articles are read.

    What the stages hand on is alive then and dead afterwards, without cycles: to look at it in between finds
    nothing, takes long, and makes it count among what lives for ever, so that all of that is looked at more
    often.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()


def checked_article(article: object) -> Article:
    """The article; what is none is the caller's mistake, and no article that can't be read."""
    if not isinstance(article, Article):
        kind = type(article).__name__
        raise TypeError(f"an Article is wanted, not {kind}; of a text it is made by Article(text=...)")
    return article
