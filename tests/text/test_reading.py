"""Reading whole articles: the seeds, limits, errors, paragraphs, blocks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import InvalidArticle, TextTooLong
from extractor.text import SourceText, read, sentences
from extractor_schema import Article

SEEDS = Path(__file__).parents[2] / "seeds"


def _seed(number: str) -> SourceText:
    return read(Article(text=next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")))


def _words(source: SourceText, *kinds: str) -> list[str]:
    return [source.plain[b.start : b.end] for b in source.blocks if b.kind in kinds and b.read]


def _skipped(source: SourceText) -> list[tuple[str, str | None, str]]:
    return [(skip.reason, skip.detail, source.sent[skip.start : skip.end]) for skip in source.skipped]


def _sentences(source: SourceText) -> list[str]:
    return [
        source.plain[start:end]
        for block in source.blocks
        if block.read
        for start, end in sentences(source.plain, block.start, block.end)
    ]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_span_of_a_seed_is_its_slice(number: str) -> None:
    source = _seed(number)
    for block in source.blocks:
        for start, end in sentences(source.plain, block.start, block.end):
            span = source.span(start, end)
            assert source.sent[span.start : span.end] == span.text
            assert (span.plain or span.text) == source.plain[start:end]


def test_seed_0_captions_headings_and_the_repeated_headline() -> None:
    source = _seed("000")
    assert _words(source, "headline") == ["Kremlin Courts Trump as Lavrov Shifts Blame to Europe"] * 2
    assert _words(source, "heading") == [
        "A Shift in Blame",
        "Putin's Overture to Trump",
        "Implications for Europe",
    ]
    assert _words(source, "caption") == [
        "Sergey Lavrov speaking at a press conference.",
        "Donald Trump and Vladimir Putin shaking hands.",
        "A map of Europe with a question mark over it.",
    ]
    assert _skipped(source) == [("boilerplate", None, "Share this article:")]


def test_seed_1_the_article_in_a_comment_is_body_and_its_links_are_words() -> None:
    source = _seed("001")
    body, comments = _words(source, "body"), _words(source, "comment")
    assert len(body) == 10
    assert body[0].startswith("Full article: One year into his second term, Donald Trump has performed")
    assert "In recent weeks, Venezuela and Syria have been hit by US airstrikes." in _sentences(source)
    assert comments[1].startswith("Interesting read but it seems to ignore")
    assert comments[-1].startswith("Is he? He still hasn’t accepted the invitation")
    assert [words for _, _, words in _skipped(source)] == ["6 Kommentare", "Leave A Reply"]
    assert "http" not in source.plain


def test_seed_2_the_italian_interview_is_skipped() -> None:
    source = _seed("002")
    assert source.language == "en"
    (reason, detail, words), last = _skipped(source)
    assert (reason, detail) == ("language", "it")
    assert words.startswith("Dott Marco Rossi geriatra Rimini")
    assert words.endswith("Grazie a voi.")
    assert last == ("boilerplate", None, "Leave a Replay")
    assert len(_words(source, "body")) == 7


def test_seed_3_broken_sentences_are_whole_and_pull_quotes_are_told_apart() -> None:
    source = _seed("003")
    whole = [sentence for sentence in _sentences(source) if "to change the position of Trump" in sentence]
    assert whole[0].endswith(
        "of Trump and his administration regarding the development of the Ukraine crisis."
    )
    assert any(sentence.endswith("member states on Ukrainian territory.") for sentence in _sentences(source))
    assert "Alaska seemed to be a wide-open window" in source.plain
    assert len(_words(source, "quote")) == 3
    assert _words(source, "heading") == [
        "Making rifts in the Western block",
        "Stronger than NATO",
        "Abuse of the UN and China's interference",
    ]
    assert _words(source, "headline") == ["Why is Moscow furious after Trump's talks with the Europeans?"]
    assert _words(source, "dateline") == ["By: Tomorrow's Affairs Staff"]
    assert source.skipped == ()


def test_seed_4_the_publication_day_stands_in_the_text() -> None:
    source = _seed("004")
    assert (source.published, source.basis) == (dt.date(2026, 1, 26), "text")
    assert _words(source, "dateline") == ["date 2026-01-26 Authored by Andrew Korybko,"]
    assert source.skipped == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "\u200b\u200b", "\xa0"])
def test_text_without_words_has_no_blocks(text: str) -> None:
    source = read(Article(text=text))
    assert (source.blocks, source.skipped, source.language) == ((), (), None)


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TextTooLong) as caught:
        read(Article(text="abcdef"), max_characters=5)
    assert (caught.value.length, caught.value.limit) == (6, 5)
    assert read(Article(text="abcde"), max_characters=5).plain == "abcde"


def test_lone_surrogates_are_refused_with_their_place() -> None:
    with pytest.raises(InvalidArticle, match="offset 3") as caught:
        read(Article(text="abc\ud800def"))
    assert (caught.value.field, caught.value.value) == ("text", "\ud800")


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("text", None, "a string is wanted, not None"),
        ("text", b"They met.", "a string is wanted, not b'They met.'"),
        ("published_at", "2026-01-02", "a date, a datetime or None is wanted, not '2026-01-02'"),
        ("title", float("nan"), "a string or None is wanted, not nan"),
        ("id", 7, "a string or None is wanted, not 7"),
        ("content_type", "text/rtf", "one of text/plain, text/markdown, text/html is wanted, not 'text/rtf'"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_by_name(field: str, value: object, reason: str) -> None:
    values: dict[str, Any] = {"text": "They met."} | {field: value}
    with pytest.raises(InvalidArticle) as caught:
        read(Article(**values))
    assert (caught.value.field, str(caught.value)) == (field, f"{field}: {reason}")


def test_null_bytes_are_white_space() -> None:
    source = read(Article(text="The army\x00left."))
    assert source.plain == "The army left."
    assert source.span(0, 14).text == "The army\x00left."


PARAGRAPHS = [
    ("blank lines", "They met.\n\nThey talked.", ["They met.", "They talked."]),
    ("blank lines with white space", "They met.\n \t \nThey talked.", ["They met.", "They talked."]),
    ("single line breaks", "The ministers met.\nThey talked.", ["The ministers met.", "They talked."]),
    ("carriage returns", "They met.\r\n\r\nThey talked.\r\n", ["They met.", "They talked."]),
    (
        "text wrapped at a column",
        "The ministers of both countries met in the capital on\nMonday and talked about the war in the east of the\n"
        "country. Nothing was agreed, officials of the Foreign\nMinistry said.",
        [
            "The ministers of both countries met in the capital on Monday and talked about the war in the east of the "
            "country. Nothing was agreed, officials of the Foreign Ministry said."
        ],
    ),
    (
        "a sentence that goes on after a blank line",
        "The ministers met in the city of Trump\n\nand his allies. They talked.",
        ["The ministers met in the city of Trump and his allies. They talked."],
    ),
    ("a full stop ends it", "They met.\n\nand they talked.", ["They met.", "and they talked."]),
    ("a colon ends it", "They agreed:\n\nto meet again", ["They agreed:", "to meet again"]),
    (
        "short lines are not wrapped text",
        "Rebels take the port of Vik after a long fight in the night\nTalks begin\nMinister leaves the town",
        [
            "Rebels take the port of Vik after a long fight in the night",
            "Talks begin",
            "Minister leaves the town",
        ],
    ),
    (
        "a name in small letters",
        "The rebels\n\nal-Nasr took the port.",
        ["The rebels", "al-Nasr took the port."],
    ),
    ("a list", "They agreed to\n- meet\n- talk", ["They agreed to", "- meet", "- talk"]),
    (
        "a heading above small letters in quotes",
        "First talks\n\n“We met,” he said.",
        ["First talks", "“We met,” he said."],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in PARAGRAPHS], ids=[case[0] for case in PARAGRAPHS]
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    source = read(Article(text=text))
    assert [source.plain[block.start : block.end] for block in source.blocks] == expected


def test_a_joined_sentence_spans_the_blank_line() -> None:
    text = "They met in the city\n\nof Vik on Monday."
    source = read(Article(text=text))
    span = source.span(0, len(source.plain))
    assert (span.text, span.plain) == (text, "They met in the city of Vik on Monday.")


_STORY = (
    "The army of the north left the town of Vik on Monday, and the rebels took it without a fight.\n\n"
    "Ministers of both sides will meet in the capital of the north next week, officials said."
)

KINDS = [
    ("Army leaves town of Vik", "headline"),
    ("Will the army leave the town of Vik?", "headline"),
    ("By Jane Roe", "dateline"),
    ("Share this article", "boilerplate"),
    ("Soldiers leaving the town of Vik.", "caption"),
    ("A photo of the port of Vik after the raid.", "caption"),
    ("FILE PHOTO: Soldiers stand in the port of Vik", "caption"),
    ("Soldiers in the port of Vik on Sunday. (AP Photo/Jane Roe)", "caption"),
    ("J. Roe/Getty Images", "caption"),
    ("“The army is leaving the port.”", "body"),
]


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_kinds_of_first_lines(line: str, kind: str) -> None:
    assert read(Article(text=f"{line}\n\n{_STORY}")).blocks[0].kind == kind


INNER = [
    ("What the rebels say", "heading"),
    ("Advertisement", "boilerplate"),
    ("READ MORE: Rebels take the port of Vik", "boilerplate"),
    ("the rebels took it without a fight", "quote"),
    ("The rebels took the town and will take the port, they said.", "body"),
    ("Rebels holding the port of Vik.", "caption"),
    ("He said:", "body"),
]


@pytest.mark.parametrize(("line", "kind"), INNER)
def test_kinds_of_inner_lines(line: str, kind: str) -> None:
    source = read(
        Article(text=f"{_STORY}\n\n{line.capitalize() if kind == 'quote' else line}\n\n{_STORY} Again.")
    )
    assert source.blocks[2].kind == kind


def test_a_title_of_the_request_names_the_headline() -> None:
    text = f"{_STORY}\n\nArmy leaves Vik.\n\n{_STORY} Again."
    source = read(Article(text=text, title="Army leaves Vik"))
    assert (source.title, source.blocks[2].kind) == ("Army leaves Vik", "headline")


def test_one_line_is_body_even_without_a_full_stop() -> None:
    assert [block.kind for block in read(Article(text="Army leaves town of Vik")).blocks] == ["body"]


def test_a_comment_count_above_the_article_makes_no_comments_of_it() -> None:
    source = read(Article(text=f"Army leaves Vik\n\n3 comments\n\n{_STORY}"))
    assert [block.kind for block in source.blocks] == ["headline", "boilerplate", "body", "body"]


def test_capitals_of_the_wire_are_read() -> None:
    text = "MOSCOW, JAN 26 (REUTERS) - TROOPS LEFT THE TOWN. THE U.S. ENVOY MET GEN. SMITH.\n\nTHEY TALKED."
    source = read(Article(text=text))
    assert _sentences(source)[1:] == [
        "TROOPS LEFT THE TOWN.",
        "THE U.S. ENVOY MET GEN. SMITH.",
        "THEY TALKED.",
    ]
