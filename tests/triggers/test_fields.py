"""Semantic fields: what an article speaks of is the same whether its sentences were parsed or not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from extractor import Article, Config, Extractor
from extractor.tables import rows
from extractor.triggers.classes import load_classes, load_fields
from extractor.triggers.features import Topics

TEXT = (
    "Crews fought the blaze at two factories for hours. An explosion killed five workers on Tuesday. "
    "The refinery had been inspected in March. Pupils at a nearby school stayed at home."
)


def test_each_lemma_has_one_field() -> None:
    counts = Counter(lemma for _, lemmas in rows("lexicon/fields.tsv", 2) for lemma in lemmas.split())
    assert [lemma for lemma, count in counts.items() if count > 1] == []


def test_fields_go_before_classes_and_leave_the_others_as_they_are() -> None:
    fields, classes = load_fields().lemmas, load_classes()
    assert classes["market"] == "market"
    assert fields["market"] == "site"
    assert fields["warplane"] == classes["warplane"]


@pytest.mark.parametrize(
    ("form", "field"), [("factories", "industry"), ("fled", None), ("hostages", "crime"), ("flew", "travel")]
)
def test_forms_have_the_field_of_their_lemma(form: str, field: str | None) -> None:
    assert load_fields().forms.get(form) == field


def test_topics_name_the_sentences_that_speak_of_them(extractor: Extractor) -> None:
    analysis = extractor.analyse(Article(text=TEXT))
    topics = Topics(analysis.words(), load_fields().forms).where
    assert topics["industry"] == {0, 2}
    assert topics["schooling"] == {3}


def test_topics_are_the_same_without_the_screen(extractor: Extractor) -> None:
    forms = load_fields().forms
    everything = Extractor(Config(screen=False))
    found = [
        Topics(each.analyse(Article(text=TEXT)).words(), forms).where for each in (extractor, everything)
    ]
    assert found[0] == found[1]


def test_what_the_article_speaks_of_is_told_to_the_model(extractor: Any) -> None:
    analysis = extractor.analyse(Article(text=TEXT))
    features = {f for _, c, found in extractor._decider.trigger_features(analysis) for f in found}
    assert {"topic=strike:industry", "topic=strike:schooling"} <= features
    assert "topic=strike:harm" not in features  # of the trigger's own sentence alone
    assert "winc=strike:harm" in features
