"""Every row of the lexicon against its own examples: matched by the row, accepted by the extractor, or left alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from extractor.triggers.lexicon import Lexicon, Row
from extractor_schema import Article
from tests.known_failures import Case, check_share, params
from tests.reading import Reading, stated

ROWS = Lexicon.load().rows
_BRACKETS = re.compile(r"\[(.+?)\]")


def _yes(table: str) -> list[Case]:
    return [Case(table, f"{row.id}: {sentence}", (row, sentence)) for row in ROWS for sentence in row.yes]


YES = _yes("example")
MATCHED = _yes("match")
NO = [Case("counterexample", f"{row.id}: {sentence}", (row, sentence)) for row in ROWS for sentence in row.no]


def unbracket(sentence: str) -> tuple[str, tuple[int, int]]:
    """The sentence without its brackets, and the half-open offsets of what stood in them."""
    found = _BRACKETS.search(sentence)
    assert found, f"no trigger in brackets: {sentence}"
    text = sentence[: found.start()] + found[1] + sentence[found.end() :]
    return text, (found.start(), found.start() + len(found[1]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_has_examples(row: Row) -> None:
    assert len(row.yes) >= 2
    assert row.no
    assert all("[" not in sentence for sentence in row.no)


@pytest.mark.parametrize("case", params(MATCHED))
def test_the_row_matches_its_example(case: Case, extractor: Any) -> None:
    row, sentence = case.value
    text, trigger = unbracket(sentence)
    analysis = extractor.analyse(Article(text=text, language="en"))
    found = {
        (
            analysis.sentences[index].tree.starts[c.first],
            analysis.sentences[index].tree.ends[c.last],
        ): c.row.id
        for index, candidates in analysis.candidates.items()
        for c in candidates
        if c.row.type == row.type
    }
    assert found.get(trigger) == row.id, f"found {[(text[a:b], name) for (a, b), name in found.items()]}"


@pytest.mark.parametrize("case", params(YES))
def test_the_example_is_an_event(case: Case, read: Reading) -> None:
    row, sentence = case.value
    text, trigger = unbracket(sentence)
    result = read(text)
    assert stated(result, row.type, trigger), (
        f"found {[(e.type, e.mentions[0].trigger.text) for e in result.events]}"
    )


@pytest.mark.parametrize("case", params(NO))
def test_the_counterexample_is_none(case: Case, read: Reading) -> None:
    row, sentence = case.value
    found = [e.mentions[0].trigger.text for e in read(sentence).events if e.type == row.type]
    assert not found, f"found {found}"


@pytest.mark.parametrize(
    ("table", "most"), [(MATCHED, 0.0), (YES, 0.1), (NO, 0.1)], ids=["match", "example", "counterexample"]
)
def test_few_examples_are_known_to_fail(table: list[Case], most: float) -> None:
    check_share(table, most)
