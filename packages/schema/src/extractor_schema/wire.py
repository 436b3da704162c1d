"""An article as it travels: what the service's bodies, the client's requests and the lines of a batch file hold.

`Article` has its publication date as a value, which may be a day or a date-time; JSON has one kind of string for both.
So what is sent is a `WireArticle`, and this is the one place that turns it into an `Article` and back.

>>> import msgspec
>>> sent = msgspec.json.encode(WireArticle.of(Article(text="Envoys met.", published_at=dt.date(2026, 1, 26))))
>>> sent
b'{"text":"Envoys met.","published_at":"2026-01-26"}'
>>> msgspec.json.decode(sent, type=WireArticle).to_article().published_at
datetime.date(2026, 1, 26)
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, TypeAlias, get_args

import msgspec
from msgspec import Meta

from extractor_schema import Article, ContentType

__all__ = ["FORMS", "FORM_BROKEN", "LanguageCode", "WireArticle", "parse_published_at"]

LanguageCode: TypeAlias = Annotated[str, Meta(pattern="^[a-z]{2}$")]
"""An ISO 639-1 code."""
FORMS = {
    "content_type": f"{', '.join(get_args(ContentType))} are known",
    "language": "an ISO 639-1 code such as `en` is wanted",
}
"""What msgspec does not say of a value that has another form than its field."""
FORM_BROKEN = ("Invalid enum value", "Expected `str` matching")
"""How msgspec's message begins then."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}([.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})",
    re.ASCII | re.IGNORECASE,
)
_SHOWN = 40
"""Characters of a wrong value that a message quotes."""


def parse_published_at(value: str) -> dt.date:
    """A day (`2026-01-26`), or a date-time with its offset (`2026-01-26T23:30:00+01:00`), which is kept.

    Raises ValueError, which quotes the value, for any other form, for days that do not exist, and for a date-time
    without its offset: its day would be a guess.

    >>> parse_published_at("2026-01-26T23:30-05:00").isoformat()
    '2026-01-26T23:30:00-05:00'
    """
    shown = repr(value[:_SHOWN])
    try:
        if _DAY.fullmatch(value):
            return dt.date.fromisoformat(value)
        if _MOMENT.fullmatch(value):
            if value[11:13] > "23":  # later Pythons take 24:00 for the next day
                raise ValueError("hour must be in 0..23")
            return dt.datetime.fromisoformat(value.upper().replace(",", "."))
    except ValueError as error:
        raise ValueError(f"{shown} does not exist: {error}") from error
    wanted = "a day (2026-01-26) nor a date-time with its offset (2026-01-26T23:30:00+01:00)"
    raise ValueError(f"{shown} is neither {wanted}")


class WireArticle(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A news article to read."""

    text: Annotated[
        str,
        Meta(
            description="The article's text, the only place that events are read from: plain text, Markdown or HTML.",
            examples=["GENEVA, Jan 26 - The ministers met in Geneva on Monday."],
        ),
    ]
    id: Annotated[
        str | None,
        Meta(description="The caller's name for the article, handed back in the result.", examples=["a1"]),
    ] = None
    title: Annotated[
        str | None,
        Meta(
            description="Headline, as context for names, dates and language; no event is read from it.",
            examples=["Ministers meet in Geneva"],
        ),
    ] = None
    published_at: Annotated[
        str | None,
        Meta(
            description="Publication day (`2026-01-26`), or date-time with its offset (`2026-01-26T08:00:00+02:00`; "
            "the day is the one of that offset). Relative dates of the text are resolved against it. Where it is "
            "absent and the text names none, they stay unresolved: no clock is asked.",
            examples=["2026-01-26"],
        ),
    ] = None
    language: Annotated[
        LanguageCode | None,
        Meta(description="ISO 639-1 code of the text; recognised where absent.", examples=["en"]),
    ] = None
    url: Annotated[
        str | None,
        Meta(description="Where the article stands; not fetched.", examples=["https://example.org/news/1"]),
    ] = None
    content_type: Annotated[
        ContentType | None,
        Meta(description="Format of `text`; recognised where absent.", examples=["text/plain"]),
    ] = None

    @classmethod
    def of(cls, article: Article) -> WireArticle:
        """The article as it is sent. What is no date is left to the receiver to read or to refuse."""
        day = article.published_at
        return cls(
            text=article.text,
            id=article.id,
            title=article.title,
            published_at=day.isoformat() if isinstance(day, dt.date) else day,
            language=article.language,
            url=article.url,
            content_type=article.content_type,
        )

    def to_article(self) -> Article:
        """The article that is meant. Raises ValueError for a `published_at` that can't be read."""
        return Article(
            text=self.text,
            id=self.id,
            title=self.title,
            published_at=None if self.published_at is None else parse_published_at(self.published_at),
            language=self.language,
            url=self.url,
            content_type=self.content_type,
        )
