"""Reads an article: from the text as sent to blocks of words."""

from __future__ import annotations

import datetime as dt

from extractor_schema import Article

from extractor.errors import InvalidArticle, TextTooLong
from extractor.text.formats import read_page
from extractor.text.paragraphs import paragraphs, unwrap
from extractor.text.source import BlockSpan, SourceText

__all__ = ["read"]


def read(
    article: Article, *, languages: tuple[str, ...] = ("en",), max_characters: int = 2_000_000
) -> SourceText:
    """The words of `article`, in blocks, with the way back to the text as sent.

    `languages` are ISO 639-1 codes of what is read; blocks in others are reported as skipped.

    Raises TextTooLong where the text has more than `max_characters` code points, and InvalidArticle where it holds
    lone surrogates, which are no characters and can't be encoded. Null bytes are read as white space.
    """
    sent = article.text
    if len(sent) > max_characters:
        raise TextTooLong(len(sent), max_characters)
    _refuse_surrogates(sent)
    page = read_page(sent, article.content_type, article.url)
    mapped, found = page.mapped, paragraphs(page.mapped.text, page.marks)
    if any("\n" in mapped.text[start:end] for start, end, *_ in found):
        unwrapped, found = unwrap(mapped.text, found)
        mapped = mapped.then(unwrapped)
    blocks = tuple(BlockSpan(part.start, part.end, "body", "en") for part in found)
    published = _day(article.published_at)
    return SourceText(
        sent=sent,
        mapped=mapped,
        blocks=blocks,
        language="en" if blocks else None,
        published=published,
        basis="given" if published else None,
        title=article.title,
    )


def _refuse_surrogates(sent: str) -> None:
    try:
        sent.encode()
    except UnicodeEncodeError as error:
        character = sent[error.start]
        raise InvalidArticle("text", character, f"lone surrogate {character!a} at offset {error.start}") from error


def _day(published: dt.date | None) -> dt.date | None:
    return published.date() if isinstance(published, dt.datetime) else published
