"""Recognises the format of a text whose content type was not given, and reads it.

The guess is careful: text is plain unless it has tags that close, links, headings or marks of emphasis.
"""

from __future__ import annotations

import re

from extractor.text.characters import clean
from extractor.text.page import Page
from extractor_schema import ContentType

__all__ = ["read_page", "recognise"]

_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|</(?:p|div|h[1-6]|article|body|section|span|li|a|em|strong)\s*>",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"\[[^\[\]\n]{1,300}\]\((?:https?:/|/|#|mailto:)[^\s()]{0,2000}"
    r"|^ {0,3}#{1,6} \S"
    r"|(?<![\w*])\*\*[^\s*](?:[^*\n]{0,300}[^\s*])?\*\*(?![\w*])"
    r"|!\[[^\[\]\n]{0,300}\]\(",
    re.MULTILINE,
)


def recognise(text: str) -> ContentType:
    """The content type that `text` has by its looks."""
    if ("</" in text or "<!" in text or "<html" in text) and _HTML.search(text):
        return "text/html"
    if ("](" in text or "**" in text or "# " in text) and _MARKDOWN.search(text):
        return "text/markdown"
    return "text/plain"


def read_page(text: str, content_type: ContentType | None, url: str | None) -> Page:
    """The words of `text`, read as `content_type`, or as what it looks like where that is None.

    The libraries for markup are loaded only where there is markup.
    """
    content_type = content_type or recognise(text)
    if content_type == "text/plain":
        return Page(clean(text))
    if content_type == "text/markdown":
        from extractor.text.markdown import read_markdown

        return read_markdown(text)
    from extractor.text.html import read_html

    return read_html(text, url)
