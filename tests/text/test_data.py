"""The data files under data/text."""

from __future__ import annotations

import pytest

from extractor.errors import DataError
from extractor.text import boilerplate, wordlists
from extractor.text.boilerplate import Row, effect, rows
from extractor.text.wordlists import word_classes


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_a_pattern_matches_its_example(row: Row) -> None:
    assert effect(row.example) == row.effect


def test_ids_are_unique() -> None:
    ids = [row.id for row in rows()]
    assert len(ids) == len(set(ids))


NEWS = [
    "The army left.",
    "Read the letter, the minister told reporters.",
    "Leave now, the general told residents of Vik.",
    "Share of attacks by drones rises",
    "The rights of all were reserved for the king.",
    "More troops will follow.",
    "Watch out, warns the minister",
    "Two comments by the minister angered the rebels.",
    "Related attacks killed six people in Vik.",
    "Follow the money, officials say",
    "The cookies were poisoned, police say.",
    "Join the army, says the king",
    "Top general killed in strike",
    "Latest attack kills six",
    "Live fire kills six at border",
    "Video shows attack on Vik",
    "Support for rebels grows",
    "Subscribe to peace, pope tells leaders",
    "Contact lost with drone",
    "Home minister visits Vik",
    "Email shows minister knew of attack",
]


@pytest.mark.parametrize("line", NEWS)
def test_news_is_no_boilerplate(line: str) -> None:
    assert effect(line) is None


@pytest.mark.parametrize(
    "name", ["en/sentences.txt", "en/function_words.txt", "en/header.txt", "en/captions.txt", "languages.txt"]
)
def test_word_lists_are_lower_case(name: str) -> None:
    for words in word_classes(name).values():
        assert all(word == word.lower() for word in words)


def test_a_broken_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boilerplate, "data_lines", lambda name: [(7, "share.this\tdrop\tno example")])
    with pytest.raises(DataError, match=r"boilerplate\.txt:7: expected id"):
        boilerplate.rows.__wrapped__()
    monkeypatch.setattr(wordlists, "data_lines", lambda name: [(3, "no colon here")])
    with pytest.raises(DataError, match=r"en/x\.txt:3: expected 'class: words'"):
        wordlists.word_classes.__wrapped__("en/x.txt")
