"""Says of each paragraph what it is: headline, dateline, body, heading, quote, caption, comment, boilerplate.

Markup decides where it speaks. Elsewhere form does: a headline and a heading have no full stop, a
pull-quote repeats the text, a caption has no finite verb, comments stand after a line that counts them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.text.boilerplate import Effect, effect
from extractor.text.comments import pasted_article
from extractor.text.header import Header, header
from extractor.text.page import Paragraph
from extractor.text.wordlists import word_classes
from extractor_schema import Block

__all__ = ["Labels", "label"]

_FINAL = re.compile(r"[.!?\u2026:;,\u2014-][\"'\u201d\u2019\u201c\u2018»)\]*_]*\Z")
_FULL = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u201c\u2018»)\]*_]*\Z")
_WORD = re.compile(r"[\w\u2019'-]+")
_CREDIT = re.compile(
    r"\((?:[^()]{0,40}\b)?(?:photo|image|picture|getty|afp|ap|reuters|epa|associated press)\b"
    r"[^()]{0,60}\)\W*\Z",
    re.I,
)
_HEADING_WORDS = 14
_HEADLINE_WORDS = 25
_CAPTION_WORDS = 16
_BODY_WORDS = 25
_FOLLOWING = 6
"""A heading has text under it within so many paragraphs."""
_COUNTED = 4
"""So many lines that count comments are looked at."""
_HEAD = 10
"""Publication lines and bylines are looked for in so many paragraphs from the start."""
_WINDOW = 20_000
"""So far around a pull-quote the text that it repeats is looked for, in characters."""
_HINTS: dict[str, Block] = {
    "title": "headline", "heading": "heading", "quote": "quote", "caption": "caption", "comment": "comment",
    "boilerplate": "boilerplate",
}  # fmt: skip


class Labels(NamedTuple):
    """The kind of each paragraph, and the publication lines found among them."""

    kinds: list[Block]
    headers: list[Header]


def label(plain: str, paragraphs: list[Paragraph], title: str | None) -> Labels:
    """The kinds of `paragraphs` of `plain`, whose page or request has the headline `title`."""
    labeller = _Labeller(plain, paragraphs, title)
    labeller.page()
    labeller.head()
    labeller.comments()
    labeller.headline()
    labeller.forms()
    return Labels([kind or "body" for kind in labeller.kinds], labeller.headers)


class _Labeller:
    """One article's labels while they are being found; each step labels what the steps before left open."""

    def __init__(self, plain: str, paragraphs: list[Paragraph], title: str | None) -> None:
        self.plain = plain
        self.paragraphs = paragraphs
        self.texts = [plain[part.start : part.end] for part in paragraphs]
        self.sizes = [text.count(" ") + 1 for text in self.texts]
        self.kinds: list[Block | None] = [_HINTS.get(part.hint) for part in paragraphs]
        self.headers: list[Header] = []
        self.title = _squeezed(title) if title else None
        self._counted: list[int] = []

    def page(self) -> None:
        """What belongs to the page: by the markup, by patterns, and the teasers under their headings."""
        teasers = False
        for index, text in enumerate(self.texts):
            found: Effect | None = effect(text)
            if found == "comments":
                self._counted.append(index)
            if found:
                self.kinds[index] = "boilerplate"
                teasers = found == "teasers" or (teasers and found == "drop")
            elif teasers and self._is_teaser(index):
                self.kinds[index] = "boilerplate"
            else:
                teasers = False

    def _is_teaser(self, index: int) -> bool:
        return self.sizes[index] <= _HEADLINE_WORDS and not _FULL.search(self.texts[index][-8:])

    def head(self) -> None:
        """Bylines and publication lines; the latter also at the end, when they say what they are."""
        body = 0
        for index, text in enumerate(self.texts):
            if self.kinds[index] not in (None, "headline", "heading") or self.sizes[index] > _BODY_WORDS:
                body += self.sizes[index]
                continue
            found = header(text)
            near = index < _HEAD and body < 4 * _BODY_WORDS
            if found and (near or found.rank in (1, 3) or not found.day) and self.kinds[index] is None:
                self.kinds[index] = "dateline"
                self.headers.append(found)

    def comments(self) -> None:
        """What stands after a line that counts comments, unless that line stands above the article."""
        for index in self._counted[:_COUNTED]:
            before = sum(
                size for size, kind in zip(self.sizes[:index], self.kinds, strict=False) if kind is None
            )
            after = [part for part in range(index + 1, len(self.kinds)) if self.kinds[part] is None]
            items = sum(self.paragraphs[part].item for part in after)
            if before < _BODY_WORDS * 2 and items < 2:
                continue
            if items < 2 and sum(self.sizes[part] for part in after) > 2 * before:
                continue
            pasted = pasted_article(self.paragraphs, self.texts, after) if before < _BODY_WORDS * 2 else set()
            for part in after:
                self.kinds[part] = "body" if part in pasted else "comment"
            return

    def headline(self) -> None:
        """The paragraph that stands first without a full stop, or repeats the title, and its repetitions."""
        open_ = [index for index, kind in enumerate(self.kinds) if kind is None]
        known = {_squeezed(self.texts[i]) for i, kind in enumerate(self.kinds) if kind == "headline"}
        if self.title:
            known.add(self.title)
        first = next((i for i in open_ if not _is_caption(self.texts[i], self.sizes[i])), None)
        if first is not None and len(open_) > 1 and not known & {_squeezed(self.texts[i]) for i in open_[:3]}:
            text = self.texts[first]
            bare = not _FINAL.search(text[-8:]) or text.endswith("?")
            if "headline" not in self.kinds and bare and 2 < self.sizes[first] <= _HEADLINE_WORDS:
                known.add(_squeezed(text))
        for index in open_:
            if (
                self.sizes[index] <= _HEADLINE_WORDS
                and len(open_) > 1
                and _squeezed(self.texts[index]) in known
            ):
                self.kinds[index] = "headline"

    def forms(self) -> None:
        """Captions, pull-quotes and headings among what is left."""
        for index, text in enumerate(self.texts):
            if self.kinds[index] is not None or self.sizes[index] > 2 * _BODY_WORDS or len(self.texts) < 2:
                continue
            bare = not _FINAL.search(text[-8:])
            if _is_caption(text, self.sizes[index]):
                self.kinds[index] = "caption"
            elif self.sizes[index] >= 6 and self._repeats(index, bare):
                self.kinds[index] = "quote"
            elif bare and self.sizes[index] <= _HEADING_WORDS and self._body_follows(index):
                self.kinds[index] = "heading"

    def _repeats(self, index: int, bare: bool) -> bool:
        """Whether another paragraph near by says the same, word for word, or nearly so where `bare`."""
        part, text = self.paragraphs[index], self.texts[index].strip("\"'\u201c\u201d\u2018\u2019 .")[1:]
        low = self.plain.find(text, max(0, part.start - _WINDOW), part.start)
        if low >= 0 or self.plain.find(text, part.end, part.end + _WINDOW) >= 0:
            return self._inside_longer(text, index)
        if not bare or self.sizes[index] < 8:
            return False
        triples = _triples(text)
        near = range(max(0, index - 8), min(len(self.texts), index + 9))
        return any(
            len(triples & _triples(self.texts[other])) >= 0.6 * len(triples)
            for other in near
            if self.sizes[other] > self.sizes[index]
        )

    def _inside_longer(self, text: str, index: int) -> bool:
        near = range(max(0, index - 40), min(len(self.texts), index + 41))
        return any(text in self.texts[other] and self.sizes[other] > self.sizes[index] for other in near)

    def _body_follows(self, index: int) -> bool:
        """Whether text follows: one of the next paragraphs that are not labelled yet ends in a full stop."""
        near = range(index + 1, min(len(self.texts), index + 1 + _FOLLOWING))
        return any(self.kinds[other] is None and _FULL.search(self.texts[other][-8:]) for other in near)


def _is_caption(text: str, size: int) -> bool:
    """A caption: a credit at its end, a caption's first word, or one sentence without a finite verb."""
    words = _WORD.findall(text[:200])
    classes = _classes()
    if not words:
        return False
    first = words[0].lower()
    if _CREDIT.search(text[-120:]):
        return True
    if first in classes["opening"] and re.match(r"\W*\w+(?: photo)?\s*(?::|\u2014|\u2013| -)", text, re.I):
        return True
    lower = [word.lower() for word in words]
    if (
        size <= 2 * _CAPTION_WORDS
        and lower[-1] in classes["credit"]
        and re.search(r"[/|:\u00a9]|\bvia\b", text[-60:])
    ):
        return True
    if size > _CAPTION_WORDS or not text.endswith(".") or any(word in classes["finite"] for word in lower):
        return False
    if (
        first in ("a", "an")
        and len(lower) > 2
        and (lower[1] in classes["picture"] or lower[2] in classes["picture"])
    ):
        return True
    return _names_with_participle(words)


def _names_with_participle(words: list[str]) -> bool:
    """ "Sergey Lavrov speaking at a press conference." """
    for word in words[1:7]:
        if word[0].isupper() or word in ("and", "of", "the"):
            continue
        return word.endswith("ing") and words[0][0].isupper() and len(word) > 5
    return False


def _squeezed(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _triples(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


@cache
def _classes() -> dict[str, frozenset[str]]:
    return word_classes("en/captions.txt")
