"""Words are cut as the pipeline's own tokenizer cuts them, the first time and every time after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from extractor.config import DEFAULT_PIPELINE
from extractor.frames.cutting import Cutter

SENTENCES = [
    "The minister can't say whether they'd met.",
    "U.S.-led forces (about 5,000) left at 10am, Mr. Okoye said.",
    "He didn’t, won't and couldn't: :-) gonna go.",
    "Read more at https://example.org/a?b=c, or write to desk@example.org.",
    "$3.5m was paid/promised — half of it in cash…",
    "I cant come, Im late; cannot Jan be there at 5pm, dont ya know Ill be US bound, km by km",
    "two  blanks and a\u00a0fixed one",
    " a blank before",
    "and one after ",
    "a tab\tinside",
    "“Quoted,” she said.",
    "",
    " ",
]
COLUMNS = ["ORTH", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IDX"]


@pytest.fixture(scope="module")
def nlp() -> Iterator[Any]:
    spacy = pytest.importorskip("spacy")
    yield spacy.load(DEFAULT_PIPELINE)


def attributes(doc: Any) -> list[list[int]]:
    found: list[list[int]] = doc.to_array(COLUMNS).tolist()
    return found


def test_the_tokens_are_those_of_the_tokenizer(nlp: Any) -> None:
    cutter = Cutter(nlp)
    for _ in range(2):
        for text, doc in zip(SENTENCES, cutter(SENTENCES), strict=True):
            assert doc.text == text
            if text:
                assert attributes(doc) == attributes(nlp.make_doc(text)), text


def test_only_the_first_token_begins_a_sentence(nlp: Any) -> None:
    for doc in Cutter(nlp)(SENTENCES):
        assert [bool(token.is_sent_start) for token in doc] == [k == 0 for k in range(len(doc))]


def test_what_it_keeps_outlives_the_vocabulary(nlp: Any) -> None:
    cutter = Cutter(nlp)
    text = "Zxqvians can't zxqvate."
    for _ in range(2):
        with nlp.memory_zone():
            assert attributes(cutter([text])[0]) == attributes(nlp.make_doc(text))
