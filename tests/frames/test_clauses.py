"""Tense, negation and embedding of a trigger's clause; the trigger stands in square brackets."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.frames.clauses import modals_of
from tests.factuality.marked import marked
from tests.trees import tree

# tense, negated, the predicate above ("" for none)
TABLE = [
    ("past", False, "", "The leaders [met] in Oslo."),
    ("present", False, "", "The leaders [meet] in Oslo."),
    ("perfect", False, "", "The leaders have [met] in Oslo."),
    ("progressive", False, "", "The leaders are [meeting] in Oslo."),
    ("past_progressive", False, "", "The leaders were [meeting] in Oslo."),
    ("will", False, "", "The leaders will [meet] in Oslo."),
    ("could", False, "", "The leaders could [meet] in Oslo."),
    ("infinitive", False, "plan", "The leaders plan to [meet] in Oslo."),
    ("past", True, "", "The leaders did not [meet] in Oslo."),
    ("past", True, "", "The leaders never [met]."),
    ("past", True, "", "The army held no [talks] with the rebels."),
    ("past", False, "", "The town was [shelled] at dawn."),
    ("progressive", False, "", "The town is being [shelled]."),
    ("participle", False, "flee", "They fled after being [attacked]."),
]


@pytest.mark.parametrize(("tense", "negated", "above", "text"), TABLE)
def test_clause(extractor: Any, tense: str, negated: bool, above: str, text: str) -> None:
    sentence, mention = marked(extractor, text)
    clause = sentence.clause_of(mention.token)
    assert (clause.tense, clause.negated, next(iter(clause.embedded), "")) == (tense, negated, above)


@pytest.mark.parametrize(
    ("text", "marks"),
    [("Ships leave if rebels [attack] the port.", ("if",)), ("Rebels [attack] the port.", ())],
)
def test_marks(extractor: Any, text: str, marks: tuple[str, ...]) -> None:
    sentence, mention = marked(extractor, text)
    assert sentence.clause_of(mention.token).marks == marks


@pytest.mark.parametrize(
    ("text", "question"), [("Will they [meet] again?", True), ("They [met] again.", False)]
)
def test_question(extractor: Any, text: str, question: bool) -> None:
    sentence, mention = marked(extractor, text)
    assert sentence.clause_of(mention.token).question is question


def test_modal_verbs() -> None:
    warned = tree("they/PRP nsubj 3 | will/MD aux 3 | have/VB aux 3 | left/VBN ROOT 3")
    assert modals_of(warned, 3) == ["will"]
    assert modals_of(warned, 0) == []
