"""The parse step by step is the one that the pipeline's own loop gives."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.config import DEFAULT_PIPELINE
from extractor.frames.parser import Parser
from extractor.frames.stepping import greedy_states, steps_greedily

TEXTS = [
    "The minister, who had flown to Cairo on Friday, met the envoy before the talks that Egypt hosts began.",
    "Talks",
    "Rebels shelled the town; the army, it said, would answer, and nobody in the port slept.",
    "",
    "No deal was reached.",
]


@pytest.fixture(scope="module")
def nlp() -> Any:
    spacy = pytest.importorskip("spacy")
    return spacy.load(DEFAULT_PIPELINE, exclude=["ner", "lemmatizer", "attribute_ruler"])


def docs(nlp: Any, texts: list[str]) -> list[Any]:
    found = [nlp.make_doc(text) for text in texts]
    tok2vec = nlp.get_pipe("tok2vec")
    tok2vec.set_annotations(found, tok2vec.predict(found))
    return found


def arcs(pipe: Any, found: list[Any], states: list[Any]) -> list[list[tuple[int, str]]]:
    pipe.set_annotations(found, states)
    return [[(token.head.i, token.dep_) for token in doc] for doc in found]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], TEXTS[3:4], TEXTS[::-1]])
def test_same_arcs_as_the_loop_of_the_pipeline(nlp: Any, texts: list[str]) -> None:
    pipe = nlp.get_pipe("parser")
    assert steps_greedily(pipe)
    theirs, ours = docs(nlp, texts), docs(nlp, texts)
    assert arcs(pipe, ours, greedy_states(pipe, ours)) == arcs(pipe, theirs, pipe.predict(theirs))


def test_classes_without_examples_stay_out(nlp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = nlp.get_pipe("parser")
    unseen = {k for k in range(pipe.moves.n_moves) if "nsubj" in pipe.moves.get_class_name(k)}
    monkeypatch.setitem(pipe.model.attrs, "unseen_classes", unseen)
    theirs, ours = docs(nlp, TEXTS), docs(nlp, TEXTS)
    found = arcs(pipe, ours, greedy_states(pipe, ours))
    assert found == arcs(pipe, theirs, pipe.predict(theirs))
    assert not any("nsubj" in label for sentence in found for _, label in sentence)


@pytest.mark.parametrize("name", ["tagger", "tok2vec"])
def test_only_parsers_are_stepped(nlp: Any, name: str) -> None:
    assert not steps_greedily(nlp.get_pipe(name))


def test_a_parser_of_several_hypotheses_is_left_to_itself(nlp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = nlp.get_pipe("parser")
    monkeypatch.setitem(pipe.cfg, "beam_width", 4)
    assert not steps_greedily(pipe)


def test_trees_come_in_the_order_of_the_sentences(parser: Parser) -> None:
    texts = [
        "Rebels shelled the port of the old town on Friday.",
        "Talks began.",
        "The army answered at dawn.",
    ]
    trees = parser.parse([(100 * k, text) for k, text in enumerate(texts)])
    assert [(tree.start, tree.words[0]) for tree in trees] == [(0, "Rebels"), (100, "Talks"), (200, "The")]
