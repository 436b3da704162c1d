"""`judge` says why a candidate is no event."""

from __future__ import annotations

import pytest

from extractor import Article, Extractor
from tests.factuality.marked import unmarked

REFUSED = (
    ("The poll poses a [threat] to the government.", "it only looks like a threat"),
    ("Ghana offered to host [talks] next week.", "it is what is offered or threatened"),
    ("The frightened guard [shot] himself.", "it is done to nobody else"),
    ("The firm [met] its target for sales.", "too improbable"),
)


@pytest.mark.parametrize(("marked", "refusal"), REFUSED)
def test_refusal(extractor: Extractor, marked: str, refusal: str) -> None:
    text, at = unmarked(marked)
    judged = extractor.judge(extractor.analyse(Article(text=text)))
    told = [j.refusal for j in judged if j.sentence.tree.starts[j.candidate.first] == at]
    assert refusal in told


def test_what_is_an_event_has_none(extractor: Extractor) -> None:
    (judged,) = extractor.judge(extractor.analyse(Article(text="Rebels shelled a village near Homs.")))
    assert judged.refusal == ""
