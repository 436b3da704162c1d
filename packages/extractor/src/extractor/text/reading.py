"""Reads an article: from the text as sent to blocks of words."""

from __future__ import annotations

import datetime as dt
import re
from typing import get_args

import msgspec

from extractor.errors import InvalidArticle, TextTooLong
from extractor.text.formats import read_page
from extractor.text.header import Dateline, Header, dateline, label_length
from extractor.text.labels import label
from extractor.text.language import languages_of
from extractor.text.offsets import MappedText
from extractor.text.page import Page, Paragraph
from extractor.text.paragraphs import paragraphs, unwrap
from extractor.text.source import BlockSpan, SourceText
from extractor_schema import Article, Block, ContentType, Skipped

__all__ = ["read"]

_TEXTS = ("id", "title", "language", "url", "content_type")
"""Fields of an article that hold text or nothing."""
_LANGUAGE = re.compile("[a-z]{2}")
_LEAD = 600
"""Characters of a paragraph that hold its dateline and the sentence behind it."""
_DATELINES = 8
"""A dateline is looked for at the beginning of so many paragraphs."""
_NEAR = 4
"""So many paragraphs show whether a dateline before a colon is one of a list."""


def read(
    article: Article, *, languages: tuple[str, ...] = ("en",), max_characters: int = 2_000_000
) -> SourceText:
    """The words of `article`, in blocks, with the way back to the text as sent.

    `languages` are ISO 639-1 codes of what is read; blocks in others are reported as skipped.

    Raises TextTooLong where the text has more than `max_characters` code points, and InvalidArticle where
    it holds lone surrogates, which are no characters and can't be encoded, or where a field holds a value of
    another type or form than its own. Null bytes are read as white space.
    """
    _refuse_types(article)
    sent = article.text
    if len(sent) > max_characters:
        raise TextTooLong(len(sent), max_characters)
    _refuse_surrogates(sent)
    page = read_page(sent, article.content_type, article.url)
    mapped, found = _words(page)
    title = article.title or page.title
    labels = label(mapped.text, found, title)
    blocks, dated = _blocks(mapped.text, found, labels.kinds, article.language, languages)
    given = _day(article.published_at)
    published = given or page.published or _published(labels.headers, dated)
    return SourceText(
        sent=sent,
        mapped=mapped,
        blocks=tuple(blocks),
        skipped=_skipped(mapped, blocks),
        language=_main_language(blocks) or article.language,
        published=published,
        basis=None if published is None else "given" if given else "text",
        dateline=dated.place if dated else None,
        title=title,
    )


def _words(page: Page) -> tuple[MappedText, list[Paragraph]]:
    """The page's words with their paragraphs, lines within a paragraph joined."""
    text = page.mapped.text
    found = paragraphs(text, page.marks)
    if not any("\n" in text[part.start : part.end] for part in found):
        return page.mapped, found
    unwrapped, found = unwrap(text, found)
    return page.mapped.then(unwrapped), found


def _blocks(
    plain: str, found: list[Paragraph], kinds: list[Block], given: str | None, languages: tuple[str, ...]
) -> tuple[list[BlockSpan], Dateline | None]:
    """The blocks with their languages, without labels, and the first dateline, a block of its own."""
    words = [index for index, kind in enumerate(kinds) if kind != "boilerplate"]
    spoken = languages_of([plain[found[index].start : found[index].end] for index in words], given)
    language = dict(zip(words, spoken, strict=True))
    blocks: list[BlockSpan] = []
    dated: Dateline | None = None
    for index, (part, kind) in enumerate(zip(found, kinds, strict=True)):
        tongue = language.get(index)
        read = kind != "boilerplate" and tongue in languages
        start = part.start + (label_length(plain[part.start : part.end]) if read else 0)
        if read and dated is None and kind == "body" and index < _DATELINES:
            dated = dateline(plain[start : min(part.end, start + _LEAD)])
            if dated and dated.colon and _is_listed(plain, found, index):
                dated = None
            if dated:
                end = start + len(plain[start : start + dated.length].rstrip())
                blocks.append(BlockSpan(start, end, "dateline", tongue))
                start += dated.length
        blocks.append(BlockSpan(start, part.end, kind, tongue, read))
    return blocks, dated


def _is_listed(plain: str, found: list[Paragraph], index: int) -> bool:
    """Whether a paragraph near by begins in the same way: "Geneva, May 3: ..." is then a list's entry."""
    near = found[max(0, index - _NEAR) : index] + found[index + 1 : index + 1 + _NEAR]
    heads = (dateline(plain[part.start : min(part.end, part.start + _LEAD)]) for part in near)
    return any(head.colon for head in heads if head)


def _skipped(mapped: MappedText, blocks: list[BlockSpan]) -> tuple[Skipped, ...]:
    """What is not read, as offsets into the text as sent; neighbours for the same reason are one."""
    found: list[Skipped] = []
    last = -2
    for index, block in enumerate(blocks):
        if block.read:
            continue
        start, end = mapped.origin(block.start, block.end)
        if block.kind == "boilerplate":
            skipped = Skipped(start, end, "boilerplate")
        else:
            skipped = Skipped(start, end, "language", block.language)
        if (
            found
            and index == last + 1
            and (found[-1].reason, found[-1].detail) == (skipped.reason, skipped.detail)
        ):
            found[-1] = msgspec.structs.replace(found[-1], end=end)
        else:
            found.append(skipped)
        last = index
    return tuple(found)


def _main_language(blocks: list[BlockSpan]) -> str | None:
    sizes: dict[str, int] = {}
    for block in blocks:
        if block.language:
            sizes[block.language] = sizes.get(block.language, 0) + block.end - block.start
    return max(sizes, key=lambda language: sizes[language]) if sizes else None


def _published(headers: list[Header], dated: Dateline | None) -> dt.date | None:
    """The surest day of publication that the text names, the first of equals."""
    if dated and dated.day:
        return dated.day
    days = [header for header in headers if header.day]
    return max(days, key=lambda header: header.rank).day if days else None


def _refuse_types(article: Article) -> None:
    """An article made in Python has its fields unchecked: a date as text, a missing title as a float."""
    wanted = {"text": (str, "a string"), "published_at": (dt.date | None, "a date, a datetime or None")}
    wanted |= dict.fromkeys(_TEXTS, (str | None, "a string or None"))
    for field, (types, words) in wanted.items():
        value = getattr(article, field)
        if not isinstance(value, types):
            raise InvalidArticle(field, value, f"{words} is wanted, not {value!r:.60}")
    formats = get_args(ContentType)
    if article.content_type not in (None, *formats):
        reason = f"one of {', '.join(formats)} is wanted, not {article.content_type!r:.60}"
        raise InvalidArticle("content_type", article.content_type, reason)
    if article.language and not _LANGUAGE.fullmatch(article.language):  # "en-GB" would be read as foreign
        reason = f"an ISO 639-1 code such as 'en' is wanted, not {article.language!r:.60}"
        raise InvalidArticle("language", article.language, reason)


def _refuse_surrogates(sent: str) -> None:
    try:
        sent.encode()
    except UnicodeEncodeError as error:
        character = sent[error.start]
        raise InvalidArticle(
            "text", character, f"lone surrogate {character!a} at offset {error.start}"
        ) from error


def _day(published: dt.date | None) -> dt.date | None:
    return published.date() if isinstance(published, dt.datetime) else published
