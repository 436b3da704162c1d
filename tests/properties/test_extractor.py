"""What holds for every text: no crash, the same result every time, true offsets, results that go through JSON."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import ArticleError, Config, Extractor, InvalidArticle, Limits, TextTooLong, ontology
from extractor_schema import Article, ErrorRecord, Result
from tests.markup import parse
from tests.reading import lines
from tests.sentences import MARKED, NOTHING
from tests.spans import check_offsets

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = [parse(line).text for path in MARKED for line in lines(path)] + list(lines(NOTHING))
few = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

ANYTHING = st.text(max_size=300)
# News with what pages do to it: marks, entities, tags, links, odd spaces and letters between and within sentences.
DIRT = st.sampled_from(
    [
        "",
        " ",
        "\n\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\x00",
        "**",
        "_",
        "# ",
        "> ",
        "1. ",
        "* ",
        "|",
        "[",
        "](http://a.b)",
        "&amp;",
        "<b>",
        "</p><p>",
        "<!--",
        "```",
        "“",
        "’",
        "…",
        "—",
        "🚀",
        "e\u0301",
        "ﬁ",
        "İ",
        "漢字。",
        "ß",
        "\u2028",
    ]
)
PIECES = st.lists(st.one_of(st.sampled_from(SENTENCES), DIRT, st.text(max_size=5)), max_size=8)
NEWS = PIECES.map("".join)
DAYS = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=9))])),
)
FORMATS = st.sampled_from([None, "text/plain", "text/markdown", "text/html"])


def check_result(result: Result, text: str) -> None:
    """Assert what is true of every result."""
    check_offsets(result, text)
    types = {t.name: t for t in ontology().types}
    assert [e.id for e in result.events] == [f"e{n}" for n in range(1, len(result.events) + 1)]
    for event in result.events:
        assert event.subtype in {s.name for s in types[event.type].subtypes}
        assert {actor.role for actor in event.actors} <= set(types[event.type].roles)
        assert 0.0 <= event.confidence <= 1.0
        assert event.mentions
        starts = [m.trigger.start for m in event.mentions]
        assert starts == sorted(set(starts))
        if event.date is not None and event.date.start is not None and event.date.end is not None:
            assert event.date.start <= event.date.end
        if event.content is not None:
            assert event.type in ("offer", "threat")


@few
@given(text=st.one_of(ANYTHING, NEWS), day=DAYS, content_type=FORMATS)
def test_any_text_can_be_read(extractor: Any, text: str, day: dt.date | None, content_type: Any) -> None:
    article = Article(text=text, published_at=day, content_type=content_type)
    try:
        result = extractor.extract(article)
    except InvalidArticle as error:
        # The calendar ends; nothing else of an article may be refused here.
        assert error.field in ("text", "published_at")
        return
    check_result(result, text)
    encoded = msgspec.json.encode(result)
    assert msgspec.json.decode(encoded, type=Result) == result


@few
@given(text=NEWS)
def test_a_text_is_read_alike_every_time(extractor: Any, text: str) -> None:
    article = Article(text=text, published_at=dt.date(2018, 4, 12))
    assert msgspec.json.encode(extractor.extract(article)) == msgspec.json.encode(extractor.extract(article))


@few
@given(texts=st.lists(NEWS, min_size=2, max_size=4))
def test_articles_do_not_touch_each_other(extractor: Any, texts: list[str]) -> None:
    """In a batch or alone, in any order: the results are the same."""
    articles = [Article(text=text, id=str(i)) for i, text in enumerate(texts)]
    together = list(extractor.pipe(articles))
    backwards = list(extractor.pipe(reversed(articles)))
    assert together == backwards[::-1]
    assert together == [next(iter(extractor.pipe([article]))) for article in articles]


@pytest.mark.parametrize(
    "text",
    ["\ud800", "Rebels attacked the town.\udfff", "a\ud83d b"],
    ids=["alone", "at the end", "half a pair"],
)
def test_surrogates_are_refused(extractor: Any, text: str) -> None:
    with pytest.raises(InvalidArticle) as raised:
        extractor.extract(Article(text=text))
    assert raised.value.field == "text"


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", "\x00", "?", "a", "🚀" * 50, "(" * 2000, "the " * 3000, "A.B." * 500, "met, " * 60],
)
def test_texts_without_sentences_have_no_events(extractor: Any, text: str) -> None:
    result = extractor.extract(Article(text=text, language="en"))
    check_result(result, text)
    assert not result.events or "met" in text


READ = """
import datetime as dt, sys, msgspec
from extractor import Article, Extractor
extractor = Extractor()
for text in msgspec.json.decode(sys.stdin.buffer.read()):
    result = extractor.extract(Article(text=text, published_at=dt.date(2018, 4, 12)))
    print(msgspec.json.encode(result).decode())
"""


def test_another_process_reads_alike(extractor: Any, seeds: dict[str, str]) -> None:
    """An extractor of its own, with another order of sets and dicts, gives the same bytes."""
    texts = [*seeds.values(), "\n\n".join(SENTENCES[:40])]
    found = subprocess.run(
        [sys.executable, "-c", READ],
        input=msgspec.json.encode(texts),
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "PYTHONHASHSEED": "4711",
            "TZ": "Pacific/Auckland",
            "PYTHONPATH": os.pathsep.join(sys.path),
        },
    )
    here = [extractor.extract(Article(text=text, published_at=dt.date(2018, 4, 12))) for text in texts]
    assert found.stdout.decode().splitlines() == [msgspec.json.encode(result).decode() for result in here]


@pytest.fixture(scope="module")
def small() -> Extractor:
    """An extractor of short texts."""
    return Extractor(Config(limits=Limits(max_characters=100)))


def test_one_bad_article_does_not_stop_the_rest(small: Extractor) -> None:
    articles = [
        Article(id="a", text="Rebels attacked a convoy in Mali."),
        Article(id="b", text="\ud800"),
        Article(id="c", text="x" * 101),
        Article(id="d", text=None),  # type: ignore[arg-type]
        Article(id="e", text="Rebels attacked a convoy in Mali."),
    ]
    records = list(small.pipe(articles))
    assert [record.id for record in records] == ["a", "b", "c", "d", "e"]
    assert [record.error.type if isinstance(record, ErrorRecord) else "" for record in records] == [
        "",
        InvalidArticle.type,
        TextTooLong.type,
        InvalidArticle.type,
        "",
    ]
    first, last = records[0], records[-1]
    assert isinstance(first, Result)
    assert isinstance(last, Result)
    assert first.events == last.events
    assert first.events


def test_errors_name_the_offending_value(small: Extractor) -> None:
    with pytest.raises(TextTooLong, match="101 characters, the limit is 100") as raised:
        small.extract(Article(text="x" * 101))
    assert (raised.value.length, raised.value.limit) == (101, 100)
    assert isinstance(raised.value, ArticleError)


def test_few_articles_are_read_ahead(extractor: Any) -> None:
    """`pipe` does not run far ahead of who takes its results."""
    taken = []

    def articles() -> Any:
        for number in range(1000):
            taken.append(number)
            yield Article(text="Nothing.", id=str(number))

    results = extractor.pipe(articles())
    next(results)
    assert len(taken) <= 128
