"""Sentences whose trigger stands in square brackets."""

from __future__ import annotations

from typing import Any

from extractor import Article
from extractor.evidence import Mention, Sentence
from extractor.triggers.match import Candidate

__all__ = ["candidate", "marked"]


def candidate(extractor: Any, text: str, kind: str | None = None) -> tuple[Sentence, Candidate]:
    """The parsed sentence and the candidate at the brackets, of the type if one is named."""
    at = text.index("[")
    analysis = extractor.analyse(Article(text=text.replace("[", "").replace("]", "")))
    for sentence in analysis.sentences:
        for found in analysis.candidates.get(sentence.index, []):
            if sentence.tree.starts[found.token] == at and kind in (None, found.row.type):
                return sentence, found
    raise AssertionError(f"no candidate in {text!r}")


def marked(extractor: Any, text: str) -> tuple[Sentence, Mention]:
    """The parsed sentence and a mention at the brackets."""
    sentence, found = candidate(extractor, text)
    row = found.row
    mention = Mention(sentence, found.token, found.first, found.last, row.type, row.subtype, row.id, 1.0)
    return sentence, mention
