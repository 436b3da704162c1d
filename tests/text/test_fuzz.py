"""Any text is read without a crash, the same way each time, in bounded time, with true offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.text import read, sentences
from extractor_schema import Article, ContentType

PIECES = [
    "The army left. ", "the talks", "U.S. ", "\n", "\n\n", " ", "\xa0", "\xad", "\u200b", "e\u0301", "â€™", "\x93", "\x00", "\r\n",
    "**", "*", "_", "`", "[", "](", ")", "https://x.example/a", "# ", "> ", "- ", "1. ", "|", "---", "\\", "![",
    "<", ">", "<p>", "</p>", "<div class=\"comments\">", "<b>", "</b>", "<br>", "<!--", "-->", "<script>", "</script>", "<a href='",
    "<h1>", "</h1>", "<article>", "<nav>", "</nav>", "<td>", "&amp;", "&nbsp;", "&#8217;", "&", ";", "\"", "'", "“", "”",
    "MOSCOW, Jan 26 (Reuters) - ", "By Jane Roe", "12 August 2025", "Share this", "3 comments", "Related articles", "Привет, мир", "中文",
    "ﬁ", "🙂", "\u202e", "Il ministro ha detto che ", "...", "?!", "Gen. ",
]  # fmt: skip

TYPES: list[ContentType | None] = [None, "text/plain", "text/markdown", "text/html"]
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(TYPES))
def test_any_text(text: str, content_type: ContentType | None) -> None:
    source = read(Article(text=text, content_type=content_type))
    assert source == read(Article(text=text, content_type=content_type))
    last = 0
    for block in source.blocks:
        assert last <= block.start < block.end <= len(source.plain)
        last = block.end
        assert source.plain[block.start : block.end] == source.plain[block.start : block.end].strip()
        for start, end in [(block.start, block.end), *sentences(source.plain, block.start, block.end)]:
            span = source.span(start, end)
            assert 0 <= span.start <= span.end <= len(text)
            assert text[span.start : span.end] == span.text
            assert (span.plain or span.text) == source.plain[start:end]
    for skip in source.skipped:
        assert 0 <= skip.start <= skip.end <= len(text)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_plain_text_loses_no_word(text: str) -> None:
    source = read(Article(text=text, content_type="text/plain"))
    blocks = "".join("".join(source.plain[b.start : b.end].split()) for b in source.blocks)
    assert blocks == "".join(source.plain.split())


HOSTILE: list[tuple[ContentType, str]] = [
    *(
        ("text/plain", piece)
        for piece in ["\u0301", "\xad", "a\n", "a\n\n", "MOSCOW, ", "1. a\n", "1 comment\n\n", "\x00", "("]
    ),
    *(
        ("text/markdown", piece)
        for piece in ["[", "![", "[a](", "[a][", "**a", "_a_ ", "`", "> ", "- ", "<a ", "|-|\n", "![["]
    ),
    *(
        ("text/html", piece)
        for piece in [
            "<",
            "<a ",
            "<!--",
            "<a b='",
            "<div>",
            "<b>x",
            "</b>",
            "<font><b><i><a>",
            "&",
            "<table><tr><td>",
            "<title>",
        ]
    ),
]


@pytest.mark.parametrize(("content_type", "piece"), HOSTILE)
def test_hostile_text_ends_soon(content_type: ContentType, piece: str) -> None:
    text = piece * (50_000 // len(piece))
    began = time.process_time()
    source = read(Article(text=text, content_type=content_type))
    for block in source.blocks:
        sentences(source.plain, block.start, block.end)
    assert time.process_time() - began < 10


def test_a_token_of_a_megabyte() -> None:
    source = read(Article(text="a" * 1_000_000))
    (block,) = source.blocks
    assert max(end - start for start, end in sentences(source.plain, block.start, block.end)) <= 4_000


def test_ten_thousand_sentences() -> None:
    text = "The army of the north left the town of Vik on Monday, officials said. " * 10_000
    source = read(Article(text=text))
    (block,) = source.blocks
    assert len(sentences(source.plain, block.start, block.end)) == 10_000


def test_deep_html() -> None:
    words = "The army of the north left the town of Vik on Monday, officials of both sides said."
    source = read(Article(text="<div>" * 5_000 + f"<p>{words}</p>" + "</div>" * 5_000))
    assert words in source.plain
