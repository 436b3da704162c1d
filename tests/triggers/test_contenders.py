"""Candidates without a chance are dropped before it is worked out who is who; no event is lost by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor import Article, Extractor
from extractor.deciding import Models
from extractor.judge.linear import LinearModel

NO_CHANCE = "The winger struck a shot over the bar. The firm met its target for sales of shoes."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_what_is_accepted_has_had_a_chance(extractor: Extractor) -> None:
    analysis = extractor.analyse(Article(text="Jets bombed a depot near Homs. Envoys met in Oslo on Friday."))
    decider = extractor._decider
    accepted = decider.accepted(analysis)
    contenders = {(s.index, c.token) for s, c, _ in decider.contenders(analysis)}
    assert len(accepted) == 2 and accepted.keys() <= contenders


def test_most_candidates_of_sport_and_business_have_none(extractor: Extractor) -> None:
    analysis = extractor.analyse(Article(text=NO_CHANCE))
    assert analysis.candidates and not extractor._decider.contenders(analysis)


def test_nobody_is_looked_for_where_there_is_no_chance(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extractor._resolver, "resolve", lambda *_: pytest.fail("nobody is asked for"))
    assert extractor.extract(Article(text=NO_CHANCE)).events == ()


def test_features_of_words_and_of_parties_are_all_that_decides(extractor: Extractor) -> None:
    analysis = extractor.analyse(Article(text="Rebels attacked a police post."))
    decider = extractor._decider
    ((_, _, odds),) = decider.contenders(analysis)
    ((probability, *_),) = decider.accepted(analysis).values()
    (judged,) = decider.judge(analysis)
    assert any(feature.startswith("speaks=strike:group") for feature in judged.features)
    assert probability == pytest.approx(judged.probability)
    assert odds != pytest.approx(judged.model.scores(judged.features)[0])


def test_without_weights_every_candidate_has_a_chance(extractor: Extractor) -> None:
    empty = LinearModel(("no", "yes"), (0.0,), {})
    blank = extractor.with_models(replace(Models.load(), trigger=empty))
    analysis = blank.analyse(Article(text=NO_CHANCE))
    everything = sum(map(len, analysis.candidates.values()))
    assert len(blank._decider.contenders(analysis)) == everything
