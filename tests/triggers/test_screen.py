"""The screen may cost time, but never an event: a sentence with a candidate always reaches the parser."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.pipeline import Extractor
from extractor.triggers.inflection import forms
from extractor.triggers.lexicon import Lexicon, Pattern
from extractor.triggers.match import candidates
from extractor.triggers.screen import load_company, words_of
from extractor_schema import Article
from tests.reading import lines
from tests.sentences import MARKED, NOTHING
from tests.triggers.test_examples import ROWS, unbracket

LEXICON = Lexicon.load()
COMPANY = load_company()
EXAMPLES = [unbracket(sentence)[0] for row in ROWS for sentence in row.yes]
FILLER = st.lists(st.sampled_from(["the", "of", "a", "in", "on", "and", "two", "old", "green", "slowly", "14", ",", "–", "’s"]), max_size=4).map(" ".join)
CASINGS = st.sampled_from([str.lower, str.upper, str.title, str.capitalize])
JOINTS = st.sampled_from([" ", "-", "\n", "\u00a0", ", ", "’", " “"])


@pytest.mark.parametrize("sentence", EXAMPLES)
def test_every_example_passes(sentence: str) -> None:
    assert LEXICON.screen.passes(sentence)


def _patterns() -> list[Pattern]:
    anchors = {pattern.split()[0] for row in ROWS for pattern in row.patterns}
    return [p for anchor in sorted(anchors) for pos in ("verb", "noun", "adj") for p in LEXICON.patterns(anchor, pos)]


def _wanted(pattern: Pattern) -> list[list[str]]:
    """What the pattern asks for besides its anchor, as lists of lemmas of which one is enough."""
    needs = [lemma for need in pattern.row.needs for lemma in (COMPANY[need[1:]] if need[0] == "@" else {need})]
    return [sorted(group) for group in (pattern.below, pattern.above, needs) if group]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(data=st.data(), pattern=st.sampled_from(_patterns()))
def test_every_form_passes_with_what_the_pattern_asks_for(data: st.DataObject, pattern: Pattern) -> None:
    words = [data.draw(st.sampled_from(sorted(forms(pattern.anchor))))]
    words += [data.draw(st.sampled_from(sorted(forms(data.draw(st.sampled_from(group)))))) for group in _wanted(pattern)]
    order = data.draw(st.permutations(words))
    text = data.draw(FILLER) + "".join(data.draw(JOINTS) + word + data.draw(JOINTS) for word in order) + data.draw(FILLER)
    text = data.draw(CASINGS)(text)
    assert LEXICON.screen.passes(text)
    assert pattern.possible(words_of(text))


def test_a_sentence_that_does_not_pass_has_no_candidate(extractor: Any, seeds: dict[str, str]) -> None:
    """Also the sentences of tests that hold no event, and those of whole documents."""
    texts = [*lines(NOTHING), *(line for path in MARKED for line in lines(path))]
    texts += [line for document in seeds.values() for line in document.splitlines()]
    kept = [text for text in texts if text.strip() and not LEXICON.screen.passes(text)]
    assert len(kept) > 30
    for parsed in extractor._parser.parse((0, text) for text in kept):
        assert candidates(parsed, LEXICON) == [], parsed.words


def test_events_are_the_same_without_the_screen(extractor: Any, seeds: dict[str, str]) -> None:
    other = Extractor(msgspec.structs.replace(extractor.config, screen=False))
    for text in (*seeds.values(), "\n\n".join(EXAMPLES), "\n\n".join(lines(NOTHING))):
        article = Article(text=text)
        assert [_told(e) for e in other.extract(article).events] == [_told(e) for e in extractor.extract(article).events]


def _told(event: Any) -> Any:
    """The event without what may gain from reading every sentence: names of actors that a screened sentence explains."""
    return event.type, event.subtype, event.status, [(m.trigger.start, m.rule) for m in event.mentions]


@pytest.mark.parametrize(
    "sentence", ["The weather was fine.", "Bread and butter for everyone.", "", "…", "The firm employs 300 people in Leeds."]
)
def test_sentences_without_a_trigger_are_not_parsed(sentence: str) -> None:
    assert not LEXICON.screen.passes(sentence)


def test_many_sentences_of_other_matters_are_not_parsed() -> None:
    """The screen is there to save time: of sentences about sport, business and daily life it keeps many back."""
    sentences = list(lines(NOTHING))
    assert sum(not LEXICON.screen.passes(sentence) for sentence in sentences) > 0.15 * len(sentences)
