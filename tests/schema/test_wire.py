"""Articles as they are sent: the same forms are read by the service and the command line."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from extractor_schema import Article
from extractor_schema.wire import WireArticle, parse_published_at

EAST = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-01-26", dt.date(2026, 1, 26)),
        ("2024-02-29", dt.date(2024, 2, 29)),
        ("2026-01-26T23:30:00+01:00", dt.datetime(2026, 1, 26, 23, 30, tzinfo=EAST)),
        ("2026-01-26 23:30+0100", dt.datetime(2026, 1, 26, 23, 30, tzinfo=EAST)),
        ("2026-01-26t23:30:00z", dt.datetime(2026, 1, 26, 23, 30, tzinfo=dt.UTC)),
        ("2026-01-26T23:30:00,25Z", dt.datetime(2026, 1, 26, 23, 30, 0, 250_000, tzinfo=dt.UTC)),
    ],
)
def test_days_and_moments(value: str, expected: dt.date) -> None:
    found = parse_published_at(value)
    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "neither"),
        ("Friday", "neither"),
        ("20260126", "neither"),
        ("2026-1-26", "neither"),
        ("２０２６-01-26", "neither"),
        ("2026-01-26\n", "neither"),
        ("2026-01-26T10:00:00", "with its offset"),
        ("2026-01-26T24:00:00Z", "does not exist"),
        ("2026-02-30", "does not exist"),
        ("2026-01-26T10:61:00Z", "does not exist"),
        ("2026-01-26T10:00:00+25:00", "does not exist"),
    ],
)
def test_what_is_no_date_is_refused_by_its_value(value: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        parse_published_at(value)
    assert repr(value) in str(caught.value)


def test_a_long_value_is_not_quoted_in_full() -> None:
    with pytest.raises(ValueError, match="neither") as caught:
        parse_published_at("x" * 10_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "article",
    [
        Article(text="Envoys met."),
        Article(
            text="Envoys met.",
            id="a1",
            title="Talks",
            published_at=dt.datetime(2026, 1, 26, 23, 30, tzinfo=EAST),
            language="en",
            url="https://example.org/1",
            content_type="text/plain",
        ),
    ],
)
def test_an_article_comes_back_as_it_was_sent(article: Article) -> None:
    sent = msgspec.json.encode(WireArticle.of(article))
    assert msgspec.json.decode(sent, type=WireArticle).to_article() == article


def test_both_structs_have_the_same_fields() -> None:
    assert WireArticle.__struct_fields__ == Article.__struct_fields__
