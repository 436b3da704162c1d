"""Meetings that all their mentions together show to be one are one, unless each has its own people."""

from __future__ import annotations

import pytest

from extractor import Article, Extractor, merging

TEXTS = [
    ("Merkel met Putin in Sochi. Macron received Trump in Paris.", 2),
    ("Envoys of both sides met in Oslo. The negotiators held talks on Friday.", 1),
    ("Merkel met Putin in Sochi. The chancellors held talks on Friday.", 1),
]


@pytest.mark.parametrize(("text", "events"), TEXTS)
def test_two_are_gathered_unless_each_has_its_own_people(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, text: str, events: int
) -> None:
    mentions = extractor.mentions(extractor.analyse(Article(text=text)))
    pairs = merging._Pairs(extractor._decider.merger, mentions)
    monkeypatch.setattr(pairs, "score", lambda some, others: 0.9)
    clusters = [[k] for k in range(len(mentions))]
    merging._gather(clusters, pairs)
    assert len(clusters) == events
